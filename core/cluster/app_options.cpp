#include "core/cluster/app_options.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace loopscope::cluster {

namespace {

// What is expected instead, or nothing.
using Expected = std::optional<std::string>;

std::optional<int64_t> number_of(std::string_view text) {
  int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// "1600" milliseconds, or "10s", "2m", "1h".
std::optional<VirtualTime> time_of(std::string_view text) {
  int64_t unit_ms = 1;
  constexpr std::array kUnits = {std::pair('s', int64_t{1000}), std::pair('m', int64_t{60'000}),
                                 std::pair('h', int64_t{3'600'000})};
  for (const auto& [letter, ms] : kUnits)
    if (text.ends_with(letter)) unit_ms = ms;
  if (unit_ms != 1) text.remove_suffix(1);
  const std::optional<int64_t> number = number_of(text);
  constexpr int64_t kMost = 1'000'000'000;
  if (!number || *number < 0 || *number > kMost) return std::nullopt;
  return VirtualTime::from_ms(*number * unit_ms);
}

// "200M", "1G", "512K", or bytes.
std::optional<uint64_t> bytes_of(std::string_view text) {
  unsigned shift = 0;
  constexpr std::array kUnits = {std::pair('K', 10U), std::pair('M', 20U), std::pair('G', 30U)};
  for (const auto& [letter, bits] : kUnits)
    if (text.ends_with(letter)) shift = bits;
  if (shift != 0) text.remove_suffix(1);
  const std::optional<int64_t> number = number_of(text);
  constexpr int64_t kMost = int64_t{1} << 32;
  if (!number || *number < 0 || (shift != 0 && *number > kMost)) return std::nullopt;
  return static_cast<uint64_t>(*number) << shift;
}

std::optional<bool> truth_of(std::string_view text) {
  if (text == "true") return true;
  if (text == "false") return false;
  return std::nullopt;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const size_t end = text.find_first_of(" ,");
    if (end != 0) words.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return words;
}

template <auto kMember>
Expected set_text(AppOptions& options, std::string_view text) {
  options.*kMember = text;
  return {};
}

template <auto kMember>
Expected set_words(AppOptions& options, std::string_view text) {
  for (std::string& word : words_of(text)) (options.*kMember).push_back(std::move(word));
  return {};
}

template <auto kMember>
Expected set_time(AppOptions& options, std::string_view text) {
  const std::optional<VirtualTime> time = time_of(text);
  if (!time) return "milliseconds, such as 1600";
  options.*kMember = *time;
  return {};
}

template <auto kMember>
Expected set_truth(AppOptions& options, std::string_view text) {
  const std::optional<bool> truth = truth_of(text);
  if (!truth) return "true or false";
  options.*kMember = *truth;
  return {};
}

constexpr int64_t kMostInstances = 256;

Expected set_instances(AppOptions& options, std::string_view text) {
  const std::optional<int64_t> number = text == "max" ? 0 : number_of(text);
  if (!number || *number < -kMostInstances || *number > kMostInstances)
    return "max or a number of processes";
  options.instances = static_cast<int>(*number);
  if (!options.mode_is_given) options.cluster_mode = true;
  return {};
}

Expected set_mode(AppOptions& options, std::string_view text) {
  if (text.ends_with("_mode")) text.remove_suffix(std::string_view("_mode").size());
  if (text != "cluster" && text != "fork") return "cluster or fork";
  options.cluster_mode = text == "cluster";
  options.mode_is_given = true;
  return {};
}

Expected set_max_restarts(AppOptions& options, std::string_view text) {
  const std::optional<int64_t> number = number_of(text);
  constexpr int64_t kMost = 1'000'000;
  if (!number || *number < 0 || *number > kMost) return "a number";
  options.max_restarts = static_cast<int>(*number);
  return {};
}

Expected set_max_memory(AppOptions& options, std::string_view text) {
  const std::optional<uint64_t> bytes = bytes_of(text);
  if (!bytes) return "a size, such as 200M";
  options.max_memory = *bytes;
  return {};
}

Expected set_stop_exit_codes(AppOptions& options, std::string_view text) {
  for (const std::string& word : words_of(text)) {
    const std::optional<int64_t> code = number_of(word);
    constexpr int64_t kMost = 255;
    if (!code || *code < 0 || *code > kMost) return "exit codes, such as 0";
    options.stop_exit_codes.push_back(static_cast<int>(*code));
  }
  return {};
}

Expected set_no_autorestart(AppOptions& options, std::string_view) {
  options.autorestart = false;
  return {};
}

// What real PM2 understands and nothing here depends on.
Expected ignore(AppOptions&, std::string_view) {
  return {};
}

struct Option {
  std::string_view name;
  Expected (*set)(AppOptions&, std::string_view);
  bool is_flag = false;
};

constexpr std::array kOptions = {
    Option{"args", set_words<&AppOptions::args>},
    Option{"autorestart", set_truth<&AppOptions::autorestart>},
    Option{"cwd", set_text<&AppOptions::folder>},
    Option{"exec_mode", set_mode},
    Option{"exp_backoff_restart_delay", set_time<&AppOptions::backoff>},
    Option{"instance_var", set_text<&AppOptions::instance_variable>},
    Option{"instances", set_instances},
    Option{"interpreter_args", set_words<&AppOptions::node_args>},
    Option{"kill_timeout", set_time<&AppOptions::kill_timeout>},
    Option{"listen_timeout", set_time<&AppOptions::listen_timeout>},
    Option{"max_memory_restart", set_max_memory},
    Option{"max_restarts", set_max_restarts},
    Option{"merge_logs", ignore, true},
    Option{"min_uptime", set_time<&AppOptions::min_uptime>},
    Option{"name", set_text<&AppOptions::name>},
    Option{"no_autorestart", set_no_autorestart, true},
    Option{"node_args", set_words<&AppOptions::node_args>},
    Option{"restart_delay", set_time<&AppOptions::restart_delay>},
    Option{"script", set_text<&AppOptions::script>},
    Option{"stop_exit_codes", set_stop_exit_codes},
    Option{"time", ignore, true},
    Option{"update_env", ignore, true},
    Option{"wait_ready", set_truth<&AppOptions::wait_ready>, true},
};

const Option* find_option(std::string_view name) {
  std::string plain(name);
  std::replace(plain.begin(), plain.end(), '-', '_');
  const auto found = std::find_if(kOptions.begin(), kOptions.end(),
                                  [&](const Option& option) { return option.name == plain; });
  return found == kOptions.end() ? nullptr : &*found;
}

}  // namespace

std::optional<std::string> set_option(AppOptions& options, std::string_view name,
                                      std::string_view text) {
  const Option* const option = find_option(name);
  if (option == nullptr)
    return "option " + std::string(name) + " is unknown, or not of the model of PM2";
  if (const Expected expected = option->set(options, text))
    return "option " + std::string(name) + " expects " + *expected + ", not \"" +
           std::string(text) + "\"";
  return {};
}

bool is_flag(std::string_view name) {
  const Option* const option = find_option(name);
  return option != nullptr && option->is_flag;
}

int wanted_instances(const AppOptions& options, int cpus) {
  return options.instances > 0 ? options.instances : std::max(1, cpus + options.instances);
}

}  // namespace loopscope::cluster
