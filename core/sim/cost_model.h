#pragma once

#include "core/trace/types.h"

namespace loopscope::sim {

// What things cost in virtual time. The figures are round and of the order that real node 20 shows
// on a common machine: what matters is that they are the same in every run.
struct CostModel {
  // One JavaScript call or loop iteration, the unit of the CPU meter.
  VirtualTime per_count{10};
  // One reading of a clock. Dearer than it is (about 30 ns), so that a loop that waits for a time
  // to come reaches it after a million readings a second instead of thirty.
  VirtualTime clock_read{1'000};
  // One write to stdout or stderr.
  VirtualTime console_write = VirtualTime::from_us(5);
  // From the start of the process to the first line of the main script.
  VirtualTime startup = VirtualTime::from_ms(25);
  // From the end of the main script to the loop's first look at its timers. Under real Node a timer
  // of 1 ms may or may not be due then; in the middle of this range it is.
  VirtualTime loop_start_min = VirtualTime::from_us(200);
  VirtualTime loop_start_max = VirtualTime::from_us(2'200);
  // One operation on the disk, on a thread of the pool or on the calling thread.
  VirtualTime disk_min = VirtualTime::from_us(60);
  VirtualTime disk_max = VirtualTime::from_us(140);
};

}  // namespace loopscope::sim
