#include "core/js/sockets.h"

#include <fcntl.h>
#include <js/ArrayBuffer.h>
#include <js/MemoryFunctions.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

#include "core/js/agent.h"

namespace loopscope::host {

using loop::Queue;
using loop::Task;

namespace {

// libuv reads at most so much at once (Node's allocator gives as much), and so often in a turn
// while there is more.
constexpr size_t kReadBytes = 64 << 10;
constexpr int kReadsInTurn = 32;
constexpr int kEndOfFile = -4095;  // UV_EOF
constexpr int kCanceled = -ECANCELED;

bool call_owner(JSContext* cx, JS::HandleObject owner, const char* method,
                const JS::HandleValueArray& args) {
  JS::RootedValue ignored(cx);
  return JS_CallFunctionName(cx, owner, method, args, &ignored);
}

// An ArrayBuffer of these bytes, or null with an exception pending.
JSObject* buffer_of(JSContext* cx, const std::string& bytes) {
  void* memory = JS_malloc(cx, bytes.size());
  if (memory == nullptr) return nullptr;
  std::memcpy(memory, bytes.data(), bytes.size());
  JSObject* buffer = JS::NewArrayBufferWithContents(cx, bytes.size(), memory);
  if (buffer == nullptr) JS_free(cx, memory);
  return buffer;
}

}  // namespace

Sockets::Sockets(Agent& agent)
    : m_agent(agent),
      m_stack(agent.machine().network(),
              {[&agent] { return agent.now(); }, [&agent] { return agent.loop().log().running(); },
               [&agent](VirtualTime at) { agent.machine().wake(agent, at); }}) {}

// Of several agents each is woken when something is there for it.
std::optional<VirtualTime> Sockets::next_arrival() const {
  if (!m_agent.machine().is_single()) return std::nullopt;
  return m_agent.machine().network().next_arrival();
}

void Sockets::close_all() {
  if (m_agent.machine().is_single()) return;
  m_agent.sync();
  m_stack.close_all();
}

// ---- What programs ask for ----

Sockets::HandleId Sockets::create(os::Family family, JS::HandleObject owner) {
  const HandleId id = ++m_last_id;
  Handle& handle = m_handles.try_emplace(id, m_agent.cx(), family).first->second;
  handle.owner = owner;
  handle.context = m_agent.async_context();
  return id;
}

void Sockets::adopt(HandleId id, JS::HandleObject owner) {
  at(id).owner = owner;
  at(id).context = m_agent.async_context();
}

os::SocketId Sockets::give_away(HandleId id) {
  m_agent.sync();
  Handle& handle = at(id);
  const os::SocketId socket = std::exchange(handle.socket, 0);
  if (socket == 0) return 0;
  m_by_socket.erase(socket);
  handle.reading = handle.listening = handle.connecting = false;
  update(id);
  m_stack.hand_over(socket, m_agent.machine().network().unowned());
  return socket;
}

Sockets::HandleId Sockets::take_over(os::SocketId unowned) {
  m_agent.sync();
  m_stack.take_over(unowned);
  return add_handle(unowned);
}

os::SocketId Sockets::share_out(HandleId id) {
  m_agent.sync();
  return m_agent.machine().network().unowned().share(socket_id(id));
}

Sockets::HandleId Sockets::share(os::SocketId bound) {
  m_agent.sync();
  const os::SocketId socket = m_stack.share(bound);
  return socket == 0 ? 0 : add_handle(socket);
}

Sockets::HandleId Sockets::add_handle(os::SocketId socket) {
  const HandleId id = ++m_last_id;
  Handle& handle =
      m_handles.try_emplace(id, m_agent.cx(), m_stack.socket(socket).family).first->second;
  handle.socket = socket;
  m_by_socket[socket] = id;
  return id;
}

os::SocketId Sockets::socket_id(HandleId id) const {
  const auto found = m_handles.find(id);
  return found == m_handles.end() ? 0 : found->second.socket;
}

void Sockets::put_request(HandleId id, uint32_t number) {
  if (const Handle* const handle = find(id); handle != nullptr && handle->socket != 0)
    m_stack.put_request(handle->socket, number, unwritten(id));
}

void Sockets::write_all(os::SocketId socket, std::string_view bytes) {
  m_agent.sync();
  m_stack.write_all(socket, bytes);
}

Sockets::Handle* Sockets::find(HandleId id) {
  const auto found = m_handles.find(id);
  return found == m_handles.end() ? nullptr : &found->second;
}

os::SocketId Sockets::socket_of(Handle& handle) {
  if (handle.socket == 0) {
    handle.socket = m_stack.open(handle.family);
    for (const auto& [id, known] : m_handles)
      if (&known == &handle) m_by_socket[handle.socket] = id;
  }
  return handle.socket;
}

int Sockets::bind(HandleId id, const os::Address& address) {
  m_agent.sync();
  Handle& handle = at(id);
  handle.family = address.family;
  if (address.family == os::Family::kUnix) return bind_path(handle, address);
  const os::Errno error = m_stack.bind(socket_of(handle), address);
  // libuv tells of a taken address when it is listened at.
  if (error.number == EADDRINUSE) {
    handle.delayed_error = -error.number;
    return 0;
  }
  return -error.number;
}

// A Unix socket's path is a file.
int Sockets::bind_path(Handle& handle, const os::Address& address) {
  os::Files& files = m_agent.files();
  const os::FileResult<int> made = files.open(address.host, O_CREAT | O_EXCL | O_WRONLY, 0755);
  if (!made) return made.error().number == EEXIST ? -EADDRINUSE : -made.error().number;
  (void)files.close(*made);
  handle.unlinks = address.host;
  return -m_stack.bind(socket_of(handle), address).number;
}

int Sockets::listen(HandleId id, int backlog) {
  m_agent.sync();
  Handle& handle = at(id);
  if (handle.delayed_error != 0) return handle.delayed_error;
  const os::Errno error = m_stack.listen(socket_of(handle), backlog);
  if (error.failed()) return -error.number;
  handle.listening = true;
  update(id);
  return 0;
}

// What fails at once is told in the next pending phase.
int Sockets::connect(HandleId id, const os::Address& address) {
  m_agent.sync();
  Handle& handle = at(id);
  handle.family = address.family;
  os::Errno error = m_stack.connect(socket_of(handle), address);
  if (error.number == ENETUNREACH) return -error.number;
  if (error.number == ENOENT && m_agent.files().type(address.host)) error = {ECONNREFUSED};
  handle.connecting = true;
  if (error.failed() && error.number != EINPROGRESS) {
    m_agent.loop().defer(
        task(id, Queue::pending, "connect",
             [this, id, status = -error.number](JSContext* cx, JS::HandleObject owner) {
               at(id).connecting = false;
               update(id);
               return status_call("onconnect", status)(cx, owner);
             }));
  }
  update(id);
  return 0;
}

int Sockets::start_reading(HandleId id) {
  Handle& handle = at(id);
  if (handle.ended) return 0;
  handle.reading = true;
  update(id);
  return 0;
}

void Sockets::stop_reading(HandleId id) {
  at(id).reading = false;
  update(id);
}

int Sockets::write(HandleId id, std::string bytes) {
  m_agent.sync();
  Handle& handle = at(id);
  Write write{std::move(bytes), 0};
  if (handle.writes.empty()) {
    handle.writes.push_back(std::move(write));
    const int error = flush(handle, nullptr);
    if (error != 0) {
      handle.writes.clear();
      return error;
    }
    if (handle.writes.empty()) return 0;
  } else {
    handle.writes.push_back(std::move(write));
  }
  update(id);
  return 1;
}

// Writes what can be written. With `written`, errors are statuses of their writes.
int Sockets::flush(Handle& handle, std::vector<int>* written) {
  while (!handle.writes.empty()) {
    Write& write = handle.writes.front();
    while (write.done < write.bytes.size()) {
      const os::FileResult<size_t> taken =
          m_stack.write(handle.socket, std::string_view(write.bytes).substr(write.done));
      if (!taken && taken.error().number == EAGAIN) return 0;
      if (!taken) {
        const int error = -taken.error().number;
        handle.writes.pop_front();
        if (written == nullptr) return error;
        written->push_back(error);
        return error;
      }
      write.done += *taken;
    }
    handle.writes.pop_front();
    if (written != nullptr) written->push_back(0);
  }
  return 0;
}

int Sockets::shut_down(HandleId id) {
  Handle& handle = at(id);
  const os::Socket::State state = m_stack.socket(socket_of(handle)).state;
  if (state != os::Socket::State::kConnected && state != os::Socket::State::kFailed)
    return -ENOTCONN;
  handle.shutting_down = true;
  update(id);
  if (handle.writes.empty()) m_agent.loop().defer(shut(id));
  return 0;
}

// libuv shuts the socket down when the loop comes to it.
Task Sockets::shut(HandleId id) {
  return task(id, Queue::pending, "socket shutdown",
              [this, id](JSContext* cx, JS::HandleObject owner) {
                m_agent.sync();
                Handle& closing = at(id);
                closing.shutting_down = false;
                const os::Errno error = m_stack.shut_down(closing.socket);
                update(id);
                return status_call("onshutdown", -error.number)(cx, owner);
              });
}

void Sockets::close(HandleId id, bool resets) {
  m_agent.sync();
  Handle& handle = at(id);
  if (handle.keeps_alive) m_agent.loop().unref_handle();
  if (handle.socket != 0) {
    m_by_socket.erase(handle.socket);
    // Closed with bytes unsent it could not write, libuv loses them; the machine sends its own.
    if (resets)
      m_stack.reset(handle.socket);
    else
      m_stack.close(handle.socket);
  }
  if (!handle.unlinks.empty()) (void)m_agent.files().unlink(handle.unlinks);
  m_agent.loop().close(closing_task(handle, handle.writes.size()));
  m_handles.erase(id);
}

void Sockets::set_refed(HandleId id, bool refed) {
  if (Handle* handle = find(id)) {
    handle->refed = refed;
    update(id);
  }
}

bool Sockets::is_refed(HandleId id) const {
  const auto found = m_handles.find(id);
  return found != m_handles.end() && found->second.refed;
}

size_t Sockets::unwritten(HandleId id) const {
  const auto found = m_handles.find(id);
  if (found == m_handles.end()) return 0;
  size_t bytes = 0;
  for (const Write& write : found->second.writes) bytes += write.bytes.size() - write.done;
  return bytes;
}

std::optional<os::Address> Sockets::address(HandleId id, bool remote) const {
  const auto found = m_handles.find(id);
  if (found == m_handles.end() || found->second.socket == 0) return std::nullopt;
  const os::Socket& socket = m_stack.socket(found->second.socket);
  if (remote && socket.state != os::Socket::State::kConnected) return std::nullopt;
  if (!remote && !socket.has_address && socket.state == os::Socket::State::kNew)
    return std::nullopt;
  return remote ? socket.remote : socket.local;
}

std::vector<std::string> Sockets::listening() const {
  std::vector<std::string> addresses;
  for (const auto& [id, handle] : m_handles)
    if (handle.listening && handle.refed)
      addresses.push_back(os::to_text(m_stack.socket(handle.socket).local));
  return addresses;
}

// Keeps the loop and epoll informed of what a handle waits for.
void Sockets::update(HandleId id) {
  Handle& handle = at(id);
  const bool active = handle.listening || handle.reading;
  const bool requests = handle.connecting || !handle.writes.empty() || handle.shutting_down;
  const bool keeps_alive = (active && handle.refed) || requests;
  if (keeps_alive != handle.keeps_alive) {
    handle.keeps_alive = keeps_alive;
    if (keeps_alive)
      m_agent.loop().ref_handle();
    else
      m_agent.loop().unref_handle();
  }
  if (handle.socket != 0)
    m_stack.want(handle.socket, active, handle.connecting || !handle.writes.empty());
}

// ---- What poll finds ----

void Sockets::look() {
  m_turns.clear();
  for (const os::NetworkStack::Ready& ready : m_stack.ready()) {
    const auto found = m_by_socket.find(ready.id);
    if (found == m_by_socket.end()) continue;
    Turn turn;
    turn.handle = found->second;
    turn.since = ready.since;
    turn.reads_left = kReadsInTurn;
    m_turns.push_back(turn);
  }
  m_agent.machine().looked_at_network();
}

std::optional<VirtualTime> Sockets::since() {
  if (m_turns.empty()) return std::nullopt;
  return m_turns.front().since;
}

// The handle's next callback; when it has no more, the turn is over.
std::optional<Task> Sockets::next() {
  Turn& turn = m_turns.front();
  if (Handle* handle = find(turn.handle)) {
    std::optional<Task> task;
    if (handle->listening)
      task = turn_of_listener(turn, *handle);
    else if (handle->connecting)
      task = turn_of_connecting(turn, *handle);
    else
      task = turn_of_reader(turn, *handle);
    if (!task && !handle->listening && !handle->connecting) task = turn_of_writer(turn, *handle);
    if (task) return task;
  }
  m_turns.pop_front();
  return std::nullopt;
}

std::optional<Task> Sockets::turn_of_listener(Turn& turn, Handle& handle) {
  const os::FileResult<os::SocketId> accepted = m_stack.accept(handle.socket);
  if (!accepted) return std::nullopt;
  m_agent.meter().charge(m_agent.options().costs.socket_call);
  const HandleId listener = turn.handle;
  const HandleId id = add_handle(*accepted);
  return task(listener, Queue::poll, "connection", [id](JSContext* cx, JS::HandleObject owner) {
    JS::RootedValueArray<2> args(cx);
    args[0].setInt32(0);
    args[1].setNumber(id);
    return call_owner(cx, owner, "onconnection", args);
  });
}

std::optional<Task> Sockets::turn_of_connecting(Turn& turn, Handle& handle) {
  if (m_stack.is_connecting(handle.socket)) return std::nullopt;
  const int status = -m_stack.take_error(handle.socket).number;
  handle.connecting = false;
  const HandleId id = turn.handle;
  update(id);
  // What else there is to be done with it waits for another turn.
  turn.may_read = turn.may_write = false;
  return task(id, Queue::poll, "connect", status_call("onconnect", status));
}

std::optional<Task> Sockets::turn_of_reader(Turn& turn, Handle& handle) {
  if (!turn.may_read || !handle.reading) return std::nullopt;
  m_agent.sync();
  os::FileResult<std::string> bytes = m_stack.read(handle.socket, kReadBytes);
  if (!bytes && bytes.error().number == EAGAIN) {
    turn.may_read = false;
    return std::nullopt;
  }
  if (!bytes) {
    turn.may_read = false;
    handle.reading = false;
    update(turn.handle);
    return task(turn.handle, Queue::poll, "socket error",
                status_call("onread", -bytes.error().number));
  }
  if (bytes->empty()) {
    turn.may_read = false;
    return end_of_reading(turn.handle, handle);
  }
  m_agent.meter().charge(m_agent.options().costs.socket_call);
  const bool was_full = bytes->size() == kReadBytes;
  // After less than it asked for libuv expects no more, but for the end of what is shut both ways.
  turn.may_read = was_full ? --turn.reads_left > 0
                           : m_stack.is_hung_up(handle.socket) &&
                                 m_stack.socket(handle.socket).received.empty();
  return task(turn.handle, Queue::poll, "socket data",
              [this, data = std::move(*bytes)](JSContext* cx, JS::HandleObject owner) {
                JS::RootedObject buffer(cx, buffer_of(cx, data));
                if (!buffer) return false;
                m_agent.note_allocation(data.size());
                JS::RootedValueArray<2> args(cx);
                args[0].setNumber(static_cast<double>(data.size()));
                args[1].setObject(*buffer);
                return call_owner(cx, owner, "onread", args);
              });
}

std::optional<Task> Sockets::end_of_reading(HandleId id, Handle& handle) {
  handle.reading = false;
  handle.ended = true;
  update(id);
  return task(id, Queue::poll, "socket end", status_call("onread", kEndOfFile));
}

std::optional<Task> Sockets::turn_of_writer(Turn& turn, Handle& handle) {
  if (turn.may_write && !handle.writes.empty()) {
    turn.may_write = false;
    flush(handle, &turn.written);
    update(turn.handle);
  }
  if (!turn.written.empty()) {
    const int status = turn.written.front();
    turn.written.erase(turn.written.begin());
    if (turn.written.empty() && handle.writes.empty() && handle.shutting_down)
      m_agent.loop().defer(shut(turn.handle));
    return task(turn.handle, Queue::poll, "socket written", status_call("onwritten", status));
  }
  return std::nullopt;
}

// ---- Calling back ----

Sockets::Call Sockets::status_call(const char* method, int status) {
  return [method, status](JSContext* cx, JS::HandleObject owner) {
    JS::RootedValue argument(cx, JS::Int32Value(status));
    return call_owner(cx, owner, method, JS::HandleValueArray(argument));
  };
}

Task Sockets::task(HandleId id, Queue queue, const char* label, Call call) {
  const Handle& handle = at(id);
  const TaskId cause = queue == Queue::poll && handle.socket != 0
                           ? m_stack.socket(handle.socket).cause
                           : m_agent.loop().log().running();
  const JS::RootedObject context(m_agent.cx(), handle.context);
  return m_agent.make_io_task({queue, label, cause}, context,
                              [this, id, call = std::move(call)](JSContext* cx) {
                                const Handle* open = find(id);
                                if (open == nullptr) return true;
                                const JS::RootedObject owner(cx, open->owner);
                                return call(cx, owner);
                              });
}

// The last of a handle, which is no more: it keeps its owner itself.
Task Sockets::closing_task(const Handle& handle, size_t unwritten) {
  auto owner = std::make_shared<JS::PersistentRootedObject>(m_agent.cx(), handle.owner);
  const JS::RootedObject context(m_agent.cx(), handle.context);
  return m_agent.make_io_task({Queue::closing, "socket close", m_agent.loop().log().running()},
                              context, [this, owner, unwritten](JSContext* cx) {
                                const JS::RootedObject of(cx, *owner);
                                for (size_t i = 0; i < unwritten; ++i)
                                  if (!status_call("onwritten", kCanceled)(cx, of)) return false;
                                return call_owner(cx, of, "onclose", JS::HandleValueArray::empty());
                              });
}

}  // namespace loopscope::host
