#include "core/loop/checkpoint.h"

#include <catch2/catch.hpp>

#include "core/trace/trace.h"
#include "tests/unit/loop/fake_program.h"

using namespace loopscope;
using loop::Outcome;
using loop::fake::ends;
using loop::fake::FakeProgram;
using loop::fake::throws;

namespace {

// Runs one checkpoint and gives what ran.
std::string drained(FakeProgram& program) {
  program.outcome = program.loop.checkpoint().run();
  return program.port.journal;
}

}  // namespace

TEST_CASE("An empty checkpoint does nothing", "[loop][checkpoint]") {
  FakeProgram program;
  CHECK(program.loop.checkpoint().ticks_empty());
  CHECK(program.loop.checkpoint().jobs_empty());
  CHECK(drained(program) == "");
  CHECK(program.outcome == Outcome::kCompleted);
}

TEST_CASE("Ticks run before jobs, each in the order they came", "[loop][checkpoint]") {
  FakeProgram program;
  program.job("j1");
  program.tick("t1");
  program.job("j2");
  program.tick("t2");
  CHECK_FALSE(program.loop.checkpoint().ticks_empty());
  CHECK_FALSE(program.loop.checkpoint().jobs_empty());
  CHECK(drained(program) == "t1 t2 j1 j2");
  CHECK(program.loop.checkpoint().ticks_empty());
  CHECK(program.loop.checkpoint().jobs_empty());
  using trace::Queue;
  CHECK(program.port.queues ==
        std::vector{Queue::tick, Queue::tick, Queue::microtask, Queue::microtask});
}

TEST_CASE("A tick's ticks run before any job, and a job's jobs before any tick",
          "[loop][checkpoint]") {
  FakeProgram program;
  program.tick("t1", [&] {
    program.job("t1.job");
    program.tick("t1.tick");
  });
  program.job("j1", [&] {
    program.tick("j1.tick");
    program.job("j1.job");
  });
  CHECK(drained(program) == "t1 t1.tick j1 t1.job j1.job j1.tick");
}

TEST_CASE("Ticks and jobs that feed each other are all drained", "[loop][checkpoint]") {
  FakeProgram program;
  int left = 3;
  std::function<void()> feed = [&] {
    if (left-- == 0) return;
    program.job("j", [&] { program.tick("t", feed); });
  };
  program.tick("t", feed);
  CHECK(drained(program) == "t j t j t j t");
}

// As after a CommonJS main script that queued no tick: the job queue alone is drained, and what
// that brings is seen to.
TEST_CASE("With no tick due the jobs run first, then the ticks they queued", "[loop][checkpoint]") {
  FakeProgram program;
  program.job("j1", [&] { program.tick("t", [&] { program.job("j3"); }); });
  program.job("j2");
  CHECK(drained(program) == "j1 j2 t j3");
}

TEST_CASE("A tick that throws ends the checkpoint; the next one goes on", "[loop][checkpoint]") {
  FakeProgram program;
  program.tick("t1", throws);
  program.tick("t2");
  program.job("j1");
  CHECK(drained(program) == "t1");
  CHECK(program.outcome == Outcome::kThrew);
  CHECK(drained(program) == "t1 t2 j1");
  CHECK(program.outcome == Outcome::kCompleted);
}

TEST_CASE("A job that throws does not stop the jobs after it", "[loop][checkpoint]") {
  FakeProgram program;
  program.job("j1", throws);
  program.job("j2", [&] { program.tick("t"); });
  CHECK(drained(program) == "j1 j2 t");
  CHECK(program.outcome == Outcome::kCompleted);
}

TEST_CASE("Nothing runs after a tick or a job that ends the run", "[loop][checkpoint]") {
  FakeProgram tick;
  tick.tick("t1", ends);
  tick.tick("t2");
  tick.job("j");
  CHECK(drained(tick) == "t1");
  CHECK(tick.outcome == Outcome::kEnded);

  FakeProgram job;
  job.job("j1", ends);
  job.job("j2");
  CHECK(drained(job) == "j1");
  CHECK(job.outcome == Outcome::kEnded);
}

TEST_CASE("Rejections are reported when ticks and jobs are done, and what reports queue runs too",
          "[loop][checkpoint]") {
  FakeProgram program;
  program.port.on_report = [&](uint32_t) {
    program.tick("handler's tick");
    program.job("handler's job");
    return Outcome::kCompleted;
  };
  program.tick("t", [&] { program.loop.checkpoint().rejections().rejected(9); });
  program.job("j");
  CHECK(drained(program) == "t j unhandled 9 handler's tick handler's job");
}

TEST_CASE("A rejection alone is reported, with no tick and no job", "[loop][checkpoint]") {
  FakeProgram program;
  program.loop.checkpoint().rejections().rejected(9);
  CHECK(drained(program) == "unhandled 9");
}

TEST_CASE("A job may handle a rejection in time", "[loop][checkpoint]") {
  FakeProgram program;
  program.loop.checkpoint().rejections().rejected(9);
  program.job("j", [&] { program.loop.checkpoint().rejections().handled(9); });
  CHECK(drained(program) == "j");
}

TEST_CASE("Jobs reject, ticks follow, and the report still comes last", "[loop][checkpoint]") {
  FakeProgram program;
  program.job("j", [&] {
    program.loop.checkpoint().rejections().rejected(9);
    program.tick("t");
  });
  CHECK(drained(program) == "j t unhandled 9");
}

TEST_CASE("A report that throws ends the checkpoint as thrown, one that ends the run as ended",
          "[loop][checkpoint]") {
  const Outcome outcome = GENERATE(Outcome::kThrew, Outcome::kEnded);
  FakeProgram program;
  program.port.on_report = [outcome](uint32_t) { return outcome; };
  program.loop.checkpoint().rejections().rejected(9);
  program.tick("t");
  CHECK(drained(program) == "t unhandled 9");
  CHECK(program.outcome == outcome);
}

TEST_CASE("Draining the jobs alone leaves ticks and rejections", "[loop][checkpoint]") {
  FakeProgram program;
  program.loop.checkpoint().rejections().rejected(9);
  program.tick("t");
  program.job("j1", [&] { program.job("j2"); });
  CHECK(program.loop.checkpoint().run_jobs() == Outcome::kCompleted);
  CHECK(program.port.journal == "j1 j2");
  CHECK_FALSE(program.loop.checkpoint().ticks_empty());
}

TEST_CASE("A job that asks for a drain of the jobs does not run the next one inside itself",
          "[loop][checkpoint]") {
  FakeProgram program;
  program.job("j1", [&] {
    program.loop.checkpoint().run_jobs();
    program.port.note("(j1 ends)");
  });
  program.job("j2");
  CHECK(drained(program) == "j1 (j1 ends) j2");
}

TEST_CASE("A tick may drain the jobs at once", "[loop][checkpoint]") {
  FakeProgram program;
  program.job("j");
  program.tick("t1", [&] { program.loop.checkpoint().run_jobs(); });
  program.tick("t2");
  CHECK(drained(program) == "t1 j t2");
}

TEST_CASE("Endless ticks or jobs end the run after the limit, not before", "[loop][checkpoint]") {
  const bool ticks = GENERATE(true, false);
  FakeProgram program("node20", nullptr, 100);
  std::function<void()> again = [&] {
    if (ticks)
      program.tick("x", again);
    else
      program.job("x", again);
  };
  again();
  drained(program);
  CHECK(program.outcome == Outcome::kEnded);
  CHECK(program.port.starved_after == 101);
  CHECK(program.port.runs == 101);
}

TEST_CASE("Ticks and jobs count together towards the limit", "[loop][checkpoint]") {
  FakeProgram program("node20", nullptr, 100);
  std::function<void()> feed = [&] { program.job("j", [&] { program.tick("t", feed); }); };
  feed();
  drained(program);
  CHECK(program.port.starved_after == 101);
}

TEST_CASE("As many as the limit are fine, in every checkpoint anew", "[loop][checkpoint]") {
  FakeProgram program("node20", nullptr, 100);
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 50; ++i) {
      program.tick("t");
      program.job("j");
    }
    drained(program);
    CHECK(program.outcome == Outcome::kCompleted);
  }
  CHECK_FALSE(program.port.starved_after.has_value());
  CHECK(program.port.runs == 300);
}

TEST_CASE("A trace says when each queue begins to drain and how long it is", "[loop][checkpoint]") {
  trace::MemorySink sink;
  trace::Recorder recorder(sink);
  FakeProgram program("node20", &recorder);
  program.tick("t1");
  program.tick("t2");
  program.job("j");
  drained(program);
  std::string drains;
  for (const trace::Event& event : sink.trace().events)
    if (trace::is<trace::Drain>(event)) {
      const auto drain = trace::unpack<trace::Drain>(event);
      drains += std::string(trace::name(drain.queue)) + " " + std::to_string(drain.queued) + " ";
    }
  CHECK(drains == "tick 2 microtask 1 ");
}
