#include "gui/panels/load_table.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/trace/words.h"
#include "gui/player/request_parts.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/text.h"

namespace loopscope::gui {
namespace {

constexpr std::array<std::string_view, 7> kColumns = {"sent", "answered", "failed", "p50",
                                                      "p95",  "p99",      "max"};
constexpr float kColumnWidth = 66;
constexpr float kRowHeight = 19;

struct Percentile {
  std::string_view name;
  int per_mille;
};
constexpr std::array kPercentiles = {Percentile{"p50", 500}, Percentile{"p95", 950},
                                     Percentile{"p99", 990}};

// Requests of programs: nobody counts them but the trace.
LoadRow row_of_programs(const Frame& frame, uint64_t position) {
  LoadRow row;
  row.name = "the program's own";
  row.text = "requests that the program itself makes";
  const RequestParts parts(frame.index());
  for (const trace::RequestLife& request : frame.index().requests().requests()) {
    if (request.load != 0 || !parts.begun(request, position)) continue;
    ++row.sent;
    const RequestFate fate = parts.fate(request, position);
    row.failed += fate == RequestFate::kFailed;
    const bool is_answered = request.received && request.received->value < position;
    row.answered += is_answered || fate == RequestFate::kAnswered;
  }
  row.latency = latencies(frame.index(), 0, position);
  return row;
}

std::string short_duration(int64_t ns) {
  return ns <= 0 ? "–" : trace::duration_text(ns);
}

}  // namespace

const std::vector<LoadRow>& LoadTable::rows(Frame& frame) {
  const std::pair at(frame.session.playback().position(), frame.index().size());
  if (!m_run.moves_to(frame.session) && m_made_at == at) return m_rows;
  m_made_at = at;
  m_rows.clear();
  for (const auto& [id, load] : frame.session.playback().state().machine().service.loads) {
    LoadRow row;
    row.id = id;
    row.name = frame.trace().view(load.label);
    row.text = frame.trace().view(load.text);
    row.sent = load.sent;
    row.answered = load.answered;
    row.failed = load.failed;
    if (auto latency = trace::LatencyHistogram::parse(frame.trace().view(load.latency)))
      row.latency = std::move(*latency);
    m_rows.push_back(std::move(row));
  }
  const auto requests = frame.index().requests().requests();
  if (std::ranges::any_of(requests, [](const auto& request) { return request.load == 0; }))
    m_rows.push_back(row_of_programs(frame, at.first));
  return m_rows;
}

const LoadRow* LoadTable::chosen() const {
  const auto found = std::ranges::find(m_rows, m_chosen, &LoadRow::id);
  if (found != m_rows.end()) return &*found;
  return m_rows.empty() ? nullptr : &m_rows.front();
}

float LoadTable::height(const Ui& ui, size_t rows) const {
  return ui.px(kRowHeight) * static_cast<float>(rows + 1);
}

void LoadTable::draw(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  Rect head = rect.take_top(ui.px(kRowHeight));
  for (size_t i = kColumns.size(); i-- > 0;)
    draw_text(ui, ui.fonts().small, head.take_right(ui.px(kColumnWidth)), ui.palette().faint,
              kColumns[i], Fit::kMayCut, Align::kRight);
  const LoadRow* shown = chosen();
  for (const LoadRow& row : m_rows) {
    if (rect.h < ui.px(kRowHeight)) return;
    draw_row(frame, rect.take_top(ui.px(kRowHeight)), row, m_rows.size() > 1 && &row == shown);
  }
}

void LoadTable::draw_row(Frame& frame, Rect rect, const LoadRow& row, bool is_chosen) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  const std::string id = "load." + std::to_string(row.id);
  const Interaction over = region(ui, id, rect);
  if (is_chosen || over.hovered)
    ImGui::GetWindowDrawList()->AddRectFilled(
        rect.min(), rect.max(), is_chosen ? faded(p.accent, 0.16F) : p.hovered, ui.px(4));
  tooltip(ui, row.name + ": " + row.text);
  if (over.clicked) m_chosen = row.id;
  const std::array<std::string, 7> cells = {std::to_string(row.sent),
                                            std::to_string(row.answered),
                                            std::to_string(row.failed),
                                            short_duration(row.latency.percentile_ns(500)),
                                            short_duration(row.latency.percentile_ns(950)),
                                            short_duration(row.latency.percentile_ns(990)),
                                            short_duration(row.latency.max_ns())};
  constexpr size_t kFailed = 2;
  std::string said;
  for (size_t i = cells.size(); i-- > 0;) {
    const bool alarming = i == kFailed && row.failed > 0;
    draw_text(ui, i == kFailed && alarming ? ui.fonts().bold : ui.fonts().small,
              rect.take_right(ui.px(kColumnWidth)), alarming ? p.bad : p.text, cells[i],
              Fit::kMayCut, Align::kRight);
  }
  for (size_t i = 0; i < cells.size(); ++i)
    said += (said.empty() ? "" : ", ") + std::string(kColumns[i]) + " " + cells[i];
  ui.say(id, said);
  draw_text(ui, ui.fonts().small, rect.inset(ui.px(4), 0), p.dim, row.name);
}

// Both axes are by powers: latencies differ by factors, and one slow request in a thousand is what
// is looked for.
void LoadTable::draw_histogram(Frame& frame, Rect rect) const {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  ImDrawList* list = ImGui::GetWindowDrawList();
  Rect head = rect.take_top(ui.px(16));
  draw_text(ui, ui.fonts().small, head, p.dim, "how long they took");
  list->AddRectFilled(rect.min(), rect.max(), p.background, ui.px(4));
  ui.place("requests.histogram", rect);
  const LoadRow* row = chosen();
  if (row == nullptr || row->latency.count() == 0) {
    draw_text(ui, ui.fonts().small, rect, p.faint, "none is answered yet", Fit::kMayCut,
              Align::kCenter);
    return;
  }
  const Rect scale = rect.take_bottom(ui.px(14));
  const auto& buckets = row->latency.buckets();
  const double low =
      std::log10(std::max<double>(static_cast<double>(buckets.begin()->first), 1)) - 0.1;
  const double high = std::max(
      std::log10(std::max<double>(static_cast<double>(row->latency.max_ns()), 1)) + 0.1, low + 0.5);
  const auto x_of = [&](int64_t ns) {
    const double share =
        (std::log10(std::max<double>(static_cast<double>(ns), 1)) - low) / (high - low);
    return rect.x + rect.w * static_cast<float>(share);
  };
  // Buckets are put together to bars of a few pixels.
  const auto bars = static_cast<size_t>(std::clamp(rect.w / ui.px(5), 8.0F, 400.0F));
  std::vector<uint64_t> counts(bars);
  for (const auto& [ns, count] : buckets) {
    const auto bar = static_cast<size_t>((x_of(ns) - rect.x) / rect.w * static_cast<float>(bars));
    counts[std::min(bar, bars - 1)] += count;
  }
  const double most = std::log1p(static_cast<double>(*std::ranges::max_element(counts)));
  const float width = rect.w / static_cast<float>(bars);
  for (size_t i = 0; i < bars; ++i) {
    if (counts[i] == 0) continue;
    const auto share = static_cast<float>(std::log1p(static_cast<double>(counts[i])) / most);
    const float x = rect.x + width * static_cast<float>(i);
    const float top = rect.bottom() - std::max(rect.h * 0.92F * share, 2.0F);
    list->AddRectFilled({x, top}, {x + width - 1, rect.bottom()}, p.accent);
  }
  float last = rect.x - ui.px(40);
  for (const Percentile& each : kPercentiles) {
    const float x = x_of(row->latency.percentile_ns(each.per_mille));
    const ImU32 colour = each.per_mille == 500 ? p.good : each.per_mille == 950 ? p.warning : p.bad;
    list->AddLine({x, rect.y}, {x, rect.bottom()}, colour, ui.px(1.5F));
    if (x - last < ui.px(26)) continue;
    draw_text(ui, ui.fonts().small, {x - ui.px(16), scale.y, ui.px(32), scale.h}, colour, each.name,
              Fit::kMayCut, Align::kCenter);
    last = x;
  }
  if (ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(rect.min(), rect.max())) {
    std::string text = trace::count_text(row->latency.count(), "request");
    for (const Percentile& each : kPercentiles)
      text += "\n" + std::string(each.name) + ": " +
              trace::duration_text(row->latency.percentile_ns(each.per_mille));
    show_tooltip(ui, text + "\nlongest: " + trace::duration_text(row->latency.max_ns()));
  }
}

}  // namespace loopscope::gui
