#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/trace/timeline_index.h"
#include "gui/player/timeline_scale.h"

namespace loopscope::gui {

// What a lane is made of, in pixels from the view's left edge; what reaches beyond the edges is cut
// off a little outside of them. What would be too narrow is folded: one bar for several tasks.
struct Bar {
  float x0 = 0;
  float x1 = 0;
  float ready = 0;        // from where on it could have run: left of x0, if it had to wait
  uint32_t count = 1;     // tasks in it
  trace::TaskIndex task;  // the first of them
  trace::Queue queue{};   // of the longest of them
  int depth = 0;          // tasks that were interrupted for it
};
struct PhaseSpan {
  float x0 = 0;
  float x1 = 0;
  uint32_t count = 1;
  trace::Phase phase{};  // the longest of them
};
struct WaitSpan {
  float x0 = 0;
  float x1 = 0;
  uint32_t count = 1;
};

enum class MarkKind : uint8_t { kConsoleOut, kConsoleErr, kError, kLimit, kExit };
inline constexpr size_t kMarkKindCount = 5;

struct Mark {
  float x = 0;
  StepIndex step;  // the first of them
  uint32_t count = 1;
  MarkKind kind{};
};

// One agent's part of the timeline.
struct LaneLayout {
  AgentId agent;
  std::vector<Bar> bars;  // by depth, then by time; at one depth they don't overlap
  std::vector<PhaseSpan> phases;
  std::vector<WaitSpan> waits;
  std::vector<Mark> marks;  // by kind, then by time
};

// From where a task was scheduled to where it began.
struct Arrow {
  float x0 = 0;
  float x1 = 0;
  int lane0 = 0;
  int lane1 = 0;
  int depth0 = 0;
  int depth1 = 0;
  trace::TaskIndex task;  // the scheduled one
};

// What the timeline shows, without drawing: bars, spans, marks and arrows for a view, at the cost
// of what can be seen of them.
class TimelineModel {
 public:
  // The index is not owned, must outlive the model, and may grow: see extend.
  explicit TimelineModel(const trace::TimelineIndex& index);

  // Takes in the events the index took in since.
  void extend();

  // The times of the first event and of the last.
  VirtualTime begin() const { return {m_times.empty() ? 0 : m_times.front()}; }
  VirtualTime end() const { return {m_times.empty() ? 0 : m_times.back()}; }

  // Agents have lanes in the order of their first event.
  size_t lane_count() const { return m_lanes.size(); }
  AgentId agent_of(size_t lane) const { return m_lanes[lane].agent; }
  // Rows of bars, one for each depth.
  int depth_of(size_t lane) const { return static_cast<int>(m_lanes[lane].rows.size()); }

  // Fills the layout anew; give the same one again to save allocations.
  void prepare_lane(size_t lane, const View& view, LaneLayout& layout) const;
  void prepare(const View& view, std::vector<LaneLayout>& lanes) const;

  // The tasks that led to this one, up to `limit` back, and up to `limit` that it scheduled itself.
  // Only what began, and only what can be seen.
  std::vector<Arrow> arrows(trace::TaskIndex task, const View& view, size_t limit) const;
  // The tasks that task scheduled, in that order, at most so many.
  std::vector<trace::TaskIndex> effects(trace::TaskIndex task, size_t limit) const;

  // The last event at or before that time, of all or of one agent; the first if there is none.
  StepIndex step_at(double ns) const;
  StepIndex step_at(AgentId agent, double ns) const;
  // The innermost task that was running then, if any.
  trace::TaskIndex task_at(AgentId agent, double ns) const;

  // Events in each of so many equal parts of the time from begin() to end(), for the overview.
  std::vector<uint32_t> density(size_t buckets) const;

 private:
  struct Marks {
    std::vector<int64_t> times;
    std::vector<uint32_t> steps;
  };
  struct Lane {
    AgentId agent;
    int64_t now = 0;
    std::vector<Track> rows;  // by depth: the tasks
    Track phases;
    Track waits;
    std::array<Marks, kMarkKindCount> marks;
    std::vector<uint32_t> steps;
    std::vector<trace::TaskIndex> running;  // outermost first
  };
  // Where a task is in the tree of causes, and in its lane.
  struct Links {
    uint32_t first_effect = trace::TaskIndex{}.value;
    uint32_t last_effect = trace::TaskIndex{}.value;
    uint32_t next_of_cause = trace::TaskIndex{}.value;
    int32_t depth = -1;  // while it has not begun
  };

  Lane& lane_for(AgentId agent);
  const Lane* find_lane(AgentId agent) const;
  int lane_of(trace::TaskIndex task) const;
  void take_in(StepIndex step);
  void take_in_mark(Lane& lane, const trace::Event& event, StepIndex step);
  void link_to_cause(trace::TaskIndex task);
  void start(Lane& lane, trace::TaskIndex task);
  void end(Lane& lane, trace::TaskIndex task);
  void exit(Lane& lane);

  bool add_arrow(std::vector<Arrow>& arrows, trace::TaskIndex task, const View& view) const;

  const trace::TimelineIndex& m_index;
  std::vector<int64_t> m_times;  // by step, the latest so far: agents' clocks differ a little
  std::vector<Lane> m_lanes;
  std::vector<uint32_t> m_lane_by_agent;  // one more than its position; 0: none
  std::vector<Links> m_links;             // by task
};

}  // namespace loopscope::gui
