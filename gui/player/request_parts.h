#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/trace/latency_histogram.h"
#include "core/trace/timeline_index.h"

namespace loopscope::gui {

enum class RequestPartKind : uint8_t {
  kNetwork,  // on the way to the server, or back
  kBacklog,  // at the server, whose program has not looked yet
  kRuns,     // a task of it runs
  kPool,     // waits for a job of the thread pool
  kTimer,    // for a timer
  kEvent,    // for a message, a socket, another request
  kLoop,     // could go on, but the loop is busy with others
};
inline constexpr size_t kRequestPartKinds = 7;

// "on the network", "in the backlog", …
std::string_view name(RequestPartKind kind);

// A stretch of a request's life. Parts follow each other without gaps.
struct RequestPart {
  RequestPartKind kind{};
  int64_t from_ns = 0;
  int64_t to_ns = 0;
  trace::TaskIndex task;  // that runs, or is waited for
};

// How a request ended, or that it has not.
enum class RequestFate : uint8_t { kOpen, kAnswered, kFailed };

// What requests do with their time, and how long they take.
class RequestParts {
 public:
  // The index is not owned and must outlive this.
  explicit RequestParts(const trace::TimelineIndex& index) : m_index(index) {}
  // Takes in the events that came since the last call.
  void extend();

  // The whole life of a request, as far as the trace tells.
  std::vector<RequestPart> parts(const trace::RequestLife& request) const;
  // Its tasks in the order in which they ran, through whatever agents.
  const std::vector<trace::TaskIndex>& tasks(uint32_t request) const;

  // From where to where it is known; open ends at the trace's last event.
  int64_t begin_ns(const trace::RequestLife& request) const;
  int64_t end_ns(const trace::RequestLife& request) const;
  // At a moment. Failed: no response, or one with a status of 500 or more.
  RequestFate fate(const trace::RequestLife& request, uint64_t position) const;
  // Whether it has begun before that position.
  bool begun(const trace::RequestLife& request, uint64_t position) const;

 private:
  int64_t time_of(StepIndex step) const;
  void wait(std::vector<RequestPart>& parts, int64_t from, int64_t to, trace::TaskIndex next) const;

  const trace::TimelineIndex& m_index;
  uint64_t m_seen = 0;
  std::vector<std::vector<trace::TaskIndex>> m_tasks;  // by request
};

// How long requests answered by a position took, from when their client sent them.
trace::LatencyHistogram latencies(const trace::TimelineIndex& index, uint32_t load,
                                  uint64_t position);

}  // namespace loopscope::gui
