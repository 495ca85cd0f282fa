#include "core/os/network/network.h"

#include <algorithm>

#include "core/os/network/network_stack.h"

namespace loopscope::os {

namespace {

constexpr uint16_t kFirstDynamicPort = 49'152;
constexpr int64_t kNsPerSecond = 1'000'000'000;

// Whether two sockets can't have these addresses both: an address that stands for all of them, ::
// for those of IPv4 too, takes in every other.
bool collide(const Address& one, const Address& other) {
  if (one.family == Family::kUnix || other.family == Family::kUnix)
    return one.family == other.family && one.host == other.host;
  if (one.port != other.port) return false;
  if (one.host == "::" || other.host == "::") return true;
  if (one.family != other.family) return false;
  return one.is_any() || other.is_any() || one.host == other.host;
}

bool asks_for_answer(const Segment& segment) {
  return segment.kind == Segment::Kind::kConnect || segment.kind == Segment::Kind::kData ||
         segment.kind == Segment::Kind::kAccept;
}

}  // namespace

Network::Network(NetworkOptions options, sim::Choices& choices, Alarm alarm)
    : m_options(options), m_choices(choices), m_alarm(std::move(alarm)) {
  // Nobody calls anything of it but for what arrives.
  m_unowned = std::make_unique<NetworkStack>(
      *this, NetworkStack::Host{[this] { return m_arriving_at.value_or(VirtualTime{}); },
                                [] { return TaskId{}; }, [](VirtualTime) {}});
}

Network::~Network() = default;

// A process that looks may be ahead of another by less than anything takes between them: nobody
// sees what has not been sent.
void Network::advance(VirtualTime now) {
  if (m_arriving_at) return;
  while (const auto entry = m_travelling.take_due(now)) {
    m_arriving_at = entry->due;
    if (NetworkStack* const stack = stack_of(entry->item))
      stack->arrive(entry->item);
    else if (asks_for_answer(entry->item))
      refuse(entry->due, entry->item);
  }
  m_arriving_at.reset();
}

SocketId Network::add(NetworkStack& stack) {
  m_stacks[++m_last_id] = &stack;
  return m_last_id;
}

bool Network::is_taken(const Address& address) const {
  return std::any_of(m_taken.begin(), m_taken.end(),
                     [&](const auto& taken) { return collide(taken.second.address, address); });
}

uint16_t Network::free_port(const Address& address) {
  Address candidate = address;
  do {
    m_last_port =
        m_last_port == UINT16_MAX ? kFirstDynamicPort : static_cast<uint16_t>(m_last_port + 1);
    candidate.port = m_last_port;
  } while (is_taken(candidate));
  return candidate.port;
}

Errno Network::take_address(SocketId id, Address& address) {
  if (address.family != Family::kUnix && address.port == 0) address.port = free_port(address);
  if (is_taken(address)) return {EADDRINUSE};
  m_taken[id] = {address, false};
  return {};
}

void Network::free_address(SocketId id) {
  m_taken.erase(id);
}

void Network::set_listening(SocketId id) {
  m_taken.at(id).listens = true;
}

SocketId Network::listener_at(const Address& address) const {
  for (const auto& [id, taken] : m_taken)
    if (taken.listens && collide(taken.address, address)) return id;
  return 0;
}

VirtualTime Network::latency() {
  if (m_options.latency_min == m_options.latency_max) return m_options.latency_min;
  return m_choices.between(sim::ChoicePoint::net_latency, m_options.latency_min,
                           m_options.latency_max);
}

NetworkStack* Network::stack_of(const Segment& segment) const {
  return owner(segment.kind == Segment::Kind::kConnect ? listener_at(segment.to_address)
                                                       : segment.to);
}

NetworkStack* Network::owner(SocketId id) const {
  const auto found = m_stacks.find(id);
  return found == m_stacks.end() ? nullptr : found->second;
}

VirtualTime Network::send(NetworkStack& from, VirtualTime now, VirtualTime not_before,
                          Segment segment) {
  NetworkStack* to = stack_of(segment);
  // A port that nobody listens at is the machine's own business.
  if (to == nullptr) to = &from;
  VirtualTime begins = now;
  if (m_options.bytes_per_second != 0 && !segment.bytes.empty()) {
    VirtualTime& is_free = segment.from < segment.to ? m_out_is_free : m_back_is_free;
    begins = std::max(begins, is_free);
    begins.ns += static_cast<int64_t>(segment.bytes.size() * static_cast<uint64_t>(kNsPerSecond) /
                                      m_options.bytes_per_second);
    is_free = begins;
  }
  VirtualTime taken = latency();
  if (to != &from) taken = std::max(taken, m_options.between_processes);
  const VirtualTime arrives = std::max(begins + taken, not_before);
  const bool arrives_at_once = to == &from && arrives <= now;
  m_travelling.add(arrives, std::move(segment));
  // The process itself looks when it has called.
  if (!arrives_at_once) m_alarm(arrives);
  return arrives;
}

void Network::refuse(VirtualTime now, const Segment& segment) {
  Segment answer;
  answer.kind = Segment::Kind::kRefuse;
  answer.from = segment.to;
  answer.to = segment.from;
  answer.from_address = segment.to_address;
  answer.to_address = segment.from_address;
  answer.error = segment.error;
  answer.cause = segment.cause;
  if (NetworkStack* const to = stack_of(answer)) send(*to, now, {}, std::move(answer));
}

void Network::send_again(VirtualTime at, Segment segment) {
  m_travelling.add(at, std::move(segment));
  m_alarm(at);
}

}  // namespace loopscope::os
