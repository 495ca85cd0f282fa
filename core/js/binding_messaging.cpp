#include <js/Array.h>

#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/named_hooks.h"
#include "core/js/native.h"
#include "core/sim/open_machine.h"

// internalBinding('messaging'): message ports (message_ports.h). On the script side a port is the
// object that was given to makeChannel(), join() or made by the hook makePort.
namespace loopscope::host {

namespace {

using workers::PortId;

// The port of the first argument that nobody has begun to close.
std::optional<PortId> open_port_from(JSContext* cx, const JS::CallArgs& args) {
  if (!args.get(0).isObject()) return std::nullopt;
  return agent_from(cx).message_ports().open_port_of(&args[0].toObject());
}

// The port of the first argument if it is not closed yet.
std::optional<PortId> port_from(JSContext* cx, const JS::CallArgs& args) {
  if (!args.get(0).isObject()) return std::nullopt;
  return agent_from(cx).message_ports().port_of(&args[0].toObject());
}

// setHooks({ makePort, emitMessage, emitClose, workerEnded, childEnded, signalCame }): any of them.
bool set_hooks(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject given(cx, &args[0].toObject());
  Agent::Hooks& hooks = agent_from(cx).hooks();
  if (!take_hooks(cx, given,
                  {{"makePort", hooks.make_port},
                   {"emitMessage", hooks.emit_message},
                   {"emitClose", hooks.emit_close},
                   {"workerEnded", hooks.worker_ended},
                   {"childEnded", hooks.child_ended},
                   {"signalCame", hooks.signal_came}}))
    return false;
  args.rval().setUndefined();
  return true;
}

// makeChannel(object, object): entangled ports
bool make_channel(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  JS::RootedObject one(cx, &args[0].toObject());
  JS::RootedObject other(cx, &args[1].toObject());
  const PortId first = agent.message_ports().make(one);
  const PortId second = agent.message_ports().make(other);
  agent.machine().ports().entangle(first, second);
  agent.message_ports().record_made(first, "", agent.id());
  agent.message_ports().record_made(second, "", agent.id());
  args.rval().setUndefined();
  return true;
}

// join(object, channel name): a port of a broadcast channel
bool join(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  JS::RootedObject object(cx, &args[0].toObject());
  std::string name;
  if (!to_utf8(cx, args.get(1), name)) return false;
  const PortId port = agent.message_ports().make(object);
  agent.machine().ports().join(port, name);
  agent.message_ports().record_made(port, "broadcast " + name, agent.id());
  args.rval().setUndefined();
  return true;
}

// post(port, value, transfer list or undefined, number of things transferred, preview, whether its
// size counts, a socket that goes along or undefined, whether the value is a packed one) -> whether
// the port's own other end went with it, so that both are lost. Throws an Error that the script
// side turns into a DataCloneError. Does nothing if the port is closed or being closed.
bool post(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  const std::optional<PortId> port = open_port_from(cx, args);
  args.rval().setBoolean(false);
  if (!port) return true;
  MessagePorts::Post post{*port, static_cast<uint32_t>(args.get(3).toNumber()),
                          {},    JS::ToBoolean(args.get(5)),
                          0,     false};
  if (args.get(6).isNumber()) post.socket = static_cast<os::SocketId>(args[6].toNumber());
  post.packed = JS::ToBoolean(args.get(7));
  if (args.get(4).isString() && !to_utf8(cx, args.get(4), post.preview)) return false;
  const PortId peer = agent.machine().ports().peer(*port);
  if (!agent.message_ports().post(post, args.get(1), args.get(2))) return false;
  args.rval().setBoolean(peer && !agent.machine().ports().is_open(peer) && post.transferred != 0);
  return true;
}

bool start(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  if (const auto port = port_from(cx, args)) agent_from(cx).message_ports().start(*port);
  args.rval().setUndefined();
  return true;
}

bool stop(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  if (const auto port = port_from(cx, args)) agent_from(cx).message_ports().stop(*port);
  args.rval().setUndefined();
  return true;
}

bool close(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  if (const auto port = port_from(cx, args)) agent_from(cx).message_ports().close(*port);
  args.rval().setUndefined();
  return true;
}

// setRef(port, boolean, whether it is Node's own end of a channel to a worker)
bool set_ref(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  if (const auto port = port_from(cx, args)) {
    agent.message_ports().set_refed(*port, JS::ToBoolean(args.get(1)));
    if (sim::OpenMachine* open = agent.options().open_machine; open && JS::ToBoolean(args.get(2)))
      open->leave_out_closing(port->value);
  }
  args.rval().setUndefined();
  return true;
}

bool has_ref(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const auto port = port_from(cx, args);
  args.rval().setBoolean(port && agent_from(cx).message_ports().is_refed(*port));
  return true;
}

// isOpen(object): whether it stands for an open port of this agent
bool is_open(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setBoolean(open_port_from(cx, args).has_value());
  return true;
}

// take(port) -> [value, whether it is a packed one], or undefined: nothing has come
bool take(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const auto port = port_from(cx, args);
  args.rval().setUndefined();
  if (!port) return true;
  JS::RootedValueArray<2> values(cx);
  MessagePorts::Taken taken;
  if (!agent_from(cx).message_ports().take(*port, values[0], taken)) return false;
  if (!taken.found) return true;
  values[1].setBoolean(taken.packed);
  JSObject* array = JS::NewArrayObject(cx, values);
  if (array == nullptr) return false;
  args.rval().setObject(*array);
  return true;
}

}  // namespace

bool init_messaging_binding(JSContext* cx, JS::HandleObject target) {
  const JS::RootedValue records(cx, JS::BooleanValue(agent_from(cx).options().recorder != nullptr));
  return define_natives(cx, target,
                        {{"setHooks", set_hooks, 1},
                         {"makeChannel", make_channel, 2},
                         {"join", join, 2},
                         {"post", post, 8},
                         {"start", start, 1},
                         {"stop", stop, 1},
                         {"close", close, 1},
                         {"setRef", set_ref, 2},
                         {"hasRef", has_ref, 1},
                         {"isOpen", is_open, 1},
                         {"take", take, 1}}) &&
         JS_DefineProperty(cx, target, "records", records, JSPROP_ENUMERATE);
}

}  // namespace loopscope::host
