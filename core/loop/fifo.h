#pragma once

#include <cassert>
#include <cstddef>
#include <vector>

namespace loopscope::loop {

// A first-in first-out queue on one vector: the consumed front is dropped when it is the larger
// half, so pushing and popping are amortised O(1) and a million queued ticks stay one allocation.
template <typename T>
class Fifo {
 public:
  bool empty() const { return m_front == m_items.size(); }
  size_t size() const { return m_items.size() - m_front; }
  void push(T item) { m_items.push_back(item); }

  T pop() {
    assert(!empty());
    T item = m_items[m_front++];
    if (m_front == m_items.size()) {
      m_items.clear();
      m_front = 0;
    } else if (m_front >= kCompactAt && m_front * 2 >= m_items.size()) {
      m_items.erase(m_items.begin(), m_items.begin() + static_cast<std::ptrdiff_t>(m_front));
      m_front = 0;
    }
    return item;
  }

 private:
  static constexpr size_t kCompactAt = 4096;
  std::vector<T> m_items;
  size_t m_front = 0;
};

}  // namespace loopscope::loop
