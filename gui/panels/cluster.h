#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "gui/panels/frame.h"
#include "gui/panels/run_mark.h"
#include "gui/player/cluster_story.h"
#include "gui/widgets/card.h"

namespace loopscope::gui {

// The processes of a run: the primary, the socket it listens at, its workers, and each connection
// on its way from one to the other.
class ClusterPanel {
 public:
  std::string activity(Frame& frame);
  void draw(Frame& frame, Rect rect);

 private:
  void renew(Frame& frame);
  void draw_primary(Frame& frame, const Rect& rect, AgentId primary, size_t workers);
  void draw_listener(Frame& frame, const Rect& rect, const Listener& listener);
  void draw_next(Frame& frame, Rect rect, const Listener& listener);
  void draw_workers(Frame& frame, Rect rect, ImVec2 socket,
                    const std::vector<const ProcessRow*>& rows, const Listener* listener);
  void draw_worker(Frame& frame, const Rect& rect, const ProcessRow& row, uint64_t most);
  void draw_taken(Frame& frame, const Rect& rect, const ProcessRow& row);
  void draw_given(Frame& frame, ImVec2 socket, const Listener& listener);
  // Filled, or a ring for a connection on which nothing is under way.
  void draw_token(Frame& frame, uint32_t connection, const Rect& target, ImU32 colour, bool filled);
  bool is_at_rest(Frame& frame, uint32_t connection) const;

  std::unique_ptr<ClusterStory> m_story;
  const ClusterState* m_state = nullptr;  // of this frame
  std::map<uint16_t, Rect> m_cards;       // of this frame's workers, by agent
  std::set<uint32_t> m_asked;             // connections on which a request is under way
  Rect m_socket;                          // where connections come from
  Motion m_motion;
  uint64_t m_position = 0;
  RunMark m_run;
};

}  // namespace loopscope::gui
