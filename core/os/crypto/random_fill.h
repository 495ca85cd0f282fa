#pragma once

#include <cstdint>
#include <span>

#include "core/sim/choices.h"
#include "core/sim/cost_model.h"

namespace loopscope::os {

// Fills it with random bytes of the run's seed.
void random_fill(sim::Choices& choices, std::span<uint8_t> bytes);

// What that takes.
VirtualTime random_cost(const sim::CostModel& costs, size_t bytes);

}  // namespace loopscope::os
