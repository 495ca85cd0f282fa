#include "core/cluster/log_lines.h"

#include <algorithm>

namespace loopscope::cluster {

namespace {

// The manager's own lines come from a process of this name there; they show as "PM2".
constexpr std::string_view kOwnLabel = "PM2";
constexpr std::string_view kOwnName = "PM2|PM2";

}  // namespace

std::string LogLines::labelled(std::string_view label, std::string_view text) {
  std::string result;
  const size_t width = (label == kOwnLabel ? kOwnName : label).size();
  if (width > m_width) m_width = width + 1;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.empty()) continue;
    result += label;
    result.append(m_width - std::min(m_width, label.size()), ' ');
    result += " | ";
    result += line;
    result += '\n';
  }
  return result;
}

}  // namespace loopscope::cluster
