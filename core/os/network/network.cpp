#include "core/os/network/network.h"

#include <algorithm>
#include <utility>

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
  m_looked_until = std::max(m_looked_until, now);
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

void Network::pass_address(SocketId from, SocketId to) {
  auto taken = m_taken.extract(from);
  if (taken.empty()) return;
  taken.key() = to;
  m_taken.insert(std::move(taken));
}

void Network::set_listening(SocketId id) {
  Taken& taken = m_taken.at(id);
  if (!std::exchange(taken.listens, true) && m_on_listening) m_on_listening(taken.address);
}

SocketId Network::listener_at(const Address& address) const {
  for (const auto& [id, taken] : m_taken)
    if (taken.listens && collide(taken.address, address)) return id;
  return 0;
}

VirtualTime Network::latency(const Line* line) {
  if (line != nullptr && line->latency)
    return m_choices.between(sim::ChoicePoint::net_latency, line->latency->shortest,
                             line->latency->longest);
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

// When the last of its bytes is on its way.
VirtualTime Network::pass_through(const Segment& segment, const Line* line, VirtualTime now) {
  const bool is_own = line != nullptr && line->bytes_per_second != 0;
  const uint64_t rate = is_own ? line->bytes_per_second : m_options.bytes_per_second;
  if (rate == 0 || segment.bytes.empty()) return now;
  VirtualTime& is_free = is_own                      ? m_line_is_free[segment.from]
                         : segment.from < segment.to ? m_out_is_free
                                                     : m_back_is_free;
  is_free = std::max(now, is_free);
  is_free.ns +=
      static_cast<int64_t>(segment.bytes.size() * static_cast<uint64_t>(kNsPerSecond) / rate);
  return is_free;
}

const Line* Network::line_of(SocketId id) const {
  const NetworkStack* const stack = owner(id);
  return stack == nullptr ? nullptr : stack->line();
}

VirtualTime Network::send(NetworkStack& from, VirtualTime now, VirtualTime not_before,
                          Segment segment) {
  NetworkStack* to = stack_of(segment);
  // A port that nobody listens at is the machine's own business.
  if (to == nullptr) to = &from;
  const Line* const line = from.line() != nullptr ? from.line() : to->line();
  const VirtualTime begins = pass_through(segment, line, now);
  VirtualTime taken = latency(line);
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
