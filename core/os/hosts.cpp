#include "core/os/hosts.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace loopscope::os {

namespace {

constexpr const char* kLoopback = "127.0.0.1";

std::string lower_case(std::string_view name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char letter) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  });
  return lower;
}

bool is_literal(int family, const std::string& text) {
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  return text.find('\0') == std::string::npos && inet_pton(family, text.c_str(), bytes.data()) == 1;
}

// IPv4 addresses in the forms only getaddrinfo(3) takes: "127.1", "0x7f000001".
std::optional<std::string> old_form(const std::string& text) {
  in_addr address{};
  std::array<char, INET_ADDRSTRLEN> shown{};
  if (text.empty() || text.find_first_of(std::string_view(" \0", 2)) != std::string::npos ||
      inet_aton(text.c_str(), &address) == 0 ||
      inet_ntop(AF_INET, &address, shown.data(), shown.size()) == nullptr)
    return {};
  return shown.data();
}

void sort_by_family(std::vector<HostAddress>& addresses, IpFamily first) {
  std::stable_partition(addresses.begin(), addresses.end(),
                        [&](const HostAddress& address) { return address.family == first; });
}

std::vector<HostAddress> of_family(const std::vector<HostAddress>& addresses, IpFamily family) {
  std::vector<HostAddress> result;
  for (const HostAddress& address : addresses)
    if (address.family == family) result.push_back(address);
  return result;
}

std::vector<HostAddress> choose(const std::vector<HostAddress>& addresses,
                                const HostQuestion& question) {
  if (!question.family) return addresses;
  std::vector<HostAddress> result = of_family(addresses, *question.family);
  const bool maps = question.mapped && *question.family == IpFamily::kIpv6;
  if (!maps || (!result.empty() && !question.all_mapped)) return result;
  for (const HostAddress& address : of_family(addresses, IpFamily::kIpv4))
    result.push_back({"::ffff:" + address.text, IpFamily::kIpv6});
  return result;
}

}  // namespace

std::optional<IpFamily> literal_family(std::string_view text) {
  if (is_literal(AF_INET, std::string(text))) return IpFamily::kIpv4;
  const size_t zone = text.find('%');
  if (zone != std::string_view::npos && zone + 1 == text.size()) return {};
  if (is_literal(AF_INET6, std::string(text.substr(0, zone)))) return IpFamily::kIpv6;
  return {};
}

Hosts::Hosts(std::string_view own_name) {
  for (const std::string_view name : {std::string_view("localhost"), own_name})
    m_entries[lower_case(name)] = {{{kLoopback, IpFamily::kIpv4}}, true};
}

void Hosts::declare(std::string_view name, std::vector<HostAddress> addresses) {
  m_entries[lower_case(name)] = {std::move(addresses), false};
}

const Hosts::Entry* Hosts::find(std::string_view name) const {
  const auto found = m_entries.find(lower_case(name));
  return found == m_entries.end() ? nullptr : &found->second;
}

bool Hosts::is_own(std::string_view name) const {
  const Entry* entry = find(name);
  return entry != nullptr ? entry->is_own : old_form(std::string(name)).has_value();
}

std::vector<HostAddress> Hosts::look_up(const HostQuestion& question) const {
  std::vector<HostAddress> addresses;
  if (const Entry* entry = find(question.name))
    addresses = choose(entry->addresses, question);
  else if (const auto literal = old_form(question.name))
    addresses = choose({{*literal, IpFamily::kIpv4}}, question);
  if (question.order == AddressOrder::kIpv4First) sort_by_family(addresses, IpFamily::kIpv4);
  if (question.order == AddressOrder::kIpv6First) sort_by_family(addresses, IpFamily::kIpv6);
  return addresses;
}

}  // namespace loopscope::os
