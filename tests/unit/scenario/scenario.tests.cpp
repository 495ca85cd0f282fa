#include "core/scenario/scenario.h"

#include <catch2/catch.hpp>

#include "tests/unit/scenario/temporary_folder.h"

using namespace loopscope;
using namespace loopscope::scenario;

namespace {

Scenario loaded(const std::filesystem::path& path) {
  const Result<Scenario> scenario = scenario::load(path);
  if (!scenario) FAIL(scenario.problem().to_string());
  return *scenario;
}

class Captured final : public host::Output {
 public:
  void write_stdout(std::string_view bytes) override { out += bytes; }
  void write_stderr(std::string_view bytes) override { err += bytes; }
  std::string out;
  std::string err;
};

}  // namespace

TEST_CASE("A scenario is found as node finds it", "[scenario]") {
  const TemporaryFolder folder;
  folder.write("a.js", "");
  folder.write("b.mjs", "");
  folder.write("c/index.js", "");
  for (const char* name : {"a.js", "a", "b", "c"}) {
    CAPTURE(name);
    CHECK(loaded(folder.path() / name).script.is_absolute());
  }
  CHECK(loaded(folder.path() / "a").name == "a.js");
  CHECK(loaded(folder.path() / "c").script == folder.path() / "c" / "index.js");
}

TEST_CASE("What cannot be loaded is a problem with the path as given", "[scenario]") {
  const TemporaryFolder folder;
  folder.write("empty/readme", "");
  const std::string file = (folder.path() / "no.js").string();
  CHECK(scenario::load(file).problem().to_string() ==
        file + ": no such file; expected a JavaScript program");
  const std::string empty = (folder.path() / "empty").string();
  CHECK(scenario::load(empty).problem().to_string() ==
        empty + ": expected a script, not a folder without index.js");
  const auto wrong = folder.write("wrong.js", "\n// @seed x\n");
  CHECK(scenario::load(wrong).problem().to_string() ==
        wrong.string() + ":2: @seed expects a whole number, not \"x\"");
}

TEST_CASE("The hash of a scenario follows its content", "[scenario]") {
  const TemporaryFolder folder;
  const auto a = loaded(folder.write("a.js", "1")).content_hash;
  CHECK(loaded(folder.write("b.js", "1")).content_hash == a);
  CHECK(loaded(folder.write("c.js", "2")).content_hash != a);
}

TEST_CASE("The caller decides before the scenario, the scenario before the default", "[scenario]") {
  const TemporaryFolder folder;
  const Scenario plain = loaded(folder.write("plain.js", ""));
  const Scenario own =
      loaded(folder.write("own.js",
                          "// @node 18  @seed 5  @cpus 2\n// @latency disk 1ms..3ms\n"
                          "// @latency net 5ms  @bandwidth net 1kB/s\n"));

  Result<Machine> machine = compose(plain, {});
  REQUIRE(machine);
  CHECK(machine->semantics.name == "node20");
  CHECK(machine->seed == 0);
  CHECK(machine->cpus == 4);
  CHECK(machine->costs.disk_max == sim::CostModel{}.disk_max);
  CHECK(machine->network.latency_max == VirtualTime{});

  machine = compose(own, {});
  REQUIRE(machine);
  CHECK(machine->semantics.name == "node18");
  CHECK(machine->seed == 5);
  CHECK(machine->cpus == 2);
  CHECK(machine->costs.disk_min == VirtualTime::from_ms(1));
  CHECK(machine->costs.disk_max == VirtualTime::from_ms(3));
  CHECK(machine->network.latency_min == VirtualTime::from_ms(5));
  CHECK(machine->network.bytes_per_second == 1000);

  RunSettings settings;
  settings.semantics = "node10";
  settings.seed = 9;
  machine = compose(own, settings);
  REQUIRE(machine);
  CHECK(machine->semantics.name == "node10");
  CHECK(machine->seed == 9);
}

TEST_CASE("Unknown semantics and directives nothing carries out are problems", "[scenario]") {
  const TemporaryFolder folder;
  RunSettings settings;
  settings.semantics = "node19";
  CHECK(compose(loaded(folder.write("a.js", "")), settings).problem().to_string() ==
        "--semantics node19: expected node10, node18, node20, node22 or node24");
  const auto pm2 = folder.write("pm2.js", "// @title t\n// @pm2 begin app.js\n");
  CHECK(compose(loaded(pm2), {}).problem().to_string() ==
        pm2.string() +
            ":2: @pm2: expected start, restart, reload, stop, delete, scale or kill, not "
            "\"begin\"");
  RunSettings typing;
  typing.typed = {"2s relaod api"};
  CHECK(compose(loaded(folder.write("b.js", "")), typing).problem().to_string() ==
        "--pm2: expected start, restart, reload, stop, delete, scale or kill, not \"relaod\"");
}

TEST_CASE("A trace's header holds what is needed to run it again", "[scenario]") {
  const TemporaryFolder folder;
  const Scenario scenario = loaded(folder.write("a.js", "// @seed 3\n"));
  RunSettings settings;
  settings.until = VirtualTime::from_ms(5);
  settings.args = {"x", "y"};
  const trace::Header header = header_of(scenario, *compose(scenario, settings), settings);
  CHECK(header.scenario == "a.js");
  CHECK(header.scenario_hash == scenario.content_hash);
  CHECK(header.semantics == "node20");
  CHECK(header.seed == 3);
  const std::vector<std::pair<std::string, std::string>> options = {
      {"cpus", "4"}, {"until", "5000000ns"}, {"arg", "x"}, {"arg", "y"}};
  CHECK(header.options == options);
}

TEST_CASE("A run gives its output, exit code and trace", "[scenario]") {
  const TemporaryFolder folder;
  const Scenario scenario = loaded(folder.write(
      "a.js", "console.log(process.argv[2]); console.error('e'); process.exitCode = 3;\n"));
  RunSettings settings;
  settings.args = {"hello"};
  const Machine machine = *compose(scenario, settings);
  Captured output;
  trace::MemorySink sink;
  const host::ProgramResult result = run(scenario, machine, settings, &sink, output);
  CHECK(result.exit_code == 3);
  CHECK(output.out == "hello\n");
  CHECK(output.err == "e\n");
  REQUIRE(sink.trace().size() > 0);
  CHECK(trace::is<trace::Exit>(sink.trace().events.back()));

  Captured silent;
  CHECK(run(scenario, machine, settings, nullptr, silent).ended_at == result.ended_at);
  CHECK(silent.out == output.out);
}
