#include "core/os/database/sql_database.h"

#include <catch2/catch.hpp>

#include <memory>

using namespace loopscope;
using os::SqlDatabase;
using os::SqlOutcome;
using os::SqlStatement;
using os::SqlValue;

namespace {

constexpr int64_t kNewYear2026Ms = 1'767'225'600'000;

std::shared_ptr<SqlDatabase> opened() {
  auto database = std::make_shared<SqlDatabase>(
      [] { return kNewYear2026Ms; }, [count = uint64_t{0}]() mutable { return ++count; });
  REQUIRE(database->open(":memory:").ok());
  return database;
}

SqlOutcome all(const std::shared_ptr<SqlDatabase>& database, const std::string& sql) {
  SqlStatement statement(database);
  const os::SqlStatus prepared = statement.prepare(sql);
  INFO(prepared.message);
  REQUIRE(prepared.ok());
  return statement.all({});
}

}  // namespace

TEST_CASE("rows come back with their types", "[os][database]") {
  const auto database = opened();
  const SqlOutcome outcome =
      all(database, "SELECT 1 AS a, 0.5 AS b, 'x' AS c, x'00' AS d, NULL AS e");
  CHECK(outcome.columns == std::vector<std::string>{"a", "b", "c", "d", "e"});
  REQUIRE(outcome.rows.size() == 1);
  CHECK(outcome.rows[0] ==
        std::vector<SqlValue>{int64_t{1}, 0.5, std::string("x"), os::SqlBlob{0}, {}});
}

TEST_CASE("values are bound by place and by name", "[os][database]") {
  const auto database = opened();
  SqlStatement statement(database);
  REQUIRE(statement.prepare("SELECT ?1 AS a, $b AS b").ok());
  const SqlOutcome outcome =
      statement.get({{1, int64_t{7}}, {std::string("$b"), std::string("é")}});
  REQUIRE(outcome.rows.size() == 1);
  CHECK(outcome.rows[0] == std::vector<SqlValue>{int64_t{7}, std::string("é")});
  CHECK(statement.get({{3, int64_t{1}}}).status.code == SQLITE_RANGE);
}

TEST_CASE("get goes on behind the last row until there are new values or a reset",
          "[os][database]") {
  const auto database = opened();
  REQUIRE(database->exec("CREATE TABLE t (v); INSERT INTO t VALUES (1), (2)").ok());
  SqlStatement statement(database);
  REQUIRE(statement.prepare("SELECT v FROM t").ok());
  CHECK(statement.get({}).rows.size() == 1);
  CHECK(statement.get({}).rows.size() == 1);
  CHECK(statement.get({}).rows.empty());
  CHECK(statement.get({}).rows.empty());
  statement.reset();
  CHECK(statement.get({}).rows.size() == 1);
}

TEST_CASE("a database is not closed while it has statements", "[os][database]") {
  const auto database = opened();
  SqlStatement statement(database);
  REQUIRE(statement.prepare("SELECT 1").ok());
  CHECK(database->close().code == SQLITE_BUSY);
  statement.finalize();
  CHECK(database->close().ok());
}

TEST_CASE("no host file is opened, whatever a statement says", "[os][database]") {
  SqlDatabase database([] { return int64_t{0}; }, [] { return uint64_t{0}; });
  CHECK(database.open("/tmp/loopscope-must-not-make-this.db").code == SQLITE_CANTOPEN);
  CHECK(opened()->exec("ATTACH '/tmp/loopscope-must-not-make-this.db' AS other").code ==
        SQLITE_CANTOPEN);
  CHECK(opened()->exec("VACUUM INTO '/tmp/loopscope-must-not-make-this.db'").code != SQLITE_OK);
}

TEST_CASE("time, time zone and randomness are the machine's", "[os][database]") {
  const std::string sql =
      "SELECT datetime('now'), datetime('now', 'localtime'), random(), hex(randomblob(2)), "
      "random()";
  const std::vector<SqlValue> expected{std::string("2026-01-01 00:00:00"),
                                       std::string("2026-01-01 00:00:00"), int64_t{1},
                                       std::string("0203"), int64_t{4}};
  CHECK(all(opened(), sql).rows[0] == expected);
  CHECK(all(opened(), sql).rows[0] == expected);
}

TEST_CASE("a statement that does not come to an end is interrupted", "[os][database]") {
  const SqlOutcome outcome =
      all(opened(),
          "WITH RECURSIVE n(v) AS (SELECT 1 UNION ALL SELECT v + 1 FROM n) SELECT max(v) FROM n");
  CHECK(outcome.status.code == SQLITE_INTERRUPT);
}
