#pragma once

#include <js/StructuredClone.h>

#include <vector>

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

 private:
  JSAutoStructuredCloneBuffer m_buffer;
  std::vector<workers::PortId> m_ports;  // on their way, in no agent's hands
};

// The ports that are on their way in a message.
std::vector<workers::PortId> ports_in(const workers::Message& message);

}  // namespace loopscope::host
