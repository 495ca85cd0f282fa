#include "core/js/ordered_output.h"

#include <limits>

namespace loopscope::host {

void OrderedOutput::write(VirtualTime time, int number, std::string_view bytes) {
  if (m_holds_back)
    m_held.add(time, {number, std::string(bytes)});
  else
    put({number, std::string(bytes)});
}

void OrderedOutput::settle(VirtualTime before) {
  while (m_held.next_due() && *m_held.next_due() < before) put(m_held.take_due(before)->item);
}

void OrderedOutput::settle_all() {
  settle({std::numeric_limits<int64_t>::max()});
}

void OrderedOutput::put(const Written& written) {
  if (written.number == 2)
    m_output.write_stderr(written.bytes);
  else
    m_output.write_stdout(written.bytes);
}

}  // namespace loopscope::host
