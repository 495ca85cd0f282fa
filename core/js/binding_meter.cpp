#include <js/CallAndConstruct.h>
#include <jsapi.h>
#include <jsfriendapi.h>

#include <string>

#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/native.h"

// internalBinding('meter'): which of the built-in modules' JavaScript costs virtual time. What
// handles absolute paths must not: how long they are depends on where a scenario's folder lies.
namespace loopscope::host {

namespace {

constexpr size_t kFunctionSlot = 0;

bool call_unmetered(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedValue function(cx, js::GetFunctionNativeReserved(&args.callee(), kFunctionSlot));
  const CpuMeter::Pause pause(agent_from(cx).meter());
  return JS::Call(cx, args.thisv(), function, JS::HandleValueArray(args), args.rval());
}

// unmetered(function) -> a function of the same name and length that does the same and costs
// nothing
bool unmetered(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject target(cx, &args[0].toObject());
  JS::Rooted<JSFunction*> function(cx, JS_GetObjectFunction(target));
  JS::RootedId name(cx);
  JS::RootedString text(cx, JS_GetFunctionId(function));
  if (!text) text = JS_GetEmptyString(cx);
  if (!JS_StringToId(cx, text, &name)) return false;
  JSFunction* result =
      js::NewFunctionByIdWithReserved(cx, call_unmetered, JS_GetFunctionArity(function), 0, name);
  if (result == nullptr) return false;
  JSObject* object = JS_GetFunctionObject(result);
  js::SetFunctionNativeReserved(object, kFunctionSlot, args[0]);
  args.rval().setObject(*object);
  return true;
}

// callMetered(function, self, ...args): calls the program's code from what is unmetered.
bool call_metered(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const JS::HandleValueArray rest =
      argc > 2 ? JS::HandleValueArray::subarray(JS::HandleValueArray(args), 2, argc - 2)
               : JS::HandleValueArray::empty();
  const CpuMeter::Resumption resumption(agent_from(cx).meter());
  return JS::Call(cx, args.get(1), args.get(0), rest, args.rval());
}

}  // namespace

bool init_meter_binding(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target,
                        {{"callMetered", call_metered, 2}, {"unmetered", unmetered, 1}});
}

}  // namespace loopscope::host
