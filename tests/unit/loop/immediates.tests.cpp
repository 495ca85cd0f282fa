#include "core/loop/immediates.h"

#include <catch2/catch.hpp>

#include "tests/unit/loop/fake_program.h"

using namespace loopscope;
using loop::Outcome;
using loop::fake::ends;
using loop::fake::FakeProgram;
using loop::fake::throws;

namespace {

// Runs one check phase's immediates and gives what ran so far.
std::string checked(FakeProgram& program) {
  program.outcome = program.loop.immediates().process();
  return program.port.journal;
}

}  // namespace

TEST_CASE("Immediates run in the order they were queued, in the check queue",
          "[loop][immediates]") {
  FakeProgram program;
  program.immediate("a");
  program.immediate("b");
  CHECK(program.loop.immediates().task_count() == 2);
  CHECK(program.loop.immediates().refed_count() == 2);
  CHECK(checked(program) == "a b");
  CHECK(program.loop.immediates().task_count() == 0);
  CHECK(program.loop.immediates().refed_count() == 0);
  CHECK(program.port.queues == std::vector{trace::Queue::check, trace::Queue::check});
}

TEST_CASE("Immediates queued by immediates wait for the next turn", "[loop][immediates]") {
  FakeProgram program;
  program.immediate("a", [&] { program.immediate("c", [&] { program.immediate("d"); }); });
  program.immediate("b");
  CHECK(checked(program) == "a b");
  CHECK(checked(program) == "a b c");
  CHECK(checked(program) == "a b c d");
}

TEST_CASE("Since Node 11 ticks and jobs run between two immediates, not after the last",
          "[loop][immediates]") {
  FakeProgram program("node18");
  for (const char* name : {"a", "b"})
    program.immediate(name, [&] {
      program.tick("t");
      program.job("j");
    });
  CHECK(checked(program) == "a t j b");
}

TEST_CASE("Before Node 11 ticks and jobs waited for the last immediate", "[loop][immediates]") {
  FakeProgram program("node10");
  for (const char* name : {"a", "b"}) program.immediate(name, [&] { program.tick("t"); });
  CHECK(checked(program) == "a b");
}

TEST_CASE("A cleared immediate does not run; clearing it again does nothing",
          "[loop][immediates]") {
  FakeProgram program;
  loop::Immediates& immediates = program.loop.immediates();
  const auto a = program.immediate("a");
  const auto b = program.immediate("b");
  CHECK(immediates.clear(a));
  CHECK_FALSE(immediates.clear(a));
  CHECK(program.port.discarded.size() == 1);
  CHECK(immediates.task_count() == 1);
  CHECK(immediates.refed_count() == 1);
  CHECK(checked(program) == "b");
  CHECK_FALSE(immediates.clear(b));
}

TEST_CASE("Ids of another time clear nothing", "[loop][immediates]") {
  FakeProgram program;
  loop::Immediates& immediates = program.loop.immediates();
  const auto old = program.immediate("a");
  checked(program);
  const auto next = program.immediate("b");
  CHECK(next != old);
  CHECK_FALSE(immediates.clear(old));
  CHECK_FALSE(immediates.clear(0));
  CHECK_FALSE(immediates.clear(next + 1));
  CHECK(immediates.task_count() == 1);
}

TEST_CASE("A running immediate cannot be cleared, a later one of the same turn can",
          "[loop][immediates]") {
  FakeProgram program;
  loop::Immediates& immediates = program.loop.immediates();
  loop::ImmediateId a = 0;
  loop::ImmediateId b = 0;
  a = program.immediate("a", [&] {
    CHECK_FALSE(immediates.clear(a));
    CHECK(immediates.clear(b));
  });
  b = program.immediate("b");
  program.immediate("c");
  CHECK(checked(program) == "a c");
}

TEST_CASE("A tick between two immediates may clear the second", "[loop][immediates]") {
  FakeProgram program;
  loop::ImmediateId b = 0;
  program.immediate("a", [&] { program.tick("t", [&] { program.loop.immediates().clear(b); }); });
  b = program.immediate("b");
  CHECK(checked(program) == "a t");
  CHECK(program.outcome == Outcome::kCompleted);
}

TEST_CASE("No checkpoint comes before a first immediate that was cleared away",
          "[loop][immediates]") {
  FakeProgram program;
  const auto a = program.immediate("a");
  program.immediate("b");
  program.loop.immediates().clear(a);
  program.tick("t");
  CHECK(checked(program) == "b");
}

TEST_CASE("After a throw the rest of the turn goes on, and no immediate runs twice",
          "[loop][immediates]") {
  FakeProgram program;
  program.immediate("a", [&] {
    program.immediate("queued");
    program.tick("t");
    return throws();
  });
  program.immediate("b");
  program.immediate("c");
  CHECK(checked(program) == "a");
  CHECK(program.outcome == Outcome::kThrew);
  CHECK(program.loop.immediates().goes_on_after_throw());
  // The ticks that the throw left over come after the next immediate, as in Node.
  CHECK(checked(program) == "a b t c");
  CHECK(program.outcome == Outcome::kCompleted);
  CHECK(checked(program) == "a b t c queued");
}

TEST_CASE("After the last immediate threw, Node 11 and later go on with those queued meanwhile",
          "[loop][immediates]") {
  const std::string node = GENERATE("node10", "node18", "node24");
  FakeProgram program(node);
  program.immediate("a", [&] {
    program.immediate("queued");
    return throws();
  });
  checked(program);
  CHECK(program.loop.immediates().goes_on_after_throw() == (node != "node10"));
  CHECK(checked(program) == "a queued");
}

TEST_CASE("A checkpoint between immediates that throws or ends is passed on",
          "[loop][immediates]") {
  const Outcome outcome = GENERATE(Outcome::kThrew, Outcome::kEnded);
  FakeProgram program;
  program.immediate("a", [&] { program.tick("t", [=] { return outcome; }); });
  program.immediate("b");
  CHECK(checked(program) == "a t");
  CHECK(program.outcome == outcome);
  CHECK(program.loop.immediates().task_count() == 1);
}

TEST_CASE("An immediate that ends the run is the last", "[loop][immediates]") {
  FakeProgram program;
  program.immediate("a", ends);
  program.immediate("b");
  CHECK(checked(program) == "a");
  CHECK(program.outcome == Outcome::kEnded);
}

TEST_CASE("Unref'd immediates are counted apart", "[loop][immediates]") {
  FakeProgram program;
  loop::Immediates& immediates = program.loop.immediates();
  const auto a = program.immediate("a");
  const auto b = immediates.add(program.task("b"), false);
  CHECK(immediates.task_count() == 2);
  CHECK(immediates.refed_count() == 1);
  immediates.set_refed(a, false);
  immediates.set_refed(a, false);
  CHECK(immediates.refed_count() == 0);
  immediates.set_refed(b, true);
  CHECK(immediates.refed_count() == 1);
  CHECK(checked(program) == "a b");
  CHECK(immediates.refed_count() == 0);
  immediates.set_refed(a, true);
  CHECK(immediates.refed_count() == 0);
}

TEST_CASE("Ten thousand immediates a turn, many turns long", "[loop][immediates]") {
  FakeProgram program("node20", nullptr, 100);
  std::function<void()> again;
  int turns = 0;
  again = [&] {
    if (turns < 5) program.immediate("", again);
  };
  for (int i = 0; i < 10'000; ++i) program.immediate("", again);
  while (program.loop.immediates().task_count() > 0) {
    ++turns;
    program.loop.immediates().process();
  }
  CHECK(turns == 5);
  CHECK(program.port.runs == 50'000);
}
