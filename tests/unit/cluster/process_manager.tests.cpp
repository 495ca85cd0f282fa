#include "core/cluster/process_manager.h"

#include <catch2/catch.hpp>

#include "tests/unit/cluster/fake_manager_port.h"

using namespace loopscope;
using namespace loopscope::cluster;

namespace {

struct Managed {
  FakeManagerPort port;
  ProcessManager manager{port, 4};

  AppOptions app(bool in_cluster = true) {
    AppOptions options;
    options.name = "api";
    options.script = "/app/api.js";
    options.cluster_mode = in_cluster;
    return options;
  }
  // Starts it and lets it come up.
  void start(const AppOptions& options) {
    manager.start(options, [](const std::string&) {});
    if (options.cluster_mode) manager.note_up(port.last_slot());
  }
  void crash() { manager.note_exit(port.last_slot(), 1, ""); }
  ProcessStatus status(uint32_t id = 0) const { return manager.find(id)->status; }
};

const Done kIgnore = [](const std::string&) {};

}  // namespace

TEST_CASE("A worker is online when its program runs, a process of its own at once", "[cluster]") {
  Managed m;
  m.manager.start(m.app(), kIgnore);
  CHECK(m.status() == ProcessStatus::launching);
  m.manager.note_up(m.port.last_slot());
  CHECK(m.status() == ProcessStatus::online);
  m.manager.start(m.app(false), kIgnore);
  CHECK(m.status(1) == ProcessStatus::online);
}

TEST_CASE("One that is to say when it is ready is waited for until listen_timeout", "[cluster]") {
  Managed m;
  AppOptions app = m.app();
  app.wait_ready = true;
  m.start(app);
  m.port.pass(m.manager, 2999);
  CHECK(m.status() == ProcessStatus::launching);
  m.port.pass(m.manager, 1);
  CHECK(m.status() == ProcessStatus::online);
  m.start(app);
  m.manager.note_ready(m.port.last_slot());
  CHECK(m.status(1) == ProcessStatus::online);
}

TEST_CASE("Processes of an application get the lowest free instance number", "[cluster]") {
  Managed m;
  m.start(m.app());
  m.start(m.app());
  m.manager.remove(0, kIgnore);
  m.manager.note_exit(m.port.slots[0], 0, "SIGINT");
  m.port.pass(m.manager, 100);
  m.start(m.app());
  CHECK(m.manager.ids_of("api") == std::vector<uint32_t>{1, 2});
  CHECK(m.port.environments[2][0] == std::pair<std::string, std::string>("NODE_APP_INSTANCE", "0"));
  CHECK(m.port.environments[2][2] == std::pair<std::string, std::string>("pm_id", "2"));
}

TEST_CASE("What ends by itself is started again", "[cluster]") {
  Managed m;
  m.start(m.app());
  m.port.pass(m.manager, 5000);
  m.manager.note_exit(m.port.last_slot(), 0, "");
  m.port.pass(m.manager, 1);
  CHECK(m.port.forks() == 2);
  CHECK(m.manager.find(0)->restarts == 1);
}

TEST_CASE("Not with autorestart off, nor after an exit code that is to end it", "[cluster]") {
  Managed m;
  AppOptions app = m.app();
  app.autorestart = false;
  m.start(app);
  m.crash();
  app = m.app();
  app.stop_exit_codes = {3};
  m.start(app);
  m.manager.note_exit(m.port.last_slot(), 3, "");
  m.port.pass(m.manager, 60'000);
  CHECK(m.port.forks() == 2);
  CHECK(m.status(0) == ProcessStatus::stopped);
  CHECK(m.status(1) == ProcessStatus::stopped);
}

TEST_CASE("It is given up after max_restarts lives shorter than min_uptime", "[cluster]") {
  Managed m;
  m.start(m.app());
  for (int i = 0; i < 15; ++i) {
    m.port.pass(m.manager, 500);
    m.crash();
    m.port.pass(m.manager, 1);
    m.manager.note_up(m.port.last_slot());
  }
  CHECK(m.status() == ProcessStatus::online);
  m.crash();
  CHECK(m.status() == ProcessStatus::errored);
  m.port.pass(m.manager, 60'000);
  CHECK(m.port.forks() == 16);
}

TEST_CASE("Lives of a second and more are no failure", "[cluster]") {
  Managed m;
  m.start(m.app());
  for (int i = 0; i < 20; ++i) {
    m.port.pass(m.manager, 1000);
    m.crash();
    m.port.pass(m.manager, 1);
    m.manager.note_up(m.port.last_slot());
  }
  CHECK(m.status() == ProcessStatus::online);
  CHECK(m.manager.find(0)->restarts == 20);
}

TEST_CASE("The delay of a back-off grows by half each time, to 15 s at most", "[cluster]") {
  Managed m;
  AppOptions app = m.app();
  app.backoff = VirtualTime::from_ms(100);
  m.start(app);
  for (int i = 0; i < 14; ++i) {
    m.crash();
    m.port.pass(m.manager, 15'000);
    m.manager.note_up(m.port.last_slot());
  }
  std::vector<std::string> delays;
  for (const std::string& line : m.port.logged)
    if (const size_t at = line.find("will restart in "); at != std::string::npos)
      delays.push_back(line.substr(at + 16));
  // As PM2 7.0.4 logs them.
  CHECK(delays == std::vector<std::string>{"100ms", "150ms", "225ms", "337ms", "505ms", "757ms",
                                           "1135ms", "1702ms", "2553ms", "3829ms", "5743ms",
                                           "8614ms", "12921ms", "15000ms"});
}

TEST_CASE("A back-off begins anew for one that has been up for 30 s at the manager's look",
          "[cluster]") {
  Managed m;
  AppOptions app = m.app();
  app.backoff = VirtualTime::from_ms(100);
  m.start(app);
  m.crash();
  m.port.pass(m.manager, 100);
  m.manager.note_up(m.port.last_slot());
  m.port.pass(m.manager, 60'000);
  m.crash();
  CHECK(m.port.logged.back() == "App [api:0] will restart in 100ms");
}

TEST_CASE("To stop is SIGINT, and SIGKILL after kill_timeout", "[cluster]") {
  Managed m;
  m.start(m.app());
  bool stopped = false;
  m.manager.stop(0, [&](const std::string&) { stopped = true; });
  CHECK(m.port.interrupted == std::vector<int>{1001});
  CHECK(m.status() == ProcessStatus::stopping);
  m.port.pass(m.manager, 1599);
  CHECK(m.port.killed.empty());
  m.port.pass(m.manager, 1);
  CHECK(m.port.killed == std::vector<int>{1001});
  m.manager.note_exit(m.port.last_slot(), 0, "SIGKILL");
  m.port.pass(m.manager, 100);
  CHECK(stopped);
  CHECK(m.status() == ProcessStatus::stopped);
  m.port.pass(m.manager, 10'000);
  CHECK(m.port.forks() == 1);
}

TEST_CASE("A restart comes after the old process is gone", "[cluster]") {
  Managed m;
  m.start(m.app());
  m.manager.restart(0, kIgnore);
  m.port.pass(m.manager, 300);
  CHECK(m.port.forks() == 1);
  m.manager.note_exit(m.port.last_slot(), 0, "SIGINT");
  m.port.pass(m.manager, 100);
  CHECK(m.port.forks() == 2);
  CHECK(m.manager.find(0)->restarts == 1);
}

TEST_CASE("A reload ends the old process when the new one listens", "[cluster]") {
  Managed m;
  m.start(m.app());
  const SlotId old = m.port.last_slot();
  bool done = false;
  m.manager.reload(0, [&](const std::string&) { done = true; });
  CHECK(m.port.forks() == 2);
  CHECK(m.port.labels[1001] == "_old_0|api");
  m.manager.note_up(m.port.last_slot());
  CHECK(m.port.interrupted.empty());
  m.manager.note_listening(m.port.last_slot());
  CHECK(m.port.interrupted == std::vector<int>{1001});
  m.manager.note_exit(old, 0, "");
  m.port.pass(m.manager, 100);
  CHECK(done);
  CHECK(m.manager.ids_of("all") == std::vector<uint32_t>{0});
  CHECK(m.manager.find(0)->restarts == 1);
}

TEST_CASE("A reload does not wait longer than listen_timeout", "[cluster]") {
  Managed m;
  m.start(m.app());
  m.manager.reload(0, kIgnore);
  m.manager.note_up(m.port.last_slot());
  m.port.pass(m.manager, 3000);
  CHECK(m.port.interrupted == std::vector<int>{1001});
}

TEST_CASE("A process that is no worker of a cluster cannot be reloaded: it is restarted",
          "[cluster]") {
  Managed m;
  m.start(m.app(false));
  m.manager.reload(0, kIgnore);
  CHECK(m.port.interrupted == std::vector<int>{1001});
  CHECK(m.port.forks() == 1);
}

TEST_CASE("One that takes more memory than it may is reloaded", "[cluster]") {
  Managed m;
  AppOptions app = m.app();
  app.max_memory = 100;
  m.start(app);
  m.manager.note_memory(m.port.last_slot(), 100);
  CHECK(m.port.forks() == 1);
  m.manager.note_memory(m.port.last_slot(), 101);
  CHECK(m.port.forks() == 2);
}

TEST_CASE("What waits for its restart is not started twice when it is stopped", "[cluster]") {
  Managed m;
  AppOptions app = m.app();
  app.restart_delay = VirtualTime::from_ms(500);
  m.start(app);
  m.crash();
  CHECK(m.status() == ProcessStatus::waiting_restart);
  m.manager.stop(0, kIgnore);
  m.port.pass(m.manager, 1000);
  CHECK(m.port.forks() == 1);
  CHECK(m.status() == ProcessStatus::stopped);
}
