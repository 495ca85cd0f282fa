#include <js/SharedArrayBuffer.h>

#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/describe.h"
#include "core/js/native.h"
#include "core/sim/open_machine.h"

// internalBinding('shared_memory'): what of Atomics has to do with other agents. The script side
// has checked the arguments. A cell is given as its SharedArrayBuffer and the byte in it.
namespace loopscope::host {

namespace {

workers::SharedCell cell_from(JSContext* cx, const JS::CallArgs& args) {
  return {agent_from(cx).machine().shared_memory().number_of(&args[0].toObject()),
          static_cast<uint64_t>(args[1].toNumber())};
}

void record(JSContext* cx, trace::SharedOp op, workers::SharedCell cell, int64_t value,
            std::optional<VirtualTime> until = std::nullopt) {
  Agent& agent = agent_from(cx);
  trace::Recorder* recorder = agent.options().recorder;
  if (recorder == nullptr) return;
  recorder->shared(agent.loop().log().stamp(),
                   {op, cell.buffer, static_cast<uint32_t>(cell.offset / sizeof(int32_t)), value,
                    until, recorder->intern(running_location(cx))});
}

// made(SharedArrayBuffer)
bool made(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  JS::RootedObject buffer(cx, &args[0].toObject());
  const uint32_t number =
      agent.machine().shared_memory().made(cx, buffer, agent.options().recorder != nullptr);
  if (sim::OpenMachine* open = agent.options().open_machine; open != nullptr)
    open->note_shared_memory();
  record(cx, trace::SharedOp::made, {number, 0},
         static_cast<int64_t>(JS::GetSharedArrayBufferByteLength(buffer)));
  args.rval().setUndefined();
  return true;
}

// wait(buffer, byte, value it holds, milliseconds) -> whether it was notified before the time was
// up
bool wait(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  const workers::SharedCell cell = cell_from(cx, args);
  const double ms = args[3].toNumber();
  constexpr double kLongestMs = 1e12;  // some thirty years: for ever
  std::optional<VirtualTime> duration;
  if (ms < kLongestMs) duration = VirtualTime{static_cast<int64_t>(ms * 1e6)};
  agent.record_shared_cells();
  std::optional<VirtualTime> until;
  if (duration) until = agent.now() + *duration;
  record(cx, trace::SharedOp::wait, cell, static_cast<int64_t>(args[2].toNumber()), until);
  bool notified = false;
  if (!agent.wait_for_cell(cell, duration, notified)) return false;
  record(cx, notified ? trace::SharedOp::woken : trace::SharedOp::timed_out, cell, 0);
  args.rval().setBoolean(notified);
  return true;
}

// notify(buffer, byte, count) -> how many were woken
bool notify(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  const workers::SharedCell cell = cell_from(cx, args);
  const double count = args[2].toNumber();
  constexpr double kAll = 1e9;
  agent.sync();
  const std::vector<workers::Waiter> woken = agent.machine().wait_list().notify(
      cell, count < kAll ? static_cast<uint64_t>(count) : UINT64_MAX);
  const VirtualTime at = agent.thread().now() + agent.options().costs.notify_latency;
  for (const workers::Waiter& waiter : woken) {
    Agent* const other = agent.machine().find(waiter.agent);
    if (other == nullptr) continue;
    other->notify_cell();
    if (other->open_order() != nullptr) other->open_order()->learn_from(*agent.open_order());
    agent.wake(waiter.agent, at);
  }
  agent.record_shared_cells();
  record(cx, trace::SharedOp::notify, cell, static_cast<int64_t>(woken.size()));
  args.rval().setNumber(static_cast<uint32_t>(woken.size()));
  return !agent.ended();
}

// notEqual(buffer, byte, value): Atomics.wait() found another value there
bool not_equal(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  record(cx, trace::SharedOp::not_equal, cell_from(cx, args),
         static_cast<int64_t>(args[2].toNumber()));
  args.rval().setUndefined();
  return true;
}

}  // namespace

bool init_shared_memory_binding(JSContext* cx, JS::HandleObject target) {
  return define_natives(
      cx, target,
      {{"made", made, 1}, {"wait", wait, 4}, {"notify", notify, 3}, {"notEqual", not_equal, 3}});
}

}  // namespace loopscope::host
