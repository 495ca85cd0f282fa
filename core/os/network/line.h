#pragma once

#include <cstdint>
#include <optional>

#include "core/trace/types.h"

namespace loopscope::os {

// The line that a remote host's connections go over, each one having its own.
struct Line {
  // How long a segment is on its way; nothing: as everywhere in the network.
  struct Latency {
    VirtualTime shortest;
    VirtualTime longest;
  };
  std::optional<Latency> latency;
  uint64_t bytes_per_second = 0;  // each way; 0: as in the network
  // Such connections hold less than those over the loopback device: what Linux begins with
  // (net.ipv4.tcp_wmem, tcp_rmem) is of this order.
  uint64_t send_buffer = 64 << 10;
  uint64_t receive_buffer = 64 << 10;
};

}  // namespace loopscope::os
