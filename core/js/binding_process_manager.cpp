#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/manager_host.h"
#include "core/js/native.h"

// internalBinding('process_manager'): what the process manager's program tells it (core/cluster).
namespace loopscope::host {

namespace {

ManagerHost& host_of(JSContext* cx) {
  return agent_from(cx).manager_host();
}

cluster::SlotId number_from(const JS::CallArgs& args) {
  return static_cast<uint32_t>(args.get(0).toNumber());
}

bool done(JSContext* cx, const JS::CallArgs& args) {
  args.rval().setUndefined();
  return !host_of(cx).failed();
}

// begin(hands): their methods carry out what is decided.
bool begin(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  host_of(cx).set_hands(&args[0].toObject());
  return done(cx, args);
}

// delayOf(i) -> milliseconds until the i-th command is typed, -1 if there is none
bool delay_of(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const Agent& agent = agent_from(cx);
  const auto& typed = agent.options().typed;
  const uint32_t index = number_from(args);
  if (index >= typed.size()) {
    args.rval().setInt32(-1);
    return true;
  }
  const VirtualTime now = agent_from(cx).now();
  args.rval().setNumber(
      static_cast<double>(typed[index].at > now ? (typed[index].at - now).ms() : 0));
  return true;
}

// type(i): the i-th command
bool type(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  host_of(cx).shell().type(agent_from(cx).options().typed[number_from(args)].command);
  return done(cx, args);
}

// noteUp(slot), noteListening(slot), noteReady(slot), noteDisconnected(slot), runTimer(timer)
template <void (cluster::ProcessManager::*kNote)(uint32_t)>
bool note(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  (host_of(cx).manager().*kNote)(number_from(args));
  return done(cx, args);
}

// noteExit(slot, exit code, signal's name or '')
bool note_exit(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string signal;
  if (!to_utf8(cx, args.get(2), signal)) return false;
  host_of(cx).manager().note_exit(number_from(args), args.get(1).toInt32(), signal);
  return done(cx, args);
}

}  // namespace

bool init_process_manager_binding(JSContext* cx, JS::HandleObject target) {
  using Manager = cluster::ProcessManager;
  return define_natives(cx, target,
                        {{"begin", begin, 1},
                         {"delayOf", delay_of, 1},
                         {"noteDisconnected", note<&Manager::note_disconnected>, 1},
                         {"noteExit", note_exit, 3},
                         {"noteListening", note<&Manager::note_listening>, 1},
                         {"noteReady", note<&Manager::note_ready>, 1},
                         {"noteUp", note<&Manager::note_up>, 1},
                         {"runTimer", note<&Manager::run_timer>, 1},
                         {"type", type, 1}});
}

}  // namespace loopscope::host
