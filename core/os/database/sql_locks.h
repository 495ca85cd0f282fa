#pragma once

#include <cstdint>
#include <map>

namespace loopscope::os {

// Who of the machine's connections reads or writes which database file: SQLite's locks
// (sqlite.org/lockingv3.html). Levels are SQLite's numbers, SQLITE_LOCK_NONE to _EXCLUSIVE.
class SqlLocks {
 public:
  // Names one that holds locks.
  uint64_t new_holder() { return ++m_last_holder; }
  // Raises a holder's lock on a file from one level to another. The level it has then, which is
  // less if others are in the way.
  int raise(uint64_t inode, uint64_t holder, int from, int to);
  void lower(uint64_t inode, uint64_t holder, int from, int to);
  // Whether somebody is going to write.
  bool is_reserved(uint64_t inode) const;

 private:
  struct Lock {
    int readers = 0;       // all that hold any lock
    uint64_t writer = 0;   // who has more than a shared one
    bool pending = false;  // it waits for the others to end, and no more begin
  };
  uint64_t m_last_holder = 0;
  std::map<uint64_t, Lock> m_locks;  // by inode
};

}  // namespace loopscope::os
