#include "core/os/database/sql_environment.h"

#include <algorithm>
#include <atomic>
#include <ctime>
#include <utility>
#include <vector>

namespace loopscope::os {

namespace {

// Milliseconds from SQLite's day 0 (noon of 24 November 4714 BC) to 1970.
constexpr int64_t kJulianEpochMs = 210'866'760'000'000;
constexpr int64_t kMsPerDay = 86'400'000;
// All connections of the simulator together: more is SQLITE_NOMEM.
constexpr int64_t kMostMemory = int64_t{1} << 30;

const SqlEnvironment& environment_of(sqlite3_vfs* table) {
  return *static_cast<SqlEnvironment*>(table->pAppData);
}

int open(sqlite3_vfs* table, sqlite3_filename name, sqlite3_file* file, int flags, int* given) {
  return sql_files::open(environment_of(table).files(), name, file, flags, given);
}

int remove(sqlite3_vfs* table, const char* name, int) {
  return sql_files::remove(environment_of(table).files(), name);
}

int is_there(sqlite3_vfs* table, const char* name, int what, int* result) {
  return sql_files::is_there(environment_of(table).files(), name, what, result);
}

int full_path(sqlite3_vfs* table, const char* name, int size, char* result) {
  return sql_files::full_path(environment_of(table).files(), name, size, result);
}

int fill_random(sqlite3_vfs* table, int size, char* bytes) {
  const SqlEnvironment& environment = environment_of(table);
  for (int i = 0; i < size; ++i) bytes[i] = static_cast<char>(environment.random_bits());
  return size;
}

int no_sleep(sqlite3_vfs*, int) {
  return 0;
}

int current_time_ms(sqlite3_vfs* table, sqlite3_int64* time) {
  *time = environment_of(table).epoch_ms() + kJulianEpochMs;
  return SQLITE_OK;
}

int current_time(sqlite3_vfs* table, double* time) {
  sqlite3_int64 ms = 0;
  current_time_ms(table, &ms);
  *time = static_cast<double>(ms) / static_cast<double>(kMsPerDay);
  return SQLITE_OK;
}

// The simulated machine's time zone is UTC.
int utc_as_local(const void* time, void* broken_down) {
  return gmtime_r(static_cast<const time_t*>(time), static_cast<std::tm*>(broken_down)) == nullptr
             ? 1
             : 0;
}

const SqlEnvironment& environment_of(sqlite3_context* context) {
  return *static_cast<SqlEnvironment*>(sqlite3_user_data(context));
}

void random_number(sqlite3_context* context, int, sqlite3_value**) {
  sqlite3_result_int64(context, static_cast<int64_t>(environment_of(context).random_bits()));
}

void random_blob(sqlite3_context* context, int, sqlite3_value** arguments) {
  constexpr int64_t kMostBytes = 1 << 24;
  const int64_t asked = std::clamp<int64_t>(sqlite3_value_int64(arguments[0]), 1, kMostBytes);
  std::vector<uint8_t> bytes(static_cast<size_t>(asked));
  for (uint8_t& byte : bytes) byte = static_cast<uint8_t>(environment_of(context).random_bits());
  sqlite3_result_blob64(context, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
}

}  // namespace

SqlEnvironment::SqlEnvironment(EpochMs epoch_ms, RandomBits random_bits, SqlFiles files)
    : m_epoch_ms(std::move(epoch_ms)), m_random_bits(std::move(random_bits)), m_files(files) {
  static std::atomic<uint64_t> made = 0;
  m_name = "loopscope-" + std::to_string(++made);
  sqlite3_hard_heap_limit64(kMostMemory);
  sqlite3_test_control(SQLITE_TESTCTRL_LOCALTIME_FAULT, 2, &utc_as_local);
  m_table = *sqlite3_vfs_find(nullptr);
  m_table.pNext = nullptr;
  m_table.zName = m_name.c_str();
  m_table.pAppData = this;
  m_table.szOsFile = sql_files::open_file_size();
  m_table.xOpen = open;
  m_table.xDelete = remove;
  m_table.xAccess = is_there;
  m_table.xFullPathname = full_path;
  m_table.xRandomness = fill_random;
  m_table.xSleep = no_sleep;
  m_table.xCurrentTime = current_time;
  m_table.xCurrentTimeInt64 = current_time_ms;
  sqlite3_vfs_register(&m_table, 0);
}

SqlEnvironment::~SqlEnvironment() {
  sqlite3_vfs_unregister(&m_table);
}

void SqlEnvironment::define_functions(sqlite3* connection) {
  sqlite3_create_function(connection, "random", 0, SQLITE_UTF8, this, random_number, nullptr,
                          nullptr);
  sqlite3_create_function(connection, "randomblob", 1, SQLITE_UTF8, this, random_blob, nullptr,
                          nullptr);
}

}  // namespace loopscope::os
