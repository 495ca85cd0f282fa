#pragma once

#include <memory>
#include <string>
#include <vector>

#include "gui/panels/frame.h"
#include "gui/panels/machine_strip.h"
#include "gui/panels/run_mark.h"
#include "gui/player/agent_story.h"
#include "gui/player/message_lines.h"

namespace loopscope::gui {

// The agents of a run: what each does or waits for, its queues and the messages to it; the memory
// they share and who waits for it; cores and pool threads beneath.
class ThreadsPanel {
 public:
  std::string activity(Frame& frame);
  void draw(Frame& frame, Rect rect);

 private:
  void renew(Frame& frame);
  void draw_deadlock(Frame& frame, Rect& rect, const std::string& text);
  void draw_agent(Frame& frame, const Rect& rect, const AgentRow& row);
  void draw_queues(Frame& frame, Rect rect, const AgentRow& row);
  void draw_messages(Frame& frame, Rect& rect, AgentId agent);
  void draw_cells(Frame& frame, Rect rect, const std::vector<CellRow>& cells);

  AgentStory m_story;
  std::unique_ptr<MessageLines> m_messages;
  MachineStrip m_machine;
  RunMark m_run;
};

}  // namespace loopscope::gui
