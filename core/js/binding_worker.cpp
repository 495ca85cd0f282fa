#include <js/Array.h>

#include <algorithm>

#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/describe.h"
#include "core/js/native.h"
#include "core/sim/open_machine.h"

// internalBinding('worker'): workers as their parent and they themselves see them.
namespace loopscope::host {

namespace {

using workers::PortId;

void record_worker(Agent& parent, AgentId worker, trace::AgentOp op, const std::string& label) {
  trace::Recorder* recorder = parent.options().recorder;
  if (recorder == nullptr) return;
  recorder->agent(parent.loop().log().stamp(),
                  {op, worker.value, trace::AgentKind::thread, recorder->intern(label),
                   recorder->intern(running_location(parent.cx()))});
}

// start(port object, label, program, heap limit, stack limit) -> { agent, threadId }: starts a
// worker whose parent talks to it on that port. The limits are in bytes; 0: none.
bool start(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  JS::RootedObject port_object(cx, &args[0].toObject());
  WorkerSetup setup;
  if (!to_utf8(cx, args.get(1), setup.label) || !to_utf8(cx, args.get(2), setup.program))
    return false;
  setup.limits.heap_bytes = static_cast<uint64_t>(args[3].toNumber());
  setup.limits.stack_bytes = static_cast<uint64_t>(args[4].toNumber());
  agent.meter().charge(agent.options().costs.worker_made);
  agent.sync();
  if (agent.ended()) return false;
  const std::string label = setup.label;
  uint32_t thread_id = 0;
  const AgentId worker =
      agent.machine().start_worker(std::move(setup), [&](AgentId id, WorkerSetup& made) {
        workers::Ports& ports = agent.machine().ports();
        const PortId own = agent.message_ports().make(port_object);
        made.port = ports.make(id);
        if (sim::OpenMachine* open = agent.options().open_machine; open != nullptr)
          open->leave_out_closing(own.value);
        thread_id = made.thread_id;
        ports.entangle(own, made.port);
        record_worker(agent, id, trace::AgentOp::created, label);
        const std::string name = "worker " + std::to_string(thread_id);
        agent.message_ports().record_made(own, name + " (Node's own)", agent.id());
        agent.message_ports().record_made(made.port, name + " (Node's own)", id);
      });
  agent.add_worker(worker);
  JS::RootedObject result(cx, JS_NewPlainObject(cx));
  if (!result || !JS_DefineProperty(cx, result, "agent", worker.value, JSPROP_ENUMERATE) ||
      !JS_DefineProperty(cx, result, "threadId", static_cast<int32_t>(thread_id), JSPROP_ENUMERATE))
    return false;
  args.rval().setObject(*result);
  return true;
}

AgentId worker_from(const JS::CallArgs& args) {
  return AgentId{static_cast<uint16_t>(args.get(0).toNumber())};
}

// terminate(agent)
bool terminate(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  record_worker(agent, worker_from(args), trace::AgentOp::ending, "");
  agent.end_worker(worker_from(args));
  args.rval().setUndefined();
  return !agent.ended();
}

// setRef(agent, boolean)
bool set_ref(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  agent_from(cx).set_worker_refed(worker_from(args), JS::ToBoolean(args.get(1)));
  args.rval().setUndefined();
  return true;
}

// openParentPort() -> the port on which this worker's parent talks to it, started
bool open_parent_port(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  JS::RootedObject object(cx);
  if (!agent.message_ports().adopt(agent.setup()->port, &object)) return false;
  args.rval().setObject(*object);
  return true;
}

// shareVariable(name, text or undefined): a change to the environment that threads share
bool share_variable(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string name;
  std::string text;
  if (!to_utf8(cx, args.get(0), name)) return false;
  auto& shared = agent_from(cx).process().shared_environment();
  args.rval().setUndefined();
  if (args.get(1).isUndefined()) {
    shared.erase(name);
    return true;
  }
  if (!to_utf8(cx, args.get(1), text)) return false;
  shared[name] = text;
  return true;
}

// sharedVariables() -> an object of them
bool shared_variables(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject result(cx, JS_NewPlainObject(cx));
  if (!result) return false;
  for (const auto& [name, text] : agent_from(cx).process().shared_environment()) {
    JS::RootedString value(cx, JS_NewStringCopyUTF8N(cx, {text.data(), text.size()}));
    if (!value || !JS_DefineProperty(cx, result, name.c_str(), value, JSPROP_ENUMERATE))
      return false;
  }
  args.rval().setObject(*result);
  return true;
}

// loopTimes(agent or undefined: this one) -> [milliseconds since its loop was started, of these
// idle], or undefined if it runs no loop
bool loop_times(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  constexpr double kNsPerMs = 1e6;
  Agent& self = agent_from(cx);
  const Agent* const agent =
      args.get(0).isUndefined() ? &self : self.machine().find(worker_from(args));
  args.rval().setUndefined();
  if (agent == nullptr || !agent->loop_times().started) return true;
  const VirtualTime now = self.now();
  const double ran = static_cast<double>((now - *agent->loop_times().started).ns) / kNsPerMs;
  const double idle = static_cast<double>(agent->loop_times().idle_at(now).ns) / kNsPerMs;
  JS::RootedObject times(cx, JS::NewArrayObject(cx, 2));
  if (!times || !JS_DefineElement(cx, times, 0, std::max(ran, 0.0), JSPROP_ENUMERATE) ||
      !JS_DefineElement(cx, times, 1, idle, JSPROP_ENUMERATE))
    return false;
  args.rval().setObject(*times);
  return true;
}

}  // namespace

bool init_worker_binding(JSContext* cx, JS::HandleObject target) {
  const WorkerSetup* setup = agent_from(cx).setup();
  const JS::RootedValue is_main(cx, JS::BooleanValue(setup == nullptr));
  const JS::RootedValue is_manager(cx, JS::BooleanValue(agent_from(cx).is_manager()));
  const std::string program = setup == nullptr ? "" : setup->program;
  JS::RootedString text(cx, JS_NewStringCopyUTF8N(cx, {program.data(), program.size()}));
  if (!text) return false;
  return define_natives(cx, target,
                        {{"start", start, 5},
                         {"loopTimes", loop_times, 1},
                         {"terminate", terminate, 1},
                         {"setRef", set_ref, 2},
                         {"openParentPort", open_parent_port, 0},
                         {"shareVariable", share_variable, 2},
                         {"sharedVariables", shared_variables, 0}}) &&
         JS_DefineProperty(cx, target, "isMainThread", is_main, JSPROP_ENUMERATE) &&
         JS_DefineProperty(cx, target, "isManager", is_manager, JSPROP_ENUMERATE) &&
         JS_DefineProperty(cx, target, "program", text, JSPROP_ENUMERATE) &&
         JS_DefineProperty(cx, target, "threadId",
                           setup == nullptr ? 0 : static_cast<int32_t>(setup->thread_id),
                           JSPROP_ENUMERATE);
}

}  // namespace loopscope::host
