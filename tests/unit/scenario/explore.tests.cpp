#include "core/scenario/explore.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "core/sim/open_machine.h"

using namespace loopscope;
using namespace loopscope::scenario;
using sim::LoopTime;
using sim::OpenMachine;
using sim::OpenOrder;
using sim::Question;

namespace {

constexpr int64_t kPauseMs = 20;

// A program without an engine: what it does with an order that is open, and what it prints.
using Program = std::function<std::string(OpenMachine&)>;
using OneAgent = std::function<std::string(OpenOrder&)>;

OpenRunner runner(const Program& program) {
  return [program](const std::vector<sim::Decision>& decisions, bool every_step) {
    OpenMachine machine(decisions, kPauseMs, every_step);
    OpenRun run;
    run.output.out = program(machine);
    run.misfit = machine.misfit();
    run.decisions = machine.decisions();
    run.log = machine.log();
    run.needs_every_step = machine.needs_every_step();
    return run;
  };
}

size_t readings = 0;  // of the run that is being made

Program of_one_agent(const OneAgent& program) {
  return [program](OpenMachine& machine) {
    readings = 0;
    return program(machine.of(AgentId{0}));
  };
}

Exploration explored(const OneAgent& program, ExploreLimits limits = {}) {
  return explore(runner(of_one_agent(program)), limits);
}

std::set<std::string> outputs_of(const Exploration& exploration) {
  std::set<std::string> outputs;
  for (const Exploration::Outcome& outcome : exploration.outcomes)
    outputs.insert(outcome.output.out);
  return outputs;
}

// Each reading is of another moment, though none takes a millisecond by itself.
LoopTime next_reading(OpenOrder& order) {
  return order.read(VirtualTime::from_ms(1) + VirtualTime{static_cast<int64_t>(readings++) * 10});
}

bool is_due(OpenOrder& order, LoopTime due, LoopTime now) {
  return order.at_most(due, now, Question::timer_due, TaskId{1}, {});
}

// All that have completed at a look that does not wait.
std::string arrivals(OpenOrder& order, LoopTime now) {
  std::string names;
  order.begin_look(VirtualTime::from_ms(now.ms));
  while (const auto task = order.next_there(now)) {
    order.take(*task, now, VirtualTime::from_ms(now.ms));
    names += static_cast<char>('a' + task->value - 1);
  }
  return names;
}

void begin(OpenOrder& order, char name, LoopTime now) {
  order.begin_job(TaskId{static_cast<uint32_t>(name - 'a' + 1)}, 0, false, now,
                  VirtualTime::from_ms(now.ms));
}

}  // namespace

TEST_CASE("A program that asks nothing has one outcome", "[scenario][explore]") {
  const Exploration exploration = explored([](OpenOrder&) { return "a"; });
  CHECK(outputs_of(exploration) == std::set<std::string>{"a"});
  CHECK(exploration.complete);
  CHECK(exploration.runs == 1);
  CHECK(exploration.root.outcome == 0U);
  CHECK(exploration.nodes.empty());
}

TEST_CASE("A comparison of two readings may go both ways", "[scenario][explore]") {
  const Exploration exploration = explored([](OpenOrder& order) {
    const LoopTime start = next_reading(order);
    return is_due(order, start.plus(1), next_reading(order)) ? "due" : "early";
  });
  CHECK(outputs_of(exploration) == std::set<std::string>{"due", "early"});
  CHECK(exploration.complete);
  CHECK(exploration.runs == 2);
  REQUIRE(exploration.nodes.size() == 1);
  CHECK(exploration.nodes[0].options.size() == 2);
}

TEST_CASE("No pause is longer than the longest", "[scenario][explore]") {
  const auto program = [](int64_t ms) {
    return [ms](OpenOrder& order) {
      const LoopTime start = next_reading(order);
      return is_due(order, start.plus(ms), next_reading(order)) ? "due" : "early";
    };
  };
  CHECK(explored(program(kPauseMs)).outcomes.size() == 2);
  CHECK(explored(program(kPauseMs + 1)).outcomes.size() == 1);
}

TEST_CASE("What answers say together is kept", "[scenario][explore]") {
  // If two milliseconds have passed then one has, and the other way round for what comes before.
  const Exploration exploration = explored([](OpenOrder& order) {
    const LoopTime start = next_reading(order);
    const LoopTime now = next_reading(order);
    std::string text;
    for (const int64_t ms : {2, 1, 3}) text += is_due(order, start.plus(ms), now) ? 'y' : 'n';
    return text;
  });
  CHECK(outputs_of(exploration) == std::set<std::string>{"nnn", "nyn", "yyn", "yyy"});
  CHECK(exploration.runs == 4);
}

TEST_CASE("An answer may need an earlier reading to be later", "[scenario][explore]") {
  // As setTimeout(3) and then setTimeout(2): which is due first hangs on the second reading.
  const Exploration exploration = explored([](OpenOrder& order) {
    const LoopTime three = next_reading(order).plus(3);
    const LoopTime two = next_reading(order).plus(2);
    const LoopTime now = next_reading(order);
    if (!is_due(order, three, now)) return "none";
    return order.at_most(three, two, Question::timer_order, TaskId{1}, TaskId{2}) ? "3 2" : "2 3";
  });
  CHECK(outputs_of(exploration) == std::set<std::string>{"none", "2 3", "3 2"});
}

TEST_CASE("What makes no difference is not looked into", "[scenario][explore]") {
  const Exploration exploration = explored([](OpenOrder& order) {
    const LoopTime start = next_reading(order);
    order.at_most(start.plus(1), next_reading(order), Question::timer_due, TaskId{1}, {}, true);
    return "";
  });
  CHECK(exploration.runs == 1);
  CHECK(exploration.complete);
}

TEST_CASE("Requests complete in any order, each at this look or at the next",
          "[scenario][explore]") {
  const Exploration exploration = explored([](OpenOrder& order) {
    const LoopTime now = next_reading(order);
    begin(order, 'a', now);
    begin(order, 'b', now);
    const std::string first = arrivals(order, now);
    return first + "|" + arrivals(order, now);
  });
  CHECK(outputs_of(exploration) == std::set<std::string>{"|", "|a", "|b", "|ab", "|ba", "a|", "b|",
                                                         "a|b", "b|a", "ab|", "ba|"});
  CHECK(exploration.complete);
  CHECK(exploration.runs == 11);  // each way once
}

TEST_CASE("A job that waits for a thread completes after one that has it", "[scenario][explore]") {
  const Program program = [](OpenMachine& machine) {
    readings = 0;
    machine.set_threads(2);
    OpenOrder& order = machine.of(AgentId{0});
    const LoopTime now = next_reading(order);
    for (const char name : {'a', 'b', 'c'}) begin(order, name, now);
    std::string text;
    order.begin_look(VirtualTime::from_ms(1));
    while (order.any_outstanding()) {
      const TaskId task = *order.first_to_come(std::nullopt);
      order.take(task, now, VirtualTime::from_ms(1));
      text += static_cast<char>('a' + task.value - 1);
    }
    return text;
  };
  const Exploration exploration = explore(runner(program), {});
  CHECK(outputs_of(exploration) == std::set<std::string>{"abc", "acb", "bac", "bca"});
  CHECK(exploration.complete);
}

TEST_CASE("A request is not outstanding for longer than the longest pause", "[scenario][explore]") {
  const auto program = [](int64_t ms) {
    return [ms](OpenOrder& order) {
      const LoopTime now = next_reading(order);
      begin(order, 'a', now);
      order.begin_look(VirtualTime::from_ms(1));
      return order.first_to_come(now.plus(ms)) ? "request" : "timer";
    };
  };
  CHECK(explored(program(kPauseMs)).outcomes.size() == 2);
  CHECK(explored(program(kPauseMs + 1)).outcomes.size() == 1);
}

TEST_CASE("The decisions of an outcome lead to it again", "[scenario][explore]") {
  const OneAgent program = [](OpenOrder& order) {
    const LoopTime start = next_reading(order);
    begin(order, 'a', start);
    const LoopTime now = next_reading(order);
    const std::string first = arrivals(order, now);
    return first + (is_due(order, start.plus(5), now) ? " due " : " early ") + arrivals(order, now);
  };
  const Exploration exploration = explored(program);
  REQUIRE(exploration.outcomes.size() == 6);
  for (const Exploration::Outcome& outcome : exploration.outcomes)
    CHECK(runner(of_one_agent(program))(outcome.decisions, false).output == outcome.output);
}

TEST_CASE("The tree leads to every outcome", "[scenario][explore]") {
  const Exploration exploration = explored([](OpenOrder& order) {
    const LoopTime start = next_reading(order);
    begin(order, 'a', start);
    const std::string first = arrivals(order, start);
    return first + (is_due(order, start.plus(1), next_reading(order)) ? "due" : "");
  });
  std::set<size_t> reached;
  size_t leaves = 0;
  const std::function<void(const Exploration::Place&)> visit = [&](const auto& place) {
    CHECK(place.node.has_value() != place.outcome.has_value());
    if (place.outcome) {
      reached.insert(*place.outcome);
      ++leaves;
      return;
    }
    CHECK(exploration.nodes[*place.node].options.size() >= 2);
    for (const Exploration::Option& option : exploration.nodes[*place.node].options)
      visit(option.to);
  };
  visit(exploration.root);
  CHECK(reached.size() == exploration.outcomes.size());
  CHECK(leaves == exploration.runs);
}

TEST_CASE("A search that is cut short says so", "[scenario][explore]") {
  const OneAgent endless = [](OpenOrder& order) {
    const LoopTime start = next_reading(order);
    std::string text;
    for (int i = 0; i < 50; ++i)
      text += is_due(order, start.plus(i), next_reading(order)) ? 'y' : 'n';
    return text;
  };
  ExploreLimits limits;
  limits.max_runs = 7;
  const Exploration few = explored(endless, limits);
  CHECK(few.runs == 7);
  CHECK_FALSE(few.complete);
  CHECK(few.gaps == std::vector<std::string>{"only 7 runs were made"});
  limits.max_runs = 5000;
  limits.max_choices = 5;
  CHECK_FALSE(explored(endless, limits).complete);
}

TEST_CASE("A program that does not do the same again is found out", "[scenario][explore]") {
  int runs = 0;
  const Exploration exploration = explored([&runs](OpenOrder& order) {
    const LoopTime start = next_reading(order);
    if (++runs > 1) return "";
    return is_due(order, start.plus(1), next_reading(order)) ? "due" : "early";
  });
  CHECK_FALSE(exploration.complete);
}

TEST_CASE("An option that another one leaves open may itself be settled", "[scenario][explore]") {
  // 'b' is a step that nobody sees, 'a' is not; each comes first in one run.
  const Exploration exploration = explored([](OpenOrder& order) {
    const LoopTime now = next_reading(order);
    begin(order, 'a', now);
    begin(order, 'b', now);
    std::string text;
    for (int look = 0; look < 2; ++look) {
      order.begin_look(VirtualTime::from_ms(1));
      const TaskId task = *order.first_to_come(std::nullopt);
      order.take(task, now, VirtualTime::from_ms(1));
      if (task == TaskId{1}) {
        order.note_program_code();
        text += 'a';
      }
      order.callback_ended();
    }
    return text + (is_due(order, now.plus(1), next_reading(order)) ? "due" : "");
  });
  CHECK(outputs_of(exploration) == std::set<std::string>{"a", "adue"});
  CHECK(exploration.complete);
}

namespace {

constexpr AgentId kMain{0};

// A worker that has sent so many messages on a channel of the main agent's.
std::vector<size_t> worker_that_sends(OpenMachine& machine, uint16_t worker, size_t messages) {
  machine.begin_agent(AgentId{worker}, kMain);
  std::vector<size_t> sent;
  for (size_t i = 0; i < messages; ++i)
    sent.push_back(machine.of(AgentId{worker}).send(worker, "a message", VirtualTime::from_ms(1)));
  return sent;
}

// The main agent waits for all that others have sent: each channel's messages in order.
std::string received(OpenMachine& machine, std::vector<std::vector<size_t>> sent) {
  OpenOrder& main = machine.of(kMain);
  std::string names;
  for (;;) {
    sim::Inbox inbox;
    for (size_t i = 0; i < sent.size(); ++i) {
      const sim::OpenChannel channel{i + 1, i + 1, false};
      inbox.channels.push_back(channel);
      if (!sent[i].empty()) inbox.there.push_back({channel, sent[i].front(), false});
    }
    if (inbox.there.empty()) return names;
    main.begin_look(VirtualTime::from_ms(1));
    const sim::Arrival arrival = main.first_to_come(std::nullopt, inbox);
    main.take(*arrival.incoming);
    main.note_program_code();
    std::vector<size_t>& from = sent[arrival.incoming->channel.channel - 1];
    names += static_cast<char>('a' + arrival.incoming->channel.channel - 1);
    from.erase(from.begin());
  }
}

}  // namespace

TEST_CASE("Messages of several agents arrive in every order that keeps each one's own",
          "[scenario][explore]") {
  const Exploration exploration =
      explore(runner([](OpenMachine& machine) {
                machine.of(kMain).read(VirtualTime::from_ms(1));
                const std::vector<size_t> a = worker_that_sends(machine, 1, 2);
                const std::vector<size_t> b = worker_that_sends(machine, 2, 1);
                return received(machine, {a, b});
              }),
              {});
  CHECK(outputs_of(exploration) == std::set<std::string>{"aab", "aba", "baa"});
  CHECK(exploration.complete);
  CHECK(exploration.runs == 3);
}

TEST_CASE("What came of a choice is not kept as it goes another way, nor is who received it",
          "[scenario][explore]") {
  const Exploration exploration =
      explore(runner([](OpenMachine& machine) {
                OpenOrder& main = machine.of(kMain);
                main.read(VirtualTime::from_ms(1));
                machine.begin_agent(AgentId{1}, kMain);
                OpenOrder& worker = machine.of(AgentId{1});
                const sim::OpenChannel question{1, 1, false};
                const size_t asked = main.send(1, "a question", VirtualTime::from_ms(1));
                worker.begin_look(VirtualTime::from_ms(2));
                const auto heard = worker
                                       .next_there(worker.read(VirtualTime::from_ms(2)),
                                                   {{question}, {{question, asked, false}}})
                                       .incoming;
                const sim::OpenChannel answers{2, 2, false};
                sim::Inbox inbox{{answers}, {}};
                if (heard) {
                  worker.take(*heard);
                  const size_t answered = worker.send(2, "an answer", VirtualTime::from_ms(2));
                  inbox.there.push_back({answers, answered, false});
                }
                main.begin_look(VirtualTime::from_ms(3));
                const LoopTime now = main.read(VirtualTime::from_ms(3));
                const bool came = main.next_there(now, inbox).incoming.has_value();
                return std::string(heard ? "heard" : "not heard") + (came ? ", answered" : "");
              }),
              {});
  CHECK(outputs_of(exploration) == std::set<std::string>{"heard, answered", "heard", "not heard"});
  CHECK(exploration.complete);
}

TEST_CASE("What was sent after an agent looked may have been there", "[scenario][explore]") {
  const Exploration exploration =
      explore(runner([](OpenMachine& machine) {
                OpenOrder& main = machine.of(kMain);
                const LoopTime start = main.read(VirtualTime::from_ms(1));
                const sim::OpenChannel channel{1, 1, false};
                sim::Inbox inbox{{channel}, {}};
                machine.begin_agent(AgentId{1}, kMain);
                main.begin_look(VirtualTime::from_ms(1));
                std::optional<size_t> sent;
                const auto send = [&] {
                  sent = machine.of(AgentId{1}).send(1, "a message", VirtualTime::from_ms(1));
                  inbox.there.push_back({channel, *sent, false});
                };
                if (main.readiness(inbox) == OpenOrder::Readiness::kGivenIsToCome) send();
                const bool came = main.next_there(start, inbox).incoming.has_value();
                if (!sent) send();
                return came ? "came" : "nothing yet";
              }),
              {});
  CHECK(outputs_of(exploration) == std::set<std::string>{"came", "nothing yet"});
  CHECK(exploration.complete);
  CHECK(exploration.runs == 2);
}

TEST_CASE("A program that cannot be explored is refused, and nothing is told of it",
          "[scenario][explore]") {
  size_t runs = 0;
  const Exploration exploration = explore(
      [&runs](const std::vector<sim::Decision>&, bool) {
        ++runs;
        OpenRun run;
        run.refusal = "it starts a process";
        return run;
      },
      {});
  CHECK(exploration.refused == "it starts a process");
  CHECK(exploration.outcomes.empty());
  CHECK_FALSE(exploration.complete);
  CHECK(runs == 1);
}
