#include "core/trace/timeline_text.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "core/trace/terminal_text.h"
#include "core/trace/utf8.h"
#include "core/trace/words.h"
#include "sample_traces.h"

using namespace loopscope;
using namespace loopscope::trace;
using samples::Script;

namespace {

std::string timeline(const Trace& trace, const TimelineTextOptions& options = {}) {
  std::ostringstream out;
  write_timeline(out, trace, options);
  return out.str();
}

size_t count(const std::string& text, const std::string& part) {
  size_t found = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("the quiz's timeline reads like its explanation") {
  CHECK(timeline(samples::quiz()) == R"(quiz.js  node20  seed 0

        TIME  QUEUE        TASK       CODE       SCHEDULED BY

── Main program ────────────────────────────────────────────────────────────────────────────────────
    0.002 ms  main         main       quiz.js:1
                           ┃ start
                           ┃ end
    0.012 ms  ↳ nextTick   tick       quiz.js:6  main at quiz.js:6
                           ┃ nextTick
    0.016 ms  ↳ microtask  promise    quiz.js:5  main at quiz.js:5
                           ┃ promise

── Event loop  before its first iteration ──────────────────────────────────────────────────────────
   timers phase
    1.020 ms  timer        timeout    quiz.js:3  main at quiz.js:3, due 1.003 ms
                           ┃ timeout

── Iteration 1  loop time 1 ms ─────────────────────────────────────────────────────────────────────
   check phase
    1.026 ms  immediate    immediate  quiz.js:4  main at quiz.js:4
                           ┃ immediate

── Exit code 0  after 1.030 ms of virtual time ─────────────────────────────────────────────────────
)");
}

TEST_CASE("colour only adds escape sequences") {
  const Trace trace = samples::quiz();
  const std::string coloured = timeline(trace, {true, true, 100});
  CHECK(coloured.find("\x1b[") != std::string::npos);
  std::string plain;
  for (const std::string& line : lines_of(coloured)) plain += printable(line) + "\n";
  CHECK(plain == timeline(trace));
}

TEST_CASE("no line is wider than asked for") {
  for (const size_t columns : {80U, 100U, 140U}) {
    const Trace trace = samples::RandomTrace(9).make(3'000);
    for (const std::string& line : lines_of(timeline(trace, {false, true, columns}))) {
      INFO(line);
      REQUIRE(columns_of(line) <= columns);
    }
  }
}

TEST_CASE("long names are cut, and long paths keep their end") {
  Script s;
  s.run(s.enqueue(Queue::poll, std::string(80, 'n'), std::string(60, 'd') + "/file.js:120:4"));
  const std::string text = timeline(s.take());
  CHECK(text.find("nnn…") != std::string::npos);
  CHECK(text.find("dd/file.js:120") != std::string::npos);
  CHECK(text.find("…dd") != std::string::npos);
}

TEST_CASE("many runs of one task become a line, and can be shown all") {
  Script s;
  for (int i = 0; i < 50; ++i) {
    s.drain(Queue::tick, 1);
    s.run(s.enqueue(Queue::tick, "again", "t.js:2:1"), "round " + std::to_string(i));
  }
  const Trace trace = s.take();
  const std::string folded = timeline(trace);
  CHECK(count(folded, "↳ nextTick") == 3);
  CHECK(folded.find("⋮ 47 more runs of the same task, until 0.2") != std::string::npos);
  CHECK(folded.find("they wrote 47 times") != std::string::npos);
  CHECK(folded.find("round 1\n") != std::string::npos);
  CHECK(folded.find("round 2\n") == std::string::npos);
  CHECK(folded.find("round 49\n") != std::string::npos);
  CHECK(count(timeline(trace, {false, false, 100}), "↳ nextTick") == 50);
}

TEST_CASE("repeated iterations are folded whole") {
  Script s;
  for (uint64_t i = 1; i <= 40; ++i) {
    s.iteration(i);
    s.phase(Phase::check, 1);
    s.run(s.enqueue(Queue::check, "step", "t.js:2:1"));
    s.drain(Queue::microtask, 1);
    s.run(s.enqueue(Queue::microtask, "after", "t.js:3:1"));
    s.phase_end(Phase::check);
  }
  const std::string text = timeline(s.take());
  CHECK(text.find("⋮ 37 more iterations like this") != std::string::npos);
  CHECK(text.find("Iteration 2 ") != std::string::npos);
  CHECK(text.find("Iteration 3 ") == std::string::npos);
  CHECK(text.find("Iteration 40 ") != std::string::npos);
}

TEST_CASE("phases and iterations in which nothing ran are not shown") {
  Script s;
  s.iteration(1);
  s.phase(Phase::poll, 0);
  s.phase_end(Phase::poll);
  s.iteration(2);
  s.phase(Phase::check, 1);
  s.run(s.enqueue(Queue::check, "immediate", "t.js:2:1"));
  s.phase_end(Phase::check);
  const std::string text = timeline(s.take());
  CHECK(text.find("poll phase") == std::string::npos);
  CHECK(text.find("Iteration 1") == std::string::npos);
  CHECK(text.find("Iteration 2") != std::string::npos);
}

TEST_CASE("errors, limits, warnings, cancelled and forgotten tasks are told") {
  Script s;
  s.start(s.enqueue(Queue::main, "main", "t.js:1:1"));
  const TaskId timer = s.enqueue(Queue::timers, "later", "t.js:3:1", VirtualTime::from_ms(5));
  s.enqueue(Queue::timers, "", "t.js:4:1", VirtualTime::from_ms(9));
  s.recorder().cancel(s.stamp(), timer);
  s.recorder().warning(s.stamp(), "Possible leak\nsecond line");
  s.recorder().console(s.stamp(), Stream::err, "oh\nno\n");
  s.pass(VirtualTime::from_ms(2'000));
  s.recorder().error(s.stamp(), ErrorFate::uncaught, "Error: boom\n at x", "t.js:7:9");
  s.end();
  s.recorder().limit(s.stamp(), Limit::tick_starvation, "too many ticks", "t.js:2:1");
  s.exit(1);
  const std::string text = timeline(s.take());
  CHECK(text.find("✕ cancels `later` at t.js:3\n") != std::string::npos);
  CHECK(text.find("⚠ warning: Possible leak\n") != std::string::npos);
  CHECK(text.find("┃ oh\n") != std::string::npos);
  CHECK(text.find("✖ uncaught: Error: boom at t.js:7\n") != std::string::npos);
  CHECK(text.find("▲ it computed for 2 s; the loop could do nothing else meanwhile") !=
        std::string::npos);
  CHECK(text.find("■ limit tick-starvation ends the run: too many ticks at t.js:2\n") !=
        std::string::npos);
  CHECK(text.find("never ran: the timer callback at t.js:4, in the timers queue") !=
        std::string::npos);
  CHECK(text.find("Exit code 1") != std::string::npos);
}

TEST_CASE("the loop's sleep is shown with its length and reason") {
  Script s;
  s.iteration(1);
  s.phase(Phase::poll, 0);
  s.recorder().wait(s.stamp(), VirtualTime::from_ms(5), "the next timer");
  s.pass(VirtualTime::from_ms(4));
  s.phase_end(Phase::poll);
  CHECK(timeline(s.take()).find("the loop sleeps for 4 ms, waiting for the next timer\n") !=
        std::string::npos);
}

TEST_CASE("agents take turns under their own banners") {
  MemorySink sink;
  Recorder recorder(sink);
  const AgentId worker{1};
  recorder.enqueue({}, {1}, Queue::main, "main", "a.js:1:1", {}, "");
  recorder.start({}, {1});
  recorder.end({}, {1}, 0);
  recorder.enqueue({{}, worker, {}}, {2}, Queue::poll, "message", "w.js:1:1", {1}, "a.js:2:1");
  recorder.start({{}, worker, {}}, {2});
  recorder.end({{}, worker, {}}, {2}, 0);
  const std::string text = timeline(sink.trace());
  CHECK(text.find("── Main thread ") != std::string::npos);
  CHECK(text.find("── Agent 1 ") != std::string::npos);
  CHECK(text.find("main at a.js:2 in main") != std::string::npos);
}

TEST_CASE("an empty trace has a timeline too") {
  CHECK(timeline(Trace()).find("TASK") != std::string::npos);
}

TEST_CASE("a script can't move the cursor") {
  CHECK(printable("a\x1b[2Jb\x1b]c\x07"
                  "d\te\xC2\x9B"
                  "f\r") == "abcd  ef");
  CHECK(printable("\x1b") == "");
  CHECK(cut_end("abcdef", 4) == "abc…");
  CHECK(cut_beginning("abcdef", 4) == "…def");
  CHECK(cut_end("abc", 3) == "abc");
}

TEST_CASE("durations are said in the unit that suits them") {
  CHECK(duration_text(0) == "0 ns");
  CHECK(duration_text(850) == "850 ns");
  CHECK(duration_text(12'500) == "12.5 µs");
  CHECK(duration_text(3'000'000) == "3 ms");
  CHECK(duration_text(1'250'000'000) == "1.25 s");
  CHECK(duration_text(999'600) == "1 ms");
  CHECK(duration_text(-2'000) == "-2 µs");
}

TEST_CASE("a place loses its column, not its line") {
  CHECK(without_column("quiz.js:4:1") == "quiz.js:4");
  CHECK(without_column("quiz.js:4") == "quiz.js:4");
  CHECK(without_column("quiz.js") == "quiz.js");
  CHECK(without_column("node:fs:12:3") == "node:fs:12");
}
