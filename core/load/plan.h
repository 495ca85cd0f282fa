#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/os/network/address.h"
#include "core/os/network/line.h"
#include "core/trace/types.h"

namespace loopscope::load {

// What a load generator does.
struct Plan {
  std::string name;
  std::string text;  // as declared
  os::Address address;
  std::string host;  // of the Host header
  std::string method = "GET";
  std::vector<std::string> paths{"/"};  // in turn
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;

  // Open: a request each interval, whatever becomes of those before. Else closed: each of
  // `concurrency` users sends its next one when it has had an answer and has thought.
  std::optional<VirtualTime> interval;
  // At most so many requests at a time; 0: as many as there are. An open one lets them wait, and
  // counts that as time they took: the user has asked.
  uint64_t concurrency = 0;
  VirtualTime think_min;
  VirtualTime think_max;

  std::optional<VirtualTime> start;     // nothing: as soon as somebody listens there
  std::optional<VirtualTime> duration;  // after which no more requests are begun
  uint64_t requests = 0;                // in all; 0: as many as there are in that time
  std::optional<VirtualTime> timeout;   // of one request
  bool keep_alive = false;
  os::Line line;  // from its users to the machine
};

}  // namespace loopscope::load
