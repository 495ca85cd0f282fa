#include "core/lesson/directives.h"

#include <catch2/catch.hpp>

using namespace loopscope;
using namespace loopscope::lesson;

namespace {

Directives parsed(const std::string& source) {
  const Result<Directives> result = parse_directives(source, "quiz.js");
  if (!result) FAIL(result.problem().to_string());
  return *result;
}

// The problem of a source as a user sees it, or "none".
std::string problem_of(const std::string& source) {
  const Result<Directives> result = parse_directives(source, "quiz.js");
  return result ? "none" : result.problem().to_string();
}

std::string unsupported_in(const std::string& source) {
  std::string text;
  for (const auto& directive : parsed(source).unsupported)
    text += directive.name + ":" + std::to_string(directive.line) + " ";
  return text;
}

}  // namespace

TEST_CASE("A program without directives leaves every field empty", "[scenario][directives]") {
  for (const char* source : {"", "\n", "console.log(1);\n", "// a comment\ncode();\n",
                             "// mail me@example.com\n", "#!/usr/bin/env node\n"}) {
    CAPTURE(source);
    const Directives directives = parsed(source);
    CHECK_FALSE(directives.title.has_value());
    CHECK_FALSE(directives.lesson.has_value());
    CHECK_FALSE(directives.semantics.has_value());
    CHECK_FALSE(directives.seed.has_value());
    CHECK_FALSE(directives.cpus.has_value());
    CHECK_FALSE(directives.disk_latency.has_value());
    CHECK(directives.unsupported.empty());
  }
}

TEST_CASE("@title is the rest of its line", "[scenario][directives]") {
  CHECK(parsed("// @title Don't block the event loop\n").title == "Don't block the event loop");
  CHECK(parsed("//   @title   two  words  \n").title == "two  words");
  CHECK(parsed("//@title close\n").title == "close");
  CHECK(problem_of("// @title\n") == "quiz.js:1: @title expects a title, not \"\"");
}

TEST_CASE("@lesson goes on over the following comment lines", "[scenario][directives]") {
  CHECK(parsed("// @lesson One line.\n").lesson == "One line.");
  CHECK(parsed("// @lesson First\n//   second\n// third.\n").lesson == "First second third.");
  CHECK(parsed("// @lesson\n// On the next line.\n").lesson == "On the next line.");
  CHECK(problem_of("// @lesson\n\ncode();\n") ==
        "quiz.js:1: @lesson expects a paragraph, not \"\"");
}

TEST_CASE("A lesson ends at an empty comment, an empty line, a directive or the code",
          "[scenario][directives]") {
  CHECK(parsed("// @lesson A\n//\n// B\n").lesson == "A");
  CHECK(parsed("// @lesson A\n\n// B\n").lesson == "A");
  CHECK(parsed("// @lesson A\ncode();\n// B\n").lesson == "A");
  const Directives directives = parsed("// @lesson A\n// @seed 3\n// B\n");
  CHECK(directives.lesson == "A");
  CHECK(directives.seed == 3);
}

TEST_CASE("A lesson may speak of an address or a scoped package", "[scenario][directives]") {
  CHECK(parsed("// @lesson Write to me@here.org\n// about npm's @types.\n").lesson ==
        "Write to me@here.org about npm's @types.");
}

TEST_CASE("@node names the semantics by its major version", "[scenario][directives]") {
  for (const char* version : {"10", "18", "20", "22", "24"})
    CHECK(parsed("// @node " + std::string(version) + "\n").semantics ==
          "node" + std::string(version));
  for (const char* wrong : {"", "19", "v20", "node20", "20.1"}) {
    CAPTURE(wrong);
    CHECK(problem_of("// @node " + std::string(wrong) + "\n") ==
          "quiz.js:1: @node expects 10, 18, 20, 22 or 24, not \"" + std::string(wrong) + "\"");
  }
}

TEST_CASE("@seed is a whole number", "[scenario][directives]") {
  CHECK(parsed("// @seed 0\n").seed == 0);
  CHECK(parsed("// @seed 18446744073709551615\n").seed == UINT64_MAX);
  for (const char* wrong : {"", "-1", "x", "1 2", "1.5"}) {
    CAPTURE(wrong);
    CHECK(problem_of("// @seed " + std::string(wrong) + "\n") ==
          "quiz.js:1: @seed expects a whole number, not \"" + std::string(wrong) + "\"");
  }
}

TEST_CASE("@cpus is a number from 1 to 256", "[scenario][directives]") {
  CHECK(parsed("// @cpus 1\n").cpus == 1);
  CHECK(parsed("// @cpus 256\n").cpus == 256);
  for (const char* wrong : {"", "0", "257", "-4", "four", "4 cores"}) {
    CAPTURE(wrong);
    CHECK(problem_of("// @cpus " + std::string(wrong) + "\n") ==
          "quiz.js:1: @cpus expects a number from 1 to 256, not \"" + std::string(wrong) + "\"");
  }
}

TEST_CASE("@latency of the disk is a time or a range of times", "[scenario][directives]") {
  const auto range = parsed("// @latency disk 2ms..5ms\n").disk_latency;
  REQUIRE(range.has_value());
  CHECK(range->shortest == VirtualTime::from_ms(2));
  CHECK(range->longest == VirtualTime::from_ms(5));
  CHECK(parsed("// @latency   disk   3ms\n").disk_latency->longest == VirtualTime::from_ms(3));
  for (const char* wrong :
       {"", "disk", "disk 5", "disk 5ms..2ms", "disc 2ms", "2ms disk", "disk 2ms 5ms"}) {
    CAPTURE(wrong);
    CHECK(problem_of("// @latency " + std::string(wrong) + "\n") ==
          "quiz.js:1: @latency expects a device and a time, such as \"disk 2ms..5ms\", not \"" +
              std::string(wrong) + "\"");
  }
}

TEST_CASE("the network has a latency and a rate", "[scenario][directives]") {
  const Directives directives =
      parsed("// @latency net 20ms..60ms  @bandwidth net 10MiB/s\n// @latency disk 1ms\n");
  REQUIRE(directives.net_latency.has_value());
  CHECK(directives.net_latency->shortest == VirtualTime::from_ms(20));
  CHECK(directives.net_latency->longest == VirtualTime::from_ms(60));
  CHECK(directives.net_bytes_per_second == 10ULL << 20);
  CHECK(directives.disk_latency->longest == VirtualTime::from_ms(1));
}

TEST_CASE("@file declares files by name, size and kind", "[scenario][directives]") {
  const auto files =
      parsed("// @file huge.csv 2GiB csv\n// @file logs/today.log 10kB log  @file z 7 zeros\n")
          .files;
  REQUIRE(files.size() == 3);
  CHECK(files[0].name == "huge.csv");
  CHECK(files[0].size == 2ULL << 30);
  CHECK(files[0].kind == Directives::FileKind::csv);
  CHECK(files[1].name == "logs/today.log");
  CHECK(files[1].kind == Directives::FileKind::log);
  CHECK(files[2].size == 7);
  for (const char* wrong : {"", "huge.csv", "huge.csv big csv", "huge.csv 64MiB",
                            "huge.csv 64MiB xml", "/etc/passwd 1kB text", "../up 1kB text",
                            "a/../b 1kB text", "a/ 1kB text", "huge.csv 9TiB csv"}) {
    CAPTURE(wrong);
    CHECK(problem_of("// @file " + std::string(wrong) + "\n") ==
          "quiz.js:1: @file expects a name in the program's folder, a size and a kind (csv, jsonl, "
          "log, text, zeros or random), such as \"huge.csv 64MiB csv\", not \"" +
              std::string(wrong) + "\"");
  }
}

TEST_CASE("Well-formed directives that nothing carries out yet are kept with their lines",
          "[scenario][directives]") {
  CHECK(unsupported_in("// @title t\n"
                       "// @latency dns 5ms\n"
                       "// @seed 1\n") == "latency dns:2 ");
}

TEST_CASE("What is typed at the process manager is kept with its time and line",
          "[scenario][directives]") {
  const auto typed = parsed("// @pm2 start app.js -i max\n// @pm2 1.5s reload app\n").typed;
  REQUIRE(typed.size() == 2);
  CHECK(typed[0].command == "start app.js -i max");
  CHECK(typed[0].at == VirtualTime{});
  CHECK(typed[1].command == "reload app");
  CHECK(typed[1].at == VirtualTime::from_ms(1500));
  CHECK(typed[1].line == 2);
}

TEST_CASE("The same directives malformed are problems", "[scenario][directives]") {
  const std::pair<const char*, const char*> wrong[] = {
      {"pm2",
       "a command, such as \"start app.js -i max\", or a time and one, such as \"2s reload app\""},
      {"pm2 3s",
       "a command, such as \"start app.js -i max\", or a time and one, such as \"2s reload app\""},
      {"bandwidth", "a device and a rate, such as \"net 10MiB/s\""},
      {"bandwidth net", "a device and a rate, such as \"net 10MiB/s\""},
      {"bandwidth net 10MiB", "a device and a rate, such as \"net 10MiB/s\""},
      {"bandwidth net 0/s", "a device and a rate, such as \"net 10MiB/s\""},
      {"bandwidth disk 10MiB/s", "a device and a rate, such as \"net 10MiB/s\""},
  };
  for (const auto& [written, expected] : wrong) {
    const std::string text = written;
    const size_t space = text.find(' ');
    const std::string argument = space == std::string::npos ? "" : text.substr(space + 1);
    CHECK(problem_of("\n// @" + text + "\n") == "quiz.js:2: @" + text.substr(0, space) +
                                                    " expects " + expected + ", not \"" + argument +
                                                    "\"");
  }
}

TEST_CASE("A database has a latency of its own", "[scenario][directives]") {
  const Directives directives = parsed("// @latency db 5ms..15ms\n");
  CHECK(directives.database_latency->longest == VirtualTime::from_ms(15));
  CHECK_FALSE(directives.disk_latency);
}

TEST_CASE("A client is an address and what to do there", "[scenario][directives]") {
  const Directives directives = parsed(
      "// @client http://localhost:3000/a name=readers concurrency=4 think=100ms..300ms for=5s\n"
      "// @client http://127.0.0.1/ rate=20/s requests=7 start=1s timeout=2s keep-alive "
      "method=POST "
      "body='a b' header='accept: text/plain' paths=/x,/y latency=20ms bandwidth=64KiB/s\n");
  REQUIRE(directives.clients.size() == 2);
  const ClientDirective& readers = directives.clients[0];
  CHECK(readers.name == "readers");
  CHECK(readers.host == "localhost:3000");
  CHECK(readers.port == 3000);
  CHECK(readers.paths == std::vector<std::string>{"/a"});
  CHECK(readers.concurrency == 4U);
  CHECK(readers.think->longest == VirtualTime::from_ms(300));
  CHECK(readers.duration == VirtualTime::from_ms(5'000));
  CHECK_FALSE(readers.interval);
  CHECK_FALSE(readers.keep_alive);
  const ClientDirective& posts = directives.clients[1];
  CHECK(posts.port == 80);
  CHECK(posts.interval == VirtualTime::from_ms(50));
  CHECK(posts.requests == 7U);
  CHECK(posts.start == VirtualTime::from_ms(1'000));
  CHECK(posts.timeout == VirtualTime::from_ms(2'000));
  CHECK(posts.keep_alive);
  CHECK(posts.method == "POST");
  CHECK(posts.body == "a b");
  CHECK(posts.headers[0] == std::pair<std::string, std::string>("accept", "text/plain"));
  CHECK(posts.paths == std::vector<std::string>{"/x", "/y"});
  CHECK(posts.latency->shortest == VirtualTime::from_ms(20));
  CHECK(posts.bytes_per_second == 65'536U);
}

TEST_CASE("A malformed client is a problem that says what was expected", "[scenario][directives]") {
  const std::string address = "http://localhost:3000/";
  const std::pair<std::string, const char*> wrong[] = {
      {"", "an address of this machine and what to do"},
      {"GET /hash", "an address of this machine and what to do"},
      {"http://example.com/ for=5s", "an address of this machine and what to do"},
      {"http://localhost:99999/ for=5s", "an address of this machine and what to do"},
      {address, "expects an end, such as for=5s or requests=100"},
      {address + " for=soon", "expects a time, such as 100ms for for=, not \"soon\""},
      {address + " rate=20 for=5s", "expects a rate, such as 20/s for rate=, not \"20\""},
      {address + " rate=0/s for=5s", "expects a rate, such as 20/s for rate=, not \"0/s\""},
      {address + " requests=0", "expects a whole number above 0 for requests="},
      {address + " users=5", "does not know \"users=5\"; it takes keep-alive, name=, rate="},
      {address + " body='a for=5s", "expects a quote to be closed"},
      {address + " paths=a for=5s", "expects paths, such as /a,/b for paths="},
      {address + " rate=1/s think=1s for=5s", "expects either rate="},
  };
  for (const auto& [argument, expected] : wrong) {
    const std::string problem = problem_of("// @client " + argument + "\n");
    INFO(problem);
    CHECK(problem.starts_with("quiz.js:1: @client "));
    CHECK(problem.find(expected) != std::string::npos);
  }
}

TEST_CASE("Several directives may stand on one line", "[scenario][directives]") {
  const Directives directives = parsed("// @cpus 4   @node 22\t@seed 7  // @title t\n");
  CHECK(directives.cpus == 4);
  CHECK(directives.semantics == "node22");
  CHECK(directives.seed == 7);
  CHECK(directives.title == "t");
}

TEST_CASE("An @ after a single space belongs to the text", "[scenario][directives]") {
  CHECK(parsed("// @title mail @ work\n").title == "mail @ work");
  CHECK(parsed("// see @seed 5\n").seed == std::nullopt);
}

TEST_CASE("An unknown directive is a problem that names the nearest one, or all",
          "[scenario][directives]") {
  CHECK(problem_of("// @title t\n\n// @sead 4\n") ==
        "quiz.js:3: unknown directive @sead; did you mean @seed?");
  CHECK(problem_of("// @Title t\n") == "quiz.js:1: unknown directive @Title; did you mean @title?");
  CHECK(problem_of("// @nonsense\n") ==
        "quiz.js:1: unknown directive @nonsense; expected one of @bandwidth @client @cpus "
        "@file @latency @lesson @node @pm2 @seed @title");
}

TEST_CASE("The first problem is told", "[scenario][directives]") {
  CHECK(problem_of("// @seed x\n// @cpus 0\n") ==
        "quiz.js:1: @seed expects a whole number, not \"x\"");
}

TEST_CASE("Only the first comments count", "[scenario][directives]") {
  CHECK(parsed("code();\n// @seed 5\n").seed == std::nullopt);
  CHECK(parsed("/* @seed 5 */\n").seed == std::nullopt);
  CHECK(parsed("/* a header */\n// @seed 5\n").seed == std::nullopt);
  CHECK(parsed("'use strict';\n// @nonsense\n").seed == std::nullopt);
  CHECK(parsed("// first\n\n\n// @seed 5\n").seed == 5);
}

TEST_CASE("A byte order mark, a #! line and carriage returns do no harm",
          "[scenario][directives]") {
  CHECK(parsed("\xEF\xBB\xBF// @seed 5\n").seed == 5);
  CHECK(parsed("#!/usr/bin/env node\n// @seed 5\n").seed == 5);
  CHECK(parsed("// @seed 5\r\n// @title t\r\n").seed == 5);
  CHECK(parsed("// @seed 5").seed == 5);
  CHECK(parsed("// @seed 5\n#! not the first line\n// @title t\n").title == std::nullopt);
}

TEST_CASE("The pragmas of other tools are left to them", "[scenario][directives]") {
  for (const char* pragma :
       {"ts-check", "ts-nocheck", "flow", "license MIT", "author me", "copyright us", "eslint x",
        "format", "jsx h", "preserve", "prettier"}) {
    CAPTURE(pragma);
    CHECK(problem_of("// @" + std::string(pragma) + "\n") == "none");
  }
}

TEST_CASE("The last line of the directives is where the last one's paragraph ends",
          "[scenario][directives]") {
  CHECK(last_directive_line("code();\n// @seed 1\n") == 0);
  CHECK(last_directive_line("// @ts-check\ncode();\n") == 0);
  CHECK(last_directive_line("#!/bin/x\n\n// @seed 1\n// words\ncode();\n") == 3);
  CHECK(last_directive_line("// @lesson A\n// B\n// C\n//\n// D\n") == 3);
  CHECK(last_directive_line("// @lesson A\n// @ts-check\n// @cpus 2") == 3);
}
