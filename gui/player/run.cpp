#include "gui/player/run.h"

#include <signal.h>

#include <array>
#include <chrono>
#include <cstring>

namespace loopscope::gui {
namespace {

constexpr size_t kChunk = size_t{256} * 1024;

// Whether the milliseconds of a frame are used up.
class Deadline {
 public:
  explicit Deadline(double milliseconds)
      : m_end(Clock::now() + std::chrono::microseconds(static_cast<int64_t>(milliseconds * 1e3))) {}
  bool passed() const { return Clock::now() >= m_end; }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point m_end;
};

std::string trimmed(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  constexpr std::string_view kPrefix = "loopscope: ";
  if (text.starts_with(kPrefix)) text.erase(0, kPrefix.size());
  return text;
}

}  // namespace

std::vector<std::string> arguments_of(const RunRequest& request) {
  std::vector<std::string> arguments = {request.loopscope.string(), "run", "--trace=-"};
  if (!request.semantics.empty()) arguments.push_back("--semantics=" + request.semantics);
  if (request.seed) arguments.push_back("--seed=" + std::to_string(*request.seed));
  if (!request.choices.empty()) arguments.push_back("--choices=" + request.choices);
  for (const std::string& command : request.typed) arguments.push_back("--pm2=" + command);
  if (!request.lines.empty()) arguments.push_back("--lines=" + request.lines);
  if (request.text) arguments.emplace_back("--text-from-stdin");
  arguments.push_back(request.script.string());
  return arguments;
}

Run::Run(const RunRequest& request)
    : m_recording(std::make_unique<Recording>(request.script.filename().string())),
      m_child(std::make_unique<ChildProcess>(arguments_of(request), request.text.value_or(""))) {
  if (m_child->error().empty()) return;
  m_problem = "The simulator could not be started: " + m_child->error();
  m_state = State::kEnded;
}

Run::Run(const std::filesystem::path& trace_file)
    : m_recording(std::make_unique<Recording>(trace_file.filename().string())),
      m_file(trace_file, std::ios::binary),
      m_budget(UINT64_MAX) {
  std::error_code error;
  const bool regular = std::filesystem::is_regular_file(trace_file, error);
  if (regular && m_file.is_open()) return;
  m_problem = trace_file.string() + (regular ? ": cannot be read" : ": no such file");
  m_state = State::kEnded;
}

bool Run::pump(double milliseconds) {
  if (m_state != State::kRunning) return false;
  const uint64_t before = m_recording->size();
  const bool came = m_child ? pump_child(milliseconds) : pump_file(milliseconds);
  m_recording->take_in();
  if (m_state == State::kRunning && m_recording->size() >= m_budget) m_state = State::kAtBudget;
  return came || m_recording->size() != before || m_state != State::kRunning;
}

bool Run::pump_child(double milliseconds) {
  const Deadline deadline(milliseconds);
  std::vector<char> buffer(kChunk);
  bool came = false;
  while (m_recording->trace().size() < m_budget && !deadline.passed()) {
    const size_t count = m_child->read(buffer);
    if (count == 0) break;
    came = true;
    m_heard = std::chrono::steady_clock::now();
    if (m_recording->feed({buffer.data(), count})) continue;
    m_problem = "The simulator wrote something that is no trace: " +
                m_recording->error().value_or(trace::ReadError{}).text();
    stop();
    return true;
  }
  if (m_child->output_ended()) end_child();
  return came;
}

bool Run::pump_file(double milliseconds) {
  const Deadline deadline(milliseconds);
  std::vector<char> buffer(kChunk);
  while (!deadline.passed()) {
    m_file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    const auto count = static_cast<size_t>(m_file.gcount());
    if (count > 0 && !m_recording->feed({buffer.data(), count})) break;
    if (m_file) continue;
    m_recording->finish();
    break;
  }
  if (m_recording->error()) {
    m_problem = m_recording->error()->text();
    m_state = State::kEnded;
  } else if (!m_file) {
    m_state = State::kEnded;
    if (m_recording->truncated())
      m_problem = "This trace is cut off: it is shown as far as it goes.";
  }
  return true;
}

void Run::end_child() {
  const std::optional<ChildEnd> end = m_child->end();
  if (!end) return;  // it closed its output and is about to end
  m_state = State::kEnded;
  m_recording->finish();
  tell_of_end(*end);
}

void Run::tell_of_end(const ChildEnd& end) {
  if (m_stopped) return;
  if (end.signal != 0) {
    m_problem = std::string("The simulator was killed (") + strsignal(end.signal) +
                "). What it told until then is shown.";
    return;
  }
  // A program's own failure is in its trace; the simulator speaks up only where there is none.
  const std::string message = trimmed(m_child->messages());
  if (!m_recording->has_header())
    m_problem = message.empty() ? "The simulator ended with code " + std::to_string(end.exit_code) +
                                      " and told nothing."
                                : message;
  else if (m_recording->truncated())
    m_problem = "The simulator ended in the middle of a line. What it told until then is shown.";
  else
    m_problem = message;
}

double Run::silent_seconds() const {
  if (m_state != State::kRunning) return 0;
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_heard).count();
}

void Run::more() {
  if (m_state != State::kAtBudget) return;
  m_budget = m_recording->size() + kBudget;
  m_heard = std::chrono::steady_clock::now();
  m_state = State::kRunning;
}

void Run::stop() {
  if (m_state == State::kEnded) return;
  m_stopped = true;
  if (m_child) m_child->kill();
  m_state = State::kEnded;
}

}  // namespace loopscope::gui
