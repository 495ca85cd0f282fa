#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/trace/timeline_index.h"

namespace loopscope::gui {

enum class AgentCondition : uint8_t { kStarting, kRunning, kWantsCore, kIdle, kBlocked, kEnded };

// "starting", "running", …
std::string_view name(AgentCondition condition);

// An agent at a moment, in words.
struct AgentRow {
  AgentId agent;
  std::string name;  // "worker 1"
  std::string runs;  // "worker.js"; empty: the program itself
  AgentCondition condition{};
  bool failed = false;         // ended by an error, or with another code than 0
  std::string text;            // "on cell 1 of shared buffer 1 since 15.336 ms, at deadlock.js:13"
  std::string life;            // "made by main at 0.301 ms · online at 15.301 ms"
  std::optional<size_t> core;  // it computes on this one
};

// A cell of shared memory at a moment.
struct CellRow {
  uint32_t buffer = 0;
  uint32_t cell = 0;
  std::optional<int64_t> value;
  std::vector<AgentId> waiting;
};

// What happens to agents in the course of a run: what their states alone do not tell.
class AgentStory {
 public:
  // Takes in the events that came since the last call.
  void extend(const trace::Trace& trace);

  // Every agent the run will have had by its end, those not made yet left out.
  std::vector<AgentRow> rows(const trace::TimelineIndex& index, const trace::State& state) const;
  // Cells with a known value or somebody waiting, in order.
  static std::vector<CellRow> cells(const trace::MachineState& machine);

  // Who waits for what, once nobody can go on any more; else empty.
  std::string deadlock(const trace::TimelineIndex& index, const trace::State& state,
                       uint64_t position) const;

 private:
  struct Life {
    std::optional<VirtualTime> online;
    std::optional<VirtualTime> ended;
    trace::StringId error;
  };

  void describe(AgentRow& row, const trace::TimelineIndex& index, const trace::State& state) const;
  std::string life_text(AgentId agent, const trace::TimelineIndex& index,
                        const trace::AgentLife* life) const;

  uint64_t m_seen = 0;
  std::map<uint16_t, Life> m_lives;
  std::optional<uint64_t> m_last_wait;  // the last step at which somebody began to wait
  std::optional<uint64_t> m_dead;       // from that step on nobody can go on
  trace::StringId m_dead_text;
};

}  // namespace loopscope::gui
