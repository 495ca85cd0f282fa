#include "gui/player/quiz_round.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/unit/gui_player/real_sessions.h"
#include "tests/unit/scenario/temporary_folder.h"

using namespace loopscope;
using namespace loopscope::gui;
using scenario::TemporaryFolder;

namespace {

struct Round {
  TemporaryFolder folder;
  Session session;
  QuizRound round;

  explicit Round(const std::string& program)
      : session(folder.write("a.js", program), samples::real_simulator()), round(session, "a", 1) {
    REQUIRE(samples::settle(session));
    REQUIRE(samples::repeat_until_true([&] { return round.pump() || round.ready(); }));
  }

  // The numbers the lines of the quiz have on the screen, in the order of `lines`.
  std::string numbers(const std::vector<int>& lines) const {
    std::string text;
    for (const int line : lines) text += std::to_string(round.number_of(line));
    return text;
  }
};

const std::string kThreeLines =
    "setImmediate(() => console.log('last'));\n"
    "process.nextTick(() => console.log('tick'));\n"
    "console.log('main');\n";

}  // namespace

TEST_CASE("Lines are not shown in the order they are printed in", "[quiz]") {
  const Round quiz(kThreeLines);
  CHECK(quiz.round.usable());
  CHECK(quiz.round.answer().size() == 3);
  CHECK_FALSE(std::ranges::is_sorted(quiz.round.answer()));
}

TEST_CASE("A line keeps its number while it is moved", "[quiz]") {
  Round quiz(kThreeLines);
  const int first = quiz.round.answer()[0];
  quiz.round.move(0, 2);
  CHECK(quiz.round.answer()[2] == first);
  CHECK(quiz.round.number_of(first) == 1);
}

TEST_CASE("An order can be typed, number by number", "[quiz]") {
  Round quiz(kThreeLines);
  const std::string numbers = quiz.numbers({0, 1, 2});
  for (size_t typed = 1; typed <= numbers.size(); ++typed) {
    quiz.round.type(std::string_view(numbers).substr(0, typed));
    for (size_t place = 0; place < typed; ++place)
      CHECK(quiz.round.answer()[place] == static_cast<int>(place));
  }
  quiz.round.check();
  REQUIRE(quiz.round.grade());
  CHECK(quiz.round.grade()->right);
  CHECK(quiz.round.explanations().size() == 2);
  quiz.round.type(quiz.numbers({2, 1, 0}));
  CHECK(quiz.round.answer() == std::vector{0, 1, 2});
}

TEST_CASE("A wrong order is explained, and can be tried again", "[quiz]") {
  Round quiz(kThreeLines);
  quiz.round.type(quiz.numbers({1, 0, 2}));
  quiz.round.check();
  REQUIRE(quiz.round.grade());
  CHECK_FALSE(quiz.round.grade()->right);
  REQUIRE(quiz.round.explanations().size() == 1);
  CHECK_THAT(quiz.round.explanations()[0], Catch::Contains("“main” comes before “tick”"));
  quiz.round.again();
  CHECK_FALSE(quiz.round.grade());
}

TEST_CASE("An order that Node leaves open counts either way", "[quiz]") {
  Round quiz(
      "setTimeout(() => console.log('timeout'), 0);\n"
      "setImmediate(() => console.log('immediate'));\n");
  for (const std::vector<int>& order : {std::vector{0, 1}, std::vector{1, 0}}) {
    quiz.round.type(quiz.numbers(order));
    quiz.round.check();
    CHECK(quiz.round.grade()->right);
    quiz.round.again();
  }
}

TEST_CASE("One line is no quiz", "[quiz]") {
  Round quiz("console.log(1);\n");
  CHECK_FALSE(quiz.round.usable());
  quiz.round.type("1");
  quiz.round.check();
  CHECK_FALSE(quiz.round.grade());
}
