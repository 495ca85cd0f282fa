#pragma once

#include <jsapi.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/js/message_payload.h"
#include "core/loop/port.h"
#include "core/workers/ports.h"

namespace loopscope::host {

class Agent;

// The message ports an agent holds: what its program has of them, and what comes out of them in the
// poll phase. Source: HTML Standard, "Message ports"; Node.js documentation "Worker threads".
class MessagePorts {
 public:
  using PortId = workers::PortId;

  explicit MessagePorts(Agent& agent);

  // A new port that the object stands for.
  PortId make(JS::HandleObject object);
  // One that came out of a message, or that the agent was born with: makes its object.
  [[nodiscard]] bool adopt(PortId port, JS::MutableHandleObject object);
  // The port an object stands for, if it is the agent's and not closed yet.
  std::optional<PortId> port_of(JSObject* object);
  // The same if nobody has begun to close it.
  std::optional<PortId> open_port_of(JSObject* object);
  // It goes into a message: its object is of no more use.
  void give_away(PortId port);

  // Serializes a value and sends it to whom the port is connected with. False: an exception is
  // pending.
  struct Post {
    PortId port;
    uint32_t transferred = 0;
    std::string preview;      // what the trace shows of it
    bool counts = true;       // its size is told, and takes time
    os::SocketId socket = 0;  // that goes along, in nobody's hands
    bool packed = false;      // ClonedValue::is_packed()
  };
  [[nodiscard]] bool post(const Post& post, JS::HandleValue value, JS::HandleValue transfer);

  void start(PortId port);
  void stop(PortId port);
  void set_refed(PortId port, bool refed);
  bool is_refed(PortId port) const;
  // Closes it; 'close' comes in the closing phase. Until then what comes can still be taken out,
  // and if poll is giving out what has come, it goes on.
  void close(PortId port);
  // Takes the next message out at once. False: an exception is pending.
  struct Taken {
    bool found = false;
    bool packed = false;
  };
  [[nodiscard]] bool take(PortId port, JS::MutableHandleValue value, Taken& taken);

  bool any() const { return !m_open.empty(); }
  // A worker has got its program.
  bool booted() const { return m_booted; }
  // libuv goes once through the handles that are open as it looks.
  void begin_look();
  std::optional<VirtualTime> next_arrival() const;
  loop::Outcome receive(const loop::Port::RunTask& run);
  // Where the order is open: what there is of it, and receiving what comes first.
  void add_to(sim::Inbox& inbox) const;
  loop::Outcome receive_first(const sim::Incoming& incoming, const loop::Port::RunTask& run);

  // Names the port in the trace.
  void record_made(PortId port, const std::string& label, AgentId owner);

 private:
  struct Open {
    JS::PersistentRootedObject object;
    bool refed = false;
    bool closing = false;
  };

  void enter(PortId port, JS::HandleObject object);
  bool gives_out(PortId port) const;
  void release(PortId port);
  loop::Outcome receive_at(PortId port, const loop::Port::RunTask& run);
  void add_to(sim::Inbox& inbox, PortId port, bool started) const;
  bool take_openly(PortId port, std::optional<workers::Message>& message);
  loop::Outcome run_received(PortId port, workers::Message message, const loop::Port::RunTask& run);
  loop::Task task_of(PortId port, workers::Message message, loop::Queue queue);
  bool run_message(JSContext* cx, PortId port, const workers::Message& message);
  [[nodiscard]] bool read(const workers::Message& message, JS::MutableHandleValue value);
  void record(trace::PortOp op, PortId port);

  Agent& m_agent;
  std::map<PortId, Open> m_open;
  std::vector<PortId> m_looked_at;               // in this look of poll
  PortId m_served;                               // the one of them that gave something out last
  JS::PersistentRootedObject m_ports_by_object;  // a weak map: object -> port number
  bool m_booted = false;                         // a worker has got its program
};

}  // namespace loopscope::host
