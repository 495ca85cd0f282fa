#include "core/js/cpu_meter.h"

#include "core/js/agent.h"

namespace loopscope::host {

CpuMeter::CpuMeter(JSContext* cx, int64_t ns_per_count, MeterWatcher& watcher)
    : m_cx(cx), m_watcher(watcher), m_ns_per_count(ns_per_count) {
  JS_AddInterruptCallback(cx, &CpuMeter::on_interrupt);
  JS_RequestInterruptCallbackCanWait(cx);
}

CpuMeter::~CpuMeter() {
  JS_DisableInterruptCallback(m_cx);
}

bool CpuMeter::on_interrupt(JSContext* cx) {
  CpuMeter& meter = agent_from(cx).meter();
  meter.m_counts += meter.m_step;
  // "Can wait" spares the lock that the urgent kind takes: half of the meter's cost (measured).
  JS_RequestInterruptCallbackCanWait(cx);
  if (--meter.m_until_period > 0) return true;
  meter.m_until_period = kPeriod;
  return meter.m_watcher.on_meter_period();
}

}  // namespace loopscope::host
