#include "core/cluster/manager_command.h"

#include <algorithm>
#include <array>
#include <deque>
#include <utility>

namespace loopscope::cluster {

namespace {

using Verb = ManagerCommand::Verb;
using Complaint = std::optional<std::string>;

struct Known {
  std::string_view name;
  Verb verb;
  bool has_target = true;
};

constexpr std::array kVerbs = {
    Known{"start", Verb::start}, Known{"restart", Verb::restart},  Known{"reload", Verb::reload},
    Known{"stop", Verb::stop},   Known{"delete", Verb::remove},    Known{"del", Verb::remove},
    Known{"scale", Verb::scale}, Known{"kill", Verb::kill, false},
};

// As a shell splits a line, by blanks that stand in no quotes. False: a quote is not closed.
bool split(std::string_view text, std::deque<std::string>& words) {
  char quote = 0;
  bool open = false;
  for (const char letter : text) {
    if (quote == 0 && (letter == ' ' || letter == '\t')) {
      open = false;
    } else if (letter == quote) {
      quote = 0;
    } else {
      if (!std::exchange(open, true)) words.emplace_back();
      if (quote == 0 && (letter == '"' || letter == '\''))
        quote = letter;
      else
        words.back() += letter;
    }
  }
  return quote == 0;
}

std::string take(std::deque<std::string>& words) {
  std::string word = std::move(words.front());
  words.pop_front();
  return word;
}

// An option's long name, and its value if that stands in the same word.
std::pair<std::string, std::optional<std::string>> named(const std::string& word) {
  constexpr std::array kShort = {std::pair(std::string_view("-i"), "instances"),
                                 std::pair(std::string_view("-n"), "name"),
                                 std::pair(std::string_view("-f"), "force")};
  for (const auto& [letters, name] : kShort)
    if (word == letters) return {name, std::nullopt};
  const size_t equals = word.find('=');
  const size_t dashes = std::min<size_t>(word.find_first_not_of('-'), 2);
  if (equals == std::string::npos) return {word.substr(dashes), std::nullopt};
  return {word.substr(dashes, equals - dashes), word.substr(equals + 1)};
}

Complaint read_option(const std::string& word, std::deque<std::string>& rest,
                      ManagerCommand& command) {
  auto [name, value] = named(word);
  if (name == "force") {
    command.is_forced = true;
    return {};
  }
  if (!value) {
    if (is_flag(name)) return set_option(command.options, name, "true");
    if (rest.empty()) return "option " + word + " expects a value";
    value = take(rest);
  }
  if (name == "only")
    command.only = *value;
  else if (name == "env")
    command.environment = *value;
  else
    return set_option(command.options, name, *value);
  return {};
}

Complaint read_number(std::deque<std::string>& words, ManagerCommand& command) {
  constexpr std::string_view kExpected = "scale expects a name and a number, such as \"api 4\"";
  if (words.empty()) return std::string(kExpected);
  command.number = take(words);
  const size_t sign = command.number.starts_with('+') || command.number.starts_with('-') ? 1 : 0;
  constexpr size_t kMostDigits = 3;
  const std::string digits = command.number.substr(sign);
  if (digits.empty() || digits.size() > kMostDigits ||
      digits.find_first_not_of("0123456789") != std::string::npos)
    return std::string(kExpected);
  return {};
}

// What comes behind the verb and its target.
Complaint read_rest(std::deque<std::string>& words, ManagerCommand& command) {
  while (!words.empty()) {
    const std::string word = take(words);
    if (word == "--") {
      command.options.args.assign(words.begin(), words.end());
      words.clear();
    } else if (!word.starts_with('-')) {
      return "expected one application, not \"" + word + "\" as well";
    } else if (Complaint complaint = read_option(word, words, command)) {
      return complaint;
    }
  }
  return {};
}

// Options may stand before the target, as in "start -i 4 app.js".
Complaint read_target(std::deque<std::string>& words, ManagerCommand& command,
                      std::string_view verb) {
  while (!words.empty() && words.front().starts_with('-') && words.front() != "--") {
    const std::string word = take(words);
    if (Complaint complaint = read_option(word, words, command)) return complaint;
  }
  if (words.empty() || words.front() == "--")
    return std::string(verb) + " expects an application, such as \"" + std::string(verb) +
           (verb == "start" ? " app.js\"" : " api\" or \"" + std::string(verb) + " all\"");
  command.target = take(words);
  return {};
}

}  // namespace

Complaint parse_command(std::string_view text, ManagerCommand& command) {
  command = {};
  command.text = text;
  std::deque<std::string> words;
  if (!split(text, words)) return "a quote is not closed";
  const std::string verb = words.empty() ? "" : take(words);
  const auto known = std::find_if(kVerbs.begin(), kVerbs.end(),
                                  [&](const Known& each) { return each.name == verb; });
  if (known == kVerbs.end())
    return "expected start, restart, reload, stop, delete, scale or kill, not \"" + verb + "\"";
  command.verb = known->verb;
  if (known->has_target)
    if (Complaint complaint = read_target(words, command, verb)) return complaint;
  if (command.verb == Verb::scale)
    if (Complaint complaint = read_number(words, command)) return complaint;
  return read_rest(words, command);
}

namespace {

constexpr std::string_view kNodeEnv = "NODE_ENV";

std::string quoted(const std::string& word) {
  if (!word.empty() && word.find_first_of(" \t\"'") == std::string::npos) return word;
  const char quote = word.find('"') == std::string::npos ? '"' : '\'';
  std::string text(1, quote);
  for (const char letter : word) {
    if (letter == quote)
      text += {quote, '"', letter, '"', quote};
    else
      text += letter;
  }
  return text + quote;
}

}  // namespace

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::string start_command(const AppOptions& app, const std::string& script) {
  std::string text = "pm2 start " + quoted(script) + " --name " + quoted(app.name);
  for (const auto& [name, value] : app.env)
    if (name == kNodeEnv)
      text.insert(0, std::string(name).append("=").append(quoted(value)).append(" "));
  if (!app.folder.empty()) text += " --cwd " + quoted(app.folder);
  if (!app.node_args.empty()) text += " --node-args " + quoted(joined(app.node_args));
  if (app.max_memory != 0) text += " --max-memory-restart " + std::to_string(app.max_memory);
  if (!app.args.empty()) text += " --";
  for (const std::string& word : app.args) text += " " + quoted(word);
  return text;
}

std::optional<ManagerCommand> read_start_command(std::string_view text) {
  constexpr std::string_view kProgram = "pm2 ";
  const size_t place = text.starts_with(kProgram) ? 0 : text.find(" pm2 start ") + 1;
  ManagerCommand command;
  if (parse_command(text.substr(std::min(place + kProgram.size(), text.size())), command))
    return std::nullopt;
  std::deque<std::string> variables;
  split(text.substr(0, place), variables);
  for (const std::string& variable : variables)
    if (variable.starts_with(std::string(kNodeEnv) + "="))
      command.options.env.emplace_back(kNodeEnv, variable.substr(kNodeEnv.size() + 1));
  return command;
}

bool is_ecosystem_file(std::string_view target) {
  return target.ends_with(".config.js") || target.ends_with(".config.cjs") ||
         target.ends_with(".json");
}

}  // namespace loopscope::cluster
