#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/loop/port.h"

// A host without an engine: callbacks are C++ functions, time is a number, and everything the loop
// does to its host is written down.
namespace loopscope::loop::fake {

using Body = std::function<Outcome()>;

class FakePort final : public Port {
 public:
  VirtualTime now() override { return m_now; }
  void compute(VirtualTime cost) { m_now += cost; }
  void compute_ms(int64_t ms) { compute(VirtualTime::from_ms(ms)); }

  // Waiting makes the time come at once. Without a time it ends the loop, unless woken_at is set.
  bool wait(std::optional<VirtualTime> until) override {
    waits.push_back(until);
    if (woken_at && (!until || *woken_at < *until)) until = std::exchange(woken_at, std::nullopt);
    if (!until) return false;
    if (*until > m_now) m_now = *until;
    if (on_wait) on_wait();
    return true;
  }

  void begin_look() override { ++looks; }

  Outcome run(const Task& task, Queue queue) override {
    queues.push_back(queue);
    ++runs;
    const auto& [name, body] = m_callbacks.at(task.slot);
    note(name);
    return body ? body() : Outcome::kCompleted;
  }
  void discard(const Task& task) override { discarded.push_back(task.slot); }

  Outcome run_native_immediates() override { return Outcome::kCompleted; }
  Outcome report_unhandled_rejection(uint32_t slot) override {
    note("unhandled " + std::to_string(slot));
    return on_report ? on_report(slot) : Outcome::kCompleted;
  }
  Outcome report_late_handling(uint32_t slot) override {
    note("late " + std::to_string(slot));
    return on_report ? on_report(slot) : Outcome::kCompleted;
  }
  void starved(uint64_t drained) override { starved_after = drained; }

  // A slot whose callback notes `name` and then does `body`, which completes if it says nothing
  // else.
  template <typename F = Body>
  uint32_t callback(std::string name, F body = {}) {
    Body& kept = m_callbacks[++m_last_slot].second;
    m_callbacks[m_last_slot].first = std::move(name);
    if constexpr (std::is_void_v<std::invoke_result_t<F&>>) {
      kept = [body]() mutable {
        body();
        return Outcome::kCompleted;
      };
    } else {
      kept = std::move(body);
    }
    return m_last_slot;
  }

  void note(const std::string& what) { journal += (journal.empty() ? "" : " ") + what; }

  std::string journal;  // what ran, in order
  std::vector<Queue> queues;
  std::vector<std::optional<VirtualTime>> waits;
  std::vector<uint32_t> discarded;
  std::optional<VirtualTime> woken_at;
  std::function<void()> on_wait;
  std::function<Outcome(uint32_t)> on_report;
  std::optional<uint64_t> starved_after;
  uint64_t runs = 0;
  uint64_t looks = 0;

 private:
  VirtualTime m_now;
  std::map<uint32_t, std::pair<std::string, Body>> m_callbacks;
  uint32_t m_last_slot = 0;
};

}  // namespace loopscope::loop::fake
