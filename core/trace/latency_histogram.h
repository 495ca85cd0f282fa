#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace loopscope::trace {

// How long things took, counted in buckets that are as wide as a 64th of what they hold: so a few
// hundred tell microseconds and minutes alike to within 2 per cent (as HdrHistogram does it).
class LatencyHistogram {
 public:
  void add(int64_t ns);

  uint64_t count() const { return m_count; }
  // The longest, exactly; 0 if there is none.
  int64_t max_ns() const { return m_max_ns; }
  // The time that so many in a thousand did not exceed: 500 is the median. 0 if there is none.
  int64_t percentile_ns(int per_mille) const;
  // How many there are by the longest time of their bucket.
  const std::map<int64_t, uint64_t>& buckets() const { return m_buckets; }

  // "1015807:12 1032191:3": as in a trace. The last bucket ends with the longest.
  std::string text() const;
  // Nothing if it isn't such a text.
  static std::optional<LatencyHistogram> parse(std::string_view text);

 private:
  std::map<int64_t, uint64_t> m_buckets;
  uint64_t m_count = 0;
  int64_t m_max_ns = 0;
};

}  // namespace loopscope::trace
