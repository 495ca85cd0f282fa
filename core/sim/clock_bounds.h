#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/sim/order_log.h"

namespace loopscope::sim {

// Which readings of a clock are possible: those for which all bounds hold that were added. Kept as
// a matrix of the longest differences the bounds enforce (a difference-bound matrix), so whether
// one more is possible is a look at one place. Reading 0 is where time begins.
class ClockBounds {
 public:
  size_t readings() const { return m_size; }
  // Adds a reading that nothing is known of yet.
  void add_reading();
  // Whether some readings keep these bounds, too.
  bool allow(std::span<const Bound> bounds) const;
  // Must be allowed.
  void add(const Bound& bound);
  // The earliest readings there are, each in milliseconds after reading 0; negative for those that
  // no bound ties to it. They keep all bounds: a set of such bounds with any solution has one that
  // is earliest everywhere.
  std::vector<int64_t> earliest() const;

 private:
  // No path: far less than any sum of bounds.
  static constexpr int64_t kNone = INT64_MIN / 4;

  int64_t& between(size_t later, size_t earlier) { return m_least[later * m_room + earlier]; }
  int64_t between(size_t later, size_t earlier) const { return m_least[later * m_room + earlier]; }
  void make_room();

  size_t m_size = 0;
  size_t m_room = 0;
  std::vector<int64_t> m_least;  // reading i is at least so much after reading j
};

}  // namespace loopscope::sim
