#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/load/exchange.h"
#include "core/load/plan.h"
#include "core/os/network/network.h"
#include "core/os/network/network_stack.h"
#include "core/sim/agenda.h"
#include "core/sim/choices.h"
#include "core/trace/latency_histogram.h"
#include "core/trace/recorder.h"

namespace loopscope::load {

// What a generator needs of the machine.
struct World {
  os::Network& network;
  sim::Choices& choices;
  trace::Recorder* recorder;  // may be null
  // Has something happen at that time, unless it is cancelled before.
  using Id = sim::Agenda<std::function<void()>>::Id;
  std::function<Id(VirtualTime, std::function<void()>)> at;
  std::function<void(Id)> cancel;
};

// A load generator: a remote host whose users send requests as the plan says.
class Generator {
 public:
  struct Counts {
    uint32_t sent = 0;
    uint32_t answered = 0;
    uint32_t failed = 0;  // without a response, or with a status of 500 or more
  };

  // `id` counts from 1.
  Generator(uint32_t id, const Plan& plan, World world);
  Generator(const Generator&) = delete;
  Generator& operator=(const Generator&) = delete;

  // The machine is switched on.
  void set_up();
  // Somebody listens at this address since then.
  void on_listening(const os::Address& address, VirtualTime at);
  // It has sent all it will, and all that is over.
  bool is_done() const { return m_state == State::kDone; }
  // Nobody will ask any more, though some may still wait for an answer.
  bool has_asked_all() const { return has_begun() && !may_ask(); }
  bool has_begun() const { return m_state != State::kWaiting; }
  // The machine is switched off: what is not answered never will be.
  void give_up(VirtualTime at);

  const Plan& plan() const { return m_plan; }
  const Counts& counts() const { return m_counts; }
  const trace::LatencyHistogram& latency() const { return m_latency; }

 private:
  enum class State : uint8_t { kWaiting, kRunning, kDone };

  World::Id later(VirtualTime at, std::function<void()> then);
  void begin();
  void tick();
  void report_soon();
  void report();
  void look();
  void look_at(Exchange& exchange);
  void expire(os::SocketId socket, uint32_t number);

  bool may_ask() const;
  void ask();
  void ask_again();
  void serve_waiting();
  void send(VirtualTime asked_at);
  Exchange& find_connection();
  std::string text_of(const std::string& path) const;
  void settle(Exchange& exchange, uint32_t number, const Exchange::Outcome& outcome);
  void forget(os::SocketId socket);
  void finish_if_done();

  trace::StringId intern(std::string_view text);
  void record(const trace::RequestChange& change);
  void record(trace::LoadOp op);

  uint32_t m_id;
  Plan m_plan;
  World m_world;
  State m_state = State::kWaiting;
  VirtualTime m_now;
  VirtualTime m_began;
  os::NetworkStack m_stack;
  std::map<os::SocketId, std::unique_ptr<Exchange>> m_exchanges;
  std::map<os::SocketId, World::Id> m_timeouts;
  std::vector<os::SocketId> m_idle;   // connections that are kept; the last used is the next
  std::deque<VirtualTime> m_waiting;  // when those asked for whom no connection was free
  std::optional<World::Id> m_next_tick;
  std::optional<World::Id> m_next_report;
  std::optional<World::Id> m_end_of_time;
  uint64_t m_asked = 0;
  uint64_t m_in_flight = 0;
  uint64_t m_thinking = 0;
  bool m_is_to_look = false;
  bool m_time_is_up = false;
  Counts m_counts;
  trace::LatencyHistogram m_latency;
};

}  // namespace loopscope::load
