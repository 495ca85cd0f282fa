#include "gui/player/cluster_story.h"

#include <algorithm>

namespace loopscope::gui {
namespace {

// So many of a worker's connections are kept to be shown.
constexpr size_t kMostLatest = 64;
// What cluster's own messages begin with, as the trace tells them.
constexpr std::string_view kInternal = "(cluster: ";

bool speaks(std::string_view text, std::string_view word) {
  return text.size() == kInternal.size() + word.size() + 1 && text.starts_with(kInternal) &&
         text.substr(kInternal.size()).starts_with(word);
}

void note_latest(ProcessRow& worker, uint32_t connection) {
  ++worker.connections;
  worker.latest.push_back(connection);
  if (worker.latest.size() > kMostLatest) worker.latest.pop_front();
}

}  // namespace

std::string_view name(ProcessStage stage) {
  switch (stage) {
    case ProcessStage::kStarting:
      return "starting";
    case ProcessStage::kOnline:
      return "online";
    case ProcessStage::kListening:
      return "listening";
    case ProcessStage::kDisconnecting:
      return "disconnecting";
    case ProcessStage::kDead:
      return "dead";
  }
  return "";
}

std::vector<const ProcessRow*> ClusterState::children(AgentId parent) const {
  std::vector<const ProcessRow*> rows;
  for (const auto& [agent, row] : processes)
    if (row.parent == parent) rows.push_back(&row);
  std::ranges::sort(rows, {}, [](const ProcessRow* row) { return row->number; });
  return rows;
}

void ClusterStory::extend() {
  for (; m_seen < m_index.size(); ++m_seen) {
    if (!matters(m_seen)) continue;
    m_steps.push_back(static_cast<uint32_t>(m_seen));
    const trace::Event& event = m_index.trace().events[m_seen];
    if (trace::is<trace::Handoff>(event)) m_handing.insert(event.agent.value);
  }
}

bool ClusterStory::matters(uint64_t step) const {
  const trace::Trace& trace = m_index.trace();
  const trace::Event& event = trace.events[step];
  switch (event.kind) {
    case trace::kKind<trace::AgentChange>:
    case trace::kKind<trace::PortChange>:
    case trace::kKind<trace::SignalChange>:
    case trace::kKind<trace::Handoff>:
    case trace::kKind<trace::Exit>:
    case trace::kKind<trace::Error>:
      return true;
    case trace::kKind<trace::MessageMove>:
      return trace.view(trace::unpack<trace::MessageMove>(event).text).starts_with(kInternal);
    case trace::kKind<trace::Start>: {
      // A worker that accepts itself: the loop tells it of a connection.
      const trace::TaskIndex task = m_index.tasks().subject({step});
      if (!task || event.agent.value == 0) return false;
      const trace::TaskLife& life = m_index.tasks().at(task);
      return life.queue == trace::Queue::poll && trace.view(life.label) == "connection";
    }
    default:
      return false;
  }
}

const ClusterState& ClusterStory::at(uint64_t position) {
  if (m_applied > 0 && m_steps[m_applied - 1] >= position) {
    m_state = {};
    m_applied = 0;
  }
  while (m_applied < m_steps.size() && m_steps[m_applied] < position) apply(m_steps[m_applied++]);
  return m_state;
}

void ClusterStory::apply(uint64_t step) {
  const trace::Event& event = m_index.trace().events[step];
  switch (event.kind) {
    case trace::kKind<trace::AgentChange>:
      return take_in(event, trace::unpack<trace::AgentChange>(event));
    case trace::kKind<trace::PortChange>: {
      const auto port = trace::unpack<trace::PortChange>(event);
      m_state.port_owners[port.id] = AgentId{static_cast<uint16_t>(port.owner)};
      return;
    }
    case trace::kKind<trace::MessageMove>:
      return take_in(event, trace::unpack<trace::MessageMove>(event));
    case trace::kKind<trace::SignalChange>:
      return take_in(trace::unpack<trace::SignalChange>(event));
    case trace::kKind<trace::Handoff>:
      return take_in(event, trace::unpack<trace::Handoff>(event), step);
    case trace::kKind<trace::Start>:
      return accept(event, step);
    case trace::kKind<trace::Error>: {
      const auto error = trace::unpack<trace::Error>(event);
      if (error.fate != trace::ErrorFate::warning) m_state.errors[event.agent.value] = error.text;
      return;
    }
    case trace::kKind<trace::Exit>:
      return end(event);
    default:
      return;
  }
}

ProcessRow* ClusterStory::process(AgentId agent) {
  const auto found = m_state.processes.find(agent.value);
  return found == m_state.processes.end() ? nullptr : &found->second;
}

void ClusterStory::take_in(const trace::Event& event, const trace::AgentChange& change) {
  if (change.kind != trace::AgentKind::process) return;
  const AgentId agent{static_cast<uint16_t>(change.id)};
  if (change.op == trace::AgentOp::created) {
    ProcessRow row;
    row.agent = agent;
    row.parent = event.agent;
    row.number = ++m_state.forks[event.agent.value];
    row.pid = change.pid;
    row.label = change.label;
    row.since = event.time;
    m_state.by_pid[change.pid] = agent;
    m_state.latest_parent = event.agent;
    m_state.processes[agent.value] = std::move(row);
  } else if (ProcessRow* row = process(agent); row != nullptr &&
                                               change.op == trace::AgentOp::ending &&
                                               row->stage != ProcessStage::kDead) {
    row->stage = ProcessStage::kDisconnecting;
    row->since = event.time;
  }
}

// How far a worker is, is told by what it and its primary say to each other.
void ClusterStory::take_in(const trace::Event& event, const trace::MessageMove& move) {
  if (move.op != trace::MessageOp::send) return;
  const std::string_view text = m_index.trace().view(move.text);
  ProcessRow* worker = process(event.agent);
  if (speaks(text, "disconnect")) {
    const auto owner = m_state.port_owners.find(move.to);
    if (owner != m_state.port_owners.end() && process(owner->second) != nullptr &&
        process(owner->second)->parent == event.agent)
      worker = process(owner->second);
  }
  if (worker == nullptr || worker->stage == ProcessStage::kDead) return;
  worker->is_worker = true;
  const auto enter = [&](ProcessStage stage) {
    worker->stage = stage;
    worker->since = event.time;
  };
  std::deque<AgentId>& free = m_state.listeners[worker->parent.value].free;
  m_state.listeners[worker->parent.value].primary = worker->parent;
  if (speaks(text, "online")) {
    enter(ProcessStage::kOnline);
  } else if (speaks(text, "listening")) {
    enter(ProcessStage::kListening);
    if (std::ranges::find(free, worker->agent) == free.end()) free.push_back(worker->agent);
  } else if (speaks(text, "disconnect") || speaks(text, "close")) {
    enter(ProcessStage::kDisconnecting);
    std::erase(free, worker->agent);
  }
}

void ClusterStory::take_in(const trace::Event& event, const trace::Handoff& handoff,
                           uint64_t step) {
  Listener& listener = m_state.listeners[event.agent.value];
  listener.primary = event.agent;
  listener.address = handoff.address;
  const AgentId agent{static_cast<uint16_t>(handoff.worker)};
  HandedConnection& connection = m_state.connections[handoff.connection];
  connection.step = step;
  std::erase(listener.waiting, handoff.connection);
  std::erase(listener.on_their_way, handoff.connection);
  switch (handoff.op) {
    case trace::HandoffOp::queued:
      listener.waiting.push_back(handoff.connection);
      return;
    case trace::HandoffOp::given:
      connection.worker = agent;
      connection.given = event.time;
      listener.on_their_way.push_back(handoff.connection);
      std::erase(listener.free, agent);
      ++listener.handed;
      return;
    case trace::HandoffOp::taken:
    case trace::HandoffOp::returned:
      ProcessRow* worker = process(agent);
      if (worker == nullptr) return;
      if (worker->stage == ProcessStage::kListening) listener.free.push_back(agent);
      if (handoff.op == trace::HandoffOp::returned) return;
      connection.taken = event.time;
      note_latest(*worker, handoff.connection);
      return;
  }
}

void ClusterStory::accept(const trace::Event& event, uint64_t step) {
  ProcessRow* worker = process(event.agent);
  if (worker == nullptr) return;
  const uint32_t number = kAcceptedItself | static_cast<uint32_t>(step);
  m_state.connections[number] = {event.agent, step, event.time, event.time};
  note_latest(*worker, number);
}

void ClusterStory::take_in(const trace::SignalChange& change) {
  const auto found = m_state.by_pid.find(change.pid);
  if (found == m_state.by_pid.end()) return;
  ProcessRow& row = m_state.processes[found->second.value];
  row.signal_op = change.op;
  row.signal_name = change.name;
}

void ClusterStory::end(const trace::Event& event) {
  ProcessRow* row = process(event.agent);
  if (row == nullptr) return;
  const auto exit = trace::unpack<trace::Exit>(event);
  row->stage = ProcessStage::kDead;
  row->since = event.time;
  row->exit_code = exit.code;
  row->exit_signal = exit.signal;
  row->error = m_state.errors[event.agent.value];
  if (const auto found = m_state.listeners.find(row->parent.value);
      found != m_state.listeners.end())
    std::erase(found->second.free, event.agent);
}

}  // namespace loopscope::gui
