#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/native.h"

// internalBinding('task_queue'): the tick and microtask queues, and what the loop calls of Node's
// process module when promises are rejected, errors are uncaught, or the program ends.
namespace loopscope::host {

namespace {

bool enqueue_microtask(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject function(cx, &args[0].toObject());
  agent_from(cx).queue_microtask(function);
  args.rval().setUndefined();
  return true;
}

// tickEnqueue(function, args: array or undefined, asyncId: a new one if it is missing)
bool tick_enqueue(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject function(cx, &args[0].toObject());
  JS::RootedObject arguments(cx, args.get(1).isObject() ? &args[1].toObject() : nullptr);
  Agent& agent = agent_from(cx);
  agent.queue_tick(function, arguments,
                   args.get(2).isNumber() ? args[2].toNumber() : agent.new_async_id());
  args.rval().setUndefined();
  return true;
}

// runMicrotasks(): drains the job queue now.
bool run_microtasks(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setUndefined();
  return agent_from(cx).loop().checkpoint().run_jobs() != loop::Outcome::kEnded;
}

// triggerUncaughtException(error, fromPromise)
bool trigger_uncaught_exception(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setUndefined();
  return agent_from(cx).handle_uncaught(args.get(0), JS::ToBoolean(args.get(1))) !=
         loop::Outcome::kEnded;
}

// setCallbacks({ uncaughtException, emitUnhandledRejection, emitRejectionHandled, emitDestroys,
//                emitBeforeExit, emitExit }): any of them.
bool set_callbacks(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject callbacks(cx, &args[0].toObject());
  Agent::Hooks& hooks = agent_from(cx).hooks();
  const struct {
    const char* name;
    JS::PersistentRootedObject& hook;
  } entries[] = {{"uncaughtException", hooks.uncaught_exception},
                 {"emitUnhandledRejection", hooks.unhandled_rejection},
                 {"emitRejectionHandled", hooks.rejection_handled},
                 {"emitDestroys", hooks.emit_destroys},
                 {"emitBeforeExit", hooks.emit_before_exit},
                 {"emitExit", hooks.emit_exit}};
  for (const auto& entry : entries) {
    JS::RootedValue value(cx);
    if (!JS_GetProperty(cx, callbacks, entry.name, &value)) return false;
    if (value.isObject()) entry.hook = &value.toObject();
  }
  args.rval().setUndefined();
  return true;
}

}  // namespace

bool init_task_queue_binding(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target,
                        {{"enqueueMicrotask", enqueue_microtask, 1},
                         {"tickEnqueue", tick_enqueue, 2},
                         {"runMicrotasks", run_microtasks, 0},
                         {"triggerUncaughtException", trigger_uncaught_exception, 2},
                         {"setCallbacks", set_callbacks, 1}});
}

}  // namespace loopscope::host
