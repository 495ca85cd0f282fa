#include "core/trace/task_diff.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <utility>

#include "core/trace/moves.h"
#include "core/trace/words.h"

namespace loopscope::trace {

namespace {

using About = Difference::About;

// Explaining a move looks at the whole order; many moves often say the same.
constexpr size_t kExplainedMoves = 200;

// Collects sentences of one sort: equal ones once, and after a few only their number.
class Sentences {
 public:
  // `untold` follows "and 3 more tasks ".
  Sentences(std::vector<Difference>& out, About about, std::string_view untold)
      : m_out(out), m_about(about), m_how(untold) {}
  Sentences(const Sentences&) = delete;
  Sentences& operator=(const Sentences&) = delete;
  ~Sentences() {
    if (m_untold == 0) return;
    std::string text = "and " + count_text(m_untold, "more task");
    text.append(" ").append(m_how);
    m_out.push_back({m_about, std::move(text), std::nullopt, std::nullopt});
  }

  void add(std::string text, std::optional<StepIndex> before, std::optional<StepIndex> now) {
    if (m_said.contains(text)) return;
    if (full()) return leave_untold(1);
    m_said.insert(text);
    m_out.push_back({m_about, std::move(text), before, now});
  }
  bool full() const { return m_said.size() == kToldAtMost; }
  void leave_untold(size_t count) { m_untold += count; }

 private:
  std::vector<Difference>& m_out;
  About m_about;
  std::string_view m_how;
  std::set<std::string> m_said;
  size_t m_untold = 0;
};

const TaskLife& life_before(const ComparedTrace& side, size_t position) {
  return side.tasks.at(side.ran[position]);
}

std::string run_text(const ComparedTrace& side, size_t position) {
  return task_text(side.trace, life_before(side, position));
}

std::string turn_text(uint32_t iteration, std::optional<Phase> phase) {
  std::string text =
      iteration == 0 ? "before the first iteration" : "in iteration " + std::to_string(iteration);
  if (phase) text.append(", ").append(name(*phase)).append(" phase");
  return text;
}

// Why a task that ran before does not run now, if the trace knows it at all.
std::string lost_task_text(const ComparedTrace& before, const ComparedTrace& now,
                           const TaskLife& task) {
  std::string text = task_text(before.trace, task) + " did not run";
  for (const TaskLife& other : now.tasks.tasks()) {
    if (other.started || other.agent != task.agent ||
        now.trace.view(other.label) != before.trace.view(task.label) ||
        now.trace.view(other.location) != before.trace.view(task.location))
      continue;
    return text +
           (other.cancelled ? ": it was cancelled" : ": it was scheduled, but its turn never came");
  }
  return text;
}

// The iteration of the first run of each side whose place in the loop differs, as a sentence.
void diff_turns(const ComparedTrace& before, const ComparedTrace& now, const TaskMatch& match,
                Sentences& sentences) {
  size_t others = 0;
  std::string first;
  std::pair<size_t, size_t> where;
  for (size_t i = 0; i < now.ran.size(); ++i) {
    const size_t j = match.before_of_now[i];
    if (j == TaskMatch::kNone) continue;
    if (before.iteration_of[j] == now.iteration_of[i] && before.phase_of[j] == now.phase_of[i])
      continue;
    if (!first.empty()) {
      ++others;
      continue;
    }
    first = run_text(now, i) + " ran " + turn_text(now.iteration_of[i], now.phase_of[i]) +
            "; it ran " + turn_text(before.iteration_of[j], before.phase_of[j]);
    where = {j, i};
  }
  if (first.empty()) return;
  if (others != 0) first += " (and " + count_text(others, "more task") + " in other places)";
  sentences.add(first, life_before(before, where.first).started,
                life_before(now, where.second).started);
}

std::string cause_text(const ComparedTrace& side, const TaskLife& task) {
  if (!task.cause) return "nothing";
  return task_text(side.trace, side.tasks.at(task.cause));
}

void diff_pair(const ComparedTrace& before, const TaskLife& was, const ComparedTrace& now,
               const TaskLife& is, Sentences& sentences) {
  const std::string who = task_text(now.trace, is);
  if (was.queue != is.queue)
    sentences.add(who + " ran from the " + std::string(name(is.queue)) + " queue instead of the " +
                      std::string(name(was.queue)) + " queue",
                  was.enqueued, is.enqueued);
  const bool same_cause = was.cause == TaskIndex{} || is.cause == TaskIndex{}
                              ? was.cause == is.cause
                              : task_name(before.trace, before.tasks.at(was.cause)) ==
                                    task_name(now.trace, now.tasks.at(is.cause));
  if (!same_cause)
    sentences.add(
        who + " was scheduled by " + cause_text(now, is) + " instead of " + cause_text(before, was),
        was.enqueued, is.enqueued);
}

}  // namespace

void diff_task_runs(const ComparedTrace& before, const ComparedTrace& now, const TaskMatch& match,
                    std::vector<Difference>& out) {
  if (!match.moved_code.empty()) {
    const TaskMatch::Identity& example = match.identities[match.moved_code.front()];
    const TaskLife& is = now.tasks.at(example.example_now);
    const std::string where(
        without_column(before.trace.view(before.tasks.at(example.example_before).location)));
    out.push_back({About::setup,
                   "the code of " + count_text(match.moved_code.size(), "task") +
                       " stands elsewhere now: " + task_text(now.trace, is) + " was at " + where,
                   before.tasks.at(example.example_before).enqueued, is.enqueued});
  }
  Sentences sentences(out, About::task, "that ran more or less often");
  for (const TaskMatch::Identity& identity : match.identities) {
    if (identity.runs_before == identity.runs_now) continue;
    if (sentences.full()) {
      sentences.leave_untold(1);
      continue;
    }
    if (identity.runs_now == 0) {
      const TaskLife& lost = before.tasks.at(identity.example_before);
      sentences.add(lost_task_text(before, now, lost), lost.started, std::nullopt);
      continue;
    }
    const TaskLife& task = now.tasks.at(identity.example_now);
    std::string text = task_text(now.trace, task) + " ran";
    if (identity.runs_before == 0) {
      if (identity.runs_now > 1) text += " " + times_text(identity.runs_now);
      sentences.add(text + ", which it did not before", std::nullopt, task.started);
      continue;
    }
    sentences.add(text + " " + times_text(identity.runs_now) + " instead of " +
                      times_text(identity.runs_before),
                  before.tasks.at(identity.example_before).started, task.started);
  }
}

void diff_task_order(const ComparedTrace& before, const ComparedTrace& now, const TaskMatch& match,
                     std::vector<Difference>& out) {
  std::vector<size_t> positions;  // in now.ran, of the tasks that ran in both
  std::vector<size_t> ranks;
  for (size_t i = 0; i < now.ran.size(); ++i) {
    if (match.before_of_now[i] == TaskMatch::kNone) continue;
    positions.push_back(i);
    ranks.push_back(match.before_of_now[i]);
  }
  const Moves moves(ranks);
  Sentences sentences(out, About::order, "in another order");
  size_t explained = 0;
  for (const size_t moved : moves.items()) {
    if (sentences.full() || explained++ == kExplainedMoves) {
      sentences.leave_untold(1);
      continue;
    }
    const Move move = moves.explain(moved);
    const size_t item = positions[moved];
    const size_t first = positions[move.passed.front()];
    std::set<size_t> passed;  // identities: a task that ran often is one
    std::optional<size_t> second;
    for (const size_t other : move.passed)
      if (passed.insert(match.identity_of_now[positions[other]]).second && passed.size() == 2)
        second = positions[other];
    std::string text = run_text(now, item) + (move.earlier ? " ran before " : " ran after ") +
                       run_text(now, first);
    if (passed.size() == 2) text += " and " + run_text(now, *second);
    if (passed.size() > 2) text += " and " + count_text(passed.size() - 1, "other task");
    sentences.add(std::move(text), life_before(before, ranks[moved]).started,
                  life_before(now, item).started);
  }
}

void diff_task_places(const ComparedTrace& before, const ComparedTrace& now, const TaskMatch& match,
                      std::vector<Difference>& out) {
  Sentences sentences(out, About::task, "scheduled differently");
  for (size_t i = 0; i < now.ran.size(); ++i) {
    const size_t j = match.before_of_now[i];
    if (j != TaskMatch::kNone)
      diff_pair(before, life_before(before, j), now, life_before(now, i), sentences);
  }
  const bool order_differs = std::ranges::any_of(
      out, [](const Difference& d) { return d.about == About::order || d.about == About::task; });
  if (!order_differs) diff_turns(before, now, match, sentences);
}

void diff_task_times(const ComparedTrace& before, const ComparedTrace& now, const TaskMatch& match,
                     std::vector<Difference>& out) {
  size_t others = 0;
  std::optional<Difference> first;
  for (size_t i = 0; i < now.ran.size(); ++i) {
    const size_t j = match.before_of_now[i];
    if (j == TaskMatch::kNone) continue;
    const StepIndex step_now = *life_before(now, i).started;
    const StepIndex step_before = *life_before(before, j).started;
    const int64_t time_now = now.trace.at(step_now).time.ns;
    const int64_t time_before = before.trace.at(step_before).time.ns;
    if (time_now == time_before) continue;
    if (first) {
      ++others;
      continue;
    }
    const int64_t later = time_now - time_before;
    first = Difference{About::time,
                       run_text(now, i) + " started " + duration_text(std::abs(later)) +
                           (later > 0 ? " later" : " earlier") + ", at " + duration_text(time_now),
                       step_before, step_now};
  }
  if (!first) return;
  if (others != 0) first->text += ", and " + count_text(others, "task") + " after it too";
  out.push_back(*first);
}

}  // namespace loopscope::trace
