#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/sim/order_log.h"

namespace loopscope::sim {

// What has been sent to an agent and not come to it yet, first of its sender on its channel.
struct Incoming {
  OpenChannel channel;
  size_t sent = 0;  // its place in the log
  bool closes = false;
};

// What may come to an agent that looks now, beside its own requests.
struct Inbox {
  std::vector<OpenChannel> channels;
  std::vector<Incoming> there;  // in the order in which poll goes through them
  bool any() const { return !channels.empty() || !there.empty(); }
};

// What comes first to a look: the agent's own request, or something from the inbox.
struct Arrival {
  TaskId task;
  std::optional<Incoming> incoming;
  bool nothing() const { return task.value == 0 && !incoming; }
};

}  // namespace loopscope::sim
