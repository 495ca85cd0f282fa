#include "core/js/stream_hooks.h"

#include <js/CallAndConstruct.h>

namespace loopscope::host {

namespace {

constexpr std::array<const char*, StreamHooks::kCount> kNames = {
    "listenerCount", "emit",      "emitWith",   "deliver", "readNothing", "readOn",
    "callWrite",     "construct", "destroy",    "final",   "writev",      "endsWithItsReadable",
    "canBeEnded",    "makeError", "joinErrors", "concat",  "slice",       "flushDecoder"};

}  // namespace

StreamHooks::StreamHooks(JSContext* cx) : m_functions(cx, JS::GCVector<JS::Value, kCount>(cx)) {}

bool StreamHooks::set(JSContext* cx, JS::HandleObject functions) {
  m_functions.clear();
  for (const char* name : kNames) {
    JS::RootedValue function(cx);
    if (!JS_GetProperty(cx, functions, name, &function) || !m_functions.append(function))
      return false;
  }
  return true;
}

bool StreamHooks::call(JSContext* cx, Name name, const JS::HandleValueArray& args,
                       JS::MutableHandleValue result) {
  return JS::Call(cx, JS::UndefinedHandleValue, m_functions[static_cast<size_t>(name)], args,
                  result);
}

}  // namespace loopscope::host
