#include "core/loop/timer_lists.h"

#include <catch2/catch.hpp>

#include "tests/unit/loop/fake_program.h"

using namespace loopscope;
using loop::Outcome;
using loop::TimerId;
using loop::fake::ends;
using loop::fake::FakeProgram;
using loop::fake::throws;

namespace {

// A timer that counts from `start_ms`, whatever the clock says.
template <typename... F>
TimerId timer_from(FakeProgram& program, int64_t start_ms, int64_t ms, std::string name,
                   F... body) {
  const loop::Task firing = program.task(std::move(name), std::move(body)...);
  const TimerId id = program.loop.timers().create(firing.slot, true);
  program.loop.timers().schedule(id, ms, start_ms, firing.id);
  return id;
}

// Processes the lists as of `now_ms` and gives what ran so far.
std::string processed(FakeProgram& program, int64_t now_ms) {
  program.outcome = program.loop.timers().process(now_ms);
  return program.port.journal;
}

}  // namespace

TEST_CASE("A created timer is in no list until it is scheduled", "[loop][timers]") {
  FakeProgram program;
  loop::TimerLists& timers = program.loop.timers();
  const TimerId id = timers.create(17, true);
  CHECK(timers.slot(id) == 17);
  CHECK_FALSE(timers.scheduled(id));
  CHECK(timers.empty());
  CHECK(timers.refed_count() == 0);
  CHECK_FALSE(timers.next_expiry_ms().has_value());

  timers.schedule(id, 10, 5, TaskId{3});
  CHECK(timers.scheduled(id));
  CHECK(timers.task(id) == TaskId{3});
  CHECK_FALSE(timers.empty());
  CHECK(timers.refed_count() == 1);
  CHECK(timers.next_expiry_ms() == 15);
}

TEST_CASE("A timer runs when its time has come, not a millisecond before", "[loop][timers]") {
  FakeProgram program;
  timer_from(program, 5, 10, "a");
  CHECK(processed(program, 14) == "");
  CHECK(processed(program, 15) == "a");
  CHECK(program.loop.timers().empty());
  CHECK(program.loop.timers().refed_count() == 0);
  CHECK(program.port.queues == std::vector{trace::Queue::timers});
}

TEST_CASE("Timers of one duration fire in the order they were set", "[loop][timers]") {
  FakeProgram program;
  for (const char* name : {"a", "b", "c"}) timer_from(program, 0, 7, name);
  CHECK(processed(program, 7) == "a b c");
}

TEST_CASE("Lists fire by the expiry of their first timer", "[loop][timers]") {
  FakeProgram program;
  timer_from(program, 0, 30, "30");
  timer_from(program, 0, 10, "10");
  timer_from(program, 0, 20, "20");
  timer_from(program, 0, 10, "10'");
  CHECK(program.loop.timers().next_expiry_ms() == 10);
  CHECK(processed(program, 30) == "10 10' 20 30");
}

TEST_CASE("Lists that expire together fire in the order they came into being", "[loop][timers]") {
  FakeProgram program;
  timer_from(program, 8, 2, "2 from 8");
  timer_from(program, 0, 10, "10 from 0");
  timer_from(program, 5, 5, "5 from 5");
  CHECK(processed(program, 10) == "2 from 8 10 from 0 5 from 5");
}

TEST_CASE("An overdue list runs as a whole, overtaking an earlier-due timer of another",
          "[loop][timers]") {
  FakeProgram program;
  timer_from(program, 0, 10, "a due 10");
  timer_from(program, 0, 15, "b due 15");
  timer_from(program, 8, 10, "c due 18");
  CHECK(processed(program, 20) == "a due 10 c due 18 b due 15");
}

TEST_CASE("A list stops at its first timer that is not due and waits for that one",
          "[loop][timers]") {
  FakeProgram program;
  timer_from(program, 0, 10, "a");
  timer_from(program, 4, 10, "b");
  CHECK(processed(program, 10) == "a");
  CHECK(program.loop.timers().next_expiry_ms() == 14);
  CHECK(processed(program, 13) == "a");
  CHECK(processed(program, 14) == "a b");
}

TEST_CASE("A list that waits again comes after those that expire with it", "[loop][timers]") {
  FakeProgram program;
  timer_from(program, 0, 10, "a");
  timer_from(program, 4, 10, "b due 14");
  timer_from(program, 0, 14, "c due 14");
  CHECK(processed(program, 10) == "a");
  CHECK(processed(program, 14) == "a c due 14 b due 14");
}

TEST_CASE("What a timer sets for the same duration is at the list's end and not due yet",
          "[loop][timers]") {
  FakeProgram program;
  timer_from(program, 0, 1, "a", [&] { timer_from(program, 5, 1, "later"); });
  timer_from(program, 0, 1, "b");
  CHECK(processed(program, 5) == "a b");
  CHECK(program.loop.timers().next_expiry_ms() == 6);
  CHECK(processed(program, 6) == "a b later");
}

TEST_CASE("A timer set by a timer runs in the same phase if it is due by the phase's time",
          "[loop][timers]") {
  FakeProgram program;
  timer_from(program, 0, 10, "a", [&] { timer_from(program, 5, 15, "due 20"); });
  CHECK(processed(program, 20) == "a due 20");
}

TEST_CASE("Since Node 11 ticks and jobs run between two timers, not after the last",
          "[loop][timers]") {
  FakeProgram program("node18");
  for (const int ms : {1, 1, 2})
    timer_from(program, 0, ms, "timer", [&] {
      program.tick("tick");
      program.job("job");
    });
  CHECK(processed(program, 9) == "timer tick job timer tick job timer");
}

TEST_CASE("Before Node 11 ticks and jobs waited for the end of the list", "[loop][timers]") {
  FakeProgram program("node10");
  for (const int ms : {1, 1, 2})
    timer_from(program, 0, ms, std::to_string(ms), [&] { program.tick("tick"); });
  CHECK(processed(program, 9) == "1 1 tick tick 2");
}

TEST_CASE("One list alone can be processed, if it is due", "[loop][timers]") {
  FakeProgram program("node10");
  loop::TimerLists& timers = program.loop.timers();
  CHECK(timers.process_first_list(9) == Outcome::kCompleted);
  timer_from(program, 0, 2, "b");
  timer_from(program, 0, 1, "a");
  CHECK(timers.process_first_list(0) == Outcome::kCompleted);
  CHECK(program.port.journal == "");
  CHECK(timers.process_first_list(9) == Outcome::kCompleted);
  CHECK(program.port.journal == "a");
  CHECK(timers.process_first_list(9) == Outcome::kCompleted);
  CHECK(program.port.journal == "a b");
}

TEST_CASE("A list that waits for a timer already due looks again a millisecond later",
          "[loop][timers]") {
  FakeProgram program;
  timer_from(program, 0, 10, "a", [&] { timer_from(program, 10, 10, "b"); });
  program.busy(50);
  CHECK(processed(program, 19) == "a");
  CHECK(program.loop.timers().next_expiry_ms() == 20);
}

TEST_CASE("Before Node 11 a list asked the clock before it began to wait again", "[loop][timers]") {
  FakeProgram program("node10");
  timer_from(program, 0, 10, "a", [&] {
    timer_from(program, 10, 10, "b");
    program.busy(50);
  });
  program.loop.timers().process_first_list(10);
  CHECK(program.loop.timers().next_expiry_ms() == 51);
}

TEST_CASE("An unscheduled timer does not run, and its list goes with its last timer",
          "[loop][timers]") {
  FakeProgram program;
  loop::TimerLists& timers = program.loop.timers();
  const TimerId a = timer_from(program, 0, 5, "a");
  const TimerId b = timer_from(program, 0, 5, "b");
  timers.unschedule(a);
  CHECK_FALSE(timers.scheduled(a));
  CHECK(timers.refed_count() == 1);
  CHECK_FALSE(timers.empty());
  timers.unschedule(b);
  CHECK(timers.empty());
  timers.unschedule(b);
  CHECK(timers.refed_count() == 0);
  CHECK(processed(program, 9) == "");
}

TEST_CASE("The first, a middle and the last timer of a list can be taken out", "[loop][timers]") {
  const size_t taken = GENERATE(0U, 1U, 2U);
  FakeProgram program;
  std::vector<TimerId> ids;
  std::string left;
  for (size_t i = 0; i < 3; ++i) {
    ids.push_back(timer_from(program, 0, 5, std::to_string(i)));
    if (i != taken) left += (left.empty() ? "" : " ") + std::to_string(i);
  }
  program.loop.timers().unschedule(ids[taken]);
  CHECK(processed(program, 5) == left);
}

TEST_CASE("An emptied list of an unref'd timer stays until it is due", "[loop][timers]") {
  FakeProgram program;
  loop::TimerLists& timers = program.loop.timers();
  const TimerId id = timer_from(program, 0, 5, "a");
  timers.set_refed(id, false);
  timers.unschedule(id);
  CHECK_FALSE(timers.empty());
  CHECK(timers.next_expiry_ms() == 5);
  CHECK(processed(program, 5) == "");
  CHECK(timers.empty());
}

TEST_CASE("A timer may clear a later one of its list and of another list", "[loop][timers]") {
  FakeProgram program;
  TimerId b = 0;
  TimerId c = 0;
  timer_from(program, 0, 1, "a", [&] {
    program.clear_timer(b);
    program.clear_timer(c);
  });
  b = timer_from(program, 0, 1, "b");
  c = timer_from(program, 0, 2, "c");
  timer_from(program, 0, 3, "d");
  CHECK(processed(program, 9) == "a d");
}

TEST_CASE("A tick between two timers may clear the second, also the last of its list",
          "[loop][timers]") {
  const int ms = GENERATE(1, 2);
  FakeProgram program;
  TimerId b = 0;
  timer_from(program, 0, 1, "a", [&] { program.tick("tick", [&] { program.clear_timer(b); }); });
  b = timer_from(program, 0, ms, "b");
  timer_from(program, 0, 3, "c");
  CHECK(processed(program, 9) == "a tick c");
}

TEST_CASE("Rescheduling moves a timer to the end of its list, or into another", "[loop][timers]") {
  FakeProgram program;
  loop::TimerLists& timers = program.loop.timers();
  const TimerId a = timer_from(program, 0, 10, "a");
  const TimerId b = timer_from(program, 0, 10, "b");
  timer_from(program, 0, 10, "c");
  timers.schedule(a, 10, 5, timers.task(a));
  timers.schedule(b, 3, 5, timers.task(b));
  CHECK(timers.refed_count() == 3);
  CHECK(processed(program, 10) == "b c");
  CHECK(timers.next_expiry_ms() == 15);
  CHECK(processed(program, 15) == "b c a");
}

TEST_CASE("A timer may schedule itself again while it runs", "[loop][timers]") {
  FakeProgram program;
  TimerId id = 0;
  int runs = 0;
  id = timer_from(program, 0, 10, "a", [&] {
    CHECK_FALSE(program.loop.timers().scheduled(id));
    if (++runs < 3) program.loop.timers().schedule(id, 10, 10 * runs, TaskId{});
  });
  CHECK(processed(program, 10) == "a");
  CHECK(processed(program, 20) == "a a");
  CHECK(processed(program, 30) == "a a a");
  CHECK(program.loop.timers().empty());
}

TEST_CASE("Of a list that was scheduled later only, the old expiry is looked at first",
          "[loop][timers]") {
  FakeProgram program;
  loop::TimerLists& timers = program.loop.timers();
  const TimerId a = timer_from(program, 0, 10, "a");
  timer_from(program, 0, 10, "b");
  timers.schedule(a, 10, 4, timers.task(a));
  CHECK(timers.next_expiry_ms() == 10);
}

TEST_CASE("After a throw the rest of the list goes on with the next call, and none runs twice",
          "[loop][timers]") {
  FakeProgram program;
  timer_from(program, 0, 1, "a", [&] {
    program.tick("tick");
    return throws();
  });
  timer_from(program, 0, 1, "b");
  timer_from(program, 0, 2, "c");
  CHECK(processed(program, 9) == "a");
  CHECK(program.outcome == Outcome::kThrew);
  // Node comes back without a checkpoint: the ticks run after the next timer.
  CHECK(processed(program, 9) == "a b tick c");
  CHECK(program.outcome == Outcome::kCompleted);
}

TEST_CASE("A list whose last timer threw is gone after the next call", "[loop][timers]") {
  FakeProgram program;
  timer_from(program, 0, 1, "a", throws);
  processed(program, 9);
  CHECK(processed(program, 9) == "a");
  CHECK(program.loop.timers().empty());
}

TEST_CASE("A timer that ends the run is the last", "[loop][timers]") {
  FakeProgram program;
  timer_from(program, 0, 1, "a", ends);
  timer_from(program, 0, 1, "b");
  CHECK(processed(program, 9) == "a");
  CHECK(program.outcome == Outcome::kEnded);
}

TEST_CASE("A checkpoint between timers or lists that throws or ends is passed on",
          "[loop][timers]") {
  const Outcome outcome = GENERATE(Outcome::kThrew, Outcome::kEnded);
  const int second_ms = GENERATE(1, 2);
  FakeProgram program;
  timer_from(program, 0, 1, "a", [&] { program.tick("tick", [=] { return outcome; }); });
  const TimerId b = timer_from(program, 0, second_ms, "b");
  CHECK(processed(program, 9) == "a tick");
  CHECK(program.outcome == outcome);
  CHECK(program.loop.timers().scheduled(b));
}

TEST_CASE("Ref'd timers are counted while they are scheduled", "[loop][timers]") {
  FakeProgram program;
  loop::TimerLists& timers = program.loop.timers();
  const TimerId a = timer_from(program, 0, 1, "a");
  const TimerId b = timers.create(0, false);
  timers.set_refed(b, true);
  CHECK(timers.refed_count() == 1);
  timers.set_refed(b, false);
  timers.schedule(b, 1, 0, TaskId{});
  CHECK(timers.refed_count() == 1);
  timers.set_refed(a, false);
  timers.set_refed(a, false);
  CHECK(timers.refed_count() == 0);
  timers.set_refed(b, true);
  CHECK(timers.refed_count() == 1);
  timers.unschedule(b);
  CHECK(timers.refed_count() == 0);
}

TEST_CASE("A destroyed timer leaves its list, and its id may serve again", "[loop][timers]") {
  FakeProgram program;
  loop::TimerLists& timers = program.loop.timers();
  const TimerId a = timer_from(program, 0, 1, "a");
  timer_from(program, 0, 1, "b");
  timers.destroy(a);
  CHECK(timers.refed_count() == 1);
  const TimerId again = timers.create(5, false);
  CHECK(again == a);
  CHECK(timers.slot(again) == 5);
  CHECK_FALSE(timers.scheduled(again));
  timers.schedule(again, 1, 0, TaskId{});
  CHECK(timers.refed_count() == 1);
}

TEST_CASE("Ids begin at one and differ while they are in use", "[loop][timers]") {
  FakeProgram program;
  loop::TimerLists& timers = program.loop.timers();
  for (TimerId i = 1; i <= 100; ++i) REQUIRE(timers.create(0, true) == i);
}

TEST_CASE("The count of due timers is that of those a run would call", "[loop][timers]") {
  FakeProgram program;
  loop::TimerLists& timers = program.loop.timers();
  timer_from(program, 0, 1, "a");
  timer_from(program, 0, 5, "b");
  timer_from(program, 3, 5, "c");
  timer_from(program, 0, 9, "d");
  CHECK(timers.due_count(0) == 0);
  CHECK(timers.due_count(1) == 1);
  CHECK(timers.due_count(5) == 2);
  CHECK(timers.due_count(8) == 3);
  CHECK(timers.due_count(9) == 4);
  processed(program, 9);
  CHECK(timers.due_count(9) == 0);
}

// Against a plain model: lists in a map, looked through from front to back.
TEST_CASE("Ten thousand timers of many durations fire in the order of a plain model",
          "[loop][timers]") {
  FakeProgram program("node20", nullptr, 100);
  std::map<int64_t, std::vector<std::pair<int64_t, int>>> model;  // duration: (due, number)
  std::vector<int> fired;
  uint32_t random = 12345;
  for (int i = 0; i < 10'000; ++i) {
    random = random * 1'664'525U + 1'013'904'223U;
    const int64_t duration_ms = 1 + (random >> 16) % 50;
    const int64_t start_ms = i / 100;
    timer_from(program, start_ms, duration_ms, "", [&fired, i] { fired.push_back(i); });
    model[duration_ms].emplace_back(start_ms + duration_ms, i);
  }
  std::vector<int> expected;
  std::vector<std::tuple<int64_t, int, int64_t>> order;  // first expiry, first number, duration
  for (const auto& [duration_ms, list] : model)
    order.emplace_back(list.front().first, list.front().second, duration_ms);
  std::sort(order.begin(), order.end());
  for (const auto& entry : order)
    for (const auto& timer : model[std::get<2>(entry)]) expected.push_back(timer.second);
  processed(program, 1'000);
  CHECK(fired == expected);
}
