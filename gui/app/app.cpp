#include "gui/app/app.h"

#include <GLFW/glfw3.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "gui/app/storage.h"
#include "gui/panels/top_bar.h"
#include "gui/panels/transport.h"

namespace loopscope::gui {
namespace {

namespace fs = std::filesystem;

constexpr double kFrameSeconds = 1.0 / 60;
constexpr double kPumpMilliseconds = 10;

}  // namespace

App::App(Window& window, AppOptions options)
    : m_window(window), m_options(std::move(options)), m_report(m_options.report) {
  m_state.settings = read_settings(settings_file());
  m_state.catalog = lesson::read_catalog(m_options.scenarios);
  m_state.cards = lesson::interview_cards(m_options.scenarios);
  m_state.scores = lesson::read_scores(scores_file());
  open(m_options.file);
  if (m_options.mode) set_mode(*m_options.mode);
  if (!m_state.settings.tour_done) m_state.overlay = Overlay::kTour;
  m_last_turn = m_last_frame = now_seconds();
}

Session::Options App::session_options(const std::string& semantics) const {
  Session::Options options;
  options.loopscope = m_options.loopscope;
  options.semantics = semantics;
  return options;
}

std::vector<Session*> App::shown() {
  if (m_state.mode != Mode::kCompare) return {m_session.get()};
  std::vector<Session*> sessions;
  for (const auto& side : m_sides) sessions.push_back(side.get());
  return sessions;
}

std::vector<Playback*> App::playbacks() {
  std::vector<Playback*> playbacks;
  for (Session* session : shown()) playbacks.push_back(&session->playback());
  return playbacks;
}

void App::run() {
  while (!m_window.should_close()) turn();
}

bool App::busy() {
  for (Session* session : shown())
    if (session->run().state() == Run::State::kRunning || session->recording_lines()) return true;
  if (m_state.exploration && m_state.exploration->running()) return true;
  return m_quiz != nullptr && m_state.mode == Mode::kQuiz && !m_quiz->ready();
}

void App::turn() {
  const bool moving = m_animating || main().playback().playing() || m_lockstep.playing();
  const bool working = busy();
  // Nothing to do: sleep until somebody does something. A text cursor wants to blink.
  double wait = 1.0;
  if (m_text_wanted) wait = 0.25;
  if (moving || working || m_frames_wanted > 0)
    wait = std::max(0.0, m_last_frame + kFrameSeconds - now_seconds());
  if (m_window.wait(wait)) m_frames_wanted = 3;
  const double now = now_seconds();
  const auto seconds = static_cast<float>(now - m_last_turn);
  m_last_turn = now;
  if (pump()) m_frames_wanted = std::max(m_frames_wanted, 2);
  play(seconds);
  if (m_text_wanted) m_frames_wanted = std::max(m_frames_wanted, 1);
  // A run that is silent is told to be so, by the second.
  if (working && now - m_last_frame > 0.5) m_frames_wanted = std::max(m_frames_wanted, 1);
  if (!moving && m_frames_wanted == 0) return;
  if (now - m_last_frame < kFrameSeconds * 0.7) return;
  const auto since = static_cast<float>(now - m_last_frame);
  m_last_frame = now;
  --m_frames_wanted;
  m_frames_wanted = std::max(m_frames_wanted, 0);
  draw(since);
}

bool App::pump() {
  bool changed = false;
  for (Session* session : shown()) changed |= session->pump(kPumpMilliseconds);
  if (m_state.exploration) changed |= m_state.exploration->pump();
  if (m_quiz != nullptr && m_state.mode == Mode::kQuiz && !m_quiz->ready())
    changed |= m_quiz->pump();
  return changed;
}

void App::play(float seconds) {
  if (m_state.mode == Mode::kCompare) {
    if (m_lockstep.advance(playbacks(), static_cast<double>(seconds),
                           m_sides[0]->playback().speed()))
      m_frames_wanted = 2;
    return;
  }
  const bool ended = main().run().state() != Run::State::kRunning;
  if (main().playback().advance(static_cast<double>(seconds), main().breakpoints(), ended)) {
    main().selected_console.reset();
    main().selected_task = {};
    m_frames_wanted = 2;
  }
}

void App::apply_look() {
  if (!std::exchange(m_look_changed, false)) return;
  const Settings& settings = m_state.settings;
  m_look.palette = make_palette(settings.theme, settings.colour_blind);
  m_look.animated = settings.animations;
  const float scale = m_window.monitor_scale() * settings.font_scale;
  if (scale != m_look.scale || m_look.fonts.body == nullptr) {
    m_look.scale = scale;
    const std::string problem = load_fonts(m_look.fonts, scale);
    if (!problem.empty()) m_state.message = problem;
    m_window.renew_fonts();
  }
  apply_style(m_look);
}

void App::draw(float seconds) {
  apply_look();
  m_window.begin_frame();
  read_keys();
  Ui ui(m_look);
  Frame frame{ui, m_state.mode == Mode::kCompare ? *m_sides[0] : main(), m_commands, seconds};
  const Rect window = m_window.area();
  ImGui::PushFont(m_look.fonts.body);
  ImGui::SetNextWindowPos(window.min());
  ImGui::SetNextWindowSize(window.size());
  ImGui::Begin("main", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                   ImGuiWindowFlags_NoScrollWithMouse);
  Rect rest = window;
  draw_top_bar(frame, m_state, rest.take_top(ui.px(48)));
  rest = rest.inset(ui.px(8));
  if (const float height = notice_height(frame, m_state); height > 0)
    draw_notice(frame, m_state, rest.take_top(height, ui.px(8)));
  switch (m_state.mode) {
    case Mode::kExplore:
      draw_explore(frame, rest);
      break;
    case Mode::kQuiz:
      draw_quiz(frame, rest);
      break;
    case Mode::kCompare:
      draw_compare(ui, rest, seconds);
      break;
  }
  ImGui::End();
  m_overlays.draw(frame, m_state, window, m_places);
  ImGui::PopFont();
  m_text_wanted = ImGui::GetIO().WantTextInput;
  m_window.end_frame();
  m_animating = ui.animating();
  m_places = ui.places();
  m_report.write(ui, m_state, frame.session, m_quiz.get(), window, busy() || m_animating);
  for (const Command& command : m_commands.take()) {
    carry_out(command);
    m_frames_wanted = 3;
  }
}

void App::draw_explore(Frame& frame, Rect area) {
  Ui& ui = frame.ui;
  const float gap = ui.px(8);
  draw_transport(frame, area.take_bottom(ui.px(48), gap));
  // As high as its lanes would have it, but the rest stays what is looked at first.
  const float least = std::clamp(area.h * 0.24F, ui.px(128), ui.px(220));
  const float most = std::max(area.h * 0.40F, least);
  const float timeline = std::clamp(m_timeline_panel.wanted_height(ui), least, most);
  m_timeline_panel.draw(frame, area.take_bottom(timeline, gap));
  const float code = std::max(area.w * 0.30F, ui.px(340));
  m_code_panel.draw(frame, area.take_left(code, gap));
  const Rect right = area.take_right(std::max(area.w * 0.36F, ui.px(300)), gap);
  m_center_panel.draw(frame, m_state, area);
  Rect column = right;
  m_console_panel.draw(frame, column.take_top(column.h * 0.42F, gap));
  m_why_panel.draw(frame, column);
}

void App::draw_quiz(Frame& frame, Rect area) {
  Ui& ui = frame.ui;
  m_code_panel.draw(frame, area.take_left(area.w * 0.5F, ui.px(8)));
  if (m_quiz) m_quiz_panel.draw(frame, m_state, *m_quiz, area);
}

void App::draw_compare(Ui& ui, Rect area, float seconds) {
  const float gap = ui.px(8);
  int64_t now = 0;
  for (const Playback* run : playbacks()) now = std::max(now, elapsed_ns(*run));
  // A run that has ended stays at its end.
  const auto moment_of = [now](const Playback& run) {
    return run.position() == run.end() ? elapsed_ns(run) : now;
  };
  std::vector<Frame> frames;
  for (Session* side : shown())
    frames.push_back({ui, *side, m_commands, seconds, moment_of(side->playback())});
  draw_transport(frames[0], area.take_bottom(ui.px(48), gap));
  if (m_state.compare_preset) {
    m_compare_panel.draw_preset(frames, compare_presets()[*m_state.compare_preset], area);
    return;
  }
  m_compare_panel.draw_side(frames[0], m_state, 0, area.take_left((area.w - gap) / 2, gap));
  m_compare_panel.draw_side(frames[1], m_state, 1, area);
}

void App::read_keys() {
  const bool typing = ImGui::GetIO().WantTextInput;
  for (const Window::Key& key : m_window.take_keys()) {
    if (key.key == GLFW_KEY_ESCAPE) {
      m_commands.give(CommandId::kCloseOverlay);
      continue;
    }
    const bool ctrl = (key.mods & GLFW_MOD_CONTROL) != 0;
    const bool shift = (key.mods & GLFW_MOD_SHIFT) != 0;
    // While a field has the keys, only those with Ctrl that it does not use itself are commands.
    const bool function_key = key.key >= GLFW_KEY_F1 && key.key <= GLFW_KEY_F12;
    if (typing && !ctrl && !function_key) continue;
    for (const Shortcut& shortcut : shortcuts()) {
      const bool plus = shortcut.id == CommandId::kFaster;  // with and without Shift, by layout
      if (shortcut.key != key.key || shortcut.ctrl != ctrl || (shortcut.shift != shift && !plus))
        continue;
      m_commands.give(shortcut.id);
    }
  }
  for (const std::string& path : m_window.take_dropped())
    m_commands.give(CommandId::kOpenFile, -1, path);
}

}  // namespace loopscope::gui
