#include "core/lesson/quantities.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace loopscope::lesson {

namespace {

struct Unit {
  std::string_view name;
  double factor;
};

// A non-negative number followed by one of the units, as the number of base units.
template <size_t N>
std::optional<double> parse_with_unit(std::string_view text, const Unit (&units)[N]) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || !(number >= 0)) return std::nullopt;
  const std::string_view unit(end, static_cast<size_t>(text.data() + text.size() - end));
  for (const Unit& known : units)
    if (known.name == unit) return number * known.factor;
  return std::nullopt;
}

// The largest whole number every double below it can express.
constexpr double kMaxWhole = 9'007'199'254'740'992.0;

}  // namespace

std::optional<VirtualTime> parse_duration(std::string_view text) {
  static constexpr Unit units[] = {{"ns", 1},  {"us", 1e3}, {"µs", 1e3},  {"ms", 1e6},
                                   {"s", 1e9}, {"m", 60e9}, {"h", 3600e9}};
  const std::optional<double> ns = parse_with_unit(text, units);
  if (!ns || *ns > kMaxWhole) return std::nullopt;
  return VirtualTime{std::llround(*ns)};
}

std::optional<DurationRange> parse_duration_range(std::string_view text) {
  const size_t dots = text.find("..");
  const std::optional<VirtualTime> shortest = parse_duration(text.substr(0, dots));
  const std::optional<VirtualTime> longest =
      dots == std::string_view::npos ? shortest : parse_duration(text.substr(dots + 2));
  if (!shortest || !longest || *longest < *shortest) return std::nullopt;
  return DurationRange{*shortest, *longest};
}

std::optional<uint64_t> parse_size(std::string_view text) {
  static constexpr Unit units[] = {{"", 1},
                                   {"B", 1},
                                   {"kB", 1e3},
                                   {"MB", 1e6},
                                   {"GB", 1e9},
                                   {"KiB", 1024.0},
                                   {"MiB", 1048576.0},
                                   {"GiB", 1073741824.0},
                                   {"TiB", 1099511627776.0}};
  const std::optional<double> bytes = parse_with_unit(text, units);
  if (!bytes || *bytes > kMaxWhole) return std::nullopt;
  return static_cast<uint64_t>(std::llround(*bytes));
}

std::optional<uint64_t> parse_count(std::string_view text) {
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace loopscope::lesson
