#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace loopscope::os {

enum class Family : uint8_t { kIpv4, kIpv6, kUnix };

// Where a socket is or goes to: an IP address in its canonical text with a port, or the path of a
// Unix socket.
struct Address {
  Family family = Family::kIpv4;
  std::string host;
  uint16_t port = 0;
  auto operator<=>(const Address&) const = default;

  // 0.0.0.0 or ::, which stands for every address of the machine.
  bool is_any() const;
  bool is_loopback() const;
};

// 4, 6, or 0 for what is no address; an IPv6 address may name a zone ("fe80::1%eth0").
int ip_version(std::string_view text);

// The address in its canonical form ("0:0::1" is "::1"), or nothing if it is none of that family.
std::optional<Address> ip_address(std::string_view text, uint16_t port);

// "127.0.0.1:3000", "[::1]:3000" or the path.
std::string to_text(const Address& address);

}  // namespace loopscope::os
