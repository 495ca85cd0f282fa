#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "gui/panels/frame.h"

namespace loopscope::gui {

// The program: its files as tabs, where execution is and who scheduled it, breakpoints, variables;
// and, switched over, the editor.
class CodePanel {
 public:
  void draw(Frame& frame, const Rect& rect);

  bool editing() const { return m_editing; }
  void set_editing(bool editing) { m_editing = editing; }
  // The line last clicked, for commands about "the clicked line".
  std::optional<std::pair<std::string, uint32_t>> clicked_line() const;

 private:
  void follow(Frame& frame);
  void draw_head(Frame& frame, Rect rect);
  // A tab a file; a list where there is no room for all.
  void draw_tabs(Frame& frame, Rect& rect);
  void draw_file_list(Frame& frame, const Rect& rect);
  void draw_source(Frame& frame, const Rect& rect);
  void draw_variables(Frame& frame, Rect rect);
  void draw_editor(Frame& frame, const Rect& rect);

  bool m_editing = false;
  std::string m_file;                // shown
  std::vector<std::string> m_files;  // tabs, in the order execution came to them
  std::string m_followed;            // the location last brought into view
  std::optional<uint32_t> m_scroll_to;
  uint32_t m_clicked_line = 0;
  uint32_t m_generation = 0;
  const Session* m_session = nullptr;
  std::string m_edit_text;
  double m_edited_seconds_ago = -1;  // less than 0: nothing to run
  bool m_focus_editor = false;
};

}  // namespace loopscope::gui
