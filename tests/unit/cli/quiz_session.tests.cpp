#include "core/cli/quiz_session.h"

#include <catch2/catch.hpp>

using namespace loopscope::cli;

namespace {

std::string problem_of(const char* text, size_t lines) {
  std::string problem;
  CHECK(read_answer(text, lines, problem).empty());
  return problem;
}

}  // namespace

TEST_CASE("An answer is letters, however they are written", "[cli][quiz]") {
  std::string problem;
  for (const char* text : {"A C B", "acb", "a,c,b", " A  c\tB\r", "A, C, B"}) {
    CAPTURE(text);
    CHECK(read_answer(text, 3, problem) == std::vector{0, 2, 1});
    CHECK(problem.empty());
  }
}

TEST_CASE("What is no answer is told in a line", "[cli][quiz]") {
  CHECK(problem_of("A B D", 3) == "expected the letters A to C, as in \"C B A\"");
  CHECK(problem_of("A B A", 3) == "A stands there twice; expected each letter once");
  CHECK(problem_of("B A", 3) == "expected all 3 letters, as in \"C B A\", but there are 2");
  CHECK(problem_of("", 2) == "expected all 2 letters, as in \"B A\", but there are 0");
  CHECK(problem_of("ä", 2) == "expected the letters A to B, as in \"B A\"");
}
