#include "gui/panels/center.h"

#include <algorithm>

#include "gui/widgets/controls.h"
#include "gui/widgets/text.h"

namespace loopscope::gui {
namespace {

std::string_view name_of(Scene scene) {
  switch (scene) {
    case Scene::kLoop:
      return "Event loop";
    case Scene::kStreams:
      return "Streams";
    case Scene::kPool:
      return "Pool";
    case Scene::kThreads:
      return "Threads";
  }
  return "";
}

CommandId command_of(Scene scene) {
  switch (scene) {
    case Scene::kLoop:
      return CommandId::kLoopView;
    case Scene::kStreams:
      return CommandId::kStreamsView;
    case Scene::kPool:
      return CommandId::kPoolView;
    case Scene::kThreads:
      return CommandId::kThreadsView;
  }
  return CommandId::kLoopView;
}

}  // namespace

std::string CenterPanel::activity(Frame& frame) {
  const trace::AgentState* agent = frame.agent();
  if (agent == nullptr || frame.session.playback().position() == 0) return loop_activity(frame);
  if (m_scene == Scene::kThreads) return m_threads.activity(frame);
  if (m_scene == Scene::kStreams) return m_streams.activity(frame);
  if (m_scene == Scene::kPool && !agent->exit_code) return pool_activity(frame);
  return loop_activity(frame);
}

std::vector<Scene> CenterPanel::scenes_of(Frame& frame) {
  if (m_generation != frame.session.generation() || m_looked_at > frame.trace().size()) {
    m_generation = frame.session.generation();
    m_looked_at = 0;
    m_has_jobs = m_has_agents = false;
  }
  for (; m_looked_at < frame.trace().size(); ++m_looked_at) {
    const trace::Event& event = frame.trace().events[m_looked_at];
    m_has_jobs = m_has_jobs || trace::is<trace::Job>(event);
    m_has_agents = m_has_agents || trace::is<trace::AgentChange>(event);
  }
  std::vector<Scene> scenes = {Scene::kLoop};
  if (!frame.index().streams().streams().empty()) scenes.push_back(Scene::kStreams);
  if (m_has_jobs) scenes.push_back(Scene::kPool);
  if (m_has_agents) scenes.push_back(Scene::kThreads);
  return scenes;
}

void CenterPanel::draw(Frame& frame, const AppState& state, const Rect& rect) {
  const std::vector<Scene> scenes = scenes_of(frame);
  const Scene suiting = suiting_scene(frame.index(), m_has_agents);
  m_scene = state.scene && std::ranges::count(scenes, *state.scene) > 0 ? *state.scene : suiting;
  if (scenes.size() == 1) return m_loop.draw(frame, rect);

  Ui& ui = frame.ui;
  Rect inside = panel(ui, "loop", rect, "");
  begin_scroll("loop.content", rect,
               ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  // Always room for two lines, so that nothing moves when a sentence takes both.
  Rect status = inside.take_top(ui.px(m_scene == Scene::kStreams ? 72 : 52), ui.px(6));
  Rect head = status.take_top(ui.px(28), ui.px(2));
  draw_clock(frame, head);
  std::vector<std::string_view> names;
  names.reserve(scenes.size());
  for (const Scene scene : scenes) names.push_back(name_of(scene));
  const Rect tabs = head.take_left(std::min(ui.px(94) * static_cast<float>(scenes.size()), head.w));
  const auto chosen = static_cast<size_t>(std::ranges::find(scenes, m_scene) - scenes.begin());
  if (const auto clicked = segments(ui, "view", tabs, names, chosen))
    frame.commands.give(command_of(scenes[*clicked]));
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
  }
  end_scroll();
}

}  // namespace loopscope::gui
