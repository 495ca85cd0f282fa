#include "gui/player/run.h"

#include <signal.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "tests/unit/gui_player/real_sessions.h"
#include "tests/unit/gui_player/recordings.h"
#include "tests/unit/scenario/temporary_folder.h"

using namespace loopscope;
using namespace loopscope::gui;
using namespace loopscope::gui::samples;
using Catch::Contains;
using scenario::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

// A stand-in for the simulator: a shell script.
RunRequest fake(const TemporaryFolder& folder, const std::string& script) {
  const fs::path file = folder.write("fake.sh", "#!/bin/sh\n" + script);
  chmod(file.c_str(), 0755);
  RunRequest request;
  request.loopscope = file;
  request.script = folder.path() / "quiz.js";
  return request;
}

template <typename Condition>
bool pump_until(Run& run, Condition condition) {
  return samples::repeat_until_true([&] {
    run.pump(5);
    return condition();
  });
}

bool pump_to_end(Run& run) {
  return pump_until(run, [&] { return run.state() == Run::State::kEnded; });
}

std::string quiz_text() {
  return samples::text_of(trace::samples::quiz());
}

}  // namespace

TEST_CASE("A run takes in what the simulator writes", "[run]") {
  const TemporaryFolder folder;
  folder.write("trace.jsonl", quiz_text());
  Run run(fake(folder, "cat " + (folder.path() / "trace.jsonl").string()));
  REQUIRE(pump_to_end(run));
  CHECK(run.problem().empty());
  CHECK(run.recording().size() == trace::samples::quiz().size());
}

TEST_CASE("Whatever the simulator does, what it told until then stays", "[run]") {
  const TemporaryFolder folder;
  const std::string text = quiz_text();
  folder.write("half.jsonl", text.substr(0, text.size() / 2));
  const std::string half = "cat " + (folder.path() / "half.jsonl").string() + "; ";
  SECTION("it is killed") {
    Run run(fake(folder, half + "kill -KILL $$"));
    REQUIRE(pump_to_end(run));
    CHECK_THAT(run.problem(), Contains("killed"));
    CHECK(run.recording().size() > 5);
  }
  SECTION("it stops in the middle of a line") {
    Run run(fake(folder, half));
    REQUIRE(pump_to_end(run));
    CHECK_THAT(run.problem(), Contains("middle of a line"));
    CHECK(run.recording().size() > 5);
  }
  SECTION("it writes garbage") {
    Run run(fake(folder, half + "echo; echo garbage; sleep 100"));
    REQUIRE(pump_to_end(run));
    CHECK_THAT(run.problem(), Contains("no trace"));
    CHECK(run.recording().size() > 5);
  }
  SECTION("it complains") {
    Run run(fake(folder, "echo 'loopscope: quiz.js:3: unknown directive @x' >&2; exit 65"));
    REQUIRE(pump_to_end(run));
    CHECK(run.problem() == "quiz.js:3: unknown directive @x");
  }
  SECTION("it says nothing at all") {
    Run run(fake(folder, "exit 3"));
    REQUIRE(pump_to_end(run));
    CHECK_THAT(run.problem(), Contains("code 3"));
  }
  SECTION("it is not there") {
    RunRequest request;
    request.loopscope = folder.path() / "missing";
    Run run(request);
    REQUIRE(pump_to_end(run));
    CHECK_THAT(run.problem(), Contains("cannot be started"));
  }
}

TEST_CASE("A hanging simulator is ended with the run", "[run]") {
  const TemporaryFolder folder;
  const fs::path pid_file = folder.path() / "pid";
  {
    Run run(fake(folder, "echo $$ > " + pid_file.string() + "; exec sleep 100"));
    REQUIRE(pump_until(run, [&] { return fs::exists(pid_file) && fs::file_size(pid_file) > 0; }));
    CHECK(run.state() == Run::State::kRunning);
  }
  std::ifstream in(pid_file);
  pid_t pid = 0;
  in >> pid;
  CHECK(::kill(pid, 0) == -1);
}

TEST_CASE("A run tells how long the simulator has been silent", "[run]") {
  const TemporaryFolder folder;
  folder.write("trace.jsonl", quiz_text());
  Run run(
      fake(folder, "sleep 0.3; cat " + (folder.path() / "trace.jsonl").string() + "; sleep 0.1"));
  REQUIRE(pump_until(run, [&] { return run.silent_seconds() > 0.2; }));
  REQUIRE(pump_until(run, [&] { return run.recording().size() > 0; }));
  CHECK(run.silent_seconds() < 0.2);
  REQUIRE(pump_to_end(run));
  CHECK(run.silent_seconds() == 0);
}

TEST_CASE("An endless program pauses at the budget and goes on when asked", "[run]") {
  const TemporaryFolder folder;
  folder.write("endless.js", "setInterval(() => {}, 1);\n");
  RunRequest request;
  request.loopscope = real_simulator().loopscope;
  request.script = folder.path() / "endless.js";
  Run run(request);
  REQUIRE(pump_until(run, [&] { return run.state() == Run::State::kAtBudget; }));
  const uint64_t first = run.recording().size();
  CHECK(first >= Run::kBudget);
  CHECK_FALSE(run.pump(5));
  run.more();
  REQUIRE(pump_until(run, [&] { return run.state() == Run::State::kAtBudget; }));
  CHECK(run.recording().size() >= first + Run::kBudget);
  run.stop();
  CHECK(run.state() == Run::State::kEnded);
  CHECK(run.problem().empty());
}

TEST_CASE("A session runs a program, then again with its lines", "[session]") {
  const TemporaryFolder folder;
  const fs::path file = folder.write(
      "a.js", "// @title A title\nconst x = 1;\nsetTimeout(() => {\n  console.log(x);\n});\n");
  Session session(file, real_simulator());
  CHECK(session.title() == "A title");
  REQUIRE(settle(session));
  CHECK(session.generation() == 2);
  session.step_line(Direction::kForward);
  CHECK(session.execution().location == "a.js:2:11");
  session.step_line(Direction::kForward);
  REQUIRE(session.execution().frames.size() == 1);
  CHECK(session.execution().frames[0].variables[0].second == "1");
}

TEST_CASE("An edited program runs at once, and its errors have their lines", "[session]") {
  const TemporaryFolder folder;
  const fs::path file = folder.write("a.js", "console.log(1);\n");
  Session session(file, real_simulator());
  REQUIRE(settle(session));
  session.edit("console.log(1);\nlet x = ;\n");
  REQUIRE(settle(session));
  CHECK(session.error_line() == 2U);
  session.edit("console.log(1);\n\nnull.x;\n");
  REQUIRE(settle(session));
  CHECK(session.error_line() == 3U);
  CHECK_THAT(session.error_text(), Contains("Cannot read properties of null"));
  session.edit("console.log(2);\n");
  REQUIRE(settle(session));
  CHECK_FALSE(session.error_line());
  CHECK(read_file(file) == "console.log(1);\n");
  CHECK(session.save().empty());
  CHECK(read_file(file) == "console.log(2);\n");
  CHECK_FALSE(session.edited());
}

TEST_CASE("Positions correspond between a run and the same with lines", "[session]") {
  const TemporaryFolder folder;
  const fs::path file =
      folder.write("a.js", "process.nextTick(() => console.log(1));\nconsole.log(2);\n");
  Session::Options plain = real_simulator();
  plain.record_lines = false;
  Session without(file, plain);
  Session with(file, real_simulator());
  REQUIRE(settle(without));
  REQUIRE(settle(with));
  const trace::Trace& a = without.run().recording().trace();
  const trace::Trace& b = with.run().recording().trace();
  REQUIRE(b.size() > a.size());
  for (uint64_t position = 1; position <= a.size(); ++position) {
    const uint64_t there = corresponding_position(a, position, b);
    CHECK(b.events[there - 1].kind == a.events[position - 1].kind);
    CHECK(b.events[there - 1].time == a.events[position - 1].time);
    CHECK(corresponding_position(b, there, a) == position);
  }
}

TEST_CASE("A trace is opened with the program beside it", "[session]") {
  const TemporaryFolder folder;
  folder.write("quiz.js", "// @title Beside\n1;\n");
  const fs::path file = folder.write("quiz.jsonl", quiz_text());
  Session session(file, real_simulator());
  REQUIRE(settle(session));
  CHECK(session.is_trace_file());
  CHECK(session.title() == "Beside");
  CHECK(session.run().problem().empty());
}
