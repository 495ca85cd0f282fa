#include "core/scenario/outcomes.h"

#include <catch2/catch.hpp>

#include "tests/unit/scenario/temporary_folder.h"

using namespace loopscope;
using namespace loopscope::scenario;

namespace {

using Lines = std::vector<std::string>;

Outcomes outcomes_of(const std::string& source, size_t max_runs = 200) {
  const TemporaryFolder folder;
  const Result<Scenario> scenario = load(folder.write("a.js", source));
  REQUIRE(scenario);
  RunSettings settings;
  settings.limits.cpu_total = VirtualTime::from_ms(100);
  const Result<Machine> machine = compose(*scenario, settings);
  REQUIRE(machine);
  return enumerate_outcomes(*scenario, *machine, settings, max_runs);
}

std::vector<Lines> lines_of(const Outcomes& outcomes) {
  std::vector<Lines> lines;
  for (const Outcome& outcome : outcomes.distinct) lines.push_back(outcome.lines);
  return lines;
}

}  // namespace

TEST_CASE("A program whose order is fixed has one outcome", "[scenario][outcomes]") {
  const Outcomes outcomes = outcomes_of(
      "Promise.resolve().then(() => console.log('b'));\n"
      "setTimeout(() => console.log('c'), 5);\nconsole.log('a');\n");
  CHECK(lines_of(outcomes) == std::vector<Lines>{{"a", "b", "c"}});
  CHECK(outcomes.complete);
  CHECK(outcomes.first_trace.size() > 0);
}

TEST_CASE("A zero timeout and an immediate have two, the one to teach first",
          "[scenario][outcomes]") {
  const Outcomes outcomes = outcomes_of(
      "setTimeout(() => console.log('timeout'), 0);\nsetImmediate(() => "
      "console.log('immediate'));\n");
  CHECK(lines_of(outcomes) ==
        std::vector<Lines>{{"timeout", "immediate"}, {"immediate", "timeout"}});
  CHECK(outcomes.complete);
  REQUIRE_FALSE(outcomes.distinct[1].decisions.empty());
  CHECK(outcomes.distinct[1].decisions[0].point == sim::ChoicePoint::loop_start);
}

TEST_CASE("Two files may be read in either order where the disk's latency varies",
          "[scenario][outcomes]") {
  const Outcomes outcomes = outcomes_of(
      "// @latency disk 1ms..9ms\nconst fs = require('fs');\n"
      "fs.stat(__filename, () => console.log('one'));\n"
      "fs.stat(__filename, () => console.log('two'));\n");
  CHECK(lines_of(outcomes) == std::vector<Lines>{{"one", "two"}, {"two", "one"}});
  CHECK(outcomes.complete);
}

TEST_CASE("The search ends after so many runs, and says so", "[scenario][outcomes]") {
  const Outcomes outcomes =
      outcomes_of("require('fs').readFile(__filename, () => console.log('read'));\n", 7);
  CHECK(outcomes.runs == 7);
  CHECK_FALSE(outcomes.complete);
  CHECK(lines_of(outcomes) == std::vector<Lines>{{"read"}});
}

TEST_CASE("A program that reaches a limit is run once", "[scenario][outcomes]") {
  const Outcomes outcomes = outcomes_of("console.log('a');\nwhile (true);\n");
  CHECK(outcomes.runs == 1);
  CHECK_FALSE(outcomes.complete);
  CHECK(outcomes.distinct.size() == 1);
}

TEST_CASE("Outcomes that differ in the exit code alone are different", "[scenario][outcomes]") {
  const Outcomes outcomes =
      outcomes_of("setTimeout(() => process.exit(1), 0);\nsetImmediate(() => process.exit(2));\n");
  CHECK(outcomes.distinct.size() == 2);
}
