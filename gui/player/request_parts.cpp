#include "gui/player/request_parts.h"

#include <algorithm>

namespace loopscope::gui {
namespace {

using trace::RequestLife;
using trace::TaskIndex;
using trace::TaskLife;
using enum RequestPartKind;

RequestPartKind waited_for(const TaskLife& task) {
  if (task.pool) return kPool;
  switch (task.queue) {
    case trace::Queue::timers:
      return kTimer;
    case trace::Queue::poll:
    case trace::Queue::pending:
    case trace::Queue::closing:
      return kEvent;
    case trace::Queue::main:
    case trace::Queue::tick:
    case trace::Queue::microtask:
    case trace::Queue::check:
      return kLoop;
  }
  return kLoop;
}

void add(std::vector<RequestPart>& parts, RequestPartKind kind, int64_t from, int64_t to,
         TaskIndex task = {}) {
  if (to > from) parts.push_back({kind, from, to, task});
}

}  // namespace

std::string_view name(RequestPartKind kind) {
  switch (kind) {
    case kNetwork:
      return "on the network";
    case kBacklog:
      return "in the backlog";
    case kRuns:
      return "runs";
    case kPool:
      return "waits for the pool";
    case kTimer:
      return "waits for a timer";
    case kEvent:
      return "waits for an answer";
    case kLoop:
      return "waits for the loop";
  }
  return "";
}

void RequestParts::extend() {
  for (; m_seen < m_index.size(); ++m_seen) {
    if (!trace::is<trace::End>(m_index.trace().events[m_seen])) continue;
    const TaskIndex task = m_index.tasks().subject({m_seen});
    const uint32_t request = m_index.requests().request_of(task);
    if (request == 0) continue;
    if (m_tasks.size() <= request) m_tasks.resize(request + size_t{1});
    m_tasks[request].push_back(task);
  }
}

const std::vector<TaskIndex>& RequestParts::tasks(uint32_t request) const {
  static const std::vector<TaskIndex> kNone;
  return request < m_tasks.size() ? m_tasks[request] : kNone;
}

int64_t RequestParts::time_of(StepIndex step) const {
  return m_index.trace().at(step).time.ns;
}

int64_t RequestParts::begin_ns(const RequestLife& request) const {
  for (const auto& step : {request.sent, request.arrived, request.handled})
    if (step) return time_of(*step);
  return 0;
}

int64_t RequestParts::end_ns(const RequestLife& request) const {
  for (const auto& step : {request.received, request.failed})
    if (step) return time_of(*step);
  // A client that does not tell: the response is all there is to know.
  if (!request.sent && request.finished) return time_of(*request.finished);
  return m_index.trace().events.back().time.ns;
}

bool RequestParts::begun(const RequestLife& request, uint64_t position) const {
  for (const auto& step : {request.sent, request.arrived, request.handled})
    if (step) return step->value < position;
  return false;
}

RequestFate RequestParts::fate(const RequestLife& request, uint64_t position) const {
  const auto by_then = [&](const std::optional<StepIndex>& step) {
    return step && step->value < position;
  };
  if (by_then(request.failed)) return RequestFate::kFailed;
  const bool ended = by_then(request.received) || (!request.sent && by_then(request.finished));
  if (!ended) return RequestFate::kOpen;
  return request.status >= 500 ? RequestFate::kFailed : RequestFate::kAnswered;
}

std::vector<RequestPart> RequestParts::parts(const RequestLife& request) const {
  std::vector<RequestPart> parts;
  const int64_t end = end_ns(request);
  int64_t at = begin_ns(request);
  const auto until = [&](RequestPartKind kind, const std::optional<StepIndex>& step) {
    if (!step) return;
    add(parts, kind, at, time_of(*step));
    at = std::max(at, time_of(*step));
  };
  until(kNetwork, request.arrived);
  until(kBacklog, request.handled);
  if (!request.handled) {
    add(parts, request.arrived ? kBacklog : kNetwork, at, end);
    return parts;
  }
  const int64_t finished = request.finished ? time_of(*request.finished) : end;
  for (const TaskIndex task : tasks(request.number)) {
    const TaskLife& life = m_index.tasks().at(task);
    const int64_t start = std::max(time_of(*life.started), at);
    const int64_t stop = std::min(time_of(*life.ended), finished);
    if (stop < at || start >= finished) continue;
    wait(parts, at, start, task);
    add(parts, kRuns, start, stop, task);
    at = std::max(at, stop);
  }
  add(parts, request.finished ? kLoop : kEvent, at, finished);
  add(parts, kNetwork, std::max(at, finished), end);
  return parts;
}

// What it waits for, and once that is there, for the loop to look.
void RequestParts::wait(std::vector<RequestPart>& parts, int64_t from, int64_t to,
                        TaskIndex next) const {
  const TaskLife& task = m_index.tasks().at(next);
  const int64_t asked = time_of(task.enqueued);
  const int64_t ready = std::clamp(task.due ? std::max(task.due->ns, asked) : asked, from, to);
  const RequestPartKind kind = waited_for(task);
  add(parts, kind == kLoop ? kEvent : kind, from, ready, next);
  add(parts, kLoop, ready, to, next);
}

trace::LatencyHistogram latencies(const trace::TimelineIndex& index, uint32_t load,
                                  uint64_t position) {
  trace::LatencyHistogram histogram;
  for (const RequestLife& request : index.requests().requests()) {
    if (request.load != load || !request.sent || !request.received) continue;
    if (request.received->value >= position) continue;
    histogram.add(index.trace().at(*request.received).time.ns -
                  index.trace().at(*request.sent).time.ns);
  }
  return histogram;
}

}  // namespace loopscope::gui
