#include "core/os/database/sql_database.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <memory>

using namespace loopscope;
using os::SqlDatabase;
using os::SqlOutcome;
using os::SqlStatement;
using os::SqlValue;

namespace {

constexpr int64_t kNewYear2026Ms = 1'767'225'600'000;

constexpr int kReadWriteCreate = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;

// The files of a machine, of one process.
struct Disk {
  Disk() { tree.make_folders("/tmp", {})->permissions = 01777; }

  os::SqlFiles given() { return {files, locks}; }
  std::shared_ptr<SqlDatabase> database() {
    return std::make_shared<SqlDatabase>([] { return kNewYear2026Ms; },
                                         [count = uint64_t{0}]() mutable { return ++count; },
                                         given());
  }
  std::shared_ptr<SqlDatabase> opened(const std::string& name, int flags = kReadWriteCreate) {
    auto opened = database();
    REQUIRE(opened->open(name, flags).ok());
    return opened;
  }

  os::FileTree tree{[] { return os::FileTime{0}; }};
  os::Files files{tree,
                  {1000, 1000},
                  [](int, std::string_view) {},
                  [] { return uint64_t{0}; },
                  [](const os::FileEvent&) {}};
  os::SqlLocks locks;
};

std::shared_ptr<SqlDatabase> opened() {
  static Disk disk;
  return disk.opened(":memory:");
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
  Disk disk;
  const std::string name = "/tmp/loopscope-must-not-make-this.db";
  REQUIRE(disk.opened(name)->exec("CREATE TABLE t (v)").ok());
  CHECK(disk.opened(":memory:")
            ->exec("ATTACH '" + name + "2' AS other; CREATE TABLE other.t (v)")
            .ok());
  CHECK(disk.opened(":memory:")->exec("VACUUM INTO '" + name + "3'").ok());
  for (const char* const number : {"", "2", "3"}) {
    CHECK(disk.files.type(name + number));
    CHECK_FALSE(std::filesystem::exists(name + number));
  }
}

TEST_CASE("what is written to a file is there for the next connection", "[os][database]") {
  Disk disk;
  REQUIRE(disk.opened("/tmp/a.db")->exec("CREATE TABLE t (v); INSERT INTO t VALUES (7)").ok());
  CHECK(disk.files.contents("/tmp/a.db")->starts_with("SQLite format 3"));
  CHECK_FALSE(disk.files.type("/tmp/a.db-journal"));
  CHECK(all(disk.opened("/tmp/a.db"), "SELECT v FROM t").rows[0][0] == SqlValue{int64_t{7}});
}

TEST_CASE("a file is made, or only read, as was asked", "[os][database]") {
  Disk disk;
  CHECK(disk.database()->open("/tmp/a.db", SQLITE_OPEN_READWRITE).code == SQLITE_CANTOPEN);
  CHECK(disk.database()->open("/nowhere/a.db", kReadWriteCreate).code == SQLITE_CANTOPEN);
  REQUIRE(disk.opened("/tmp/a.db")->exec("CREATE TABLE t (v)").ok());
  const auto reader = disk.opened("/tmp/a.db", SQLITE_OPEN_READONLY);
  CHECK(reader->exec("INSERT INTO t VALUES (1)").code == SQLITE_READONLY);
  REQUIRE_FALSE(disk.files.change_mode("/tmp/a.db", 0444).failed());
  CHECK(disk.opened("/tmp/a.db")->exec("INSERT INTO t VALUES (1)").code == SQLITE_READONLY);
}

TEST_CASE("a transaction that is not committed is undone", "[os][database]") {
  Disk disk;
  const auto writer = disk.opened("/tmp/a.db");
  REQUIRE(writer->exec("CREATE TABLE t (v); BEGIN; INSERT INTO t VALUES (1)").ok());
  REQUIRE(writer->exec("ROLLBACK").ok());
  CHECK(all(writer, "SELECT v FROM t").rows.empty());
}

TEST_CASE("one connection writes at a time, and readers keep a writer from ending",
          "[os][database]") {
  Disk disk;
  const auto one = disk.opened("/tmp/a.db");
  const auto two = disk.opened("/tmp/a.db");
  REQUIRE(one->exec("CREATE TABLE t (v); BEGIN; INSERT INTO t VALUES (1)").ok());
  CHECK(two->exec("INSERT INTO t VALUES (2)").code == SQLITE_BUSY);
  REQUIRE(two->exec("BEGIN; SELECT * FROM t").ok());
  CHECK(one->exec("COMMIT").code == SQLITE_BUSY);
  REQUIRE(two->exec("COMMIT").ok());
  CHECK(one->exec("COMMIT").ok());
  CHECK(two->exec("INSERT INTO t VALUES (2)").ok());
  CHECK(all(one, "SELECT v FROM t").rows.size() == 2);
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
