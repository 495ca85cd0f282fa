#include "gui/player/playback.h"

#include <catch2/catch.hpp>

#include "gui/player/lockstep.h"
#include "tests/unit/gui_player/recordings.h"

using namespace loopscope;
using namespace loopscope::gui;

namespace {

constexpr std::array kStops = {Stop::kEvent, Stop::kTask,      Stop::kMicrotask, Stop::kLine,
                               Stop::kPhase, Stop::kIteration, Stop::kConsole};

}  // namespace

TEST_CASE("Steps back come to the places and states that steps on came to", "[playback]") {
  const auto recording = samples::quiz();
  for (const Stop stop : kStops) {
    Playback playback(*recording);
    std::vector<uint64_t> positions = {0};
    std::vector<trace::State> states = {playback.state()};
    while (playback.step(stop, Direction::kForward)) {
      positions.push_back(playback.position());
      states.push_back(playback.state());
    }
    CHECK(positions.back() == playback.end());
    // The very end need not be such a stop: stepping back leaves it for the last one.
    for (size_t i = positions.size() - 1; i-- > 0;) {
      CHECK(playback.step(stop, Direction::kBack));
      CHECK(playback.position() == positions[i]);
      CHECK(playback.state() == states[i]);
    }
    CHECK_FALSE(playback.step(stop, Direction::kBack));
  }
}

TEST_CASE("A step stops behind the event it is named after", "[playback]") {
  const auto recording = samples::quiz();
  Playback playback(*recording);
  playback.step(Stop::kTask, Direction::kForward);
  CHECK(trace::is<trace::Start>(*playback.last_event()));
  playback.step(Stop::kConsole, Direction::kForward);
  CHECK(trace::is<trace::Console>(*playback.last_event()));
  playback.step(Stop::kMicrotask, Direction::kForward);
  const auto& running = playback.state().agent({})->running;
  REQUIRE(running.size() == 1);
  CHECK(recording->index().tasks().at(running[0]).queue == trace::Queue::tick);
}

TEST_CASE("Seeking a time takes in all that happened at it", "[playback]") {
  const auto recording = samples::quiz();
  Playback playback(*recording);
  const VirtualTime middle = recording->trace().events[recording->size() / 2].time;
  playback.seek_time(middle);
  CHECK(playback.last_event()->time <= middle);
  CHECK(recording->trace().events[playback.position()].time > middle);
  playback.seek_time({-1});
  CHECK(playback.position() == 0);
  playback.seek_time({INT64_MAX});
  CHECK(playback.position() == playback.end());
}

TEST_CASE("Playing goes on at its speed and ends at the end", "[playback]") {
  const auto recording = samples::quiz();
  const Breakpoints none;
  Playback playback(*recording);
  playback.set_speed(10);
  CHECK_FALSE(playback.advance(1, none, true));
  playback.play();
  CHECK(playback.advance(0.2, none, true));
  CHECK(playback.position() == 3);  // one at once, then two in 0.2 s
  while (playback.advance(1, none, true)) {
  }
  CHECK(playback.position() == playback.end());
  CHECK_FALSE(playback.playing());
  playback.play();
  CHECK(playback.position() == 0);
}

TEST_CASE("At the end of what came so far playing waits for more", "[playback]") {
  const auto recording = samples::quiz();
  const Breakpoints none;
  Playback playback(*recording);
  playback.seek(playback.end() - 1);
  playback.play();
  playback.advance(100, none, false);
  CHECK(playback.position() == playback.end());
  CHECK(playback.playing());
}

TEST_CASE("A breakpoint stops playing and is found in both directions", "[playback]") {
  const auto recording = samples::quiz();
  const trace::TaskLife& task = recording->index().tasks().at({1});
  const std::string location(recording->trace().view(task.location));
  const auto place = location.substr(0, location.rfind(':'));
  Breakpoints breakpoints;
  const auto line = static_cast<uint32_t>(std::stoul(place.substr(place.rfind(':') + 1)));
  breakpoints.toggle(place.substr(0, place.rfind(':')), line);
  Playback playback(*recording);
  REQUIRE(playback.run_to_line(breakpoints.lines(), Direction::kForward));
  const uint64_t first = playback.position();
  REQUIRE(playback.run_to_line(breakpoints.lines(), Direction::kForward));
  CHECK(playback.position() > first);
  CHECK(playback.run_to_line(breakpoints.lines(), Direction::kBack));
  CHECK(playback.position() == first);
  CHECK_FALSE(playback.run_to_line(breakpoints.lines(), Direction::kBack));
  playback.seek(0);
  playback.set_speed(1000);
  playback.play();
  playback.advance(10, breakpoints, true);
  CHECK(playback.position() == first);
  CHECK_FALSE(playback.playing());
  breakpoints.toggle(place.substr(0, place.rfind(':')), line);
  CHECK(breakpoints.empty());
}

TEST_CASE("Two runs in lockstep are never apart by a whole event", "[lockstep]") {
  const auto left = samples::quiz();
  const auto right =
      samples::recording_of(trace::samples::quiz({true, false, "promise", 5'000, 0}));
  Playback a(*left);
  Playback b(*right);
  Lockstep lockstep;
  const std::array<Playback*, 2> pair = {&a, &b};
  int64_t before = 0;
  while (lockstep.step(pair, Stop::kEvent, Direction::kForward)) {
    const int64_t now = std::max(elapsed_ns(a), elapsed_ns(b));
    CHECK(now >= before);
    before = now;
  }
  CHECK(a.position() == a.end());
  CHECK(b.position() == b.end());
  lockstep.seek(pair, 4'000);
  CHECK(elapsed_ns(a) <= 4'000);
  CHECK(elapsed_ns(b) <= 4'000);
  while (lockstep.step(pair, Stop::kEvent, Direction::kBack)) {
  }
  CHECK(a.position() == 0);
  CHECK(b.position() == 0);
}
