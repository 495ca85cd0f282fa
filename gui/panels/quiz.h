#pragma once

#include <optional>
#include <string>

#include "gui/panels/app_state.h"
#include "gui/panels/frame.h"
#include "gui/player/quiz_round.h"

namespace loopscope::gui {

// The quiz about the program beside it: the lines to bring into order, and after the check what was
// right, and why.
class QuizPanel {
 public:
  void draw(Frame& frame, const AppState& state, const QuizRound& round, const Rect& rect);

 private:
  float draw_lines(Frame& frame, const QuizRound& round, Rect rect);
  void draw_line(Frame& frame, const QuizRound& round, const Rect& rect, size_t place, bool lifted);
  void handle_drag(Frame& frame, const QuizRound& round, const Rect& rect, float step);
  float draw_verdict(Frame& frame, const QuizRound& round, ImVec2 at, float width);
  void draw_typing(Frame& frame, Rect rect);
  void draw_buttons(Frame& frame, const QuizRound& round, Rect rect);

  std::string m_typed;
  std::optional<size_t> m_dragged;
  float m_drag_offset = 0;
};

}  // namespace loopscope::gui
