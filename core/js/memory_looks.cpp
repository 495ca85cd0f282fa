#include "core/js/memory_looks.h"

#include <algorithm>
#include <utility>

#include "core/js/agent.h"
#include "core/js/heap_census.h"
#include "core/sim/memory_model.h"

namespace loopscope::host {

namespace {

constexpr VirtualTime kBetweenLooks = VirtualTime::from_ms(30'000);

}  // namespace

void MemoryLooks::note_start() {
  HeapCensus census;
  if (count_reachable(m_agent.cx(), census)) m_heap_at_start = census.heap;
}

bool MemoryLooks::plan(VirtualTime& next) {
  if (std::exchange(m_is_planned, true)) return false;
  next = {(m_agent.now().ns / kBetweenLooks.ns + 1) * kBetweenLooks.ns};
  return true;
}

uint64_t MemoryLooks::look() {
  m_is_planned = false;
  HeapCensus census;
  if (!count_reachable(m_agent.cx(), census)) return 0;
  const uint64_t heap = census.heap - std::min(census.heap, m_heap_at_start);
  return sim::memory_figures(heap, census.array_buffers).resident;
}

}  // namespace loopscope::host
