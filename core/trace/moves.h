#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace loopscope::trace {

// An item that stands elsewhere in a sequence than before, relative to the items that stayed.
struct Move {
  size_t item = 0;       // its position now
  bool earlier = false;  // than before
  std::vector<size_t>
      passed;  // positions now of the items it is on the other side of, nearest first
};

struct Moves {
  std::vector<Move> first;  // the first few, in today's order
  size_t total = 0;
};

// The fewest moves that explain a new order. ranks[i] is where the i-th item of today stood before;
// all ranks are different. Time n log n, and n for each move that is told.
Moves find_moves(std::span<const size_t> ranks, size_t tell_at_most);

}  // namespace loopscope::trace
