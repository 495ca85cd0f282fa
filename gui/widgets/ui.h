#pragma once

#include <imgui.h>

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "gui/theme/look.h"
#include "gui/widgets/rect.h"

namespace loopscope::gui {

// What widgets draw with, and where they tell what they drew. Made anew each frame.
class Ui {
 public:
  explicit Ui(const Look& look) : look(look) {}

  const Look& look;
  const Palette& palette() const { return look.palette; }
  const Fonts& fonts() const { return look.fonts; }
  float px(float units) const { return look.px(units); }

  // A control of that name stands there, as far as it can be seen. Names are unique in a frame.
  void place(std::string_view name, const Rect& rect);
  const std::map<std::string, Rect, std::less<>>& places() const { return m_places; }

  // What a panel says there in words, for whoever watches the app from outside.
  void say(std::string_view name, std::string_view text) { m_said[std::string(name)] = text; }
  const std::map<std::string, std::string, std::less<>>& said() const { return m_said; }

  // Text that had to be cut although it should have had room: a fault of the layout.
  void note_cut_text(std::string_view text) { m_cut_texts.emplace(text); }
  const std::set<std::string>& cut_texts() const { return m_cut_texts; }

  // Something moves: the next frame is wanted soon.
  void animate() { m_animating = true; }
  bool animating() const { return m_animating; }

 private:
  std::map<std::string, Rect, std::less<>> m_places;
  std::map<std::string, std::string, std::less<>> m_said;
  std::set<std::string> m_cut_texts;
  bool m_animating = false;
};

}  // namespace loopscope::gui
