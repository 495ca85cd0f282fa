#include "gui/player/exploration.h"

#include <vector>

namespace loopscope::gui {

std::vector<std::string> arguments_of(const ExploreRequest& request) {
  std::vector<std::string> arguments = {request.loopscope.string(), "explore", "--json",
                                        "--pause=" + std::to_string(request.pause_ms) + "ms",
                                        "--max=" + std::to_string(request.max_runs)};
  if (!request.semantics.empty()) arguments.push_back("--semantics=" + request.semantics);
  arguments.push_back(request.script.string());
  return arguments;
}

Exploration::Exploration(ExploreRequest request)
    : m_request(std::move(request)),
      m_child(std::make_unique<ChildProcess>(arguments_of(m_request), "")) {
  if (m_child->error().empty()) return;
  m_problem = "The simulator could not be started: " + m_child->error();
  m_child.reset();
}

double Exploration::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begun).count();
}

bool Exploration::pump() {
  if (!m_child) return false;
  std::vector<char> buffer(size_t{64} * 1024);
  for (size_t count = m_child->read(buffer); count > 0; count = m_child->read(buffer))
    m_output.append(buffer.data(), count);
  if (!m_child->output_ended()) return false;
  const std::optional<ChildEnd> end = m_child->end();
  if (!end) return false;
  finish(*end);
  return true;
}

void Exploration::finish(const ChildEnd& end) {
  m_tree = OutcomeTree::parse(m_output);
  if (!m_tree) {
    m_problem = m_child->messages();
    while (!m_problem.empty() && m_problem.back() == '\n') m_problem.pop_back();
    if (m_problem.empty())
      m_problem = end.signal != 0 ? "The search was ended."
                                  : "The search ended with code " + std::to_string(end.exit_code) +
                                        " and told nothing.";
  }
  m_child.reset();
}

void Exploration::stop() {
  if (!m_child) return;
  m_child.reset();
  m_problem = "The search was stopped.";
}

}  // namespace loopscope::gui
