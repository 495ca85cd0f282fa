// What the app does for each command.

#include <algorithm>
#include <array>

#include "gui/app/app.h"
#include "gui/app/storage.h"

namespace loopscope::gui {
namespace {

namespace fs = std::filesystem;
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
constexpr size_t kRecentKept = 8;

}  // namespace

void App::carry_out(const Command& command) {
  if (carry_out_step(command) || carry_out_setting(command) || carry_out_quiz(command)) return;
  switch (command.id) {
    case kOpenFile:
      m_state.overlay = Overlay::kNone;
      return open(command.text);
    case kOpenDialog:
      m_state.overlay = Overlay::kOpen;
      return;
    case kShowScenarios:
      m_state.overlay =
          m_state.overlay == Overlay::kScenarios ? Overlay::kNone : Overlay::kScenarios;
      return;
    case kShowSettings:
      m_state.overlay = Overlay::kSettings;
      return;
    case kShowShortcuts:
      m_state.overlay =
          m_state.overlay == Overlay::kShortcuts ? Overlay::kNone : Overlay::kShortcuts;
      return;
    case kShowTour:
      set_mode(Mode::kExplore);
      m_state.overlay = Overlay::kTour;
      m_state.tour_page = 0;
      return;
    case kTourPage:
      m_state.tour_page = static_cast<size_t>(command.number);
      if (m_state.tour_page < 5) return;
      [[fallthrough]];
    case kCloseOverlay:
      if (m_state.overlay == Overlay::kTour) {
        m_state.settings.tour_done = true;
        m_state.tour_page = 0;
        save_settings();
      }
      m_state.overlay = Overlay::kNone;
      return;
    case kExploreMode:
      return set_mode(Mode::kExplore);
    case kQuizMode:
      return set_mode(Mode::kQuiz);
    case kCompareMode:
      return set_mode(Mode::kCompare);
    case kLoopView:
      m_state.scene = Scene::kLoop;
      return;
    case kStreamsView:
      m_state.scene = Scene::kStreams;
      return;
    case kPoolView:
      m_state.scene = Scene::kPool;
      return;
    case kSelectStream:
      main().selected_stream.reset();
      if (command.number >= 0) main().selected_stream = static_cast<uint32_t>(command.number);
      return;
    case kFollowChunk:
      main().followed_chunk.reset();
      if (command.number >= 0) main().followed_chunk = static_cast<uint32_t>(command.number);
      return;
    case kDismissMessage:
      return m_state.message.clear();
    case kSelectTask:
      return select_task(command.number);
    case kSelectConsole:
      main().selected_console = static_cast<uint64_t>(command.number);
      main().playback().pause();
      main().playback().seek(static_cast<uint64_t>(command.number) + 1);
      main().selected_task = {};
      return;
    case kToggleBreakpoint:
      if (command.number > 0)
        main().breakpoints().toggle(command.text, static_cast<uint32_t>(command.number));
      else if (const auto line = m_code_panel.clicked_line())
        main().breakpoints().toggle(line->first, line->second);
      return;
    case kEditMode:
      return m_code_panel.set_editing(!m_code_panel.editing() && !main().is_trace_file());
    case kEditText:
      main().edit(command.text);
      if (m_state.mode == Mode::kQuiz) start_quiz();
      return;
    case kSave:
      m_state.message = main().save();
      return;
    case kRerun:
      return main().rerun();
    case kSearch:
      return m_timeline_panel.focus_search();
    case kMoreEvents:
      return main().run().more();
    case kStopRun:
      return main().run().stop();
    case kCompareFile:
      return compare_with(static_cast<size_t>(command.number), command.text, "");
    case kCompareSemantics:
      return compare_with(static_cast<size_t>(command.number),
                          m_sides[static_cast<size_t>(command.number)]->file(), command.text);
    default:
      return;
  }
}

void App::select_task(int64_t task) {
  main().selected_console.reset();
  main().selected_task =
      task < 0 ? trace::TaskIndex{} : trace::TaskIndex{static_cast<uint32_t>(task)};
}

bool App::carry_out_step(const Command& command) {
  for (const StepCommand& each : kStepCommands)
    if (each.id == command.id) return step(each.stop, each.direction), true;
  Session& session = *shown()[0];
  Playback& playback = session.playback();
  const bool comparing = m_state.mode == Mode::kCompare;
  const Lockstep::Pair pair = {&playback, comparing ? &m_sides[1]->playback() : &playback};
  const auto both = [&](uint64_t position) {
    for (Playback* each : pair) each->seek(position);
  };
  switch (command.id) {
    case kPlayPause:
      if (comparing)
        m_lockstep.toggle(pair);
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
      m_lockstep.seek(pair, command.number);
      session.selected_task = {};
      session.selected_console.reset();
      return true;
    case kToStart:
      playback.pause();
      both(0);
      return true;
    case kToEnd:
      playback.pause();
      both(UINT64_MAX);
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
    m_lockstep.step({&m_sides[0]->playback(), &m_sides[1]->playback()}, stop, direction);
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

void App::set_mode(Mode mode) {
  if (mode == m_state.mode) return;
  m_state.mode = mode;
  main().playback().pause();
  if (mode == Mode::kQuiz) {
    main().playback().seek(0);
    if (m_quiz == nullptr) start_quiz();
  }
  if (mode == Mode::kCompare) {
    if (m_sides[0] == nullptr || m_sides[0]->file() != main().file()) {
      compare_with(0, main().file(), main().options().semantics);
      compare_with(1, main().file(), main().options().semantics == "node10" ? "node20" : "node10");
    }
  }
}

void App::compare_with(size_t side, const fs::path& file, const std::string& semantics) {
  m_sides[side] = std::make_unique<Session>(file, session_options(semantics));
  m_compare_panel.reset(side);
}

void App::open(const fs::path& file) {
  std::error_code error;
  const fs::path absolute = fs::absolute(file, error);
  if (!fs::exists(absolute, error) && m_session != nullptr) {
    m_state.message = file.string() + ": no such file";
    return;
  }
  m_quiz.reset();
  m_session = std::make_unique<Session>(absolute, session_options(m_state.settings.semantics));
  // They keep what they derived from the session before.
  m_center_panel = {};
  m_state.scene.reset();
  m_code_panel = {};
  m_console_panel = {};
  m_why_panel = {};
  m_timeline_panel = {};
  m_window.set_title(m_session->title() + " – Loopscope");
  remember(absolute);
  if (m_state.mode == Mode::kCompare) set_mode(Mode::kExplore);
  if (m_state.mode == Mode::kQuiz) start_quiz();
}

void App::remember(const fs::path& file) {
  std::vector<std::string>& recent = m_state.settings.recent;
  std::erase(recent, file.string());
  recent.insert(recent.begin(), file.string());
  if (recent.size() > kRecentKept) recent.resize(kRecentKept);
  save_settings();
}

void App::save_settings() {
  if (!write_settings(settings_file(), m_state.settings))
    m_state.message = settings_file().string() + ": cannot be written";
}

bool App::carry_out_setting(const Command& command) {
  Settings& settings = m_state.settings;
  switch (command.id) {
    case kSetTheme:
      settings.theme = static_cast<ThemeKind>(command.number);
      break;
    case kSetColourBlind:
      settings.colour_blind = command.number != 0;
      break;
    case kSetFontScale:
      settings.font_scale = static_cast<float>(command.number) / 100;
      break;
    case kSetAnimations:
      settings.animations = command.number != 0;
      break;
    case kSetSemantics: {
      settings.semantics = command.text;
      const fs::path file = main().file();
      open(file);
      break;
    }
    default:
      return false;
  }
  m_look_changed = true;
  save_settings();
  return true;
}

void App::start_quiz() {
  std::string id = main().file().filename().string();
  for (const lesson::Chapter& chapter : m_state.catalog)
    for (const lesson::Lesson& each : chapter.lessons)
      if (each.file == main().file()) id = each.id;
  const auto attempts = m_state.scores.lessons.find(id);
  const uint32_t seed = attempts == m_state.scores.lessons.end() ? 0 : attempts->second.attempts;
  m_quiz = std::make_unique<QuizRound>(main(), id, seed);
}

void App::check_quiz() {
  m_quiz->check();
  if (!m_quiz->grade()) return;
  lesson::add_score(scores_file(), m_quiz->lesson_id(), *m_quiz->grade());
  m_state.scores = lesson::read_scores(scores_file());
}

// The next in the deck after the one open: first those never solved.
void App::open_next_quiz() {
  std::vector<const lesson::Lesson*> deck;
  size_t here = 0;
  for (const lesson::Chapter& chapter : m_state.catalog)
    for (const lesson::Lesson& each : chapter.lessons) {
      if (each.file == main().file()) here = deck.size();
      if (each.quiz) deck.push_back(&each);
    }
  if (deck.empty()) return;
  for (size_t i = 1; i <= deck.size(); ++i) {
    const lesson::Lesson& next = *deck[(here + i) % deck.size()];
    const auto score = m_state.scores.lessons.find(next.id);
    if (score == m_state.scores.lessons.end() || score->second.solved == 0) return open(next.file);
  }
  open(deck[(here + 1) % deck.size()]->file);
}

bool App::carry_out_quiz(const Command& command) {
  switch (command.id) {
    case kQuizMove:
      if (m_quiz)
        m_quiz->move(static_cast<size_t>(command.number / 1000),
                     static_cast<size_t>(command.number % 1000));
      return true;
    case kQuizType:
      if (m_quiz) m_quiz->type(command.text);
      return true;
    case kQuizCheck:
      if (m_quiz) check_quiz();
      return true;
    case kQuizAgain:
      if (m_quiz) m_quiz->again();
      return true;
    case kQuizWatch:
      set_mode(Mode::kExplore);
      main().playback().seek(0);
      main().playback().play();
      return true;
    case kNextQuiz:
      open_next_quiz();
      return true;
    default:
      return false;
  }
}

}  // namespace loopscope::gui
