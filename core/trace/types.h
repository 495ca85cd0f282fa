#pragma once

#include <compare>
#include <cstdint>

// The strong types every layer shares. They live with the trace because the trace is the one
// interface all layers and both front ends agree on.
namespace loopscope {

// Nanoseconds of virtual time since the simulated machine was switched on. Never the host's clock.
struct VirtualTime {
  int64_t ns = 0;

  static constexpr VirtualTime from_ms(int64_t ms) { return {ms * 1'000'000}; }
  static constexpr VirtualTime from_us(int64_t us) { return {us * 1'000}; }
  // Whole milliseconds, rounded down, as libuv keeps its loop time.
  constexpr int64_t ms() const { return ns / 1'000'000; }

  constexpr auto operator<=>(const VirtualTime&) const = default;
  constexpr VirtualTime operator+(VirtualTime d) const { return {ns + d.ns}; }
  constexpr VirtualTime operator-(VirtualTime d) const { return {ns - d.ns}; }
  constexpr VirtualTime& operator+=(VirtualTime d) {
    ns += d.ns;
    return *this;
  }
};

// An agent: one thread of JavaScript with its own event loop (ECMAScript clause "Agents").
struct AgentId {
  uint16_t value = 0;
  constexpr auto operator<=>(const AgentId&) const = default;
};

// Who is outside the simulated machine, or no agent: load generators, whoever types commands, and
// what arrives by itself.
inline constexpr AgentId kOutside{UINT16_MAX};

// One unit of work the loop runs to completion. Unique in a run, never reused; 0 is "no task".
struct TaskId {
  uint32_t value = 0;
  constexpr auto operator<=>(const TaskId&) const = default;
  constexpr explicit operator bool() const { return value != 0; }
};

// The position of an event in its trace, counted from 0.
struct StepIndex {
  uint64_t value = 0;
  constexpr auto operator<=>(const StepIndex&) const = default;
};

}  // namespace loopscope
