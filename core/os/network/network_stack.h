#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/os/file_result.h"
#include "core/os/network/line.h"
#include "core/os/network/network.h"
#include "core/os/network/socket.h"

namespace loopscope::os {

// The sockets of one process: Linux's system calls as libuv makes them (none of them blocks), and
// what epoll tells. Time is the process's own; what comes from others is looked at as it passes.
class NetworkStack {
 public:
  // What the process says of itself.
  struct Host {
    std::function<VirtualTime()> now;
    std::function<TaskId()> running;
    // Something can be done with a socket since then: poll has to look again.
    std::function<void(VirtualTime)> wake;
    // Of a remote host; empty and null: it is a process of the machine's own.
    std::string address = {};
    const Line* line = nullptr;  // not owned
  };
  NetworkStack(Network& network, Host host) : m_network(network), m_host(std::move(host)) {}
  ~NetworkStack();
  NetworkStack(const NetworkStack&) = delete;
  NetworkStack& operator=(const NetworkStack&) = delete;

  SocketId open(Family family);
  // EADDRINUSE, EACCES, EADDRNOTAVAIL, EINVAL.
  Errno bind(SocketId id, Address address);
  Errno listen(SocketId id, int backlog);
  // EAGAIN: nobody has asked for a connection.
  FileResult<SocketId> accept(SocketId id);
  // EINPROGRESS; what becomes of it is told as is_writable, and by take_error().
  Errno connect(SocketId id, Address address);
  // How many bytes were taken. EAGAIN: none, until it is writable again.
  FileResult<size_t> write(SocketId id, std::string_view bytes);
  // At most so many bytes; none at the end. EAGAIN: nothing is there.
  FileResult<std::string> read(SocketId id, size_t most);
  // An HTTP request of that number begins with what is written next, behind `before` bytes more.
  void put_request(SocketId id, uint32_t number, size_t before);
  // No more will be written.
  Errno shut_down(SocketId id);
  void close(SocketId id);
  // The same at once: the other end sees an error.
  void reset(SocketId id);
  // The process ends: what it has written still goes its way.
  void close_all();
  // A socket goes into other hands, with all that has come and is still to go.
  void hand_over(SocketId id, NetworkStack& to);
  void take_over(SocketId unowned) { m_network.unowned().hand_over(unowned, *this); }
  // Two ends of a connection that needs no address, one of another process's (socketpair).
  struct Pair {
    SocketId own = 0;
    SocketId others = 0;
  };
  Pair make_pair(NetworkStack& other);
  // Another socket that accepts what comes to an address that another process has taken.
  SocketId share(SocketId bound);
  // Writes as a process does that waits until all is taken.
  void write_all(SocketId id, std::string_view bytes);

  // The line that a remote host's connections go over; null: it is none.
  const Line* line() const { return m_host.line; }

  // What a call would fail with; it is told once (SO_ERROR).
  Errno take_error(SocketId id);
  const Socket& socket(SocketId id) const { return m_sockets.at(id); }
  bool is_connecting(SocketId id) const { return socket(id).state == Socket::State::kConnecting; }

  // What epoll waits for.
  void want(SocketId id, bool read, bool write);
  struct Ready {
    SocketId id = 0;
    VirtualTime since;
  };
  // The sockets that something can be done with which they want, in the order they became so.
  std::vector<Ready> ready();
  bool is_readable(SocketId id) const;
  bool is_writable(SocketId id) const;
  // Both ways are shut, or it failed (EPOLLHUP).
  bool is_hung_up(SocketId id) const;
  bool is_open(SocketId id) const { return m_sockets.contains(id); }

  // Of the network: a segment arrives.
  void arrive(const Segment& segment);

 private:
  using Kind = Segment::Kind;

  VirtualTime now() const;
  void catch_up() { m_network.advance(m_host.now()); }
  void arrive_at(SocketId id, Socket& socket, const Segment& segment);
  void take_request(const Segment& segment);
  void accept_request(SocketId listener, const Segment& segment);
  void try_again_later(const Segment& segment);
  void take_data(SocketId id, Socket& socket, const Segment& segment);
  void take_reset(SocketId id, Socket& socket, int error);
  void send(SocketId id, Socket& socket, Kind kind, std::string bytes = {}, uint64_t count = 0,
            uint64_t room = 0, std::vector<uint32_t> requests = {});
  void send_more(SocketId id, Socket& socket);
  std::vector<uint32_t> requests_in(Socket& socket, size_t bytes);
  void drop(SocketId id);
  SocketId who_accepts(SocketId listener);
  void close_listener(SocketId id, Socket& socket);
  void pass_on(SocketId id, Socket& socket);
  void note_ready(SocketId id);
  bool is_ready(SocketId id, const Socket& socket) const;

  Network& m_network;
  Host m_host;
  std::map<SocketId, Socket> m_sockets;
  std::vector<Ready> m_ready;
};

}  // namespace loopscope::os
