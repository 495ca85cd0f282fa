#pragma once

#include <optional>

#include "core/loop/task.h"

namespace loopscope::loop {

// What poll waits for besides requests: descriptors that become ready (libuv: epoll). One may call
// back several times in a turn, each followed by a checkpoint; so poll asks for one task at a time.
class Readiness {
 public:
  virtual ~Readiness() = default;

  // Whether the program holds anything that may become ready.
  virtual bool any_open() const = 0;
  // Whether something is ready now.
  virtual bool any() = 0;
  // When something may next become so; nothing: never by itself.
  virtual std::optional<VirtualTime> next_arrival() const = 0;

  // Settles what this turn of poll is about: what is ready now.
  virtual void look() = 0;
  // Since when the first of what is left of that has been ready; nothing: none is left.
  virtual std::optional<VirtualTime> since() = 0;
  // Its next callback, if it has one.
  virtual std::optional<Task> next() = 0;
};

}  // namespace loopscope::loop
