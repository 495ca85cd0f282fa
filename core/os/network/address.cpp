#include "core/os/network/address.h"

#include <arpa/inet.h>

#include <array>

namespace loopscope::os {

namespace {

// The text without a zone, which has to be a name if it is there.
std::optional<std::string_view> without_zone(std::string_view text) {
  const size_t percent = text.find('%');
  if (percent == std::string_view::npos) return text;
  if (percent + 1 == text.size()) return std::nullopt;
  return text.substr(0, percent);
}

std::optional<std::string> canonical(int family, std::string_view text) {
  const std::string copy(text);
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  std::array<char, INET6_ADDRSTRLEN> shown{};
  if (copy.find('\0') != std::string::npos || inet_pton(family, copy.c_str(), bytes.data()) != 1 ||
      inet_ntop(family, bytes.data(), shown.data(), shown.size()) == nullptr)
    return std::nullopt;
  return shown.data();
}

}  // namespace

bool Address::is_any() const {
  return family != Family::kUnix && (host == "0.0.0.0" || host == "::");
}

bool Address::is_loopback() const {
  return (family == Family::kIpv4 && host.starts_with("127.")) ||
         (family == Family::kIpv6 && (host == "::1" || host.starts_with("::ffff:127.")));
}

int ip_version(std::string_view text) {
  if (canonical(AF_INET, text)) return 4;
  const std::optional<std::string_view> bare = without_zone(text);
  return bare && canonical(AF_INET6, *bare) ? 6 : 0;
}

std::optional<Address> ip_address(std::string_view text, uint16_t port) {
  if (const auto host = canonical(AF_INET, text)) return Address{Family::kIpv4, *host, port};
  const std::optional<std::string_view> bare = without_zone(text);
  if (!bare) return std::nullopt;
  if (const auto host = canonical(AF_INET6, *bare)) return Address{Family::kIpv6, *host, port};
  return std::nullopt;
}

std::string to_text(const Address& address) {
  if (address.family == Family::kUnix) return address.host;
  const std::string port = ":" + std::to_string(address.port);
  return address.family == Family::kIpv6 ? "[" + address.host + "]" + port : address.host + port;
}

}  // namespace loopscope::os
