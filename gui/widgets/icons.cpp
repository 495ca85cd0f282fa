#include "gui/widgets/icons.h"

#include <cmath>

namespace loopscope::gui {
namespace {

// A pen on a square of side 2 around the icon's centre.
struct Pen {
  ImDrawList* list;
  ImVec2 center;
  float half;
  ImU32 colour;
  float stroke;

  ImVec2 at(float x, float y) const { return {center.x + x * half, center.y + y * half}; }
  void line(float x0, float y0, float x1, float y1) const {
    list->AddLine(at(x0, y0), at(x1, y1), colour, stroke);
  }
  void bar(float x0, float y0, float x1, float y1) const {
    list->AddRectFilled(at(x0, y0), at(x1, y1), colour, stroke / 2);
  }
  void triangle(ImVec2 a, ImVec2 b, ImVec2 c) const {
    list->AddTriangleFilled(at(a.x, a.y), at(b.x, b.y), at(c.x, c.y), colour);
  }
  void arc(float x, float y, float r, float from, float to) const {
    list->PathArcTo(at(x, y), r * half, from, to, 24);
    list->PathStroke(colour, 0, stroke);
  }
};

void draw_gear(const Pen& pen) {
  constexpr int kTeeth = 8;
  for (int i = 0; i < kTeeth; ++i) {
    const float angle = static_cast<float>(i) * 2 * 3.14159265F / kTeeth;
    const float c = std::cos(angle);
    const float s = std::sin(angle);
    pen.line(c * 0.55F, s * 0.55F, c * 0.95F, s * 0.95F);
  }
  pen.arc(0, 0, 0.6F, 0, 6.2832F);
}

void draw_playback(const Pen& pen, Icon icon) {
  switch (icon) {
    case Icon::kPlay:
      return pen.triangle({-0.6F, -0.85F}, {-0.6F, 0.85F}, {0.85F, 0});
    case Icon::kPause:
      pen.bar(-0.65F, -0.8F, -0.18F, 0.8F);
      return pen.bar(0.18F, -0.8F, 0.65F, 0.8F);
    case Icon::kToStart:
      pen.bar(-0.8F, -0.75F, -0.5F, 0.75F);
      return pen.triangle({0.75F, -0.75F}, {0.75F, 0.75F}, {-0.4F, 0});
    case Icon::kToEnd:
      pen.bar(0.5F, -0.75F, 0.8F, 0.75F);
      return pen.triangle({-0.75F, -0.75F}, {-0.75F, 0.75F}, {0.4F, 0});
    case Icon::kBack:
      return pen.triangle({0.5F, -0.7F}, {0.5F, 0.7F}, {-0.6F, 0});
    default:
      return pen.triangle({-0.5F, -0.7F}, {-0.5F, 0.7F}, {0.6F, 0});
  }
}

void draw_sign(const Pen& pen, Icon icon) {
  switch (icon) {
    case Icon::kMenu:
      for (const float y : {-0.6F, 0.0F, 0.6F}) pen.line(-0.8F, y, 0.8F, y);
      return;
    case Icon::kClose:
    case Icon::kCross:
      pen.line(-0.6F, -0.6F, 0.6F, 0.6F);
      return pen.line(-0.6F, 0.6F, 0.6F, -0.6F);
    case Icon::kCheck:
      pen.line(-0.75F, 0.05F, -0.2F, 0.6F);
      return pen.line(-0.2F, 0.6F, 0.8F, -0.55F);
    case Icon::kGrip:
      for (const float x : {-0.3F, 0.3F})
        for (const float y : {-0.6F, 0.0F, 0.6F})
          pen.list->AddCircleFilled(pen.at(x, y), pen.half * 0.14F, pen.colour);
      return;
    case Icon::kSearch:
      pen.arc(-0.15F, -0.15F, 0.55F, 0, 6.2832F);
      return pen.line(0.28F, 0.28F, 0.85F, 0.85F);
    case Icon::kUp:
      pen.line(-0.6F, 0.3F, 0, -0.35F);
      return pen.line(0, -0.35F, 0.6F, 0.3F);
    default:
      pen.line(-0.6F, -0.3F, 0, 0.35F);
      return pen.line(0, 0.35F, 0.6F, -0.3F);
  }
}

void draw_object(const Pen& pen, Icon icon) {
  switch (icon) {
    case Icon::kSettings:
      return draw_gear(pen);
    case Icon::kHelp: {
      pen.arc(0, -0.35F, 0.42F, -3.0F, 1.2F);
      pen.line(0.1F, 0.05F, 0, 0.4F);
      pen.list->AddCircleFilled(pen.at(0, 0.8F), pen.half * 0.14F, pen.colour);
      return;
    }
    case Icon::kPencil:
      pen.line(-0.7F, 0.7F, 0.5F, -0.5F);
      pen.line(0.5F, -0.5F, 0.75F, -0.75F);
      return pen.line(-0.8F, 0.8F, -0.3F, 0.65F);
    case Icon::kFolder:
      pen.list->AddRect(pen.at(-0.85F, -0.4F), pen.at(0.85F, 0.65F), pen.colour, pen.stroke, 0,
                        pen.stroke);
      return pen.line(-0.8F, -0.6F, -0.1F, -0.6F);
    default:
      pen.arc(0, 0, 0.7F, -0.4F, 4.6F);
      return pen.triangle({0.35F, -0.55F}, {1.0F, -0.5F}, {0.7F, 0.05F});
  }
}

}  // namespace

void draw_icon(Icon icon, ImVec2 center, float size, ImU32 colour) {
  const Pen pen{ImGui::GetWindowDrawList(), center, size / 2, colour, std::max(size / 9, 1.5F)};
  if (icon <= Icon::kForward) return draw_playback(pen, icon);
  switch (icon) {
    case Icon::kSettings:
    case Icon::kHelp:
    case Icon::kPencil:
    case Icon::kFolder:
    case Icon::kReload:
      return draw_object(pen, icon);
    default:
      return draw_sign(pen, icon);
  }
}

}  // namespace loopscope::gui
