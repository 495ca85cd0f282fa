#include "core/trace/moves.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace loopscope::trace {

// The items that stayed are a longest increasing subsequence, found by patience sorting.
Moves::Moves(std::span<const size_t> ranks) : m_ranks(ranks), m_stayed(ranks.size(), false) {
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
  for (size_t i = tails.empty() ? kNone : tails.back(); i != kNone; i = previous[i])
    m_stayed[i] = true;
  for (size_t i = 0; i < ranks.size(); ++i)
    if (!m_stayed[i]) m_items.push_back(i);
}

Move Moves::explain(size_t item) const {
  Move move{item, true, {}};
  for (size_t i = item + 1; i < m_ranks.size(); ++i)
    if (m_stayed[i] && m_ranks[i] < m_ranks[item]) move.passed.push_back(i);
  if (!move.passed.empty()) return move;
  move.earlier = false;
  for (size_t i = item; i-- > 0;)
    if (m_stayed[i] && m_ranks[i] > m_ranks[item]) move.passed.push_back(i);
  return move;
}

}  // namespace loopscope::trace
