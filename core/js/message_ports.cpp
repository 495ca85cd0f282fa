#include "core/js/message_ports.h"

#include <js/CallAndConstruct.h>
#include <js/WeakMap.h>

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/js/agent.h"
#include "core/js/describe.h"
#include "core/sim/open_machine.h"

namespace loopscope::host {

using loop::Outcome;
using loop::Queue;
using workers::Message;

namespace {

// Node gives each port so many messages before another gets its turn, or all that had come.
constexpr size_t kMessagesAtOnce = 1000;

constexpr size_t kPreviewBytes = 200;

// What a message takes to copy. By whole KiB, so that the length of a path in it does not show.
VirtualTime copy_time(const sim::CostModel& costs, size_t bytes) {
  constexpr size_t kKib = 1024;
  const size_t kib = (bytes + kKib / 2) / kKib;
  return costs.message_copy + sim::times(kib * kKib, costs.message_copy_byte);
}

}  // namespace

MessagePorts::MessagePorts(Agent& agent) : m_agent(agent), m_ports_by_object(agent.cx()) {}

MessagePorts::PortId MessagePorts::make(JS::HandleObject object) {
  const PortId port = m_agent.machine().ports().make(m_agent.id());
  enter(port, object);
  return port;
}

bool MessagePorts::adopt(PortId port, JS::MutableHandleObject object) {
  JSContext* cx = m_agent.cx();
  JS::RootedValue function(cx, JS::ObjectValue(*m_agent.hooks().make_port));
  JS::RootedValue id(cx, JS::NumberValue(port.value));
  JS::RootedValue made(cx);
  if (!JS::Call(cx, JS::UndefinedHandleValue, function, JS::HandleValueArray(id), &made))
    return false;
  object.set(&made.toObject());
  if (!m_agent.machine().ports().owner(port)) {
    m_agent.machine().ports().attach(port, m_agent.id());
    record(trace::PortOp::moved, port);
  }
  enter(port, object);
  return true;
}

void MessagePorts::enter(PortId port, JS::HandleObject object) {
  JSContext* cx = m_agent.cx();
  if (!m_ports_by_object) m_ports_by_object = JS::NewWeakMapObject(cx);
  const JS::RootedValue number(cx, JS::NumberValue(port.value));
  if (!m_ports_by_object || !JS::SetWeakMapEntry(cx, m_ports_by_object, object, number))
    JS_ClearPendingException(cx);
  m_open.emplace(port, Open{JS::PersistentRootedObject(cx, object), false});
}

std::optional<MessagePorts::PortId> MessagePorts::port_of(JSObject* object) {
  if (!m_ports_by_object) return std::nullopt;
  JSContext* cx = m_agent.cx();
  JS::RootedObject key(cx, object);
  JS::RootedValue number(cx);
  if (!JS::GetWeakMapEntry(cx, m_ports_by_object, key, &number) || !number.isNumber())
    return std::nullopt;
  const PortId port{static_cast<uint32_t>(number.toNumber())};
  const auto open = m_open.find(port);
  // One that was given away and has come back has another object.
  if (open == m_open.end() || open->second.object != object) return std::nullopt;
  return port;
}

std::optional<MessagePorts::PortId> MessagePorts::open_port_of(JSObject* object) {
  const std::optional<PortId> port = port_of(object);
  return port && !m_open.at(*port).closing ? port : std::nullopt;
}

void MessagePorts::give_away(PortId port) {
  set_refed(port, false);
  release(port);
  m_agent.machine().ports().detach(port);
}

void MessagePorts::release(PortId port) {
  m_open.erase(port);
}

bool MessagePorts::post(const Post& post, JS::HandleValue value, JS::HandleValue transfer) {
  JSContext* cx = m_agent.cx();
  Machine& machine = m_agent.machine();
  if (m_agent.stop_comes()) return false;
  const sim::CostModel& costs = m_agent.options().costs;
  const auto cloned = std::make_shared<ClonedValue>();
  if (!cloned->write(cx, value, transfer)) return false;
  for (const PortId port : cloned->ports()) give_away(port);
  if (post.socket != 0) cloned->sockets().push_back(post.socket);
  if (post.packed) cloned->set_packed();
  const size_t bytes = post.counts ? cloned->bytes() : 0;
  m_agent.meter().charge(copy_time(costs, bytes));
  m_agent.sync();
  const PortId peer = machine.ports().peer(post.port);
  if (std::ranges::count(cloned->ports(), peer) != 0) {
    // Sent to itself: nobody holds either end any more.
    machine.close_port(peer, m_agent.thread(), m_agent.loop().log().stamp());
    return true;
  }
  Message message;
  message.sender = m_agent.id();
  message.cause = m_agent.loop().log().running();
  message.bytes = static_cast<uint32_t>(std::min<size_t>(bytes, UINT32_MAX));
  message.payload = cloned;
  if (m_agent.loop().log().recording()) message.from = running_location(cx);
  for (const PortId to : machine.ports().receivers(post.port)) {
    const std::optional<AgentId> owner = machine.ports().owner(to);
    message.number = machine.new_message();
    // What an agent posts to itself is there when it looks next.
    message.arrives = m_agent.thread().now();
    if (owner != m_agent.id()) message.arrives += costs.message_latency;
    if (sim::OpenOrder* open = m_agent.open_order(); open != nullptr)
      message.sent =
          open->send(to.value, "a message from " + m_agent.thread().name(), m_agent.now());
    if (trace::Recorder* recorder = m_agent.options().recorder; recorder != nullptr)
      recorder->message(m_agent.loop().log().stamp(),
                        {trace::MessageOp::send, message.number, post.port.value, to.value,
                         message.bytes, post.transferred,
                         recorder->intern(std::string_view(post.preview).substr(0, kPreviewBytes)),
                         recorder->intern(message.from)});
    machine.ports().deliver(to, message);
    if (owner) m_agent.wake(*owner, message.arrives);
  }
  return true;
}

void MessagePorts::start(PortId port) {
  if (!m_open.contains(port) || m_agent.machine().ports().is_started(port)) return;
  m_agent.machine().ports().start(port);
  record(trace::PortOp::started, port);
}

void MessagePorts::stop(PortId port) {
  m_agent.machine().ports().stop(port);
}

void MessagePorts::set_refed(PortId port, bool refed) {
  const auto found = m_open.find(port);
  if (found == m_open.end() || found->second.refed == refed) return;
  found->second.refed = refed;
  if (found->second.closing) return;
  if (refed)
    m_agent.loop().ref_handle();
  else
    m_agent.loop().unref_handle();
  record(refed ? trace::PortOp::ref : trace::PortOp::unref, port);
}

bool MessagePorts::is_refed(PortId port) const {
  const auto found = m_open.find(port);
  return found != m_open.end() && found->second.refed;
}

void MessagePorts::close(PortId port) {
  const auto found = m_open.find(port);
  if (found == m_open.end() || found->second.closing) return;
  const bool was_refed = found->second.refed;
  set_refed(port, false);
  found->second.refed = was_refed;
  found->second.closing = true;
  // The other end is told when the handle is closed, not before.
  m_agent.queue_closing("close", [this, port](JSContext* context) {
    m_agent.sync();
    JS::RootedValue argument(context, JS::ObjectValue(*m_open.at(port).object));
    release(port);
    m_agent.machine().close_port(port, m_agent.thread(), m_agent.loop().log().stamp());
    JS::RootedValue function(context, JS::ObjectValue(*m_agent.hooks().emit_close));
    JS::RootedValue ignored(context);
    return JS::Call(context, JS::UndefinedHandleValue, function, JS::HandleValueArray(argument),
                    &ignored);
  });
}

bool MessagePorts::take(PortId port, JS::MutableHandleValue value, Taken& taken) {
  workers::Ports& ports = m_agent.machine().ports();
  m_agent.sync();
  // What was posted is in the queue at once for who looks into it, as in Node.
  const VirtualTime arrived = m_agent.thread().now() + m_agent.options().costs.message_latency;
  std::optional<Message> message;
  if (m_agent.open_order() != nullptr) {
    if (!take_openly(port, message)) return false;
  } else if (!ports.closes_next(port, arrived)) {
    message = ports.take(port, arrived);
  }
  taken.found = message.has_value();
  if (!taken.found) return true;
  taken.packed = static_cast<ClonedValue&>(*message->payload).is_packed();
  if (trace::Recorder* recorder = m_agent.options().recorder; recorder != nullptr)
    recorder->message(m_agent.loop().log().stamp(), {trace::MessageOp::receive,
                                                     message->number,
                                                     port.value,
                                                     port.value,
                                                     message->bytes,
                                                     0,
                                                     {},
                                                     {}});
  return read(*message, value);
}

std::optional<VirtualTime> MessagePorts::next_arrival() const {
  return m_agent.machine().ports().next_arrival(m_agent.id());
}

void MessagePorts::begin_look() {
  if (m_open.empty() && m_looked_at.empty()) return;
  m_served = {};
  m_looked_at = m_agent.machine().ports().of(m_agent.id());
  std::erase_if(m_looked_at, [this](PortId port) { return !gives_out(port); });
}

// One that is being closed is not looked at, but a look that has begun goes on.
bool MessagePorts::gives_out(PortId port) const {
  const auto found = m_open.find(port);
  return found != m_open.end() && (!found->second.closing || port == m_served);
}

Outcome MessagePorts::receive(const loop::Port::RunTask& run) {
  for (const PortId port : m_looked_at)
    if (receive_at(port, run) == Outcome::kEnded) return Outcome::kEnded;
  return Outcome::kCompleted;
}

Outcome MessagePorts::receive_at(PortId port, const loop::Port::RunTask& run) {
  workers::Ports& ports = m_agent.machine().ports();
  size_t left = std::max(kMessagesAtOnce, ports.arrived(port, m_agent.now()));
  for (; left > 0 && gives_out(port); --left) {
    if (ports.closes_next(port, m_agent.now())) {
      close(port);
      return Outcome::kCompleted;
    }
    if (!ports.is_started(port)) return Outcome::kCompleted;
    std::optional<Message> message = ports.take(port, m_agent.now());
    if (!message) return Outcome::kCompleted;
    const Outcome outcome = run_received(port, std::move(*message), run);
    // After an error the port's other messages come with the next look, as in Node.
    if (outcome != Outcome::kCompleted)
      return outcome == Outcome::kEnded ? outcome : Outcome::kCompleted;
  }
  return Outcome::kCompleted;
}

// A worker's first message is its program.
Outcome MessagePorts::run_received(PortId port, Message message, const loop::Port::RunTask& run) {
  m_served = port;
  const bool is_boot_port = m_agent.setup() != nullptr && m_agent.setup()->port == port;
  const Queue queue = is_boot_port && !std::exchange(m_booted, true) ? Queue::main : Queue::poll;
  return run(task_of(port, std::move(message), queue), queue);
}

// Where the order is open.

void MessagePorts::add_to(sim::Inbox& inbox) const {
  for (const PortId port : m_looked_at)
    if (gives_out(port)) add_to(inbox, port, m_agent.machine().ports().is_started(port));
}

void MessagePorts::add_to(sim::Inbox& inbox, PortId port, bool started) const {
  const workers::Ports& ports = m_agent.machine().ports();
  const sim::OpenChannel channel{port.value, ports.place_of(port), !started};
  inbox.channels.push_back(channel);
  const bool leaves_out = m_agent.options().open_machine->leaves_out_closing(port.value);
  for (const Message* message : ports.heads(port, started))
    if (!message->closes() || !leaves_out)
      inbox.there.push_back({channel, message->sent, message->closes()});
}

Outcome MessagePorts::receive_first(const sim::Incoming& incoming, const loop::Port::RunTask& run) {
  const PortId port{static_cast<uint32_t>(incoming.channel.channel)};
  if (incoming.closes) {
    close(port);
    m_served = {};  // nothing follows
    return Outcome::kCompleted;
  }
  const AgentId sender = m_agent.options().open_machine->log().sent[incoming.sent].sender;
  std::optional<Message> message = m_agent.machine().ports().take_from(port, sender);
  assert(message);
  return run_received(port, std::move(*message), run);
}

// False: the run has ended.
bool MessagePorts::take_openly(PortId port, std::optional<Message>& message) {
  sim::OpenOrder& open = *m_agent.open_order();
  for (;;) {
    sim::Inbox inbox;
    add_to(inbox, port, true);
    std::erase_if(inbox.there, [](const sim::Incoming& incoming) { return incoming.closes; });
    if (open.readiness(inbox) != sim::OpenOrder::Readiness::kGivenIsToCome) {
      const sim::Arrival taken = open.taken_at_once(inbox, m_agent.now());
      if (!taken.incoming) return true;
      const AgentId sender =
          m_agent.options().open_machine->log().sent[taken.incoming->sent].sender;
      message = m_agent.machine().ports().take_from(port, sender);
      return true;
    }
    if (!m_agent.wait_for_others()) return false;
  }
}

loop::Task MessagePorts::task_of(PortId port, Message message, Queue queue) {
  CallbackTable& callbacks = m_agent.callbacks();
  const uint32_t slot = callbacks.add(CallbackKind::kNative, nullptr, nullptr, nullptr);
  callbacks[slot].async_id = m_agent.new_async_id();
  const loop::Task task{m_agent.loop().log().next_id(), slot};
  if (trace::Recorder* recorder = m_agent.options().recorder; recorder != nullptr) {
    const bool is_main = queue == Queue::main;
    const trace::Stamp stamp = m_agent.loop().log().stamp();
    if (is_main)
      recorder->agent(stamp, {trace::AgentOp::online, m_agent.id().value, trace::AgentKind::thread,
                              trace::StringId{}, trace::StringId{}});
    recorder->enqueue(stamp, task.id, queue, is_main ? "main" : "message",
                      is_main ? m_agent.setup()->label : "", message.cause, message.from);
  }
  callbacks[slot].native = [this, port, kept = std::make_shared<Message>(std::move(message))](
                               JSContext* cx) { return run_message(cx, port, *kept); };
  return task;
}

bool MessagePorts::run_message(JSContext* cx, PortId port, const Message& message) {
  if (trace::Recorder* recorder = m_agent.options().recorder; recorder != nullptr)
    recorder->message(m_agent.loop().log().stamp(), {trace::MessageOp::receive,
                                                     message.number,
                                                     port.value,
                                                     port.value,
                                                     message.bytes,
                                                     0,
                                                     {},
                                                     {}});
  const auto open = m_open.find(port);
  if (open == m_open.end()) return true;
  JS::RootedObject object(cx, open->second.object);
  JS::RootedValueArray<4> args(cx);
  args[0].setObject(*object);
  args[3].setBoolean(static_cast<ClonedValue&>(*message.payload).is_packed());
  if (!read(message, args[1])) {
    if (!JS_IsExceptionPending(cx) || !JS_GetPendingException(cx, args[2])) return false;
    JS_ClearPendingException(cx);
  }
  JS::RootedValue function(cx, JS::ObjectValue(*m_agent.hooks().emit_message));
  JS::RootedValue ignored(cx);
  return JS::Call(cx, JS::UndefinedHandleValue, function, args, &ignored);
}

bool MessagePorts::read(const Message& message, JS::MutableHandleValue value) {
  const sim::CostModel& costs = m_agent.options().costs;
  m_agent.meter().charge(copy_time(costs, message.bytes));
  auto& cloned = static_cast<ClonedValue&>(*message.payload);
  // The program is told their numbers, and takes them over.
  cloned.sockets().clear();
  return cloned.read(m_agent.cx(), value);
}

void MessagePorts::record(trace::PortOp op, PortId port) {
  trace::Recorder* recorder = m_agent.options().recorder;
  if (recorder == nullptr) return;
  recorder->port(m_agent.loop().log().stamp(),
                 {op, port.value, m_agent.machine().ports().peer(port).value, m_agent.id().value,
                  trace::StringId{}, recorder->intern(running_location(m_agent.cx()))});
}

void MessagePorts::record_made(PortId port, const std::string& label, AgentId owner) {
  trace::Recorder* recorder = m_agent.options().recorder;
  if (recorder == nullptr) return;
  recorder->port(
      m_agent.loop().log().stamp(),
      {trace::PortOp::made, port.value, m_agent.machine().ports().peer(port).value, owner.value,
       recorder->intern(label), recorder->intern(running_location(m_agent.cx()))});
}

}  // namespace loopscope::host
