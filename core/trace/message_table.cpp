#include "core/trace/message_table.h"

namespace loopscope::trace {

void MessageTable::extend(const Trace& trace) {
  for (; m_seen < trace.events.size(); ++m_seen) take_in(trace.events[m_seen], StepIndex{m_seen});
}

const MessageLife* MessageTable::find(uint32_t number) const {
  const auto found = m_by_number.find(number);
  return found == m_by_number.end() ? nullptr : &m_messages[found->second];
}

void MessageTable::take_in(const Event& event, StepIndex step) {
  if (is<PortChange>(event)) {
    const auto change = unpack<PortChange>(event);
    m_owners[change.id] = AgentId{static_cast<uint16_t>(change.owner)};
    return;
  }
  if (!is<MessageMove>(event)) return;
  const auto move = unpack<MessageMove>(event);
  if (move.op == MessageOp::send) {
    const auto owner = m_owners.find(move.to);
    const AgentId receiver = owner == m_owners.end() ? event.agent : owner->second;
    m_by_number[move.number] = m_messages.size();
    m_messages.push_back(
        {move.number, event.agent, receiver, move.port, move.to, step, std::nullopt, std::nullopt});
    return;
  }
  const auto found = m_by_number.find(move.number);
  if (found == m_by_number.end()) return;
  MessageLife& life = m_messages[found->second];
  life.receiver = event.agent;
  (move.op == MessageOp::receive ? life.received : life.dropped) = step;
}

void AgentNames::extend(const Trace& trace) {
  for (; m_seen < trace.events.size(); ++m_seen) {
    const Event& event = trace.events[m_seen];
    if (!is<AgentChange>(event)) continue;
    const auto change = unpack<AgentChange>(event);
    if (change.op == AgentOp::created)
      m_names[change.id] = {change.kind, std::string(trace.view(change.label)), change.pid};
  }
}

std::string AgentNames::of(AgentId agent) const {
  if (agent.value == 0) return "main";
  if (agent == kOutside) return "outside";
  const auto found = m_names.find(agent.value);
  if (found == m_names.end()) return "agent " + std::to_string(agent.value);
  if (found->second.kind == AgentKind::process && found->second.pid != 0)
    return "process " + std::to_string(found->second.pid);
  return (found->second.kind == AgentKind::process ? "process " : "worker ") +
         std::to_string(agent.value);
}

std::string_view AgentNames::label(AgentId agent) const {
  const auto found = m_names.find(agent.value);
  return found == m_names.end() ? std::string_view() : found->second.label;
}

}  // namespace loopscope::trace
