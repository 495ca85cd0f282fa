#include "core/scenario/scenario.h"

#include <xxhash.h>

#include <array>
#include <charconv>
#include <fstream>
#include <iterator>

namespace loopscope::scenario {

namespace fs = std::filesystem;

namespace {

std::string hex_hash(const std::string& bytes) {
  std::array<char, 16> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(),
                                          XXH3_64bits(bytes.data(), bytes.size()), 16);
  (void)error;  // sixteen digits hold any 64 bits
  return {digits.data(), end};
}

// Node's rules for the entry point: the file itself, with an extension it may have left out, or the
// index of a folder.
std::optional<fs::path> find_script(const fs::path& path) {
  std::error_code error;
  for (const char* suffix : {"", ".js", ".mjs", ".cjs", ".json"}) {
    fs::path candidate = path;
    candidate += suffix;
    if (fs::is_regular_file(candidate, error)) return candidate;
  }
  if (fs::is_regular_file(path / "index.js", error)) return path / "index.js";
  return std::nullopt;
}

std::vector<std::pair<std::string, std::string>> environment() {
  return {{"HOME", "/home/node"},
          {"PATH", "/usr/local/bin:/usr/bin:/bin"},
          {"USER", "node"},
          {"LANG", "C.UTF-8"},
          {"TZ", "UTC"}};
}

}  // namespace

Result<Scenario> load(const fs::path& path, std::optional<std::string> text) {
  std::error_code error;
  const std::string shown = path.string();
  const std::optional<fs::path> script = find_script(path);
  if (!script)
    return Problem{shown, 0,
                   fs::exists(path, error) ? "expected a script, not a folder without index.js"
                                           : "no such file; expected a JavaScript program"};
  std::ifstream file(*script, std::ios::binary);
  const std::string source = text ? *text : std::string(std::istreambuf_iterator<char>(file), {});
  if (!file.good() && !file.eof()) return Problem{shown, 0, "cannot be read"};
  Result<Directives> directives = lesson::parse_directives(source, shown);
  if (!directives) return directives.problem();
  const fs::path canonical = fs::canonical(*script, error);
  return Scenario{error ? fs::absolute(*script) : canonical, script->filename().string(),
                  hex_hash(source), std::move(*directives), std::move(text)};
}

Result<Machine> compose(const Scenario& scenario, const RunSettings& settings) {
  const Directives& directives = scenario.directives;
  if (!directives.unsupported.empty())
    return Problem{scenario.script.string(), directives.unsupported.front().line,
                   "@" + directives.unsupported.front().name + " is not supported yet"};
  Machine machine;
  const std::string name = settings.semantics.value_or(
      directives.semantics.value_or(std::string(sim::kDefaultSemantics)));
  const std::optional<sim::Semantics> semantics = sim::semantics_named(name);
  if (!semantics)
    return Problem{"--semantics " + name, 0, "expected node10, node18, node20, node22 or node24"};
  machine.semantics = *semantics;
  machine.seed = settings.seed.value_or(directives.seed.value_or(0));
  machine.cpus = directives.cpus.value_or(machine.cpus);
  if (directives.disk_latency) {
    machine.costs.disk_min = directives.disk_latency->shortest;
    machine.costs.disk_max = directives.disk_latency->longest;
  }
  return machine;
}

trace::Header header_of(const Scenario& scenario, const Machine& machine,
                        const RunSettings& settings) {
  trace::Header header;
  header.scenario = scenario.name;
  header.scenario_hash = scenario.content_hash;
  header.semantics = machine.semantics.name;
  header.seed = machine.seed;
  header.options.emplace_back("cpus", std::to_string(machine.cpus));
  if (settings.until)
    header.options.emplace_back("until", std::to_string(settings.until->ns) + "ns");
  if (settings.lines.all) header.options.emplace_back("lines", "all");
  for (const uint32_t task : settings.lines.tasks)
    header.options.emplace_back("lines", std::to_string(task));
  for (const std::string& argument : settings.args) header.options.emplace_back("arg", argument);
  return header;
}

namespace {

// Keeps nothing of a run but its result.
class NoSink final : public trace::Sink {
 public:
  void event(const trace::Event&, const trace::StringTable&) override {}
};
class NoOutput final : public host::Output {
 public:
  void write_stdout(std::string_view) override {}
  void write_stderr(std::string_view) override {}
};

host::ProgramOptions options_of(const Scenario& scenario, const Machine& machine,
                                const RunSettings& settings) {
  host::ProgramOptions options;
  options.script = scenario.script;
  options.script_text = scenario.text;
  options.args = settings.args;
  options.env = environment();
  options.semantics = machine.semantics;
  options.costs = machine.costs;
  options.cpus = machine.cpus;
  options.limits = settings.limits;
  options.until = settings.until;
  return options;
}

host::ProgramResult run_options(host::ProgramOptions options, sim::Choices& choices,
                                trace::Sink* sink, host::Output& output) {
  std::optional<trace::Recorder> recorder;
  if (sink != nullptr) recorder.emplace(*sink);
  options.choices = &choices;
  options.recorder = recorder ? &*recorder : nullptr;
  options.output = &output;
  return host::run_program(options);
}

// Recording lines makes the engine work otherwise. So the program is run first without, and its
// readings are then given to the run that is recorded.
host::ProgramResult run_with_lines(host::ProgramOptions options, const host::LineRequest& lines,
                                   uint64_t seed, trace::Sink& sink, host::Output& output) {
  host::Readings readings;
  options.readings = &readings;
  NoSink no_sink;
  NoOutput no_output;
  sim::SeededChoices first_choices(seed);
  run_options(options, first_choices, &no_sink, no_output);
  readings.replay();
  options.lines = lines;
  sim::SeededChoices choices(seed);
  return run_options(options, choices, &sink, output);
}

}  // namespace

host::ProgramResult run(const Scenario& scenario, const Machine& machine,
                        const RunSettings& settings, trace::Sink* sink, host::Output& output) {
  if (settings.lines.any() && sink != nullptr)
    return run_with_lines(options_of(scenario, machine, settings), settings.lines, machine.seed,
                          *sink, output);
  sim::SeededChoices choices(machine.seed);
  return run_with_choices(scenario, machine, settings, choices, sink, output);
}

host::ProgramResult run_with_choices(const Scenario& scenario, const Machine& machine,
                                     const RunSettings& settings, sim::Choices& choices,
                                     trace::Sink* sink, host::Output& output) {
  return run_options(options_of(scenario, machine, settings), choices, sink, output);
}

}  // namespace loopscope::scenario
