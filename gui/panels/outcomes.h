#pragma once

#include <set>
#include <string>
#include <vector>

#include "gui/panels/app_state.h"
#include "gui/panels/frame.h"

namespace loopscope::gui {

// What else the program could print: the choices real Node leaves open as a tree, each distinct
// output, and whether these are all. Any branch can be opened in the player.
class OutcomesPanel {
 public:
  void draw(Frame& frame, const AppState& state, Rect rect);

 private:
  void draw_head(Frame& frame, const Exploration& exploration, Rect rect);
  void draw_waiting(Frame& frame, const Exploration& exploration, Rect rect);
  void draw_summary(Frame& frame, const OutcomeTree& tree, Rect& rect);
  void draw_tree(Frame& frame, const OutcomeTree& tree, Rect rect);
  void draw_row(Frame& frame, const OutcomeTree& tree, const OutcomeTree::Row& row, size_t number,
                const Rect& rect);
  void draw_outcomes(Frame& frame, const OutcomeTree& tree, Rect rect);
  void draw_output(Frame& frame, const OutcomeTree& tree, Rect rect);
  void look_at(Frame& frame, const OutcomeTree& tree);

  const OutcomeTree* m_tree = nullptr;
  std::set<size_t> m_folded;
  size_t m_chosen = 0;
  std::string m_choices;          // of the branch chosen; empty: the outcome's own
  std::optional<size_t> m_shown;  // the outcome of the run in the player
};

}  // namespace loopscope::gui
