#pragma once

#include <sqlite3.h>

#include "core/os/database/sql_locks.h"
#include "core/os/files.h"

namespace loopscope::os {

// The files a connection may see: a process's, on the simulated machine. Neither is owned.
struct SqlFiles {
  Files& files;
  SqlLocks& locks;
};

// What SQLite asks for about files (sqlite.org/vfs.html), as functions of its table.
// `table->pAppData` is not looked at: they are given the files. Journals are files, too; there is
// no shared memory, so no write-ahead log.
namespace sql_files {

// How many bytes SQLite has to give for what is open.
int open_file_size();
int open(const SqlFiles& at, const char* name, sqlite3_file* file, int flags, int* flags_out);
int remove(const SqlFiles& at, const char* name);
int is_there(const SqlFiles& at, const char* name, int what, int* result);
int full_path(const SqlFiles& at, const char* name, int size, char* result);

}  // namespace sql_files

}  // namespace loopscope::os
