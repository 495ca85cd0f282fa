#include "gui/player/timeline_model.h"

#include <algorithm>

namespace loopscope::gui {

using trace::TaskIndex;

namespace {

// Tasks nested deeper than this have no bars.
constexpr size_t kMaxDepth = 64;

// So many effects of a task are looked at for those that can be seen.
constexpr size_t kMostEffects = 4'096;

uint32_t count_of(size_t first, size_t end) {
  return static_cast<uint32_t>(end - first);
}

}  // namespace

TimelineModel::TimelineModel(const trace::TimelineIndex& index) : m_index(index) {
  extend();
}

void TimelineModel::extend() {
  m_links.resize(m_index.tasks().tasks().size());
  for (uint64_t step = m_times.size(); step < m_index.size(); ++step) take_in(StepIndex{step});
}

TimelineModel::Lane& TimelineModel::lane_for(AgentId agent) {
  if (agent.value >= m_lane_by_agent.size()) m_lane_by_agent.resize(size_t{agent.value} + 1);
  uint32_t& position = m_lane_by_agent[agent.value];
  if (position == 0) {
    m_lanes.emplace_back().agent = agent;
    position = static_cast<uint32_t>(m_lanes.size());
  }
  return m_lanes[position - 1];
}

const TimelineModel::Lane* TimelineModel::find_lane(AgentId agent) const {
  if (agent.value >= m_lane_by_agent.size() || m_lane_by_agent[agent.value] == 0) return nullptr;
  return &m_lanes[m_lane_by_agent[agent.value] - 1];
}

void TimelineModel::take_in(StepIndex step) {
  const trace::Event& event = m_index.trace().at(step);
  m_times.push_back(step.value == 0 ? event.time.ns : std::max(m_times.back(), event.time.ns));
  if (event.agent == kOutside) return;  // has no lane
  Lane& lane = lane_for(event.agent);
  lane.now = lane.steps.empty() ? event.time.ns : std::max(lane.now, event.time.ns);
  lane.steps.push_back(static_cast<uint32_t>(step.value));
  // A sleeper gives its core back, and may be given one to look why it was woken.
  if (!trace::is<trace::CoreChange>(event)) lane.waits.end(lane.now);
  switch (event.kind) {
    case trace::kKind<trace::Enqueue>:
      return link_to_cause(m_index.tasks().subject(step));
    case trace::kKind<trace::Start>:
      return start(lane, m_index.tasks().subject(step));
    case trace::kKind<trace::End>:
      return end(lane, m_index.tasks().subject(step));
    case trace::kKind<trace::PhaseEnter>:
      return lane.phases.begin(
          lane.now, static_cast<uint32_t>(trace::unpack<trace::PhaseEnter>(event).phase));
    case trace::kKind<trace::PhaseLeave>:
      return lane.phases.end(lane.now);
    case trace::kKind<trace::Wait>:
      return lane.waits.begin(lane.now, 0);
    default:
      return take_in_mark(lane, event, step);
  }
}

void TimelineModel::take_in_mark(Lane& lane, const trace::Event& event, StepIndex step) {
  MarkKind kind = MarkKind::kExit;
  if (trace::is<trace::Console>(event)) {
    const bool out = trace::unpack<trace::Console>(event).stream == trace::Stream::out;
    kind = out ? MarkKind::kConsoleOut : MarkKind::kConsoleErr;
  } else if (trace::is<trace::Error>(event)) {
    kind = MarkKind::kError;
  } else if (trace::is<trace::LimitReached>(event)) {
    kind = MarkKind::kLimit;
  } else if (trace::is<trace::Exit>(event)) {
    exit(lane);
  } else {
    return;
  }
  Marks& marks = lane.marks[static_cast<size_t>(kind)];
  marks.times.push_back(lane.now);
  marks.steps.push_back(static_cast<uint32_t>(step.value));
}

void TimelineModel::link_to_cause(TaskIndex task) {
  const TaskIndex cause = m_index.tasks().at(task).cause;
  if (!cause) return;
  Links& links = m_links[cause.value];
  if (links.last_effect == TaskIndex{}.value)
    links.first_effect = task.value;
  else
    m_links[links.last_effect].next_of_cause = task.value;
  links.last_effect = task.value;
}

void TimelineModel::start(Lane& lane, TaskIndex task) {
  if (!task) return;
  const size_t depth = lane.running.size();
  lane.running.push_back(task);
  m_links[task.value].depth = static_cast<int32_t>(std::min(depth, kMaxDepth));
  if (depth >= kMaxDepth) return;
  if (depth == lane.rows.size()) lane.rows.emplace_back();
  lane.rows[depth].begin(lane.now, task.value);
}

// What it was interrupted for ends with it.
void TimelineModel::end(Lane& lane, TaskIndex task) {
  const auto found = std::find(lane.running.begin(), lane.running.end(), task);
  const auto depth = static_cast<size_t>(found - lane.running.begin());
  for (size_t row = depth; row < std::min(lane.running.size(), lane.rows.size()); ++row)
    lane.rows[row].end(lane.now);
  lane.running.erase(found, lane.running.end());
}

void TimelineModel::exit(Lane& lane) {
  if (!lane.running.empty()) end(lane, lane.running.front());
  lane.phases.end(lane.now);
}

void TimelineModel::prepare(const View& view, std::vector<LaneLayout>& lanes) const {
  lanes.resize(m_lanes.size());
  for (size_t lane = 0; lane < m_lanes.size(); ++lane) prepare_lane(lane, view, lanes[lane]);
}

void TimelineModel::prepare_lane(size_t lane_index, const View& view, LaneLayout& layout) const {
  const Lane& lane = m_lanes[lane_index];
  const Scale scale(view);
  const int64_t now = end().ns;
  layout.agent = lane.agent;
  layout.bars.clear();
  layout.phases.clear();
  layout.waits.clear();
  layout.marks.clear();
  for (size_t depth = 0; depth < lane.rows.size(); ++depth) {
    const Track& row = lane.rows[depth];
    place(row, scale, now, [&](size_t first, size_t end, float x0, float x1) {
      const TaskIndex longest{row.what(row.longest(first, end, now))};
      const trace::TaskLife& task = m_index.tasks().at(TaskIndex{row.what(first)});
      const bool waited = task.due && task.due->ns < row.begin_of(first) && end - first == 1;
      const float ready = waited ? std::min(scale.cut(scale.x(task.due->ns)), x0) : x0;
      layout.bars.push_back({x0, x1, ready, count_of(first, end), TaskIndex{row.what(first)},
                             m_index.tasks().at(longest).queue, static_cast<int>(depth)});
    });
  }
  place(lane.phases, scale, now, [&](size_t first, size_t end, float x0, float x1) {
    const uint32_t phase = lane.phases.what(lane.phases.longest(first, end, now));
    layout.phases.push_back({x0, x1, count_of(first, end), static_cast<trace::Phase>(phase)});
  });
  place(lane.waits, scale, now, [&](size_t first, size_t end, float x0, float x1) {
    layout.waits.push_back({x0, x1, count_of(first, end)});
  });
  for (size_t kind = 0; kind < kMarkKindCount; ++kind) {
    const auto& [times, steps] = lane.marks[kind];
    const int64_t from = bucket_begin(scale.from_ns(), scale.fold_ns());
    const int64_t to = scale.to_end_ns();
    auto at = static_cast<size_t>(std::ranges::lower_bound(times, from) - times.begin());
    while (at < times.size() && times[at] <= to) {
      const size_t end =
          std::max(at + 1, first_not_before(times, at + 1, bucket_end(times[at], scale.fold_ns())));
      layout.marks.push_back({scale.cut(scale.x(times[at])), StepIndex{steps[at]},
                              count_of(at, end), static_cast<MarkKind>(kind)});
      at = end;
    }
  }
}

int TimelineModel::lane_of(TaskIndex task) const {
  return static_cast<int>(m_lane_by_agent[m_index.tasks().at(task).agent.value]) - 1;
}

bool TimelineModel::add_arrow(std::vector<Arrow>& arrows, TaskIndex task, const View& view) const {
  const trace::TaskLife& effect = m_index.tasks().at(task);
  const int32_t depth = m_links[task.value].depth;
  if (!effect.cause || depth < 0 || !effect.started) return false;
  const Scale scale(view);
  const double x0 = scale.x(m_index.trace().at(effect.enqueued).time.ns);
  const double x1 = scale.x(m_index.trace().at(*effect.started).time.ns);
  if (scale.is_beside(x0, x1)) return false;
  arrows.push_back({scale.cut(x0), scale.cut(x1), lane_of(effect.cause), lane_of(task),
                    std::max(0, m_links[effect.cause.value].depth), depth, task});
  return true;
}

std::vector<Arrow> TimelineModel::arrows(TaskIndex task, const View& view, size_t limit) const {
  std::vector<Arrow> arrows;
  if (task.value >= m_links.size()) return arrows;
  TaskIndex effect = task;
  for (size_t back = 0; back < limit && effect; ++back) {
    add_arrow(arrows, effect, view);
    effect = m_index.tasks().at(effect).cause;
  }
  size_t shown = 0;
  for (const TaskIndex scheduled : effects(task, kMostEffects)) {
    if (shown == limit) break;
    shown += add_arrow(arrows, scheduled, view) ? 1 : 0;
  }
  return arrows;
}

std::vector<TaskIndex> TimelineModel::effects(TaskIndex task, size_t limit) const {
  std::vector<TaskIndex> effects;
  if (task.value >= m_links.size()) return effects;
  uint32_t next = m_links[task.value].first_effect;
  for (; next != TaskIndex{}.value && effects.size() < limit; next = m_links[next].next_of_cause)
    effects.push_back(TaskIndex{next});
  return effects;
}

StepIndex TimelineModel::step_at(double ns) const {
  const auto after = std::ranges::upper_bound(m_times, to_ns(ns));
  if (after == m_times.begin()) return {};
  return StepIndex{static_cast<uint64_t>(after - m_times.begin()) - 1};
}

StepIndex TimelineModel::step_at(AgentId agent, double ns) const {
  const Lane* const lane = find_lane(agent);
  if (lane == nullptr) return {};
  const auto time_of = [&](uint32_t step) { return m_index.trace().events[step].time.ns; };
  const auto after = std::ranges::upper_bound(lane->steps, to_ns(ns), {}, time_of);
  return StepIndex{after == lane->steps.begin() ? lane->steps.front() : *std::prev(after)};
}

TaskIndex TimelineModel::task_at(AgentId agent, double ns) const {
  const Lane* const lane = find_lane(agent);
  if (lane == nullptr) return {};
  for (auto row = lane->rows.rbegin(); row != lane->rows.rend(); ++row) {
    const size_t index = row->at(to_ns(ns), end().ns);
    if (index < row->size()) return TaskIndex{row->what(index)};
  }
  return {};
}

std::vector<uint32_t> TimelineModel::density(size_t buckets) const {
  std::vector<uint32_t> counts(buckets);
  const auto begin_ns = static_cast<double>(begin().ns);
  const double bucket_ns =
      (static_cast<double>(end().ns) - begin_ns) / static_cast<double>(buckets);
  size_t at = 0;
  for (size_t bucket = 0; bucket < buckets; ++bucket) {
    const int64_t next = to_ns(begin_ns + bucket_ns * static_cast<double>(bucket + 1));
    const size_t end = bucket + 1 == buckets ? m_times.size() : first_not_before(m_times, at, next);
    counts[bucket] = count_of(at, end);
    at = end;
  }
  return counts;
}

}  // namespace loopscope::gui
