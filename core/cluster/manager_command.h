#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/cluster/app_options.h"

namespace loopscope::cluster {

// What a user types behind "pm2".
struct ManagerCommand {
  enum class Verb : uint8_t { start, restart, reload, stop, remove, scale, kill };

  Verb verb{};
  std::string text;    // as typed
  std::string target;  // a script, an ecosystem file, a name, a number of the list, or "all"
  AppOptions options;
  std::string number;       // scale: "4", "+2", "-1"
  std::string only;         // of an ecosystem file: this application
  std::string environment;  // of an ecosystem file: with env_NAME
  bool is_forced = false;   // start: though it is started already
};

// One with the time at which it is typed.
struct TypedCommand {
  VirtualTime at;
  ManagerCommand command;
};

// Reads "start app.js -i max --name api". What is wrong, in words, or nothing.
std::optional<std::string> parse_command(std::string_view text, ManagerCommand& command);

// The words with a blank between them.
std::string joined(const std::vector<std::string>& words);

// A command that starts one process as this is started, as a user would type it in a shell:
// "NODE_ENV=production pm2 start app.js --name api -- one two".
std::string start_command(const AppOptions& app, const std::string& script);
// Reads it again: the script is the target. Nothing if it is none.
std::optional<ManagerCommand> read_start_command(std::string_view text);

// Whether it names a file that lists applications.
bool is_ecosystem_file(std::string_view target);

}  // namespace loopscope::cluster
