#include "core/trace/diff.h"

#include <catch2/catch.hpp>

#include "core/trace/moves.h"
#include "sample_traces.h"

using namespace loopscope;
using namespace loopscope::trace;
using samples::quiz;
using samples::QuizOptions;
using samples::Script;

namespace {

std::vector<std::string> texts(const Trace& before, const Trace& now) {
  std::vector<std::string> texts;
  for (const Difference& difference : diff_traces(before, now)) texts.push_back(difference.text);
  return texts;
}

// A main program that schedules the tasks in this order, which then run so.
Trace ticks(const std::vector<std::string>& order, const std::string& scheduled = "abcde") {
  Script s;
  const TaskId main = s.enqueue(Queue::main, "main", "t.js:1:1");
  s.start(main);
  std::vector<TaskId> ids;
  for (size_t i = 0; i < scheduled.size(); ++i)
    ids.push_back(s.enqueue(Queue::tick, std::string(1, scheduled[i]),
                            "t.js:" + std::to_string(i + 2) + ":1"));
  s.end();
  for (const std::string& label : order) s.run(ids[scheduled.find(label)]);
  return s.take();
}

}  // namespace

TEST_CASE("equal traces don't differ") {
  CHECK(texts(quiz(), quiz()).empty());
}

TEST_CASE("what moved is said in words") {
  QuizOptions moved;
  moved.immediate_first = true;
  const auto differences = diff_traces(quiz(), quiz(moved));
  REQUIRE(differences.size() == 2);
  CHECK(differences[0].about == Difference::About::order);
  CHECK(differences[0].text == "`immediate` at quiz.js:4 ran before `timeout` at quiz.js:3");
  REQUIRE(differences[0].now);
  CHECK(is<Start>(quiz(moved).at(*differences[0].now)));
  CHECK(differences[1].about == Difference::About::console);
  CHECK(differences[1].text == "stdout: \"immediate\" came before \"timeout\"");
}

TEST_CASE("a task that moved past several is one sentence") {
  CHECK(texts(ticks({"a", "b", "c", "d", "e"}), ticks({"b", "c", "d", "a", "e"})) ==
        std::vector<std::string>{"`a` at t.js:2 ran after `d` at t.js:5 and 2 other tasks"});
  CHECK(texts(ticks({"a", "b", "c", "d", "e"}), ticks({"a", "d", "b", "c", "e"})) ==
        std::vector<std::string>{"`d` at t.js:5 ran before `b` at t.js:3 and `c` at t.js:4"});
}

TEST_CASE("a task that is missing, new or ran another number of times is named") {
  QuizOptions without;
  without.without_tick = true;
  CHECK(texts(quiz(), quiz(without)) ==
        std::vector<std::string>{"`tick` at quiz.js:6 did not run",
                                 "stdout: \"nextTick\" is missing, was line 3"});
  CHECK(texts(quiz(without), quiz()) ==
        std::vector<std::string>{"`tick` at quiz.js:6 ran, which it did not before",
                                 "stdout: \"nextTick\" is new, line 3"});
  CHECK(texts(ticks({"a", "b"}), ticks({"a"})) ==
        std::vector<std::string>{
            "`b` at t.js:3 did not run: it was scheduled, but its turn never came"});
  const auto repeated = [](int times) {
    Script s;
    for (int i = 0; i < times; ++i) s.run(s.enqueue(Queue::timers, "poll", "t.js:1:1"));
    return s.take();
  };
  CHECK(texts(repeated(2), repeated(5)) ==
        std::vector<std::string>{"`poll` at t.js:1 ran 5 times instead of twice"});
}

TEST_CASE("a line that changed is shown with what it was") {
  QuizOptions changed;
  changed.promise_line = "PROMISE";
  CHECK(texts(quiz(), quiz(changed)) ==
        std::vector<std::string>{"stdout: line 4 is \"PROMISE\", was \"promise\""});
}

TEST_CASE("lines are compared as lines, however they were written") {
  const auto written = [](const std::vector<std::string>& parts) {
    Script s;
    for (const std::string& part : parts) s.recorder().console(s.stamp(), Stream::out, part);
    return s.take();
  };
  const auto differences = diff_traces(written({"ab\n", "c\n"}), written({"a", "b\nc", "\n"}));
  REQUIRE_FALSE(differences.empty());
  for (const Difference& difference : differences)
    CHECK(difference.about >= Difference::About::time);
}

TEST_CASE("another exit code, an error and a limit are told") {
  QuizOptions failed;
  failed.exit_code = 1;
  CHECK(texts(quiz(), quiz(failed)) == std::vector<std::string>{"the exit code is 1, was 0"});
  const auto ended = [](bool by_limit, bool by_error) {
    Script s;
    if (by_error)
      s.recorder().error(s.stamp(), ErrorFate::uncaught, "Error: boom\n    at f", "t.js:7:9");
    if (by_limit) s.recorder().limit(s.stamp(), Limit::cpu_total, "too long", "t.js:3:1");
    s.exit();
    return s.take();
  };
  CHECK(texts(ended(false, false), ended(true, true)) ==
        std::vector<std::string>{"there is an uncaught error, \"Error: boom\" at t.js:7, which was "
                                 "not there before",
                                 "the run was ended by the limit cpu-total at t.js:3"});
  CHECK(texts(ended(true, true), ended(false, false)) ==
        std::vector<std::string>{"there is no more uncaught error, \"Error: boom\" at t.js:7",
                                 "the run is no longer ended by the limit cpu-total at t.js:3"});
}

TEST_CASE("times count only when nothing else differs") {
  QuizOptions slower;
  slower.extra_ns = 500'000;
  CHECK(texts(quiz(), quiz(slower)) ==
        std::vector<std::string>{
            "only virtual time changed, not what happened",
            "`tick` at quiz.js:6 started 500 µs later, at 512 µs, and 3 tasks after it too",
            "the run ended at 1.53 ms, was 1.03 ms"});
  slower.exit_code = 3;
  CHECK(texts(quiz(), quiz(slower)) == std::vector<std::string>{"the exit code is 3, was 0"});
}

TEST_CASE("a function that stands at another line is the same function") {
  const auto at_line = [](int line) {
    Script s;
    s.run(s.enqueue(Queue::timers, "timeout", "quiz.js:" + std::to_string(line) + ":1"));
    return s.take();
  };
  CHECK(texts(at_line(3), at_line(5)) ==
        std::vector<std::string>{
            "the code of 1 task stands elsewhere now: `timeout` at quiz.js:5 was at quiz.js:3"});
}

TEST_CASE("another queue, another cause or another turn of the loop is told") {
  const auto made = [](Queue queue, uint32_t turn, bool nested) {
    Script s;
    const TaskId main = s.enqueue(Queue::main, "main", "t.js:1:1");
    s.start(main);
    TaskId inner;
    if (!nested) inner = s.enqueue(queue, "inner", "t.js:3:1");
    const TaskId outer = s.enqueue(Queue::tick, "outer", "t.js:2:1");
    s.end();
    s.start(outer);
    if (nested) inner = s.enqueue(queue, "inner", "t.js:3:1");
    s.end();
    s.iteration(turn);
    s.run(inner);
    return s.take();
  };
  const Trace before = made(Queue::check, 1, false);
  CHECK(texts(before, made(Queue::timers, 1, false)) ==
        std::vector<std::string>{
            "`inner` at t.js:3 ran from the timers queue instead of the check queue"});
  CHECK(texts(before, made(Queue::check, 1, true)) ==
        std::vector<std::string>{"`inner` at t.js:3 was scheduled by `outer` at t.js:2 instead of "
                                 "`main` at t.js:1"});
  CHECK(texts(before, made(Queue::check, 2, false)) ==
        std::vector<std::string>{"`inner` at t.js:3 ran in iteration 2; it ran in iteration 1"});
}

TEST_CASE("what was run, and how, is compared first") {
  Script seeded(Header{1, "quiz.js", "00", "node20", 7, {{"until", "5s"}}});
  Script plain(Header{1, "quiz.js", "01", "node18", 0, {}});
  CHECK(texts(plain.take(), seeded.take()) ==
        std::vector<std::string>{"the scenario itself has been changed",
                                 "the semantics are node20, were node18", "the seed is 7, was 0",
                                 "the option until is 5s, was not set"});
}

TEST_CASE("events that change nothing else are still named") {
  const auto with_handle = [](const std::string& what) {
    Script s;
    s.recorder().handle(s.stamp(), HandleOp::open, 1, what);
    return s.take();
  };
  const auto found = texts(with_handle("socket"), with_handle("server"));
  REQUIRE(found.size() == 1);
  CHECK_THAT(found[0], Catch::Contains("the first is {\"s\":0") && Catch::Contains("socket"));
}

TEST_CASE("long lists are cut and counted") {
  Script s;
  for (int i = 0; i < 30; ++i) s.print("line " + std::to_string(i));
  const auto found = texts(Script().take(), s.take());
  CHECK(found.size() == 11);
  CHECK(found.back() == "stdout: and 20 more differences");
}

TEST_CASE("random traces compare without trouble") {
  for (uint32_t seed = 1; seed < 12; ++seed) {
    const Trace before = samples::RandomTrace(seed).make(3'000);
    CHECK(diff_traces(before, samples::RandomTrace(seed).make(3'000)).empty());
    CHECK_FALSE(diff_traces(before, samples::RandomTrace(seed + 1).make(2'500)).empty());
  }
}

TEST_CASE("the fewest moves explain an order") {
  const std::vector<size_t> ranks{0, 5, 1, 2, 3, 4};
  const Moves moves(ranks);
  REQUIRE(moves.items() == std::vector<size_t>{1});
  const Move move = moves.explain(1);
  CHECK(move.earlier);
  CHECK(move.passed == std::vector<size_t>{2, 3, 4, 5});
  CHECK(Moves(std::vector<size_t>{0, 1, 2}).items().empty());
  CHECK(Moves({}).items().empty());
}

TEST_CASE("a long order turned round is told in a few sentences, and soon") {
  const auto tasks = [](bool turned) {
    Script s;
    std::vector<TaskId> ids;
    ids.reserve(30'000);
    for (int i = 0; i < 30'000; ++i)
      ids.push_back(s.enqueue(Queue::tick, "task" + std::to_string(i), "t.js:1:1"));
    if (turned) std::ranges::reverse(ids);
    for (const TaskId id : ids) s.run(id);
    return s.take();
  };
  const auto found = texts(tasks(false), tasks(true));
  REQUIRE(found.size() == 11);
  CHECK(found.back() == "and 29989 more tasks in another order");
}
