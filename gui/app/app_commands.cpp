// What the app does for each command.

#include <algorithm>

#include "gui/app/app.h"
#include "gui/app/storage.h"
#include "gui/panels/scenes.h"

namespace loopscope::gui {
namespace {

namespace fs = std::filesystem;
using enum CommandId;

constexpr size_t kRecentKept = 8;

}  // namespace

void App::carry_out(const Command& command) {
  if (carry_out_step(command) || carry_out_setting(command) || carry_out_quiz(command) ||
      carry_out_outcomes(command))
    return;
  if (const auto scene = scene_of(command.id)) {
    m_state.scene = scene;
    return;
  }
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
    case kTypeAtManager:
      return main().type_at_manager(command.text);
    case kTakeBackTyped:
      return main().take_back_typed(static_cast<size_t>(command.number));
    case kSelectRequest:
      return select_request(static_cast<uint32_t>(command.number));
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

}  // namespace loopscope::gui
