#include "gui/player/machine_tracks.h"

#include <algorithm>

namespace loopscope::gui {
namespace {

// A core or thread with a number beyond this is not shown.
constexpr uint32_t kMostNumbers = 256;
// The width of a piece of load.
constexpr double kPartPx = 2;

}  // namespace

void LoadTrack::begin(int64_t ns, uint32_t what) {
  end(ns);
  m_track.begin(ns, what);
}

void LoadTrack::end(int64_t ns) {
  if (!m_track.is_open()) return;
  m_track.end(ns);
  const int64_t length = ns - m_track.begin_of(m_track.size() - 1);
  m_covered.push_back((m_covered.empty() ? 0 : m_covered.back()) + length);
}

int64_t LoadTrack::covered(int64_t from_ns, int64_t to_ns, int64_t now) const {
  // What is covered before a moment.
  const auto before = [&](int64_t ns) -> int64_t {
    size_t low = 0;
    size_t high = m_track.size();
    while (low < high) {
      const size_t middle = (low + high) / 2;
      if (m_track.begin_of(middle) < ns)
        low = middle + 1;
      else
        high = middle;
    }
    if (low == 0) return 0;
    const int64_t earlier = low >= 2 ? m_covered[low - 2] : 0;
    return earlier + std::min(ns, m_track.end_of(low - 1, now)) - m_track.begin_of(low - 1);
  };
  return to_ns <= from_ns ? 0 : before(to_ns) - before(from_ns);
}

void prepare_load(const LoadTrack& track, const View& view, int64_t now,
                  std::vector<LoadPart>& parts) {
  parts.clear();
  const Track& spans = track.spans();
  if (spans.size() == 0) return;
  const Scale scale(view);
  const int64_t first = spans.begin_of(0);
  const int64_t last = spans.end_of(spans.size() - 1, now);
  for (double x = 0; x < static_cast<double>(view.width_px); x += kPartPx) {
    const int64_t from = scale.ns(x);
    const int64_t to = std::max(scale.ns(x + kPartPx), from + 1);
    if (to <= first) continue;
    if (from >= last) break;
    const int64_t covered = track.covered(from, to, now);
    if (covered <= 0) continue;
    const auto share =
        static_cast<float>(static_cast<double>(covered) / static_cast<double>(to - from));
    // Whatever was there at the piece's end, or last before.
    size_t at = spans.at(to - 1, now);
    if (at == spans.size()) at = spans.last_before(to);
    const uint32_t what = at < spans.size() ? spans.what(at) : 0;
    const auto x0 = static_cast<float>(x);
    const auto x1 = static_cast<float>(x + kPartPx);
    if (!parts.empty() && parts.back().x1 == x0 && parts.back().what == what &&
        parts.back().share == share)
      parts.back().x1 = x1;
    else
      parts.push_back({x0, x1, share, what});
  }
}

void prepare_delay(const Track& busy, const View& view, int64_t now,
                   std::vector<DelayShape>& shapes) {
  shapes.clear();
  const Scale scale(view);
  place(busy, scale, now, [&](size_t first, size_t end, float x0, float x1) {
    const size_t longest = busy.longest(first, end, now);
    const int64_t length = busy.end_of(longest, now) - busy.begin_of(longest);
    if (length <= 0) return;
    DelayShape shape{x0, x1, length, length, length, static_cast<uint32_t>(end - first)};
    if (shape.count == 1 && x1 - x0 > 3) {
      const int64_t until = busy.end_of(first, now);
      shape.delay0_ns = std::clamp<int64_t>(until - scale.ns(static_cast<double>(x0)), 0, length);
      shape.delay1_ns = std::clamp<int64_t>(until - scale.ns(static_cast<double>(x1)), 0, length);
    }
    shapes.push_back(shape);
  });
}

MachineTracks::MachineTracks(const trace::TimelineIndex& index) : m_index(index) {
  extend();
}

void MachineTracks::extend() {
  for (; m_seen < m_index.size(); ++m_seen) take_in(m_index.trace().events[m_seen], {m_seen});
}

const MachineTracks::Agent* MachineTracks::agent(AgentId agent) const {
  const auto found = m_agents.find(agent.value);
  return found == m_agents.end() ? nullptr : &found->second;
}

void MachineTracks::take_in(const trace::Event& event, StepIndex step) {
  m_now = std::max(m_now, event.time.ns);
  switch (event.kind) {
    case trace::kKind<trace::CoreChange>:
      return take_in_core(event);
    case trace::kKind<trace::AgentChange>: {
      const auto change = trace::unpack<trace::AgentChange>(event);
      Agent& agent = m_agents[static_cast<uint16_t>(change.id)];
      if (change.op == trace::AgentOp::created) agent.starting.begin(event.time.ns, 0);
      if (change.op == trace::AgentOp::online) agent.starting.end(event.time.ns);
      break;
    }
    case trace::kKind<trace::SharedChange>: {
      const auto change = trace::unpack<trace::SharedChange>(event);
      Track& blocked = m_agents[event.agent.value].blocked;
      if (change.op == trace::SharedOp::wait)
        blocked.begin(event.time.ns, static_cast<uint32_t>(step.value));
      if (change.op == trace::SharedOp::woken || change.op == trace::SharedOp::timed_out)
        blocked.end(event.time.ns);
      break;
    }
    case trace::kKind<trace::Job>:
      take_in_job(step);
      break;
    default:
      break;
  }
  if (event.agent != kOutside) take_in_loop(event);
}

// A loop looks for what is ready as it enters timers or poll, and all the time while it sleeps.
void MachineTracks::take_in_loop(const trace::Event& event) {
  Agent& agent = m_agents[event.agent.value];
  Progress& progress = m_progress[event.agent.value];
  const int64_t now = event.time.ns;
  if (agent.ended_ns) return;
  if (trace::is<trace::Exit>(event)) {
    agent.ended_ns = now;
    agent.exit_code = trace::unpack<trace::Exit>(event).code;
    agent.busy.end(now);
    agent.blocked.end(now);
    agent.starting.end(now);
    return;
  }
  if (trace::is<trace::Wait>(event)) {
    agent.busy.end(now);
    progress.asleep = true;
    return;
  }
  // While it is being made it has no loop yet.
  if (agent.starting.is_open()) return;
  if (std::exchange(progress.begun, true) && !progress.asleep &&
      !trace::is<trace::Iteration>(event)) {
    if (!trace::is<trace::PhaseEnter>(event)) return;
    const trace::Phase phase = trace::unpack<trace::PhaseEnter>(event).phase;
    if (phase != trace::Phase::timers && phase != trace::Phase::poll) return;
  }
  progress.asleep = false;
  const Track& busy = agent.busy;
  if (busy.is_open() && busy.begin_of(busy.size() - 1) == now) return;
  agent.busy.begin(now, 0);
}

void MachineTracks::take_in_core(const trace::Event& event) {
  const auto change = trace::unpack<trace::CoreChange>(event);
  if (change.number >= kMostNumbers) return;
  const size_t count = std::max(change.number + 1, std::min(change.cores, kMostNumbers));
  if (m_cores.size() < count) m_cores.resize(count);
  LoadTrack& core = m_cores[change.number];
  if (change.op == trace::CoreOp::take) {
    core.begin(event.time.ns, event.agent.value);
    return;
  }
  const Track& spans = core.spans();
  if (spans.is_open() && spans.what(spans.size() - 1) == event.agent.value) core.end(event.time.ns);
}

void MachineTracks::take_in_job(StepIndex step) {
  const trace::TaskIndex index = m_index.tasks().subject(step);
  if (!index) return;
  const trace::TaskLife& task = m_index.tasks().at(index);
  if (!task.pool || !task.due || task.pool->thread >= kMostNumbers) return;
  const size_t count =
      std::max<size_t>(task.pool->thread + 1, std::min<size_t>(task.pool->threads, kMostNumbers));
  if (m_threads.size() < count) m_threads.resize(count);
  LoadTrack& thread = m_threads[task.pool->thread];
  const Track& spans = thread.spans();
  const int64_t last = spans.size() == 0 ? INT64_MIN : spans.end_of(spans.size() - 1, m_now);
  const int64_t begin = std::max(task.pool->begins.ns, last);
  thread.begin(begin, index.value);
  thread.end(std::max(task.due->ns, begin));
}

int64_t MachineTracks::delay_at(AgentId id, int64_t ns) const {
  const Agent* found = agent(id);
  if (found == nullptr) return 0;
  const size_t at = found->busy.at(ns, m_now);
  return at == found->busy.size() ? 0 : found->busy.end_of(at, m_now) - ns;
}

int64_t MachineTracks::longest_delay(AgentId id, int64_t until_ns) const {
  const Agent* found = agent(id);
  if (found == nullptr) return 0;
  const size_t count = std::min(found->busy.size(), found->busy.first_after(until_ns));
  if (count == 0) return 0;
  const size_t longest = found->busy.longest(0, count, m_now);
  return found->busy.end_of(longest, m_now) - found->busy.begin_of(longest);
}

int64_t MachineTracks::time_over(AgentId id, int64_t least_ns, int64_t until_ns) const {
  const Agent* found = agent(id);
  if (found == nullptr) return 0;
  int64_t sum = 0;
  for (size_t i = 0; i < found->busy.size() && found->busy.begin_of(i) < until_ns; ++i) {
    const int64_t end = found->busy.end_of(i, m_now);
    const int64_t over = end - found->busy.begin_of(i) - least_ns;
    if (over > 0) sum += std::min(end, until_ns) - found->busy.begin_of(i);
  }
  return sum;
}

}  // namespace loopscope::gui
