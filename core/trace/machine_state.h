#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "core/trace/schema.h"
#include "core/trace/service_state.h"

namespace loopscope::trace {

// An agent that another one made.
struct AgentLife {
  AgentId parent;
  AgentKind kind{};
  StringId label;  // its name; what it runs
  StringId from;   // the line that made it
  VirtualTime created;
  bool online = false;  // its program runs
  bool ending = false;  // it was told to end
  std::optional<int64_t> exit_code;
  bool operator==(const AgentLife&) const = default;
};

// A message on its way, or waiting in the port it goes to.
struct MessageState {
  uint32_t number = 0;
  AgentId sender;
  uint32_t port = 0;  // it was posted on
  VirtualTime sent;
  uint32_t size = 0;
  uint32_t transferred = 0;
  StringId text;
  StringId from;
  bool operator==(const MessageState&) const = default;
};

// An open port.
struct PortState {
  uint32_t peer = 0;
  AgentId owner;
  StringId label;
  StringId from;
  bool started = false;
  bool refed = true;
  std::vector<MessageState> messages;  // to it, not received: the oldest first
  bool operator==(const PortState&) const = default;
};

struct SharedBuffer {
  int64_t bytes = 0;
  std::map<uint32_t, int64_t> cells;  // whose values are known, by number
  bool operator==(const SharedBuffer&) const = default;
};

// An agent blocked in Atomics.wait().
struct BlockedState {
  uint32_t buffer = 0;
  uint32_t cell = 0;
  VirtualTime since;
  std::optional<VirtualTime> until;
  StringId from;
  bool operator==(const BlockedState&) const = default;
};

// What agents have in common, and what the machine does for others.
struct MachineState {
  std::map<uint32_t, AgentLife> lives;        // of agents made by others, by agent
  std::map<uint32_t, PortState> ports;        // by number
  std::map<uint32_t, SharedBuffer> shared;    // by number
  std::map<uint32_t, BlockedState> blocked;   // by agent
  std::vector<std::optional<AgentId>> cores;  // who computes there
  ServiceState service;
  bool operator==(const MachineState&) const = default;

  // What the event did.
  void apply(const Event& event);
  // Things held: what copying them costs.
  size_t weight() const;

 private:
  void take_in(const Event& event, const AgentChange& change);
  void take_in(const Event& event, const CoreChange& change);
  void take_in(const Event& event, const MessageMove& move);
  void take_in(const PortChange& change);
  void take_in(const Event& event, const SharedChange& change);
};

}  // namespace loopscope::trace
