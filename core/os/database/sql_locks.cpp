#include "core/os/database/sql_locks.h"

#include <sqlite3.h>

namespace loopscope::os {

int SqlLocks::raise(uint64_t inode, uint64_t holder, int from, int to) {
  Lock& lock = m_locks[inode];
  if (from == SQLITE_LOCK_NONE) {
    if (lock.pending) return from;
    ++lock.readers;
    from = SQLITE_LOCK_SHARED;
  }
  if (to == SQLITE_LOCK_SHARED) return from;
  if (lock.writer != 0 && lock.writer != holder) return from;
  lock.writer = holder;
  if (to == SQLITE_LOCK_RESERVED) return to;
  lock.pending = true;
  return lock.readers > 1 ? SQLITE_LOCK_PENDING : SQLITE_LOCK_EXCLUSIVE;
}

void SqlLocks::lower(uint64_t inode, uint64_t holder, int from, int to) {
  const auto found = m_locks.find(inode);
  if (found == m_locks.end() || from <= to) return;
  Lock& lock = found->second;
  if (lock.writer == holder) {
    lock.writer = 0;
    lock.pending = false;
  }
  if (to == SQLITE_LOCK_NONE && --lock.readers == 0) m_locks.erase(found);
}

bool SqlLocks::is_reserved(uint64_t inode) const {
  const auto found = m_locks.find(inode);
  return found != m_locks.end() && found->second.writer != 0;
}

}  // namespace loopscope::os
