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

}  // namespace

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
  const SocketId to =
      segment.kind == Segment::Kind::kConnect ? listener_at(segment.to_address) : segment.to;
  const auto found = m_stacks.find(to);
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
  to->add_arrival(arrives, std::move(segment));
  return arrives;
}

void Network::send_again(NetworkStack& to, VirtualTime at, Segment segment) {
  to.add_arrival(at, std::move(segment));
}

}  // namespace loopscope::os
