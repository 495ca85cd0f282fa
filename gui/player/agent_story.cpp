#include "gui/player/agent_story.h"

#include <algorithm>

#include "core/lesson/naming.h"
#include "core/trace/words.h"

namespace loopscope::gui {
namespace {

std::string blocked_text(const trace::Trace& trace, const trace::BlockedState& blocked) {
  std::string text = "on cell " + std::to_string(blocked.cell) + " of shared buffer " +
                     std::to_string(blocked.buffer) + " since " +
                     lesson::moment_text(trace, blocked.since);
  if (blocked.until) text += ", at the latest until " + lesson::moment_text(trace, *blocked.until);
  if (blocked.from) text += ", at " + lesson::place_text(trace, blocked.from);
  return text;
}

}  // namespace

std::string_view name(AgentCondition condition) {
  switch (condition) {
    case AgentCondition::kStarting:
      return "starting";
    case AgentCondition::kRunning:
      return "running";
    case AgentCondition::kWantsCore:
      return "wants a core";
    case AgentCondition::kIdle:
      return "idle";
    case AgentCondition::kBlocked:
      return "blocked";
    case AgentCondition::kEnded:
      return "ended";
  }
  return "";
}

void AgentStory::extend(const trace::Trace& trace) {
  for (; m_seen < trace.events.size(); ++m_seen) {
    const trace::Event& event = trace.events[m_seen];
    if (trace::is<trace::AgentChange>(event)) {
      const auto change = trace::unpack<trace::AgentChange>(event);
      if (change.op == trace::AgentOp::online)
        m_lives[static_cast<uint16_t>(change.id)].online = event.time;
    } else if (trace::is<trace::Exit>(event)) {
      m_lives[event.agent.value].ended = event.time;
    } else if (trace::is<trace::Error>(event)) {
      const auto error = trace::unpack<trace::Error>(event);
      if (error.fate == trace::ErrorFate::uncaught ||
          error.fate == trace::ErrorFate::unhandled_rejection)
        m_lives[event.agent.value].error = error.text;
    } else if (trace::is<trace::SharedChange>(event)) {
      if (trace::unpack<trace::SharedChange>(event).op == trace::SharedOp::wait)
        m_last_wait = m_seen;
    } else if (trace::is<trace::LimitReached>(event)) {
      const auto limit = trace::unpack<trace::LimitReached>(event);
      if (limit.limit != trace::Limit::deadlock) continue;
      m_dead = m_last_wait.value_or(m_seen);
      m_dead_text = limit.text;
    }
  }
}

std::vector<AgentRow> AgentStory::rows(const trace::TimelineIndex& index,
                                       const trace::State& state) const {
  std::vector<AgentRow> rows;
  const auto add = [&](AgentId agent) {
    AgentRow row;
    row.agent = agent;
    row.name = index.agent_names().of(agent);
    row.runs = index.agent_names().label(agent);
    const auto& cores = state.machine().cores;
    const auto core = std::ranges::find(cores, std::optional(agent));
    if (core != cores.end()) row.core = static_cast<size_t>(core - cores.begin());
    describe(row, index, state);
    rows.push_back(std::move(row));
  };
  add({});
  for (const auto& [number, life] : state.machine().lives)
    add(AgentId{static_cast<uint16_t>(number)});
  return rows;
}

void AgentStory::describe(AgentRow& row, const trace::TimelineIndex& index,
                          const trace::State& state) const {
  const trace::Trace& trace = index.trace();
  const trace::MachineState& machine = state.machine();
  const auto life = machine.lives.find(row.agent.value);
  const trace::AgentState* agent = state.agent(row.agent);
  const auto known = m_lives.find(row.agent.value);
  row.life = life_text(row.agent, index, life == machine.lives.end() ? nullptr : &life->second);
  std::optional<int64_t> code;
  if (agent != nullptr) code = agent->exit_code;
  if (life != machine.lives.end() && life->second.exit_code) code = life->second.exit_code;
  if (code) {
    row.condition = AgentCondition::kEnded;
    row.failed = *code != 0;
    row.text = "with code " + std::to_string(*code);
    if (known != m_lives.end() && known->second.error)
      row.text += ": " + std::string(trace::first_line(trace.view(known->second.error)));
    return;
  }
  if (const auto blocked = machine.blocked.find(row.agent.value);
      blocked != machine.blocked.end()) {
    row.condition = AgentCondition::kBlocked;
    row.text = blocked_text(trace, blocked->second);
    return;
  }
  if (life != machine.lives.end() && !life->second.online) {
    row.condition = AgentCondition::kStarting;
    row.text = "a thread, an engine and Node's own start-up";
    return;
  }
  if (agent == nullptr) {
    row.condition = AgentCondition::kIdle;
    row.text = "nothing has happened yet";
    return;
  }
  if (agent->wait) {
    const std::string_view what = trace.view(agent->wait->what);
    row.condition = AgentCondition::kIdle;
    row.text = "asleep in poll, waits for " + (what.empty() ? "I/O" : std::string(what));
    if (agent->wait->until) row.text += " at " + lesson::moment_text(trace, *agent->wait->until);
    return;
  }
  row.condition =
      row.core || machine.cores.empty() ? AgentCondition::kRunning : AgentCondition::kWantsCore;
  if (!agent->running.empty())
    row.text = trace::task_text(trace, index.tasks().at(agent->running.back()));
  else if (agent->draining)
    row.text = *agent->draining == trace::Queue::tick ? "drains the nextTick queue"
                                                      : "drains the promise jobs";
  else
    row.text = "its loop";
}

std::string AgentStory::life_text(AgentId agent, const trace::TimelineIndex& index,
                                  const trace::AgentLife* life) const {
  if (life == nullptr) return "the program itself";
  const trace::Trace& trace = index.trace();
  std::string text = "made by " + index.agent_names().of(life->parent);
  if (life->from) text += " (" + lesson::place_text(trace, life->from) + ")";
  text += " at " + lesson::moment_text(trace, life->created);
  const auto known = m_lives.find(agent.value);
  if (life->online && known != m_lives.end() && known->second.online)
    text += " · online at " + lesson::moment_text(trace, *known->second.online);
  if (life->exit_code && known != m_lives.end() && known->second.ended)
    text += " · ended at " + lesson::moment_text(trace, *known->second.ended);
  else if (life->ending)
    text += " · told to end";
  return text;
}

std::vector<CellRow> AgentStory::cells(const trace::MachineState& machine) {
  std::map<std::pair<uint32_t, uint32_t>, CellRow> cells;
  for (const auto& [buffer, shared] : machine.shared)
    for (const auto& [cell, value] : shared.cells) cells[{buffer, cell}].value = value;
  for (const auto& [agent, blocked] : machine.blocked)
    cells[{blocked.buffer, blocked.cell}].waiting.push_back(AgentId{static_cast<uint16_t>(agent)});
  std::vector<CellRow> rows;
  for (auto& [place, row] : cells) {
    row.buffer = place.first;
    row.cell = place.second;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string AgentStory::deadlock(const trace::TimelineIndex& index, const trace::State& state,
                                 uint64_t position) const {
  if (!m_dead || position <= *m_dead) return {};
  if (state.machine().blocked.empty())  // the run was ended
    return "Deadlock: " + std::string(index.trace().view(m_dead_text)) + ".";
  std::string text = "Deadlock: nobody can go on.";
  for (const auto& [agent, blocked] : state.machine().blocked) {
    const std::string who = index.agent_names().of(AgentId{static_cast<uint16_t>(agent)});
    text += " " + lesson::as_sentence(who) + " waits " + blocked_text(index.trace(), blocked) + ".";
  }
  return text + " Only another agent could wake them, and each of them waits itself.";
}

}  // namespace loopscope::gui
