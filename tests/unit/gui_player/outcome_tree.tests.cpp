#include "gui/player/outcome_tree.h"

#include <catch2/catch.hpp>

#include "gui/player/exploration.h"
#include "tests/unit/gui_player/real_sessions.h"

using namespace loopscope::gui;

namespace {

constexpr std::string_view kTwo =
    R"({"loopscope_explore":1,"scenario":"a.js","pause_ms":8,"runs":3,"complete":false,
"gaps":["too many runs"],
"outcomes":[{"lines":["a","b"],"exit_code":0,"runs":2,"choices":"clock:0/9"},
            {"lines":["b","a"],"exit_code":1,"runs":1,"choices":"clock:1/9"}],
"root":{"node":0},
"nodes":[{"kind":"timer_due","t":1,"label":"Is it due?","options":[
            {"label":"yes","node":1},{"label":"no","outcome":0,"choices":"clock:0/9"}]},
         {"kind":"arrival","t":2,"label":"Which is first?","options":[
            {"label":"a","outcome":0,"choices":"clock:0/9,arrival:1/2"},
            {"label":"b","outcome":1,"choices":"clock:1/9"},{"label":"none"}]}]})";

}  // namespace

TEST_CASE("outcomes are a tree of questions and answers, in the order they are asked") {
  const auto tree = OutcomeTree::parse(kTwo);
  REQUIRE(tree);
  CHECK_FALSE(tree->complete());
  CHECK(tree->runs() == 3);
  CHECK(tree->gaps() == std::vector<std::string>{"too many runs"});
  const auto rows = tree->rows({}, 100);
  REQUIRE(rows.size() == 7);
  CHECK((rows[0].question && rows[0].text == "Is it due?" && rows[0].depth == 0));
  CHECK((!rows[1].question && rows[1].text == "yes" && !rows[1].leads && !rows[1].unknown));
  CHECK((rows[2].question && rows[2].depth == 2));
  CHECK((rows[3].leads == 0 && rows[3].choices == "clock:0/9,arrival:1/2"));
  CHECK(rows[4].leads == 1);
  CHECK(rows[5].unknown);
  CHECK((rows[6].depth == 1 && rows[6].leads == 0));
  CHECK(tree->find({"b", "a"}) == 1);
  CHECK_FALSE(tree->find({"c"}));
}

TEST_CASE("a folded question hides its answers, and rows are limited") {
  const auto tree = OutcomeTree::parse(kTwo);
  CHECK(tree->rows({1}, 100).size() == 4);
  CHECK(tree->rows({0}, 100).size() == 1);
  CHECK(tree->rows({}, 3).size() == 3);
}

TEST_CASE("what is no exploration is refused, and numbers that name nothing are nothing") {
  CHECK_FALSE(OutcomeTree::parse(""));
  CHECK_FALSE(OutcomeTree::parse("{\"loopscope_explore\":2}"));
  CHECK_FALSE(OutcomeTree::parse("[1, 2]"));
  const auto tree = OutcomeTree::parse(
      R"({"loopscope_explore":1,"root":{"node":5},"nodes":[{"label":"?","options":[{"node":9}]}]})");
  REQUIRE(tree);
  CHECK(tree->rows({}, 100).empty());
  // A tree that leads to itself ends.
  const auto loop = OutcomeTree::parse(
      R"({"loopscope_explore":1,"root":{"node":0},"nodes":[{"label":"?","options":[{"node":0}]}]})");
  REQUIRE(loop);
  CHECK(loop->rows({}, 1000).size() < 20);
}

TEST_CASE("the simulator explores a program, and an outcome's run prints it") {
  ExploreRequest request;
  request.loopscope = samples::real_simulator().loopscope;
  request.script = std::filesystem::path(LOOPSCOPE_SOURCE_DIR) /
                   "scenarios/01-event-loop/execution-order-quiz.js";
  Exploration exploration(request);
  REQUIRE(samples::repeat_until_true([&] {
    exploration.pump();
    return !exploration.running();
  }));
  REQUIRE(exploration.tree());
  REQUIRE(exploration.tree()->outcomes().size() == 2);
  CHECK(exploration.tree()->complete());
  for (const Outcome& outcome : exploration.tree()->outcomes()) {
    Session::Options options = samples::real_simulator();
    options.choices = outcome.choices;
    Session session(request.script, options);
    REQUIRE(samples::settle(session));
    std::string printed;
    for (const auto& event : session.run().recording().trace().events)
      if (loopscope::trace::is<loopscope::trace::Console>(event))
        printed += session.run().recording().trace().view(
            loopscope::trace::unpack<loopscope::trace::Console>(event).text);
    std::string wanted;
    for (const std::string& line : outcome.lines) wanted += line + "\n";
    CHECK(printed == wanted);
  }
}
