#include <js/Array.h>

#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/native.h"

// internalBinding('timers'): Node's timer lists and immediates for node/timers.js. Times are whole
// milliseconds of the loop's clock.
namespace loopscope::host {

namespace {

// create(timeout, refed) -> id. The timer keeps `timeout` alive until destroy(id).
bool create(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  const uint32_t slot = agent.callbacks().add(CallbackKind::kTimer, &args[0].toObject(), nullptr,
                                              agent.async_context());
  agent.callbacks()[slot].async_id = args[2].toNumber();
  agent.callbacks()[slot].trigger_async_id = args[3].toNumber();
  args.rval().setNumber(agent.loop().timers().create(slot, args[1].toBoolean()));
  return true;
}

void record_timer(Agent& agent, trace::TimerOp op, loop::TimerId id, int64_t delay_ms,
                  bool repeats) {
  if (!agent.loop().log().recording()) return;
  agent.options().recorder->timer(agent.loop().log().stamp(), op, agent.loop().timers().task(id),
                                  delay_ms, repeats);
}

void cancel_waiting_task(Agent& agent, loop::TimerId id) {
  if (!agent.loop().timers().scheduled(id) || !agent.loop().log().recording()) return;
  agent.options().recorder->cancel(agent.loop().log().stamp(), agent.loop().timers().task(id));
}

// schedule(id, durationMs, startMs or -1 for now, callback, repeats): the next firing.
bool schedule(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  loop::EventLoop& loop = agent.loop();
  const auto id = static_cast<loop::TimerId>(args[0].toNumber());
  const auto duration_ms = static_cast<int64_t>(args[1].toNumber());
  const auto given_start_ms = static_cast<int64_t>(args[2].toNumber());
  if (given_start_ms < 0) loop.update_time();
  const sim::LoopTime start = given_start_ms < 0 ? loop.now() : loop.known_time(given_start_ms);
  cancel_waiting_task(agent, id);
  const TaskId task = loop.log().next_id();
  if (loop.log().recording() && args[3].isObject()) {
    JS::RootedObject callback(cx, &args[3].toObject());
    agent.record_enqueue(loop::Queue::timers, task, "timeout", callback,
                         VirtualTime::from_ms(start.ms + duration_ms));
  }
  loop.schedule_timer_from(id, duration_ms, start, task);
  args.rval().setNumber(static_cast<double>(start.ms));
  return true;
}

bool unschedule(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  const auto id = static_cast<loop::TimerId>(args[0].toNumber());
  cancel_waiting_task(agent, id);
  agent.loop().timers().unschedule(id);
  args.rval().setUndefined();
  return true;
}

bool destroy(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  const auto id = static_cast<loop::TimerId>(args[0].toNumber());
  agent.callbacks().release(agent.loop().timers().slot(id));
  agent.loop().timers().destroy(id);
  args.rval().setUndefined();
  return true;
}

bool is_scheduled(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const auto id = static_cast<loop::TimerId>(args[0].toNumber());
  args.rval().setBoolean(agent_from(cx).loop().timers().scheduled(id));
  return true;
}

bool set_refed(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  const auto id = static_cast<loop::TimerId>(args[0].toNumber());
  const bool refed = args[1].toBoolean();
  agent.loop().timers().set_refed(id, refed);
  record_timer(agent, refed ? trace::TimerOp::ref : trace::TimerOp::unref, id, 0, false);
  args.rval().setUndefined();
  return true;
}

// now() -> the loop's time, after asking the clock (Node: getLibuvNow).
bool now(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setNumber(static_cast<double>(agent_from(cx).loop().update_time()));
  return true;
}

// addImmediate(immediate, callback, asyncId, triggerAsyncId) -> id
bool add_immediate(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  const uint32_t slot = agent.callbacks().add(CallbackKind::kImmediate, &args[0].toObject(),
                                              nullptr, agent.async_context());
  agent.callbacks()[slot].async_id = args[2].toNumber();
  agent.callbacks()[slot].trigger_async_id = args[3].toNumber();
  const loop::Task task{agent.loop().log().next_id(), slot};
  if (agent.loop().log().recording()) {
    JS::RootedObject callback(cx, &args[1].toObject());
    agent.record_enqueue(loop::Queue::check, task.id, "immediate", callback);
  }
  args.rval().setNumber(agent.loop().immediates().add(task, true));
  return true;
}

// clearImmediate(id) -> whether it was waiting
bool clear_immediate(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const auto id = static_cast<loop::ImmediateId>(args[0].toNumber());
  args.rval().setBoolean(agent_from(cx).loop().immediates().clear(id));
  return true;
}

bool set_immediate_refed(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const auto id = static_cast<loop::ImmediateId>(args[0].toNumber());
  agent_from(cx).loop().immediates().set_refed(id, args[1].toBoolean());
  args.rval().setUndefined();
  return true;
}

// setDispatchers(runTimer, runImmediate)
bool set_dispatchers(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent::Hooks& hooks = agent_from(cx).hooks();
  hooks.run_timer = &args[0].toObject();
  hooks.run_immediate = &args[1].toObject();
  args.rval().setUndefined();
  return true;
}

// activeCounts() -> [requests, timers, immediates] that keep the loop alive
bool active_counts(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  loop::EventLoop& loop = agent_from(cx).loop();
  JS::RootedValueArray<3> counts(cx);
  counts[0].setNumber(static_cast<double>(loop.request_count()));
  counts[1].setNumber(static_cast<double>(loop.timers().refed_count()));
  counts[2].setNumber(static_cast<double>(loop.immediates().refed_count()));
  JSObject* array = JS::NewArrayObject(cx, counts);
  if (array == nullptr) return false;
  args.rval().setObject(*array);
  return true;
}

}  // namespace

bool init_timers_binding(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target,
                        {{"create", create, 4},
                         {"schedule", schedule, 5},
                         {"unschedule", unschedule, 1},
                         {"destroy", destroy, 1},
                         {"isScheduled", is_scheduled, 1},
                         {"setRefed", set_refed, 2},
                         {"now", now, 0},
                         {"addImmediate", add_immediate, 4},
                         {"clearImmediate", clear_immediate, 1},
                         {"setImmediateRefed", set_immediate_refed, 2},
                         {"activeCounts", active_counts, 0},
                         {"setDispatchers", set_dispatchers, 2}});
}

}  // namespace loopscope::host
