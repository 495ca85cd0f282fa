#pragma once

#include <optional>
#include <utility>

#include "core/sim/agenda.h"
#include "core/sim/scheduler.h"

namespace loopscope::sim {

// Messages on their way to one agent. A message carries its sender's time and takes `latency`; with
// a latency of at least the scheduler's lookahead, messages of several senders arrive in the order
// of their virtual times, whichever host thread ran first.
template <typename Message>
class Mailbox {
 public:
  Mailbox(AgentId owner, VirtualTime latency) : m_owner(owner), m_latency(latency) {}

  // Sends, and wakes the owner when the message arrives.
  void post(AgentThread& sender, Message message) {
    const VirtualTime arrives = sender.now() + m_latency;
    m_messages.add(arrives, std::move(message));
    sender.wake(m_owner, arrives);
  }

  // The first message that has arrived at the owner's time.
  std::optional<Message> take(const AgentThread& owner) {
    auto entry = m_messages.take_due(owner.now());
    if (!entry) return std::nullopt;
    return std::move(entry->item);
  }

  // When the next message arrives, if one is on its way or has arrived.
  std::optional<VirtualTime> next_arrival() const { return m_messages.next_due(); }

 private:
  AgentId m_owner;
  VirtualTime m_latency;
  Agenda<Message> m_messages;
};

}  // namespace loopscope::sim
