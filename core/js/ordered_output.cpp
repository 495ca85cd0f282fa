#include "core/js/ordered_output.h"

#include <limits>

namespace loopscope::host {

void OrderedOutput::write(VirtualTime time, int number, std::string_view bytes,
                          const std::string& label) {
  if (m_holds_back)
    m_held.add(time, {number, std::string(bytes), label});
  else
    put({number, std::string(bytes), label});
}

void OrderedOutput::settle(VirtualTime before) {
  while (m_held.next_due() && *m_held.next_due() < before) put(m_held.take_due(before)->item);
}

void OrderedOutput::settle_all() {
  settle({std::numeric_limits<int64_t>::max()});
}

void OrderedOutput::put(const Written& written) {
  const std::string& bytes =
      written.label.empty() ? written.bytes : m_log_lines.labelled(written.label, written.bytes);
  if (written.number == 2)
    m_output.write_stderr(bytes);
  else
    m_output.write_stdout(bytes);
}

}  // namespace loopscope::host
