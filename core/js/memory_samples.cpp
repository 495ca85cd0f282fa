#include "core/js/memory_samples.h"

#include <algorithm>

#include "core/js/agent.h"
#include "core/js/heap_census.h"
#include "core/js/readings.h"

namespace loopscope::host {

namespace {

// Much: to be recorded at once.
constexpr uint64_t kMuch = 8U << 20;
// From here on a program that uses no streams is looked at, too.
constexpr uint64_t kWorthLooking = 1U << 20;

// A look goes through the whole heap. They come every few milliseconds of virtual time at first and
// ever more rarely in a long run, so that there are some dozens in any.
constexpr VirtualTime kLeastPause = VirtualTime::from_ms(4);
constexpr int64_t kPartOfRun = 16;

// Figures in the trace change in steps of these. The heap's holds what a few more functions in a
// built-in module take, so that not every change to one of them shows in every trace.
constexpr uint64_t kHeapGrain = 16384;
constexpr uint64_t kExternalGrain = 4096;

uint64_t rounded(uint64_t bytes, uint64_t grain) {
  return (bytes + grain - 1) / grain * grain;
}

}  // namespace

// A run that is repeated to record its lines has the figures of the first: a debugger keeps
// variables alive that have gone otherwise.
uint64_t MemorySamples::observed(uint64_t bytes) {
  Readings* readings = m_agent.options().readings;
  if (readings == nullptr) return bytes;
  return static_cast<uint64_t>(readings->observe(static_cast<int64_t>(bytes)));
}

void MemorySamples::note_start() {
  HeapCensus census;
  if (count_reachable(m_agent.cx(), census)) m_heap_at_start = census.heap;
}

void MemorySamples::allocated(uint64_t bytes) {
  m_allocated += bytes;
  m_begun = m_begun || m_allocated >= kWorthLooking;
  if (bytes < kMuch && m_allocated < kMuch) return;
  m_was_much = true;
  take();
}

void MemorySamples::task_ended() {
  if (!m_begun || (!m_was_much && m_agent.now() < m_next)) return;
  m_was_much = false;
  take();
}

void MemorySamples::take() {
  const VirtualTime now = m_agent.now();
  const VirtualTime run = now - m_agent.options().costs.startup;
  m_next = now + std::max(kLeastPause, VirtualTime{run.ns / kPartOfRun});
  m_allocated = 0;
  HeapCensus census;
  if (!count_reachable(m_agent.cx(), census)) return;
  const uint64_t heap =
      observed(rounded(census.heap - std::min(census.heap, m_heap_at_start), kHeapGrain));
  const uint64_t external = observed(rounded(census.array_buffers, kExternalGrain));
  if (heap == m_last_heap && external == m_last_external) return;
  m_last_heap = heap;
  m_last_external = external;
  m_agent.options().recorder->memory(m_agent.loop().log().stamp(), static_cast<int64_t>(heap),
                                     static_cast<int64_t>(external));
}

}  // namespace loopscope::host
