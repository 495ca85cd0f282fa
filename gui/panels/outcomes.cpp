#include "gui/panels/outcomes.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/trace/words.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/text.h"

namespace loopscope::gui {
namespace {

// A tree with more lines is cut off.
constexpr size_t kMostRows = 4'000;
// How long a machine may keep a program from going on: a quiet one, and one under load.
constexpr std::array<int64_t, 2> kPauses = {8, 200};
constexpr std::array<std::string_view, 2> kPauseNames = {"Quiet machine", "Under load"};

ImU32 colour_of_outcome(const Palette& p, size_t outcome) {
  return p.agents[outcome % p.agents.size()];
}

std::string name_of(size_t outcome) {
  return "output " + std::to_string(outcome + 1);
}

// What the run in the player prints, line by line as explore tells it: no blank lines.
std::vector<std::string> printed_lines(const trace::Trace& trace) {
  std::vector<std::string> lines;
  std::string text;
  for (const trace::Event& event : trace.events)
    if (trace::is<trace::Console>(event))
      text += trace.view(trace::unpack<trace::Console>(event).text);
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

}  // namespace

void OutcomesPanel::look_at(Frame& frame, const OutcomeTree& tree) {
  m_shown = tree.find(printed_lines(frame.trace()));
  if (m_tree == &tree) return;
  m_tree = &tree;
  m_folded.clear();
  m_choices.clear();
  m_chosen = m_shown.value_or(0);
}

void OutcomesPanel::draw(Frame& frame, const AppState& state, Rect rect) {
  Ui& ui = frame.ui;
  if (!state.exploration) return;
  const Exploration& exploration = *state.exploration;
  draw_head(frame, exploration, rect.take_top(ui.px(34), ui.px(4)));
  const auto& tree = exploration.tree();
  if (!tree || tree->outcomes().empty()) {
    m_tree = nullptr;
    return draw_waiting(frame, exploration, rect);
  }
  look_at(frame, *tree);
  draw_summary(frame, *tree, rect);
  const Rect left = rect.take_left(rect.w * 0.52F, ui.px(18));
  draw_tree(frame, *tree, left);
  draw_outcomes(frame, *tree, rect);
}

void OutcomesPanel::draw_head(Frame& frame, const Exploration& exploration, Rect rect) {
  Ui& ui = frame.ui;
  if (icon_button(ui, "outcomes.close", rect.take_right(rect.h, ui.px(10)), Icon::kClose, "Close",
                  "Esc"))
    frame.commands.give(CommandId::kCloseOverlay);
  const Rect place = rect.take_right(ui.px(250), ui.px(12));
  const int64_t pause = exploration.request().pause_ms;
  const size_t chosen = pause == kPauses[0] ? 0 : 1;
  if (const auto clicked = segments(ui, "outcomes.pause", place, kPauseNames, chosen))
    frame.commands.give(CommandId::kExploreAgain, kPauses[*clicked]);
  draw_text(ui, ui.fonts().title, rect, ui.palette().text, "What else could it print?");
}

void OutcomesPanel::draw_waiting(Frame& frame, const Exploration& exploration, Rect rect) {
  Ui& ui = frame.ui;
  rect.take_top(ui.px(20));
  if (!exploration.running()) {
    draw_paragraph(
        ui.fonts().body, rect.min(), rect.w, ui.palette().bad,
        exploration.problem().empty() ? "The program prints nothing." : exploration.problem());
    return;
  }
  draw_text(ui, ui.fonts().body, rect.take_top(ui.px(24), ui.px(6)), ui.palette().text,
            "Running the program again and again, with every other answer that real Node could "
            "give … " +
                std::to_string(static_cast<int>(exploration.seconds())) + " s");
  draw_text(ui, ui.fonts().small, rect.take_top(ui.px(20), ui.px(12)), ui.palette().dim,
            "Where the order is left open: whether a timer is due when the loop looks, and which "
            "request is done first.");
  if (button(ui, "outcomes.stop", rect.take_top(ui.px(32)).take_left(button_width(ui, "Stop")),
             "Stop"))
    frame.commands.give(CommandId::kStopExploring);
  ui.animate();
}

void OutcomesPanel::draw_summary(Frame& frame, const OutcomeTree& tree, Rect& rect) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  std::string text = trace::count_text(tree.outcomes().size(), "output") + ", found in " +
                     trace::count_text(tree.runs(), "run") + ". ";
  text += tree.complete() ? "There are no others." : "There may be others:";
  for (const std::string& gap : tree.gaps()) text += " " + gap + ".";
  const Rect line = rect.take_top(ui.px(24), ui.px(8));
  draw_icon(tree.complete() ? Icon::kCheck : Icon::kHelp, {line.x + ui.px(9), line.center().y},
            ui.px(15), tree.complete() ? p.good : p.warning);
  draw_text(ui, ui.fonts().body, {line.x + ui.px(26), line.y, line.w - ui.px(26), line.h}, p.text,
            text);
  ui.say("outcomes", text);
}

void OutcomesPanel::draw_tree(Frame& frame, const OutcomeTree& tree, Rect rect) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  draw_text(ui, ui.fonts().bold, rect.take_top(ui.px(22), ui.px(6)), p.dim,
            "What real Node leaves open");
  const auto rows = tree.rows(m_folded, kMostRows);
  if (rows.empty()) {
    draw_paragraph(ui.fonts().body, rect.min(), rect.w, p.dim,
                   "Nothing: every run prints the same. The order of this program is fixed by the "
                   "phases and queues alone.");
    return;
  }
  begin_scroll("outcomes.tree", rect);
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const float height = ui.px(28);
  const float whole = height * static_cast<float>(rows.size());
  const float width = rect.w - (whole > rect.h ? ui.px(14) : 0);
  const auto first = static_cast<size_t>(std::max(0.0F, (rect.y - origin.y) / height));
  const size_t last = std::min(rows.size(), first + static_cast<size_t>(rect.h / height) + 2);
  for (size_t i = first; i < last; ++i)
    draw_row(frame, tree, rows[i], i,
             {origin.x, origin.y + height * static_cast<float>(i), width, height});
  ImGui::SetCursorScreenPos(origin);
  ImGui::Dummy({width, whole});
  end_scroll();
}

void OutcomesPanel::draw_row(Frame& frame, const OutcomeTree& tree, const OutcomeTree::Row& row,
                             size_t number, const Rect& rect) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float indent = ui.px(15);
  // Deep down there is no room left to go further right.
  const auto depth = static_cast<float>(std::min<size_t>(row.depth, 24));
  for (float level = 0; level < depth; ++level) {
    const float x = rect.x + ui.px(7) + indent * level;
    list->AddLine({x, rect.y}, {x, rect.bottom()}, faded(p.border, 0.9F), 1);
  }
  const Interaction over = region(ui, "outcomes.row." + std::to_string(number), rect);
  const bool chosen = row.leads && *row.leads == m_chosen &&
                      (m_choices.empty() ? row.choices == tree.outcomes()[m_chosen].choices
                                         : row.choices == m_choices);
  Rect inside{rect.x + indent * depth, rect.y, rect.w - indent * depth, rect.h};
  if (over.hovered || chosen)
    list->AddRectFilled({inside.x, rect.y + 1}, {rect.right(), rect.bottom() - 1},
                        chosen ? p.current_line : p.hovered, ui.px(5));
  if (row.question) {
    draw_icon(row.folded ? Icon::kForward : Icon::kDown, {inside.x + ui.px(7), rect.center().y},
              ui.px(10), p.dim);
    inside.take_left(ui.px(20));
    draw_text(ui, ui.fonts().body, inside, p.text, row.text, Fit::kMayCutMiddle);
    tooltip(ui, row.text, row.folded ? "Click: show the answers" : "Click: hide the answers");
    if (over.clicked && !m_folded.erase(row.node)) m_folded.insert(row.node);
    return;
  }
  list->AddLine({inside.x - ui.px(8), rect.center().y}, {inside.x + ui.px(2), rect.center().y},
                faded(p.border, 0.9F), 1);
  inside.take_left(ui.px(8));
  if (row.leads) {
    const ImU32 colour = colour_of_outcome(p, *row.leads);
    const float width =
        draw_badge(ui, {inside.right() - ui.px(6), rect.center().y}, colour, name_of(*row.leads));
    inside.take_right(width + ui.px(12));
  } else if (row.unknown) {
    draw_badge(ui, {inside.right() - ui.px(6), rect.center().y}, p.faint, "not tried");
  }
  draw_text(ui, ui.fonts().body, inside, p.dim, row.text, Fit::kMayCutMiddle);
  if (row.leads) tooltip(ui, row.text, "Click: what it prints then. Twice: open that run");
  if (!row.leads || !over.clicked) return;
  m_chosen = *row.leads;
  m_choices = row.choices;
  if (over.double_clicked) frame.commands.give(CommandId::kOpenOutcome, -1, m_choices);
}

void OutcomesPanel::draw_outcomes(Frame& frame, const OutcomeTree& tree, Rect rect) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  m_chosen = std::min(m_chosen, tree.outcomes().size() - 1);
  draw_text(ui, ui.fonts().bold, rect.take_top(ui.px(22), ui.px(6)), p.dim, "Outputs");
  // A tab an output, in as many lines as it takes, at most three.
  const float width = ui.px(86);
  const auto columns =
      static_cast<size_t>(std::max((rect.w + ui.px(6)) / (width + ui.px(6)), 1.0F));
  Rect line;
  for (size_t i = 0; i < std::min(tree.outcomes().size(), columns * 3); ++i) {
    if (i % columns == 0) line = rect.take_top(ui.px(28), ui.px(5));
    const Rect place = line.take_left(width, ui.px(6));
    const Interaction over = region(ui, "outcome." + std::to_string(i), place);
    const ImU32 colour = colour_of_outcome(p, i);
    const bool chosen = i == m_chosen;
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(place.min(), place.max(),
                        mixed(p.panel, colour,
                              chosen         ? 0.28F
                              : over.hovered ? 0.16F
                                             : 0.07F),
                        ui.px(6));
    list->AddRect(place.min(), place.max(), chosen ? colour : p.border, ui.px(6), 0,
                  ui.px(chosen ? 1.8F : 1));
    draw_text(ui, ui.fonts().small, place.inset(ui.px(6), 0), chosen ? p.text : p.dim, name_of(i),
              Fit::kMayCut, Align::kCenter);
    if (!over.clicked) continue;
    m_chosen = i;
    m_choices.clear();
  }
  rect.take_top(ui.px(4));
  draw_output(frame, tree, rect);
}

void OutcomesPanel::draw_output(Frame& frame, const OutcomeTree& tree, Rect rect) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  const Outcome& outcome = tree.outcomes()[m_chosen];
  const Rect foot = rect.take_bottom(ui.px(36), ui.px(8));
  std::string note = trace::count_text(outcome.runs, "run") + " of " + std::to_string(tree.runs()) +
                     (outcome.runs == 1 ? " ends" : " end") + " so";
  if (outcome.exit_code != 0) note += ", with exit code " + std::to_string(outcome.exit_code);
  if (m_shown == m_chosen) note += " · this is the run in the player";
  draw_text(ui, ui.fonts().small, rect.take_top(ui.px(18), ui.px(4)), p.dim, note);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(rect.min(), rect.max(), p.background, ui.px(6));
  begin_scroll("outcomes.output", rect.inset(ui.px(10), ui.px(8)));
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const float height = std::round(ui.fonts().mono->FontSize * 1.45F);
  // Where it differs from the run that is known.
  const auto& usual = tree.outcomes()[m_shown.value_or(0)].lines;
  for (size_t i = 0; i < outcome.lines.size(); ++i) {
    const Rect row{origin.x, origin.y + height * static_cast<float>(i), rect.w - ui.px(34), height};
    if (row.bottom() < rect.y || row.y > rect.bottom()) continue;
    const bool other = i >= usual.size() || usual[i] != outcome.lines[i];
    if (other)
      ImGui::GetWindowDrawList()->AddRectFilled({row.x - ui.px(6), row.y + ui.px(3)},
                                                {row.x - ui.px(3), row.bottom() - ui.px(3)},
                                                p.warning, ui.px(1));
    draw_text(ui, ui.fonts().mono, row, other ? p.warning : p.text, outcome.lines[i]);
    const bool is_cut = text_width(ui.fonts().mono, outcome.lines[i]) > row.w;
    if (is_cut && region(ui, "outcomes.line." + std::to_string(i), row).hovered)
      show_tooltip(ui, outcome.lines[i]);
  }
  ImGui::SetCursorScreenPos(origin);
  ImGui::Dummy({rect.w - ui.px(34), height * static_cast<float>(outcome.lines.size())});
  end_scroll();
  ui.say("outcomes.output", trace::count_text(outcome.lines.size(), "line"));
  const std::string_view open = "Open this run";
  Rect line = foot;
  if (button(ui, "outcomes.open", line.take_right(button_width(ui, open), ui.px(12)), open,
             ButtonStyle::kPrimary))
    frame.commands.give(CommandId::kOpenOutcome, -1,
                        m_choices.empty() ? outcome.choices : m_choices);
  if (usual != outcome.lines)
    draw_text(ui, ui.fonts().small, line, p.dim,
              "Marked lines stand elsewhere in the run you see.");
}

}  // namespace loopscope::gui
