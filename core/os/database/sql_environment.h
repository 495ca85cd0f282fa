#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <functional>
#include <string>

#include "core/os/database/sql_files.h"

namespace loopscope::os {

// What one connection may know of the machine: the time, random bits and a process's files. SQLite
// asks for these through a table of functions (sqlite.org/vfs.html), which each connection has of
// its own.
class SqlEnvironment {
 public:
  using EpochMs = std::function<int64_t()>;
  using RandomBits = std::function<uint64_t()>;

  SqlEnvironment(EpochMs epoch_ms, RandomBits random_bits, SqlFiles files);
  ~SqlEnvironment();
  SqlEnvironment(const SqlEnvironment&) = delete;
  SqlEnvironment& operator=(const SqlEnvironment&) = delete;

  const char* name() const { return m_name.c_str(); }
  // Has SQL's random() and randomblob() ask here: SQLite's own are the host's.
  void define_functions(sqlite3* connection);

  const SqlFiles& files() const { return m_files; }
  int64_t epoch_ms() const { return m_epoch_ms(); }
  uint64_t random_bits() const { return m_random_bits(); }

 private:
  EpochMs m_epoch_ms;
  RandomBits m_random_bits;
  SqlFiles m_files;
  std::string m_name;
  sqlite3_vfs m_table;
};

}  // namespace loopscope::os
