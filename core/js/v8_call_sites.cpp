#include <js/Array.h>
#include <js/Class.h>
#include <js/Object.h>

#include "core/js/native.h"
#include "core/js/v8_frames.h"
#include "core/js/v8_stack.h"

// V8's CallSite: https://v8.dev/docs/stack-trace-api. A receiver and a function are never given
// away, as V8 does for strict code.
namespace loopscope::host {

namespace {

enum Slot : uint32_t { kFrame, kSlotCount };

StackFrame* frame_of(JSObject* object) {
  return static_cast<StackFrame*>(JS::GetReservedSlot(object, kFrame).toPrivate());
}

void finalize(JS::GCContext*, JSObject* object) {
  const JS::Value& slot = JS::GetReservedSlot(object, kFrame);
  if (!slot.isUndefined()) delete frame_of(object);
}

const JSClassOps kOperations = {nullptr, nullptr,  nullptr, nullptr, nullptr,
                                nullptr, finalize, nullptr, nullptr, nullptr};
const JSClass kClass = {
    "CallSite", JSCLASS_HAS_RESERVED_SLOTS(kSlotCount) | JSCLASS_FOREGROUND_FINALIZE, &kOperations};

const StackFrame* this_frame(JSContext* cx, const JS::CallArgs& args) {
  if (args.thisv().isObject() && JS::GetClass(&args.thisv().toObject()) == &kClass)
    return frame_of(&args.thisv().toObject());
  JS_ReportErrorASCII(cx, "CallSite method called on an incompatible receiver");
  return nullptr;
}

// Null for an empty text, as V8 answers.
bool set(JSContext* cx, const std::string& text, JS::MutableHandleValue result) {
  result.setNull();
  if (text.empty()) return true;
  JSString* string = JS_NewStringCopyUTF8N(cx, {text.data(), text.size()});
  if (string == nullptr) return false;
  result.setString(string);
  return true;
}

// One native a question about a frame.
template <auto Answer>
bool ask(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const StackFrame* frame = this_frame(cx, args);
  return frame != nullptr && Answer(cx, *frame, args.rval());
}

using Result = JS::MutableHandleValue;

// Of one of Node's own frames: "file:line:column" out of "name (file:line:column)".
StackFrame parse_fixed(const StackFrame& frame) {
  StackFrame parsed = frame;
  if (frame.fixed.empty() || frame.builtin) return parsed;
  std::string place = frame.fixed;
  const size_t open = place.rfind(" (");
  if (open != std::string::npos) {
    parsed.function = place.substr(0, open);
    place = place.substr(open + 2, place.size() - open - 3);
  }
  const size_t column = place.rfind(':');
  const size_t line = column == std::string::npos ? column : place.rfind(':', column - 1);
  if (line == std::string::npos) return parsed;
  parsed.file = place.substr(0, line);
  parsed.line = static_cast<uint32_t>(std::stoul(place.substr(line + 1, column - line - 1)));
  parsed.column = static_cast<uint32_t>(std::stoul(place.substr(column + 1)));
  return parsed;
}

bool file_name(JSContext* cx, const StackFrame& frame, Result result) {
  return set(cx, frame.file, result);
}
bool line_number(JSContext*, const StackFrame& frame, Result result) {
  if (frame.line == 0)
    result.setNull();
  else
    result.setNumber(frame.line);
  return true;
}
bool column_number(JSContext*, const StackFrame& frame, Result result) {
  if (frame.column == 0)
    result.setNull();
  else
    result.setNumber(frame.column);
  return true;
}
bool function_name(JSContext* cx, const StackFrame& frame, Result result) {
  return set(cx, frame.function, result);
}
bool type_name(JSContext* cx, const StackFrame& frame, Result result) {
  return set(cx, frame.type.empty() && frame.fixed.empty() ? "Object" : frame.type, result);
}
bool method_name(JSContext* cx, const StackFrame& frame, Result result) {
  return set(cx, frame.method.empty() && !frame.type.empty() ? frame.function : frame.method,
             result);
}
bool eval_origin(JSContext* cx, const StackFrame& frame, Result result) {
  if (set(cx, frame.eval_origin, result) && result.isNull()) result.setUndefined();
  return true;
}
bool text(JSContext* cx, const StackFrame& frame, Result result) {
  return set(cx, frame.text(), result);
}
bool undefined(JSContext*, const StackFrame&, Result result) {
  result.setUndefined();
  return true;
}
bool null(JSContext*, const StackFrame&, Result result) {
  result.setNull();
  return true;
}
bool is_native(JSContext*, const StackFrame& frame, Result result) {
  result.setBoolean(frame.builtin);
  return true;
}
bool is_eval(JSContext*, const StackFrame& frame, Result result) {
  result.setBoolean(!frame.eval_origin.empty());
  return true;
}
bool is_toplevel(JSContext*, const StackFrame& frame, Result result) {
  result.setBoolean(frame.type.empty());
  return true;
}
bool is_constructor(JSContext*, const StackFrame& frame, Result result) {
  result.setBoolean(frame.constructor);
  return true;
}
bool is_async(JSContext*, const StackFrame& frame, Result result) {
  result.setBoolean(frame.async);
  return true;
}
bool is_false(JSContext*, const StackFrame&, Result result) {
  result.setBoolean(false);
  return true;
}

constexpr NativeFunction kMethods[] = {
    {"getColumnNumber", ask<column_number>, 0},
    {"getEvalOrigin", ask<eval_origin>, 0},
    {"getFileName", ask<file_name>, 0},
    {"getFunction", ask<undefined>, 0},
    {"getFunctionName", ask<function_name>, 0},
    {"getLineNumber", ask<line_number>, 0},
    {"getMethodName", ask<method_name>, 0},
    {"getPromiseIndex", ask<null>, 0},
    {"getScriptNameOrSourceURL", ask<file_name>, 0},
    {"getThis", ask<undefined>, 0},
    {"getTypeName", ask<type_name>, 0},
    {"isAsync", ask<is_async>, 0},
    {"isConstructor", ask<is_constructor>, 0},
    {"isEval", ask<is_eval>, 0},
    {"isNative", ask<is_native>, 0},
    {"isPromiseAll", ask<is_false>, 0},
    {"isToplevel", ask<is_toplevel>, 0},
    {"toString", ask<text>, 0},
};

bool make_prototype(JSContext* cx, ErrorState& state) {
  state.call_site_prototype = JS_NewPlainObject(cx);
  if (!state.call_site_prototype) return false;
  for (const NativeFunction& method : kMethods)
    if (!JS_DefineFunction(cx, state.call_site_prototype, method.name, method.native, 0, 0))
      return false;
  return true;
}

}  // namespace

JSObject* new_call_sites(JSContext* cx, ErrorState& state, const std::vector<StackFrame>& frames) {
  if (!state.call_site_prototype && !make_prototype(cx, state)) return nullptr;
  JS::RootedObject array(cx, JS::NewArrayObject(cx, frames.size()));
  if (!array) return nullptr;
  JS::RootedObject site(cx);
  for (uint32_t i = 0; i < frames.size(); ++i) {
    site = JS_NewObjectWithGivenProto(cx, &kClass, state.call_site_prototype);
    if (!site) return nullptr;
    JS::SetReservedSlot(site, kFrame, JS::PrivateValue(new StackFrame(parse_fixed(frames[i]))));
    if (!JS_DefineElement(cx, array, i, site, JSPROP_ENUMERATE)) return nullptr;
  }
  return array;
}

}  // namespace loopscope::host
