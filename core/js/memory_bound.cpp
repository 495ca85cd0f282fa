#include "core/js/memory_bound.h"

#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <limits>
#include <new>
#include <string>

namespace loopscope::host {

namespace {

// AddressSanitizer's shadow counts as data.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool kCanBound = false;
#else
constexpr bool kCanBound = true;
#endif

std::atomic<bool> g_exceeded = false;
rlim_t g_usual_limit = RLIM_INFINITY;

// What RLIMIT_DATA counts, in bytes; 0 if the system does not tell.
uint64_t data_bytes() {
  std::ifstream status("/proc/self/status");
  std::string word;
  while (status >> word)
    if (word == "VmData:") {
      uint64_t kib = 0;
      status >> kib;
      return kib * 1024;
    }
  return 0;
}

void set_limit(rlim_t bytes) {
  rlimit limit{};
  if (getrlimit(RLIMIT_DATA, &limit) != 0) return;
  limit.rlim_cur = bytes < limit.rlim_max ? bytes : limit.rlim_max;
  setrlimit(RLIMIT_DATA, &limit);
}

void lift_bound() {
  g_exceeded = true;
  set_limit(g_usual_limit);
}

// The host's own allocation failed: it may go on, the program will not.
void on_new_failed() {
  if (g_exceeded) throw std::bad_alloc();
  lift_bound();
}

}  // namespace

MemoryBound::MemoryBound(uint64_t bytes) {
  g_exceeded = false;
  rlimit limit{};
  if (!kCanBound || getrlimit(RLIMIT_DATA, &limit) != 0) return;
  g_usual_limit = limit.rlim_cur;
  const uint64_t used = data_bytes();
  if (used == 0 || bytes > std::numeric_limits<uint64_t>::max() / 2) return;
  if (limit.rlim_cur != RLIM_INFINITY && used + bytes > limit.rlim_cur)
    return;  // the user's is less
  std::set_new_handler(on_new_failed);
  set_limit(used + bytes);
  *m_alive = true;
}

MemoryBound::~MemoryBound() {
  *m_alive = false;
  std::set_new_handler(nullptr);
  set_limit(g_usual_limit);
}

void MemoryBound::Widener::widen(int64_t bytes) const {
  rlimit limit{};
  if (!*m_alive || g_exceeded || getrlimit(RLIMIT_DATA, &limit) != 0) return;
  set_limit(limit.rlim_cur + static_cast<rlim_t>(bytes));
}

void MemoryBound::lift() {
  lift_bound();
}

bool MemoryBound::exceeded() const {
  return g_exceeded;
}

}  // namespace loopscope::host
