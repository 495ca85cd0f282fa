#include "core/os/network/network_stack.h"

#include <algorithm>
#include <utility>

namespace loopscope::os {

using State = Socket::State;

namespace {

// The most that travels in one piece, so that a long write and others share the way.
constexpr size_t kLargestSegment = 64 << 10;
// Ports below this are not for ordinary users (net.ipv4.ip_unprivileged_port_start).
constexpr uint16_t kFirstUserPort = 1024;
// Linux asks again for a connection after one second, then two, four, … and gives up after six.
constexpr int kMostAttempts = 6;
constexpr int64_t kMsBeforeSecondAttempt = 1'000;
// A listener holds one connection more than its backlog says.
constexpr size_t kBeyondBacklog = 1;
constexpr size_t kLargestBacklog = 4096;  // net.core.somaxconn

Address loopback_of(const Address& address) {
  if (!address.is_any()) return address;
  return {address.family, address.family == Family::kIpv6 ? "::1" : "127.0.0.1", address.port};
}

}  // namespace

NetworkStack::~NetworkStack() {
  for (const auto& [id, socket] : m_sockets) {
    m_network.free_address(id);
    m_network.remove(id);
  }
}

// When what is done now is done.
VirtualTime NetworkStack::now() const {
  const std::optional<VirtualTime> arriving_at = m_network.arriving_at();
  return arriving_at ? *arriving_at : m_host.now();
}

// ---- Calls ----

SocketId NetworkStack::open(Family family) {
  const SocketId id = m_network.add(*this);
  Socket& socket = m_sockets[id];
  socket.family = socket.local.family = socket.remote.family = family;
  socket.send_buffer =
      m_host.line != nullptr ? m_host.line->send_buffer : m_network.options().send_buffer;
  return id;
}

Errno NetworkStack::bind(SocketId id, Address address) {
  catch_up();
  Socket& socket = m_sockets.at(id);
  if (socket.has_address) return {EINVAL};
  if (address.family != Family::kUnix) {
    if (!address.is_any() && !address.is_loopback()) return {EADDRNOTAVAIL};
    if (address.port != 0 && address.port < kFirstUserPort) return {EACCES};
  }
  if (const Errno error = m_network.take_address(id, address); error.failed()) return error;
  socket.local = address;
  socket.has_address = true;
  return {};
}

Errno NetworkStack::listen(SocketId id, int backlog) {
  catch_up();
  Socket& socket = m_sockets.at(id);
  if (!socket.has_address) {
    Address any{socket.family, socket.family == Family::kIpv6 ? "::" : "0.0.0.0", 0};
    if (const Errno error = bind(id, any); error.failed()) return error;
  }
  if (socket.shares != 0 && m_network.owner(socket.shares) == nullptr) return {EINVAL};
  socket.state = State::kListening;
  socket.backlog = std::min(static_cast<size_t>(std::max(backlog, 0)), kLargestBacklog);
  m_network.set_listening(socket.shares != 0 ? socket.shares : id);
  return {};
}

SocketId NetworkStack::share(SocketId bound) {
  NetworkStack* const owner = m_network.owner(bound);
  if (owner == nullptr) return 0;
  Socket& original = owner->m_sockets.at(bound);
  const SocketId id = open(original.family);
  Socket& socket = m_sockets.at(id);
  socket.local = original.local;
  socket.has_address = true;
  socket.shares = bound;
  original.shared_by.push_back(id);
  return id;
}

NetworkStack::Pair NetworkStack::make_pair(NetworkStack& other) {
  const Pair pair{open(Family::kUnix), other.open(Family::kUnix)};
  const auto connect = [this](Socket& socket, SocketId peer) {
    socket.state = State::kConnected;
    socket.peer = peer;
    socket.room = m_network.options().receive_buffer;
  };
  connect(m_sockets.at(pair.own), pair.others);
  connect(other.m_sockets.at(pair.others), pair.own);
  return pair;
}

void NetworkStack::write_all(SocketId id, std::string_view bytes) {
  catch_up();
  const auto found = m_sockets.find(id);
  if (found == m_sockets.end() || found->second.state != State::kConnected) return;
  found->second.unsent.append(bytes);
  send_more(id, found->second);
}

FileResult<SocketId> NetworkStack::accept(SocketId id) {
  catch_up();
  Socket& socket = m_sockets.at(id);
  if (socket.waiting.empty()) return Errno{EAGAIN};
  const SocketId accepted = socket.waiting.front();
  socket.waiting.pop_front();
  return accepted;
}

Errno NetworkStack::connect(SocketId id, Address address) {
  catch_up();
  Socket& socket = m_sockets.at(id);
  if (socket.state != State::kNew) return {EISCONN};
  socket.remote = loopback_of(address);
  if (socket.remote.family != Family::kUnix) {
    if (!socket.remote.is_loopback()) return {ENETUNREACH};
    if (!socket.has_address) {
      socket.local = {socket.remote.family, socket.remote.host, 0};
      if (!m_host.address.empty()) socket.local.host = m_host.address;
      socket.local.port = m_network.free_port(socket.local);
    }
  }
  socket.connects = true;
  socket.state = State::kConnecting;
  send(id, socket, Kind::kConnect);
  catch_up();
  if (socket.state == State::kConnected) return {};
  if (socket.state == State::kFailed) return take_error(id);
  return {EINPROGRESS};
}

FileResult<size_t> NetworkStack::write(SocketId id, std::string_view bytes) {
  catch_up();
  Socket& socket = m_sockets.at(id);
  if (socket.error != 0) return take_error(id);
  if (socket.state != State::kConnected || socket.ending) return Errno{EPIPE};
  const uint64_t held = socket.unsent.size() + socket.untaken;
  const uint64_t most = socket.send_buffer;
  if (held >= most) return Errno{EAGAIN};
  const std::string_view taken = bytes.substr(0, most - held);
  socket.unsent.append(taken);
  send_more(id, socket);
  catch_up();
  return taken.size();
}

FileResult<std::string> NetworkStack::read(SocketId id, size_t most) {
  catch_up();
  Socket& socket = m_sockets.at(id);
  if (!socket.received.empty()) {
    std::string bytes = socket.received.take(most);
    send(id, socket, Kind::kTaken, {}, 0, bytes.size());
    return bytes;
  }
  if (socket.end_received) return std::string();
  if (socket.error != 0) return take_error(id);
  if (socket.state != State::kConnected) return Errno{ENOTCONN};
  return Errno{EAGAIN};
}

Errno NetworkStack::shut_down(SocketId id) {
  catch_up();
  Socket& socket = m_sockets.at(id);
  if (socket.state != State::kConnected) return {ENOTCONN};
  socket.ending = true;
  send_more(id, socket);
  return {};
}

// Linux tells the other end by a reset that bytes were lost: those that came and were never read.
void NetworkStack::close(SocketId id) {
  catch_up();
  Socket& socket = m_sockets.at(id);
  want(id, false, false);
  if (socket.state == State::kListening) {
    close_listener(id, socket);
    return;
  }
  if (socket.state != State::kConnected) {
    drop(id);
    return;
  }
  if (!socket.received.empty()) {
    reset(id);
    return;
  }
  m_network.free_address(id);
  socket.has_address = false;
  socket.orphaned = true;
  socket.ending = true;
  send_more(id, socket);
}

void NetworkStack::reset(SocketId id) {
  catch_up();
  Socket& socket = m_sockets.at(id);
  if (socket.state == State::kConnected) send(id, socket, Kind::kRefuse);
  drop(id);
}

void NetworkStack::close_all() {
  std::vector<SocketId> open;
  for (const auto& [id, socket] : m_sockets)
    if (!socket.orphaned) open.push_back(id);
  for (const SocketId id : open)
    if (m_sockets.contains(id)) close(id);
  while (!m_sockets.empty()) hand_over(m_sockets.begin()->first, m_network.unowned());
}

void NetworkStack::hand_over(SocketId id, NetworkStack& to) {
  want(id, false, false);
  std::erase_if(m_ready, [id](const Ready& ready) { return ready.id == id; });
  to.m_sockets.insert(m_sockets.extract(id));
  m_network.assign(id, to);
  // Connections that wait go along with who listens.
  for (const SocketId waiting : to.m_sockets.at(id).waiting) hand_over(waiting, to);
}

void NetworkStack::close_listener(SocketId id, Socket& socket) {
  if (socket.shared_by.empty()) {
    const std::deque<SocketId> waiting = std::exchange(socket.waiting, {});
    for (const SocketId unaccepted : waiting) reset(unaccepted);
  }
  drop(id);
}

// What several processes have goes on as long as one of them has it: the next one takes its place,
// with the connections that wait.
void NetworkStack::pass_on(SocketId id, Socket& socket) {
  const std::vector<SocketId> others = std::exchange(socket.shared_by, {});
  const SocketId heir_id = others.front();
  NetworkStack& stack = *m_network.owner(heir_id);
  Socket& heir = stack.m_sockets.at(heir_id);
  heir.shares = 0;
  heir.shared_by.assign(others.begin() + 1, others.end());
  for (const SocketId other : heir.shared_by)
    m_network.owner(other)->m_sockets.at(other).shares = heir_id;
  if (heir.state == State::kNew) {
    heir.state = socket.state;
    heir.backlog = socket.backlog;
  }
  m_network.pass_address(id, heir_id);
  for (const SocketId waiting : std::exchange(socket.waiting, {})) {
    if (&stack != this) hand_over(waiting, stack);
    heir.waiting.push_back(waiting);
  }
  if (!heir.waiting.empty()) stack.note_ready(heir_id);
}

void NetworkStack::drop(SocketId id) {
  const SocketId shares = m_sockets.at(id).shares;
  if (NetworkStack* const owner = m_network.owner(shares))
    std::erase(owner->m_sockets.at(shares).shared_by, id);
  if (Socket& socket = m_sockets.at(id); !socket.shared_by.empty()) pass_on(id, socket);
  m_network.free_address(id);
  m_network.requests().forget(id);
  m_network.remove(id);
  m_sockets.erase(id);
  std::erase_if(m_ready, [id](const Ready& ready) { return ready.id == id; });
}

Errno NetworkStack::take_error(SocketId id) {
  return {std::exchange(m_sockets.at(id).error, 0)};
}

// ---- What is sent ----

void NetworkStack::send(SocketId id, Socket& socket, Kind kind, std::string bytes, uint64_t count,
                        uint64_t room, std::vector<uint32_t> requests) {
  Segment segment;
  segment.kind = kind;
  segment.from = id;
  segment.to = socket.peer;
  segment.from_address = socket.local;
  segment.to_address = socket.remote;
  segment.bytes = std::move(bytes);
  segment.count = count;
  segment.room = room;
  segment.requests = std::move(requests);
  segment.cause = m_network.arriving_at() ? socket.cause : m_host.running();
  socket.last_arrival = m_network.send(*this, now(), socket.last_arrival, std::move(segment));
}

void NetworkStack::send_more(SocketId id, Socket& socket) {
  while (!socket.unsent.empty() && socket.room > 0) {
    std::string bytes = socket.unsent.take(std::min<uint64_t>(socket.room, kLargestSegment));
    std::vector<uint32_t> requests = requests_in(socket, bytes.size());
    socket.room -= bytes.size();
    socket.untaken += bytes.size();
    send(id, socket, Kind::kData, std::move(bytes), 0, 0, std::move(requests));
  }
  if (!socket.ending || socket.end_sent || !socket.unsent.empty()) return;
  socket.end_sent = true;
  send(id, socket, Kind::kEnd);
}

void NetworkStack::put_request(SocketId id, uint32_t number, size_t before) {
  Socket& socket = m_sockets.at(id);
  if (!socket.connects || socket.peer == 0) return;
  socket.requests.push_back({socket.sent_bytes + socket.unsent.size() + before, number});
  m_network.requests().put_on(socket.peer, number);
}

// Those that begin in the next so many bytes.
std::vector<uint32_t> NetworkStack::requests_in(Socket& socket, size_t bytes) {
  socket.sent_bytes += bytes;
  std::vector<uint32_t> numbers;
  while (!socket.requests.empty() && socket.requests.front().after_bytes < socket.sent_bytes) {
    numbers.push_back(socket.requests.front().number);
    socket.requests.pop_front();
  }
  return numbers;
}

// ---- What comes ----

void NetworkStack::arrive(const Segment& segment) {
  if (segment.kind == Kind::kConnect) {
    take_request(segment);
    return;
  }
  const auto found = m_sockets.find(segment.to);
  if (found != m_sockets.end()) arrive_at(segment.to, found->second, segment);
}

void NetworkStack::arrive_at(SocketId id, Socket& socket, const Segment& segment) {
  socket.cause = segment.cause;
  switch (segment.kind) {
    case Kind::kAccept:
      socket.state = State::kConnected;
      socket.peer = segment.from;
      socket.room = segment.room;
      break;
    case Kind::kRefuse:
      take_reset(id, socket, segment.error);
      return;
    case Kind::kData:
      take_data(id, socket, segment);
      return;
    case Kind::kTaken:
      socket.untaken -= std::min(socket.untaken, segment.count);
      socket.room += segment.room;
      send_more(id, socket);
      if (socket.orphaned && socket.end_sent && socket.untaken == 0 && socket.end_received) {
        drop(id);
        return;
      }
      break;
    case Kind::kEnd:
      socket.end_received = true;
      if (socket.orphaned && socket.end_sent) {
        drop(id);
        return;
      }
      break;
    case Kind::kConnect:
      break;
  }
  note_ready(id);
}

void NetworkStack::take_data(SocketId id, Socket& socket, const Segment& segment) {
  if (socket.orphaned) {
    // Nobody will read it, and the sender is to know.
    m_network.refuse(now(), segment);
    drop(id);
    return;
  }
  socket.received.append(segment.bytes);
  for (const uint32_t number : segment.requests) m_network.tell_of_request(number, id, now());
  send(id, socket, Kind::kTaken, {}, segment.bytes.size(), 0);
  note_ready(id);
}

// What Linux says of a reset depends on where the connection stood (tcp_reset).
void NetworkStack::take_reset(SocketId id, Socket& socket, int error) {
  if (socket.orphaned) {
    drop(id);
    return;
  }
  if (error != 0)
    socket.error = error;
  else if (socket.state == State::kConnecting)
    socket.error = socket.family == Family::kUnix ? ENOENT : ECONNREFUSED;
  else
    socket.error = socket.end_received ? EPIPE : ECONNRESET;
  socket.state = State::kFailed;
  socket.unsent.clear();
  note_ready(id);
}

// Of those that accept for one address, one with the fewest connections that wait for it.
SocketId NetworkStack::who_accepts(SocketId listener) {
  const Socket& listening = m_sockets.at(listener);
  std::vector<SocketId> candidates;
  size_t fewest = SIZE_MAX;
  if (listening.state == State::kListening) {
    candidates.push_back(listener);
    fewest = listening.waiting.size();
  }
  for (const SocketId id : listening.shared_by) {
    const Socket& other = m_network.owner(id)->m_sockets.at(id);
    if (other.state != State::kListening || other.waiting.size() > fewest) continue;
    if (other.waiting.size() < fewest) candidates.clear();
    fewest = other.waiting.size();
    candidates.push_back(id);
  }
  if (candidates.empty()) return 0;
  // Linux wakes the last that began to wait first.
  return candidates[candidates.size() - 1 - m_network.choose_first(candidates.size())];
}

void NetworkStack::take_request(const Segment& segment) {
  const SocketId listener = who_accepts(m_network.listener_at(segment.to_address));
  if (NetworkStack* const owner = m_network.owner(listener))
    owner->accept_request(listener, segment);
  else
    m_network.refuse(now(), segment);
}

void NetworkStack::accept_request(SocketId listener, const Segment& segment) {
  Socket& listening = m_sockets.at(listener);
  if (listening.waiting.size() >= listening.backlog + kBeyondBacklog) {
    try_again_later(segment);
    return;
  }
  const SocketId id = open(listening.family);
  Socket& socket = m_sockets.at(id);
  socket.state = State::kConnected;
  socket.family = segment.to_address.family;
  socket.local = segment.to_address;
  socket.remote = segment.from_address;
  socket.peer = segment.from;
  socket.room = m_network.options().receive_buffer;
  if (const Line* const line = m_network.line_of(segment.from)) {
    socket.send_buffer = line->send_buffer;
    socket.room = line->receive_buffer;
  }
  socket.cause = segment.cause;
  send(id, socket, Kind::kAccept, {}, 0, m_network.options().receive_buffer);
  listening.waiting.push_back(id);
  listening.cause = segment.cause;
  note_ready(listener);
}

// A full listener does not answer.
void NetworkStack::try_again_later(const Segment& segment) {
  Segment again = segment;
  const int64_t wait_ms = kMsBeforeSecondAttempt << again.attempts;
  if (++again.attempts <= kMostAttempts) {
    m_network.send_again(now() + VirtualTime::from_ms(wait_ms), std::move(again));
    return;
  }
  again.error = ETIMEDOUT;
  m_network.refuse(now(), again);
}

// ---- What epoll tells ----

bool NetworkStack::is_readable(SocketId id) const {
  const Socket& socket = m_sockets.at(id);
  return !socket.waiting.empty() || !socket.received.empty() || socket.end_received ||
         socket.state == State::kFailed;
}

bool NetworkStack::is_writable(SocketId id) const {
  const Socket& socket = m_sockets.at(id);
  // Linux waits until a third of the buffer is free.
  const uint64_t most = socket.send_buffer;
  return socket.state == State::kFailed ||
         (socket.state == State::kConnected &&
          socket.unsent.size() + socket.untaken <= most - most / 3);
}

bool NetworkStack::is_hung_up(SocketId id) const {
  const Socket& socket = m_sockets.at(id);
  return socket.state == State::kFailed || (socket.end_received && socket.end_sent);
}

bool NetworkStack::is_ready(SocketId id, const Socket& socket) const {
  return (socket.wants_read && is_readable(id)) || (socket.wants_write && is_writable(id));
}

void NetworkStack::want(SocketId id, bool read, bool write) {
  Socket& socket = m_sockets.at(id);
  socket.is_new_want = (read && !socket.wants_read) || (write && !socket.wants_write);
  socket.wants_read = read;
  socket.wants_write = write;
  if (socket.is_new_want && is_ready(id, socket)) note_ready(id);
}

void NetworkStack::note_ready(SocketId id) {
  const auto known = std::find_if(m_ready.begin(), m_ready.end(),
                                  [id](const Ready& ready) { return ready.id == id; });
  if (known == m_ready.end()) m_ready.push_back({id, now()});
  if (is_ready(id, m_sockets.at(id))) m_host.wake(now());
}

std::vector<NetworkStack::Ready> NetworkStack::ready() {
  catch_up();
  std::vector<Ready> told;
  for (const Ready& ready : m_ready) {
    const auto found = m_sockets.find(ready.id);
    if (found != m_sockets.end() && is_ready(ready.id, found->second)) told.push_back(ready);
  }
  // What is still so afterwards is told again, behind the others.
  m_ready = told;
  return told;
}

}  // namespace loopscope::os
