#pragma once

#include <array>
#include <cstdint>

#include "core/trace/types.h"

namespace loopscope::trace {

// Which happening an event is: an index into the schema (core/trace/schema.h).
enum class Kind : uint8_t {};

// An event a newer Loopscope wrote. Its first payload word is the StringId of its whole line.
inline constexpr Kind kUnknownKind{255};

// When and where something happened, and during which task (0 between tasks).
struct Stamp {
  VirtualTime time;
  AgentId agent;
  TaskId task;
};

// One event in memory. Its step is its position in the trace; its payload is read with
// unpack<Start>(event) and the like (core/trace/schema.h).
struct Event {
  VirtualTime time;
  TaskId task;
  AgentId agent;
  Kind kind{};
  uint8_t present = 0;  // bit i: the payload's optional value i is there
  std::array<uint32_t, 8> words{};

  bool operator==(const Event&) const = default;
};
static_assert(sizeof(Event) == 48, "a million events are 48 MB; keep it so");

}  // namespace loopscope::trace
