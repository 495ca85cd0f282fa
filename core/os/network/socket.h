#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "core/os/network/byte_queue.h"
#include "core/os/network/segment.h"

namespace loopscope::os {

// One end of a connection as the machine keeps it, or what listens for them.
struct Socket {
  enum class State : uint8_t {
    kNew,
    kListening,
    kConnecting,
    kConnected,  // also when one or both ways are shut
    kFailed,     // the connection could not be made, or was reset
  };
  State state = State::kNew;
  Family family = Family::kIpv4;
  Address local;
  Address remote;
  bool has_address = false;  // that others can't have
  bool connects = false;     // it asked for the connection, rather than accepting it

  // Listening: connections nobody has taken yet, and how many may wait.
  std::deque<SocketId> waiting;
  size_t backlog = 0;
  // Other processes' sockets that accept for this one, and the one that this accepts for.
  std::vector<SocketId> shared_by;
  SocketId shares = 0;

  // The other end.
  SocketId peer = 0;
  VirtualTime last_arrival;  // of what was sent there

  // What came.
  ByteQueue received;
  bool end_received = false;
  int error = 0;  // that the next call is to fail with

  // What goes.
  ByteQueue unsent;
  uint64_t sent_bytes = 0;  // that have left `unsent`, ever
  // HTTP requests that begin further on: their numbers, and behind how many bytes.
  struct Request {
    uint64_t after_bytes = 0;
    uint32_t number = 0;
  };
  std::deque<Request> requests;
  uint64_t untaken = 0;      // bytes that are on their way
  uint64_t room = 0;         // that the other end has for more
  uint64_t send_buffer = 0;  // most bytes that are taken and not yet there
  bool ending = false;       // an end is to follow what is unsent
  bool end_sent = false;
  bool orphaned = false;  // the process has closed it: it is gone when all has been sent

  // What the process wants to be told of, and its place among what is to be told.
  bool wants_read = false;
  bool wants_write = false;
  bool is_new_want = false;
  TaskId cause;  // the task that sent what came last
};

}  // namespace loopscope::os
