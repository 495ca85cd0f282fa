#pragma once

#include <js/StructuredClone.h>

#include <vector>

#include "core/os/network/segment.h"
#include "core/workers/ports.h"

namespace loopscope::host {

// A serialized value on its way in a message, with the ports that go along.
class ClonedValue final : public workers::Payload {
 public:
  ClonedValue();

  // Writes the value. False: an exception is pending.
  [[nodiscard]] bool write(JSContext* cx, JS::HandleValue value, JS::HandleValue transfer);
  // Makes the value anew in the current realm, whose agent gets what is transferred.
  [[nodiscard]] bool read(JSContext* cx, JS::MutableHandleValue value);

  size_t bytes() { return m_buffer.data().Size(); }
  std::vector<workers::PortId>& ports() { return m_ports; }
  // It holds the value and a list of Node's own objects in it (internal/worker/cloneable.js).
  bool is_packed() const { return m_is_packed; }
  void set_packed() { m_is_packed = true; }
  // Sockets that go along.
  std::vector<os::SocketId>& sockets() { return m_sockets; }

 private:
  JSAutoStructuredCloneBuffer m_buffer;
  std::vector<workers::PortId> m_ports;  // on their way, in no agent's hands
  std::vector<os::SocketId> m_sockets;   // the same
  bool m_is_packed = false;
};

// The ports that are on their way in a message, and the sockets.
std::vector<workers::PortId> ports_in(const workers::Message& message);
std::vector<os::SocketId> sockets_in(const workers::Message& message);

}  // namespace loopscope::host
