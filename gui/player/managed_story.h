#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "gui/player/machine_tracks.h"

namespace loopscope::gui {

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

// What the process manager and its processes did in the whole of a trace. What its list shows at a
// position is part of the state there (trace::ServiceState).
class ManagedStory {
 public:
  // The index is not owned and must outlive this.
  explicit ManagedStory(const trace::TimelineIndex& index) : m_index(index), m_tracks(index) {}

  // Takes in the events that came since the last call.
  void extend();

  // The number in the list of the process that runs or ran in that agent.
  std::optional<uint32_t> process_of(AgentId agent) const;
  // All lines of the run, in order.
  const std::vector<LogLine>& log() const { return m_log; }

  // Of each process by its number, the run cut into so many parts. Worked out once for a trace.
  const std::map<uint32_t, UseCurves>& curves(size_t parts);

 private:
  void note(uint64_t step, const trace::ManagerChange& change);
  void make_curves(size_t parts);

  const trace::TimelineIndex& m_index;
  MachineTracks m_tracks;
  uint64_t m_seen = 0;
  std::vector<uint32_t> m_memory;  // steps
  std::map<uint16_t, uint32_t> m_process_of;
  std::vector<LogLine> m_log;
  std::map<uint32_t, UseCurves> m_curves;
  size_t m_curve_parts = 0;
  uint64_t m_curves_of = 0;  // events
};

}  // namespace loopscope::gui
