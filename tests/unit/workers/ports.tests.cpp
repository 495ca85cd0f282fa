#include "core/workers/ports.h"

#include <catch2/catch.hpp>

using namespace loopscope;
using namespace loopscope::workers;

namespace {

constexpr AgentId kMain{0};
constexpr AgentId kWorker{1};

Message message(uint32_t number, int64_t us) {
  Message m;
  m.number = number;
  m.arrives = VirtualTime::from_us(us);
  m.payload = std::make_shared<Payload>();
  return m;
}

VirtualTime us(int64_t us) {
  return VirtualTime::from_us(us);
}

// That the other end was closed.
Message news(int64_t us) {
  Message m;
  m.arrives = VirtualTime::from_us(us);
  return m;
}

struct Channel {
  Ports ports;
  PortId one = ports.make(kMain);
  PortId other = ports.make(kWorker);
  Channel() { ports.entangle(one, other); }
};

}  // namespace

TEST_CASE("what is posted on a port goes to its peer and arrives in time") {
  Channel c;
  CHECK(c.ports.receivers(c.one) == std::vector{c.other});
  c.ports.deliver(c.other, message(1, 10));
  c.ports.deliver(c.other, message(2, 20));
  CHECK_FALSE(c.ports.next_arrival(kWorker));  // not started
  c.ports.start(c.other);
  CHECK(c.ports.next_arrival(kWorker) == us(10));
  CHECK_FALSE(c.ports.next_arrival(kMain));
  CHECK(c.ports.with_arrivals(kWorker, us(9)).empty());
  CHECK(c.ports.with_arrivals(kWorker, us(10)) == std::vector{c.other});
  CHECK(c.ports.arrived(c.other, us(15)) == 1);
  CHECK(c.ports.take(c.other, us(15))->number == 1);
  CHECK_FALSE(c.ports.take(c.other, us(15)));
  CHECK(c.ports.take(c.other, us(20))->number == 2);
}

TEST_CASE("messages of senders ahead of each other come in order of their times") {
  Channel c;
  c.ports.deliver(c.other, message(1, 30));
  c.ports.deliver(c.other, message(2, 20));
  c.ports.deliver(c.other, message(3, 30));
  CHECK(c.ports.take(c.other, us(50))->number == 2);
  CHECK(c.ports.take(c.other, us(50))->number == 1);
  CHECK(c.ports.take(c.other, us(50))->number == 3);
}

TEST_CASE("a port keeps its messages on its way to another agent") {
  Channel c;
  c.ports.start(c.other);
  c.ports.deliver(c.other, message(1, 10));
  c.ports.detach(c.other);
  CHECK_FALSE(c.ports.owner(c.other));
  CHECK_FALSE(c.ports.next_arrival(kWorker));
  c.ports.deliver(c.other, message(2, 20));
  c.ports.attach(c.other, AgentId{2});
  CHECK_FALSE(c.ports.is_started(c.other));
  c.ports.start(c.other);
  CHECK(c.ports.next_arrival(AgentId{2}) == us(10));
  CHECK(c.ports.arrived(c.other, us(20)) == 2);
}

TEST_CASE("closing loses what waits, and tells the other end behind what it was sent") {
  Channel c;
  c.ports.deliver(c.other, message(1, 10));
  c.ports.deliver(c.one, message(2, 10));
  const std::vector<Message> lost = c.ports.close(c.one, news(30));
  REQUIRE(lost.size() == 1);
  CHECK(lost[0].number == 2);
  CHECK_FALSE(c.ports.is_open(c.one));
  CHECK(c.ports.receivers(c.other).empty());
  CHECK_FALSE(c.ports.closes_next(c.other, us(30)));
  CHECK(c.ports.take(c.other, us(30))->number == 1);
  CHECK(c.ports.closes_next(c.other, us(30)));
  // Also to a port that is not started.
  CHECK(c.ports.next_arrival(kWorker) == us(30));
  CHECK(c.ports.take(c.other, us(30))->closes());
}

TEST_CASE("a broadcast goes to all others of the channel, and to no other channel") {
  Ports ports;
  const PortId a = ports.make(kMain);
  const PortId b = ports.make(kWorker);
  const PortId c = ports.make(kMain);
  const PortId elsewhere = ports.make(kMain);
  for (const PortId port : {a, b, c}) ports.join(port, "news");
  ports.join(elsewhere, "weather");
  CHECK(ports.receivers(b) == std::vector{a, c});
  CHECK(ports.receivers(elsewhere).empty());
  ports.close(a, news(1));
  CHECK(ports.receivers(b) == std::vector{c});
}

TEST_CASE("an agent's ports are served in the order in which it got them") {
  Ports ports;
  const PortId a = ports.make(kMain);
  const PortId b = ports.make(kMain);
  for (const PortId port : {a, b}) {
    ports.start(port);
    ports.deliver(port, message(1, port == a ? 20 : 10));
  }
  CHECK(ports.with_arrivals(kMain, us(30)) == std::vector{a, b});
  ports.detach(a);
  ports.attach(a, kMain);
  ports.start(a);
  CHECK(ports.with_arrivals(kMain, us(30)) == std::vector{b, a});
  CHECK(ports.of(kMain) == std::vector{b, a});
}

TEST_CASE("whatever was sent can be taken in each sender's order, arrived or not") {
  Ports ports;
  const PortId to = ports.make(kMain);
  for (const auto& [number, sender] : {std::pair(1, 1), {2, 2}, {3, 1}}) {
    Message m = message(static_cast<uint32_t>(number), 10 * number);
    m.sender.value = static_cast<uint16_t>(sender);
    ports.deliver(to, std::move(m));
  }
  CHECK(ports.heads(to, false).empty());
  ports.start(to);
  REQUIRE(ports.heads(to, true).size() == 2);
  CHECK(ports.heads(to, true)[1]->number == 2);
  CHECK(ports.take_from(to, AgentId{2})->number == 2);
  CHECK(ports.take_from(to, AgentId{1})->number == 1);
  CHECK(ports.take_from(to, AgentId{1})->number == 3);
  CHECK_FALSE(ports.take_from(to, AgentId{1}));
}
