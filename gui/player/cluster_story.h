#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "core/trace/timeline_index.h"

namespace loopscope::gui {

enum class ProcessStage : uint8_t { kStarting, kOnline, kListening, kDisconnecting, kDead };

// "starting", "online", …
std::string_view name(ProcessStage stage);

// A process that another one forked, at a moment.
struct ProcessRow {
  AgentId agent;
  AgentId parent;
  uint32_t number = 0;  // of its parent's forks; a cluster's worker.id
  uint32_t pid = 0;
  trace::StringId label;   // what it runs
  bool is_worker = false;  // it speaks cluster's protocol
  ProcessStage stage{};
  VirtualTime since;                         // it is in that stage
  int64_t exit_code = 0;                     // dead
  trace::StringId exit_signal;               // dead: what ended it
  trace::StringId error;                     // dead: the uncaught error
  uint64_t connections = 0;                  // it took so far
  std::deque<uint32_t> latest;               // the last of them, the newest last
  std::optional<trace::SignalOp> signal_op;  // what became of the last signal sent to it
  trace::StringId signal_name;
};

// Numbers from here on are of connections that a worker accepted itself.
inline constexpr uint32_t kAcceptedItself = 0x80000000;

// A connection that a primary hands to a worker, or that a worker accepted itself.
struct HandedConnection {
  AgentId worker;
  uint64_t step = 0;  // of the last that was done with it
  VirtualTime given;
  std::optional<VirtualTime> taken;
};

// What a primary listens at for its workers.
struct Listener {
  AgentId primary;
  trace::StringId address;
  std::deque<uint32_t> waiting;  // connections no worker is free for, the oldest first
  std::deque<AgentId> free;      // workers, in the order in which they get the next connections
  std::vector<uint32_t> on_their_way;  // connections given and not taken up yet
  uint64_t handed = 0;
};

// The processes of a machine and the connections handed round among them, at a moment.
struct ClusterState {
  std::map<uint16_t, ProcessRow> processes;  // by agent
  std::map<uint16_t, Listener> listeners;    // by primary
  std::map<uint32_t, HandedConnection> connections;
  std::map<uint32_t, AgentId> by_pid;
  std::map<uint32_t, AgentId> port_owners;
  std::map<uint16_t, uint32_t> forks;  // by parent: so many so far
  std::map<uint16_t, trace::StringId> errors;
  std::optional<AgentId> latest_parent;  // the one that forked last

  // The children of that process, in the order in which they were forked.
  std::vector<const ProcessRow*> children(AgentId parent) const;
};

// Follows processes through a trace, to any position of it.
class ClusterStory {
 public:
  // The index is not owned and must outlive this.
  explicit ClusterStory(const trace::TimelineIndex& index) : m_index(index) {}

  // Takes in the events that came since the last call.
  void extend();
  // Whether that primary hands connections to its workers in the run; else they accept themselves.
  bool hands_round(AgentId primary) const { return m_handing.contains(primary.value); }
  // Valid until the next call. Going on costs what came between, going back all before.
  const ClusterState& at(uint64_t position);

 private:
  bool matters(uint64_t step) const;
  void apply(uint64_t step);
  void take_in(const trace::Event& event, const trace::AgentChange& change);
  void take_in(const trace::Event& event, const trace::MessageMove& move);
  void take_in(const trace::Event& event, const trace::Handoff& handoff, uint64_t step);
  void take_in(const trace::SignalChange& change);
  void end(const trace::Event& event);
  void accept(const trace::Event& event, uint64_t step);
  ProcessRow* process(AgentId agent);

  const trace::TimelineIndex& m_index;
  uint64_t m_seen = 0;
  std::set<uint16_t> m_handing;   // primaries
  std::vector<uint32_t> m_steps;  // of the events that matter
  ClusterState m_state;
  size_t m_applied = 0;  // of m_steps
};

}  // namespace loopscope::gui
