#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/cluster/manager_command.h"
#include "core/js/line_request.h"
#include "core/js/readings.h"
#include "core/load/plan.h"
#include "core/os/network/network.h"
#include "core/os/synthetic_file.h"
#include "core/sim/choices.h"
#include "core/sim/cost_model.h"
#include "core/sim/semantics.h"
#include "core/trace/recorder.h"
#include "core/trace/types.h"

namespace loopscope::sim {
class OpenMachine;
}

namespace loopscope::host {

// Where a program's standard output and error go. Called on the thread that called run_program's
// baton holder, in program order; never concurrently.
class Output {
 public:
  virtual ~Output() = default;
  virtual void write_stdout(std::string_view bytes) = 0;
  virtual void write_stderr(std::string_view bytes) = 0;
};

// Bounds on what a script may take. Reaching one ends the run with exit code kLimitExitCode and one
// line on stderr that names the limit, the place and the option that raises it.
struct Limits {
  VirtualTime cpu_per_callback = VirtualTime::from_ms(10'000);
  VirtualTime cpu_total = VirtualTime::from_ms(60'000);
  uint64_t memory_bytes = 1ULL << 30;
  uint64_t trace_events = 5'000'000;
  uint64_t tick_starvation = 10'000'000;  // ticks and jobs in one drain
  int stall_s = 5;  // real seconds of processor time in one built-in, which costs no virtual time
};

inline constexpr int kLimitExitCode = 70;

struct ProgramOptions {
  std::filesystem::path script;            // absolute; the entry point
  std::optional<std::string> script_text;  // instead of what the script's file holds
  std::vector<std::string> args;           // process.argv from index 2
  std::vector<std::pair<std::string, std::string>> env;
  std::vector<os::SyntheticFile> files;  // that are there besides the real ones
  uint64_t seed = 0;                     // of their contents
  std::vector<load::Plan> loads;         // who uses its servers from outside
  sim::Semantics semantics;
  sim::CostModel costs;
  os::NetworkOptions network;
  sim::Choices* choices = nullptr;  // not owned, required
  // Not owned; null: what is open is decided as times, by `choices`. Else as orders, by this.
  sim::OpenMachine* open_machine = nullptr;
  trace::Recorder* recorder = nullptr;  // not owned; null: nothing is recorded
  Output* output = nullptr;             // not owned, required
  int cpus = 4;                         // os.cpus().length and the simulated cores
  Limits limits;
  Readings* readings = nullptr;  // not owned; to note, or to replay
  LineRequest lines;             // recorded only while readings are replayed
  // What is typed at a process manager, in order of time. If anything is, the manager is the run's
  // first process, and only what it starts runs.
  std::vector<cluster::TypedCommand> typed;
  std::optional<VirtualTime> until;  // stop the run at this virtual time
};

struct ProgramResult {
  int exit_code = 0;
  VirtualTime ended_at;
};

// Runs one Node program to its end on virtual time. Everything the program does goes to `output`
// and `recorder`; the host's files outside the script's folder, clock, network and randomness are
// not reachable from it.
ProgramResult run_program(const ProgramOptions& options);

}  // namespace loopscope::host
