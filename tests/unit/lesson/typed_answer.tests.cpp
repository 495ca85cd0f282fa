#include "core/lesson/typed_answer.h"

#include <catch2/catch.hpp>

namespace loopscope::lesson {

namespace {

std::string problem_of(std::string_view text, size_t lines) {
  return read_typed_answer(text, lines).problem;
}

}  // namespace

TEST_CASE("a typed order may be written in several ways") {
  for (const char* text : {"1 3 2", "1,3,2", "132", "  1\t3 2\r"}) {
    const TypedAnswer answer = read_typed_answer(text, 3);
    CHECK(answer.problem.empty());
    CHECK(answer.places == std::vector{0, 2, 1});
  }
}

TEST_CASE("numbers of two digits stand apart") {
  const TypedAnswer answer = read_typed_answer("10 1 2 3 4 5 6 7 8 9", 10);
  CHECK(answer.problem.empty());
  CHECK(answer.places == std::vector{9, 0, 1, 2, 3, 4, 5, 6, 7, 8});
  CHECK(problem_of("12 3", 10).starts_with("expected the numbers 1 to 10"));
}

TEST_CASE("what is no order is told apart, and read up to there") {
  CHECK(problem_of("1 2", 3) == "expected all 3 numbers, as in \"3 2 1\", but there are 2");
  CHECK(problem_of("1 1 2", 3) == "1 stands there twice; expected each number once");
  CHECK(problem_of("1 2 4", 3) == "expected the numbers 1 to 3, as in \"3 2 1\"");
  CHECK(problem_of("zebra", 3).starts_with("expected the numbers 1 to 3"));
  CHECK(problem_of("", 3).starts_with("expected all 3 numbers"));
  CHECK(problem_of("99999999999999999999999", 12).starts_with("expected the numbers"));
  CHECK(read_typed_answer("2 x 1", 3).places == std::vector{1});
}

}  // namespace loopscope::lesson
