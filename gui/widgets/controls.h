#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "gui/widgets/icons.h"
#include "gui/widgets/text.h"
#include "gui/widgets/ui.h"

namespace loopscope::gui {

enum class ButtonStyle : uint8_t { kPlain, kPrimary, kQuiet };

// The state of a region that can be clicked. `name` is its identity, and how tests find it.
struct Interaction {
  bool clicked = false;
  bool double_clicked = false;
  bool hovered = false;
  bool held = false;
};
Interaction region(Ui& ui, std::string_view name, const Rect& rect, bool enabled = true);

// A text beside the mouse.
void show_tooltip(Ui& ui, std::string_view text, std::string_view keys = {});
// The same while the mouse is over the region just made.
void tooltip(Ui& ui, std::string_view text, std::string_view keys = {});

// How wide a button of that text wants to be.
float button_width(const Ui& ui, std::string_view text);
bool button(Ui& ui, std::string_view name, const Rect& rect, std::string_view text,
            ButtonStyle style = ButtonStyle::kPlain, bool enabled = true);
bool icon_button(Ui& ui, std::string_view name, const Rect& rect, Icon icon, std::string_view hint,
                 std::string_view keys = {}, bool enabled = true,
                 ButtonStyle style = ButtonStyle::kQuiet);

// One of several, beside each other. The one clicked.
std::optional<size_t> segments(Ui& ui, std::string_view name, const Rect& rect,
                               std::span<const std::string_view> texts, size_t chosen);

// A list that drops down. The one chosen now.
std::optional<size_t> dropdown(Ui& ui, std::string_view name, const Rect& rect,
                               std::span<const std::string_view> texts, size_t chosen);

// A framed part of the window with a heading. The rectangle inside.
Rect panel(Ui& ui, std::string_view name, const Rect& rect, std::string_view heading);

// A scrolling part of a panel: what is drawn until end_scroll() is in it.
bool begin_scroll(std::string_view name, const Rect& rect, ImGuiWindowFlags flags = 0);
void end_scroll();

}  // namespace loopscope::gui
