#include "core/os/database/sql_database.h"

#include <utility>

namespace loopscope::os {

namespace {

// Of all rows that one call may give.
constexpr size_t kMostResultBytes = size_t{1} << 28;

int bind_value(sqlite3_stmt* statement, int place, const SqlValue& value) {
  if (const auto* integer = std::get_if<int64_t>(&value))
    return sqlite3_bind_int64(statement, place, *integer);
  if (const auto* real = std::get_if<double>(&value))
    return sqlite3_bind_double(statement, place, *real);
  if (const auto* text = std::get_if<std::string>(&value))
    return sqlite3_bind_text64(statement, place, text->data(), text->size(), SQLITE_TRANSIENT,
                               SQLITE_UTF8);
  if (const auto* blob = std::get_if<SqlBlob>(&value)) {
    if (blob->empty()) return sqlite3_bind_zeroblob(statement, place, 0);
    return sqlite3_bind_blob64(statement, place, blob->data(), blob->size(), SQLITE_TRANSIENT);
  }
  return sqlite3_bind_null(statement, place);
}

int index_of(sqlite3_stmt* statement, const SqlParameter& parameter) {
  if (const int* place = std::get_if<int>(&parameter.place)) return *place;
  return sqlite3_bind_parameter_index(statement, std::get<std::string>(parameter.place).c_str());
}

SqlValue column_value(sqlite3_stmt* statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
      return int64_t{sqlite3_column_int64(statement, column)};
    case SQLITE_FLOAT:
      return sqlite3_column_double(statement, column);
    case SQLITE_TEXT: {
      const unsigned char* text = sqlite3_column_text(statement, column);
      const auto size = static_cast<size_t>(sqlite3_column_bytes(statement, column));
      return std::string(text, text + size);
    }
    case SQLITE_BLOB: {
      const auto* bytes = static_cast<const uint8_t*>(sqlite3_column_blob(statement, column));
      const auto size = static_cast<size_t>(sqlite3_column_bytes(statement, column));
      return size == 0 ? SqlBlob() : SqlBlob(bytes, bytes + size);
    }
    default:
      return std::monostate();
  }
}

}  // namespace

SqlDatabase::SqlDatabase(SqlEnvironment::EpochMs epoch_ms, SqlEnvironment::RandomBits random_bits,
                         SqlFiles files)
    : m_environment(std::move(epoch_ms), std::move(random_bits), files) {}

SqlDatabase::~SqlDatabase() {
  sqlite3_close_v2(m_connection);
}

SqlStatus SqlDatabase::open(const std::string& name, int flags) {
  constexpr int kModes = SQLITE_OPEN_READONLY | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  // An empty name would be a temporary file.
  const std::string opened = name.empty() ? ":memory:" : name;
  const int code = sqlite3_open_v2(opened.c_str(), &m_connection,
                                   (flags & kModes) | SQLITE_OPEN_FULLMUTEX, m_environment.name());
  if (code != SQLITE_OK) {
    SqlStatus failed = status(code);
    sqlite3_close_v2(std::exchange(m_connection, nullptr));
    return failed;
  }
  m_environment.define_functions(m_connection);
  sqlite3_progress_handler(m_connection, kWorkUnit, on_work_unit, this);
  return exec("PRAGMA temp_store = MEMORY");
}

SqlStatus SqlDatabase::close() {
  const int code = sqlite3_close(m_connection);
  if (code != SQLITE_OK) return status(code);
  m_connection = nullptr;
  return {};
}

SqlStatus SqlDatabase::exec(const std::string& sql) {
  begin_work();
  char* message = nullptr;
  const int code = sqlite3_exec(m_connection, sql.c_str(), nullptr, nullptr, &message);
  SqlStatus result{code, message == nullptr ? "" : message};
  sqlite3_free(message);
  return result;
}

SqlStatus SqlDatabase::status(int code) const {
  return {code, m_connection == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(m_connection)};
}

int SqlDatabase::on_work_unit(void* self) {
  return --static_cast<SqlDatabase*>(self)->m_work_left < 0 ? 1 : 0;
}

SqlStatus SqlStatement::prepare(const std::string& sql) {
  const int code = sqlite3_prepare_v2(m_database->connection(), sql.data(),
                                      static_cast<int>(sql.size()), &m_statement, nullptr);
  return code == SQLITE_OK ? SqlStatus() : m_database->status(code);
}

SqlStatus SqlStatement::bind(const std::vector<SqlParameter>& parameters) {
  if (parameters.empty()) return {};
  reset();
  sqlite3_clear_bindings(m_statement);
  for (const SqlParameter& parameter : parameters) {
    const int code = bind_value(m_statement, index_of(m_statement, parameter), parameter.value);
    if (code != SQLITE_OK) return m_database->status(code);
  }
  return {};
}

SqlOutcome SqlStatement::run(const std::vector<SqlParameter>& parameters) {
  if (parameters.empty()) reset();
  if (SqlStatus bound = bind(parameters); !bound.ok()) return {std::move(bound), {}, {}};
  m_database->begin_work();
  m_last = sqlite3_step(m_statement);
  return outcome(m_last);
}

SqlOutcome SqlStatement::get(const std::vector<SqlParameter>& parameters) {
  if (m_last == SQLITE_DONE && parameters.empty()) return outcome(m_last);
  if (SqlStatus bound = bind(parameters); !bound.ok()) return {std::move(bound), {}, {}};
  m_database->begin_work();
  m_last = sqlite3_step(m_statement);
  SqlOutcome result = outcome(m_last);
  size_t bytes = 0;
  if (m_last == SQLITE_ROW) read_row(result, bytes);
  return result;
}

SqlOutcome SqlStatement::all(const std::vector<SqlParameter>& parameters) {
  if (parameters.empty()) reset();
  if (SqlStatus bound = bind(parameters); !bound.ok()) return {std::move(bound), {}, {}};
  m_database->begin_work();
  SqlOutcome gathered;
  size_t bytes = 0;
  while ((m_last = sqlite3_step(m_statement)) == SQLITE_ROW) {
    read_row(gathered, bytes);
    if (bytes > kMostResultBytes) return outcome(SQLITE_NOMEM);
  }
  SqlOutcome result = outcome(m_last);
  result.columns = std::move(gathered.columns);
  result.rows = std::move(gathered.rows);
  return result;
}

void SqlStatement::reset() {
  sqlite3_reset(m_statement);
  m_last = SQLITE_OK;
}

void SqlStatement::finalize() {
  sqlite3_finalize(std::exchange(m_statement, nullptr));
}

SqlOutcome SqlStatement::outcome(int code) const {
  SqlOutcome result;
  if (code != SQLITE_ROW && code != SQLITE_DONE) {
    result.status =
        code == SQLITE_NOMEM ? SqlStatus{code, sqlite3_errstr(code)} : m_database->status(code);
    return result;
  }
  result.last_id = sqlite3_last_insert_rowid(m_database->connection());
  result.changes = sqlite3_changes(m_database->connection());
  return result;
}

void SqlStatement::read_row(SqlOutcome& outcome, size_t& bytes) const {
  const int count = sqlite3_column_count(m_statement);
  if (outcome.columns.empty())
    for (int i = 0; i < count; ++i)
      outcome.columns.emplace_back(sqlite3_column_name(m_statement, i));
  std::vector<SqlValue>& row = outcome.rows.emplace_back();
  for (int i = 0; i < count; ++i) {
    row.push_back(column_value(m_statement, i));
    bytes += sizeof(SqlValue) + static_cast<size_t>(sqlite3_column_bytes(m_statement, i));
  }
}

}  // namespace loopscope::os
