#include "core/load/generator.h"

#include <algorithm>
#include <utility>

namespace loopscope::load {

namespace {

using trace::LoadOp;
using trace::RequestOp;

constexpr VirtualTime kBetweenReports = VirtualTime::from_ms(100);
// A user who got no answer does not ask again at once.
constexpr VirtualTime kPauseAfterFailure = VirtualTime::from_ms(10);
constexpr int kFirstServerError = 500;

// Hosts of users, from the addresses that RFC 5737 sets aside for examples.
std::string host_of(uint32_t id) {
  return "198.51.100." + std::to_string(1 + (id - 1) % 254);
}

}  // namespace

Generator::Generator(uint32_t id, const Plan& plan, World world)
    : m_id(id),
      m_plan(plan),
      m_world(std::move(world)),
      m_stack(m_world.network, {[this] { return m_now; }, [] { return TaskId{}; },
                                [this](VirtualTime at) {
                                  if (std::exchange(m_is_to_look, true)) return;
                                  later(at, [this] { look(); });
                                },
                                host_of(id), &m_plan.line}) {}

// Time only passes for a generator as something happens to it.
World::Id Generator::later(VirtualTime at, std::function<void()> then) {
  at = std::max(at, m_now);
  return m_world.at(at, [this, at, then = std::move(then)] {
    m_now = std::max(m_now, at);
    if (m_state != State::kDone) then();
  });
}

// ---- When it sends ----

void Generator::set_up() {
  record(LoadOp::begin);
  if (m_plan.start) later(*m_plan.start, [this] { begin(); });
}

void Generator::on_listening(const os::Address& address, VirtualTime at) {
  if (m_plan.start || m_state != State::kWaiting || address.family == os::Family::kUnix ||
      address.port != m_plan.address.port)
    return;
  later(at, [this] { begin(); });
}

void Generator::begin() {
  if (std::exchange(m_state, State::kRunning) != State::kWaiting) return;
  m_began = m_now;
  if (m_plan.duration)
    m_end_of_time = later(m_now + *m_plan.duration, [this] {
      m_time_is_up = true;
      finish_if_done();
    });
  if (m_plan.interval) return tick();
  for (uint64_t user = 0; user < m_plan.concurrency && may_ask(); ++user) ask();
}

bool Generator::may_ask() const {
  return !m_time_is_up && (m_plan.requests == 0 || m_asked < m_plan.requests);
}

void Generator::tick() {
  if (!may_ask()) return;
  ask();
  const VirtualTime next{m_began.ns + static_cast<int64_t>(m_asked) * m_plan.interval->ns};
  // Whoever would come when the time is up does not come any more.
  if (m_plan.duration && next >= m_began + *m_plan.duration) m_time_is_up = true;
  if (!may_ask()) return finish_if_done();
  m_next_tick = later(next, [this] { tick(); });
}

void Generator::ask() {
  ++m_asked;
  if (m_plan.concurrency != 0 && m_in_flight >= m_plan.concurrency)
    m_waiting.push_back(m_now);
  else
    send(m_now);
}

// A user of a closed generator goes on.
void Generator::ask_again() {
  --m_thinking;
  if (may_ask()) ask();
  finish_if_done();
}

void Generator::serve_waiting() {
  if (m_waiting.empty()) return;
  const VirtualTime asked_at = m_waiting.front();
  m_waiting.pop_front();
  send(asked_at);
}

// ---- Requests ----

std::string Generator::text_of(const std::string& path) const {
  std::string text = m_plan.method + " " + path + " HTTP/1.1\r\nHost: " + m_plan.host +
                     "\r\nConnection: " + (m_plan.keep_alive ? "keep-alive" : "close") + "\r\n";
  for (const auto& [name, value] : m_plan.headers)
    text.append(name).append(": ").append(value).append("\r\n");
  if (!m_plan.body.empty())
    text += "Content-Length: " + std::to_string(m_plan.body.size()) + "\r\n";
  return text + "\r\n" + m_plan.body;
}

Exchange& Generator::find_connection() {
  if (!m_idle.empty()) {
    const os::SocketId socket = m_idle.back();
    m_idle.pop_back();
    return *m_exchanges.at(socket);
  }
  auto made = std::make_unique<Exchange>(m_stack, m_plan.address);
  return *m_exchanges.emplace(made->socket(), std::move(made)).first->second;
}

void Generator::send(VirtualTime asked_at) {
  const std::string& path = m_plan.paths[m_counts.sent % m_plan.paths.size()];
  const uint32_t number = m_world.network.requests().next();
  ++m_counts.sent;
  ++m_in_flight;
  report_soon();
  Exchange& exchange = find_connection();
  const os::SocketId socket = exchange.socket();
  record({RequestOp::send,
          number,
          m_stack.socket(socket).peer,
          0,
          m_id,
          intern(m_plan.method + " " + path),
          {}});
  if (m_plan.timeout)
    m_timeouts[socket] =
        later(m_now + *m_plan.timeout, [this, socket, number] { expire(socket, number); });
  exchange.send(number, asked_at, text_of(path), m_plan.method != "HEAD");
}

void Generator::look() {
  m_is_to_look = false;
  for (const os::NetworkStack::Ready& ready : m_stack.ready())
    if (const auto found = m_exchanges.find(ready.id); found != m_exchanges.end())
      look_at(*found->second);
}

void Generator::look_at(Exchange& exchange) {
  const uint32_t number = exchange.number();
  if (const auto outcome = exchange.look())
    settle(exchange, number, *outcome);
  else if (exchange.is_closed())
    forget(exchange.socket());
}

void Generator::expire(os::SocketId socket, uint32_t number) {
  const auto found = m_exchanges.find(socket);
  if (found == m_exchanges.end() || found->second->number() != number) return;
  found->second->abort();
  settle(*found->second, number, {0, "timeout", false});
}

void Generator::settle(Exchange& exchange, uint32_t number, const Exchange::Outcome& outcome) {
  const os::SocketId socket = exchange.socket();
  if (const auto timeout = m_timeouts.extract(socket)) m_world.cancel(timeout.mapped());
  --m_in_flight;
  report_soon();
  if (outcome.status != 0) {
    ++m_counts.answered;
    m_latency.add((m_now - exchange.asked_at()).ns);
    record({RequestOp::receive, number, 0, static_cast<uint32_t>(outcome.status), 0, {}, {}});
  } else {
    record({RequestOp::fail, number, 0, 0, 0, intern(outcome.error), {}});
  }
  if (outcome.status == 0 || outcome.status >= kFirstServerError) ++m_counts.failed;
  if (outcome.may_go_on && m_plan.keep_alive)
    m_idle.push_back(socket);
  else
    forget(socket);
  if (m_plan.interval) {
    serve_waiting();
  } else {
    VirtualTime pause =
        m_world.choices.between(sim::ChoicePoint::think_time, m_plan.think_min, m_plan.think_max);
    if (outcome.status == 0) pause = std::max(pause, kPauseAfterFailure);
    ++m_thinking;
    later(m_now + pause, [this] { ask_again(); });
  }
  finish_if_done();
}

void Generator::forget(os::SocketId socket) {
  const auto found = m_exchanges.find(socket);
  if (found == m_exchanges.end()) return;
  found->second->close();
  std::erase(m_idle, socket);
  m_exchanges.erase(found);
}

// ---- What it tells ----

// Only if there is something to tell: a generator that waits for ever is to have nothing to come.
void Generator::report_soon() {
  if (!m_next_report) m_next_report = later(m_now + kBetweenReports, [this] { report(); });
}

void Generator::report() {
  m_next_report.reset();
  record(LoadOp::report);
}

void Generator::finish_if_done() {
  if (m_state != State::kRunning || m_in_flight != 0 || m_thinking != 0 || !m_waiting.empty() ||
      may_ask())
    return;
  for (const auto& planned : {m_next_tick, m_next_report, m_end_of_time})
    if (planned) m_world.cancel(*planned);
  for (const auto& [socket, exchange] : m_exchanges) exchange->close();
  record(LoadOp::end);
  m_state = State::kDone;
}

void Generator::give_up(VirtualTime at) {
  if (m_state == State::kDone) return;
  m_now = std::max(m_now, at);
  for (const auto& [socket, exchange] : m_exchanges) {
    if (exchange->number() == 0) continue;
    ++m_counts.failed;
    record({RequestOp::fail, exchange->number(), 0, 0, 0, intern("ECONNRESET"), {}});
  }
  record(LoadOp::end);
  m_state = State::kDone;
}

trace::StringId Generator::intern(std::string_view text) {
  return m_world.recorder == nullptr ? trace::StringId{} : m_world.recorder->intern(text);
}

void Generator::record(const trace::RequestChange& change) {
  if (m_world.recorder != nullptr) m_world.recorder->request({m_now, kOutside, {}}, change);
}

void Generator::record(LoadOp op) {
  trace::Recorder* const recorder = m_world.recorder;
  if (recorder == nullptr) return;
  trace::LoadChange change{op, m_id, {}, {}, m_counts.sent, m_counts.answered, m_counts.failed, {}};
  if (op == LoadOp::begin) {
    change.label = recorder->intern(m_plan.name);
    change.text = recorder->intern(m_plan.text);
  } else {
    change.latency = recorder->intern(m_latency.text());
  }
  recorder->load({m_now, kOutside, {}}, change);
}

}  // namespace loopscope::load
