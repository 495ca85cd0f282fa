#pragma once

#include <js/RootingAPI.h>
#include <jsapi.h>

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/loop/readiness.h"
#include "core/os/network/network_stack.h"

namespace loopscope::host {

class Agent;

// A program's handles of sockets, as libuv has them (uv_tcp_t, uv_pipe_t): what they do at once,
// what they call back in which phase, and whether they keep the loop alive. A handle is a number;
// it calls methods of its owner, an object of node/internal/net/handle.js: onconnection(status,
// handle), onconnect(status), onread(status, bytes), onwritten(status), onshutdown(status),
// onclose(). A status is 0 or one of libuv's negative numbers.
class Sockets final : public loop::Readiness {
 public:
  using HandleId = uint32_t;

  explicit Sockets(Agent& agent);

  HandleId create(os::Family family, JS::HandleObject owner);
  // Whom a handle belongs to that onconnection() or take_over() gave.
  void adopt(HandleId id, JS::HandleObject owner);
  // The socket of a handle goes into other hands: nobody's, until a process takes it over. 0: it
  // has none. The handle is of no more use but for being closed.
  os::SocketId give_away(HandleId id);
  HandleId take_over(os::SocketId unowned);
  // Another socket that accepts what comes to the handle's address, nobody's until a process takes
  // it over; 0: the handle has none.
  os::SocketId share_out(HandleId id);
  // A handle for a socket that accepts what comes to another process's address.
  HandleId share(os::SocketId bound);
  os::SocketId socket_id(HandleId id) const;
  os::NetworkStack& stack() { return m_stack; }
  // What the handle writes next begins a request of that number.
  void put_request(HandleId id, uint32_t number);
  // Writes to a socket that no handle stands for.
  void write_all(os::SocketId socket, std::string_view bytes);

  int bind(HandleId id, const os::Address& address);
  int listen(HandleId id, int backlog);
  int connect(HandleId id, const os::Address& address);
  int start_reading(HandleId id);
  void stop_reading(HandleId id);
  // How it went: 0 for all is written, 1 for the rest follows and onwritten() tells, or an error.
  int write(HandleId id, std::string bytes);
  int shut_down(HandleId id);
  void close(HandleId id, bool resets);
  void set_refed(HandleId id, bool refed);
  bool is_refed(HandleId id) const;
  size_t unwritten(HandleId id) const;
  // Its own address or the other end's, if it has one.
  std::optional<os::Address> address(HandleId id, bool remote) const;

  // The agent ends.
  void close_all();

  // "127.0.0.1:3000", for each that waits for connections and keeps the loop alive.
  std::vector<std::string> listening() const;

  // loop::Readiness
  bool any_open() const override { return !m_handles.empty(); }
  bool any() override { return !m_handles.empty() && !m_stack.ready().empty(); }
  std::optional<VirtualTime> next_arrival() const override;
  void look() override;
  std::optional<VirtualTime> since() override;
  std::optional<loop::Task> next() override;

 private:
  struct Write {
    std::string bytes;
    size_t done = 0;
  };
  struct Handle {
    Handle(JSContext* cx, os::Family kind) : family(kind), owner(cx), context(cx) {}
    os::Family family;
    os::SocketId socket = 0;
    JS::PersistentRootedObject owner;
    JS::PersistentRootedObject context;  // the async context it was made in
    int delayed_error = 0;               // of bind(), told by listen()
    bool refed = true;
    bool listening = false;
    bool connecting = false;
    bool reading = false;
    bool ended = false;  // onread() told the end
    bool shutting_down = false;
    bool keeps_alive = false;
    std::deque<Write> writes;
    std::string unlinks;  // the path it goes by, which is gone when it is closed
  };
  // A handle's share of one turn of poll.
  struct Turn {
    HandleId handle = 0;
    VirtualTime since;
    int reads_left = 0;
    bool may_read = true;
    bool may_write = true;
    std::vector<int> written;  // statuses of writes that are over, to be told one by one
  };
  using Call = std::function<bool(JSContext* cx, JS::HandleObject owner)>;

  Handle& at(HandleId id) { return m_handles.at(id); }
  const Handle& at(HandleId id) const { return m_handles.at(id); }
  Handle* find(HandleId id);
  os::SocketId socket_of(Handle& handle);
  HandleId add_handle(os::SocketId socket);
  void update(HandleId id);
  int bind_path(Handle& handle, const os::Address& address);
  int flush(Handle& handle, std::vector<int>* written);

  std::optional<loop::Task> turn_of_listener(Turn& turn, Handle& handle);
  std::optional<loop::Task> turn_of_connecting(Turn& turn, Handle& handle);
  std::optional<loop::Task> turn_of_reader(Turn& turn, Handle& handle);
  std::optional<loop::Task> turn_of_writer(Turn& turn, Handle& handle);
  std::optional<loop::Task> end_of_reading(HandleId id, Handle& handle);
  loop::Task shut(HandleId id);

  // A task that calls the handle's owner, unless the handle is closed by then.
  loop::Task task(HandleId id, loop::Queue queue, const char* label, Call call);
  loop::Task closing_task(const Handle& handle, size_t unwritten);
  Call status_call(const char* method, int status);

  Agent& m_agent;
  os::NetworkStack m_stack;
  std::map<HandleId, Handle> m_handles;
  std::map<os::SocketId, HandleId> m_by_socket;
  HandleId m_last_id = 0;
  std::deque<Turn> m_turns;
};

}  // namespace loopscope::host
