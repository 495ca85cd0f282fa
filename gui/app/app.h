#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gui/app/report.h"
#include "gui/app/window.h"
#include "gui/panels/app_state.h"
#include "gui/panels/center.h"
#include "gui/panels/code.h"
#include "gui/panels/compare.h"
#include "gui/panels/console.h"
#include "gui/panels/overlays.h"
#include "gui/panels/quiz.h"
#include "gui/panels/timeline.h"
#include "gui/panels/why.h"
#include "gui/player/lockstep.h"
#include "gui/player/session.h"

namespace loopscope::gui {

// How the app is started.
struct AppOptions {
  std::filesystem::path loopscope;  // the command-line program beside the app
  std::filesystem::path scenarios;  // the folder of chapters
  std::filesystem::path file;       // to open
  std::optional<Mode> mode;
  std::filesystem::path report;  // for window tests
};

// The open sessions, what is shown of them, and every command.
class App {
 public:
  App(Window& window, AppOptions options);

  // Shows frames until the window is closed.
  void run();

 private:
  // One turn: what came meanwhile, and a frame if there is something new to see.
  void turn();
  bool pump();
  void play(float seconds);
  void draw(float seconds);
  void draw_explore(Frame& frame, Rect area);
  void draw_quiz(Frame& frame, Rect area);
  void draw_compare(Ui& ui, Rect area, float seconds);
  void apply_look();

  void read_keys();
  void carry_out(const Command& command);
  bool carry_out_step(const Command& command);
  bool carry_out_setting(const Command& command);
  bool carry_out_quiz(const Command& command);
  void select_task(int64_t task);
  // Goes to where it is handled.
  void select_request(uint32_t number);
  void step(Stop stop, Direction direction);
  void run_to_clicked_line();
  // `choices`: of an outcome; empty: the order to teach.
  void open(const std::filesystem::path& file, const std::string& choices = {});
  void set_mode(Mode mode);
  void compare_with(size_t side, const std::filesystem::path& file, const std::string& semantics);
  void compare_two();
  void compare_preset(size_t preset);
  std::vector<Playback*> playbacks();
  bool carry_out_outcomes(const Command& command);
  void explore(int64_t pause_ms);
  void start_quiz();
  void open_next_quiz();
  void check_quiz();
  void remember(const std::filesystem::path& file);
  void save_settings();
  Session::Options session_options(const std::string& semantics) const;
  Session& main() { return *m_session; }
  // The sessions on the screen.
  std::vector<Session*> shown();
  bool busy();

  Window& m_window;
  AppOptions m_options;
  AppState m_state;
  Look m_look;
  Report m_report;
  Commands m_commands;
  std::unique_ptr<Session> m_session;
  std::unique_ptr<QuizRound> m_quiz;
  std::vector<std::unique_ptr<Session>> m_sides;  // compared: two, or those of a preset
  Lockstep m_lockstep;
  std::map<std::string, Rect, std::less<>> m_places;

  CenterPanel m_center_panel;
  CodePanel m_code_panel;
  ConsolePanel m_console_panel;
  WhyPanel m_why_panel;
  TimelinePanel m_timeline_panel;
  QuizPanel m_quiz_panel;
  ComparePanel m_compare_panel;
  Overlays m_overlays;

  double m_last_turn = 0;
  double m_last_frame = 0;
  int m_frames_wanted = 3;
  bool m_animating = false;
  bool m_text_wanted = false;
  bool m_look_changed = true;
};

}  // namespace loopscope::gui
