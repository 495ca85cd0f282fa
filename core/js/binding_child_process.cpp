#include <js/Array.h>

#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/describe.h"
#include "core/js/native.h"
#include "core/js/process_events.h"
#include "core/js/processes.h"
#include "core/sim/open_machine.h"

// internalBinding('child_process'): processes as their parent and they themselves see them, and
// signals.
namespace loopscope::host {

namespace {

bool get_text(JSContext* cx, JS::HandleObject from, const char* name, std::string& text) {
  JS::RootedValue value(cx);
  return JS_GetProperty(cx, from, name, &value) && to_utf8(cx, value, text);
}

bool get_texts(JSContext* cx, JS::HandleObject from, const char* name,
               std::vector<std::string>& texts) {
  JS::RootedValue value(cx);
  if (!JS_GetProperty(cx, from, name, &value)) return false;
  JS::RootedObject array(cx, &value.toObject());
  uint32_t length = 0;
  if (!JS::GetArrayLength(cx, array, &length)) return false;
  texts.resize(length);
  for (uint32_t i = 0; i < length; ++i)
    if (!JS_GetElement(cx, array, i, &value) || !to_utf8(cx, value, texts[i])) return false;
  return true;
}

// `env` is a list of names and texts in turn, `outputs` one of 'inherit', 'ignore', 'pipe'.
bool setup_from(JSContext* cx, JS::HandleObject from, ProcessSetup& setup) {
  std::vector<std::string> env;
  std::vector<std::string> outputs;
  if (!get_text(cx, from, "script", setup.script) || !get_text(cx, from, "cwd", setup.folder) ||
      !get_texts(cx, from, "args", setup.args) ||
      !get_texts(cx, from, "execArgv", setup.exec_argv) || !get_texts(cx, from, "env", env) ||
      !get_texts(cx, from, "outputs", outputs))
    return false;
  for (size_t i = 0; i + 1 < env.size(); i += 2) setup.env.emplace_back(env[i], env[i + 1]);
  for (size_t i = 0; i < setup.outputs.size() && i < outputs.size(); ++i)
    setup.outputs[i].kind = outputs[i] == "pipe"     ? StandardOutput::Kind::kPipe
                            : outputs[i] == "ignore" ? StandardOutput::Kind::kNowhere
                                                     : StandardOutput::Kind::kProgram;
  return true;
}

// What it inherits goes where its parent's goes, but for pipes, which are the parent's own.
void inherit_outputs(const ProcessSetup& parent, ProcessSetup& child) {
  for (size_t i = 0; i < child.outputs.size(); ++i)
    if (child.outputs[i].kind == StandardOutput::Kind::kProgram &&
        parent.outputs[i].kind == StandardOutput::Kind::kNowhere)
      child.outputs[i].kind = StandardOutput::Kind::kNowhere;
}

void record_start(Agent& parent, const Process& process) {
  trace::Recorder* recorder = parent.options().recorder;
  if (recorder == nullptr) return;
  recorder->agent(
      parent.loop().log().stamp(),
      {trace::AgentOp::created, process.main().value, trace::AgentKind::process,
       recorder->intern(parent.display_path(process.setup().script)),
       recorder->intern(running_location(parent.cx())), static_cast<uint32_t>(process.pid())});
}

void make_channel(Agent& parent, Process& process, JS::HandleObject port_object) {
  workers::Ports& ports = parent.machine().ports();
  const workers::PortId own = parent.message_ports().make(port_object);
  process.setup().channel = ports.make(process.main());
  ports.entangle(own, process.setup().channel);
  const std::string name = "channel of process " + std::to_string(process.pid());
  parent.message_ports().record_made(own, name, parent.id());
  parent.message_ports().record_made(process.setup().channel, name, process.main());
}

// The parent's ends of its standard outputs: handles, 0 for those that are no pipes.
bool make_pipes(JSContext* cx, Process& process, JS::MutableHandleValue pipes) {
  Agent& parent = agent_from(cx);
  os::NetworkStack& unowned = parent.machine().network().unowned();
  JS::RootedValueArray<2> handles(cx);
  for (size_t i = 0; i < process.setup().outputs.size(); ++i) {
    StandardOutput& output = process.setup().outputs[i];
    Sockets::HandleId handle = 0;
    if (output.kind == StandardOutput::Kind::kPipe) {
      const os::NetworkStack::Pair pair = unowned.make_pair(unowned);
      output.pipe = pair.others;
      handle = parent.sockets().take_over(pair.own);
    }
    handles[i].setNumber(handle);
  }
  JSObject* array = JS::NewArrayObject(cx, handles);
  if (array == nullptr) return false;
  pipes.setObject(*array);
  return true;
}

// fork({ script, cwd, args, execArgv, env, outputs }, port object or undefined) -> { pid, pipes }:
// starts a process that its parent talks to on that port.
bool fork(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  if (sim::OpenMachine* open = agent.options().open_machine; open != nullptr) {
    open->refuse("the program starts a process, and the orders of several are not explored");
    agent.end_run();
    return false;
  }
  ProcessSetup setup;
  JS::RootedObject given(cx, &args[0].toObject());
  if (!setup_from(cx, given, setup)) return false;
  inherit_outputs(agent.process().setup(), setup);
  agent.meter().charge(agent.options().costs.process_made);
  agent.sync();
  if (agent.ended()) return false;
  Process& process = agent.machine().processes().start(std::move(setup));
  record_start(agent, process);
  if (args.get(1).isObject()) {
    JS::RootedObject port_object(cx, &args[1].toObject());
    make_channel(agent, process, port_object);
  }
  agent.process_events().add_child(process.pid());
  JS::RootedObject result(cx, JS_NewPlainObject(cx));
  JS::RootedValue pipes(cx);
  if (!result || !make_pipes(cx, process, &pipes) ||
      !JS_DefineProperty(cx, result, "pid", process.pid(), JSPROP_ENUMERATE) ||
      !JS_DefineProperty(cx, result, "agent", static_cast<int32_t>(process.main().value),
                         JSPROP_ENUMERATE) ||
      !JS_DefineProperty(cx, result, "pipes", pipes, JSPROP_ENUMERATE))
    return false;
  args.rval().setObject(*result);
  return true;
}

// setRef(pid, boolean)
bool set_ref(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  agent_from(cx).process_events().set_child_refed(args.get(0).toInt32(),
                                                  JS::ToBoolean(args.get(1)));
  args.rval().setUndefined();
  return true;
}

// kill(pid, signal's number) -> whether there is such a process
bool kill(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  agent.sync();
  args.rval().setBoolean(
      agent.machine().processes().signal(args.get(0).toInt32(), args.get(1).toInt32(), agent));
  return !agent.ended();
}

// handleSignal(number, boolean): whether the program has a handler for it
bool handle_signal(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  agent_from(cx).process().set_handles(args.get(0).toInt32(), JS::ToBoolean(args.get(1)));
  args.rval().setUndefined();
  return true;
}

// openChannel() -> the port on which this process's parent talks to it, if hasChannel
bool open_channel(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  JS::RootedObject object(cx);
  if (!agent.message_ports().adopt(agent.process().setup().channel, &object)) return false;
  args.rval().setObject(*object);
  return true;
}

}  // namespace

bool init_child_process_binding(JSContext* cx, JS::HandleObject target) {
  Agent& agent = agent_from(cx);
  const bool is_forked = agent.setup() == nullptr && agent.process().setup().channel;
  const JS::RootedValue has_channel(cx, JS::BooleanValue(is_forked));
  return define_natives(cx, target,
                        {{"fork", fork, 2},
                         {"setRef", set_ref, 2},
                         {"kill", kill, 2},
                         {"handleSignal", handle_signal, 2},
                         {"openChannel", open_channel, 0}}) &&
         JS_DefineProperty(cx, target, "hasChannel", has_channel, JSPROP_ENUMERATE);
}

}  // namespace loopscope::host
