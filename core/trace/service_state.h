#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>

#include "core/trace/schema.h"

namespace loopscope::trace {

// A request that has begun and not ended, and when it came how far.
struct RequestState {
  uint32_t connection = 0;
  uint32_t status = 0;
  uint32_t load = 0;
  StringId text;
  std::optional<AgentId> client;  // nothing: not a client that tells
  std::optional<AgentId> server;  // whose handler has it
  std::optional<VirtualTime> sent;
  std::optional<VirtualTime> arrived;
  std::optional<VirtualTime> handled;
  std::optional<VirtualTime> head;
  std::optional<VirtualTime> finished;
  bool operator==(const RequestState&) const = default;
};

struct LoadState {
  StringId label;
  StringId text;
  uint32_t sent = 0;
  uint32_t answered = 0;
  uint32_t failed = 0;
  StringId latency;
  bool ended = false;
  bool operator==(const LoadState&) const = default;
};

// The status PM2 shows of a process of which this was told last.
std::string_view status_after(ManagerOp op);

// A process the manager manages.
struct ManagedState {
  ManagerOp last{};  // what became of it
  VirtualTime since;
  uint32_t agent = 0;
  uint32_t pid = 0;
  StringId app;
  int64_t restarts = 0;
  bool operator==(const ManagedState&) const = default;
};

// What the machine does for others: requests on their way, load generators, managed processes.
struct ServiceState {
  std::map<uint32_t, RequestState> requests;  // by number
  std::map<uint32_t, LoadState> loads;        // by id
  std::map<uint32_t, ManagedState> managed;   // by the manager's number
  bool operator==(const ServiceState&) const = default;

  // What the event did.
  void apply(const Event& event);
  // Things held: what copying them costs.
  size_t weight() const { return requests.size() + loads.size() + managed.size(); }

 private:
  void take_in(const Event& event, const RequestChange& change);
  void take_in(const LoadChange& change);
  void take_in(const Event& event, const ManagerChange& change);
};

}  // namespace loopscope::trace
