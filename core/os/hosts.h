#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loopscope::os {

enum class IpFamily : uint8_t { kIpv4 = 4, kIpv6 = 6 };

struct HostAddress {
  std::string text;
  IpFamily family = IpFamily::kIpv4;
  bool operator==(const HostAddress&) const = default;
};

// The family of an address as programs write it (RFC 4291, a zone may stand behind '%'), or
// nothing.
std::optional<IpFamily> literal_family(std::string_view text);

// Which of a host's addresses come first.
enum class AddressOrder : uint8_t { kVerbatim, kIpv4First, kIpv6First };

struct HostQuestion {
  std::string name;
  std::optional<IpFamily> family = {};  // none: either
  // No IPv6 address: IPv4 ones in IPv6's form (RFC 4291, section 2.5.5.2); with `all_mapped`
  // besides those there are.
  bool mapped = false;
  bool all_mapped = false;
  AddressOrder order = AddressOrder::kVerbatim;
};

// The names the simulated machine can look up: what stands in its own table, as /etc/hosts has it,
// and what a name server would tell it.
class Hosts {
 public:
  explicit Hosts(std::string_view own_name);

  // From now on a name server knows the name, in any case of its letters.
  void declare(std::string_view name, std::vector<HostAddress> addresses);

  // Whether the machine itself knows: it asks nobody then, which is quick.
  bool is_own(std::string_view name) const;

  // The addresses, none if the name is unknown or has none of the family.
  std::vector<HostAddress> look_up(const HostQuestion& question) const;

 private:
  struct Entry {
    std::vector<HostAddress> addresses;
    bool is_own = false;
  };

  const Entry* find(std::string_view name) const;

  std::map<std::string, Entry, std::less<>> m_entries;  // by name in lower case
};

}  // namespace loopscope::os
