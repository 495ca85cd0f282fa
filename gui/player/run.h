#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gui/player/child_process.h"
#include "gui/player/recording.h"

namespace loopscope::gui {

// What to run, and how. Empty fields leave it to the scenario and the defaults.
struct RunRequest {
  std::filesystem::path loopscope;  // the command-line program
  std::filesystem::path script;
  std::optional<std::string> text;  // run this instead of what the file holds
  std::string semantics;
  std::optional<uint64_t> seed;
  std::string choices;             // as explore tells them; empty: the order to teach
  std::vector<std::string> typed;  // at the process manager: "2s reload api"
  std::string lines;               // tasks whose lines to record: "all", or numbers with commas
};

// The command line of that run.
std::vector<std::string> arguments_of(const RunRequest& request);

// One recording coming in: from a child that runs a scenario, or from a trace file.
//
// Whatever the child does (it crashes, is killed, writes garbage, never ends) what it has told so
// far stays, and problem() says in words what happened. After `budget` events reading stops, and
// with it, by the full pipe, the child; more() goes on.
class Run {
 public:
  static constexpr uint64_t kBudget = 250'000;

  explicit Run(const RunRequest& request);
  // A trace file.
  explicit Run(const std::filesystem::path& trace_file);

  // Reads and takes in what is there, for about so many milliseconds at most. True if anything
  // came.
  bool pump(double milliseconds);

  enum class State : uint8_t { kRunning, kAtBudget, kEnded };
  State state() const { return m_state; }
  // Reads on beyond the budget.
  void more();
  // Ends the child. What it has told stays.
  void stop();

  const Recording& recording() const { return *m_recording; }
  // Seconds since the simulator last told anything, while it runs.
  double silent_seconds() const;
  // What went wrong, one or a few lines; empty: nothing did.
  const std::string& problem() const { return m_problem; }
  bool is_file() const { return m_child == nullptr; }

 private:
  bool pump_child(double milliseconds);
  bool pump_file(double milliseconds);
  void end_child();
  void tell_of_end(const ChildEnd& end);

  std::unique_ptr<Recording> m_recording;
  std::unique_ptr<ChildProcess> m_child;
  std::ifstream m_file;
  State m_state = State::kRunning;
  uint64_t m_budget = kBudget;
  bool m_stopped = false;
  std::chrono::steady_clock::time_point m_heard = std::chrono::steady_clock::now();
  std::string m_problem;
};

}  // namespace loopscope::gui
