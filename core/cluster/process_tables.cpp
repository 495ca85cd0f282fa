#include "core/cluster/process_tables.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <string_view>
#include <utility>

#include "core/cluster/manager_command.h"
#include "core/sim/epoch.h"

namespace loopscope::cluster {

namespace {

// Characters of a text in UTF-8: all but continuation bytes.
size_t width_of(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    constexpr unsigned kMask = 0xC0;
    constexpr unsigned kContinuation = 0x80;
    return (static_cast<unsigned char>(byte) & kMask) != kContinuation;
  }));
}

// Widths have the blank on either side.
using Widths = std::vector<size_t>;

std::string rule(const Widths& widths, const char* first, const char* between, const char* last) {
  std::string text = first;
  for (size_t i = 0; i < widths.size(); ++i) {
    for (size_t j = 0; j < widths[i]; ++j) text += "─";
    text += i + 1 < widths.size() ? between : last;
  }
  return text + "\n";
}

// What is too long for its column ends in an ellipsis.
std::string row(const Widths& widths, const std::vector<std::string>& cells) {
  std::string text;
  for (size_t i = 0; i < widths.size(); ++i) {
    const size_t width = widths[i] - 2;
    std::string cell = cells[i];
    if (width_of(cell) > width) cell = cell.substr(0, width - 1) + "…";
    text += "│ " + cell + std::string(width - width_of(cell), ' ') + " ";
  }
  return text + "│\n";
}

std::string top_of(const Widths& widths) {
  return rule(widths, "┌", "┬", "┐");
}

std::string bottom_of(const Widths& widths) {
  return rule(widths, "└", "┴", "┘");
}

// Columns with heads.
class Table {
 public:
  struct Column {
    std::string head;
    size_t width;
  };

  explicit Table(const std::vector<Column>& columns) {
    std::vector<std::string> heads;
    for (const Column& column : columns) {
      heads.push_back(column.head);
      m_widths.push_back(column.width);
    }
    m_text = top_of(m_widths) + row(m_widths, heads);
  }

  void add(const std::vector<std::string>& cells) {
    if (!m_has_rows) m_text += rule(m_widths, "├", "┼", "┤");
    m_has_rows = true;
    m_text += row(m_widths, cells);
  }

  std::string finish() { return m_text + bottom_of(m_widths); }

 private:
  Widths m_widths;
  std::string m_text;
  bool m_has_rows = false;
};

// With one decimal at most, as JavaScript prints a number so rounded.
std::string rounded(double number) {
  constexpr double kTenths = 10;
  const double tenths = std::round(number * kTenths);
  std::array<char, 32> text{};
  const bool is_whole = std::fmod(tenths, kTenths) == 0;
  std::snprintf(text.data(), text.size(), is_whole ? "%.0f" : "%.1f", tenths / kTenths);
  return text.data();
}

std::string size_text(uint64_t bytes) {
  constexpr double kStep = 1024;
  constexpr std::array kUnits = {"b", "kb", "mb", "gb", "tb"};
  auto size = static_cast<double>(bytes);
  size_t unit = 0;
  for (; size >= kStep && unit + 1 < kUnits.size(); ++unit) size /= kStep;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), unit == 0 ? "%.0f%s" : "%.1f%s", size, kUnits[unit]);
  return text.data();
}

// A unit begins to be used at two of it.
std::string age_text(VirtualTime age) {
  const int64_t seconds = age.ms() / 1000;
  constexpr std::array kUnits = {std::pair(int64_t{86'400}, "D"), std::pair(int64_t{3'600}, "h"),
                                 std::pair(int64_t{60}, "m")};
  for (const auto& [length, name] : kUnits)
    if (seconds / length > 1) return std::to_string(seconds / length) + name;
  return std::to_string(seconds) + "s";
}

size_t id_width(const std::vector<ListedProcess>& processes) {
  constexpr size_t kLeast = 4;
  size_t width = kLeast;
  for (const ListedProcess& process : processes)
    width = std::max(width, std::to_string(process.id).size() + 2);
  return width;
}

size_t name_width(const std::vector<ListedProcess>& processes) {
  constexpr size_t kOfNone = 11;
  constexpr size_t kSpare = 5;
  constexpr size_t kMost = 40;
  size_t longest = 0;
  for (const ListedProcess& process : processes)
    longest = std::max(longest, width_of(process.name));
  return processes.empty() ? kOfNone : std::min(longest + kSpare, kMost);
}

std::string percent(double number) {
  return rounded(number) + "%";
}

std::string uptime_text(const ListedProcess& process, VirtualTime at) {
  return process.status == "online" ? age_text(at - process.since) : "0";
}

// "2026-01-01T00:00:25.000Z"
std::string date_text(VirtualTime time) {
  const std::chrono::sys_time<std::chrono::milliseconds> date{
      std::chrono::milliseconds(sim::kEpochMs + time.ms())};
  const auto day = std::chrono::floor<std::chrono::days>(date);
  const std::chrono::year_month_day calendar(day);
  const std::chrono::hh_mm_ss of_day(date - day);
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ",
                static_cast<int>(calendar.year()), static_cast<unsigned>(calendar.month()),
                static_cast<unsigned>(calendar.day()), static_cast<int>(of_day.hours().count()),
                static_cast<int>(of_day.minutes().count()),
                static_cast<int>(of_day.seconds().count()),
                static_cast<int>(of_day.subseconds().count()));
  return text.data();
}

std::string words_text(const std::vector<std::string>& words) {
  const std::string text = joined(words);
  return text.empty() ? "N/A" : text;
}

// Names of files: what is no letter, digit, dot or dash becomes a dash.
std::string file_name_of(std::string name) {
  for (char& letter : name) {
    const auto byte = static_cast<unsigned char>(letter);
    if (std::isalnum(byte) == 0 && letter != '.' && letter != '-' && letter != '\\') letter = '-';
  }
  return name;
}

using Rows = std::vector<std::pair<std::string, std::string>>;

Rows rows_of(const ListedProcess& process, VirtualTime at, std::string_view node_version) {
  const ManagerCommand start = read_start_command(process.start_command).value_or(ManagerCommand());
  const std::string folder = "/home/node/.pm2/";
  const std::string file = file_name_of(process.name);
  const std::string id = std::to_string(process.id);
  const std::string log_end = (process.in_cluster ? "-" + id : "") + ".log";
  const auto& env = start.options.env;
  Rows rows = {{"status", process.status},
               {"name", process.name},
               {"namespace", "default"},
               {"version", "N/A"},
               {"restarts", std::to_string(process.restarts)}};
  if (start.options.max_memory != 0)
    rows.emplace_back("max memory restart", std::to_string(start.options.max_memory));
  const Rows rest = {{"uptime", uptime_text(process, at)},
                     {"script path", start.target},
                     {"script args", words_text(start.options.args)},
                     {"error log path", folder + "logs/" + file + "-error" + log_end},
                     {"out log path", folder + "logs/" + file + "-out" + log_end},
                     {"pid path", folder + "pids/" + file + "-" + id + ".pid"},
                     {"interpreter", "node"},
                     {"interpreter args", words_text(start.options.node_args)},
                     {"script id", id},
                     {"exec cwd", start.options.folder.empty() ? "." : start.options.folder},
                     {"exec mode", process.in_cluster ? "cluster_mode" : "fork_mode"},
                     {"node.js version", std::string(node_version.substr(1))},
                     {"node env", env.empty() ? "N/A" : env.front().second},
                     {"watch & reload", "✘"},
                     {"unstable restarts", std::to_string(process.unstable_restarts)},
                     {"created at", process.created ? date_text(*process.created) : "N/A"}};
  rows.insert(rows.end(), rest.begin(), rest.end());
  return rows;
}

}  // namespace

std::string list_table(const std::vector<ListedProcess>& processes, VirtualTime at) {
  Table table({{"id", id_width(processes)},
               {"name", name_width(processes)},
               {"namespace", 13},
               {"version", 9},
               {"mode", 9},
               {"pid", 10},
               {"uptime", 8},
               {"↺", 6},
               {"status", 11},
               {"cpu", 10},
               {"mem", 10},
               {"user", 10},
               {"watching", 10}});
  for (const ListedProcess& process : processes)
    table.add({std::to_string(process.id), process.name, "default", "N/A",
               process.in_cluster ? "cluster" : "fork", std::to_string(process.pid),
               uptime_text(process, at), std::to_string(process.restarts), process.status,
               percent(process.cpu_percent), size_text(process.memory_bytes), "node", "disabled"});
  return table.finish();
}

std::string description(const ListedProcess& process, VirtualTime at,
                        std::string_view node_version) {
  const Rows rows = rows_of(process, at, node_version);
  Widths widths = {0, 0};
  for (const auto& [name, text] : rows) {
    widths[0] = std::max(widths[0], width_of(name) + 2);
    widths[1] = std::max(widths[1], width_of(text) + 2);
  }
  std::string table = top_of(widths);
  for (const auto& [name, text] : rows) table += row(widths, {name, text});
  return " Describing process with id " + std::to_string(process.id) + " - name " + process.name +
         " \n" + table + bottom_of(widths);
}

std::string monit_table(const std::vector<ListedProcess>& processes) {
  Table table({{"id", id_width(processes)},
               {"name", name_width(processes)},
               {"status", 17},
               {"cpu", 8},
               {"mem", 10},
               {"loop delay", 12},
               {"restarts", 10}});
  constexpr double kNsPerMs = 1e6;
  for (const ListedProcess& process : processes)
    table.add({std::to_string(process.id), process.name, process.status,
               percent(process.cpu_percent), size_text(process.memory_bytes),
               rounded(static_cast<double>(process.loop_delay.ns) / kNsPerMs) + "ms",
               std::to_string(process.restarts)});
  return table.finish();
}

}  // namespace loopscope::cluster
