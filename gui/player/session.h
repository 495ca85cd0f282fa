#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "gui/player/breakpoints.h"
#include "gui/player/call_stack.h"
#include "gui/player/playback.h"
#include "gui/player/run.h"
#include "gui/player/sources.h"

namespace loopscope::gui {

// One open scenario or trace: its run, the position in it, its sources and edits, what is selected.
//
// A scenario is run at once; when its trace turns out short enough it is run again with all lines
// recorded, which changes nothing but adds the lines, and takes the first run's place.
class Session {
 public:
  struct Options {
    std::filesystem::path loopscope;  // the command-line program
    std::string semantics;            // empty: the scenario's
    std::optional<uint64_t> seed;
    std::string choices;  // what is decided where Node leaves it open; empty: the order to teach
    std::vector<std::string> typed;  // at the process manager, besides what the scenario types
    bool record_lines = true;
  };

  // A program, or a trace by its extension .jsonl.
  Session(const std::filesystem::path& file, Options options);

  // Brings in what the run has told meanwhile. True if something changed.
  bool pump(double milliseconds);

  // Runs once more, with the text as edited.
  void rerun();
  // Types something at the process manager at the moment shown: the program runs again, up to that
  // moment as before, and it is shown again when the run has come there.
  void type_at_manager(const std::string& command);
  // Takes that back, by its place in options().typed.
  void take_back_typed(size_t which);
  // The program's text as edited; runs it.
  void edit(std::string text);
  bool edited() const { return m_edited; }
  // Writes the edited text to the program's file. Empty, or what went wrong.
  std::string save();

  // One line on or back. In a long run whose lines are not all recorded, those of the running task
  // are fetched first, and the step is made when they are there; between such tasks it goes to the
  // next task.
  void step_line(Direction direction);
  // Records the lines of this task too, in a long run whose lines are not all recorded.
  void record_lines_of(trace::TaskIndex task);
  bool recording_lines() const { return m_line_run != nullptr; }

  const std::filesystem::path& file() const { return m_file; }
  // The file's name, or the scenario's @title.
  const std::string& title() const { return m_title; }
  const std::string& lesson() const { return m_lesson; }
  bool is_trace_file() const { return m_is_trace_file; }
  // Where the first uncaught error of an edited program is written: the program does not run.
  std::optional<uint32_t> error_line() const { return m_error_line; }
  const std::string& error_text() const { return m_error_text; }

  Run& run() { return *m_run; }
  const Run& run() const { return *m_run; }
  Playback& playback() { return *m_playback; }
  const Playback& playback() const { return *m_playback; }
  Breakpoints& breakpoints() { return m_breakpoints; }
  const Breakpoints& breakpoints() const { return m_breakpoints; }
  Sources& sources() { return *m_sources; }
  const Options& options() const { return m_options; }

  // What executes at the position. Worked out once a position.
  const Execution& execution();
  // One more each time the run was replaced: what was derived from it is out of date.
  uint32_t generation() const { return m_generation; }

  // A selected stream, and a chunk that is followed, by what it stems from: by their numbers.
  std::optional<uint32_t> selected_stream;
  std::optional<uint32_t> followed_chunk;
  // The agent whose loop and queues are shown.
  AgentId selected_agent;
  // A selected message and a selected request, by their numbers.
  std::optional<uint32_t> selected_message;
  std::optional<uint32_t> selected_request;
  // A selected task; none: the running one is meant.
  trace::TaskIndex selected_task;
  // A selected console line, by its event.
  std::optional<uint64_t> selected_console;

 private:
  RunRequest request(std::string lines) const;
  void start();
  void rerun_to_now();
  void return_to_moment();
  void read_directives();
  void consider_line_run();
  void adopt_line_run();
  bool all_lines_recorded() const;
  void note_error();
  void find_source_of_trace();

  std::filesystem::path m_file;
  Options m_options;
  bool m_is_trace_file = false;
  bool m_edited = false;
  std::string m_title;
  std::string m_lesson;
  std::unique_ptr<Sources> m_sources;
  std::unique_ptr<Run> m_run;
  std::unique_ptr<Playback> m_playback;
  std::unique_ptr<Run> m_line_run;  // on its way to take m_run's place
  bool m_lines_considered = false;
  bool m_step_when_recorded = false;
  std::set<uint32_t> m_tried_lines_of;  // tasks by number
  bool m_source_sought = false;
  std::optional<VirtualTime> m_return_to;  // shown again as soon as the run has come there
  Breakpoints m_breakpoints;
  std::optional<uint32_t> m_error_line;
  std::string m_error_text;
  uint32_t m_generation = 0;
  Execution m_execution;
  std::optional<std::pair<uint32_t, uint64_t>> m_execution_at;  // generation, position
};

// The position in `to` that corresponds to one in `from`, two recordings of the same run of which
// either may have lines recorded.
uint64_t corresponding_position(const trace::Trace& from, uint64_t position,
                                const trace::Trace& to);

}  // namespace loopscope::gui
