#include "core/js/v8_stack.h"

#include <js/CallAndConstruct.h>
#include <js/SavedFrameAPI.h>
#include <jsfriendapi.h>

#include <cmath>

#include "core/js/native.h"
#include "core/js/v8_frames.h"

namespace loopscope::host {

namespace {

// A property as a string, or `otherwise` if it is undefined. False: an exception is pending.
bool string_property(JSContext* cx, JS::HandleObject object, const char* name,
                     const char* otherwise, std::string& result) {
  JS::RootedValue value(cx);
  if (!JS_GetProperty(cx, object, name, &value)) return false;
  if (value.isUndefined()) {
    result = otherwise;
    return true;
  }
  return to_utf8(cx, value, result);
}

// Error.prototype.toString, which V8 applies to any object here.
std::string header(JSContext* cx, JS::HandleObject target) {
  std::string name;
  std::string message;
  if (!string_property(cx, target, "name", "Error", name) ||
      !string_property(cx, target, "message", "", message)) {
    JS_ClearPendingException(cx);
    return "<error>";
  }
  if (name.empty()) return message;
  return message.empty() ? name : name + ": " + message;
}

bool set_text(JSContext* cx, const std::string& text, JS::MutableHandleValue result) {
  JSString* string = JS_NewStringCopyUTF8N(cx, {text.data(), text.size()});
  if (string == nullptr) return false;
  result.setString(string);
  return true;
}

// Error.prepareStackTrace, if it is a function.
bool custom_preparation(JSContext* cx, ErrorState& state, JS::MutableHandleValue prepare) {
  if (!JS_GetProperty(cx, state.error_constructor, "prepareStackTrace", prepare)) {
    JS_ClearPendingException(cx);
    return false;
  }
  return prepare.isObject() && JS::IsCallable(&prepare.toObject());
}

}  // namespace

bool format_stack(JSContext* cx, ErrorState& state, JS::HandleObject target, JS::HandleObject saved,
                  const ErrorLayout::Stack& stack, JS::MutableHandleValue result) {
  // A few more than shown: self-hosted frames do not count, and receivers come from callers.
  const std::vector<SavedFrameInfo> infos = read_saved_frames(cx, saved, stack.limit + 30);
  const std::vector<StackFrame> frames = v8_frames(state, infos, stack);
  JS::RootedValue prepare(cx);
  if (custom_preparation(cx, state, &prepare)) {
    JS::RootedObject call_sites(cx, new_call_sites(cx, state, frames));
    if (!call_sites) return false;
    JS::RootedValueArray<2> args(cx);
    args[0].setObject(*target);
    args[1].setObject(*call_sites);
    JS::RootedValue receiver(cx, JS::ObjectValue(*state.error_constructor));
    return JS::Call(cx, receiver, prepare, args, result);
  }
  std::string text = header(cx, target);
  for (const StackFrame& frame : frames) text += "\n    at " + frame.text();
  return set_text(cx, text, result);
}

std::optional<uint32_t> stack_trace_limit(JSContext* cx, ErrorState& state) {
  JS::RootedValue limit(cx);
  if (!JS_GetProperty(cx, state.error_constructor, "stackTraceLimit", &limit)) {
    JS_ClearPendingException(cx);
    return std::nullopt;
  }
  if (!limit.isNumber()) return std::nullopt;
  const double number = limit.toNumber();
  if (!(number > 0)) return 0;
  return static_cast<uint32_t>(std::min(number, 1000.0));
}

JSObject* frames_below(JSContext* cx, JS::HandleObject saved, JS::HandleObject function) {
  JS::Rooted<JSFunction*> target(cx, JS_GetObjectFunction(function));
  if (!target || !saved) return nullptr;
  JS::RootedScript script(cx, JS_GetFunctionScript(cx, target));
  if (!script) return nullptr;
  const char* file = JS_GetScriptFilename(script);
  const unsigned first_line = JS_GetScriptBaseLineNumber(cx, script);
  JS::RootedString name(cx, JS_GetFunctionDisplayId(target));
  JS::RootedObject frame(cx, saved);
  JS::RootedObject parent(cx);
  JS::RootedString string(cx);
  while (frame) {
    bool same = false;
    uint32_t line = 0;
    if (JS::GetSavedFrameSource(cx, nullptr, frame, &string) == JS::SavedFrameResult::Ok &&
        JS::GetSavedFrameLine(cx, nullptr, frame, &line) == JS::SavedFrameResult::Ok &&
        line >= first_line && file != nullptr && JS_StringEqualsAscii(cx, string, file, &same) &&
        same) {
      string = nullptr;
      (void)JS::GetSavedFrameFunctionDisplayName(cx, nullptr, frame, &string);
      int32_t order = string && name ? 1 : (!string && !name ? 0 : 1);
      if (string && name && !JS_CompareStrings(cx, string, name, &order)) return nullptr;
      same = order == 0;
    } else {
      same = false;
    }
    if (JS::GetSavedFrameParent(cx, nullptr, frame, &parent, JS::SavedFrameSelfHosted::Include) !=
        JS::SavedFrameResult::Ok)
      return nullptr;
    frame = parent;
    if (same) return frame;
  }
  return nullptr;
}

}  // namespace loopscope::host
