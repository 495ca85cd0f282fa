#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace loopscope::trace {

// An item that stands elsewhere in a sequence than before, relative to the items that stayed.
struct Move {
  size_t item = 0;             // its position now
  bool earlier = false;        // than before
  std::vector<size_t> passed;  // positions now of the items it went past, nearest first
};

// The fewest moves that explain a new order. ranks[i] is where the i-th item of today stood before;
// all ranks are different, and they must outlive this. Time n log n, and n to explain one move.
class Moves {
 public:
  explicit Moves(std::span<const size_t> ranks);

  // The items that moved, in today's order.
  const std::vector<size_t>& items() const { return m_items; }
  Move explain(size_t item) const;

 private:
  std::span<const size_t> m_ranks;
  std::vector<bool> m_stayed;
  std::vector<size_t> m_items;
};

}  // namespace loopscope::trace
