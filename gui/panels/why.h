#pragma once

#include <optional>

#include "core/lesson/explain.h"
#include "core/lesson/explain_stream.h"
#include "gui/panels/frame.h"

namespace loopscope::gui {

// What a selected stream does and why, or a followed chunk's way; else why the selected task, or
// the one that runs or ran last, ran when it did.
class WhyPanel {
 public:
  void draw(Frame& frame, const Rect& rect);

 private:
  void explain(Frame& frame);
  bool draw_message(Frame& frame, Rect inside);
  bool draw_stream(Frame& frame, Rect inside);
  bool draw_chunk(Frame& frame, Rect inside);
  float draw_link(Frame& frame, ImVec2 at, std::string_view name, std::string_view label,
                  const std::optional<trace::TaskIndex>& task, float width);

  lesson::Explanation m_explanation;
  trace::TaskIndex m_task;
  std::optional<uint64_t> m_console;
  uint32_t m_generation = 0;
  uint64_t m_size = 0;
};

}  // namespace loopscope::gui
