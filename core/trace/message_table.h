#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/trace/trace.h"

namespace loopscope::trace {

// One message's whole way.
struct MessageLife {
  uint32_t number = 0;
  AgentId sender;
  AgentId receiver;   // whose port it went to when it was sent, or who received it
  uint32_t port = 0;  // it was posted on
  uint32_t to = 0;    // the port it went to
  StepIndex sent;
  std::optional<StepIndex> received;
  std::optional<StepIndex> dropped;
};

// All messages of a trace, in the order in which they were sent.
class MessageTable {
 public:
  // Takes in the events that came since the last call.
  void extend(const Trace& trace);

  std::span<const MessageLife> messages() const { return m_messages; }
  // Null: no such message.
  const MessageLife* find(uint32_t number) const;

 private:
  void take_in(const Event& event, StepIndex step);

  std::vector<MessageLife> m_messages;
  std::unordered_map<uint32_t, size_t> m_by_number;
  std::unordered_map<uint32_t, AgentId> m_owners;  // of ports
  uint64_t m_seen = 0;
};

// What people are shown agents as.
class AgentNames {
 public:
  // Takes in the events that came since the last call.
  void extend(const Trace& trace);

  // "main", "worker 1", "process 1001"; "outside" of what is no agent.
  std::string of(AgentId agent) const;
  // Its name or what it runs: "hash.js"; empty if the trace does not say.
  std::string_view label(AgentId agent) const;

 private:
  struct Name {
    AgentKind kind{};
    std::string label;
    uint32_t pid = 0;
  };
  std::map<uint32_t, Name> m_names;
  uint64_t m_seen = 0;
};

}  // namespace loopscope::trace
