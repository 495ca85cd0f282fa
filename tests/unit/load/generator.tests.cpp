#include "core/load/generator.h"

#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <utility>

#include "core/trace/trace.h"

using namespace loopscope;
using load::Generator;
using load::Plan;
using os::Network;
using os::NetworkStack;
using os::SocketId;

namespace {

const os::Address kServer{os::Family::kIpv4, "127.0.0.1", 3000};

// A machine with one server, which takes so long for a request and answers several at a time.
class Machine {
 public:
  explicit Machine(VirtualTime service = VirtualTime::from_ms(1)) : m_service(service) {}

  void listen() {
    m_listener = m_stack.open(os::Family::kIpv4);
    REQUIRE_FALSE(m_stack.bind(m_listener, kServer).failed());
    REQUIRE_FALSE(m_stack.listen(m_listener, 511).failed());
    m_stack.want(m_listener, true, false);
  }
  void answer(std::string response) { m_response = std::move(response); }
  void mute() { m_response.clear(); }

  load::World world(trace::Recorder* recorder = nullptr) {
    return {network, m_choices, recorder,
            [this](VirtualTime at, std::function<void()> happens) {
              return m_agenda.add(at, std::move(happens));
            },
            [this](load::World::Id id) { m_agenda.cancel(id); }};
  }

  void at_ms(int64_t ms, std::function<void()> happens) {
    m_agenda.add(VirtualTime::from_ms(ms), std::move(happens));
  }
  // Until nothing is to come.
  void run() {
    while (auto entry = m_agenda.take_due(VirtualTime::from_ms(1'000'000))) {
      m_now = std::max(m_now, entry->due);
      entry->item();
    }
  }

  VirtualTime now() const { return m_now; }
  size_t connections() const { return m_connections; }
  const std::vector<std::string>& requests() const { return m_requests; }

 private:
  void serve() {
    for (const NetworkStack::Ready& ready : m_stack.ready()) {
      if (ready.id == m_listener)
        accept();
      else
        read(ready.id);
    }
  }

  void accept() {
    while (const auto accepted = m_stack.accept(m_listener)) {
      ++m_connections;
      m_stack.want(*accepted, true, false);
    }
  }

  void read(SocketId id) {
    const auto bytes = m_stack.read(id, 65'536);
    if (!bytes && bytes.error().number == EAGAIN) return;
    if (!bytes || bytes->empty()) return m_stack.close(id);
    m_requests.push_back(*bytes);
    m_agenda.add(m_now + m_service, [this, id] { respond(id, m_response); });
  }

  void respond(SocketId id, std::string rest) {
    if (!m_stack.is_open(id)) return;
    if (const auto taken = m_stack.write(id, rest)) rest.erase(0, *taken);
    if (!rest.empty())
      m_agenda.add(m_now + VirtualTime::from_ms(1), [this, id, rest] { respond(id, rest); });
  }

  sim::Agenda<std::function<void()>> m_agenda;
  VirtualTime m_now;
  sim::SeededChoices m_choices{0};
  VirtualTime m_service;
  std::string m_response = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  SocketId m_listener = 0;
  size_t m_connections = 0;
  std::vector<std::string> m_requests;

 public:
  Network network{{}, m_choices, [this](VirtualTime at) {
                    m_agenda.add(at, [this, at] { network.advance(at); });
                  }};

 private:
  NetworkStack m_stack{network,
                       {[this] { return m_now; }, [] { return TaskId{}; },
                        [this](VirtualTime at) { m_agenda.add(at, [this] { serve(); }); }}};
};

Plan plan() {
  Plan plan;
  plan.name = "users";
  plan.address = kServer;
  plan.host = "localhost:3000";
  plan.start = VirtualTime{};
  plan.concurrency = 1;
  return plan;
}

}  // namespace

TEST_CASE("users send the next request when they have an answer and have thought") {
  Machine machine;
  machine.listen();
  Plan closed = plan();
  closed.concurrency = 2;
  closed.requests = 10;
  closed.think_min = closed.think_max = VirtualTime::from_ms(9);
  closed.keep_alive = true;
  Generator users(1, closed, machine.world());
  users.set_up();
  machine.run();
  CHECK(users.is_done());
  CHECK(users.counts().sent == 10);
  CHECK(users.counts().answered == 10);
  CHECK(users.counts().failed == 0);
  CHECK(users.latency().count() == 10);
  CHECK(users.latency().max_ns() > 1'000'000);
  CHECK(users.latency().max_ns() < 1'300'000);
  CHECK(machine.connections() == 2);
  CHECK(machine.now().ms() == 50);
}

TEST_CASE("without keep-alive each request has a connection of its own") {
  Machine machine;
  machine.listen();
  Plan closed = plan();
  closed.requests = 5;
  Generator users(1, closed, machine.world());
  users.set_up();
  machine.run();
  CHECK(users.counts().answered == 5);
  CHECK(machine.connections() == 5);
  CHECK(machine.requests()[0] ==
        "GET / HTTP/1.1\r\nHost: localhost:3000\r\nConnection: close\r\n\r\n");
}

TEST_CASE("paths come in turn, and a body with its length") {
  Machine machine;
  machine.listen();
  Plan closed = plan();
  closed.requests = 3;
  closed.paths = {"/a", "/b"};
  closed.method = "POST";
  closed.headers = {{"accept", "text/plain"}};
  closed.body = "hello";
  Generator users(1, closed, machine.world());
  users.set_up();
  machine.run();
  CHECK(machine.requests()[1] ==
        "POST /b HTTP/1.1\r\nHost: localhost:3000\r\nConnection: close\r\naccept: text/plain\r\n"
        "Content-Length: 5\r\n\r\nhello");
  CHECK(machine.requests()[2].starts_with("POST /a "));
}

TEST_CASE("requests at a rate do not wait for answers") {
  Machine machine(VirtualTime::from_ms(500));
  machine.listen();
  Plan open = plan();
  open.concurrency = 0;
  open.interval = VirtualTime::from_ms(10);
  open.duration = VirtualTime::from_ms(100);
  Generator users(1, open, machine.world());
  users.set_up();
  machine.run();
  CHECK(users.counts().sent == 10);
  CHECK(users.counts().answered == 10);
  CHECK(machine.connections() == 10);
  CHECK(machine.now().ms() < 700);
}

TEST_CASE("requests at a rate are over with the last answer, not with the time") {
  Machine machine(VirtualTime::from_ms(3));
  machine.listen();
  Plan open = plan();
  open.interval = VirtualTime::from_ms(10);
  open.duration = VirtualTime::from_ms(40);
  trace::MemorySink sink;
  trace::Recorder recorder(sink);
  Generator users(1, open, machine.world(&recorder));
  users.set_up();
  machine.run();
  CHECK(users.counts().answered == 4);
  CHECK(users.is_done());
  const auto& events = sink.trace().events;
  REQUIRE(events.size() > 1);
  CHECK(trace::is<trace::LoadChange>(events.back()));
  CHECK(events.back().time == events[events.size() - 2].time);
}

TEST_CASE("what waits for a free connection has been asked for all the same") {
  Machine machine(VirtualTime::from_ms(100));
  machine.listen();
  Plan open = plan();
  open.concurrency = 1;
  open.interval = VirtualTime::from_ms(10);
  open.requests = 3;
  open.keep_alive = true;
  Generator users(1, open, machine.world());
  users.set_up();
  machine.run();
  CHECK(users.counts().answered == 3);
  CHECK(machine.connections() == 1);
  // The third came at 20 ms and was answered at 300.
  CHECK(users.latency().max_ns() / 1'000'000 == 280);
}

TEST_CASE("a refused connection is a failed request, after which a user waits a little") {
  Machine machine;
  Plan closed = plan();
  closed.duration = VirtualTime::from_ms(35);
  trace::MemorySink sink;
  trace::Recorder recorder(sink);
  Generator users(1, closed, machine.world(&recorder));
  users.set_up();
  machine.run();
  CHECK(users.counts().sent == 4);
  CHECK(users.counts().failed == 4);
  CHECK(users.counts().answered == 0);
  std::string why;
  for (const trace::Event& event : sink.trace().events)
    if (trace::is<trace::RequestChange>(event))
      if (const auto change = trace::unpack<trace::RequestChange>(event);
          change.op == trace::RequestOp::fail)
        why = sink.trace().view(change.text);
  CHECK(why == "ECONNREFUSED");
}

TEST_CASE("without a start it begins as somebody listens at its port") {
  Machine machine;
  Plan closed = plan();
  closed.start.reset();
  closed.requests = 1;
  Generator users(1, closed, machine.world());
  machine.network.set_on_listening(
      [&](const os::Address& address) { users.on_listening(address, machine.now()); });
  users.set_up();
  machine.at_ms(250, [&] { machine.listen(); });
  machine.run();
  CHECK(users.counts().answered == 1);
  CHECK(machine.now().ms() >= 250);
}

TEST_CASE("a request that takes too long is given up") {
  Machine machine(VirtualTime::from_ms(5'000));
  machine.listen();
  Plan closed = plan();
  closed.requests = 1;
  closed.timeout = VirtualTime::from_ms(200);
  Generator users(1, closed, machine.world());
  users.set_up();
  machine.run();
  CHECK(users.counts().failed == 1);
  CHECK(users.counts().answered == 0);
}

TEST_CASE("an error of the server is an answer, and a failure") {
  Machine machine;
  machine.listen();
  machine.answer("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
  Plan closed = plan();
  closed.requests = 2;
  Generator users(1, closed, machine.world());
  users.set_up();
  machine.run();
  CHECK(users.counts().answered == 2);
  CHECK(users.counts().failed == 2);
}

TEST_CASE("a narrow line takes its time, and holds the server up") {
  Machine machine;
  machine.listen();
  machine.answer("HTTP/1.1 200 OK\r\nContent-Length: 262144\r\n\r\n" + std::string(262'144, 'x'));
  Plan closed = plan();
  closed.requests = 1;
  closed.line.bytes_per_second = 65'536;
  closed.line.latency = {VirtualTime::from_ms(20), VirtualTime::from_ms(20)};
  Generator users(1, closed, machine.world());
  users.set_up();
  machine.run();
  CHECK(users.counts().answered == 1);
  CHECK(users.latency().max_ns() > 4'000'000'000);
  CHECK(users.latency().max_ns() < 4'300'000'000);
}

TEST_CASE("what is not answered when the machine is switched off has failed") {
  Machine machine;
  machine.listen();
  machine.mute();
  Plan closed = plan();
  closed.requests = 1;
  Generator users(1, closed, machine.world());
  users.set_up();
  machine.run();
  CHECK_FALSE(users.is_done());
  users.give_up(machine.now());
  CHECK(users.is_done());
  CHECK(users.counts().failed == 1);
}

TEST_CASE("its events say who sent what, and how it went") {
  Machine machine;
  machine.listen();
  trace::MemorySink sink;
  trace::Recorder recorder(sink);
  Plan closed = plan();
  closed.requests = 2;
  closed.text = "requests=2";
  Generator users(7, closed, machine.world(&recorder));
  users.set_up();
  machine.run();
  std::string story;
  for (const trace::Event& event : sink.trace().events) {
    CHECK(event.agent == kOutside);
    if (trace::is<trace::RequestChange>(event)) {
      const auto change = trace::unpack<trace::RequestChange>(event);
      story += std::string(trace::name(change.op)) + std::to_string(change.number) + " ";
    } else {
      const auto change = trace::unpack<trace::LoadChange>(event);
      CHECK(change.id == 7);
      story += std::string(trace::name(change.op)) + " ";
    }
  }
  CHECK(story == "begin send1 receive1 send2 receive2 end ");
}
