#include "core/cluster/manager_shell.h"

#include <catch2/catch.hpp>

#include "core/cluster/log_lines.h"
#include "tests/unit/cluster/fake_manager_port.h"

using namespace loopscope;
using namespace loopscope::cluster;

namespace {

// A manager whose workers come up at once, and end when they are told to.
struct Typing {
  FakeManagerPort port;
  ProcessManager manager{port, 4};
  ManagerShell shell{manager, port};

  void type(const std::string& text) {
    ManagerCommand command;
    REQUIRE_FALSE(parse_command(text, command));
    port.printed.clear();
    shell.type(command);
    settle();
  }
  void settle() {
    constexpr int kTurns = 100;
    for (int turn = 0; turn < kTurns; ++turn) {
      for (; m_up < port.slots.size(); ++m_up) {
        manager.note_up(port.slots[m_up]);
        manager.note_listening(port.slots[m_up]);
      }
      for (; m_ended < port.interrupted.size(); ++m_ended)
        manager.note_exit(port.slots[static_cast<size_t>(port.interrupted[m_ended] - 1001)], 0, "");
      port.pass(manager, 100);
    }
  }

 private:
  size_t m_up = 0;
  size_t m_ended = 0;
};

std::string complaint_about(const std::string& text) {
  ManagerCommand command;
  return parse_command(text, command).value_or("");
}

}  // namespace

TEST_CASE("Commands say what PM2 says", "[cluster]") {
  Typing t;
  t.type("start app.js -i max --name api");
  CHECK(t.port.printed ==
        std::vector<std::string>{"$ pm2 start app.js -i max --name api",
                                 "[PM2] Starting /app/app.js in cluster_mode (4 instances)",
                                 "[PM2] Done."});
  t.type("reload api");
  CHECK(t.port.printed ==
        std::vector<std::string>{
            "$ pm2 reload api", "Use --update-env to update environment variables",
            "[PM2] Applying action reloadProcessId on app [api](ids: [ 0, 1, 2, 3 ])",
            "[PM2] [api](0) ✓", "[PM2] [api](1) ✓", "[PM2] [api](2) ✓", "[PM2] [api](3) ✓"});
  t.type("restart 0");
  CHECK(t.port.printed[2] == "[PM2] Applying action restartProcessId on app [0](ids: [ '0' ])");
  t.type("scale api 2");
  CHECK(t.port.printed ==
        std::vector<std::string>{
            "$ pm2 scale api 2", "[PM2] Applying action deleteProcessId on app [0](ids: [ 0 ])",
            "[PM2] [api](0) ✓", "[PM2] Applying action deleteProcessId on app [1](ids: [ 1 ])",
            "[PM2] [api](1) ✓"});
  t.type("scale api +1");
  CHECK(t.port.printed.back() == "[PM2] Scaling up application");
  CHECK(t.manager.ids_of("api") == std::vector<uint32_t>{2, 3, 4});
  t.type("start app.js --name api");
  CHECK(t.port.printed.back() ==
        "[PM2][ERROR] Script already launched, add -f option to force re-execution");
  t.type("start app.js --name other");
  CHECK(t.port.printed[1] == "[PM2] Starting /app/app.js in fork_mode (1 instance)");
  t.type("stop other");
  t.type("start app.js --name other");
  CHECK(t.port.printed.back() == "[PM2] Process successfully started");
  t.type("stop nothing");
  CHECK(t.port.printed.back() == "[PM2][ERROR] Process or Namespace nothing not found");
  t.type("kill");
  CHECK(t.port.printed.back() == "[PM2] [v] PM2 Daemon Stopped");
  CHECK(t.port.has_quit);
}

TEST_CASE("An ecosystem file starts what does not run, and restarts what does", "[cluster]") {
  Typing t;
  AppOptions web;
  web.name = "web";
  web.script = "web.js";
  t.port.listed = {web};
  t.type("start ecosystem.config.js");
  CHECK(t.port.printed[1] == "[PM2][WARN] Applications web not running, starting...");
  CHECK(t.port.printed[2] == "[PM2] App [web] launched (1 instances)");
  t.type("start ecosystem.config.js");
  CHECK(t.port.printed[1] == "[PM2] Applying action restartProcessId on app [web](ids: [ 0 ])");
}

TEST_CASE("Commands are typed one after another", "[cluster]") {
  Typing t;
  ManagerCommand start;
  REQUIRE_FALSE(parse_command("start app.js -i 2", start));
  ManagerCommand stop;
  REQUIRE_FALSE(parse_command("stop app", stop));
  t.shell.type(start);
  t.shell.type(stop);
  CHECK(t.port.printed.size() == 2);
  t.settle();
  CHECK(t.manager.find(1)->status == ProcessStatus::stopped);
}

TEST_CASE("A command's options are PM2's", "[cluster]") {
  ManagerCommand command;
  REQUIRE_FALSE(
      parse_command("start api.js -i 2 --name 'my api' --max-memory-restart 200M "
                    "--kill-timeout=3000 --wait-ready --no-autorestart -- --port 80",
                    command));
  CHECK(command.target == "api.js");
  CHECK(command.options.name == "my api");
  CHECK(command.options.instances == 2);
  CHECK(command.options.cluster_mode);
  CHECK(command.options.max_memory == 200U << 20);
  CHECK(command.options.kill_timeout == VirtualTime::from_ms(3000));
  CHECK(command.options.wait_ready);
  CHECK_FALSE(command.options.autorestart);
  CHECK(command.options.args == std::vector<std::string>{"--port", "80"});
}

TEST_CASE("What an application was told is a command that can be read again", "[cluster]") {
  AppOptions app;
  app.name = "night shift";
  app.env = {{"COLOR", "blue"}, {"NODE_ENV", "production"}};
  app.node_args = {"--expose-gc", "--stack-size=900"};
  app.args = {"one", "it's", "", "say \"hi\"", "both '\""};
  app.max_memory = 1024;
  const std::string text = start_command(app, "server.js");
  CHECK(text ==
        "NODE_ENV=production pm2 start server.js --name \"night shift\" --node-args "
        "\"--expose-gc --stack-size=900\" --max-memory-restart 1024 -- one \"it's\" \"\" "
        "'say \"hi\"' 'both '\"'\"'\"'");
  const std::optional<ManagerCommand> read = read_start_command(text);
  REQUIRE(read);
  CHECK(read->target == "server.js");
  CHECK(read->options.name == app.name);
  CHECK(read->options.args == app.args);
  CHECK(read->options.node_args == app.node_args);
  CHECK(read->options.max_memory == app.max_memory);
  REQUIRE(read->options.env.size() == 1);
  CHECK(read->options.env[0].second == "production");
  CHECK(read_start_command("pm2 start a.js --name a")->target == "a.js");
  CHECK_FALSE(read_start_command(""));
  CHECK_FALSE(read_start_command("something else"));
}

TEST_CASE("Commands that are none are complained about", "[cluster]") {
  CHECK(complaint_about("relaod api") ==
        "expected start, restart, reload, stop, delete, scale or kill, not \"relaod\"");
  CHECK(complaint_about("start") == "start expects an application, such as \"start app.js\"");
  CHECK(complaint_about("scale api many") ==
        "scale expects a name and a number, such as \"api 4\"");
  CHECK(complaint_about("start a.js --kill-timeout soon") ==
        "option kill-timeout expects milliseconds, such as 1600, not \"soon\"");
  CHECK(complaint_about("start a.js --watch") == "option --watch expects a value");
  CHECK(complaint_about("start a.js 'b") == "a quote is not closed");
  CHECK(complaint_about("start a.js b.js") == "expected one application, not \"b.js\" as well");
}

TEST_CASE("Logs stand behind the process they are of, as wide as the widest so far", "[cluster]") {
  LogLines lines;
  CHECK(lines.labelled("0|api", "one\n\ntwo\n") == "0|api  | one\n0|api  | two\n");
  CHECK(lines.labelled("PM2", "App [api:0] online\n") == "PM2      | App [api:0] online\n");
  CHECK(lines.labelled("1|job", "up") == "1|job    | up\n");
  CHECK(lines.labelled("_old_0|api", "bye") == "_old_0|api  | bye\n");
}
