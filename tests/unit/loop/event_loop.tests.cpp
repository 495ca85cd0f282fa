#include "core/loop/event_loop.h"

#include <catch2/catch.hpp>

#include "core/trace/trace.h"
#include "tests/unit/loop/fake_program.h"

using namespace loopscope;
using loop::Outcome;
using loop::TimerId;
using loop::fake::ends;
using loop::fake::FakeProgram;
using loop::fake::throws;

TEST_CASE("A loop with nothing to do is not alive and ends at once", "[loop][event_loop]") {
  FakeProgram program;
  program.busy(5);
  CHECK_FALSE(program.loop.alive());
  CHECK(program.run() == "");
  CHECK(program.outcome == Outcome::kCompleted);
  CHECK(program.port.waits.empty());
  CHECK(program.loop.now_ms() == 5);
}

TEST_CASE("The main script is followed by a checkpoint", "[loop][event_loop]") {
  FakeProgram program;
  const auto main = program.task("main", [&] {
    program.job("job");
    program.tick("tick");
  });
  CHECK(program.loop.run_main(main) == Outcome::kCompleted);
  CHECK(program.port.journal == "main tick job");
  CHECK(program.port.queues[0] == trace::Queue::main);
}

TEST_CASE("A main script that throws is followed by a checkpoint too, one that ends is not",
          "[loop][event_loop]") {
  for (const Outcome outcome : {Outcome::kThrew, Outcome::kEnded}) {
    FakeProgram program;
    const auto main = program.task("main", [&] {
      program.tick("tick");
      return outcome;
    });
    const bool ended = outcome == Outcome::kEnded;
    CHECK(program.loop.run_main(main) == (ended ? Outcome::kEnded : Outcome::kCompleted));
    CHECK(program.port.journal == (ended ? "main" : "main tick"));
  }
}

TEST_CASE("What a throw of main or of poll leaves over waited for a whole phase before Node 11",
          "[loop][event_loop]") {
  const std::string node = GENERATE("node10", "node18", "node24");
  FakeProgram program(node);
  program.immediate("immediate");
  program.request(0, "poll", [&] {
    program.tick("tick of poll");
    return throws();
  });
  const auto main = program.task("main", [&] {
    program.tick("tick of main");
    program.loop.wake_once();
    return throws();
  });
  program.loop.run_main(main);
  CHECK(program.run() == (node == "node10" ? "main poll immediate tick of main tick of poll"
                                           : "main tick of main poll tick of poll immediate"));
}

// One thing in each phase, all ready when the loop begins.
TEST_CASE("An iteration's phases follow libuv's order; timers begin or end it by its version",
          "[loop][event_loop]") {
  FakeProgram program(GENERATE("node10", "node18", "node20", "node22", "node24"));
  program.close("closing");
  program.immediate("check", [&] {
    program.timer(1, "second timer");
    program.busy(2);
    program.immediate("second check");
  });
  program.request(0, "poll");
  program.pending("pending");
  program.timer(1, "timer");
  program.busy(1);
  CHECK(program.run() == "timer pending poll check closing second timer second check");
}

TEST_CASE(
    "A timer that comes due in poll runs after check since Node 20, and in any case before "
    "the next poll",
    "[loop][event_loop]") {
  FakeProgram program(GENERATE("node10", "node18", "node20", "node24"));
  program.request(1, "poll", [&] {
    program.timer(1, "timer");
    program.immediate("immediate");
    program.busy(5);
    program.request(0, "second poll");
  });
  CHECK(program.run() == "poll immediate timer second poll");
}

// What the two orders of libuv differ in: whether a timer that is due when the loop is entered
// again, or comes due in closing, is looked at before a further iteration is counted.
TEST_CASE(
    "Timers due in closing run in the iteration that closed since Node 20, in the next before",
    "[loop][event_loop]") {
  const std::string node = GENERATE("node18", "node20");
  trace::MemorySink sink;
  trace::Recorder recorder(sink);
  FakeProgram program(node, &recorder);
  program.close("close", [&] {
    program.timer(1, "timer");
    program.busy(2);
  });
  program.run();
  int iterations = 0;
  for (const trace::Event& event : sink.trace().events)
    iterations += trace::is<trace::Iteration>(event) ? 1 : 0;
  CHECK(iterations == (node == "node20" ? 1 : 2));
}

TEST_CASE("Ticks, then jobs, run after every callback of every phase", "[loop][event_loop]") {
  FakeProgram program;
  const auto queues = [&] {
    program.job("j");
    program.tick("t");
  };
  program.timer(1, "timer1", queues);
  program.timer(1, "timer2", queues);
  program.pending("pending1", queues);
  program.pending("pending2", queues);
  program.request(0, "poll1", queues);
  program.request(0, "poll2", queues);
  program.immediate("check1", queues);
  program.immediate("check2", queues);
  program.close("close1", queues);
  program.close("close2", queues);
  program.busy(1);
  CHECK(program.run() ==
        "timer1 t j timer2 t j pending1 t j pending2 t j poll1 t j poll2 t j "
        "check1 t j check2 t j close2 t j close1 t j");
}

TEST_CASE("Before Node 11 a phase's timers and immediates ran before its ticks and jobs",
          "[loop][event_loop]") {
  FakeProgram program("node10");
  const auto queues = [&] {
    program.job("j");
    program.tick("t");
  };
  for (const int ms : {1, 1, 2}) program.timer(ms, "timer" + std::to_string(ms), queues);
  for (const char* name : {"poll1", "poll2"}) program.request(0, name, queues);
  for (const char* name : {"check1", "check2"}) program.immediate(name, queues);
  program.busy(2);
  CHECK(program.run() ==
        "timer1 timer1 t t j j timer2 t j poll1 t j poll2 t j check1 check2 t t j j");
}

TEST_CASE("Before Node 11 lists that come due while timers run belong to the same phase",
          "[loop][event_loop]") {
  const std::string node = GENERATE("node10", "node18");
  FakeProgram program(node);
  program.timer(20, "a", [&] {
    program.immediate("immediate");
    program.busy(100);
    program.timer(500, "asks the clock");
  });
  program.timer(60, "b");
  CHECK(program.run() ==
        (node == "node10" ? "a b immediate asks the clock" : "a immediate b asks the clock"));
}

TEST_CASE("The loop sleeps until its first timer and no longer", "[loop][event_loop]") {
  FakeProgram program;
  program.timer(70, "late");
  program.timer(20, "early", [&] { CHECK(program.now_ms() == 20); });
  CHECK(program.run() == "early late");
  CHECK(program.port.waits == std::vector<std::optional<VirtualTime>>{VirtualTime::from_ms(20),
                                                                      VirtualTime::from_ms(70)});
  CHECK(program.now_ms() == 70);
}

TEST_CASE("The loop sleeps until a request completes, and runs those due in the order of time",
          "[loop][event_loop]") {
  FakeProgram program;
  program.request(9, "nine");
  program.request(4, "four");
  program.request(4, "four too");
  CHECK(program.run() == "four four too nine");
  CHECK(program.port.waits ==
        std::vector<std::optional<VirtualTime>>{VirtualTime::from_ms(4), VirtualTime::from_ms(9)});
}

TEST_CASE("Requests that complete while poll's callbacks run wait for the next iteration",
          "[loop][event_loop]") {
  FakeProgram program;
  program.request(1, "first", [&] {
    program.busy(10);
    program.immediate("immediate");
  });
  program.request(5, "second");
  CHECK(program.run() == "first immediate second");
}

TEST_CASE("Poll looks before it calls anything back", "[loop][event_loop]") {
  FakeProgram program;
  program.request(1, "first", [&] { CHECK(program.port.looks == 1); });
  program.request(5, "second", [&] { CHECK(program.port.looks == 2); });
  CHECK(program.run() == "first second");
}

TEST_CASE("A late loop runs all requests that completed meanwhile", "[loop][event_loop]") {
  FakeProgram program;
  program.request(9, "b");
  program.request(1, "a");
  program.busy(20);
  CHECK(program.run() == "a b");
  CHECK(program.port.waits.empty());
}

TEST_CASE("Poll does not sleep while immediates, pending or closing callbacks wait",
          "[loop][event_loop]") {
  const int what = GENERATE(0, 1, 2);
  FakeProgram program;
  program.timer(50, "timer");
  if (what == 0) program.immediate("now");
  if (what == 1) program.request(0, "now", [&] { program.pending("pending"); });
  if (what == 2) program.close("now");
  program.run();
  CHECK(program.port.journal == (what == 1 ? "now pending timer" : "now timer"));
  CHECK(program.port.waits.size() == 1);
}

TEST_CASE("An unref'd immediate keeps neither poll awake nor the loop alive",
          "[loop][event_loop]") {
  FakeProgram program;
  program.loop.immediates().set_refed(program.immediate("immediate"), false);
  CHECK_FALSE(program.loop.alive());
  CHECK(program.run() == "");
  program.timer(10, "timer");
  CHECK(program.run() == "immediate timer");
  CHECK(program.port.waits.size() == 1);
}

TEST_CASE("Poll sleeps over an unref'd immediate, which runs when something else has woken it",
          "[loop][event_loop]") {
  FakeProgram program;
  const auto id = program.immediate("immediate", [&] { CHECK(program.now_ms() == 10); });
  program.loop.immediates().set_refed(id, false);
  program.timer(10, "timer");
  CHECK(program.run() == "immediate timer");
}

TEST_CASE("Poll wakes up for an unref'd timer", "[loop][event_loop]") {
  FakeProgram program;
  program.loop.timers().set_refed(program.timer(10, "unref'd"), false);
  program.request(30, "request");
  CHECK(program.run() == "unref'd request");
  CHECK(program.port.waits == std::vector<std::optional<VirtualTime>>{VirtualTime::from_ms(10),
                                                                      VirtualTime::from_ms(30)});
}

TEST_CASE("The clock is asked when poll returns, whether it slept or not", "[loop][event_loop]") {
  FakeProgram program;
  program.request(5, "slept", [&] { CHECK(program.loop.now_ms() == 5); });
  program.timer(9, "timer", [&] { program.busy(5); });
  program.request(12, "did not sleep", [&] { CHECK(program.loop.now_ms() == 14); });
  CHECK(program.run() == "slept timer did not sleep");
}

TEST_CASE("Each kind of work keeps the loop alive", "[loop][event_loop]") {
  const int kind = GENERATE(range(0, 5));
  FakeProgram program;
  if (kind == 0) program.timer(1, "x");
  if (kind == 1) program.immediate("x");
  if (kind == 2) program.request(3, "x");
  if (kind == 3) program.pending("x");
  if (kind == 4) program.close("x");
  CHECK(program.loop.alive());
  CHECK(program.run() == "x");
  CHECK_FALSE(program.loop.alive());
}

TEST_CASE("Ticks and jobs do not keep the loop alive", "[loop][event_loop]") {
  FakeProgram program;
  program.tick("tick");
  program.job("job");
  CHECK_FALSE(program.loop.alive());
  CHECK(program.run() == "");
}

TEST_CASE("Only unref'd timers left: the loop ends without them", "[loop][event_loop]") {
  FakeProgram program;
  const TimerId background = program.timer(10, "background");
  program.timer(20, "last");
  program.timer(30, "never", [] { FAIL("it is unref'd"); });
  program.loop.timers().set_refed(background, false);
  program.loop.timers().set_refed(background + 2, false);
  CHECK(program.run() == "background last");
  CHECK(program.now_ms() == 20);
}

TEST_CASE("A timer ref'd again keeps the loop alive again", "[loop][event_loop]") {
  FakeProgram program;
  const TimerId id = program.timer(10, "timer");
  program.loop.timers().set_refed(id, false);
  CHECK_FALSE(program.loop.alive());
  program.loop.timers().set_refed(id, true);
  CHECK(program.run() == "timer");
}

TEST_CASE("An open handle keeps the loop alive, waiting for others; without any it ends the run",
          "[loop][event_loop]") {
  FakeProgram program;
  program.loop.ref_handle();
  CHECK(program.loop.alive());
  CHECK(program.run() == "");
  CHECK(program.outcome == Outcome::kEnded);
  CHECK(program.port.waits == std::vector<std::optional<VirtualTime>>{std::nullopt});
  program.loop.unref_handle();
  CHECK_FALSE(program.loop.alive());
}

TEST_CASE("A wake from another agent ends a sleep early", "[loop][event_loop]") {
  FakeProgram program;
  program.loop.ref_handle();
  program.port.woken_at = VirtualTime::from_ms(30);
  program.port.on_wait = [&] {
    program.loop.complete_at(program.port.now(),
                             program.task("message", [&] { program.loop.unref_handle(); }));
    program.port.on_wait = nullptr;
  };
  CHECK(program.run() == "message");
  CHECK(program.now_ms() == 30);
  CHECK(program.outcome == Outcome::kCompleted);
}

TEST_CASE("The loop's time is that of its last look at the clock", "[loop][event_loop]") {
  FakeProgram program;
  program.timer(10, "a", [&] {
    CHECK(program.loop.now_ms() == 10);
    program.busy(7);
    CHECK(program.loop.now_ms() == 10);
    program.timer(100, "b");
    CHECK(program.loop.now_ms() == 17);
    program.busy(3);
    CHECK(program.loop.update_time() == 20);
  });
  program.run();
  CHECK(program.now_ms() == 117);
}

TEST_CASE("A timer counts from the moment it is set; one can be counted from before",
          "[loop][event_loop]") {
  FakeProgram program;
  program.busy(100);
  const auto a = program.task("late");
  const auto b = program.task("early");
  program.loop.schedule_timer(program.loop.timers().create(a.slot, true), 30, a.id);
  program.loop.schedule_timer_from(program.loop.timers().create(b.slot, true), 40, 80, b.id);
  CHECK(program.run() == "early late");
  CHECK(program.now_ms() == 130);
}

// Node asks for at least a millisecond from the loop's time, so that a timer that is always due
// can't keep the loop in its timers.
TEST_CASE("A timer set by a timer runs in the next iteration at the earliest, even when it is due",
          "[loop][event_loop]") {
  FakeProgram program(GENERATE("node18", "node20"));
  int left = 3;
  std::function<void()> again = [&] {
    if (--left == 0) return;
    program.timer(1, "timer", again);
    program.immediate("immediate");
    program.busy(5);
  };
  program.timer(1, "timer", again);
  CHECK(program.run() == "timer immediate timer immediate timer");
}

TEST_CASE("A list that came due while timers ran waits a millisecond from the loop's time",
          "[loop][event_loop]") {
  FakeProgram program;
  bool asks_the_clock = GENERATE(true, false);
  program.timer(10, "a", [&] {
    program.busy(50);
    if (asks_the_clock) program.loop.update_time();
  });
  program.timer(20, "b", [&] { CHECK(program.now_ms() == (asks_the_clock ? 61 : 60)); });
  CHECK(program.run() == "a b");
}

TEST_CASE("An immediate set by an immediate runs in the next iteration", "[loop][event_loop]") {
  FakeProgram program;
  program.immediate("a", [&] { program.immediate("b", [&] { program.immediate("c"); }); });
  program.close("close");
  CHECK(program.run() == "a close b c");
}

TEST_CASE("What becomes pending in poll runs before check, up to eight rounds of it",
          "[loop][event_loop]") {
  FakeProgram program;
  int rounds = 0;
  std::function<void()> again = [&] {
    if (++rounds < 10) program.pending("p", again);
  };
  program.request(0, "poll", [&] {
    program.pending("p", again);
    program.immediate("check");
  });
  CHECK(program.run() == "poll p p p p p p p p check p p");
}

TEST_CASE("What a pending callback defers waits for the next round", "[loop][event_loop]") {
  FakeProgram program;
  program.pending("a", [&] { program.pending("c"); });
  program.pending("b");
  program.request(0, "poll");
  CHECK(program.run() == "a b poll c");
}

TEST_CASE("Of handles closed together the last is called first; closes of closes come later",
          "[loop][event_loop]") {
  FakeProgram program;
  program.close("a");
  program.close("b", [&] {
    program.close("d");
    program.immediate("check");
  });
  program.close("c");
  CHECK(program.run() == "c b a check d");
}

TEST_CASE("The first iteration comes even if the timers before it left nothing alive",
          "[loop][event_loop]") {
  FakeProgram program(GENERATE("node18", "node20", "node24"));
  program.timer(1, "timer", [&] {
    program.loop.immediates().set_refed(program.immediate("unref'd immediate"), false);
  });
  program.busy(2);
  CHECK(program.run() == "timer unref'd immediate");
}

TEST_CASE("The loop can be run again after it ended", "[loop][event_loop]") {
  FakeProgram program;
  program.timer(5, "a");
  program.run();
  program.timer(5, "b");
  CHECK(program.run() == "a b");
  CHECK(program.now_ms() == 10);
}

TEST_CASE("A cleared timer does not hold the loop", "[loop][event_loop]") {
  FakeProgram program;
  const TimerId id = program.timer(1'000, "never");
  program.timer(5, "a", [&] { program.clear_timer(id); });
  CHECK(program.run() == "a");
  CHECK(program.now_ms() == 5);
}

TEST_CASE("A timer refreshed before it is due starts over", "[loop][event_loop]") {
  FakeProgram program;
  const TimerId a = program.timer(20, "a", [&] { CHECK(program.now_ms() == 35); });
  program.timer(15, "refresh",
                [&] { program.loop.schedule_timer(a, 20, program.loop.timers().task(a)); });
  CHECK(program.run() == "refresh a");
}

TEST_CASE("After a timer threw, its ticks come after the next timer of its list",
          "[loop][event_loop]") {
  FakeProgram program(GENERATE("node10", "node18", "node20"));
  program.timer(1, "a", [&] {
    program.tick("a's tick");
    return throws();
  });
  program.timer(1, "b");
  program.timer(2, "c");
  program.immediate("check");
  program.busy(5);
  CHECK(program.run() == "a b a's tick c check");
}

TEST_CASE(
    "After the last immediate threw, its ticks run at once; before Node 11 after the next "
    "timers",
    "[loop][event_loop]") {
  const std::string node = GENERATE("node10", "node18", "node20");
  FakeProgram program(node);
  program.immediate("a", [&] {
    program.timer(1, "timer");
    program.immediate("queued");
    program.busy(5);
    program.tick("tick");
    program.loop.wake_once();
    return throws();
  });
  CHECK(program.run() == (node == "node10" ? "a timer tick queued" : "a queued tick timer"));
}

TEST_CASE("After a poll callback threw, the others run, and its ticks with the next checkpoint",
          "[loop][event_loop]") {
  FakeProgram program;
  program.request(0, "a", [&] {
    program.tick("a's tick");
    return throws();
  });
  program.request(0, "b");
  CHECK(program.run() == "a b a's tick");
}

TEST_CASE("A handled throw may leave ticks and nothing alive: waking once lets them run",
          "[loop][event_loop]") {
  FakeProgram program;
  program.request(0, "a", [&] {
    program.tick("tick");
    program.loop.wake_once();
    return throws();
  });
  CHECK(program.run() == "a tick");
  CHECK_FALSE(program.loop.alive());
}

TEST_CASE("Waking once makes one iteration that does not sleep", "[loop][event_loop]") {
  FakeProgram program;
  program.loop.wake_once();
  program.timer(100, "timer");
  program.tick("tick");
  CHECK(program.loop.alive());
  program.port.on_wait = [&] { CHECK(program.port.journal == "tick"); };
  CHECK(program.run() == "tick timer");
}

TEST_CASE("Whatever ends the run ends the loop, and nothing runs after it", "[loop][event_loop]") {
  const int phase = GENERATE(range(0, 6));
  const std::string node = GENERATE("node10", "node18", "node20");
  FakeProgram program(node);
  program.timer(1, "timer", [&] { return phase == 0 ? ends() : Outcome::kCompleted; });
  program.pending("pending", [&] { return phase == 1 ? ends() : Outcome::kCompleted; });
  program.request(0, "poll", [&] { return phase == 2 ? ends() : Outcome::kCompleted; });
  program.immediate("check", [&] {
    program.tick("tick", [&] { return phase == 3 ? ends() : Outcome::kCompleted; });
    return phase == 4 ? ends() : Outcome::kCompleted;
  });
  program.close("close", [&] { return phase == 5 ? ends() : Outcome::kCompleted; });
  program.timer(50, "never", [] { FAIL("the run has ended"); });
  program.busy(1);
  const std::vector<std::string> expected = {"timer",
                                             "timer pending",
                                             "timer pending poll",
                                             "timer pending poll check tick",
                                             "timer pending poll check",
                                             "timer pending poll check tick close"};
  CHECK(program.run() == expected[static_cast<size_t>(phase)]);
  CHECK(program.outcome == Outcome::kEnded);
}

TEST_CASE("A trace shows iterations, phases with something to do, and sleeps",
          "[loop][event_loop]") {
  trace::MemorySink sink;
  trace::Recorder recorder(sink);
  FakeProgram program("node20", &recorder);
  program.timer(10, "timer");
  program.immediate("immediate");
  program.run();
  std::string seen;
  for (const trace::Event& event : sink.trace().events) {
    if (trace::is<trace::Iteration>(event))
      seen += "iteration" + std::to_string(trace::unpack<trace::Iteration>(event).number) + " ";
    if (trace::is<trace::PhaseEnter>(event)) {
      const auto enter = trace::unpack<trace::PhaseEnter>(event);
      seen += std::string(trace::name(enter.phase)) + "(" + std::to_string(enter.queued) + " ";
    }
    if (trace::is<trace::PhaseLeave>(event)) seen += ") ";
    if (trace::is<trace::Wait>(event)) {
      const auto wait = trace::unpack<trace::Wait>(event);
      seen += "wait:" + std::string(sink.trace().view(wait.what)) + " ";
    }
  }
  CHECK(seen == "iteration1 check(1 ) iteration2 poll(0 wait:the next timer ) timers(1 ) ");
}
