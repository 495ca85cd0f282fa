#include "core/cluster/process_tables.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string_view>

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

// Columns of fixed widths, drawn with lines; what is too long for its column ends in an ellipsis.
class Table {
 public:
  struct Column {
    std::string head;
    size_t width;  // with the blank on either side
  };

  explicit Table(std::vector<Column> columns) : m_columns(std::move(columns)) {
    rule("┌", "┬", "┐\n");
    std::vector<std::string> heads;
    for (const Column& column : m_columns) heads.push_back(column.head);
    row(heads);
  }

  void add(const std::vector<std::string>& cells) {
    if (!m_has_rows) rule("├", "┼", "┤\n");
    m_has_rows = true;
    row(cells);
  }

  std::string finish() {
    rule("└", "┴", "┘\n");
    return std::move(m_text);
  }

 private:
  void rule(const char* first, const char* between, const char* last) {
    m_text += first;
    for (size_t i = 0; i < m_columns.size(); ++i) {
      for (size_t j = 0; j < m_columns[i].width; ++j) m_text += "─";
      m_text += i + 1 < m_columns.size() ? between : last;
    }
  }

  void row(const std::vector<std::string>& cells) {
    for (size_t i = 0; i < m_columns.size(); ++i) {
      const size_t width = m_columns[i].width - 2;
      std::string cell = cells[i];
      if (width_of(cell) > width) cell = cell.substr(0, width - 1) + "…";
      m_text += "│ " + cell + std::string(width - width_of(cell), ' ') + " ";
    }
    m_text += "│\n";
  }

  std::vector<Column> m_columns;
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
               process.status == "online" ? age_text(at - process.since) : "0",
               std::to_string(process.restarts), process.status, percent(process.cpu_percent),
               size_text(process.memory_bytes), "node", "disabled"});
  return table.finish();
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
