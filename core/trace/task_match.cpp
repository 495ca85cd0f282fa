#include "core/trace/task_match.h"

#include <map>
#include <tuple>

#include "core/trace/words.h"

namespace loopscope::trace {

namespace {

using Name = std::tuple<uint16_t, std::string_view, std::string_view>;

Name name_of(const ComparedTrace& side, const TaskLife& task) {
  return {task.agent.value, task_name(side.trace, task), side.trace.view(task.location)};
}

std::string_view file_of(std::string_view location) {
  return location.substr(0, location.find(':'));
}

// Gives every run of both traces the number of its identity.
class Identities {
 public:
  Identities(const ComparedTrace& before, const ComparedTrace& now, TaskMatch& match)
      : m_before(before), m_now(now), m_match(match) {}

  void assign() {
    for (const TaskIndex task : m_before.ran) {
      const size_t id = number_of(name_of(m_before, m_before.tasks.at(task)));
      TaskMatch::Identity& identity = m_match.identities[id];
      if (identity.runs_before++ == 0) identity.example_before = task;
      m_match.identity_of_before.push_back(id);
    }
    for (const TaskIndex task : m_now.ran) {
      const size_t id = number_of(name_of(m_now, m_now.tasks.at(task)));
      TaskMatch::Identity& identity = m_match.identities[id];
      if (identity.runs_now++ == 0) identity.example_now = task;
      m_match.identity_of_now.push_back(id);
    }
    join_moved_code();
  }

 private:
  size_t number_of(const Name& name) {
    const auto [at, is_new] = m_numbers.try_emplace(name, m_match.identities.size());
    if (is_new) m_match.identities.emplace_back();
    return at->second;
  }

  // Editing a program moves its functions to other lines. What exists on one side only, has the
  // same label in the same file and comes as often on both sides, is taken for the same, in order.
  void join_moved_code() {
    using Label = std::tuple<uint16_t, std::string_view, std::string_view>;
    std::map<Label, std::pair<std::vector<size_t>, std::vector<size_t>>> unmatched;
    for (size_t id = 0; id < m_match.identities.size(); ++id) {
      const TaskMatch::Identity& identity = m_match.identities[id];
      if (identity.runs_before != 0 && identity.runs_now != 0) continue;
      const bool is_before = identity.runs_before != 0;
      const ComparedTrace& side = is_before ? m_before : m_now;
      const TaskLife& task =
          side.tasks.at(is_before ? identity.example_before : identity.example_now);
      const Label label{task.agent.value, task_name(side.trace, task),
                        file_of(side.trace.view(task.location))};
      (is_before ? unmatched[label].first : unmatched[label].second).push_back(id);
    }
    std::vector<size_t> joined(m_match.identities.size(), TaskMatch::kNone);
    for (const auto& [label, ids] : unmatched) {
      if (ids.first.size() != ids.second.size()) continue;
      for (size_t i = 0; i < ids.first.size(); ++i) join(ids.first[i], ids.second[i], joined);
    }
    for (size_t& id : m_match.identity_of_now)
      if (joined[id] != TaskMatch::kNone) id = joined[id];
  }

  void join(size_t before, size_t now, std::vector<size_t>& joined) {
    TaskMatch::Identity& gone = m_match.identities[now];
    TaskMatch::Identity& kept = m_match.identities[before];
    kept.runs_now = std::exchange(gone.runs_now, 0);
    kept.example_now = gone.example_now;
    joined[now] = before;
    m_match.moved_code.push_back(before);
  }

  const ComparedTrace& m_before;
  const ComparedTrace& m_now;
  TaskMatch& m_match;
  std::map<Name, size_t> m_numbers;
};

}  // namespace

ComparedTrace::ComparedTrace(const Trace& compared) : trace(compared) {
  tasks.extend(trace);
  std::map<uint16_t, std::pair<uint32_t, std::optional<Phase>>> place;  // by agent
  for (uint64_t step = 0; step < trace.size(); ++step) {
    const Event& event = trace.events[step];
    auto& [iteration, phase] = place[event.agent.value];
    if (is<Iteration>(event)) iteration = unpack<Iteration>(event).number;
    if (is<PhaseEnter>(event)) phase = unpack<PhaseEnter>(event).phase;
    if (is<PhaseLeave>(event)) phase.reset();
    if (!is<Start>(event) || !tasks.subject(StepIndex{step})) continue;
    ran.push_back(tasks.subject(StepIndex{step}));
    iteration_of.push_back(iteration);
    phase_of.push_back(phase);
  }
}

TaskMatch match_tasks(const ComparedTrace& before, const ComparedTrace& now) {
  TaskMatch match;
  Identities(before, now, match).assign();
  std::vector<std::vector<size_t>> runs(match.identities.size());
  for (size_t i = 0; i < before.ran.size(); ++i) runs[match.identity_of_before[i]].push_back(i);
  std::vector<size_t> taken(match.identities.size(), 0);
  match.now_of_before.assign(before.ran.size(), TaskMatch::kNone);
  match.before_of_now.assign(now.ran.size(), TaskMatch::kNone);
  for (size_t i = 0; i < now.ran.size(); ++i) {
    const size_t id = match.identity_of_now[i];
    if (taken[id] == runs[id].size()) continue;
    const size_t other = runs[id][taken[id]++];
    match.before_of_now[i] = other;
    match.now_of_before[other] = i;
  }
  return match;
}

}  // namespace loopscope::trace
