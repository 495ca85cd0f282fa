#include "gui/player/curves.h"

#include <algorithm>

namespace loopscope::gui {
namespace {

// Which part of the trace's time an event lies in.
class Parts {
 public:
  Parts(const trace::Trace& trace, size_t count) : m_trace(trace), m_count(count) {
    if (trace.events.empty()) return;
    m_begin = trace.events.front().time.ns;
    m_span = std::max<int64_t>(trace.events.back().time.ns - m_begin, 1);
  }

  size_t of(uint32_t step) const {
    const int64_t since = m_trace.events[step].time.ns - m_begin;
    const auto part =
        static_cast<double>(since) / static_cast<double>(m_span) * static_cast<double>(m_count);
    return std::min(static_cast<size_t>(std::max(part, 0.0)), m_count - 1);
  }

 private:
  const trace::Trace& m_trace;
  size_t m_count;
  int64_t m_begin = 0;
  int64_t m_span = 1;
};

// A value that stays until the next sample: each part gets the greatest that was in it.
template <typename Sample, typename ValueOf>
std::vector<int64_t> stepped(const trace::Trace& trace, const std::vector<Sample>& samples,
                             size_t parts, ValueOf value_of) {
  std::vector<int64_t> values(parts, 0);
  if (parts == 0 || samples.empty()) return values;
  const Parts time(trace, parts);
  size_t filled = 0;  // parts before this one are done
  int64_t current = 0;
  for (const Sample& sample : samples) {
    const size_t part = time.of(sample.step);
    for (; filled < part; ++filled) values[filled] = std::max(values[filled], current);
    current = value_of(sample);
    values[part] = std::max(values[part], current);
  }
  for (; filled < parts; ++filled) values[filled] = std::max(values[filled], current);
  return values;
}

}  // namespace

std::vector<int64_t> held_curve(const trace::Trace& trace, const trace::SideHistory& side,
                                size_t parts) {
  return stepped(trace, side.samples, parts,
                 [](const trace::BufferSample& sample) { return sample.held; });
}

std::vector<int64_t> passed_curve(const trace::Trace& trace, const trace::SideHistory& side,
                                  size_t parts) {
  std::vector<int64_t> values(parts, 0);
  if (parts == 0) return values;
  const Parts time(trace, parts);
  uint64_t before = 0;
  for (const trace::BufferSample& sample : side.samples) {
    values[time.of(sample.step)] += static_cast<int64_t>(sample.out - before);
    before = sample.out;
  }
  return values;
}

std::vector<int64_t> memory_curve(const trace::Trace& trace, const trace::StreamTable& table,
                                  MemoryKind kind, size_t parts) {
  const std::vector<trace::MemorySample> samples(table.memory().begin(), table.memory().end());
  return stepped(trace, samples, parts, [kind](const trace::MemorySample& sample) {
    switch (kind) {
      case MemoryKind::kHeap:
        return sample.heap;
      case MemoryKind::kExternal:
        return sample.external;
      case MemoryKind::kBuffered:
        break;
    }
    return sample.buffered;
  });
}

}  // namespace loopscope::gui
