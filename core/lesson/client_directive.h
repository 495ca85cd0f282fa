#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/lesson/quantities.h"

namespace loopscope::lesson {

// Users of a server from outside the machine: "@client http://localhost:3000/ name=readers
// rate=20/s for=5s".
struct ClientDirective {
  std::string name;
  std::string text;  // what it does, as declared
  std::string host;  // as in the address, with a port if one is given
  uint16_t port = 80;
  std::vector<std::string> paths;
  std::string method = "GET";
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  std::optional<VirtualTime> interval;  // from one request to the next: of a rate
  std::optional<uint64_t> concurrency;
  std::optional<DurationRange> think;
  std::optional<VirtualTime> start;
  std::optional<VirtualTime> duration;
  std::optional<uint64_t> requests;
  std::optional<VirtualTime> timeout;
  std::optional<DurationRange> latency;
  std::optional<uint64_t> bytes_per_second;
  bool keep_alive = false;
};

// Reads what stands behind "@client" into `client`; what was expected instead, or nothing.
std::optional<std::string> read_client_directive(std::string_view text, ClientDirective& client);

// "10MiB/s": bytes a second.
std::optional<uint64_t> parse_rate(std::string_view text);

}  // namespace loopscope::lesson
