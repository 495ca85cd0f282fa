#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "gui/player/machine_tracks.h"

namespace loopscope::gui {

// A process of the manager's list at a moment.
struct ManagedRow {
  uint32_t id = 0;
  trace::StringId app;
  trace::StringId mode;  // "cluster" or "fork"
  AgentId agent;
  uint32_t pid = 0;         // 0: none runs
  std::string_view status;  // in PM2's words
  VirtualTime since;        // it was started
  int64_t restarts = 0;
};

// A line of the merged logs.
struct LogLine {
  uint32_t step = 0;
  uint32_t id = 0;  // of the process in the list
  bool is_error = false;
  bool is_manager = false;  // what the manager says itself
  std::string text;
};

// What a process used over time: of each part of the run's time.
struct UseCurves {
  std::vector<float> cpu;           // share of a core
  std::vector<int64_t> memory;      // bytes resident
  std::vector<int64_t> loop_delay;  // the longest that its loop did not look
};

// Follows the process manager through a trace, to any position of it.
class ManagedStory {
 public:
  // The index is not owned and must outlive this.
  explicit ManagedStory(const trace::TimelineIndex& index) : m_index(index), m_tracks(index) {}

  // Takes in the events that came since the last call.
  void extend();

  // By name, then by number. Going on costs what came between, going back all before.
  const std::vector<ManagedRow>& rows(uint64_t position);
  // The number in the list of the process that runs or ran in that agent.
  std::optional<uint32_t> process_of(AgentId agent) const;
  // All lines of the run, in order.
  const std::vector<LogLine>& log() const { return m_log; }

  // Of each process by its number, the run cut into so many parts. Worked out once for a trace.
  const std::map<uint32_t, UseCurves>& curves(size_t parts);

 private:
  void apply(uint64_t step);
  void note(uint64_t step, const trace::ManagerChange& change);
  void make_curves(size_t parts);

  const trace::TimelineIndex& m_index;
  MachineTracks m_tracks;
  uint64_t m_seen = 0;
  std::vector<uint32_t> m_changes;  // steps
  std::vector<uint32_t> m_memory;   // steps
  std::map<uint16_t, uint32_t> m_process_of;
  std::vector<LogLine> m_log;
  std::map<uint32_t, ManagedRow> m_state;
  std::vector<ManagedRow> m_rows;
  size_t m_applied = 0;  // of m_changes
  std::map<uint32_t, UseCurves> m_curves;
  size_t m_curve_parts = 0;
  uint64_t m_curves_of = 0;  // events
};

}  // namespace loopscope::gui
