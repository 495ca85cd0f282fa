#pragma once

#include <CLI/App.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/scenario/scenario.h"

namespace loopscope::cli {

// The options of every subcommand that runs a scenario.
struct RunOptions {
  std::optional<uint64_t> seed;
  std::optional<std::string> semantics;
  std::optional<std::string> until;
  std::optional<std::string> cpu_per_callback;
  std::optional<std::string> cpu_total;
  std::optional<std::string> memory;
  std::optional<uint64_t> events;
  std::optional<uint64_t> ticks;
  std::optional<int> stall_s;
  std::string lines;
  std::optional<std::string> choices;
  std::vector<std::string> typed;

  void add_to(CLI::App& command);
  // For those that make one run, which may be one that `explore` found.
  void add_choices_to(CLI::App& command);
  // Problems: a time or a size that is none, naming the option.
  scenario::Result<scenario::RunSettings> settings() const;
};

// Prints the problem as one line on stderr and returns the exit code for bad input.
int report(const scenario::Problem& problem);

// Says on stderr what was asked for and could not be done.
void report_notes(const scenario::RunNotes& notes);

}  // namespace loopscope::cli
