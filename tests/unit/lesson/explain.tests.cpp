#include "core/lesson/explain.h"

#include <catch2/catch.hpp>

#include "tests/unit/trace/sample_traces.h"

using namespace loopscope;
using namespace loopscope::lesson;
using Catch::Contains;
using trace::Phase;
using trace::Queue;
using trace::TaskIndex;
using trace::TimelineIndex;
using trace::samples::Script;

namespace {

trace::Header header(const std::string& semantics) {
  return {1, "quiz.js", "00", semantics, 0, {}};
}

// Explanations of a trace's lines, found by what they say.
class Explained {
 public:
  explicit Explained(trace::Trace trace) : m_trace(std::move(trace)), m_index(m_trace) {}

  StepIndex line(const std::string& text) const {
    for (uint64_t step = 0; step < m_trace.size(); ++step) {
      const trace::Event& event = m_trace.events[step];
      if (trace::is<trace::Console>(event) &&
          m_trace.view(trace::unpack<trace::Console>(event).text) == text + "\n")
        return StepIndex{step};
    }
    throw std::runtime_error("no line " + text);
  }
  std::string pair(const std::string& first, const std::string& second) const {
    return explain_pair(m_index, line(first), line(second));
  }
  Explanation of(const std::string& text) const { return explain_console(m_index, line(text)); }
  const TimelineIndex& index() const { return m_index; }
  StepIndex end() const { return StepIndex{m_index.size()}; }

 private:
  trace::Trace m_trace;
  TimelineIndex m_index;
};

VirtualTime ms(int64_t count) {
  return VirtualTime::from_ms(count);
}

// A main script, so that tasks have a cause; what `body` schedules, it schedules there.
template <typename Body>
void main_script(Script& s, Body body) {
  const TaskId main = s.enqueue(Queue::main, "main", "quiz.js:1:1");
  s.start(main);
  body();
  s.end();
}

}  // namespace

TEST_CASE("Lines of one task come in the order of the program", "[lesson][explain]") {
  const Explained quiz(trace::samples::quiz());
  CHECK_THAT(quiz.pair("start", "end"),
             Contains("“start” comes before “end”") && Contains("printed by the main script"));
  CHECK(quiz.pair("end", "start") == quiz.pair("start", "end"));
  CHECK_THAT(explain_pair(quiz.index(), quiz.line("start"), quiz.line("start")),
             Contains("one write"));
}

TEST_CASE("The main script comes before all it schedules", "[lesson][explain]") {
  const Explained quiz(trace::samples::quiz());
  for (const char* later : {"nextTick", "promise", "timeout", "immediate"})
    CHECK_THAT(quiz.pair("end", later), Contains("from its first line to its last"));
}

TEST_CASE("Ticks come before promise jobs, and both before the loop", "[lesson][explain]") {
  const Explained quiz(trace::samples::quiz());
  CHECK_THAT(quiz.pair("nextTick", "promise"), Contains("empties the nextTick queue first"));
  CHECK_THAT(quiz.pair("promise", "timeout"), Contains("all run after each callback"));
  CHECK_THAT(quiz.pair("nextTick", "immediate"), Contains("emptied after each callback"));
}

TEST_CASE("A zero timeout and an immediate at top level are open, and it says so",
          "[lesson][explain]") {
  const Explained timer_first(trace::samples::quiz());
  CHECK_THAT(timer_first.pair("timeout", "immediate"),
             Contains("once before its first iteration") && Contains("leaves this order open"));
  const Explained immediate_first(trace::samples::quiz({.immediate_first = true}));
  CHECK_THAT(immediate_first.pair("immediate", "timeout"),
             Contains("was not due before 1.002 ms") && Contains("leaves this order open"));
}

TEST_CASE("An explanation names queue, cause, neighbours and times", "[lesson][explain]") {
  const Explained quiz(trace::samples::quiz());
  const Explanation timeout = quiz.of("timeout");
  CHECK(timeout.title == "“timeout” · `timeout` · timers queue");
  CHECK_THAT(timeout.queue, Contains("at the end of each iteration"));
  CHECK_THAT(timeout.scheduled,
             Contains("The main script scheduled it (line 3)") && Contains("1 ms later"));
  CHECK_THAT(timeout.why, Contains("The timer at line 3 printed it") &&
                              Contains("after `promise` at line 5") &&
                              Contains("Then came the immediate at line 4"));
  CHECK(timeout.cause == TaskIndex{0});
  CHECK(timeout.previous == TaskIndex{3});
  CHECK(timeout.next == TaskIndex{2});
}

TEST_CASE("One queue is served in the order of asking", "[lesson][explain]") {
  for (const Queue queue : {Queue::tick, Queue::microtask}) {
    Script s;
    TaskId one;
    TaskId two;
    main_script(s, [&] {
      one = s.enqueue(queue, "one", "quiz.js:1:1");
      two = s.enqueue(queue, "two", "quiz.js:2:1");
    });
    s.drain(queue, 2);
    s.run(one, "one");
    s.run(two, "two");
    const Explained trace(s.take());
    CHECK_THAT(trace.pair("one", "two"), Contains("`one` at line 1 came first"));
  }
}

TEST_CASE("A tick that a promise job asks for waits for the jobs", "[lesson][explain]") {
  Script s;
  TaskId job1;
  TaskId job2;
  main_script(s, [&] {
    job1 = s.enqueue(Queue::microtask, "promise job", "quiz.js:1:1");
    job2 = s.enqueue(Queue::microtask, "promise job", "quiz.js:2:1");
  });
  s.drain(Queue::microtask, 2);
  s.start(job1);
  const TaskId tick = s.enqueue(Queue::tick, "nextTick", "quiz.js:3:1");
  s.end();
  s.run(job2, "job 2");
  s.drain(Queue::tick, 1);
  s.run(tick, "tick");
  const Explained trace(s.take());
  CHECK_THAT(trace.pair("job 2", "tick"),
             Contains("The nextTick callback at line 3 was asked for by a promise job") &&
                 Contains("all of them before it looks at the nextTick queue again"));
}

TEST_CASE("The ticks of an ES module come after its jobs, for its body is one",
          "[lesson][explain]") {
  Script s;
  TaskId load;
  main_script(s, [&] { load = s.enqueue(Queue::poll, "load module", "", ms(1)); });
  s.iteration(1);
  s.phase(Phase::poll, 1);
  s.start(load);
  const TaskId body = s.enqueue(Queue::microtask, "start", "");
  s.end();
  s.drain(Queue::microtask, 1);
  s.start(body);
  const TaskId tick = s.enqueue(Queue::tick, "nextTick", "quiz.mjs:1:1");
  const TaskId job = s.enqueue(Queue::microtask, "promise job", "quiz.mjs:2:1");
  s.end();
  s.run(job, "job");
  s.drain(Queue::tick, 1);
  s.run(tick, "tick");
  const Explained trace(s.take());
  CHECK_THAT(trace.pair("job", "tick"), Contains("body of an ES module runs as a promise job"));
}

TEST_CASE("What was not asked for yet could not run", "[lesson][explain]") {
  Script s;
  TaskId one;
  TaskId two;
  main_script(s, [&] {
    one = s.enqueue(Queue::timers, "timeout", "quiz.js:1:1", ms(1));
    two = s.enqueue(Queue::timers, "timeout", "quiz.js:2:1", ms(2));
  });
  s.pass(ms(2));
  s.phase(Phase::timers, 2);
  s.run(one, "one");
  s.start(two);
  s.print("two");
  const TaskId late = s.enqueue(Queue::tick, "nextTick", "quiz.js:3:1");
  s.end();
  s.drain(Queue::tick, 1);
  s.run(late, "late");
  const Explained trace(s.take());
  CHECK_THAT(trace.pair("one", "late"),
             Contains("was not scheduled yet: the timer at line 2 did that later"));
  CHECK_THAT(trace.pair("two", "late"),
             Contains("The timer at line 2 scheduled the nextTick callback at line 3"));
}

namespace {

// Two timers, set at some times with some due times and run in that order.
Explained two_timers(VirtualTime first_set, int64_t first_ms, VirtualTime second_set,
                     int64_t second_ms, bool second_is_older) {
  Script s;
  TaskId first;
  TaskId second;
  main_script(s, [&] {
    const auto set = [&](VirtualTime when, int64_t delay, const char* place) {
      s.pass(when - s.now());
      return s.enqueue(Queue::timers, "timeout", place, ms(when.ms() + delay));
    };
    if (second_is_older) second = set(second_set, second_ms, "quiz.js:2:1");
    first = set(first_set, first_ms, "quiz.js:1:1");
    if (!second_is_older) second = set(second_set, second_ms, "quiz.js:2:1");
  });
  s.pass(ms(100));
  s.phase(Phase::timers, 2);
  s.run(first, "first");
  s.run(second, "second");
  s.phase_end(Phase::timers);
  return Explained(s.take());
}

}  // namespace

TEST_CASE("Timers run by due time, equal ones in the order of their list", "[lesson][explain]") {
  CHECK_THAT(two_timers(ms(1), 5, ms(1), 9, false).pair("first", "second"),
             Contains("was due at 5.999 ms, the timer at line 2 only at 9.999 ms"));
  CHECK_THAT(two_timers(ms(1), 5, ms(1), 5, false).pair("first", "second"),
             Contains("Both were due at 5.999 ms") && Contains("one list"));
  CHECK_THAT(two_timers(ms(1), 5, ms(3), 3, false).pair("first", "second"),
             Contains("Both were due at 5.999 ms") && Contains("was set first"));
}

TEST_CASE("A list of timers runs as a whole, past one that was due earlier", "[lesson][explain]") {
  CHECK_THAT(two_timers(ms(5), 4, ms(4), 2, true).pair("first", "second"),
             Contains("The timer at line 2 was due earlier, at 5.999 ms") &&
                 Contains("stood in the list of 4 ms"));
}

TEST_CASE("Inside an I/O callback the immediate comes before the timer", "[lesson][explain]") {
  Script s;
  TaskId read;
  main_script(s, [&] { read = s.enqueue(Queue::poll, "readFile", "", ms(1)); });
  s.iteration(1);
  s.phase(Phase::poll, 0);
  s.recorder().wait(s.stamp(), ms(1), "a request to complete");
  s.pass(ms(1));
  s.start(read);
  const TaskId timer = s.enqueue(Queue::timers, "timeout", "quiz.js:2:1", ms(2));
  const TaskId immediate = s.enqueue(Queue::check, "immediate", "quiz.js:3:1");
  s.end();
  s.phase_end(Phase::poll);
  s.phase(Phase::check, 1);
  s.run(immediate, "immediate");
  s.phase_end(Phase::check);
  s.pass(ms(1));
  s.phase(Phase::timers, 1);
  s.run(timer, "timeout");
  const Explained trace(s.take());
  const std::string text = trace.pair("immediate", "timeout");
  CHECK_THAT(text, Contains("asked for in the poll phase") && Contains("right after poll"));
  CHECK_THAT(text, !Contains("open"));
  CHECK_THAT(explain_task(trace.index(), TaskIndex{1}).why, Contains("the loop slept for"));
  CHECK_THAT(explain_task(trace.index(), TaskIndex{1}).scheduled, Contains("it was complete"));
}

TEST_CASE("An immediate that an immediate asks for waits for the next iteration",
          "[lesson][explain]") {
  Script s;
  TaskId one;
  TaskId two;
  main_script(s, [&] {
    one = s.enqueue(Queue::check, "immediate", "quiz.js:1:1");
    two = s.enqueue(Queue::check, "immediate", "quiz.js:2:1");
  });
  s.iteration(1);
  s.phase(Phase::check, 2);
  s.start(one);
  s.print("one");
  const TaskId three = s.enqueue(Queue::check, "immediate", "quiz.js:3:1");
  s.end();
  s.run(two, "two");
  s.phase_end(Phase::check);
  s.iteration(2);
  s.phase(Phase::check, 1);
  s.run(three, "three");
  const Explained trace(s.take());
  CHECK_THAT(trace.pair("one", "two"), Contains("in the order of asking"));
  CHECK_THAT(trace.pair("two", "three"), Contains("waits for the next iteration"));
}

namespace {

// A timers phase that ends iteration 1, or begins iteration 2 of an older Node, and a check phase
// after it.
Explained timer_then_immediate(const std::string& semantics) {
  Script s(header(semantics));
  TaskId timer;
  main_script(s, [&] { timer = s.enqueue(Queue::timers, "timeout", "quiz.js:1:1", ms(9)); });
  s.iteration(1);
  s.phase(Phase::poll, 0);
  const TaskId io = s.enqueue(Queue::closing, "close", "quiz.js:2:1");
  s.start(io);
  const TaskId immediate = s.enqueue(Queue::check, "immediate", "quiz.js:3:1");
  s.end();
  s.phase_end(Phase::poll);
  s.pass(ms(9));
  s.phase(Phase::timers, 1);
  s.run(timer, "timer");
  s.phase_end(Phase::timers);
  s.iteration(2);
  s.phase(Phase::check, 1);
  s.run(immediate, "immediate");
  return Explained(s.take());
}

}  // namespace

TEST_CASE("Where timers stand in a iteration is a matter of Node's version", "[lesson][explain]") {
  const Explained new_node = timer_then_immediate("node20");
  CHECK_THAT(new_node.pair("timer", "immediate"), Contains("which ends iteration 1"));
  const Explained old_node = timer_then_immediate("node18");
  CHECK_THAT(old_node.pair("timer", "immediate"),
             Contains("In every iteration the timers phase comes before the check phase"));
  CHECK_THAT(old_node.of("timer").queue, Contains("with which each iteration of the loop begins"));
}

TEST_CASE("Before Node 11 ticks waited for all timers of a list", "[lesson][explain]") {
  Script s(header("node10"));
  TaskId one;
  TaskId two;
  main_script(s, [&] {
    one = s.enqueue(Queue::timers, "timeout", "quiz.js:1:1", ms(1));
    two = s.enqueue(Queue::timers, "timeout", "quiz.js:2:1", ms(1));
  });
  s.pass(ms(1));
  s.iteration(1);
  s.phase(Phase::timers, 2);
  s.start(one);
  const TaskId tick = s.enqueue(Queue::tick, "nextTick", "quiz.js:3:1");
  s.end();
  s.run(two, "two");
  s.drain(Queue::tick, 1);
  s.run(tick, "tick");
  const Explained trace(s.take());
  CHECK_THAT(trace.pair("two", "tick"), Contains("Before Node 11 all timers of a list ran"));
}

TEST_CASE("After an error the queues wait for the next callback", "[lesson][explain]") {
  Script s;
  TaskId one;
  TaskId two;
  main_script(s, [&] {
    one = s.enqueue(Queue::timers, "timeout", "quiz.js:1:1", ms(1));
    two = s.enqueue(Queue::timers, "timeout", "quiz.js:2:1", ms(1));
  });
  s.pass(ms(1));
  s.phase(Phase::timers, 2);
  s.start(one);
  const TaskId tick = s.enqueue(Queue::tick, "nextTick", "quiz.js:3:1");
  s.recorder().error(s.stamp(), trace::ErrorFate::uncaught_handler, "Error: x", "");
  s.end();
  s.run(two, "two");
  s.drain(Queue::tick, 1);
  s.run(tick, "tick");
  const Explained trace(s.take());
  CHECK_THAT(trace.pair("two", "tick"), Contains("An error left the timer at line 1") &&
                                            Contains("first goes on with the timer at line 2"));
}

TEST_CASE("A timer that is late names what kept the thread busy", "[lesson][explain]") {
  Script s;
  TaskId busy;
  TaskId late;
  main_script(s, [&] {
    busy = s.enqueue(Queue::timers, "busy", "quiz.js:1:1", ms(1));
    late = s.enqueue(Queue::timers, "timeout", "quiz.js:2:1", ms(20));
  });
  s.iteration(1);
  s.pass(ms(1));
  s.phase(Phase::timers, 1);
  s.start(busy);
  s.pass(ms(119));
  s.end();
  s.phase_end(Phase::timers);
  s.iteration(2);
  s.phase(Phase::timers, 1);
  s.run(late, "late");
  const Explained trace(s.take());
  CHECK_THAT(trace.of("late").why,
             Contains("It was 100 ms late, because `busy` at line 1 kept the thread busy."));
}

TEST_CASE("An interval is told from a timer that was set once", "[lesson][explain]") {
  Script s;
  TaskId beat;
  main_script(s, [&] { beat = s.enqueue(Queue::timers, "beat", "quiz.js:1:1", ms(10)); });
  s.iteration(1);
  s.pass(ms(10));
  s.phase(Phase::timers, 1);
  s.start(beat);
  s.print("first beat");
  const TaskId again{77};
  s.recorder().enqueue(s.stamp(), again, Queue::timers, "beat", "quiz.js:1:1", beat, "", ms(20));
  s.end();
  s.phase_end(Phase::timers);
  s.iteration(2);
  s.pass(ms(10));
  s.phase(Phase::timers, 1);
  s.run(again, "second beat");
  const Explained trace(s.take());
  CHECK_THAT(trace.of("second beat").scheduled, Contains("It is an interval"));
  CHECK_THAT(trace.pair("first beat", "second beat"),
             Contains("set again only when its callback has run"));
}

TEST_CASE("I/O that is complete earlier calls back earlier", "[lesson][explain]") {
  Script s;
  TaskId one;
  TaskId two;
  main_script(s, [&] {
    one = s.enqueue(Queue::poll, "stat", "", ms(3));
    two = s.enqueue(Queue::poll, "readFile", "", ms(5));
  });
  s.iteration(1);
  s.pass(ms(6));
  s.phase(Phase::poll, 2);
  s.run(one, "one");
  s.run(two, "two");
  const Explained trace(s.take());
  CHECK_THAT(trace.pair("one", "two"), Contains("complete first, at 2.999 ms") &&
                                           Contains("until 4.999 ms") &&
                                           Contains("up to the system"));
}

TEST_CASE("A task that never ran says why", "[lesson][explain]") {
  Script s;
  TaskId cleared;
  main_script(s, [&] {
    cleared = s.enqueue(Queue::timers, "timeout", "quiz.js:1:1", ms(50));
    s.enqueue(Queue::timers, "timeout", "quiz.js:2:1", ms(60));
    s.recorder().cancel(s.stamp(), cleared);
  });
  SECTION("while the program runs") {
    const Explained trace(s.take());
    CHECK_THAT(explain_task(trace.index(), TaskIndex{1}).why,
               Contains("the main script cancelled it"));
    CHECK(explain_task(trace.index(), TaskIndex{2}).why == "It has not run yet.");
  }
  SECTION("after process.exit") {
    s.exit(3);
    const Explained trace(s.take());
    CHECK_THAT(explain_task(trace.index(), TaskIndex{2}).why,
               Contains("`process.exit` ended the process while 1 callback was still waiting"));
  }
  SECTION("after an error") {
    s.recorder().error(s.stamp(), trace::ErrorFate::uncaught, "Error: boom\n    at x", "");
    s.exit(1);
    const Explained trace(s.take());
    CHECK_THAT(explain_task(trace.index(), TaskIndex{2}).why,
               Contains("an error that nobody caught ended the process: Error: boom."));
  }
  SECTION("after a limit") {
    s.recorder().limit(s.stamp(), trace::Limit::cpu_total, "10 s are used up", "");
    const Explained trace(s.take());
    CHECK_THAT(explain_task(trace.index(), TaskIndex{2}).why,
               Contains("a limit ended the run: cpu-total (10 s are used up)"));
  }
}

TEST_CASE("Handlers of process events are explained as what they are", "[lesson][explain]") {
  Script s;
  TaskId tick;
  TaskId timer;
  main_script(s, [&] {
    tick = s.enqueue(Queue::tick, "nextTick", "quiz.js:1:1");
    timer = s.enqueue(Queue::timers, "timeout", "quiz.js:2:1", ms(1));
  });
  s.drain(Queue::tick, 1);
  s.run(tick, "tick");
  s.recorder().promise(s.stamp(), trace::PromiseOp::unhandled, 1, "Error", "");
  s.print("safety net");
  s.pass(ms(1));
  s.phase(Phase::timers, 1);
  s.run(timer, "timer");
  s.phase_end(Phase::timers);
  s.print("goodbye");
  s.exit();
  const Explained trace(s.take());
  CHECK_THAT(trace.pair("tick", "safety net"), Contains("rejected promises that nobody handles"));
  CHECK_THAT(trace.pair("safety net", "timer"), Contains("before the loop goes on"));
  CHECK_THAT(trace.pair("timer", "goodbye"), Contains("last of all those of 'exit'"));
  const Explanation goodbye = trace.of("goodbye");
  CHECK_FALSE(goodbye.cause.has_value());
  CHECK(goodbye.previous == TaskIndex{2});
  CHECK_FALSE(goodbye.next.has_value());
}

TEST_CASE("What the loop waits for is named, and why it ended", "[lesson][explain]") {
  Script s;
  TaskId timer;
  main_script(s, [&] { timer = s.enqueue(Queue::timers, "beat", "quiz.js:4:1", ms(30)); });
  s.iteration(1);
  s.phase(Phase::poll, 0);
  const StepIndex wait{s.recorder().events()};
  s.recorder().wait(s.stamp(), ms(30), "the next timer");
  s.pass(ms(30));
  s.phase_end(Phase::poll);
  s.phase(Phase::timers, 1);
  s.run(timer, "beat");
  s.phase_end(Phase::timers);
  s.exit();
  const Explained trace(s.take());
  const std::string asleep = explain_wait(trace.index(), wait);
  CHECK_THAT(asleep, Contains("until 29.999 ms") && Contains("`beat` at line 4"));
  CHECK(explain_wait(trace.index(), StepIndex{wait.value + 1}) == asleep);
  CHECK(explain_wait(trace.index(), StepIndex{0}) == "The program has not begun.");
  CHECK_THAT(explain_wait(trace.index(), trace.line("beat")),
             Contains("`beat` at line 4 is running"));
  CHECK_THAT(explain_wait(trace.index(), trace.end()),
             Contains("exit code 0, because nothing was left to wait for"));
  const trace::Trace empty;
  CHECK(explain_wait(TimelineIndex(empty), StepIndex{0}) == "Nothing has happened yet.");
}

TEST_CASE("Anything that can be in a trace is explained without falling over",
          "[lesson][explain]") {
  for (uint32_t seed = 1; seed < 6; ++seed) {
    const trace::Trace trace = trace::samples::RandomTrace(seed).make(1'000);
    const TimelineIndex index(trace);
    std::optional<StepIndex> printed;
    for (uint32_t task = 0; task < index.tasks().tasks().size(); ++task) {
      const Explanation explanation = explain_task(index, TaskIndex{task});
      CHECK_FALSE(explanation.title.empty());
      CHECK_FALSE(explanation.why.empty());
    }
    for (StepIndex step; step.value < trace.size(); ++step.value) {
      CHECK_FALSE(explain_wait(index, step).empty());
      if (!trace::is<trace::Console>(trace.at(step))) continue;
      CHECK_FALSE(explain_console(index, step).why.empty());
      if (printed) CHECK_FALSE(explain_pair(index, *printed, step).empty());
      printed = step;
    }
  }
}
