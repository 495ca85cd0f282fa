#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/js/program.h"
#include "core/lesson/directives.h"
#include "core/lesson/result.h"
#include "core/os/network/network.h"
#include "core/sim/choices.h"
#include "core/trace/trace.h"

namespace loopscope::sim {
class OpenMachine;
}

namespace loopscope::scenario {

using lesson::Directives;
using lesson::Problem;
using lesson::Result;

// A program and what it says of its machine, read from a file.
struct Scenario {
  std::filesystem::path script;  // absolute
  std::string name;              // the file's name, as messages and traces show it
  std::string content_hash;      // of the script's bytes, to tell whether a trace fits it
  Directives directives;
  std::optional<std::string> text;  // its text, where that is not what the file holds
};

// Reads a scenario. Problems: no such file, not a regular file, a wrong directive. `text` is what
// the file is taken to hold: a program that is being edited.
Result<Scenario> load(const std::filesystem::path& path,
                      std::optional<std::string> text = std::nullopt);

// What the caller decides; a field left empty is the scenario's to decide, then the default's.
struct RunSettings {
  std::optional<uint64_t> seed;
  std::optional<std::string> semantics;
  std::optional<VirtualTime> until;
  std::vector<std::string> args;
  host::Limits limits;
  // What was decided where real Node leaves something open, as the explorer tells it, instead of by
  // the seed. Later decisions are option 0.
  std::vector<sim::Decision> choices;
  // Typed at the process manager besides what the scenario says: "2s reload api".
  std::vector<std::string> typed;
  host::LineRequest lines;  // of which tasks to record the lines; the trace is else the same
};

// The machine a scenario runs on, with every default filled in.
struct Machine {
  sim::Semantics semantics;
  uint64_t seed = 0;
  int cpus = 4;
  sim::CostModel costs;
  os::NetworkOptions network;
  std::vector<cluster::TypedCommand> typed;  // in order of time
};

// Problems: semantics of an unknown name, a command that the process manager does not know, a
// directive that nothing can carry out yet.
Result<Machine> compose(const Scenario& scenario, const RunSettings& settings);

// The header of the trace that a run of the scenario on the machine makes.
trace::Header header_of(const Scenario& scenario, const Machine& machine,
                        const RunSettings& settings);

// What somebody who asked for a run should know about it.
struct RunNotes {
  std::optional<std::string> misfit;  // where the choices were not those of this program
  bool lines_left_out = false;        // lines were asked for, and it has several agents
};

// Runs the scenario to its end. `sink` gets the trace's events; null: none are recorded.
host::ProgramResult run(const Scenario& scenario, const Machine& machine,
                        const RunSettings& settings, trace::Sink* sink, host::Output& output,
                        RunNotes* notes = nullptr);

// Runs it with its order open, and nothing of the machine's costing more time than it must.
host::ProgramResult run_openly(const Scenario& scenario, const Machine& machine,
                               const RunSettings& settings, sim::OpenMachine& open,
                               trace::Sink* sink, host::Output& output);

}  // namespace loopscope::scenario
