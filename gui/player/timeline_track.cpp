#include "gui/player/timeline_track.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace loopscope::gui {

namespace {

constexpr size_t kFanOut = 16;

}  // namespace

int64_t to_ns(double ns) {
  // The largest double below 2^63; what is not a number is no time.
  constexpr double kLargest = 9223372036854774784.0;
  if (std::isnan(ns)) return 0;
  return static_cast<int64_t>(std::clamp(ns, -kLargest, kLargest));
}

int64_t bucket_begin(int64_t ns, double bucket_ns) {
  return to_ns(std::ceil(std::floor(static_cast<double>(ns) / bucket_ns) * bucket_ns));
}

int64_t bucket_end(int64_t ns, double bucket_ns) {
  const double begin = std::floor(static_cast<double>(ns) / bucket_ns) * bucket_ns;
  return to_ns(std::ceil(begin + bucket_ns));
}

size_t first_not_before(const std::vector<int64_t>& times, size_t from, int64_t ns) {
  size_t step = 1;
  size_t low = from;
  size_t high = from;
  while (high < times.size() && times[high] < ns) {
    low = high + 1;
    high += step;
    step *= 2;
  }
  high = std::min(high, times.size());
  const auto begin = times.begin();
  const auto found = std::lower_bound(begin + static_cast<ptrdiff_t>(low),
                                      begin + static_cast<ptrdiff_t>(high), ns);
  return static_cast<size_t>(found - begin);
}

void Track::begin(int64_t ns, uint32_t what) {
  end(ns);
  m_begins.push_back(ns);
  m_what.push_back(what);
}

void Track::end(int64_t ns) {
  if (!is_open()) return;
  m_ends.push_back(ns);
  index_last();
}

void Track::index_last() {
  const int64_t now = m_ends.back();
  size_t complete = m_ends.size();
  for (size_t level = 0; complete % kFanOut == 0; ++level) {
    complete /= kFanOut;
    if (level == m_longest.size()) m_longest.emplace_back();
    const size_t first = (complete - 1) * kFanOut;
    const auto below = [&](size_t i) { return level == 0 ? i : size_t{m_longest[level - 1][i]}; };
    size_t best = below(first);
    for (size_t i = first + 1; i < first + kFanOut; ++i) best = longer(best, below(i), now);
    m_longest[level].push_back(static_cast<uint32_t>(best));
  }
}

int64_t Track::end_of(size_t index, int64_t now) const {
  return index < m_ends.size() ? m_ends[index] : std::max(now, m_begins[index]);
}

uint64_t Track::length_of(size_t index, int64_t now) const {
  return static_cast<uint64_t>(end_of(index, now)) - static_cast<uint64_t>(m_begins[index]);
}

size_t Track::longer(size_t a, size_t b, int64_t now) const {
  return length_of(b, now) > length_of(a, now) ? b : a;
}

size_t Track::at(int64_t ns, int64_t now) const {
  const auto after = std::ranges::upper_bound(m_begins, ns);
  if (after == m_begins.begin()) return size();
  const auto index = static_cast<size_t>(after - m_begins.begin()) - 1;
  return end_of(index, now) >= ns ? index : size();
}

size_t Track::first_after(int64_t ns) const {
  return static_cast<size_t>(std::ranges::lower_bound(m_begins, ns) - m_begins.begin());
}

size_t Track::last_before(int64_t ns) const {
  const size_t after = first_after(ns);
  return after == 0 ? size() : after - 1;
}

size_t Track::first_in(const Window& window) const {
  const auto ended = std::ranges::lower_bound(m_ends, window.from_ns);
  const auto first = static_cast<size_t>(ended - m_ends.begin());
  if (first >= size()) return size();
  // Those of its group that ended before the window are part of it all the same.
  const int64_t bucket = bucket_begin(m_begins[first], window.fold_ns);
  return static_cast<size_t>(std::ranges::lower_bound(m_begins, bucket) - m_begins.begin());
}

size_t Track::end_of_group(size_t first, const Window& window) const {
  const int64_t next_bucket = bucket_end(m_begins[first], window.fold_ns);
  const size_t end = std::max(first + 1, first_not_before(m_begins, first + 1, next_bucket));
  // Only the last one can be as long as that, for the next bucket begins before it ends.
  const bool wide = static_cast<double>(length_of(end - 1, window.now)) >= window.fold_ns;
  return wide && end - first > 1 ? end - 1 : end;
}

size_t Track::longest(size_t first, size_t end, int64_t now) const {
  size_t best = first;
  while (first < end) {
    size_t candidate = first;
    size_t spans = 1;
    for (const std::vector<uint32_t>& level : m_longest) {
      const size_t larger = spans * kFanOut;
      if (first % larger != 0 || first + larger > end || first / larger >= level.size()) break;
      spans = larger;
      candidate = level[first / larger];
    }
    best = longer(best, candidate, now);
    first += spans;
  }
  return best;
}

}  // namespace loopscope::gui
