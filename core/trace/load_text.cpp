#include "core/trace/load_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <ostream>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/trace/latency_histogram.h"
#include "core/trace/terminal_text.h"
#include "core/trace/utf8.h"
#include "core/trace/words.h"

namespace loopscope::trace {

namespace {

constexpr size_t kColumns = 8;
using Row = std::array<std::string, kColumns>;

struct Load {
  std::string name;
  LoadChange last;
  std::map<std::string, uint64_t> failures;  // by why
};

std::map<uint32_t, Load> loads_of(const Trace& trace) {
  std::map<uint32_t, Load> loads;
  std::unordered_map<uint32_t, uint32_t> load_of;  // by request
  for (const Event& event : trace.events) {
    if (is<LoadChange>(event)) {
      const auto change = unpack<LoadChange>(event);
      Load& load = loads[change.id];
      if (change.label) load.name = printable(trace.view(change.label));
      load.last = change;
    } else if (is<RequestChange>(event)) {
      const auto change = unpack<RequestChange>(event);
      if (change.op == RequestOp::send && change.load != 0) load_of[change.number] = change.load;
      if (event.agent != kOutside) continue;
      const auto load = load_of.find(change.number);
      if (load == load_of.end()) continue;
      if (change.op == RequestOp::fail)
        ++loads[load->second].failures[printable(trace.view(change.text))];
      else if (change.op == RequestOp::receive && change.status >= 500)
        ++loads[load->second].failures["status " + std::to_string(change.status)];
    }
  }
  return loads;
}

Row row_of(const Trace& trace, const Load& load) {
  const auto latency =
      LatencyHistogram::parse(trace.view(load.last.latency)).value_or(LatencyHistogram());
  const auto percentile = [&latency](int per_mille) {
    return latency.count() == 0 ? "-" : duration_text(latency.percentile_ns(per_mille));
  };
  return {load.name,
          std::to_string(load.last.sent),
          std::to_string(load.last.answered),
          std::to_string(load.last.failed),
          percentile(500),
          percentile(950),
          percentile(990),
          percentile(1'000)};
}

// Names to the left, figures to the right.
void write_row(std::ostream& out, const Row& row, const std::array<size_t, kColumns>& widths) {
  std::string line = row[0];
  pad(line, widths[0] - columns_of(row[0]));
  for (size_t i = 1; i < kColumns; ++i) {
    pad(line, widths[i] - columns_of(row[i]) + 2);
    line += row[i];
  }
  out << line << '\n';
}

}  // namespace

void write_loads(std::ostream& out, const Trace& trace) {
  const std::map<uint32_t, Load> loads = loads_of(trace);
  if (loads.empty()) {
    out << "no load generators; a program declares them by @client\n";
    return;
  }
  std::vector<Row> rows{
      {"LOAD", "SENT", "ANSWERED", "FAILED", "MEDIAN", "95 %", "99 %", "LONGEST"}};
  for (const auto& [id, load] : loads) rows.push_back(row_of(trace, load));
  std::array<size_t, kColumns> widths{};
  for (const Row& row : rows)
    for (size_t i = 0; i < kColumns; ++i) widths[i] = std::max(widths[i], columns_of(row[i]));
  for (const Row& row : rows) write_row(out, row, widths);
  for (const auto& [id, load] : loads)
    for (const auto& [why, count] : load.failures)
      out << "  " << load.name << ": " << count << " failed: " << why << '\n';
}

}  // namespace loopscope::trace
