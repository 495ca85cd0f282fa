#include "gui/panels/pool.h"

#include <algorithm>

#include "core/trace/words.h"
#include "gui/widgets/card.h"
#include "gui/widgets/controls.h"
#include "gui/widgets/text.h"

namespace loopscope::gui {
namespace {

using trace::TaskIndex;
using trace::TaskLife;

// The jobs that have not called back, by how far they are.
struct Jobs {
  std::vector<TaskIndex> on_thread;  // by thread; none: idle
  std::vector<TaskIndex> waiting;    // for a thread
  std::vector<TaskIndex> done;       // their callbacks are to run
};

size_t threads_of(Frame& frame) {
  for (const TaskLife& task : frame.index().tasks().tasks())
    if (task.pool) return std::max<size_t>(task.pool->threads, 1);
  return 4;
}

Jobs jobs_now(Frame& frame, size_t threads) {
  Jobs jobs;
  jobs.on_thread.resize(threads);
  const trace::AgentState* agent = frame.agent();
  if (agent == nullptr) return jobs;
  const VirtualTime now = frame.now();
  for (const trace::PendingTask& pending : agent->queue(trace::Queue::poll)) {
    const TaskLife& task = frame.index().tasks().at(pending.task);
    if (!task.pool || !task.due) continue;
    if (*task.due <= now)
      jobs.done.push_back(pending.task);
    else if (task.pool->begins > now)
      jobs.waiting.push_back(pending.task);
    else if (task.pool->thread < threads)
      jobs.on_thread[task.pool->thread] = pending.task;
  }
  // First come, first served.
  std::ranges::sort(jobs.waiting);
  return jobs;
}

float share_done(const TaskLife& task, VirtualTime now) {
  const auto whole = static_cast<double>(std::max<int64_t>((*task.due - task.pool->begins).ns, 1));
  return static_cast<float>(static_cast<double>((now - task.pool->begins).ns) / whole);
}

void select_on_click(Frame& frame, const Interaction& over, TaskIndex task) {
  tooltip(frame.ui, trace::task_text(frame.trace(), frame.index().tasks().at(task)),
          "Click: why does it wait here?");
  if (over.clicked) frame.commands.give(CommandId::kSelectTask, task.value);
}

}  // namespace

std::string pool_activity(Frame& frame) {
  const size_t threads = threads_of(frame);
  const Jobs jobs = jobs_now(frame, threads);
  const auto busy = static_cast<size_t>(
      std::ranges::count_if(jobs.on_thread, [](TaskIndex job) { return static_cast<bool>(job); }));
  if (busy == 0 && jobs.done.empty() && jobs.waiting.empty())
    return "The pool's " + std::to_string(threads) + " threads are idle.";
  std::string text = std::to_string(busy) + " of " + trace::count_text(threads, "thread") +
                     (busy == 1 ? " works" : " work");
  if (!jobs.waiting.empty())
    text += "; " + trace::count_text(jobs.waiting.size(), "job") +
            (jobs.waiting.size() == 1 ? " waits" : " wait") + " for a free one";
  if (!jobs.done.empty())
    text += "; " + trace::count_text(jobs.done.size(), "callback") +
            (jobs.done.size() == 1 ? " waits" : " wait") + " for the poll phase";
  return text + ".";
}

void PoolPanel::draw(Frame& frame, Rect rect) {
  Ui& ui = frame.ui;
  const size_t threads = threads_of(frame);
  const Jobs jobs = jobs_now(frame, threads);
  const Rect times = rect.take_bottom(std::clamp(rect.h * 0.34F, ui.px(90), ui.px(240)), ui.px(10));
  Rect lists = rect.take_right(rect.w * 0.46F, ui.px(14));
  Rect first = lists.take_top(lists.h * 0.5F, ui.px(6));
  draw_list(frame, first, "queue · waiting for a thread", "nothing waits", jobs.waiting);
  draw_list(frame, lists, "done · callback in the poll phase", "nothing is done", jobs.done);
  draw_text(ui, ui.fonts().small, rect.take_top(ui.px(18), ui.px(4)), ui.palette().dim,
            "threads of libuv's pool", Fit::kMustFit);
  const float gap = ui.px(6);
  const auto count = static_cast<float>(threads);
  const float height = std::clamp((rect.h - gap * (count - 1)) / count, ui.px(22), ui.px(46));
  for (size_t thread = 0; thread < threads && rect.h >= height; ++thread)
    draw_thread(frame, rect.take_top(height, gap), thread, jobs.on_thread[thread]);
  draw_times(frame, times, threads);
}

void PoolPanel::draw_thread(Frame& frame, Rect rect, size_t thread, TaskIndex job) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  const std::string name = "thread " + std::to_string(thread + 1);
  ui.place("pool.thread." + std::to_string(thread), rect);
  draw_text(ui, ui.fonts().small, rect.take_left(ui.px(56), ui.px(4)), p.dim, name, Fit::kMustFit);
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (!job) {
    list->AddRect(rect.min(), rect.max(), p.border, ui.px(5));
    draw_text(ui, ui.fonts().small, rect.inset(ui.px(10), 0), p.faint, "idle", Fit::kMustFit);
    return;
  }
  const TaskLife& task = frame.index().tasks().at(job);
  const ImU32 colour = frame.colour_of(trace::Queue::poll);
  const Interaction over = region(ui, "job." + std::to_string(task.id.value), rect);
  Card card;
  card.name = trace::task_name(frame.trace(), task);
  card.note = trace::duration_text((*task.due - frame.now()).ns) + " left";
  card.colour = colour;
  card.next = true;
  card.selected = frame.session.selected_task == job;
  draw_card(ui, rect, card, over.hovered);
  const float done = std::clamp(share_done(task, frame.now()), 0.0F, 1.0F);
  list->AddRectFilled({rect.x, rect.bottom() - ui.px(3)}, {rect.x + rect.w * done, rect.bottom()},
                      colour);
  select_on_click(frame, over, job);
}

void PoolPanel::draw_list(Frame& frame, Rect rect, std::string_view heading, std::string_view empty,
                          const std::vector<TaskIndex>& jobs) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  draw_text(ui, ui.fonts().small, rect.take_top(ui.px(18), ui.px(4)), p.dim, heading);
  if (jobs.empty()) {
    draw_text(ui, ui.fonts().small, rect.take_top(ui.px(18)), p.faint, empty, Fit::kMustFit);
    return;
  }
  const float height = ui.px(24);
  size_t shown = 0;
  for (const TaskIndex job : jobs) {
    if (rect.h < height) break;
    const bool more = rect.h < 2 * height + ui.px(3) && shown + 1 < jobs.size();
    if (more) {
      draw_text(ui, ui.fonts().small, rect.take_top(ui.px(18)), p.dim,
                "+ " + std::to_string(jobs.size() - shown) + " more", Fit::kMustFit);
      return;
    }
    const TaskLife& task = frame.index().tasks().at(job);
    const Rect place = rect.take_top(height, ui.px(3));
    const Interaction over = region(ui, "job." + std::to_string(task.id.value), place);
    Card card;
    card.name = trace::task_name(frame.trace(), task);
    card.note = "thread " + std::to_string(task.pool->thread + 1);
    card.colour = frame.colour_of(trace::Queue::poll);
    card.next = shown == 0;
    card.selected = frame.session.selected_task == job;
    draw_card(ui, place, card, over.hovered);
    select_on_click(frame, over, job);
    ++shown;
  }
}

// Each thread's jobs over the whole run.
void PoolPanel::draw_times(Frame& frame, Rect rect, size_t threads) {
  Ui& ui = frame.ui;
  const Palette& p = ui.palette();
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddLine(rect.min(), {rect.right(), rect.y}, p.border, 1);
  rect.take_top(ui.px(8));
  draw_text(ui, ui.fonts().small, rect.take_top(ui.px(18), ui.px(4)), p.dim,
            "what each thread did, over the whole run", Fit::kMustFit);
  const auto& events = frame.trace().events;
  if (events.size() < 2) return;
  const int64_t begin = events.front().time.ns;
  const auto span = static_cast<double>(std::max<int64_t>(events.back().time.ns - begin, 1));
  const float lane = std::min(rect.h / static_cast<float>(threads), ui.px(26));
  const auto x_of = [&](VirtualTime time) {
    return rect.x + static_cast<float>(static_cast<double>(time.ns - begin) / span) * rect.w;
  };
  const ImU32 colour = frame.colour_of(trace::Queue::poll);
  for (size_t thread = 0; thread < threads; ++thread) {
    const float y = rect.y + lane * static_cast<float>(thread);
    list->AddRectFilled({rect.x, y + 1}, {rect.right(), y + lane - 2}, p.background, ui.px(3));
  }
  std::vector<float> last(threads, rect.x - 1);
  for (const TaskLife& task : frame.index().tasks().tasks()) {
    if (!task.pool || !task.due || task.pool->thread >= threads) continue;
    const float x0 = x_of(task.pool->begins);
    const float x1 = std::min(std::max(x_of(*task.due), x0 + 1), rect.right());
    float& end = last[task.pool->thread];
    if (x1 <= end + 0.5F) continue;  // too narrow to be seen beside the last one
    const float y = rect.y + lane * static_cast<float>(task.pool->thread);
    const bool begun = task.pool->begins <= frame.now();
    list->AddRectFilled({std::max(x0, end), y + 2},
                        {x1 - (x1 - x0 > 3 ? 1.0F : 0.0F), y + lane - 3},
                        faded(colour, begun ? 0.85F : 0.3F), ui.px(2));
    end = x1;
  }
  const float now = x_of(frame.now());
  list->AddLine({now, rect.y}, {now, rect.y + lane * static_cast<float>(threads)}, p.accent,
                ui.px(1.5F));
}

}  // namespace loopscope::gui
