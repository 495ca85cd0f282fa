#include "core/sim/scheduler.h"

#include <catch2/catch.hpp>

#include <sstream>
#include <stdexcept>

#include "core/sim/choices.h"
#include "core/sim/mailbox.h"

using namespace loopscope;
using sim::AgentThread;
using sim::Scheduler;
using sim::Wake;

namespace {

constexpr VirtualTime ms(int64_t count) {
  return VirtualTime::from_ms(count);
}

constexpr VirtualTime us(int64_t count) {
  return VirtualTime::from_us(count);
}

Scheduler::Options with_cpus(int cpus) {
  Scheduler::Options options;
  options.cpus = cpus;
  return options;
}

// Computes for `total`, in steps as small as a CPU meter's.
void compute(AgentThread& self, VirtualTime total) {
  constexpr VirtualTime kStep = us(1);
  for (VirtualTime done; done < total; done += kStep) self.advance(kStep);
}

std::string line(const AgentThread& self, const char* what) {
  return self.name() + " " + what + " " + std::to_string(self.now().ns / 1000) + "\n";
}

}  // namespace

TEST_CASE("A single agent computes and sleeps on its own clock", "[scheduler]") {
  Scheduler scheduler(with_cpus(1));
  VirtualTime after_computing;
  VirtualTime cpu_used;
  scheduler.add_agent("main", us(5), [&](AgentThread& self) {
    compute(self, ms(20));
    after_computing = self.now();
    CHECK(self.sleep_until(ms(100), "a timer") == Wake::kTime);
    cpu_used = self.cpu_used();
  });
  const Scheduler::Result result = scheduler.run();
  CHECK(after_computing == ms(20) + us(5));
  CHECK(cpu_used == ms(20));
  CHECK(result.ended_at == ms(100));
  CHECK(result.deadlock.empty());
}

TEST_CASE("A run of no agents ends at once", "[scheduler]") {
  Scheduler scheduler(with_cpus(1));
  CHECK(scheduler.run().ended_at == VirtualTime{});
}

TEST_CASE("Sleeping until a time that has passed takes no time", "[scheduler]") {
  Scheduler scheduler(with_cpus(1));
  scheduler.add_agent("main", ms(10), [](AgentThread& self) {
    CHECK(self.sleep_until(ms(3), "a timer") == Wake::kTime);
    CHECK(self.now() == ms(10));
  });
  CHECK(scheduler.run().ended_at == ms(10));
}

TEST_CASE("Agents act in the order of their virtual times, ties by id", "[scheduler]") {
  Scheduler scheduler(with_cpus(4));
  std::string log;
  for (const int64_t period_ms : {30, 20, 30})
    scheduler.add_agent(std::to_string(period_ms), {}, [&log, period_ms](AgentThread& self) {
      for (int i = 1; i <= 2; ++i) {
        self.sleep_until(ms(period_ms * i), "a timer");
        log += line(self, "at");
      }
    });
  scheduler.run();
  CHECK(log == "20 at 20000\n30 at 30000\n30 at 30000\n20 at 40000\n30 at 60000\n30 at 60000\n");
}

TEST_CASE("Agents on cores of their own take as long as alone", "[scheduler]") {
  Scheduler scheduler(with_cpus(2));
  std::vector<VirtualTime> ends;
  for (int i = 0; i < 2; ++i)
    scheduler.add_agent("agent", {}, [&ends](AgentThread& self) {
      compute(self, ms(50));
      ends.push_back(self.now());
    });
  scheduler.run();
  CHECK(ends == std::vector{ms(50), ms(50)});
}

TEST_CASE("Agents that share a core take turns of one quantum", "[scheduler]") {
  Scheduler scheduler(with_cpus(1));
  std::string log;
  const auto body = [&log](AgentThread& self) {
    compute(self, ms(6));
    log += line(self, "ended at");
    CHECK(self.cpu_used() == ms(6));
  };
  scheduler.add_agent("a", {}, body);
  scheduler.add_agent("b", {}, body);
  CHECK(scheduler.run().ended_at == ms(12));
  CHECK(log == "a ended at 10000\nb ended at 12000\n");
}

TEST_CASE("Three busy agents on two cores get two thirds of a core each", "[scheduler]") {
  Scheduler scheduler(with_cpus(2));
  std::string log;
  for (const char* name : {"a", "b", "c"})
    scheduler.add_agent(name, {}, [&log](AgentThread& self) {
      compute(self, ms(80) - us(1));
      log += line(self, "ended at");
    });
  CHECK(scheduler.run().ended_at == us(119'999));
  CHECK(log == "b ended at 115999\nc ended at 119999\na ended at 119998\n");
}

TEST_CASE("One long computation, advanced at once, delays who waits for its core", "[scheduler]") {
  Scheduler scheduler(with_cpus(1));
  VirtualTime second_starts;
  scheduler.add_agent("first", {}, [](AgentThread& self) { self.advance(ms(500)); });
  scheduler.add_agent("second", ms(1), [&](AgentThread& self) { second_starts = self.now(); });
  scheduler.run();
  CHECK(second_starts == ms(500));
}

TEST_CASE("An agent that wakes while the core is busy gets it when the turn there is over",
          "[scheduler]") {
  Scheduler scheduler(with_cpus(1));
  VirtualTime woke;
  VirtualTime busy_ended;
  scheduler.add_agent("sleeper", {}, [&](AgentThread& self) {
    self.sleep_until(ms(2), "a timer");
    woke = self.now();
    compute(self, ms(1));
  });
  scheduler.add_agent("busy", us(10), [&](AgentThread& self) {
    compute(self, ms(10));
    busy_ended = self.now();
  });
  scheduler.run();
  CHECK(woke == ms(4) + us(10));
  CHECK(busy_ended == ms(11) + us(10));
}

TEST_CASE("A message arrives no earlier than it was sent, and keeps the sender's order",
          "[scheduler]") {
  Scheduler scheduler(with_cpus(4));
  std::string log;
  sim::Mailbox<std::string> mailbox(AgentId{0}, us(20));
  scheduler.add_agent("receiver", {}, [&](AgentThread& self) {
    for (int received = 0; received < 4;) {
      while (const auto message = mailbox.take(self)) {
        log += line(self, message->c_str());
        ++received;
      }
      if (received == 4) break;
      if (const auto next = mailbox.next_arrival())
        self.sleep_until(*next, "a message");
      else
        self.block("a message");
    }
  });
  for (const int64_t start_us : {300, 200})
    scheduler.add_agent("sender", us(start_us), [&mailbox, start_us](AgentThread& self) {
      mailbox.post(self, std::to_string(start_us) + " first");
      compute(self, us(150));
      mailbox.post(self, std::to_string(start_us) + " second");
    });
  scheduler.run();
  CHECK(log ==
        "receiver 200 first 220\nreceiver 300 first 320\n"
        "receiver 200 second 370\nreceiver 300 second 470\n");
}

TEST_CASE("A wake-up is kept for an agent that does not wait yet", "[scheduler]") {
  Scheduler scheduler(with_cpus(2));
  scheduler.add_agent("worker", {}, [](AgentThread& self) {
    compute(self, ms(10));
    CHECK(self.block("a token") == Wake::kWoken);
    CHECK(self.now() == ms(10));
    CHECK(self.block("a second token") == Wake::kWoken);
    CHECK(self.now() == ms(30));
  });
  scheduler.add_agent("main", {}, [](AgentThread& self) {
    self.sleep_until(ms(1), "a timer");
    self.wake(AgentId{0}, self.now());
    self.wake(AgentId{0}, ms(30));
  });
  CHECK(scheduler.run().deadlock.empty());
}

TEST_CASE("An earlier wake-up ends a sleep before its time", "[scheduler]") {
  Scheduler scheduler(with_cpus(2));
  scheduler.add_agent("sleeper", {}, [](AgentThread& self) {
    CHECK(self.sleep_until(ms(1000), "a timer") == Wake::kWoken);
    CHECK(self.now() == ms(7));
  });
  scheduler.add_agent("waker", ms(5), [](AgentThread& self) { self.wake(AgentId{0}, ms(7)); });
  CHECK(scheduler.run().ended_at == ms(7));
}

TEST_CASE("Agents start agents, which start no earlier", "[scheduler]") {
  Scheduler scheduler(with_cpus(4));
  std::string log;
  scheduler.add_agent("parent", {}, [&](AgentThread& self) {
    compute(self, ms(3));
    const AgentId child = self.scheduler().add_agent(
        "child", self.now() + ms(1), [&](AgentThread& child) { log += line(child, "starts"); });
    CHECK(child == AgentId{1});
    compute(self, ms(3));
    log += line(self, "ends");
  });
  scheduler.run();
  CHECK(log == "child starts 4000\nparent ends 6000\n");
}

TEST_CASE("A deadlock names who waits for what, and ends the run", "[scheduler]") {
  Scheduler scheduler(with_cpus(2));
  int ended = 0;
  for (const char* name : {"main", "worker 1"})
    scheduler.add_agent(name, {}, [&ended](AgentThread& self) {
      compute(self, self.id().value == 0 ? us(1500) : us(2));
      CHECK(self.block("Atomics.wait") == Wake::kEnding);
      CHECK(self.ending());
      CHECK(self.block("anything") == Wake::kEnding);
      CHECK(self.sleep_until(ms(1000), "a timer") == Wake::kEnding);
      ++ended;
    });
  const Scheduler::Result result = scheduler.run();
  CHECK(ended == 2);
  CHECK(sim::to_text(result.deadlock) ==
        "main waits for Atomics.wait since 1.500 ms; "
        "worker 1 waits for Atomics.wait since 0.002 ms");
  CHECK(result.ended_at == us(1500));
}

TEST_CASE("An agent can be ended from outside: busy, asleep, blocked or before it starts",
          "[scheduler]") {
  Scheduler scheduler(with_cpus(8));
  std::vector<VirtualTime> ends(5);
  scheduler.add_agent("main", {}, [&](AgentThread& self) {
    for (uint16_t other = 1; other <= 4; ++other) self.end(AgentId{other}, ms(10));
  });
  const auto note_end = [&ends](AgentThread& self) {
    CHECK(self.ending());
    ends[self.id().value] = self.now();
  };
  scheduler.add_agent("busy", {}, [&](AgentThread& self) {
    while (!self.ending()) self.advance(us(1));
    note_end(self);
  });
  scheduler.add_agent("asleep", {}, [&](AgentThread& self) {
    CHECK(self.sleep_until(ms(500), "a timer") == Wake::kEnding);
    note_end(self);
  });
  scheduler.add_agent("blocked", {}, [&](AgentThread& self) {
    CHECK(self.block("a message") == Wake::kEnding);
    note_end(self);
  });
  scheduler.add_agent("late", ms(20), note_end);
  CHECK(scheduler.run().ended_at == ms(20));
  CHECK(ends == std::vector{ms(0), ms(10), ms(10), ms(10), ms(20)});
}

TEST_CASE("Waking or ending an agent that has ended does nothing", "[scheduler]") {
  Scheduler scheduler(with_cpus(1));
  scheduler.add_agent("short", {}, [](AgentThread&) {});
  scheduler.add_agent("main", ms(1), [](AgentThread& self) {
    self.wake(AgentId{0}, self.now());
    self.end(AgentId{0}, self.now());
  });
  CHECK(scheduler.run().deadlock.empty());
}

TEST_CASE("An exception in a body ends the other agents and comes out of run", "[scheduler]") {
  Scheduler scheduler(with_cpus(2));
  bool other_ended = false;
  scheduler.add_agent("other", {}, [&](AgentThread& self) {
    other_ended = self.block("a message") == Wake::kEnding;
  });
  scheduler.add_agent("thrower", ms(1),
                      [](AgentThread&) { throw std::runtime_error("the engine is gone"); });
  CHECK_THROWS_WITH(scheduler.run(), "the engine is gone");
  CHECK(other_ended);
}

TEST_CASE("A scheduler that never ran can be destroyed", "[scheduler]") {
  Scheduler scheduler(with_cpus(1));
  scheduler.add_agent("main", {}, [](AgentThread&) { FAIL("must not start"); });
}

namespace {

// Many agents on few cores that compute, sleep, send to each other and start more, all by a seed.
// Returns all they saw.
std::string run_busy_world(uint64_t seed) {
  Scheduler scheduler(with_cpus(3));
  std::ostringstream log;
  constexpr uint16_t kAgents = 24;
  std::vector<sim::Mailbox<int>> mailboxes;
  for (uint16_t i = 0; i < kAgents; ++i) mailboxes.emplace_back(AgentId{i}, us(20));
  const auto body = [&](AgentThread& self) {
    sim::SeededChoices choices(seed * 1000 + self.id().value);
    const auto below = [&choices](uint64_t limit) {
      return choices.choose(sim::ChoicePoint::ready_order, limit);
    };
    for (int round = 0; round < 10; ++round) {
      compute(self, us(static_cast<int64_t>(below(300))));
      const auto to = static_cast<uint16_t>(below(kAgents));
      mailboxes[to].post(self, self.id().value * 100 + round);
      self.sleep_until(self.now() + us(static_cast<int64_t>(below(500))), "a timer");
      while (const auto message = mailboxes[self.id().value].take(self))
        log << self.id().value << '<' << *message << '@' << self.now().ns << '\n';
    }
    log << self.id().value << " on core " << self.core() << " used " << self.cpu_used().ns << " of "
        << self.now().ns << '\n';
  };
  for (uint16_t i = 0; i < kAgents / 2; ++i) scheduler.add_agent("agent", us(i), body);
  for (uint16_t i = kAgents / 2; i < kAgents; ++i) scheduler.add_agent("late", us(i * 50), body);
  log << scheduler.run().ended_at.ns << '\n';
  return log.str();
}

}  // namespace

TEST_CASE("A hundred runs of many agents on few cores are the same", "[scheduler]") {
  const std::string first = run_busy_world(7);
  CHECK(first != run_busy_world(8));
  for (int run = 1; run < 100; ++run) REQUIRE(run_busy_world(7) == first);
}

TEST_CASE("Local clocks of computing agents stay within the lookahead", "[scheduler]") {
  Scheduler scheduler(with_cpus(2));
  VirtualTime clocks[2];
  VirtualTime apart_max;
  for (int i = 0; i < 2; ++i)
    scheduler.add_agent("agent", {}, [&](AgentThread& self) {
      for (int step = 0; step < 2000; ++step) {
        self.advance(us(1));
        clocks[self.id().value] = self.now();
        const VirtualTime other = clocks[1 - self.id().value];
        if (self.now() > other) apart_max = std::max(apart_max, self.now() - other);
      }
    });
  scheduler.run();
  CHECK(apart_max <= us(21));
}

TEST_CASE("an agent outlives another, though it is told to end itself") {
  Scheduler scheduler(with_cpus(2));
  std::string order;
  scheduler.add_agent("parent", {}, [&](AgentThread& parent) {
    const AgentId child = scheduler.add_agent("child", parent.now(), [&](AgentThread& self) {
      while (!self.ending()) self.advance(VirtualTime::from_us(100));
      order += "child ends; ";
    });
    parent.advance(VirtualTime::from_ms(1));
    parent.end(parent.id(), parent.now());
    parent.end(child, parent.now() + VirtualTime::from_ms(5));
    parent.outlive(child);
    CHECK(parent.now() >= VirtualTime::from_ms(6));
    order += "parent ends";
  });
  const Scheduler::Result result = scheduler.run();
  CHECK(order == "child ends; parent ends");
  CHECK(result.deadlock.empty());
}

TEST_CASE("a wake does not end an agent's outliving of another") {
  Scheduler scheduler(with_cpus(2));
  bool ended = false;
  scheduler.add_agent("parent", {}, [&](AgentThread& parent) {
    const AgentId child = scheduler.add_agent("child", parent.now(), [&](AgentThread& self) {
      self.wake(AgentId{0}, self.now());
      self.advance(VirtualTime::from_ms(3));
      ended = true;
    });
    parent.outlive(child);
    CHECK(ended);
  });
  scheduler.run();
}

namespace {

// Notes what it is told.
class Notes final : public sim::SchedulerWatcher {
 public:
  void on_settled(VirtualTime time) override {
    CHECK(time >= m_settled);
    m_settled = time;
  }
  void on_core_taken(const AgentThread& agent, VirtualTime waited) override {
    CHECK(agent.now() >= m_settled);
    ++busy;
    most_busy = std::max(most_busy, busy);
    longest_wait = std::max(longest_wait, waited);
  }
  void on_core_left(const AgentThread& agent) override {
    CHECK(agent.now() >= m_settled);
    --busy;
  }

  int busy = 0;
  int most_busy = 0;
  VirtualTime longest_wait;

 private:
  VirtualTime m_settled;
};

}  // namespace

TEST_CASE("a watcher is told of cores, and that nothing happens before a settled time") {
  Notes notes;
  Scheduler::Options options = with_cpus(2);
  options.watcher = &notes;
  Scheduler scheduler(options);
  for (int i = 0; i < 3; ++i)
    scheduler.add_agent("agent", {}, [](AgentThread& self) {
      for (int step = 0; step < 50; ++step) self.advance(VirtualTime::from_us(500));
      self.sleep_until(self.now() + VirtualTime::from_ms(1), "a while");
    });
  scheduler.run();
  CHECK(notes.busy == 0);
  CHECK(notes.most_busy == 2);
  CHECK(notes.longest_wait > VirtualTime{});
}

TEST_CASE("What is no agent's doing happens at its own time, between what agents do",
          "[scheduler]") {
  Scheduler scheduler(with_cpus(2));
  std::string log;
  scheduler.add_agent("busy", {}, [&](AgentThread& self) {
    scheduler.at(ms(5), [&] {
      log += "happens\n";
      scheduler.wake(AgentId{1}, ms(5));
    });
    compute(self, ms(10));
    log += line(self, "done");
  });
  scheduler.add_agent("waiting", {}, [&](AgentThread& self) {
    CHECK(self.block("it") == Wake::kWoken);
    log += line(self, "woken");
  });
  scheduler.run();
  CHECK(log == "happens\nwaiting woken 5000\nbusy done 10000\n");
}
