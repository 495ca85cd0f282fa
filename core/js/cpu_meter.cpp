#include "core/js/cpu_meter.h"

#include "core/js/agent.h"

namespace loopscope::host {

CpuMeter::CpuMeter(JSContext* cx, int64_t ns_per_count, int stall_limit_s, Readings* readings,
                   MeterWatcher& watcher)
    : m_cx(cx),
      m_watcher(watcher),
      m_readings(readings),
      m_ns_per_count(ns_per_count),
      m_stall_watch(cx, m_counts, stall_limit_s) {
  JS_AddInterruptCallback(cx, &CpuMeter::on_interrupt);
  JS_RequestInterruptCallbackCanWait(cx);
}

CpuMeter::~CpuMeter() {
  JS_DisableInterruptCallback(m_cx);
}

bool CpuMeter::on_interrupt(JSContext* cx) {
  CpuMeter& meter = agent_from(cx).meter();
  // One thread writes: no need for an atomic addition.
  meter.m_counts.store(meter.counts() + meter.m_step, std::memory_order_relaxed);
  // "Can wait" spares the lock that the urgent kind takes: half of the meter's cost (measured).
  JS_RequestInterruptCallbackCanWait(cx);
  if (meter.m_stall_watch.expired()) [[unlikely]]
    return meter.m_watcher.on_stall();
  // The host's own work is no progress here either: how much of it there is depends on where the
  // program's files lie, and when agents take turns must not.
  meter.m_until_period -= meter.m_step;
  if (meter.m_until_period > 0) return true;
  meter.m_until_period = meter.counts_to_horizon();
  return meter.m_watcher.on_meter_period();
}

}  // namespace loopscope::host
