#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "core/trace/stream_history.h"

namespace loopscope::gui {

// The greatest amount a side held in each of so many equal parts of the trace's time.
std::vector<int64_t> held_curve(const trace::Trace& trace, const trace::SideHistory& side,
                                size_t parts);
// How much came out of it in each part.
std::vector<int64_t> passed_curve(const trace::Trace& trace, const trace::SideHistory& side,
                                  size_t parts);

enum class MemoryKind : uint8_t { kHeap, kExternal, kBuffered };
// The greatest figure of the memory meter in each part; kBuffered: the bytes in all streams'
// buffers.
std::vector<int64_t> memory_curve(const trace::Trace& trace, const trace::StreamTable& table,
                                  MemoryKind kind, size_t parts);

// Keeps curves that have been worked out, since a trace of a million events has as many samples.
class CurveCache {
 public:
  // What a curve is of: which run, whose, which kind, and how many samples there were.
  struct Key {
    uint32_t generation = 0;
    uint32_t owner = 0;
    uint32_t kind = 0;
    size_t parts = 0;
    auto operator<=>(const Key&) const = default;
  };

  template <typename Make>
  const std::vector<int64_t>& get(const Key& key, size_t samples, Make make) {
    Entry& entry = m_entries[key];
    if (entry.values.empty() || entry.samples != samples) entry = {samples, make()};
    return entry.values;
  }
  void forget_if_many() {
    if (m_entries.size() > 256) m_entries.clear();
  }

 private:
  struct Entry {
    size_t samples = 0;
    std::vector<int64_t> values;
  };
  std::map<Key, Entry> m_entries;
};

}  // namespace loopscope::gui
