#include "gui/player/machine_tracks.h"

#include <catch2/catch.hpp>

#include "tests/unit/trace/conversation.h"

using namespace loopscope;
using namespace loopscope::gui;
namespace samples = loopscope::trace::samples;
using samples::kMain;
using samples::kWorker;

namespace {

constexpr int64_t ms(int64_t count) {
  return count * 1'000'000;
}

}  // namespace

TEST_CASE("an agent's track says when it starts and when it is blocked") {
  const trace::Trace trace = samples::conversation();
  const trace::TimelineIndex index(trace);
  const MachineTracks tracks(index);
  const MachineTracks::Agent& worker = *tracks.agent(kWorker);
  REQUIRE(worker.starting.size() == 1);
  CHECK(worker.starting.begin_of(0) == ms(1));
  CHECK(worker.starting.end_of(0, tracks.now()) == ms(5));
  REQUIRE(worker.blocked.size() == 1);
  CHECK(worker.blocked.begin_of(0) == ms(7));
  CHECK(worker.blocked.end_of(0, tracks.now()) == ms(12));
  CHECK(worker.ended_ns == ms(18));
  CHECK(worker.exit_code == 5);
  CHECK(tracks.agent(AgentId{7}) == nullptr);
}

TEST_CASE("what becomes ready while a callback runs waits until the loop looks") {
  const trace::Trace trace = samples::conversation();
  const trace::TimelineIndex index(trace);
  const MachineTracks tracks(index);
  CHECK(tracks.delay_at(kMain, ms(4)) == ms(6));   // the main script runs until 10 ms
  CHECK(tracks.delay_at(kMain, ms(12)) == 0);      // asleep in poll
  CHECK(tracks.delay_at(kMain, ms(15)) == ms(1));  // the message's callback runs for 1 ms
  CHECK(tracks.longest_delay(kMain, tracks.now()) == ms(10));
  CHECK(tracks.time_over(kMain, ms(5), ms(20)) == ms(10));
  CHECK(tracks.time_over(kMain, ms(5), ms(4)) == ms(4));
  // A blocked worker's loop does not look either.
  CHECK(tracks.delay_at(kWorker, ms(7)) == ms(11));
}

TEST_CASE("the delay falls from the length of a busy stretch to 0, also where it is cut off") {
  const trace::Trace trace = samples::conversation();
  const trace::TimelineIndex index(trace);
  const MachineTracks tracks(index);
  std::vector<DelayShape> shapes;
  prepare_delay(tracks.agent(kMain)->busy, {0, 1e5, 200}, tracks.now(), shapes);
  REQUIRE_FALSE(shapes.empty());
  CHECK(shapes[0].delay0_ns == ms(10));
  CHECK(shapes[0].delay1_ns == 0);
  // Only its second half is in view: the delay at the edge is what is left of it.
  prepare_delay(tracks.agent(kMain)->busy, {6e6, 1e5, 200}, tracks.now(), shapes);
  CHECK(shapes[0].whole_ns == ms(10));
  CHECK(shapes[0].delay0_ns == ms(5));  // ten pixels left of the edge
  CHECK(shapes[0].delay1_ns == 0);
}

TEST_CASE("load is the share of the time that spans cover") {
  LoadTrack track;
  track.begin(100, 1);
  track.end(200);
  track.begin(300, 2);
  CHECK(track.covered(0, 400, 350) == 150);
  CHECK(track.covered(150, 310, 350) == 60);
  CHECK(track.covered(200, 300, 350) == 0);
  CHECK(track.covered(310, 310, 350) == 0);
  std::vector<LoadPart> parts;
  prepare_load(track, {0, 100, 4}, 350, parts);
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].share == Approx(0.5));
  CHECK(parts[0].what == 1);
  CHECK(parts[1].share == Approx(0.25));
  CHECK(parts[1].what == 2);
}

TEST_CASE("cores and pool threads have a track each, and jobs follow each other on it") {
  const trace::Trace trace = samples::conversation();
  const trace::TimelineIndex index(trace);
  const MachineTracks tracks(index);
  REQUIRE(tracks.cores().size() == 2);
  CHECK(tracks.cores()[0].covered(0, ms(20), tracks.now()) == ms(9 + 5));
  CHECK(tracks.cores()[1].covered(0, ms(20), tracks.now()) == ms(6 + 6));
  CHECK(tracks.threads().empty());
}

TEST_CASE("tracks made while a trace comes in are those made of the whole") {
  const trace::Trace whole = samples::conversation();
  trace::Trace growing;
  trace::StringMover mover;
  trace::TimelineIndex index(growing);
  MachineTracks tracks(index);
  for (const trace::Event& event : whole.events) {
    growing.events.push_back(mover.moved(event, whole.strings, growing.strings));
    index.extend();
    tracks.extend();
  }
  const trace::TimelineIndex whole_index(whole);
  const MachineTracks at_once(whole_index);
  for (int64_t t = 0; t <= ms(20); t += ms(1) / 4) {
    CHECK(tracks.delay_at(kMain, t) == at_once.delay_at(kMain, t));
    CHECK(tracks.delay_at(kWorker, t) == at_once.delay_at(kWorker, t));
  }
  CHECK(tracks.cores()[1].covered(0, ms(20), ms(20)) ==
        at_once.cores()[1].covered(0, ms(20), ms(20)));
}
