#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>

namespace loopscope::os {

// Bytes in the order they came, as a socket's buffer holds them.
class ByteQueue {
 public:
  bool empty() const { return m_size == 0; }
  size_t size() const { return m_size; }

  void append(std::string_view bytes) {
    if (bytes.empty()) return;
    m_pieces.emplace_back(bytes);
    m_size += bytes.size();
  }

  // The first `most` bytes, or all if there are fewer.
  std::string take(size_t most) {
    std::string taken;
    while (taken.size() < most && m_size != 0) {
      const std::string& piece = m_pieces.front();
      const std::string_view rest = std::string_view(piece).substr(m_used, most - taken.size());
      taken.append(rest);
      m_size -= rest.size();
      m_used += rest.size();
      if (m_used == piece.size()) {
        m_pieces.pop_front();
        m_used = 0;
      }
    }
    return taken;
  }

  void clear() {
    m_pieces.clear();
    m_size = m_used = 0;
  }

 private:
  std::deque<std::string> m_pieces;
  size_t m_used = 0;  // of the first piece
  size_t m_size = 0;
};

}  // namespace loopscope::os
