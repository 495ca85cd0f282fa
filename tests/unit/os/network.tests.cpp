#include "core/os/network/network.h"

#include <catch2/catch.hpp>
#include <string>

#include "core/os/network/network_stack.h"

using namespace loopscope;
using os::Address;
using os::Errno;
using os::Family;
using os::Network;
using os::NetworkOptions;
using os::NetworkStack;
using os::SocketId;

namespace {

const Address kServer{Family::kIpv4, "127.0.0.1", 3000};

// A machine whose processes share a clock that the test moves.
struct Machine {
  explicit Machine(NetworkOptions options = {})
      : choices(0), network(options, choices, [this](VirtualTime at) { alarm_at = at; }) {}

  NetworkStack::Host host() {
    return {[this] { return now; }, [] { return TaskId{}; },
            [this](VirtualTime at) { woken_at = at; }};
  }
  void pass(VirtualTime time) { now += time; }

  sim::SeededChoices choices;
  VirtualTime now = VirtualTime::from_ms(1);
  VirtualTime woken_at;
  VirtualTime alarm_at;
  Network network;
  NetworkStack process{network, host()};
};

SocketId listener(NetworkStack& process, const Address& address = kServer, int backlog = 511) {
  const SocketId id = process.open(address.family);
  REQUIRE(process.bind(id, address) == Errno{});
  REQUIRE(process.listen(id, backlog) == Errno{});
  return id;
}

SocketId connected(NetworkStack& process, const Address& address = kServer) {
  const SocketId id = process.open(address.family);
  REQUIRE(process.connect(id, address) == Errno{});
  return id;
}

struct Connection {
  SocketId client = 0;
  SocketId server = 0;
};

Connection connection(NetworkStack& process) {
  const SocketId listening = listener(process);
  const SocketId client = connected(process);
  return {client, *process.accept(listening)};
}

std::string read_all(NetworkStack& process, SocketId id) {
  std::string all;
  for (;;) {
    const os::FileResult<std::string> bytes = process.read(id, 1000);
    if (!bytes || bytes->empty()) return all;
    all += *bytes;
  }
}

}  // namespace

TEST_CASE("a connection within a process is there at once, as over Linux's loopback device",
          "[os][network]") {
  Machine machine;
  const SocketId listening = listener(machine.process);
  const SocketId client = connected(machine.process);
  CHECK(machine.process.is_writable(client));
  const os::FileResult<SocketId> server = machine.process.accept(listening);
  REQUIRE(server);
  CHECK(machine.process.socket(*server).remote == machine.process.socket(client).local);
  CHECK(machine.process.accept(listening).error() == Errno{EAGAIN});
}

TEST_CASE("bytes come out at the other end in the order they were written", "[os][network]") {
  Machine machine;
  const Connection ends = connection(machine.process);
  CHECK(*machine.process.write(ends.client, "ab") == 2);
  CHECK(*machine.process.write(ends.client, "cd") == 2);
  CHECK(*machine.process.read(ends.server, 3) == "abc");
  CHECK(*machine.process.read(ends.server, 3) == "d");
  CHECK(machine.process.read(ends.server, 3).error() == Errno{EAGAIN});
}

TEST_CASE("where nobody listens a connection is refused", "[os][network]") {
  Machine machine;
  const SocketId client = machine.process.open(Family::kIpv4);
  CHECK(machine.process.connect(client, kServer) == Errno{ECONNREFUSED});
}

TEST_CASE("a path that no socket has is not found", "[os][network]") {
  Machine machine;
  const SocketId client = machine.process.open(Family::kUnix);
  CHECK(machine.process.connect(client, {Family::kUnix, "/tmp/s", 0}) == Errno{ENOENT});
}

TEST_CASE("an address is had by one socket at a time", "[os][network]") {
  Machine machine;
  const SocketId first = listener(machine.process);
  const SocketId second = machine.process.open(Family::kIpv4);
  CHECK(machine.process.bind(second, kServer) == Errno{EADDRINUSE});
  CHECK(machine.process.bind(second, {Family::kIpv6, "::", 3000}) == Errno{EADDRINUSE});
  machine.process.close(first);
  CHECK(machine.process.bind(second, kServer) == Errno{});
}

TEST_CASE("what listens at all addresses takes connections to each", "[os][network]") {
  Machine machine;
  const SocketId listening = listener(machine.process, {Family::kIpv6, "::", 3000});
  connected(machine.process, {Family::kIpv4, "127.0.0.1", 3000});
  connected(machine.process, {Family::kIpv6, "::1", 3000});
  CHECK(machine.process.accept(listening));
  CHECK(machine.process.accept(listening));
}

TEST_CASE("low ports are not for users, and other machines' addresses not for this one",
          "[os][network]") {
  Machine machine;
  const SocketId id = machine.process.open(Family::kIpv4);
  CHECK(machine.process.bind(id, {Family::kIpv4, "0.0.0.0", 80}) == Errno{EACCES});
  CHECK(machine.process.bind(id, {Family::kIpv4, "10.1.2.3", 3000}) == Errno{EADDRNOTAVAIL});
}

TEST_CASE("a writer that is not read from fills both buffers and then has to wait",
          "[os][network]") {
  NetworkOptions options;
  options.send_buffer = 1000;
  options.receive_buffer = 200;
  Machine machine(options);
  const Connection ends = connection(machine.process);
  CHECK(*machine.process.write(ends.client, std::string(5000, 'x')) == 1000);
  // What the other end's buffer has room for has left.
  CHECK(*machine.process.write(ends.client, std::string(5000, 'x')) == 200);
  CHECK(machine.process.write(ends.client, "x").error() == Errno{EAGAIN});
  CHECK_FALSE(machine.process.is_writable(ends.client));

  CHECK(machine.process.read(ends.server, 400)->size() == 200);
  machine.process.ready();
  CHECK_FALSE(machine.process.is_writable(ends.client));  // a third of the buffer is to be free
  CHECK(read_all(machine.process, ends.server).size() == 1000);
  machine.process.ready();
  CHECK(machine.process.is_writable(ends.client));
}

TEST_CASE("each way of a connection ends by itself", "[os][network]") {
  Machine machine;
  const Connection ends = connection(machine.process);
  CHECK(*machine.process.write(ends.client, "bye") == 3);
  CHECK(machine.process.shut_down(ends.client) == Errno{});
  CHECK(*machine.process.read(ends.server, 10) == "bye");
  CHECK(machine.process.read(ends.server, 10)->empty());
  CHECK(machine.process.write(ends.client, "x").error() == Errno{EPIPE});
  CHECK_FALSE(machine.process.is_hung_up(ends.server));
  // The other way is still open.
  CHECK(*machine.process.write(ends.server, "yes") == 3);
  CHECK(*machine.process.read(ends.client, 10) == "yes");
  CHECK(machine.process.shut_down(ends.server) == Errno{});
  CHECK(machine.process.read(ends.client, 10)->empty());
  CHECK(machine.process.is_hung_up(ends.server));
}

TEST_CASE("what was written before closing still arrives", "[os][network]") {
  Machine machine;
  const Connection ends = connection(machine.process);
  CHECK(*machine.process.write(ends.client, std::string(300'000, 'x')) == 300'000);
  machine.process.close(ends.client);
  size_t got = 0;
  for (;;) {
    const os::FileResult<std::string> bytes = machine.process.read(ends.server, 64 << 10);
    REQUIRE(bytes);
    if (bytes->empty()) break;
    got += bytes->size();
  }
  CHECK(got == 300'000);
}

TEST_CASE("closing with bytes unread resets the connection", "[os][network]") {
  Machine machine;
  const Connection ends = connection(machine.process);
  CHECK(*machine.process.write(ends.client, "unread") == 6);
  machine.process.close(ends.server);
  CHECK(machine.process.read(ends.client, 10).error() == Errno{ECONNRESET});
  CHECK(machine.process.write(ends.client, "x").error() == Errno{EPIPE});
}

TEST_CASE("writing to an end that is gone is answered by a reset, and then fails",
          "[os][network]") {
  Machine machine;
  const Connection ends = connection(machine.process);
  machine.process.close(ends.server);
  CHECK(machine.process.read(ends.client, 10)->empty());
  CHECK(*machine.process.write(ends.client, "x") == 1);
  CHECK(machine.process.write(ends.client, "x").error() == Errno{EPIPE});
}

TEST_CASE("a reset is seen as such", "[os][network]") {
  Machine machine;
  const Connection ends = connection(machine.process);
  machine.process.reset(ends.client);
  CHECK(machine.process.read(ends.server, 10).error() == Errno{ECONNRESET});
}

TEST_CASE("connections that nobody accepted are reset when the listener closes", "[os][network]") {
  Machine machine;
  const SocketId listening = listener(machine.process);
  const SocketId client = connected(machine.process);
  machine.process.close(listening);
  CHECK(machine.process.read(client, 10).error() == Errno{ECONNRESET});
}

TEST_CASE("a full listener answers nothing, and is asked again after a second", "[os][network]") {
  Machine machine;
  const SocketId listening = listener(machine.process, kServer, 1);
  connected(machine.process);
  connected(machine.process);
  const SocketId third = machine.process.open(Family::kIpv4);
  CHECK(machine.process.connect(third, kServer) == Errno{EINPROGRESS});
  CHECK(machine.process.accept(listening));
  machine.pass(VirtualTime::from_ms(999));
  machine.process.ready();
  CHECK(machine.process.is_connecting(third));
  machine.pass(VirtualTime::from_ms(1));
  machine.process.ready();
  CHECK_FALSE(machine.process.is_connecting(third));
}

TEST_CASE("a connection that is never answered is given up", "[os][network]") {
  Machine machine;
  listener(machine.process, kServer, 0);
  connected(machine.process);
  const SocketId second = machine.process.open(Family::kIpv4);
  CHECK(machine.process.connect(second, kServer) == Errno{EINPROGRESS});
  for (int s = 0; s < 200; ++s) {
    machine.pass(VirtualTime::from_ms(1000));
    machine.process.ready();
  }
  CHECK(machine.process.take_error(second) == Errno{ETIMEDOUT});
}

TEST_CASE("latency delays every segment, and none overtakes another", "[os][network]") {
  NetworkOptions options;
  options.latency_min = VirtualTime::from_ms(10);
  options.latency_max = VirtualTime::from_ms(30);
  Machine machine(options);
  const SocketId listening = listener(machine.process);
  const SocketId client = machine.process.open(Family::kIpv4);
  CHECK(machine.process.connect(client, kServer) == Errno{EINPROGRESS});
  CHECK(machine.network.next_arrival() == machine.now + VirtualTime::from_ms(20));
  machine.pass(VirtualTime::from_ms(20));
  const os::FileResult<SocketId> server = machine.process.accept(listening);
  REQUIRE(server);
  CHECK(machine.process.is_connecting(client));
  machine.pass(VirtualTime::from_ms(20));
  machine.process.ready();
  CHECK_FALSE(machine.process.is_connecting(client));
  CHECK(*machine.process.write(client, "first") == 5);
  CHECK(*machine.process.write(client, "second") == 6);
  CHECK(machine.process.read(*server, 100).error() == Errno{EAGAIN});
  machine.pass(VirtualTime::from_ms(30));
  CHECK(*machine.process.read(*server, 100) == "firstsecond");
}

TEST_CASE("bandwidth makes long writes arrive later than short ones", "[os][network]") {
  NetworkOptions options;
  options.bytes_per_second = 1'000'000;
  Machine machine(options);
  const Connection ends = connection(machine.process);
  CHECK(*machine.process.write(ends.client, std::string(10'000, 'x')) == 10'000);
  machine.pass(VirtualTime::from_ms(9));
  CHECK(machine.process.read(ends.server, 10).error() == Errno{EAGAIN});
  machine.pass(VirtualTime::from_ms(1));
  CHECK(machine.process.read(ends.server, 100'000)->size() == 10'000);
}

TEST_CASE("from one process to another everything takes at least the scheduler's lookahead",
          "[os][network]") {
  Machine machine;
  NetworkStack other(machine.network, machine.host());
  const SocketId listening = listener(machine.process);
  const SocketId client = other.open(Family::kIpv4);
  CHECK(other.connect(client, kServer) == Errno{EINPROGRESS});
  CHECK(machine.alarm_at == machine.now + VirtualTime::from_us(20));
  CHECK(machine.process.accept(listening).error() == Errno{EAGAIN});
  machine.pass(VirtualTime::from_us(20));
  CHECK(machine.process.accept(listening));
  CHECK(other.is_connecting(client));
  machine.pass(VirtualTime::from_us(20));
  other.ready();
  CHECK_FALSE(other.is_connecting(client));
}

TEST_CASE("a process that is busy gets connections all the same, and is woken for them",
          "[os][network]") {
  Machine machine;
  NetworkStack other(machine.network, machine.host());
  const SocketId listening = listener(machine.process);
  machine.process.want(listening, true, false);
  const SocketId client = other.open(Family::kIpv4);
  CHECK(other.connect(client, kServer) == Errno{EINPROGRESS});
  const VirtualTime asked_at = machine.now;
  machine.pass(VirtualTime::from_ms(5));
  machine.network.advance(machine.now);
  CHECK(machine.woken_at == asked_at + VirtualTime::from_us(20));
  CHECK_FALSE(other.is_connecting(client));
  CHECK(*other.write(client, "hello") == 5);
  machine.pass(VirtualTime::from_us(20));
  CHECK(read_all(machine.process, *machine.process.accept(listening)) == "hello");
}

TEST_CASE("what a process has written goes its way when it has ended", "[os][network]") {
  Machine machine;
  const SocketId listening = listener(machine.process);
  SocketId server = 0;
  {
    NetworkStack other(machine.network, machine.host());
    const SocketId client = other.open(Family::kIpv4);
    CHECK(other.connect(client, kServer) == Errno{EINPROGRESS});
    machine.pass(VirtualTime::from_us(40));
    server = *machine.process.accept(listening);
    CHECK(*other.write(client, std::string(1'000'000, 'x')) == 1'000'000);
    other.close_all();
  }
  size_t bytes = 0;
  for (int look = 0; look < 100; ++look) {
    machine.pass(VirtualTime::from_us(40));
    bytes += read_all(machine.process, server).size();
  }
  CHECK(bytes == 1'000'000);
  CHECK(machine.process.read(server, 10)->empty());
}

TEST_CASE("a connection goes from one process to another with what has come for it",
          "[os][network]") {
  Machine machine;
  NetworkStack other(machine.network, machine.host());
  const Connection ends = connection(machine.process);
  CHECK(*machine.process.write(ends.client, "one, ") == 5);
  machine.process.hand_over(ends.server, machine.network.unowned());
  CHECK(*machine.process.write(ends.client, "two") == 3);
  machine.pass(VirtualTime::from_us(20));
  machine.network.unowned().hand_over(ends.server, other);
  CHECK(read_all(other, ends.server) == "one, two");
  CHECK(*other.write(ends.server, "three") == 5);
  machine.pass(VirtualTime::from_us(20));
  CHECK(read_all(machine.process, ends.client) == "three");
}

TEST_CASE("what is ready is told in the order in which it became so, until it is dealt with",
          "[os][network]") {
  Machine machine;
  const SocketId listening = listener(machine.process);
  const SocketId one = connected(machine.process);
  const SocketId two = connected(machine.process);
  const SocketId one_server = *machine.process.accept(listening);
  const SocketId two_server = *machine.process.accept(listening);
  for (const SocketId id : {one_server, two_server}) machine.process.want(id, true, false);
  CHECK(machine.process.ready().empty());
  CHECK(*machine.process.write(two, "2") == 1);
  CHECK(*machine.process.write(one, "1") == 1);
  const auto ready = machine.process.ready();
  REQUIRE(ready.size() == 2);
  CHECK(ready[0].id == two_server);
  CHECK(ready[1].id == one_server);
  CHECK(*machine.process.read(two_server, 10) == "2");
  REQUIRE(machine.process.ready().size() == 1);
  CHECK(machine.process.ready()[0].id == one_server);
  machine.process.want(one_server, false, false);
  CHECK(machine.process.ready().empty());
}

TEST_CASE("ports of connections are the same in every run, and none is given twice",
          "[os][network]") {
  Machine machine;
  listener(machine.process);
  CHECK(machine.process.socket(connected(machine.process)).local.port == 49'152);
  CHECK(machine.process.socket(connected(machine.process)).local.port == 49'153);
}

TEST_CASE("IP addresses are known by their text, and have one form", "[os][network]") {
  CHECK(os::ip_version("127.0.0.1") == 4);
  CHECK(os::ip_version("::1") == 6);
  CHECK(os::ip_version("fe80::1%eth0") == 6);
  CHECK(os::ip_version("127.0.0.01") == 0);
  CHECK(os::ip_version("127.1") == 0);
  CHECK(os::ip_version("fe80::1%") == 0);
  CHECK(os::ip_version("") == 0);
  CHECK(os::ip_address("0:0::1", 80)->host == "::1");
  CHECK(os::to_text({Family::kIpv6, "::1", 80}) == "[::1]:80");
}
