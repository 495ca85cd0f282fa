#include <catch2/catch.hpp>

#include "conversation.h"
#include "core/trace/timeline_index.h"

using namespace loopscope;
using namespace loopscope::trace;

namespace {

// A manager's events, each a millisecond after the last, of process 0 of its list.
class Manager {
 public:
  explicit Manager(std::string_view name = "api") : m_name(m_recorder.intern(name)) {}

  void note(ManagerOp op, uint32_t agent, std::string_view text = "", int64_t value = 0) {
    constexpr uint32_t kPidOfNone = 1000;
    const uint32_t pid = agent == 0 ? 0 : kPidOfNone + agent;
    m_recorder.manager(samples::at_ms(++m_ms, kOutside),
                       {op, 0, agent, pid, m_name, m_recorder.intern(text), value});
  }
  // As it is so many milliseconds after the beginning.
  ManagedState at(int64_t ms) {
    if (m_trace.events.empty()) m_trace = m_sink.take();
    const TimelineIndex index(m_trace);
    return index.state_at(samples::after_ms(m_trace, ms)).machine().service.managed.at(0);
  }
  const Trace& trace() const { return m_trace; }

 private:
  MemorySink m_sink{{1, "app.js", "00", "node20", 0, {}}};
  Recorder m_recorder{m_sink};
  StringId m_name;
  int64_t m_ms = 0;
  Trace m_trace;
};

}  // namespace

TEST_CASE("a reloaded process stays online while its predecessor goes") {
  Manager manager;
  manager.note(ManagerOp::start, 1, "cluster");
  manager.note(ManagerOp::online, 1);
  manager.note(ManagerOp::restart, 1, "reload", 1);
  manager.note(ManagerOp::start, 2, "cluster", 1);
  manager.note(ManagerOp::online, 2);
  manager.note(ManagerOp::stopping, 1);
  manager.note(ManagerOp::stopped, 1);
  CHECK(manager.at(1).status() == "launching");
  CHECK(manager.at(2).status() == "online");
  CHECK(manager.at(2).restarts == 0);
  CHECK(manager.at(3).status() == "online");
  const ManagedState reloaded = manager.at(7);
  CHECK(reloaded.status() == "online");
  CHECK(reloaded.pid == 1002);
  CHECK(reloaded.restarts == 1);
  CHECK(reloaded.created == VirtualTime::from_ms(4));
  CHECK(manager.trace().view(reloaded.mode) == "cluster");
}

TEST_CASE("too short lives count until somebody starts the process anew, or it is given up") {
  Manager manager;
  manager.note(ManagerOp::options, 0, "pm2 start app.js --name api");
  manager.note(ManagerOp::start, 1, "fork");
  manager.note(ManagerOp::crashed, 1, "exit code 1", 1);
  manager.note(ManagerOp::restart, 1, "exit code 1", 1);
  manager.note(ManagerOp::start, 2, "fork", 1);
  manager.note(ManagerOp::crashed, 2, "exit code 1", 2);
  manager.note(ManagerOp::backoff, 2, "", 100);
  manager.note(ManagerOp::start, 3, "fork", 1);
  manager.note(ManagerOp::crashed, 3, "exit code 1", 3);
  manager.note(ManagerOp::errored, 3, "3 unstable restarts", 3);
  CHECK(manager.at(1).status() == "launching");
  CHECK_FALSE(manager.at(1).runs());
  CHECK(manager.at(3).status() == "stopped");
  CHECK_FALSE(manager.at(3).runs());
  CHECK(manager.at(5).unstable == 1);
  CHECK(manager.at(5).created == VirtualTime::from_ms(2));
  CHECK(manager.at(7).status() == "waiting restart");
  CHECK(manager.at(7).unstable == 2);
  CHECK(manager.at(8).unstable == 0);  // somebody did not wait
  CHECK(manager.at(8).created == VirtualTime::from_ms(8));
  CHECK(manager.at(10).status() == "errored");
  CHECK_FALSE(manager.at(10).created);
  CHECK(manager.trace().view(manager.at(10).options) == "pm2 start app.js --name api");
}
