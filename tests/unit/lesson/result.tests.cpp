#include "core/lesson/result.h"

#include <catch2/catch.hpp>

using namespace loopscope::lesson;

TEST_CASE("A problem is told with file and line, or the file alone", "[scenario][result]") {
  CHECK(Problem{"quiz.js", 3, "unknown directive @foo"}.to_string() ==
        "quiz.js:3: unknown directive @foo");
  CHECK(Problem{"quiz.js", 0, "no such file"}.to_string() == "quiz.js: no such file");
}

TEST_CASE("A result is a value or a problem", "[scenario][result]") {
  Result<std::string> value = std::string("text");
  REQUIRE(value);
  CHECK(*value == "text");
  CHECK(value->size() == 4);
  *value = "other";
  CHECK(*std::as_const(value) == "other");
  CHECK(std::as_const(value)->size() == 5);

  const Result<std::string> problem = Problem{"a", 1, "b"};
  REQUIRE_FALSE(problem);
  CHECK(problem.problem().to_string() == "a:1: b");
}
