#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/trace/trace.h"

namespace loopscope::gui {

// What a step goes to: the next event at all, or the next one that begins something.
enum class Stop : uint8_t { kEvent, kTask, kMicrotask, kLine, kPhase, kIteration, kConsole };
inline constexpr size_t kStopCount = 7;

// Where in a trace each kind of stop lies. A position p in a trace means that the events before p
// have happened, so to stop at event e is to be at position e + 1.
class Landmarks {
 public:
  // Takes in the events that came since the last call.
  void extend(const trace::Trace& trace);

  // The nearest such position after or before this one.
  std::optional<uint64_t> next(Stop stop, uint64_t position) const;
  std::optional<uint64_t> previous(Stop stop, uint64_t position) const;

  // The events of one kind, ascending. Not for kEvent.
  const std::vector<uint32_t>& events(Stop stop) const {
    return m_events[static_cast<size_t>(stop)];
  }

 private:
  void take_in(const trace::Trace& trace, uint32_t step);
  void add(Stop stop, uint32_t step) { m_events[static_cast<size_t>(stop)].push_back(step); }

  std::array<std::vector<uint32_t>, kStopCount> m_events;
  std::vector<bool> m_is_job;  // by task number: waits in the tick or the microtask queue
  uint64_t m_end = 0;
};

}  // namespace loopscope::gui
