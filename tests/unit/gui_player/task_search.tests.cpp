#include "gui/player/task_search.h"

#include <catch2/catch.hpp>

#include "tests/unit/trace/sample_traces.h"

using namespace loopscope;
using namespace loopscope::gui;
using loopscope::trace::TaskIndex;
using loopscope::trace::TimelineIndex;
namespace samples = loopscope::trace::samples;

namespace {

std::vector<uint32_t> found(TaskSearch& search, std::string_view text, size_t limit = 99) {
  search.look_for(text);
  std::vector<uint32_t> tasks;
  for (const TaskIndex task : search.tasks(limit)) tasks.push_back(task.value);
  return tasks;
}

using Tasks = std::vector<uint32_t>;

}  // namespace

// The quiz's tasks: 0 main, 1 timeout, 2 immediate, 3 promise, 4 tick.
TEST_CASE("Tasks are found by label, place and what they print") {
  const trace::Trace trace = samples::quiz();
  const TimelineIndex index(trace);
  TaskSearch search(index);
  CHECK(found(search, "immediate") == Tasks{2});
  CHECK(found(search, "quiz.js:5") == Tasks{3});
  CHECK(found(search, "nextTick") == Tasks{4});
  CHECK(found(search, "start") == Tasks{0});
  CHECK(found(search, "t") == Tasks{0, 1, 2, 4});
  CHECK(found(search, "quiz", 2) == Tasks{0, 1});
  CHECK(found(search, "nowhere").empty());
  CHECK(found(search, "").empty());
}

TEST_CASE("Capitals don't matter to a search") {
  const trace::Trace trace = samples::quiz();
  const TimelineIndex index(trace);
  TaskSearch search(index);
  CHECK(found(search, "NEXTtick") == Tasks{4});
  CHECK(found(search, "nexttick") == Tasks{4});
}

TEST_CASE("A search goes from match to match") {
  const trace::Trace trace = samples::quiz();
  const TimelineIndex index(trace);
  TaskSearch search(index);
  search.look_for("tick");
  // Where the tick begins, and where it prints "nextTick".
  const StepIndex begins = *index.tasks().at(TaskIndex{4}).started;
  const StepIndex prints{begins.value + 1};
  CHECK(search.next({0}) == begins);
  CHECK(search.next(begins) == prints);
  CHECK_FALSE(search.next(prints));
  CHECK(search.previous({trace.size()}) == prints);
  CHECK(search.previous(prints) == begins);
  CHECK_FALSE(search.previous(begins));
}

TEST_CASE("A search takes in what comes later") {
  const trace::Trace whole = samples::quiz();
  trace::Trace growing;
  trace::StringMover mover;
  TimelineIndex index(growing);
  TaskSearch search(index);
  search.look_for("quiz.js");
  for (const trace::Event& event : whole.events) {
    growing.events.push_back(mover.moved(event, whole.strings, growing.strings));
    index.extend();
    search.extend();
  }
  CHECK(found(search, "quiz.js") == Tasks{0, 1, 2, 3, 4});
  search.look_for("promise");
  CHECK(search.tasks(9) == std::vector{TaskIndex{3}});
}
