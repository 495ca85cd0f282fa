#include "core/os/thread_pool.h"

#include <algorithm>

namespace loopscope::os {

VirtualTime ThreadPool::submit(VirtualTime now, VirtualTime duration) {
  VirtualTime& earliest = *std::min_element(m_free_at.begin(), m_free_at.end());
  earliest = std::max(earliest, now) + duration;
  return earliest;
}

}  // namespace loopscope::os
