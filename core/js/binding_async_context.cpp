#include "core/js/agent.h"
#include "core/js/async_context.h"
#include "core/js/binding.h"
#include "core/js/native.h"

// internalBinding('async_context'): the current async context frame and execution ids.
namespace loopscope::host {

namespace {

// get() -> the current frame, or undefined
bool get(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JSObject* frame = agent_from(cx).async_context();
  args.rval().set(frame != nullptr ? JS::ObjectValue(*frame) : JS::UndefinedValue());
  return true;
}

// set(frame or undefined). From the first frame on, promise reactions remember theirs.
bool set(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JSObject* frame = args.get(0).isObject() ? &args[0].toObject() : nullptr;
  agent_from(cx).async_context() = frame;
  if (frame != nullptr) remember_context_of_reactions(cx);
  args.rval().setUndefined();
  return true;
}

bool request_destroys(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  agent_from(cx).request_destroys();
  args.rval().setUndefined();
  return true;
}

bool new_async_id(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setNumber(agent_from(cx).new_async_id());
  return true;
}

bool execution_async_id(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setNumber(agent_from(cx).execution().async_id);
  return true;
}

bool trigger_async_id(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setNumber(agent_from(cx).execution().trigger_async_id);
  return true;
}

// setExecution(asyncId, triggerAsyncId): for a scope that the script side opens and closes.
bool set_execution(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  double async_id = 0;
  double trigger_async_id = 0;
  if (!JS::ToNumber(cx, args.get(0), &async_id) ||
      !JS::ToNumber(cx, args.get(1), &trigger_async_id))
    return false;
  agent_from(cx).execution() = {async_id, trigger_async_id};
  args.rval().setUndefined();
  return true;
}

}  // namespace

bool init_async_context_binding(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target,
                        {{"get", get, 0},
                         {"set", set, 1},
                         {"requestDestroys", request_destroys, 0},
                         {"newAsyncId", new_async_id, 0},
                         {"executionAsyncId", execution_async_id, 0},
                         {"triggerAsyncId", trigger_async_id, 0},
                         {"setExecution", set_execution, 2}});
}

}  // namespace loopscope::host
