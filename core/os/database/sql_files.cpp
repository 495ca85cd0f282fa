#include "core/os/database/sql_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>
#include <span>
#include <string>
#include <string_view>

namespace loopscope::os::sql_files {

namespace {

constexpr int kSectorBytes = 4096;
constexpr uint32_t kMode = 0644;

// SQLite's own comes first in it.
struct OpenSqlFile {
  sqlite3_file base;
  Files* files;
  SqlLocks* locks;
  int number;
  uint64_t inode;
  uint64_t holder;
  int level;
};

OpenSqlFile& opened(sqlite3_file* file) {
  return *reinterpret_cast<OpenSqlFile*>(file);  // NOLINT: as SQLite has it
}

int unlock(sqlite3_file* file, int level) {
  OpenSqlFile& own = opened(file);
  own.locks->lower(own.inode, own.holder, own.level, level);
  own.level = std::min(own.level, level);
  return SQLITE_OK;
}

int close(sqlite3_file* file) {
  unlock(file, SQLITE_LOCK_NONE);
  (void)opened(file).files->close(opened(file).number);
  return SQLITE_OK;
}

// What is not there reads as zeros, and SQLite is told.
int read(sqlite3_file* file, void* to, int size, sqlite3_int64 offset) {
  const std::span<char> all(static_cast<char*>(to), static_cast<size_t>(size));
  size_t done = 0;
  while (done < all.size()) {
    const FileResult<size_t> got = opened(file).files->read(opened(file).number, all.subspan(done),
                                                            static_cast<uint64_t>(offset) + done);
    if (!got) return SQLITE_IOERR_READ;
    if (*got == 0) break;
    done += *got;
  }
  if (done == all.size()) return SQLITE_OK;
  std::memset(all.data() + done, 0, all.size() - done);
  return SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
  std::string_view left(static_cast<const char*>(from), static_cast<size_t>(size));
  while (!left.empty()) {
    const FileResult<size_t> taken =
        opened(file).files->write(opened(file).number, left, static_cast<uint64_t>(offset));
    if (!taken || *taken == 0) return SQLITE_IOERR_WRITE;
    left.remove_prefix(*taken);
    offset += static_cast<sqlite3_int64>(*taken);
  }
  return SQLITE_OK;
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
  return opened(file).files->truncate(opened(file).number, size).failed() ? SQLITE_IOERR_TRUNCATE
                                                                          : SQLITE_OK;
}

int sync(sqlite3_file*, int) {
  return SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
  FileResult<Status> status = opened(file).files->status_of(opened(file).number);
  if (!status) return SQLITE_IOERR_FSTAT;
  *size = static_cast<sqlite3_int64>(status->size);
  return SQLITE_OK;
}

int lock(sqlite3_file* file, int level) {
  OpenSqlFile& own = opened(file);
  if (own.level >= level) return SQLITE_OK;
  own.level = own.locks->raise(own.inode, own.holder, own.level, level);
  return own.level >= level ? SQLITE_OK : SQLITE_BUSY;
}

int check_reserved(sqlite3_file* file, int* result) {
  *result = opened(file).locks->is_reserved(opened(file).inode) ? 1 : 0;
  return SQLITE_OK;
}

int control(sqlite3_file*, int, void*) {
  return SQLITE_NOTFOUND;
}

int sector_size(sqlite3_file*) {
  return kSectorBytes;
}

int characteristics(sqlite3_file*) {
  return 0;
}

constexpr sqlite3_io_methods kMethods = {
    1,       close,          read,    write,       truncate,        sync,    file_size, lock,
    unlock,  check_reserved, control, sector_size, characteristics, nullptr, nullptr,   nullptr,
    nullptr, nullptr,        nullptr};

}  // namespace

int open_file_size() {
  return static_cast<int>(sizeof(OpenSqlFile));
}

int open(const SqlFiles& at, const char* name, sqlite3_file* file, int flags, int* flags_out) {
  file->pMethods = nullptr;
  if (name == nullptr) return SQLITE_CANTOPEN;  // temporary ones are in memory
  const bool writes = (flags & SQLITE_OPEN_READWRITE) != 0;
  const int create = (flags & SQLITE_OPEN_CREATE) != 0 ? O_CREAT : 0;
  FileResult<int> number = at.files.open(name, (writes ? O_RDWR : O_RDONLY) | create, kMode);
  const bool is_protected = !number && writes && number.error().number == EACCES;
  if (is_protected) {
    flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
    number = at.files.open(name, O_RDONLY, kMode);
  }
  if (!number) return SQLITE_CANTOPEN;
  const FileResult<Status> status = at.files.status_of(*number);
  if (!status) return SQLITE_CANTOPEN;
  new (file) OpenSqlFile{{&kMethods},           &at.files,       &at.locks, *number, status->inode,
                         at.locks.new_holder(), SQLITE_LOCK_NONE};
  if (flags_out != nullptr) *flags_out = flags;
  return SQLITE_OK;
}

int remove(const SqlFiles& at, const char* name) {
  const Errno error = at.files.unlink(name);
  if (error.number == ENOENT) return SQLITE_IOERR_DELETE_NOENT;
  return error.failed() ? SQLITE_IOERR_DELETE : SQLITE_OK;
}

int is_there(const SqlFiles& at, const char* name, int what, int* result) {
  if (what == SQLITE_ACCESS_EXISTS) {
    // An empty journal is none.
    FileResult<Status> status = at.files.status(name, Follow::kLast);
    *result = status && status->size > 0 ? 1 : 0;
  } else {
    *result = at.files.access(name, R_OK | W_OK).failed() ? 0 : 1;
  }
  return SQLITE_OK;
}

int full_path(const SqlFiles& at, const char* name, int size, char* result) {
  const std::string path = name[0] == '/' ? name : at.files.folder() + "/" + name;
  if (path.size() >= static_cast<size_t>(size)) return SQLITE_CANTOPEN;
  std::memcpy(result, path.c_str(), path.size() + 1);
  return SQLITE_OK;
}

}  // namespace loopscope::os::sql_files
