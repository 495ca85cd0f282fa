#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace loopscope::os {

using SqlBlob = std::vector<uint8_t>;

// NULL, INTEGER, REAL, TEXT (UTF-8), BLOB.
using SqlValue = std::variant<std::monostate, int64_t, double, std::string, SqlBlob>;

// A value for a place in a statement: the nth, from 1, or one by its name with its first sign
// ("$id").
struct SqlParameter {
  std::variant<int, std::string> place;
  SqlValue value;
};

// How a call ended: SQLite's result code, 0 if it went well, and its words.
struct [[nodiscard]] SqlStatus {
  int code = 0;
  std::string message = {};

  bool ok() const { return code == 0; }
};

// What running a statement came to.
struct [[nodiscard]] SqlOutcome {
  SqlStatus status;
  std::vector<std::string> columns;
  std::vector<std::vector<SqlValue>> rows;
  int64_t last_id = 0;  // rowid of what was last inserted over the connection
  int64_t changes = 0;  // rows changed by the last statement that changes any
};

}  // namespace loopscope::os
