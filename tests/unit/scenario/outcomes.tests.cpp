#include "core/scenario/outcomes.h"

#include <catch2/catch.hpp>
#include <set>

#include "core/js/program.h"
#include "tests/unit/scenario/temporary_folder.h"

using namespace loopscope;
using namespace loopscope::scenario;

namespace {

using Lines = std::vector<std::string>;

class KeptOutput final : public host::Output {
 public:
  void write_stdout(std::string_view bytes) override { out += bytes; }
  void write_stderr(std::string_view) override {}
  std::string out;
};

struct Explored {
  TemporaryFolder folder;
  std::optional<Scenario> scenario;
  std::optional<Machine> machine;
  RunSettings settings;
  Exploration found;

  explicit Explored(const std::string& source, int64_t pause_ms = kLongestPauseMs,
                    size_t max_runs = 500) {
    const Result<Scenario> loaded = scenario::load(folder.write("a.js", source));
    REQUIRE(loaded);
    scenario = *loaded;
    settings.limits.cpu_total = VirtualTime::from_ms(100);
    const Result<Machine> composed = compose(*scenario, settings);
    REQUIRE(composed);
    machine = *composed;
    ExploreLimits limits;
    limits.max_runs = max_runs;
    found = explore_scenario(*scenario, *machine, settings, limits, pause_ms);
  }

  std::set<Lines> lines() const {
    std::set<Lines> lines;
    for (const Exploration::Outcome& outcome : found.outcomes) lines.insert(outcome.output.lines);
    return lines;
  }
};

}  // namespace

TEST_CASE("A program whose order is fixed has one outcome", "[scenario][outcomes]") {
  const Explored explored(
      "Promise.resolve().then(() => console.log('b'));\n"
      "setTimeout(() => console.log('c'), 5);\nconsole.log('a');\n");
  CHECK(explored.lines() == std::set<Lines>{{"a", "b", "c"}});
  CHECK(explored.found.complete);
  CHECK(explored.found.runs == 1);
}

TEST_CASE("A zero timeout and an immediate have two", "[scenario][outcomes]") {
  const Explored explored(
      "setTimeout(() => console.log('timeout'), 0);\nsetImmediate(() => "
      "console.log('immediate'));\n");
  CHECK(explored.lines() == std::set<Lines>{{"timeout", "immediate"}, {"immediate", "timeout"}});
  CHECK(explored.found.complete);
  REQUIRE_FALSE(explored.found.nodes.empty());
  CHECK(explored.found.nodes[0].label == "Is timeout at a.js:1:11 due as the loop looks?");
}

TEST_CASE("stat, a zero timeout and an immediate have five legal orders, not six",
          "[scenario][outcomes]") {
  const Explored explored(
      "require('fs').stat(__filename, () => console.log('s'));\n"
      "setTimeout(() => console.log('t'), 0);\nsetImmediate(() => console.log('i'));\n");
  CHECK(explored.lines() ==
        std::set<Lines>{
            {"s", "i", "t"}, {"t", "s", "i"}, {"t", "i", "s"}, {"i", "s", "t"}, {"i", "t", "s"}});
  CHECK(explored.found.complete);
}

TEST_CASE("Timeouts created in descending order may fire in either, in ascending order not",
          "[scenario][outcomes]") {
  const auto timeouts = [](int first, int second) {
    return "setTimeout(() => console.log('a'), " + std::to_string(first) +
           ");\nsetTimeout(() => console.log('b'), " + std::to_string(second) + ");\n";
  };
  CHECK(Explored(timeouts(3, 2)).lines() == std::set<Lines>{{"a", "b"}, {"b", "a"}});
  CHECK(Explored(timeouts(2, 3)).lines() == std::set<Lines>{{"a", "b"}});
  CHECK(Explored(timeouts(30, 10), kQuietPauseMs).lines() == std::set<Lines>{{"b", "a"}});
}

TEST_CASE("Of three equal jobs in a pool of two the third is not first", "[scenario][outcomes]") {
  const Explored explored(
      "process.env.UV_THREADPOOL_SIZE = 2;\nlet order = '';\n"
      "for (const i of [1, 2, 3]) require('fs').stat(__filename, () => { order += i; });\n"
      "process.on('exit', () => console.log(order));\n");
  CHECK(explored.lines() == std::set<Lines>{{"123"}, {"132"}, {"213"}, {"231"}});
  CHECK(explored.found.complete);
}

TEST_CASE("Steps of operations that nobody sees are not put in every order",
          "[scenario][outcomes]") {
  const Explored explored(
      "for (const name of ['a', 'b', 'c'])\n"
      "  require('fs').readFile(__filename, () => console.log(name));\n");
  CHECK(explored.lines().size() == 6);
  CHECK(explored.found.complete);
  CHECK(explored.found.runs < 40);  // 34,650 orders of their steps
}

TEST_CASE("The choices of an outcome lead to it again", "[scenario][outcomes]") {
  Explored explored(
      "require('fs').readFile(__filename, () => console.log('read'));\n"
      "setTimeout(() => console.log('timeout'), 2);\nsetImmediate(() => console.log('now'));\n");
  REQUIRE(explored.found.outcomes.size() >= 3);
  for (const Exploration::Outcome& outcome : explored.found.outcomes) {
    explored.settings.choices = outcome.decisions;
    KeptOutput output;
    trace::MemorySink sink(header_of(*explored.scenario, *explored.machine, explored.settings));
    RunNotes notes;
    run(*explored.scenario, *explored.machine, explored.settings, &sink, output, &notes);
    CHECK(output.out == outcome.output.out);
    CHECK_FALSE(notes.misfit);
  }
}

TEST_CASE("Choices that are another program's are noticed", "[scenario][outcomes]") {
  Explored explored("console.log('a');\n");
  explored.settings.choices = *sim::decisions_from("clock:0/201,arrival:1/7");
  KeptOutput output;
  RunNotes notes;
  run(*explored.scenario, *explored.machine, explored.settings, nullptr, output, &notes);
  CHECK(notes.misfit);
}

TEST_CASE("The search ends after so many runs, and says so", "[scenario][outcomes]") {
  const Explored explored(
      "for (let i = 0; i < 4; ++i) require('fs').stat(__filename, () => console.log(i));\n",
      kLongestPauseMs, 7);
  CHECK(explored.found.runs == 7);
  CHECK_FALSE(explored.found.complete);
}

TEST_CASE("A program that reaches a limit is run once", "[scenario][outcomes]") {
  const Explored explored("setTimeout(() => {}, 0);\nsetImmediate(() => { while (true); });\n");
  CHECK(explored.found.runs == 1);
  CHECK_FALSE(explored.found.complete);
  CHECK(explored.found.outcomes.size() == 1);
}

TEST_CASE("Outcomes that differ in the exit code alone are different", "[scenario][outcomes]") {
  const Explored explored(
      "setTimeout(() => process.exit(1), 0);\nsetImmediate(() => process.exit(2));\n");
  CHECK(explored.found.outcomes.size() == 2);
}
