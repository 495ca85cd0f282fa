#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/trace/types.h"

namespace loopscope::sim {

// The places where real Node leaves something open.
enum class ChoicePoint : uint8_t {
  loop_start,    // how long from the end of the main script to the loop's first look at timers
  disk_latency,  // how long a disk operation takes
  net_latency,   // how long bytes take over the network
  dns_latency,   // how long a name look-up takes
  ready_order,   // which of several completions of the same instant comes first
  clock,         // by how much the loop's clock is later than it must be (open_order.h)
  arrival,       // which request has completed as the loop looks (open_order.h)
  think_time,    // how long a user of a load generator thinks
  incoming,      // what has come first, of requests and from other agents (open_order.h)
};
inline constexpr size_t kChoicePointCount = 9;

// Decides everything that a run does not decide by itself. One object serves a whole run; the same
// answers give the same run.
class Choices {
 public:
  virtual ~Choices() = default;

  // One of `options` (at least 1), counted from 0. Option 0 is the order to teach first.
  virtual uint64_t choose(ChoicePoint point, uint64_t options) = 0;
  // A length of time between two ends, both possible.
  virtual VirtualTime between(ChoicePoint point, VirtualTime shortest, VirtualTime longest) = 0;
  // 64 random bits for Math.random and crypto: a stream of its own, so that drawing from it moves
  // no other choice.
  virtual uint64_t random_bits() = 0;
};

// Choices from a seed. Seed 0 is the documented order: always option 0, always the middle of a
// range. Any other seed draws from a Mersenne Twister (whose numbers the C++ standard fixes) for
// each choice point, so that one more draw at one point does not move the others.
class SeededChoices final : public Choices {
 public:
  explicit SeededChoices(uint64_t seed);

  uint64_t choose(ChoicePoint point, uint64_t options) override;
  VirtualTime between(ChoicePoint point, VirtualTime shortest, VirtualTime longest) override;
  uint64_t random_bits() override { return m_random(); }

 private:
  uint64_t m_seed;
  std::vector<std::mt19937_64> m_engines;  // one a choice point
  std::mt19937_64 m_random;
};

// One answer, as a run asked for it: option `chosen` of `options`. For a range, the options are its
// nanoseconds; where they are names and not counted, `options` is 0. `agent` asked; 0 also for all
// that is decided for the machine as a whole.
struct Decision {
  ChoicePoint point{};
  uint64_t options = 1;
  uint64_t chosen = 0;
  AgentId agent;
  bool operator==(const Decision&) const = default;
};

// Gives noted answers again, and option 0 (the middle) after the last. If the run asks something
// else than was noted, the answers do not fit the program: `mismatch` then says where, and the rest
// of the run gets option 0.
class ReplayChoices final : public Choices {
 public:
  ReplayChoices(std::vector<Decision> decisions, uint64_t seed)
      : m_decisions(std::move(decisions)), m_fallback(0), m_random(seed) {}

  uint64_t choose(ChoicePoint point, uint64_t options) override;
  VirtualTime between(ChoicePoint point, VirtualTime shortest, VirtualTime longest) override;
  uint64_t random_bits() override { return m_random.random_bits(); }

  const std::optional<std::string>& mismatch() const { return m_mismatch; }
  // Decisions not given: after the run, more than none means that they were not made for it.
  size_t unused() const { return m_decisions.size() - m_next; }

 private:
  std::optional<uint64_t> next(ChoicePoint point, uint64_t options);

  std::vector<Decision> m_decisions;
  size_t m_next = 0;
  std::optional<std::string> m_mismatch;
  SeededChoices m_fallback;
  SeededChoices m_random;
};

// Decisions as one word for a command line, "loop_start:2/9,disk_latency:0/3*4,1@incoming:770", and
// back: the second of these is made four times in a row, the last by agent 1. An empty text is no
// decisions; nullopt: not such a text.
std::string to_text(const std::vector<Decision>& decisions);
std::optional<std::vector<Decision>> decisions_from(std::string_view text);

std::string_view name_of(ChoicePoint point);

}  // namespace loopscope::sim
