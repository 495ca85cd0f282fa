#include "core/sim/clock_bounds.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace loopscope::sim {

void ClockBounds::make_room() {
  const size_t room = std::max<size_t>(16, 2 * m_room);
  std::vector<int64_t> least(room * room, kNone);
  for (size_t i = 0; i < m_size; ++i)
    for (size_t j = 0; j < m_size; ++j) least[i * room + j] = between(i, j);
  m_least = std::move(least);
  m_room = room;
}

void ClockBounds::add_reading() {
  if (m_size == m_room) make_room();
  const size_t added = m_size++;
  for (size_t other = 0; other < m_size; ++other) {
    between(added, other) = kNone;
    between(other, added) = kNone;
  }
  between(added, added) = 0;
}

bool ClockBounds::allow(std::span<const Bound> bounds) const {
  if (bounds.empty()) return true;
  // Going round by the bound and back must not make a reading later than itself.
  const auto keeps = [](const ClockBounds& known, const Bound& bound) {
    return bound.ms + known.between(bound.earlier, bound.later) <= 0;
  };
  if (!keeps(*this, bounds.front())) return false;
  if (bounds.size() == 1) return true;
  ClockBounds all = *this;
  for (const Bound& bound : bounds) {
    if (!keeps(all, bound)) return false;
    all.add(bound);
  }
  return true;
}

void ClockBounds::add(const Bound& bound) {
  if (between(bound.later, bound.earlier) >= bound.ms) return;
  for (size_t i = 0; i < m_size; ++i) {
    const int64_t to = between(i, bound.later);
    if (to == kNone) continue;
    for (size_t j = 0; j < m_size; ++j) {
      const int64_t from = between(bound.earlier, j);
      if (from != kNone) between(i, j) = std::max(between(i, j), to + bound.ms + from);
    }
  }
}

std::vector<int64_t> ClockBounds::earliest() const {
  std::vector<int64_t> earliest(m_size);
  for (size_t i = 0; i < m_size; ++i) earliest[i] = between(i, 0);
  return earliest;
}

}  // namespace loopscope::sim
