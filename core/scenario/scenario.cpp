#include "core/scenario/scenario.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iterator>

#include "core/scenario/load_plans.h"
#include "core/sim/open_machine.h"

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

namespace {

// What is typed when, by the scenario and besides.
Result<std::vector<cluster::TypedCommand>> typed_commands(const Scenario& scenario,
                                                          const RunSettings& settings) {
  std::vector<Directives::Typed> all = scenario.directives.typed;
  for (const std::string& text : settings.typed) {
    const size_t blank = text.find(' ');
    const std::optional<VirtualTime> at = lesson::parse_duration(text.substr(0, blank));
    const size_t behind = std::min(blank, text.size() - 1) + 1;
    all.push_back({at.value_or(VirtualTime{}), at ? text.substr(behind) : text, 0});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.at < b.at; });
  std::vector<cluster::TypedCommand> typed;
  for (const Directives::Typed& each : all)
    if (const auto complaint =
            cluster::parse_command(each.command, typed.emplace_back(each.at).command))
      return Problem{each.line == 0 ? "--pm2" : scenario.script.string(), each.line,
                     (each.line == 0 ? "" : "@pm2: ") + *complaint};
  return typed;
}

}  // namespace

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
  // A statement is an access to the disk, unless the scenario says else.
  const auto& database =
      directives.database_latency ? directives.database_latency : directives.disk_latency;
  if (database) {
    machine.costs.database_min = database->shortest;
    machine.costs.database_max = database->longest;
  }
  if (directives.net_latency) {
    machine.network.latency_min = directives.net_latency->shortest;
    machine.network.latency_max = directives.net_latency->longest;
  }
  machine.network.bytes_per_second = directives.net_bytes_per_second.value_or(0);
  Result<std::vector<cluster::TypedCommand>> typed = typed_commands(scenario, settings);
  if (!typed) return typed.problem();
  machine.typed = std::move(*typed);
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
  if (!settings.choices.empty())
    header.options.emplace_back("choices", sim::to_text(settings.choices));
  for (const std::string& typed : settings.typed) header.options.emplace_back("pm2", typed);
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

os::SyntheticKind kind_of(Directives::FileKind kind) {
  switch (kind) {
    case Directives::FileKind::csv:
      return os::SyntheticKind::kCsv;
    case Directives::FileKind::jsonl:
      return os::SyntheticKind::kJsonLines;
    case Directives::FileKind::log:
      return os::SyntheticKind::kLog;
    case Directives::FileKind::text:
      return os::SyntheticKind::kText;
    case Directives::FileKind::zeros:
      return os::SyntheticKind::kZeros;
    case Directives::FileKind::random:
      break;
  }
  return os::SyntheticKind::kRandom;
}

std::vector<os::SyntheticFile> files_of(const Directives& directives) {
  std::vector<os::SyntheticFile> files;
  for (const Directives::DeclaredFile& file : directives.files)
    files.push_back({file.name, file.size, kind_of(file.kind)});
  return files;
}

host::ProgramOptions options_of(const Scenario& scenario, const Machine& machine,
                                const RunSettings& settings) {
  host::ProgramOptions options;
  options.script = scenario.script;
  options.script_text = scenario.text;
  options.args = settings.args;
  options.env = environment();
  options.semantics = machine.semantics;
  options.costs = machine.costs;
  options.network = machine.network;
  options.cpus = machine.cpus;
  options.limits = settings.limits;
  options.until = settings.until;
  options.typed = machine.typed;
  options.files = files_of(scenario.directives);
  options.loads = load_plans(scenario.directives);
  options.seed = machine.seed;
  return options;
}

host::ProgramResult run_options(host::ProgramOptions options, trace::Sink* sink,
                                host::Output& output) {
  std::optional<trace::Recorder> recorder;
  if (sink != nullptr) recorder.emplace(*sink);
  options.recorder = recorder ? &*recorder : nullptr;
  options.output = &output;
  return host::run_program(options);
}

// The least that things cost: on a faster machine than ours, with all it asks for in its caches.
sim::CostModel least_costs(sim::CostModel costs) {
  constexpr int64_t kFaster = 10;
  const auto reduce = [](VirtualTime& cost) { cost.ns = std::max<int64_t>(cost.ns / kFaster, 1); };
  reduce(costs.per_count);
  reduce(costs.console_write);
  // Not as much faster: threads and their heaps have to be made.
  costs.worker_startup.ns /= 3;
  reduce(costs.codec_call);
  for (VirtualTime& cost : costs.deflate_byte) reduce(cost);
  for (VirtualTime& cost : costs.brotli_byte) reduce(cost);
  reduce(costs.decompress_byte);
  reduce(costs.crypto_call);
  for (VirtualTime& cost : costs.digest_kib) reduce(cost);
  for (VirtualTime& cost : costs.pbkdf2_iteration) reduce(cost);
  reduce(costs.scrypt_block);
  for (VirtualTime& cost : costs.cipher_kib) reduce(cost);
  reduce(costs.statement_compiled);
  reduce(costs.random_call);
  reduce(costs.random_kib);
  costs.disk_read_per_second *= kFaster;
  costs.disk_write_per_second *= kFaster;
  return costs;
}

// A disk that the scenario says nothing of may be as fast as can be.
void leave_order_open(host::ProgramOptions& options, const Directives& directives,
                      sim::OpenMachine& open) {
  options.open_machine = &open;
  const sim::CostModel least = least_costs(options.costs);
  const int64_t faster = options.costs.per_count.ns / least.per_count.ns;
  options.costs = least;
  if (!directives.disk_latency) {
    options.costs.disk_min = options.costs.disk_max = VirtualTime{};
    if (!directives.database_latency)
      options.costs.database_min = options.costs.database_max = VirtualTime{};
  }
  options.limits.cpu_total.ns /= faster;
  options.limits.cpu_per_callback.ns /= faster;
}

bool decides_orders(const std::vector<sim::Decision>& choices) {
  return !choices.empty() && choices.front().point == sim::ChoicePoint::clock;
}

// What decides in one run: a seed, or given choices.
class Deciders {
 public:
  Deciders(const Directives& directives, const RunSettings& settings, uint64_t seed)
      : m_directives(directives),
        m_seeded(seed),
        m_given(settings.choices, seed),
        m_is_given(!settings.choices.empty()) {
    if (decides_orders(settings.choices))
      m_open.emplace(settings.choices, static_cast<int64_t>(settings.choices.front().options) - 1);
  }

  void decide_for(host::ProgramOptions& options) {
    options.choices = m_is_given && !m_open ? static_cast<sim::Choices*>(&m_given) : &m_seeded;
    if (m_open) leave_order_open(options, m_directives, *m_open);
  }
  sim::OpenMachine* open() { return m_open ? &*m_open : nullptr; }

  std::optional<std::string> misfit() const {
    if (m_open) return m_open->misfit();
    if (m_given.mismatch()) return m_given.mismatch();
    if (m_given.unused() == 0) return std::nullopt;
    return std::to_string(m_given.unused()) + " choices are left over at its end";
  }

 private:
  const Directives& m_directives;
  sim::SeededChoices m_seeded;
  sim::ReplayChoices m_given;
  bool m_is_given;
  std::optional<sim::OpenMachine> m_open;
};

}  // namespace

// Two things about a run can only be told when it has been made once. Recording lines makes the
// engine work otherwise: the recorded run is given the readings of the first. And where orders are
// decided, when a job is done shows as its callback comes, while the trace tells it as it begins.
host::ProgramResult run(const Scenario& scenario, const Machine& machine,
                        const RunSettings& settings, trace::Sink* sink, host::Output& output,
                        RunNotes* notes) {
  host::ProgramOptions options = options_of(scenario, machine, settings);
  host::Readings readings;
  Deciders deciders(scenario.directives, settings, machine.seed);
  const bool with_lines = settings.lines.any();
  if (sink != nullptr && (with_lines || deciders.open() != nullptr)) {
    NoSink no_sink;
    NoOutput no_output;
    Deciders first(scenario.directives, settings, machine.seed);
    if (with_lines) options.readings = &readings;
    host::ProgramOptions first_options = options;
    first.decide_for(first_options);
    run_options(first_options, &no_sink, no_output);
    if (readings.several_agents()) {
      options.readings = nullptr;  // of several agents no lines are recorded
    } else {
      readings.replay();
      if (with_lines) options.lines = settings.lines;
    }
    if (first.open() != nullptr) deciders.open()->foresee(first.open()->courses());
  }
  deciders.decide_for(options);
  const host::ProgramResult result = run_options(options, sink, output);
  if (notes != nullptr) {
    notes->misfit = deciders.misfit();
    notes->lines_left_out = with_lines && readings.several_agents();
  }
  return result;
}

host::ProgramResult run_openly(const Scenario& scenario, const Machine& machine,
                               const RunSettings& settings, sim::OpenMachine& open,
                               trace::Sink* sink, host::Output& output) {
  host::ProgramOptions options = options_of(scenario, machine, settings);
  sim::SeededChoices choices(machine.seed);
  options.choices = &choices;
  leave_order_open(options, scenario.directives, open);
  return run_options(options, sink, output);
}

}  // namespace loopscope::scenario
