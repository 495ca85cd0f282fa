#include "gui/panels/compare.h"

#include <algorithm>

#include "gui/widgets/controls.h"

namespace loopscope::gui {

void ComparePanel::reset(size_t side) {
  m_loops[side] = {};
  m_consoles[side] = {};
  m_timelines[side] = {};
}

void ComparePanel::draw_side(Frame& frame, const AppState& state, size_t side, const Rect& rect) {
  Ui& ui = frame.ui;
  Rect rest = rect;
  ImGui::PushID(static_cast<int>(side));
  draw_choice(frame, state, side, rest.take_top(ui.px(34), ui.px(8)));
  const Rect timeline = rest.take_bottom(ui.px(124), ui.px(8));
  const Rect console = rest.take_bottom(std::max(rest.h * 0.26F, ui.px(92)), ui.px(8));
  m_loops[side].draw(frame, rest);
  m_consoles[side].draw(frame, console, false);
  m_timelines[side].draw(frame, timeline);
  ImGui::PopID();
}

void ComparePanel::draw_choice(Frame& frame, const AppState& state, size_t side, Rect rect) {
  Ui& ui = frame.ui;
  std::vector<std::string> titles;
  std::vector<std::string> paths;
  size_t chosen = SIZE_MAX;
  for (const lesson::Chapter& chapter : state.catalog)
    for (const lesson::Lesson& each : chapter.lessons) {
      if (each.file == frame.session.file()) chosen = titles.size();
      titles.push_back(each.title);
      paths.push_back(each.file.string());
    }
  if (chosen == SIZE_MAX) {
    chosen = titles.size();
    titles.push_back(frame.session.title());
    paths.push_back(frame.session.file().string());
  }
  const std::vector<std::string_view> views(titles.begin(), titles.end());
  const std::string name = side == 0 ? "left" : "right";
  const std::vector<std::string_view> versions = {"as it says", "node10", "node18",
                                                  "node20",     "node22", "node24"};
  const auto found = std::find(versions.begin(), versions.end(), frame.session.options().semantics);
  const Rect version = rect.take_right(ui.px(120), ui.px(8));
  if (const auto i =
          dropdown(ui, "compare.version." + name, version, versions,
                   found == versions.end() ? 0 : static_cast<size_t>(found - versions.begin())))
    frame.commands.give(CommandId::kCompareSemantics, static_cast<int64_t>(side),
                        *i == 0 ? "" : std::string(versions[*i]));
  if (const auto i = dropdown(ui, "compare.file." + name, rect, views, chosen))
    frame.commands.give(CommandId::kCompareFile, static_cast<int64_t>(side), paths[*i]);
}

}  // namespace loopscope::gui
