#include "core/cli/run_options.h"

#include <charconv>
#include <iostream>

#include "core/cli/exit_codes.h"
#include "core/lesson/quantities.h"

namespace loopscope::cli {

using scenario::Problem;

void RunOptions::add_to(CLI::App& command) {
  command
      .add_option("--seed", seed, "Which of the legal orders and latencies; 0 is the one to teach")
      ->check(CLI::NonNegativeNumber.description(""));
  command.add_option("--semantics", semantics,
                     "node10, node18, node20 (default), node22 or node24");
  command.add_option("--until", until, "Stop at this virtual time, such as 250ms");
  command
      .add_option("--pm2", typed,
                  "Type this at the process manager, such as \"2s reload api\"; may be repeated")
      ->allow_extra_args(false);
  const std::string limits = "Limits";
  command
      .add_option("--max-cpu-per-callback", cpu_per_callback,
                  "Virtual CPU time one callback may use (default 10s)")
      ->group(limits);
  command
      .add_option("--max-cpu", cpu_total,
                  "Virtual CPU time of each thread or process (default 60s)")
      ->group(limits);
  command.add_option("--max-memory", memory, "Memory the program may take (default 1GiB)")
      ->group(limits);
  command.add_option("--max-events", events, "Events in the trace (default 5000000)")
      ->group(limits);
  command
      .add_option("--max-ticks", ticks,
                  "Ticks and promise jobs before the loop must get a turn (default 10000000)")
      ->group(limits);
  command
      .add_option("--max-stall", stall_s,
                  "Real seconds one built-in may work, such as a regular expression (default 5)")
      ->group(limits)
      ->check(CLI::PositiveNumber);
}

void RunOptions::add_choices_to(CLI::App& command) {
  command.add_option(
      "--choices", choices,
      "What is decided where real Node leaves something open, as `explore` tells it");
}

namespace {

std::optional<Problem> read_time(const char* option, const std::optional<std::string>& text,
                                 VirtualTime& result) {
  if (!text) return std::nullopt;
  const std::optional<VirtualTime> time = lesson::parse_duration(*text);
  if (!time) return Problem{option, 0, "expected a time such as 250ms, not \"" + *text + "\""};
  result = *time;
  return std::nullopt;
}

// "all", or numbers of tasks with commas between.
std::optional<host::LineRequest> read_lines(std::string_view text) {
  host::LineRequest request;
  request.all = text == "all";
  if (request.all) return request;
  while (true) {
    const std::string_view number = text.substr(0, text.find(','));
    uint32_t task = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), task);
    if (error != std::errc() || end != number.data() + number.size()) return std::nullopt;
    request.tasks.insert(task);
    if (number.size() == text.size()) return request;
    text.remove_prefix(number.size() + 1);
  }
}

}  // namespace

scenario::Result<scenario::RunSettings> RunOptions::settings() const {
  scenario::RunSettings settings;
  settings.seed = seed;
  settings.semantics = semantics;
  settings.typed = typed;
  host::Limits& limits = settings.limits;
  if (auto problem = read_time("--max-cpu-per-callback", cpu_per_callback, limits.cpu_per_callback))
    return *problem;
  if (auto problem = read_time("--max-cpu", cpu_total, limits.cpu_total)) return *problem;
  VirtualTime stop;
  if (auto problem = read_time("--until", until, stop)) return *problem;
  if (until) settings.until = stop;
  if (memory) {
    const std::optional<uint64_t> bytes = lesson::parse_size(*memory);
    if (!bytes)
      return Problem{"--max-memory", 0, "expected a size such as 512MiB, not \"" + *memory + "\""};
    limits.memory_bytes = *bytes;
  }
  if (!lines.empty()) {
    const std::optional<host::LineRequest> request = read_lines(lines);
    if (!request)
      return Problem{"--lines", 0,
                     "expected all, or numbers of tasks such as 3,7, not \"" + lines + "\""};
    settings.lines = *request;
  }
  if (choices) {
    std::optional<std::vector<sim::Decision>> decisions = sim::decisions_from(*choices);
    if (!decisions || decisions->empty())
      return Problem{"--choices", 0, "expected what explore printed, such as clock:0/201*3"};
    settings.choices = std::move(*decisions);
  }
  limits.trace_events = events.value_or(limits.trace_events);
  limits.tick_starvation = ticks.value_or(limits.tick_starvation);
  limits.stall_s = stall_s.value_or(limits.stall_s);
  return settings;
}

int report(const Problem& problem) {
  std::cerr << "loopscope: " << problem.to_string() << '\n';
  return problem.file.starts_with("--") ? kUsage : kBadInput;
}

void report_notes(const scenario::RunNotes& notes) {
  if (notes.misfit)
    std::cerr << "loopscope: --choices: these are not this program's: " << *notes.misfit << '\n';
  if (notes.lines_left_out)
    std::cerr << "loopscope: --lines: of a program with several threads or processes no lines are "
                 "recorded\n";
}

}  // namespace loopscope::cli
