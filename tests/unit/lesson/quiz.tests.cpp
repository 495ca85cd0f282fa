#include "core/lesson/quiz.h"

#include <catch2/catch.hpp>

#include "tests/unit/trace/sample_traces.h"

using namespace loopscope;
using namespace loopscope::lesson;

namespace {

using trace::samples::Script;

// A program that prints these lines in one go.
trace::Trace printing(const std::vector<std::string>& lines) {
  Script script;
  const TaskId main = script.enqueue(trace::Queue::main, "main", "quiz.js:1:1");
  script.start(main);
  for (const std::string& line : lines) script.print(line);
  script.end();
  script.exit();
  return script.take();
}

std::vector<std::string> texts(const std::vector<QuizLine>& lines) {
  std::vector<std::string> result;
  for (const QuizLine& line : lines) result.push_back(line.text);
  return result;
}

Orders abc_or_acb() {
  return {{"a", "b", "c"}, {{0, 1, 2}, {0, 2, 1}}, true};
}

}  // namespace

TEST_CASE("Lines come in the order in which they were begun, whole", "[lesson][quiz]") {
  Script script;
  script.recorder().console(script.stamp(), trace::Stream::out, "one\ntwo\nthr");
  script.recorder().console(script.stamp(), trace::Stream::err, "trouble\n");
  script.recorder().console(script.stamp(), trace::Stream::out, "ee\n\n  \nfour");
  const trace::Trace trace = script.take();
  const std::vector<QuizLine> lines = printed_lines(trace);
  CHECK(texts(lines) == std::vector<std::string>{"one", "two", "three", "trouble", "four"});
  CHECK(lines[2].step == StepIndex{0});
  CHECK(lines[3].error_stream);
  CHECK(lines[4].step == StepIndex{2});
}

TEST_CASE("A quiz needs two lines, and no more than can be kept in mind", "[lesson][quiz]") {
  CHECK_FALSE(make_quiz(printing({})).usable);
  CHECK_FALSE(make_quiz(printing({"alone"})).usable);
  CHECK(make_quiz(printing({"a", "b"})).usable);
  CHECK_FALSE(make_quiz(printing(std::vector<std::string>(13, "x"))).usable);
}

TEST_CASE("The order of the trace is right, any other wrong", "[lesson][quiz]") {
  const Quiz quiz = make_quiz(trace::samples::quiz());
  CHECK_FALSE(quiz.order_is_open);
  const Grade right = grade(quiz, std::vector{0, 1, 2, 3, 4, 5});
  CHECK(right.right);
  CHECK(right.wrong_pairs.empty());
  const Grade wrong = grade(quiz, std::vector{0, 1, 3, 2, 4, 5});
  CHECK_FALSE(wrong.right);
  CHECK(wrong.line_right == std::vector<bool>{true, true, false, false, true, true});
  CHECK(wrong.wrong_pairs == std::vector<std::pair<int, int>>{{2, 3}});
}

TEST_CASE("Every order that real Node may print counts as right", "[lesson][quiz]") {
  const Quiz quiz = make_quiz(printing({"a", "b", "c"}), abc_or_acb());
  CHECK(quiz.order_is_open);
  CHECK(grade(quiz, std::vector{0, 1, 2}).right);
  const Grade other = grade(quiz, std::vector{0, 2, 1});
  CHECK(other.right);
  CHECK(other.best_order == 1);
  const Grade wrong = grade(quiz, std::vector{2, 0, 1});
  CHECK_FALSE(wrong.right);
  CHECK(wrong.wrong_pairs.front() == std::pair(0, 2));
}

TEST_CASE("A pair that no order has so is explained before one that is open", "[lesson][quiz]") {
  const Quiz quiz = make_quiz(printing({"a", "b", "c"}), abc_or_acb());
  const Grade reversed = grade(quiz, std::vector{2, 1, 0});
  REQUIRE_FALSE(reversed.wrong_pairs.empty());
  CHECK(reversed.wrong_pairs.front().first == 0);
}

TEST_CASE("Lines of equal text may stand for each other", "[lesson][quiz]") {
  const Quiz quiz = make_quiz(printing({"tick", "tock", "tick"}));
  CHECK(grade(quiz, std::vector{2, 1, 0}).right);
  const Grade wrong = grade(quiz, std::vector{2, 0, 1});
  CHECK(wrong.line_right == std::vector<bool>{true, false, false});
  CHECK(wrong.wrong_pairs == std::vector<std::pair<int, int>>{{1, 2}});
}

TEST_CASE("What is no order of the lines is simply wrong", "[lesson][quiz]") {
  const Quiz quiz = make_quiz(printing({"a", "b"}));
  for (const std::vector<int>& answer :
       {std::vector<int>{}, {0}, {0, 0}, {0, 2}, {-1, 0}, {0, 1, 2}}) {
    const Grade result = grade(quiz, answer);
    CHECK_FALSE(result.right);
    CHECK(result.line_right.size() == answer.size());
    CHECK(result.wrong_pairs.empty());
  }
}

TEST_CASE("Orders of a run under another seed fit a trace all the same", "[lesson][quiz]") {
  const Quiz quiz = make_quiz(printing({"a", "c", "b"}), abc_or_acb());
  CHECK(quiz.legal_orders == std::vector<std::vector<int>>{{0, 1, 2}, {0, 2, 1}});
  CHECK_FALSE(make_quiz(printing({"a", "b", "x"}), abc_or_acb()).order_is_open);
}

TEST_CASE("A quiz begins with a wrong order, always the same for a seed", "[lesson][quiz]") {
  const Quiz quiz = make_quiz(printing({"a", "b", "c"}), abc_or_acb());
  for (uint64_t seed = 0; seed < 50; ++seed) {
    const std::vector<int> order = shuffled(quiz, seed);
    CHECK_FALSE(grade(quiz, order).right);
    CHECK(order == shuffled(quiz, seed));
  }
  const Quiz two = make_quiz(printing({"a", "b"}));
  CHECK(shuffled(two, 3) == std::vector{1, 0});
  const Quiz equal = make_quiz(printing({"a", "a"}));
  CHECK(shuffled(equal, 3).size() == 2);
  CHECK(shuffled(make_quiz(printing({})), 0).empty());
}

TEST_CASE("Orders are kept of outputs with the same lines", "[lesson][quiz]") {
  const Orders orders =
      orders_of({{"a", "b", "a"}, {"b", "a", "a"}, {"a", "b"}, {"a", "b", "a"}}, false);
  CHECK(orders.orders == std::vector<std::vector<int>>{{0, 1, 2}, {1, 0, 2}});
  CHECK_FALSE(orders.complete);
}

TEST_CASE("Orders survive being written and read", "[lesson][quiz]") {
  const Orders orders{{"say \"hi\"", "tab\there", "ünï"}, {{0, 1, 2}, {2, 0, 1}}, false};
  const Result<Orders> read = read_orders(to_json(orders));
  REQUIRE(read);
  CHECK(read->lines == orders.lines);
  CHECK(read->orders == orders.orders);
  CHECK_FALSE(read->complete);
}

TEST_CASE("Malformed orders are a problem", "[lesson][quiz]") {
  for (const char* text :
       {"", "no", "[]", "{}", R"({"lines":[1],"orders":[]})", R"({"lines":["a"],"orders":[[1]]})",
        R"({"lines":["a"],"orders":[[0,0]]})", R"({"lines":["a"],"orders":[["0"]]})"}) {
    CAPTURE(text);
    CHECK_FALSE(read_orders(text));
  }
}
