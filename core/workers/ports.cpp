#include "core/workers/ports.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace loopscope::workers {

PortId Ports::make(AgentId owner) {
  const PortId id{++m_last};
  m_ports.emplace(id, Port{});
  attach(id, owner);
  return id;
}

void Ports::entangle(PortId one, PortId other) {
  m_ports.at(one).peer = other;
  m_ports.at(other).peer = one;
}

void Ports::join(PortId port, const std::string& channel) {
  m_ports.at(port).channel = channel;
  m_channels[channel].push_back(port);
}

std::optional<AgentId> Ports::owner(PortId port) const {
  const auto found = m_ports.find(port);
  return found == m_ports.end() ? std::nullopt : found->second.owner;
}

PortId Ports::peer(PortId port) const {
  const auto found = m_ports.find(port);
  return found == m_ports.end() ? PortId{} : found->second.peer;
}

std::vector<PortId> Ports::receivers(PortId port) const {
  const auto found = m_ports.find(port);
  if (found == m_ports.end()) return {};
  const Port& from = found->second;
  if (from.channel.empty())
    return is_open(from.peer) ? std::vector<PortId>{from.peer} : std::vector<PortId>{};
  std::vector<PortId> others = m_channels.at(from.channel);
  std::erase(others, port);
  return others;
}

// Senders may be ahead of each other by the scheduler's lookahead: a message of an earlier time may
// come in later.
void Ports::deliver(PortId port, Message message) {
  const auto found = m_ports.find(port);
  if (found == m_ports.end()) return;
  std::deque<Message>& queue = found->second.queue;
  const auto place = std::upper_bound(
      queue.begin(), queue.end(), message.arrives,
      [](VirtualTime arrives, const Message& other) { return arrives < other.arrives; });
  queue.insert(place, std::move(message));
}

void Ports::start(PortId port) {
  if (const auto found = m_ports.find(port); found != m_ports.end()) found->second.started = true;
}

void Ports::stop(PortId port) {
  if (const auto found = m_ports.find(port); found != m_ports.end()) found->second.started = false;
}

bool Ports::is_started(PortId port) const {
  const auto found = m_ports.find(port);
  return found != m_ports.end() && found->second.started;
}

void Ports::detach(PortId port) {
  Port& state = m_ports.at(port);
  assert(state.owner);
  std::erase(m_owned[*state.owner], Place{state.place, port});
  state.owner.reset();
  state.started = false;
}

void Ports::attach(PortId port, AgentId owner) {
  const auto found = m_ports.find(port);
  if (found == m_ports.end()) return;
  assert(!found->second.owner);
  found->second.owner = owner;
  found->second.place = ++m_last_places[owner];
  m_owned[owner].emplace_back(found->second.place, port);
}

std::vector<Message> Ports::close(PortId port, Message news) {
  const auto found = m_ports.find(port);
  if (found == m_ports.end()) return {};
  Port closed = std::move(found->second);
  m_ports.erase(found);
  if (closed.owner) std::erase(m_owned[*closed.owner], Place{closed.place, port});
  if (!closed.channel.empty()) std::erase(m_channels[closed.channel], port);
  assert(news.closes());
  deliver(closed.peer, std::move(news));
  std::vector<Message> lost;
  for (Message& message : closed.queue)
    if (!message.closes()) lost.push_back(std::move(message));
  return lost;
}

std::optional<Message> Ports::take(PortId port, VirtualTime now) {
  const auto found = m_ports.find(port);
  if (found == m_ports.end()) return std::nullopt;
  std::deque<Message>& queue = found->second.queue;
  if (queue.empty() || queue.front().arrives > now) return std::nullopt;
  std::optional<Message> message = std::move(queue.front());
  queue.pop_front();
  return message;
}

std::optional<Message> Ports::take_from(PortId port, AgentId sender) {
  std::deque<Message>& queue = m_ports.at(port).queue;
  const auto found = std::find_if(queue.begin(), queue.end(), [sender](const Message& message) {
    return message.sender == sender;
  });
  if (found == queue.end()) return std::nullopt;
  std::optional<Message> message = std::move(*found);
  queue.erase(found);
  return message;
}

std::vector<const Message*> Ports::heads(PortId port, bool started) const {
  const Port& state = m_ports.at(port);
  std::vector<const Message*> heads;
  if (!started && !state.queue.empty() && !state.queue.front().closes()) return heads;
  for (const Message& message : state.queue)
    if (std::none_of(heads.begin(), heads.end(),
                     [&](const Message* head) { return head->sender == message.sender; }))
      heads.push_back(&message);
  return heads;
}

bool Ports::closes_next(PortId port, VirtualTime now) const {
  const auto found = m_ports.find(port);
  if (found == m_ports.end() || found->second.queue.empty()) return false;
  const Message& first = found->second.queue.front();
  return first.closes() && first.arrives <= now;
}

size_t Ports::arrived(PortId port, VirtualTime now) const {
  const auto found = m_ports.find(port);
  if (found == m_ports.end()) return 0;
  const std::deque<Message>& queue = found->second.queue;
  const auto later = std::partition_point(
      queue.begin(), queue.end(), [now](const Message& message) { return message.arrives <= now; });
  return static_cast<size_t>(later - queue.begin());
}

std::optional<VirtualTime> Ports::due(const Port& port) {
  if (port.queue.empty()) return std::nullopt;
  const Message& first = port.queue.front();
  if (!port.started && !first.closes()) return std::nullopt;
  return first.arrives;
}

std::optional<VirtualTime> Ports::next_arrival(AgentId agent) const {
  const auto owned = m_owned.find(agent);
  if (owned == m_owned.end()) return std::nullopt;
  std::optional<VirtualTime> next;
  for (const auto& [place, id] : owned->second) {
    const std::optional<VirtualTime> at = due(m_ports.at(id));
    if (at && (!next || *at < *next)) next = at;
  }
  return next;
}

std::vector<PortId> Ports::with_arrivals(AgentId agent, VirtualTime now) const {
  std::vector<PortId> ready;
  const auto owned = m_owned.find(agent);
  if (owned == m_owned.end()) return ready;
  for (const auto& [place, id] : owned->second) {
    const std::optional<VirtualTime> at = due(m_ports.at(id));
    if (at && *at <= now) ready.push_back(id);
  }
  return ready;
}

std::vector<PortId> Ports::of(AgentId agent) const {
  std::vector<PortId> ports;
  const auto owned = m_owned.find(agent);
  if (owned == m_owned.end()) return ports;
  for (const auto& [place, id] : owned->second) ports.push_back(id);
  return ports;
}

}  // namespace loopscope::workers
