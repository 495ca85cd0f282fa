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

// The preset that begins with that program.
std::optional<size_t> preset_with(const std::vector<lesson::Chapter>& catalog,
                                  const fs::path& file) {
  for (size_t i = 0; i < compare_presets().size(); ++i) {
    const lesson::Lesson* lesson =
        lesson::find_lesson(catalog, std::string(compare_presets()[i].runs.front().lesson));
    if (lesson != nullptr && lesson->file == file) return i;
  }
  return std::nullopt;
}

}  // namespace

void App::carry_out(const Command& command) {
  if (carry_out_step(command) || carry_out_setting(command) || carry_out_quiz(command) ||
      carry_out_outcomes(command))
    return;
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
    case kThreadsView:
      m_state.scene = Scene::kThreads;
      return;
    case kSelectAgent:
      main().selected_agent = AgentId{static_cast<uint16_t>(std::max<int64_t>(command.number, 0))};
      main().selected_stream.reset();
      main().followed_chunk.reset();
      return;
    case kSelectMessage:
      main().selected_message.reset();
      if (command.number < 0) return;
      select_task(-1);
      main().selected_message = static_cast<uint32_t>(command.number);
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
      main().selected_message.reset();
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
    case kComparePreset:
      return command.number < 0 ? compare_two()
                                : compare_preset(static_cast<size_t>(command.number));
    case kCompareSemantics:
      return compare_with(static_cast<size_t>(command.number),
                          m_sides[static_cast<size_t>(command.number)]->file(), command.text);
    default:
      return;
  }
}

void App::select_task(int64_t task) {
  main().selected_console.reset();
  main().selected_message.reset();
  main().selected_task =
      task < 0 ? trace::TaskIndex{} : trace::TaskIndex{static_cast<uint32_t>(task)};
}

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

void App::set_mode(Mode mode) {
  if (mode == m_state.mode) return;
  m_state.mode = mode;
  main().playback().pause();
  if (mode == Mode::kQuiz) {
    main().playback().seek(0);
    if (m_quiz == nullptr) start_quiz();
  }
  if (mode == Mode::kCompare) {
    const bool of_this = m_state.compare_preset
                             ? !m_sides.empty()
                             : m_sides.size() == 2 && m_sides[0]->file() == main().file();
    if (of_this) return;
    const auto preset = preset_with(m_state.catalog, main().file());
    if (preset)
      compare_preset(*preset);
    else
      compare_two();
  }
}

void App::compare_two() {
  m_state.compare_preset.reset();
  m_sides.clear();
  m_sides.resize(2);
  const std::string& semantics = main().options().semantics;
  compare_with(0, main().file(), semantics);
  compare_with(1, main().file(), semantics == "node10" ? "node20" : "node10");
}

void App::compare_preset(size_t preset) {
  std::vector<std::unique_ptr<Session>> sides;
  for (const CompareRun& run : compare_presets()[preset].runs) {
    const lesson::Lesson* lesson = lesson::find_lesson(m_state.catalog, std::string(run.lesson));
    if (lesson == nullptr) {
      m_state.message = std::string(run.lesson) + ": no such scenario";
      return m_sides.empty() ? compare_two() : void();
    }
    sides.push_back(std::make_unique<Session>(lesson->file, session_options("")));
  }
  m_sides = std::move(sides);
  m_state.compare_preset = preset;
  m_compare_panel.reset_preset();
}

void App::compare_with(size_t side, const fs::path& file, const std::string& semantics) {
  m_sides[side] = std::make_unique<Session>(file, session_options(semantics));
  m_compare_panel.reset(side);
}

void App::open(const fs::path& file, const std::string& choices) {
  std::error_code error;
  const fs::path absolute = fs::absolute(file, error);
  if (!fs::exists(absolute, error) && m_session != nullptr) {
    m_state.message = file.string() + ": no such file";
    return;
  }
  m_quiz.reset();
  Session::Options options = session_options(m_state.settings.semantics);
  options.choices = choices;
  // What was explored is of use as long as the program is the same.
  if (m_session == nullptr || m_session->file() != absolute) m_state.exploration.reset();
  m_session = std::make_unique<Session>(absolute, std::move(options));
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

void App::explore(int64_t pause_ms) {
  ExploreRequest request;
  request.loopscope = m_options.loopscope;
  request.script = main().file();
  request.semantics = main().options().semantics;
  request.pause_ms = pause_ms;
  m_state.exploration = std::make_unique<Exploration>(std::move(request));
}

bool App::carry_out_outcomes(const Command& command) {
  switch (command.id) {
    case kOutcomes: {
      if (main().is_trace_file() || main().edited()) {
        m_state.message = main().edited() ? "Save the program first (Ctrl+S): what is explored is "
                                            "the file."
                                          : "A trace is one run; its program is needed to find "
                                            "the others.";
        return true;
      }
      set_mode(Mode::kExplore);
      m_state.overlay = Overlay::kOutcomes;
      const Exploration* known = m_state.exploration.get();
      if (known == nullptr || known->request().semantics != main().options().semantics)
        explore(ExploreRequest{}.pause_ms);
      return true;
    }
    case kExploreAgain:
      explore(command.number);
      return true;
    case kStopExploring:
      if (m_state.exploration) m_state.exploration->stop();
      return true;
    case kOpenOutcome: {
      m_state.overlay = Overlay::kNone;
      const fs::path file = main().file();
      open(file, command.text);
      return true;
    }
    default:
      return false;
  }
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
