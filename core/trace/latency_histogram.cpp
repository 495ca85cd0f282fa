#include "core/trace/latency_histogram.h"

#include <algorithm>
#include <bit>
#include <charconv>

#include "core/trace/json_text.h"

namespace loopscope::trace {

namespace {

constexpr int kBitsOfBucket = 6;  // 64 buckets for each doubling

// The longest time of the bucket that holds this one.
int64_t bucket_end(int64_t ns) {
  const int width = std::bit_width(static_cast<uint64_t>(ns));
  const int shift = std::max(width - 1 - kBitsOfBucket, 0);
  return ns | ((int64_t{1} << shift) - 1);
}

template <typename Number>
bool take_number(std::string_view& text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number < 0) return false;
  text.remove_prefix(static_cast<size_t>(end - text.data()));
  return true;
}

bool take(std::string_view& text, char wanted) {
  if (text.empty() || text.front() != wanted) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

void LatencyHistogram::add(int64_t ns) {
  ns = std::max<int64_t>(ns, 0);
  ++m_buckets[bucket_end(ns)];
  ++m_count;
  m_max_ns = std::max(m_max_ns, ns);
}

int64_t LatencyHistogram::percentile_ns(int per_mille) const {
  uint64_t below = 0;
  for (const auto& [end, count] : m_buckets) {
    below += count;
    if (below * 1'000 >= m_count * static_cast<uint64_t>(per_mille)) return std::min(end, m_max_ns);
  }
  return m_max_ns;
}

std::string LatencyHistogram::text() const {
  std::string text;
  for (const auto& [end, count] : m_buckets) {
    if (!text.empty()) text += ' ';
    append_number(text, std::min(end, m_max_ns));
    text += ':';
    append_number(text, count);
  }
  return text;
}

std::optional<LatencyHistogram> LatencyHistogram::parse(std::string_view text) {
  constexpr uint64_t kMostCounted = uint64_t{1} << 40;
  LatencyHistogram histogram;
  while (!text.empty()) {
    if (histogram.m_count != 0 && !take(text, ' ')) return std::nullopt;
    int64_t end = 0;
    uint64_t count = 0;
    if (!take_number(text, end) || !take(text, ':') || !take_number(text, count))
      return std::nullopt;
    if (count == 0 || count > kMostCounted || end < histogram.m_max_ns) return std::nullopt;
    histogram.m_buckets[bucket_end(end)] += count;
    histogram.m_count += count;
    histogram.m_max_ns = end;
  }
  return histogram;
}

}  // namespace loopscope::trace
