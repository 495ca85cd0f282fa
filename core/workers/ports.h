#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/trace/types.h"

namespace loopscope::workers {

// One end of a channel. Never used twice in a run; 0 is "no port".
struct PortId {
  uint32_t value = 0;
  constexpr auto operator<=>(const PortId&) const = default;
  constexpr explicit operator bool() const { return value != 0; }
};

// What a message holds, serialized by who knows the language.
class Payload {
 public:
  virtual ~Payload() = default;
};

struct Message {
  uint32_t number = 0;  // never used twice in a run
  AgentId sender;
  TaskId cause;      // the sender's task that posted it
  std::string from;  // the line that did
  uint32_t bytes = 0;
  VirtualTime arrives;
  size_t sent = 0;  // where the order is open: its place in the log
  // Null: no message, the other end was closed. Shared by the receivers of a broadcast.
  std::shared_ptr<Payload> payload;

  bool closes() const { return payload == nullptr; }
};

// All message ports of a machine. A port belongs to one agent, or to none while it is on its way in
// a message. What is posted on one of a pair goes into the queue of the other, also while that is
// not started, or on its way.
class Ports {
 public:
  PortId make(AgentId owner);
  // Makes each the other's peer.
  void entangle(PortId one, PortId other);
  // The port gets what any other port posts that joined this channel, and they what it posts.
  void join(PortId port, const std::string& channel);

  bool is_open(PortId port) const { return m_ports.contains(port); }
  // None if it is on its way, or closed.
  std::optional<AgentId> owner(PortId port) const;
  PortId peer(PortId port) const;
  // Who gets what is posted on it, in the order in which they were made.
  std::vector<PortId> receivers(PortId port) const;

  // Puts a message into a port's queue. Nothing happens if it is closed.
  void deliver(PortId port, Message message);
  // From now on what has arrived is to be given to the owner's program; and no longer.
  void start(PortId port);
  void stop(PortId port);
  bool is_started(PortId port) const;

  // The port goes into a message, and comes out of it at its new owner, not started.
  void detach(PortId port);
  void attach(PortId port, AgentId owner);

  // Closes it, and tells its peer with this, which holds nothing. The messages that nobody will
  // receive any more.
  std::vector<Message> close(PortId port, Message news);

  // The next thing in the queue, if it has arrived.
  std::optional<Message> take(PortId port, VirtualTime now);
  // The next thing of that sender, arrived or not.
  std::optional<Message> take_from(PortId port, AgentId sender);
  // Whether take() would find the news of the other end's closing: that is told to ports that are
  // not started, too.
  bool closes_next(PortId port, VirtualTime now) const;
  // How many have arrived.
  size_t arrived(PortId port, VirtualTime now) const;

  // When the next thing comes that is to be given to the agent.
  std::optional<VirtualTime> next_arrival(AgentId agent) const;
  // The agent's ports that have something for it, in the order in which it got them (libuv's order
  // of its async handles).
  std::vector<PortId> with_arrivals(AgentId agent, VirtualTime now) const;
  // All ports of the agent, in that order.
  std::vector<PortId> of(AgentId agent) const;
  // Its place in that order, from 1. It is not used again.
  uint64_t place_of(PortId port) const { return m_ports.at(port).place; }
  // What there is for a port that may be given out, arrived or not: the first of each sender. Of
  // one that is not `started`, only that the other end was closed.
  std::vector<const Message*> heads(PortId port, bool started) const;

 private:
  struct Port {
    std::optional<AgentId> owner;
    PortId peer;
    std::string channel;  // of a broadcast; empty: none
    bool started = false;
    uint64_t place = 0;  // among its owner's ports
    std::deque<Message> queue;
  };
  using Place = std::pair<uint64_t, PortId>;

  // When what is first in the queue is to be given to the owner.
  static std::optional<VirtualTime> due(const Port& port);

  std::map<PortId, Port> m_ports;
  std::map<AgentId, std::vector<Place>> m_owned;
  std::map<std::string, std::vector<PortId>> m_channels;
  uint32_t m_last = 0;
  std::map<AgentId, uint64_t> m_last_places;
};

}  // namespace loopscope::workers
