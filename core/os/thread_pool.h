#pragma once

#include <cstddef>
#include <vector>

#include "core/trace/types.h"

namespace loopscope::os {

// libuv's thread pool (src/threadpool.c): file operations, look-ups and crypto run on a few
// threads; what finds none free waits in one queue, first come, first served.
class ThreadPool {
 public:
  // Node's default for UV_THREADPOOL_SIZE.
  static constexpr size_t kDefaultThreads = 4;

  explicit ThreadPool(size_t threads = kDefaultThreads) : m_free_at(threads) {}

  // A job given to the pool at `now` that takes `duration` once a thread has it. Returns when it is
  // done. Calls must come in order of time.
  VirtualTime submit(VirtualTime now, VirtualTime duration);

 private:
  std::vector<VirtualTime> m_free_at;  // for each thread, when its last job is done
};

}  // namespace loopscope::os
