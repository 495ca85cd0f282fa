#include "core/sim/choices.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>

namespace loopscope::sim {

namespace {

constexpr std::array<std::string_view, kChoicePointCount> kNames = {
    "loop_start", "disk_latency", "net_latency", "dns_latency", "ready_order",
    "clock",      "arrival",      "think_time",  "incoming"};

// The random bits' number among the purposes; those of the choice points go around it.
constexpr uint64_t kRandomPurpose = 5;

// Spreads a seed and a purpose over 64 bits (the finaliser of SplitMix64, a bijection).
uint64_t mixed(uint64_t seed, uint64_t purpose) {
  uint64_t z = seed + (purpose + 1) * 0x9E3779B97F4A7C15ULL;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

uint64_t nanoseconds_in(VirtualTime shortest, VirtualTime longest) {
  assert(shortest <= longest);
  return static_cast<uint64_t>((longest - shortest).ns) + 1;
}

std::optional<uint64_t> number_in(std::string_view text) {
  uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<Decision> decision_from(std::string_view text) {
  AgentId agent;
  if (const size_t at = text.find('@'); at != std::string_view::npos) {
    const auto number = number_in(text.substr(0, at));
    if (!number || *number == 0 || *number > UINT16_MAX) return std::nullopt;
    agent.value = static_cast<uint16_t>(*number);
    text.remove_prefix(at + 1);
  }
  const size_t colon = text.find(':');
  const size_t slash = text.find('/', colon);
  if (colon == std::string_view::npos) return std::nullopt;
  const auto name = std::find(kNames.begin(), kNames.end(), text.substr(0, colon));
  if (name == kNames.end()) return std::nullopt;
  const auto point = static_cast<ChoicePoint>(name - kNames.begin());
  if (point == ChoicePoint::incoming) {
    const auto named = number_in(text.substr(colon + 1));
    return named ? std::optional(Decision{point, 0, *named, agent}) : std::nullopt;
  }
  if (slash == std::string_view::npos) return std::nullopt;
  const auto chosen = number_in(text.substr(colon + 1, slash - colon - 1));
  const auto options = number_in(text.substr(slash + 1));
  if (!chosen || !options || *chosen >= *options) return std::nullopt;
  return Decision{point, *options, *chosen, agent};
}

}  // namespace

SeededChoices::SeededChoices(uint64_t seed) : m_seed(seed), m_random(mixed(seed, kRandomPurpose)) {
  for (uint64_t point = 0; point < kChoicePointCount; ++point)
    m_engines.emplace_back(mixed(seed, point < kRandomPurpose ? point : point + 1));
}

// The remainder favours small options by less than options / 2^64: nothing a simulation can show.
uint64_t SeededChoices::choose(ChoicePoint point, uint64_t options) {
  assert(options > 0);
  return m_seed == 0 ? 0 : m_engines[static_cast<size_t>(point)]() % options;
}

VirtualTime SeededChoices::between(ChoicePoint point, VirtualTime shortest, VirtualTime longest) {
  const uint64_t options = nanoseconds_in(shortest, longest);
  const uint64_t chosen = m_seed == 0 ? (options - 1) / 2 : choose(point, options);
  return shortest + VirtualTime{static_cast<int64_t>(chosen)};
}

uint64_t ReplayChoices::choose(ChoicePoint point, uint64_t options) {
  return next(point, options).value_or(0);
}

VirtualTime ReplayChoices::between(ChoicePoint point, VirtualTime shortest, VirtualTime longest) {
  const std::optional<uint64_t> chosen = next(point, nanoseconds_in(shortest, longest));
  if (!chosen) return m_fallback.between(point, shortest, longest);
  return shortest + VirtualTime{static_cast<int64_t>(*chosen)};
}

std::optional<uint64_t> ReplayChoices::next(ChoicePoint point, uint64_t options) {
  if (m_mismatch || m_next == m_decisions.size()) return std::nullopt;
  const Decision& decision = m_decisions[m_next];
  if (decision.point == point && decision.options == options) {
    ++m_next;
    return decision.chosen;
  }
  m_mismatch = "choice " + std::to_string(m_next + 1) + " is " + std::string(name_of(point)) +
               " with " + std::to_string(options) + " options, not " +
               std::string(name_of(decision.point)) + " with " + std::to_string(decision.options);
  return std::nullopt;
}

std::string to_text(const std::vector<Decision>& decisions) {
  std::string text;
  for (size_t i = 0; i < decisions.size();) {
    const Decision& decision = decisions[i];
    size_t end = i + 1;
    while (end < decisions.size() && decisions[end] == decision) ++end;
    if (!text.empty()) text += ',';
    if (decision.agent.value != 0) text += std::to_string(decision.agent.value) + '@';
    text += name_of(decision.point);
    text += ':' + std::to_string(decision.chosen);
    if (decision.options != 0) text += '/' + std::to_string(decision.options);
    if (end - i > 1) text += '*' + std::to_string(end - i);
    i = end;
  }
  return text;
}

std::optional<std::vector<Decision>> decisions_from(std::string_view text) {
  constexpr uint64_t kMost = 10'000'000;
  std::vector<Decision> decisions;
  while (!text.empty()) {
    const size_t comma = text.find(',');
    const std::string_view item = text.substr(0, comma);
    const size_t star = item.find('*');
    const std::optional<Decision> decision = decision_from(item.substr(0, star));
    const auto times = star == std::string_view::npos ? std::optional<uint64_t>(1)
                                                      : number_in(item.substr(star + 1));
    if (!decision || !times || *times == 0 || *times > kMost) return std::nullopt;
    decisions.insert(decisions.end(), *times, *decision);
    if (comma == std::string_view::npos) break;
    text.remove_prefix(comma + 1);
    if (text.empty()) return std::nullopt;
  }
  return decisions;
}

std::string_view name_of(ChoicePoint point) {
  return kNames[static_cast<size_t>(point)];
}

}  // namespace loopscope::sim
