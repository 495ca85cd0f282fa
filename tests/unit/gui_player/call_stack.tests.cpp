#include "gui/player/call_stack.h"

#include <catch2/catch.hpp>

#include "gui/player/playback.h"
#include "tests/unit/gui_player/recordings.h"

using namespace loopscope;
using namespace loopscope::gui;

TEST_CASE("Frames and variables follow the recorded lines", "[callstack]") {
  trace::samples::Script script;
  const TaskId main = script.enqueue(trace::Queue::main, "main", "a.js");
  script.start(main);
  auto& recorder = script.recorder();
  recorder.line(script.stamp(), "a.js:1:1", "(module)", 1, "x = 1");
  recorder.line(script.stamp(), "a.js:9:3", "f", 2, "y = 'a = b'\nx = 1");
  recorder.leave_frame(script.stamp(), trace::FrameExit::returned, 2, "3");
  recorder.leave_frame(script.stamp(), trace::FrameExit::returned, 1, "");
  script.end();
  const auto recording = samples::recording_of(script.take());
  Playback playback(*recording);
  const auto at = [&](uint64_t position) {
    playback.seek(position);
    return execution_at(recording->index(), playback.state(), position);
  };
  CHECK_FALSE(at(0).task);
  CHECK(at(2).location == "a.js");
  CHECK(at(3).frames.size() == 1);
  const Execution deep = at(4);
  REQUIRE(deep.frames.size() == 2);
  CHECK(deep.location == "a.js:9:3");
  CHECK(deep.frames[0].function == "f");
  REQUIRE(deep.frames[0].variables.size() == 2);
  CHECK(deep.frames[0].variables[0] ==
        std::pair<std::string_view, std::string_view>("y", "'a = b'"));
  CHECK(deep.frames[1].function == "(module)");
  const Execution back = at(5);
  REQUIRE(back.frames.size() == 1);
  CHECK(back.location == "a.js:1:1");
  CHECK_FALSE(at(playback.end()).task);
}

TEST_CASE("Without recorded lines execution is where something was last scheduled", "[callstack]") {
  const auto recording = samples::quiz();
  Playback playback(*recording);
  playback.step(Stop::kTask, Direction::kForward);
  playback.step(Stop::kEvent, Direction::kForward);
  while (!trace::is<trace::Enqueue>(*playback.last_event()))
    playback.step(Stop::kEvent, Direction::kForward);
  const auto enqueue = trace::unpack<trace::Enqueue>(*playback.last_event());
  const Execution execution =
      execution_at(recording->index(), playback.state(), playback.position());
  CHECK_FALSE(execution.has_lines);
  CHECK(execution.location == recording->trace().view(enqueue.from));
}
