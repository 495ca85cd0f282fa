#include "gui/panels/delay_chart.h"

#include <algorithm>

#include "core/trace/words.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/text.h"

namespace loopscope::gui {
namespace {

// A loop that does not look for longer is felt by whoever waits (Long Tasks API: 50 ms).
constexpr int64_t kFelt = 50'000'000;
constexpr int64_t kNoticed = 10'000'000;
// What passes in less is not worth being called waiting.
constexpr int64_t kAtOnce = 1'000;

ImU32 delay_colour(const Palette& p, int64_t delay_ns) {
  return delay_ns > kFelt ? p.bad : delay_ns > kNoticed ? p.warning : p.good;
}

}  // namespace

bool draw_delay_chart(Frame& frame, const Rect& rect, const MachineTracks& tracks, AgentId agent,
                      const View& view, int64_t scale_ns, std::vector<DelayShape>& shapes) {
  const MachineTracks::Agent* found = tracks.agent(agent);
  if (found == nullptr) return false;
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(rect.min(), rect.max(), faded(p.background, 0.6F), ui.px(2));
  prepare_delay(found->busy, view, tracks.now(), shapes);
  const auto y_of = [&](int64_t delay) {
    const double share =
        static_cast<double>(delay) / static_cast<double>(std::max<int64_t>(scale_ns, 1));
    return rect.bottom() - static_cast<float>(std::clamp(share, 0.0, 1.0)) * rect.h;
  };
  ImGui::PushClipRect(rect.min(), rect.max(), true);
  for (const DelayShape& shape : shapes) {
    const ImU32 colour = delay_colour(p, shape.whole_ns);
    const ImVec2 a{rect.x + shape.x0, y_of(shape.delay0_ns)};
    const ImVec2 b{rect.x + shape.x1, y_of(shape.delay1_ns)};
    list->AddQuadFilled({a.x, rect.bottom()}, a, b, {b.x, rect.bottom()}, faded(colour, 0.45F));
    list->AddLine(a, b, colour, ui.px(1.5F));
  }
  ImGui::PopClipRect();
  list->AddLine({rect.x, rect.bottom()}, rect.max(), p.border);
  if (!ImGui::IsWindowHovered() || !ImGui::IsMouseHoveringRect(rect.min(), rect.max()))
    return false;
  const int64_t ns = Scale(view).ns(static_cast<double>(ImGui::GetIO().MousePos.x - rect.x));
  const int64_t delay = tracks.delay_at(agent, ns);
  show_tooltip(ui, delay < kAtOnce ? "The loop is free: what becomes ready now runs at once."
                                   : "What becomes ready now waits " + trace::duration_text(delay) +
                                         " until the loop looks.");
  return true;
}

}  // namespace loopscope::gui
