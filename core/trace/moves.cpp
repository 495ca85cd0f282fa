#include "core/trace/moves.h"

#include <algorithm>
#include <cstdint>

namespace loopscope::trace {

namespace {

// Marks a longest increasing subsequence (by patience sorting): the items that stayed in order.
std::vector<bool> find_stayed(std::span<const size_t> ranks) {
  constexpr size_t kNone = SIZE_MAX;
  std::vector<size_t> tails;  // positions; tails[k] ends the lowest-ending run of length k + 1
  std::vector<size_t> previous(ranks.size(), kNone);
  for (size_t i = 0; i < ranks.size(); ++i) {
    const auto place = std::ranges::lower_bound(tails, ranks[i], {},
                                                [&](size_t position) { return ranks[position]; });
    if (place != tails.begin()) previous[i] = *std::prev(place);
    if (place == tails.end())
      tails.push_back(i);
    else
      *place = i;
  }
  std::vector<bool> stayed(ranks.size(), false);
  for (size_t i = tails.empty() ? kNone : tails.back(); i != kNone; i = previous[i])
    stayed[i] = true;
  return stayed;
}

Move explain(std::span<const size_t> ranks, const std::vector<bool>& stayed, size_t item) {
  Move move{item, true, {}};
  for (size_t i = item + 1; i < ranks.size(); ++i)
    if (stayed[i] && ranks[i] < ranks[item]) move.passed.push_back(i);
  if (!move.passed.empty()) return move;
  move.earlier = false;
  for (size_t i = item; i-- > 0;)
    if (stayed[i] && ranks[i] > ranks[item]) move.passed.push_back(i);
  return move;
}

}  // namespace

Moves find_moves(std::span<const size_t> ranks, size_t tell_at_most) {
  const std::vector<bool> stayed = find_stayed(ranks);
  Moves moves;
  for (size_t i = 0; i < ranks.size(); ++i) {
    if (stayed[i]) continue;
    if (moves.total++ < tell_at_most) moves.first.push_back(explain(ranks, stayed, i));
  }
  return moves;
}

}  // namespace loopscope::trace
