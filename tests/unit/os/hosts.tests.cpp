#include "core/os/hosts.h"

#include <catch2/catch.hpp>

using namespace loopscope;
using os::HostAddress;
using os::HostQuestion;
using os::IpFamily;

namespace {

std::vector<std::string> texts(const std::vector<HostAddress>& addresses) {
  std::vector<std::string> result;
  for (const HostAddress& address : addresses) result.push_back(address.text);
  return result;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("the machine knows itself, in any case of letters", "[os][hosts]") {
  const os::Hosts hosts("Machine");
  for (const char* name : {"localhost", "LocalHost", "machine", "MACHINE"}) {
    CHECK(texts(hosts.look_up({name})) == Texts{"127.0.0.1"});
    CHECK(hosts.is_own(name));
  }
  CHECK(hosts.look_up({"localhost."}).empty());
  CHECK(hosts.look_up({"example.org"}).empty());
  CHECK_FALSE(hosts.is_own("example.org"));
}

TEST_CASE("a declared host is asked of a name server", "[os][hosts]") {
  os::Hosts hosts("machine");
  hosts.declare("db.example", {{"2001:db8::1", IpFamily::kIpv6}, {"192.0.2.1", IpFamily::kIpv4}});
  CHECK_FALSE(hosts.is_own("db.example"));
  CHECK(texts(hosts.look_up({"DB.example"})) == Texts{"2001:db8::1", "192.0.2.1"});
  CHECK(texts(hosts.look_up({"db.example", IpFamily::kIpv4})) == Texts{"192.0.2.1"});
  HostQuestion question{"db.example"};
  question.order = os::AddressOrder::kIpv4First;
  CHECK(texts(hosts.look_up(question)) == Texts{"192.0.2.1", "2001:db8::1"});
}

TEST_CASE("IPv4 addresses are mapped when IPv6 is asked for", "[os][hosts]") {
  const os::Hosts hosts("machine");
  CHECK(hosts.look_up({"localhost", IpFamily::kIpv6}).empty());
  CHECK(texts(hosts.look_up({"localhost", IpFamily::kIpv6, true})) == Texts{"::ffff:127.0.0.1"});
}

TEST_CASE("addresses are told from names", "[os][hosts]") {
  CHECK(os::literal_family("127.0.0.1") == IpFamily::kIpv4);
  CHECK(os::literal_family("::1") == IpFamily::kIpv6);
  CHECK(os::literal_family("fe80::1%eth0") == IpFamily::kIpv6);
  for (const char* text : {"", "127.1", "256.0.0.1", "fe80::1%", "localhost", "1.2.3.4 "})
    CHECK_FALSE(os::literal_family(text));
  const os::Hosts hosts("machine");
  CHECK(texts(hosts.look_up({"127.1"})) == Texts{"127.0.0.1"});
  CHECK(hosts.is_own("127.1"));
  CHECK(hosts.look_up({"1.2.3.4 x"}).empty());
}
