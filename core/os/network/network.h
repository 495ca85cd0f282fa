#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>

#include "core/os/file_result.h"
#include "core/os/network/line.h"
#include "core/os/network/request_numbers.h"
#include "core/os/network/segment.h"
#include "core/sim/agenda.h"
#include "core/sim/choices.h"

namespace loopscope::os {

class NetworkStack;

// What lies between the ends of connections.
struct NetworkOptions {
  // How long a segment is on its way within one process. On Linux the loopback device hands it over
  // in the very system call that sends it.
  VirtualTime latency_min;
  VirtualTime latency_max;
  // The least that anything takes from one process to another, whatever the above says: what the
  // scheduler of agents takes for granted.
  VirtualTime between_processes = VirtualTime::from_us(20);
  uint64_t bytes_per_second = 0;  // one way, of all connections together; 0: no bound
  // What Linux gives a connection over the loopback device: about as many bytes are taken before
  // the other end reads any.
  uint64_t send_buffer = 2'560 << 10;
  uint64_t receive_buffer = 128 << 10;
};

// The network of the simulated machine: who listens where, and the way from one process's sockets
// to another's. What a process sees of it is its NetworkStack. What has arrived is dealt with at
// its own time, as Linux does it, whatever the processes do meanwhile.
class Network {
 public:
  // advance() is to be called at that time, if no process does so before by looking at its sockets.
  using Alarm = std::function<void(VirtualTime)>;

  Network(NetworkOptions options, sim::Choices& choices, Alarm alarm);
  ~Network();
  Network(const Network&) = delete;
  Network& operator=(const Network&) = delete;

  const NetworkOptions& options() const { return m_options; }

  // Has all arrive that does by `now`.
  void advance(VirtualTime now);
  // Up to when that has been done.
  VirtualTime looked_until() const { return m_looked_until; }
  // When something next does.
  std::optional<VirtualTime> next_arrival() const { return m_travelling.next_due(); }
  // While something arrives, when that is.
  std::optional<VirtualTime> arriving_at() const { return m_arriving_at; }

  // Ids of sockets, and whose they are while they are open.
  SocketId add(NetworkStack& stack);
  void assign(SocketId id, NetworkStack& stack) { m_stacks[id] = &stack; }
  void remove(SocketId id) {
    m_stacks.erase(id);
    m_line_is_free.erase(id);
  }
  // The line of the remote host whose socket this is; null: it is a process's.
  const Line* line_of(SocketId id) const;
  // The one whose socket this is; null: nobody's.
  NetworkStack* owner(SocketId id) const;
  // Which of several processes that could do something at once is first to do it.
  uint64_t choose_first(uint64_t options) {
    return m_choices.choose(sim::ChoicePoint::ready_order, options);
  }
  // A socket begins to accept connections to this address.
  void set_on_listening(std::function<void(const Address&)> on_listening) {
    m_on_listening = std::move(on_listening);
  }
  RequestNumbers& requests() { return m_requests; }
  // The first bytes of an HTTP request come to the socket that accepted its connection.
  using OnRequest = std::function<void(uint32_t number, SocketId connection, VirtualTime at)>;
  void set_on_request(OnRequest on_request) { m_on_request = std::move(on_request); }
  void tell_of_request(uint32_t number, SocketId connection, VirtualTime at) {
    if (m_on_request) m_on_request(number, connection, at);
  }
  // The sockets that no process has: on their way to another, or left by one that has ended.
  NetworkStack& unowned() { return *m_unowned; }

  // Takes an address for a socket: EADDRINUSE. A port of 0 is replaced by a free one.
  Errno take_address(SocketId id, Address& address);
  void free_address(SocketId id);
  // The address is another socket's from now on.
  void pass_address(SocketId from, SocketId to);
  // Has the socket that has this address accept connections there.
  void set_listening(SocketId id);
  // The one that accepts connections to this address, or 0.
  SocketId listener_at(const Address& address) const;

  // A free port for a connection from this address.
  uint16_t free_port(const Address& address);

  // Sends a segment on its way at `now` from a socket of `from`. `not_before` is when the one
  // before it on the same way arrives: none overtakes another. The time of arrival.
  VirtualTime send(NetworkStack& from, VirtualTime now, VirtualTime not_before, Segment segment);
  // Tells the sender of what came to nobody.
  void refuse(VirtualTime now, const Segment& segment);
  // Has it arrive again at that time.
  void send_again(VirtualTime at, Segment segment);

 private:
  struct Taken {
    Address address;
    bool listens = false;
  };
  NetworkStack* stack_of(const Segment& segment) const;
  bool is_taken(const Address& address) const;
  VirtualTime latency(const Line* line);
  VirtualTime pass_through(const Segment& segment, const Line* line, VirtualTime now);

  NetworkOptions m_options;
  sim::Choices& m_choices;
  Alarm m_alarm;
  sim::Agenda<Segment> m_travelling;
  std::optional<VirtualTime> m_arriving_at;
  VirtualTime m_looked_until;
  SocketId m_last_id = 0;
  uint16_t m_last_port = 49'151;  // the first is that of RFC 6335's dynamic ports
  std::unordered_map<SocketId, NetworkStack*> m_stacks;
  std::map<SocketId, Taken> m_taken;
  VirtualTime m_out_is_free;   // when the way to those who accept connections is free again
  VirtualTime m_back_is_free;  // and the way back
  RequestNumbers m_requests;
  OnRequest m_on_request;
  std::unordered_map<SocketId, VirtualTime> m_line_is_free;  // for what goes out from a socket
  std::function<void(const Address&)> m_on_listening;
  std::unique_ptr<NetworkStack> m_unowned;
};

}  // namespace loopscope::os
