#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "core/trace/trace.h"

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

// A process the manager manages.
struct ManagedState {
  uint32_t id = 0;  // its number in the manager's list
  StringId app;
  StringId mode;                        // "cluster" or "fork"
  StringId options;                     // a command that would start it as it was started
  ManagerOp became = ManagerOp::start;  // what its status comes from
  AgentId agent;      // that runs it or ran it last; the manager's own, 0: none yet
  uint32_t pid = 0;   // stays while it is waited for to be started again
  VirtualTime since;  // it was started
  std::optional<VirtualTime> created;  // it was started first, or by somebody
  int64_t restarts = 0;
  int64_t unstable = 0;  // of these, too short lives in a row
  bool operator==(const ManagedState&) const = default;

  // In PM2's words.
  std::string_view status() const;
  bool runs() const;
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

// The manager's list: by name, then by number.
std::vector<ManagedState> listed(const ServiceState& state, const Trace& trace);

}  // namespace loopscope::trace
