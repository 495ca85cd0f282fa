#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace loopscope::cluster {

// The merged logs of a process manager as `pm2 logs` shows them: every line behind the process it
// is of. The column grows with the names seen.
class LogLines {
 public:
  // What was written in one go under a label such as "0|api", with all its lines labelled.
  std::string labelled(std::string_view label, std::string_view text);

 private:
  static constexpr size_t kLeastWidth = 3;
  size_t m_width = kLeastWidth;
};

}  // namespace loopscope::cluster
