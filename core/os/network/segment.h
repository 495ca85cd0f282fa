#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/os/network/address.h"
#include "core/trace/types.h"

namespace loopscope::os {

// One end of a connection, or what listens for connections. Never used twice in a run; 0 is none.
using SocketId = uint32_t;

// What travels from one end of a connection to the other.
struct Segment {
  enum class Kind : uint8_t {
    kConnect,  // asks the listener at `to_address` for a connection (SYN)
    kAccept,   // it is there (SYN and ACK)
    kRefuse,   // nobody listens there, or the other end is no more (RST)
    kData,
    kTaken,  // `count` bytes have come, `room` more may be sent (ACK and window)
    kEnd,    // no more bytes follow (FIN)
  };
  Kind kind = Kind::kConnect;
  SocketId from = 0;
  SocketId to = 0;  // 0 in a request for a connection
  Address from_address;
  Address to_address;
  std::string bytes;
  uint64_t count = 0;
  uint64_t room = 0;
  int error = 0;                   // of a refusal, where it says more than that
  int attempts = 0;                // how often a connection was asked for in vain
  TaskId cause;                    // the task that sent it
  std::vector<uint32_t> requests;  // HTTP requests whose first bytes it carries
};

}  // namespace loopscope::os
