#include "gui/player/session.h"

#include <algorithm>
#include <fstream>
#include <utility>

#include "core/lesson/directives.h"
#include "gui/player/location.h"

namespace loopscope::gui {
namespace {

namespace fs = std::filesystem;

// Longer runs are shown without lines until somebody asks for a task's: recording them all would
// take too long, and the trace too much.
constexpr uint64_t kEventsWithLines = 20'000;

bool is_line_detail(const trace::Event& event) {
  return trace::is<trace::Line>(event) || trace::is<trace::Return>(event);
}

}  // namespace

uint64_t corresponding_position(const trace::Trace& from, uint64_t position,
                                const trace::Trace& to) {
  uint64_t ordinary = 0;
  for (uint64_t step = 0; step < position; ++step) ordinary += !is_line_detail(from.events[step]);
  uint64_t step = 0;
  while (step < to.size() && ordinary > 0) ordinary -= !is_line_detail(to.events[step++]);
  return step;
}

Session::Session(const fs::path& file, Options options)
    : m_file(file), m_options(std::move(options)), m_is_trace_file(file.extension() == ".jsonl") {
  m_title = m_file.filename().string();
  m_sources = std::make_unique<Sources>(m_is_trace_file ? fs::path() : m_file);
  read_directives();
  start();
}

RunRequest Session::request(std::string lines) const {
  RunRequest request{m_options.loopscope, m_file,          std::nullopt,
                     m_options.semantics, m_options.seed,  m_options.choices,
                     m_options.typed,     std::move(lines)};
  if (m_edited) request.text = m_sources->main_text();
  return request;
}

void Session::start() {
  m_line_run.reset();
  m_tried_lines_of.clear();
  m_step_when_recorded = false;
  m_playback.reset();
  m_return_to.reset();
  m_run = m_is_trace_file ? std::make_unique<Run>(m_file) : std::make_unique<Run>(request(""));
  m_playback = std::make_unique<Playback>(m_run->recording());
  m_lines_considered = m_is_trace_file || !m_options.record_lines;
  m_error_line.reset();
  m_error_text.clear();
  selected_task = {};
  selected_console.reset();
  selected_message.reset();
  selected_request.reset();
  selected_agent = {};
  ++m_generation;
}

void Session::read_directives() {
  const auto directives =
      lesson::parse_directives(m_sources->main_text(), m_file.filename().string());
  if (!directives) return;
  m_title = directives->title.value_or(m_file.filename().string());
  m_lesson = directives->lesson.value_or("");
}

bool Session::pump(double milliseconds) {
  bool changed = m_run->pump(milliseconds);
  if (m_is_trace_file && !m_source_sought && m_run->recording().has_header())
    find_source_of_trace();
  if (m_return_to) return_to_moment();
  if (m_run->state() == Run::State::kEnded && !m_lines_considered) consider_line_run();
  if (m_line_run) {
    m_line_run->pump(milliseconds);
    if (m_line_run->state() != Run::State::kRunning) {
      adopt_line_run();
      changed = true;
    }
  }
  return changed;
}

// A trace tells the name of its program; it is looked for beside the trace.
void Session::find_source_of_trace() {
  m_source_sought = true;
  const fs::path beside = m_file.parent_path() / m_run->recording().trace().header.scenario;
  std::error_code error;
  if (!fs::is_regular_file(beside, error)) return;
  m_sources = std::make_unique<Sources>(beside);
  read_directives();
}

void Session::consider_line_run() {
  m_lines_considered = true;
  note_error();
  const uint64_t size = m_run->recording().size();
  if (size == 0 || size > kEventsWithLines) return;
  m_line_run = std::make_unique<Run>(request("all"));
}

void Session::record_lines_of(trace::TaskIndex task) {
  if (m_is_trace_file || m_line_run || !task) return;
  m_tried_lines_of.insert(m_run->recording().index().tasks().at(task).id.value);
  std::string tasks;
  for (const uint32_t each : m_tried_lines_of)
    tasks += (tasks.empty() ? "" : ",") + std::to_string(each);
  m_line_run = std::make_unique<Run>(request(tasks));
}

bool Session::all_lines_recorded() const {
  for (const auto& [name, value] : m_run->recording().trace().header.options)
    if (name == "lines" && value == "all") return true;
  return false;
}

void Session::step_line(Direction direction) {
  if (is_trace_file() || all_lines_recorded()) {
    m_playback->step(Stop::kLine, direction);
    return;
  }
  const Execution& here = execution();
  if (direction == Direction::kForward && here.task && !here.has_lines) {
    const auto next = m_run->recording().landmarks().next(Stop::kLine, m_playback->position());
    const trace::TaskLife& life = m_run->recording().index().tasks().at(here.task);
    const bool recorded = next && life.ended && *next <= life.ended->value;
    if (!recorded && !m_line_run && !m_tried_lines_of.contains(life.id.value)) {
      m_step_when_recorded = true;
      record_lines_of(here.task);
      return;
    }
  }
  const Landmarks& landmarks = m_run->recording().landmarks();
  const bool forward = direction == Direction::kForward;
  const uint64_t at = m_playback->position();
  const auto line = forward ? landmarks.next(Stop::kLine, at) : landmarks.previous(Stop::kLine, at);
  const auto task = forward ? landmarks.next(Stop::kTask, at) : landmarks.previous(Stop::kTask, at);
  if (!line || !task)
    m_playback->seek(line.value_or(task.value_or(forward ? m_playback->end() : 0)));
  else
    m_playback->seek(forward ? std::min(*line, *task) : std::max(*line, *task));
}

void Session::adopt_line_run() {
  // A run that failed, or is of a file changed meanwhile, tells nothing of this one.
  const std::unique_ptr<Run> line_run = std::exchange(m_line_run, nullptr);
  const trace::Trace& lines = line_run->recording().trace();
  const trace::Trace& before = m_run->recording().trace();
  const bool fits = line_run->problem() == m_run->problem() && lines.size() >= before.size() &&
                    lines.header.scenario_hash == before.header.scenario_hash;
  if (!fits) return;
  const uint64_t position = corresponding_position(before, m_playback->position(), lines);
  const bool playing = m_playback->playing();
  const double speed = m_playback->speed();
  if (selected_console)
    selected_console = corresponding_position(before, *selected_console + 1, lines) - 1;
  m_playback.reset();
  std::swap(*m_run, *line_run);
  m_playback = std::make_unique<Playback>(m_run->recording());
  m_playback->set_speed(speed);
  m_playback->seek(position);
  if (playing) m_playback->play();
  ++m_generation;
  if (std::exchange(m_step_when_recorded, false)) step_line(Direction::kForward);
}

void Session::note_error() {
  const trace::Trace& trace = m_run->recording().trace();
  for (const trace::Event& event : trace.events) {
    if (!trace::is<trace::Error>(event)) continue;
    const auto error = trace::unpack<trace::Error>(event);
    if (error.fate != trace::ErrorFate::uncaught &&
        error.fate != trace::ErrorFate::unhandled_rejection)
      continue;
    m_error_text = trace.view(error.text);
    const auto location = location_from(trace.view(error.location));
    if (location && location->file == m_sources->main_file()) m_error_line = location->line;
    return;
  }
}

void Session::rerun() {
  const bool was_playing = m_playback->playing();
  const double speed = m_playback->speed();
  if (!m_edited) {
    m_sources = std::make_unique<Sources>(m_sources->script());
    read_directives();
  }
  start();
  m_playback->set_speed(speed);
  if (was_playing) m_playback->play();
}

void Session::type_at_manager(const std::string& command) {
  const auto& events = m_run->recording().trace().events;
  if (m_is_trace_file || events.empty()) return;
  // Whole microseconds, rounded up: what was seen stays as it was.
  constexpr int64_t kNsOfUs = 1000;
  const int64_t us = (m_playback->now().ns + kNsOfUs - 1) / kNsOfUs;
  m_options.typed.push_back(std::to_string(us) + "us " + command);
  rerun_to_now();
}

void Session::take_back_typed(size_t which) {
  if (which >= m_options.typed.size()) return;
  m_options.typed.erase(m_options.typed.begin() + static_cast<std::ptrdiff_t>(which));
  rerun_to_now();
}

void Session::rerun_to_now() {
  const VirtualTime moment = m_playback->now();
  rerun();
  m_return_to = moment;
}

void Session::return_to_moment() {
  const auto& events = m_run->recording().trace().events;
  const auto after = std::ranges::upper_bound(events, *m_return_to, {}, &trace::Event::time);
  if (after == events.end() && m_run->state() == Run::State::kRunning) return;
  m_return_to.reset();
  m_playback->seek(static_cast<uint64_t>(after - events.begin()));
}

void Session::edit(std::string text) {
  if (m_is_trace_file || text == m_sources->main_text()) return;
  m_sources->set_main_text(std::move(text));
  m_edited = true;
  read_directives();
  rerun();
}

std::string Session::save() {
  if (!m_edited) return {};
  // Beside it first: a full disk must not cost the program.
  std::error_code error;
  const fs::path target = fs::canonical(m_file, error);
  fs::path fresh = target;
  fresh += ".new";
  std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
  out << m_sources->main_text();
  out.close();
  if (out && !error) fs::permissions(fresh, fs::status(target).permissions(), error);
  if (out && !error) fs::rename(fresh, target, error);
  if (!out || error) {
    fs::remove(fresh, error);
    return m_file.string() + ": cannot be written";
  }
  m_edited = false;
  return {};
}

const Execution& Session::execution() {
  const std::pair at(m_generation, m_playback->position());
  if (m_execution_at != at) {
    m_execution =
        execution_at(m_run->recording().index(), m_playback->state(), m_playback->position());
    m_execution_at = at;
  }
  return m_execution;
}

}  // namespace loopscope::gui
