#include "core/js/memory_meter.h"

#include <js/GCAPI.h>
#include <malloc.h>

#if defined(__SANITIZE_ADDRESS__)
// Debian's GCC comes without the header that declares it.
extern "C" size_t __sanitizer_get_current_allocated_bytes();
#endif

namespace loopscope::host {

namespace {

constexpr uint64_t kChunkBytes = 1ULL << 20;
constexpr VirtualTime kBetweenLooks = VirtualTime::from_ms(2);

uint64_t malloced_bytes() {
#if defined(__SANITIZE_ADDRESS__)
  return __sanitizer_get_current_allocated_bytes();
#else
  const struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
#endif
}

}  // namespace

MemoryMeter::MemoryMeter(JSContext* cx) : m_cx(cx), m_malloced_before(malloced_bytes()) {}

bool MemoryMeter::exceeds(uint64_t limit, VirtualTime cpu_used) {
  if (cpu_used - m_looked_at < kBetweenLooks) return false;
  m_looked_at = cpu_used;
  return bytes() > limit;
}

uint64_t MemoryMeter::bytes() const {
  const uint64_t malloced = malloced_bytes();
  const uint64_t heap = JS_GetGCParameter(m_cx, JSGC_TOTAL_CHUNKS) * kChunkBytes;
  return heap + (malloced > m_malloced_before ? malloced - m_malloced_before : 0);
}

}  // namespace loopscope::host
