#include "gui/widgets/card.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "gui/widgets/text.h"

namespace loopscope::gui {

void draw_card(Ui& ui, const Rect& rect, const Card& card, bool hovered) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Palette& p = ui.palette();
  const float round = ui.px(5);
  const ImU32 fill = mixed(p.raised, card.colour, hovered ? 0.26F : card.next ? 0.18F : 0.08F);
  list->AddRectFilled(rect.min(), rect.max(), fill, round);
  list->AddRectFilled(rect.min(), {rect.x + ui.px(4), rect.bottom()}, card.colour, round,
                      ImDrawFlags_RoundCornersLeft);
  if (card.selected) list->AddRect(rect.min(), rect.max(), p.accent, round, 0, ui.px(2));
  Rect inside = rect.inset(ui.px(10), 0);
  inside.w += ui.px(4);
  const float note = std::min(text_width(ui.fonts().small, card.note), inside.w * 0.6F);
  if (inside.w - note > ui.px(44)) {
    const Rect right = inside.take_right(note + 1, ui.px(8));
    draw_text(ui, ui.fonts().small, right, p.dim, card.note, Fit::kMayCut, Align::kRight);
  }
  draw_text(ui, ui.fonts().body, inside, p.text, card.name);
}

Rect Motion::place(Ui& ui, uint64_t thing, const Rect& target, const Rect& origin) {
  if (!ui.look.animated) return target;
  const auto [found, is_new] = m_bodies.try_emplace(thing, Body{m_share < 1 ? origin : target});
  Body& body = found->second;
  body.seen = true;
  const auto move = [&](float& from, float to) {
    from += (to - from) * m_share;
    if (std::abs(to - from) < 0.5F) from = to;
    return from != to;
  };
  // Not short-circuited: each side moves.
  const std::array moved = {move(body.rect.x, target.x), move(body.rect.y, target.y),
                            move(body.rect.w, target.w), move(body.rect.h, target.h)};
  if (std::find(moved.begin(), moved.end(), true) != moved.end()) ui.animate();
  return body.rect;
}

void Motion::end_frame(float seconds, bool jump) {
  std::erase_if(m_bodies, [](const auto& entry) { return !entry.second.seen; });
  for (auto& [thing, body] : m_bodies) body.seen = false;
  // Nine tenths of the way in a sixth of a second.
  m_share = jump ? 1.0F : 1.0F - std::exp(-14.0F * std::min(seconds, 0.05F));
}

}  // namespace loopscope::gui
