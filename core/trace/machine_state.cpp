#include "core/trace/machine_state.h"

#include <algorithm>

namespace loopscope::trace {

void MachineState::apply(const Event& event) {
  switch (event.kind) {
    case kKind<AgentChange>:
      return take_in(event, unpack<AgentChange>(event));
    case kKind<CoreChange>:
      return take_in(event, unpack<CoreChange>(event));
    case kKind<MessageMove>:
      return take_in(event, unpack<MessageMove>(event));
    case kKind<PortChange>:
      return take_in(unpack<PortChange>(event));
    case kKind<SharedChange>:
      return take_in(event, unpack<SharedChange>(event));
    case kKind<Exit>:
      blocked.erase(event.agent.value);
      if (const auto found = lives.find(event.agent.value); found != lives.end())
        found->second.exit_code = unpack<Exit>(event).code;
      return;
    default:
      return service.apply(event);
  }
}

void MachineState::take_in(const Event& event, const AgentChange& change) {
  AgentLife& life = lives[change.id];
  switch (change.op) {
    case AgentOp::created:
      life = {event.agent, change.kind, change.label, change.from, event.time, false, false, {}};
      return;
    case AgentOp::online:
      life.online = true;
      return;
    case AgentOp::ending:
      life.ending = true;
      return;
  }
}

void MachineState::take_in(const Event& event, const CoreChange& change) {
  constexpr uint32_t kMostCores = 4096;
  if (change.number >= kMostCores) return;
  if (cores.size() <= change.number || cores.size() < std::min(change.cores, kMostCores))
    cores.resize(std::max(change.number + 1, std::min(change.cores, kMostCores)));
  std::optional<AgentId>& core = cores[change.number];
  if (change.op == CoreOp::take)
    core = event.agent;
  else if (core == event.agent)
    core.reset();
}

void MachineState::take_in(const Event& event, const MessageMove& move) {
  const auto found = ports.find(move.op == MessageOp::send ? move.to : move.port);
  if (found == ports.end()) return;
  std::vector<MessageState>& messages = found->second.messages;
  if (move.op == MessageOp::send) {
    messages.push_back({move.number, event.agent, move.port, event.time, move.size,
                        move.transferred, move.text, move.from});
    return;
  }
  const auto message = std::ranges::find(messages, move.number, &MessageState::number);
  if (message != messages.end()) messages.erase(message);
}

void MachineState::take_in(const PortChange& change) {
  if (change.op == PortOp::closed) {
    ports.erase(change.id);
    return;
  }
  PortState& port = ports[change.id];
  port.owner = AgentId{static_cast<uint16_t>(change.owner)};
  switch (change.op) {
    case PortOp::made:
      port.peer = change.peer;
      port.label = change.label;
      port.from = change.from;
      return;
    case PortOp::started:
      port.started = true;
      return;
    case PortOp::moved:
      port.started = false;
      return;
    case PortOp::ref:
    case PortOp::unref:
      port.refed = change.op == PortOp::ref;
      return;
    case PortOp::closed:
      return;
  }
}

void MachineState::take_in(const Event& event, const SharedChange& change) {
  SharedBuffer& buffer = shared[change.buffer];
  switch (change.op) {
    case SharedOp::made:
    case SharedOp::shared:
      buffer.bytes = change.value;
      return;
    case SharedOp::value:
    case SharedOp::not_equal:
      buffer.cells[change.cell] = change.value;
      return;
    case SharedOp::wait:
      buffer.cells[change.cell] = change.value;
      blocked[event.agent.value] = {change.buffer, change.cell, event.time, change.until,
                                    change.from};
      return;
    case SharedOp::woken:
    case SharedOp::timed_out:
      blocked.erase(event.agent.value);
      return;
    case SharedOp::notify:
      return;
  }
}

size_t MachineState::weight() const {
  size_t weight = lives.size() + ports.size() + blocked.size() + cores.size();
  weight += service.weight();
  for (const auto& [id, port] : ports) weight += port.messages.size();
  for (const auto& [id, buffer] : shared) weight += 1 + buffer.cells.size();
  return weight;
}

}  // namespace loopscope::trace
