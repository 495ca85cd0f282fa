#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>
#include <vector>

#include "core/os/database/sql_environment.h"
#include "core/os/database/sql_values.h"

namespace loopscope::os {

// A connection to an SQLite database, in memory or in one of the machine's files.
class SqlDatabase {
 public:
  SqlDatabase(SqlEnvironment::EpochMs epoch_ms, SqlEnvironment::RandomBits random_bits,
              SqlFiles files);
  ~SqlDatabase();
  SqlDatabase(const SqlDatabase&) = delete;
  SqlDatabase& operator=(const SqlDatabase&) = delete;

  // ":memory:" and "" are databases of their own. `flags` are sqlite3_open_v2's, to read, write and
  // create.
  SqlStatus open(const std::string& name, int flags);
  // SQLITE_BUSY while statements have not been finalized.
  SqlStatus close();
  // Any number of statements, to the end or the first that fails.
  SqlStatus exec(const std::string& sql);

  // What the last call over the connection came to, if it was `code`.
  SqlStatus status(int code) const;
  sqlite3* connection() const { return m_connection; }
  // A statement begins: it may do so much and no more, or it is SQLITE_INTERRUPT.
  void begin_work() { m_work_left = kMostWork; }

 private:
  static constexpr int kWorkUnit = 1'000'000;  // steps of SQLite's virtual machine
  static constexpr int kMostWork = 300;

  static int on_work_unit(void* self);

  SqlEnvironment m_environment;
  sqlite3* m_connection = nullptr;
  int m_work_left = kMostWork;
};

// One statement of a connection.
class SqlStatement {
 public:
  explicit SqlStatement(std::shared_ptr<SqlDatabase> database) : m_database(std::move(database)) {}
  ~SqlStatement() { finalize(); }
  SqlStatement(const SqlStatement&) = delete;
  SqlStatement& operator=(const SqlStatement&) = delete;

  // The first statement of the text; what follows it is not looked at.
  SqlStatus prepare(const std::string& sql);
  // New values for all places, if any are given; the statement begins anew then.
  SqlStatus bind(const std::vector<SqlParameter>& parameters);
  // One step from the beginning, for its effects.
  SqlOutcome run(const std::vector<SqlParameter>& parameters);
  // The next row. Without new values it goes on behind the last one.
  SqlOutcome get(const std::vector<SqlParameter>& parameters);
  // All rows.
  SqlOutcome all(const std::vector<SqlParameter>& parameters);
  void reset();
  void finalize();

 private:
  SqlOutcome outcome(int code) const;
  void read_row(SqlOutcome& outcome, size_t& bytes) const;

  std::shared_ptr<SqlDatabase> m_database;
  sqlite3_stmt* m_statement = nullptr;
  int m_last = SQLITE_OK;  // of the last step
};

}  // namespace loopscope::os
