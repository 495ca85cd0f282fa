#include "core/js/v8_json.h"

#include <js/Array.h>
#include <js/CallAndConstruct.h>
#include <js/Conversions.h>
#include <js/ErrorReport.h>
#include <js/Exception.h>
#include <js/Object.h>
#include <jsfriendapi.h>

#include <vector>

#include "core/js/native.h"
#include "core/js/v8_error_layout.h"
#include "core/js/v8_error_state.h"
#include "core/js/v8_syntax_errors.h"

namespace loopscope::host {

namespace {

constexpr size_t kOriginal = 0;  // the reserved slot with the engine's function

// The pending exception, if the engine made it for the reason `message` names; it stays pending.
JSObject* pending_engine_error(JSContext* cx, const char* message) {
  JS::RootedValue value(cx);
  if (!JS_IsExceptionPending(cx) || !JS_GetPendingException(cx, &value) || !value.isObject())
    return nullptr;
  JS::RootedObject error(cx, &value.toObject());
  if (!ErrorLayout::is_error(error)) return nullptr;
  JSErrorReport* report = JS_ErrorFromException(cx, error);
  if (report == nullptr || report->errorMessageName == nullptr) return nullptr;
  return std::string_view(report->errorMessageName) == message ? error.get() : nullptr;
}

void set_message(JSContext* cx, JS::HandleObject error, const std::string& text) {
  JS::RootedValue pending(cx);
  (void)JS_GetPendingException(cx, &pending);
  JS_ClearPendingException(cx);
  JSString* string = JS_NewStringCopyUTF8N(cx, {text.data(), text.size()});
  JS::RootedValue message(cx, string != nullptr ? JS::StringValue(string) : JS::UndefinedValue());
  if (string == nullptr || !JS_DefineProperty(cx, error, "message", message, 0))
    JS_ClearPendingException(cx);
  // Not JS_SetPendingException: it would count as another throw.
  ErrorState* state = error_state(cx);
  if (state != nullptr) state->busy = true;
  JS_SetPendingException(cx, pending, JS::ExceptionStackBehavior::DoNotCapture);
  if (state != nullptr) state->busy = false;
}

bool call_original(JSContext* cx, const JS::CallArgs& args) {
  JS::RootedValue original(cx, js::GetFunctionNativeReserved(&args.callee(), kOriginal));
  return JS::Call(cx, args.thisv(), original, args, args.rval());
}

bool parse(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedString text(cx, JS::ToString(cx, args.get(0)));
  if (!text) return false;
  if (args.length() > 0) args[0].setString(text);
  if (call_original(cx, args)) return true;
  JS::RootedObject error(cx, pending_engine_error(cx, "JSMSG_JSON_BAD_PARSE"));
  if (!error) return false;
  JSLinearString* linear = JS_EnsureLinearString(cx, text);
  if (linear == nullptr) return false;
  std::u16string copy(JS::GetLinearStringLength(linear), u'\0');
  for (size_t i = 0; i < copy.size(); ++i) copy[i] = JS::GetLinearStringCharAt(linear, i);
  const JsonFault fault = find_json_fault(copy);
  if (fault.text.empty()) return false;
  set_message(cx, error, fault.text);
  if (ErrorState* state = error_state(cx))
    state->thrown_at.excerpt =
        source_excerpt("<anonymous_script>", copy, fault.position, fault.position + 1);
  return false;
}

// One step on the way to an object: the key in it, and the object.
struct Step {
  std::string key;
  bool index = false;
};

class CircleFinder {
 public:
  explicit CircleFinder(JSContext* cx) : m_cx(cx), m_objects(cx) {}

  // Where an object holds one of those it is in; true when found.
  bool search(JS::HandleObject object, int depth) {
    if (depth > kMaxDepth) return false;
    if (!m_objects.append(object)) return false;
    bool array = false;
    if (!JS::IsArrayObject(m_cx, object, &array)) return fail();
    JS::Rooted<JS::IdVector> ids(m_cx, JS::IdVector(m_cx));
    if (!JS_Enumerate(m_cx, object, &ids)) return fail();
    JS::RootedId id(m_cx);
    JS::RootedValue value(m_cx);
    for (size_t i = 0; i < ids.length(); ++i) {
      id = ids[i];
      if (!JS_GetPropertyById(m_cx, object, id, &value)) return fail();
      if (!value.isObject() || JS::IsCallable(&value.toObject())) continue;
      JS::RootedObject inner(m_cx, &value.toObject());
      m_steps.push_back(describe_key(id, array));
      for (size_t k = 0; k < m_objects.length(); ++k) {
        if (m_objects[k] != inner) continue;
        m_start = k;
        return true;
      }
      if (search(inner, depth + 1)) return true;
      m_steps.pop_back();
    }
    m_objects.popBack();
    return false;
  }

  std::string text() {
    std::string text =
        "Converting circular structure to JSON\n    --> starting at object with constructor " +
        constructor_of(m_start);
    const size_t last = m_steps.size() - 1;
    const size_t first = m_start;
    for (size_t i = first; i < last; ++i) {
      if (last - first > kShown && i == first + 1) {
        text += "\n    |     ...";
        i = last - 1;
      }
      text +=
          "\n    |     " + shown_key(i) + " -> object with constructor " + constructor_of(i + 1);
    }
    return text + "\n    --- " + shown_key(last) + " closes the circle";
  }

 private:
  static constexpr int kMaxDepth = 500;
  static constexpr size_t kShown = 4;  // V8 leaves out the middle of longer circles

  bool fail() {
    JS_ClearPendingException(m_cx);
    return false;
  }

  Step describe_key(JS::HandleId id, bool array) {
    Step step;
    JS::RootedValue value(m_cx);
    if (!JS_IdToValue(m_cx, id, &value) || !to_utf8(m_cx, value, step.key))
      JS_ClearPendingException(m_cx);
    step.index = array || id.isInt();
    return step;
  }

  std::string shown_key(size_t i) const {
    return (m_steps[i].index ? "index " + m_steps[i].key : "property '" + m_steps[i].key + "'");
  }

  std::string constructor_of(size_t i) {
    JS::RootedObject object(m_cx, m_objects[i]);
    JS::RootedValue constructor(m_cx);
    JS::RootedValue name(m_cx);
    std::string text = "Object";
    if (JS_GetProperty(m_cx, object, "constructor", &constructor) && constructor.isObject()) {
      JS::RootedObject function(m_cx, &constructor.toObject());
      if (JS_GetProperty(m_cx, function, "name", &name) && name.isString() &&
          !to_utf8(m_cx, name, text))
        text = "Object";
    }
    JS_ClearPendingException(m_cx);
    return "'" + text + "'";
  }

  JSContext* m_cx;
  JS::RootedObjectVector m_objects;
  std::vector<Step> m_steps;
  size_t m_start = 0;
};

bool stringify(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedValue value(cx, args.get(0));
  if (call_original(cx, args)) return true;
  JS::RootedObject error(cx, pending_engine_error(cx, "JSMSG_JSON_CYCLIC_VALUE"));
  if (!error || !value.isObject()) return false;
  JS::RootedValue pending(cx);
  if (!JS_GetPendingException(cx, &pending)) return false;
  JS_ClearPendingException(cx);
  JS::RootedObject object(cx, &value.toObject());
  CircleFinder finder(cx);
  const bool found = finder.search(object, 0);
  const std::string text = found ? finder.text() : "Converting circular structure to JSON";
  JS_ClearPendingException(cx);
  JS_SetPendingException(cx, pending, JS::ExceptionStackBehavior::DoNotCapture);
  set_message(cx, error, text);
  return false;
}

bool replace(JSContext* cx, JS::HandleObject json, const char* name, JSNative native,
             unsigned length) {
  JS::RootedValue original(cx);
  if (!JS_GetProperty(cx, json, name, &original)) return false;
  JSFunction* function = js::NewFunctionWithReserved(cx, native, length, 0, name);
  if (function == nullptr) return false;
  JS::RootedObject object(cx, JS_GetFunctionObject(function));
  js::SetFunctionNativeReserved(object, kOriginal, original);
  return JS_DefineProperty(cx, json, name, object, 0);
}

}  // namespace

bool install_v8_json(JSContext* cx, JS::HandleObject global) {
  JS::RootedValue json(cx);
  if (!JS_GetProperty(cx, global, "JSON", &json) || !json.isObject()) return false;
  JS::RootedObject object(cx, &json.toObject());
  return replace(cx, object, "parse", parse, 2) && replace(cx, object, "stringify", stringify, 3);
}

}  // namespace loopscope::host
