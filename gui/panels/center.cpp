#include "gui/panels/center.h"

#include <algorithm>

#include "gui/widgets/controls.h"
#include "gui/widgets/text.h"

namespace loopscope::gui {
namespace {

// The room a tab takes beside its name, and at most.
constexpr float kTabPadding = 16;
constexpr float kWidestTab = 94;
// The room of the words before the clock.
constexpr float kClockCaption = 100;
// With fewer files there is nothing to arrange.
constexpr size_t kFilesToArrange = 3;

bool is_there(Scene scene, const trace::TimelineIndex& index, const RunContents& contents) {
  switch (scene) {
    case Scene::kLoop:
      return true;
    case Scene::kStreams:
      return !index.streams().streams().empty();
    case Scene::kPool:
      return contents.jobs;
    case Scene::kThreads:
      return contents.agents;
    case Scene::kCluster:
      return contents.processes;
    case Scene::kManager:
      return contents.managed;
    case Scene::kRequests:
      return !index.requests().requests().empty();
    case Scene::kArchitecture:
      return contents.layered || contents.files >= kFilesToArrange;
  }
  return false;
}

}  // namespace

std::string CenterPanel::activity(Frame& frame) {
  const trace::AgentState* agent = frame.agent();
  if (agent == nullptr || frame.session.playback().position() == 0) return loop_activity(frame);
  if (m_scene == Scene::kManager) return m_manager.activity(frame);
  if (m_scene == Scene::kRequests) return m_requests.activity(frame);
  if (m_scene == Scene::kArchitecture) return m_architecture.activity(frame);
  if (m_scene == Scene::kCluster) return m_cluster.activity(frame);
  if (m_scene == Scene::kThreads) return m_threads.activity(frame);
  if (m_scene == Scene::kStreams) return m_streams.activity(frame);
  if (m_scene == Scene::kPool && !agent->exit_code) return pool_activity(frame);
  return loop_activity(frame);
}

std::vector<const SceneTab*> CenterPanel::tabs_of(Frame& frame) {
  if (m_generation != frame.session.generation() || m_looked_at > frame.trace().size()) {
    m_generation = frame.session.generation();
    m_looked_at = 0;
    m_contents = {};
  }
  for (; m_looked_at < frame.trace().size(); ++m_looked_at)
    m_contents.take_in(frame.trace().events[m_looked_at]);
  const Layers& layers = m_architecture.layers(frame);
  m_contents.files = layers.file_count();
  m_contents.layered = layers.recognized();
  std::vector<const SceneTab*> tabs;
  for (const SceneTab& tab : scene_tabs())
    if (is_there(tab.scene, frame.index(), m_contents)) tabs.push_back(&tab);
  return tabs;
}

// The tabs at the left and the clock at the right; with many tabs the clock stands beneath.
void CenterPanel::draw_head(Frame& frame, Rect& status, std::span<const SceneTab* const> tabs) {
  Ui& ui = frame.ui;
  std::vector<std::string_view> names;
  float wanted = 0;
  size_t chosen = 0;
  for (const SceneTab* tab : tabs) {
    if (tab->scene == m_scene) chosen = names.size();
    names.push_back(tab->name);
    wanted += text_width(ui.fonts().bold, tab->name) + ui.px(kTabPadding);
  }
  Rect head = status.take_top(ui.px(28), ui.px(2));
  const float clock = clock_width(frame);
  if (wanted + clock + ui.px(kClockCaption) > head.w) {
    Rect right = status.take_right(clock, ui.px(8));
    draw_clock(frame, right);
  } else {
    draw_clock(frame, head);
  }
  const float most = ui.px(kWidestTab) * static_cast<float>(tabs.size());
  const Rect place = head.take_left(std::min(std::max(wanted, most), head.w));
  if (const auto clicked = segments(ui, "view", place, names, chosen))
    frame.commands.give(tabs[*clicked]->command);
}

void CenterPanel::draw(Frame& frame, const AppState& state, const Rect& rect) {
  const std::vector<const SceneTab*> tabs = tabs_of(frame);
  m_scene = suiting_scene(frame.index(), m_contents);
  if (state.scene && std::ranges::count(tabs, *state.scene, &SceneTab::scene) > 0)
    m_scene = *state.scene;
  if (tabs.size() == 1) return m_loop.draw(frame, rect);

  Ui& ui = frame.ui;
  Rect inside = panel(ui, "loop", rect, "");
  begin_scroll("loop.content", rect,
               ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  // Always room for two lines, so that nothing moves when a sentence takes both.
  Rect status = inside.take_top(ui.px(m_scene == Scene::kStreams ? 72 : 66), ui.px(6));
  draw_head(frame, status, tabs);
  draw_activity(frame, status, activity(frame));
  switch (m_scene) {
    case Scene::kLoop:
      m_loop.draw_ring(frame, inside);
      break;
    case Scene::kStreams:
      m_streams.draw(frame, inside);
      break;
    case Scene::kPool:
      m_pool.draw(frame, inside);
      break;
    case Scene::kThreads:
      m_threads.draw(frame, inside);
      break;
    case Scene::kCluster:
      m_cluster.draw(frame, inside);
      break;
    case Scene::kRequests:
      m_requests.draw(frame, inside);
      break;
    case Scene::kManager:
      m_manager.draw(frame, inside);
      break;
    case Scene::kArchitecture:
      m_architecture.draw(frame, inside);
      break;
  }
  end_scroll();
}

}  // namespace loopscope::gui
