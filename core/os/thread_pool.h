#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "core/trace/types.h"

namespace loopscope::os {

// libuv's thread pool (src/threadpool.c): file operations, look-ups, compression and crypto run on
// a few threads; what finds none free waits in one queue, first come, first served.
class ThreadPool {
 public:
  // libuv's default for UV_THREADPOOL_SIZE, and its bounds.
  static constexpr size_t kDefaultThreads = 4;
  static constexpr size_t kMaxThreads = 1024;

  struct Place {
    size_t thread = 0;    // counted from 0
    VirtualTime begins;   // when that thread takes it up
    VirtualTime is_done;  // when its result is there
  };

  explicit ThreadPool(size_t threads = kDefaultThreads) : m_free_at(threads) {}

  // The number of threads, from 1 to kMaxThreads; without effect after the first job, when they
  // have been started.
  void set_threads(size_t threads);
  size_t threads() const { return m_free_at.size(); }

  // Slow jobs, which may wait for an answer from elsewhere (name look-ups), run on no more than
  // half of the threads (rounded up), so that they keep none of the other jobs waiting for long.
  enum class Kind : uint8_t { kOrdinary, kSlow };

  // A job given to the pool at `now` that takes `duration` once a thread has it. Calls must come in
  // order of time. `work` is what it does: see carry_out().
  Place submit(VirtualTime now, VirtualTime duration, std::function<void()> work = {},
               Kind kind = Kind::kOrdinary);

  // Does the work of all jobs that are done by `now`, in the order in which they are. To be called
  // before anything looks at what jobs change. Work must not submit jobs.
  void carry_out(VirtualTime now);

 private:
  size_t thread_for_slow_job(VirtualTime now);

  std::vector<VirtualTime> m_free_at;     // for each thread, when its last job is done
  std::vector<VirtualTime> m_slow_until;  // for each slow job that may run, when its turn is over
  std::map<std::pair<VirtualTime, uint64_t>, std::function<void()>> m_work;  // by when it is done
  uint64_t m_submitted = 0;
};

}  // namespace loopscope::os
