#pragma once

#include <cstdint>

namespace loopscope::sim {

// 2026-01-01T00:00:00Z: when the simulated machine is switched on, the virtual time zero.
inline constexpr int64_t kEpochMs = 1'767'225'600'000;

}  // namespace loopscope::sim
