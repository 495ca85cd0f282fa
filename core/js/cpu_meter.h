#pragma once

#include <jsapi.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <limits>
#include <utility>

#include "core/js/readings.h"
#include "core/js/stall_watch.h"
#include "core/trace/types.h"

namespace loopscope::host {

// What the meter tells its owner now and then, and asks of it.
class MeterWatcher {
 public:
  virtual ~MeterWatcher() = default;
  // At least every kPeriod counts. False ends the running script (uncatchable).
  virtual bool on_meter_period() = 0;
  // A built-in has not come back for so long that the run must end. As above.
  virtual bool on_stall() = 0;
};

// Turns what JavaScript does into virtual CPU time: one count a function call and a loop iteration,
// each worth a fixed number of nanoseconds, plus what natives charge. It hangs on the engine's
// interrupt callback, which asks for the next interrupt each time it is called.
class CpuMeter {
 public:
  // Small enough that a limit is noticed soon, large enough that looking costs nothing.
  static constexpr int64_t kPeriod = 4096;

  // `readings`: not owned; what the meter's now() tells is noted there, or read from there. May be
  // null.
  CpuMeter(JSContext* cx, int64_t ns_per_count, int stall_limit_s, Readings* readings,
           MeterWatcher& watcher);
  ~CpuMeter();
  CpuMeter(const CpuMeter&) = delete;
  CpuMeter& operator=(const CpuMeter&) = delete;

  // The agent's virtual time.
  VirtualTime now() {
    if (m_readings == nullptr) return counted_now();
    const VirtualTime now = m_readings->observe_time(counted_now());
    m_base_ns += now.ns - counted_now().ns;
    return now;
  }
  // CPU time used in all (now() less the time spent waiting and not yet begun).
  VirtualTime cpu_used() {
    if (m_readings == nullptr) return counted_cpu();
    return {m_readings->observe(counted_cpu().ns)};
  }
  // The same as counted now, for the meter's owner to look at between the program's readings.
  VirtualTime counted_now() const { return {m_base_ns + counts() * m_ns_per_count}; }
  VirtualTime counted_cpu() const { return {m_charged_ns + counts() * m_ns_per_count}; }

  // Adds the cost of a native.
  void charge(VirtualTime cost) {
    m_base_ns += cost.ns;
    m_charged_ns += cost.ns;
    if (counted_now().ns >= m_horizon_ns) [[unlikely]]
      look_soon();
  }
  // on_meter_period() is called soon after that time, too.
  void set_horizon(VirtualTime horizon) {
    m_horizon_ns = horizon.ns;
    if (m_until_period > counts_to_horizon()) m_until_period = counts_to_horizon();
  }
  // Calls on_meter_period() at the next count.
  void look_soon() { m_until_period = 1; }
  // Lets time pass without using the CPU. Does nothing if `time` has passed already.
  void idle_until(VirtualTime time) {
    if (time.ns > counted_now().ns) m_base_ns += time.ns - counted_now().ns;
  }

  // While one lives, JavaScript costs nothing: for the host's own work, which real Node does in
  // C++.
  class Pause {
   public:
    explicit Pause(CpuMeter& meter) : m_meter(meter), m_outer(std::exchange(meter.m_step, 0)) {}
    ~Pause() { m_meter.m_step = m_outer; }
    Pause(const Pause&) = delete;
    Pause& operator=(const Pause&) = delete;

   private:
    CpuMeter& m_meter;
    int64_t m_outer;
  };

  // Undoes a Pause while it lives: the program's own code, called by the host's.
  class Resumption {
   public:
    explicit Resumption(CpuMeter& meter)
        : m_meter(meter), m_outer(std::exchange(meter.m_step, 1)) {}
    ~Resumption() { m_meter.m_step = m_outer; }
    Resumption(const Resumption&) = delete;
    Resumption& operator=(const Resumption&) = delete;

   private:
    CpuMeter& m_meter;
    int64_t m_outer;
  };

 private:
  int64_t counts_to_horizon() const {
    const int64_t left_ns = m_horizon_ns - counted_now().ns;
    return left_ns <= 0 ? 1 : std::min(kPeriod - 1, left_ns / m_ns_per_count) + 1;
  }
  int64_t counts() const { return m_counts.load(std::memory_order_relaxed); }
  static bool on_interrupt(JSContext* cx);

  JSContext* m_cx;
  MeterWatcher& m_watcher;
  Readings* m_readings;
  int64_t m_ns_per_count;
  int64_t m_base_ns = 0;
  int64_t m_charged_ns = 0;
  std::atomic<int64_t> m_counts = 0;  // the stall watch reads it from its own thread
  int64_t m_step = 1;
  int64_t m_until_period = kPeriod;
  int64_t m_horizon_ns = std::numeric_limits<int64_t>::max();
  StallWatch m_stall_watch;
};

}  // namespace loopscope::host
