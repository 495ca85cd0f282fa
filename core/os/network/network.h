#pragma once

#include <cstdint>
#include <map>
#include <unordered_map>

#include "core/os/file_result.h"
#include "core/os/network/segment.h"
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
// to another's. What a process sees of it is its NetworkStack.
class Network {
 public:
  Network(NetworkOptions options, sim::Choices& choices) : m_options(options), m_choices(choices) {}
  Network(const Network&) = delete;
  Network& operator=(const Network&) = delete;

  const NetworkOptions& options() const { return m_options; }

  // Ids of sockets, and whose they are while they are open.
  SocketId add(NetworkStack& stack);
  void remove(SocketId id) { m_stacks.erase(id); }

  // Takes an address for a socket: EADDRINUSE. A port of 0 is replaced by a free one.
  Errno take_address(SocketId id, Address& address);
  void free_address(SocketId id);
  // Has the socket that has this address accept connections there.
  void set_listening(SocketId id);
  // The one that accepts connections to this address, or 0.
  SocketId listener_at(const Address& address) const;

  // A free port for a connection from this address.
  uint16_t free_port(const Address& address);

  // Sends a segment on its way at `now` from a socket of `from`. `not_before` is when the one
  // before it on the same way arrives: none overtakes another. The time of arrival.
  VirtualTime send(NetworkStack& from, VirtualTime now, VirtualTime not_before, Segment segment);
  // Has it come to the same process again `after` a while.
  void send_again(NetworkStack& to, VirtualTime at, Segment segment);

 private:
  struct Taken {
    Address address;
    bool listens = false;
  };
  NetworkStack* stack_of(const Segment& segment) const;
  bool is_taken(const Address& address) const;
  VirtualTime latency();

  NetworkOptions m_options;
  sim::Choices& m_choices;
  SocketId m_last_id = 0;
  uint16_t m_last_port = 49'151;  // the first is that of RFC 6335's dynamic ports
  std::unordered_map<SocketId, NetworkStack*> m_stacks;
  std::map<SocketId, Taken> m_taken;
  VirtualTime m_out_is_free;   // when the way to those who accept connections is free again
  VirtualTime m_back_is_free;  // and the way back
};

}  // namespace loopscope::os
