#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "gui/player/child_process.h"
#include "gui/player/outcome_tree.h"

namespace loopscope::gui {

// What to explore, and how far.
struct ExploreRequest {
  std::filesystem::path loopscope;  // the command-line program
  std::filesystem::path script;
  std::string semantics;  // empty: the scenario's
  int64_t pause_ms = 8;   // how long the machine may keep the program from going on: a quiet one
  uint64_t max_runs = 300;
};

// The command line of that exploration.
std::vector<std::string> arguments_of(const ExploreRequest& request);

// The search for all outputs of a program, by a child that runs it again and again.
class Exploration {
 public:
  explicit Exploration(ExploreRequest request);

  // Reads what is there. True if something changed.
  bool pump();
  bool running() const { return m_child != nullptr; }
  double seconds() const;

  const ExploreRequest& request() const { return m_request; }
  // Nothing while it runs, and if it failed.
  const std::optional<OutcomeTree>& tree() const { return m_tree; }
  // What went wrong; empty: nothing did.
  const std::string& problem() const { return m_problem; }
  void stop();

 private:
  void finish(const ChildEnd& end);

  ExploreRequest m_request;
  std::unique_ptr<ChildProcess> m_child;
  std::string m_output;
  std::optional<OutcomeTree> m_tree;
  std::string m_problem;
  std::chrono::steady_clock::time_point m_begun = std::chrono::steady_clock::now();
};

}  // namespace loopscope::gui
