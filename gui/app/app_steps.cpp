// Moving in a run, and what is selected there.

#include <algorithm>
#include <array>

#include "gui/app/app.h"

namespace loopscope::gui {
namespace {

using enum CommandId;

struct StepCommand {
  CommandId id;
  Stop stop;
  Direction direction;
};

constexpr std::array kStepCommands = {
    StepCommand{kNextEvent, Stop::kEvent, Direction::kForward},
    StepCommand{kPreviousEvent, Stop::kEvent, Direction::kBack},
    StepCommand{kNextTask, Stop::kTask, Direction::kForward},
    StepCommand{kPreviousTask, Stop::kTask, Direction::kBack},
    StepCommand{kNextMicrotask, Stop::kMicrotask, Direction::kForward},
    StepCommand{kPreviousMicrotask, Stop::kMicrotask, Direction::kBack},
    StepCommand{kNextLine, Stop::kLine, Direction::kForward},
    StepCommand{kPreviousLine, Stop::kLine, Direction::kBack},
    StepCommand{kNextPhase, Stop::kPhase, Direction::kForward},
    StepCommand{kPreviousPhase, Stop::kPhase, Direction::kBack},
    StepCommand{kNextIteration, Stop::kIteration, Direction::kForward},
    StepCommand{kPreviousIteration, Stop::kIteration, Direction::kBack},
    StepCommand{kNextOutput, Stop::kConsole, Direction::kForward},
    StepCommand{kPreviousOutput, Stop::kConsole, Direction::kBack},
};

constexpr double kSlowest = 1;
constexpr double kFastest = 8192;

}  // namespace

bool App::carry_out_step(const Command& command) {
  for (const StepCommand& each : kStepCommands)
    if (each.id == command.id) return step(each.stop, each.direction), true;
  Session& session = *shown()[0];
  Playback& playback = session.playback();
  const bool comparing = m_state.mode == Mode::kCompare;
  const std::vector<Playback*> runs = playbacks();
  const auto all = [&](uint64_t position) {
    for (Playback* each : runs) each->seek(position);
  };
  switch (command.id) {
    case kPlayPause:
      if (comparing)
        m_lockstep.toggle(runs);
      else
        playback.playing() ? playback.pause() : playback.play();
      return true;
    case kSeek:
      playback.pause();
      playback.seek(static_cast<uint64_t>(command.number));
      session.selected_task = {};
      session.selected_console.reset();
      return true;
    case kSeekTime:
      playback.pause();
      m_lockstep.seek(runs, command.number);
      session.selected_task = {};
      session.selected_message.reset();
      session.selected_console.reset();
      return true;
    case kToStart:
      playback.pause();
      all(0);
      return true;
    case kToEnd:
      playback.pause();
      all(UINT64_MAX);
      return true;
    case kToBreakpoint:
      playback.pause();
      if (!playback.run_to_line(session.breakpoints().lines(), Direction::kForward))
        playback.seek(playback.end());
      return true;
    case kBackToBreakpoint:
      playback.pause();
      if (!playback.run_to_line(session.breakpoints().lines(), Direction::kBack)) playback.seek(0);
      return true;
    case kToCursor:
      run_to_clicked_line();
      return true;
    case kSetSpeed:
      playback.set_speed(static_cast<double>(command.number) / 1000);
      return true;
    case kFaster:
      playback.set_speed(std::min(playback.speed() * 2, kFastest));
      return true;
    case kSlower:
      playback.set_speed(std::max(playback.speed() / 2, kSlowest));
      return true;
    default:
      return false;
  }
}

void App::step(Stop stop, Direction direction) {
  Session& session = *shown()[0];
  session.playback().pause();
  session.selected_task = {};
  session.selected_console.reset();
  if (m_state.mode == Mode::kCompare) {
    m_lockstep.step(playbacks(), stop, direction);
    return;
  }
  if (stop == Stop::kLine)
    session.step_line(direction);
  else
    session.playback().step(stop, direction);
}

void App::run_to_clicked_line() {
  const auto line = m_code_panel.clicked_line();
  if (!line) return;
  main().playback().pause();
  const std::set<Breakpoints::Line> target = {{line->first, line->second}};
  if (!main().playback().run_to_line(target, Direction::kForward))
    m_state.message =
        "Execution does not come to line " + std::to_string(line->second) + " from here on.";
}

void App::select_request(uint32_t number) {
  const trace::RequestLife* request = main().run().recording().index().requests().find(number);
  if (request == nullptr) return;
  select_task(-1);
  main().selected_request = number;
  for (const auto& step : {request->handled, request->arrived, request->sent}) {
    if (!step) continue;
    main().playback().pause();
    main().playback().seek(step->value + 1);
    return;
  }
}

void App::select_task(int64_t task) {
  main().selected_console.reset();
  main().selected_message.reset();
  main().selected_task =
      task < 0 ? trace::TaskIndex{} : trace::TaskIndex{static_cast<uint32_t>(task)};
}

}  // namespace loopscope::gui
