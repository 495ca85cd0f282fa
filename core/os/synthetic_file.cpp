#include "core/os/synthetic_file.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/os/synthetic_records.h"

namespace loopscope::os {

namespace {

// A whole number of memory pages, so that ranges of files can be mapped.
constexpr size_t kPeriodBytes = 1 << 20;
// No record is longer.
constexpr uint64_t kLongestLine = 512;

class SyntheticSource final : public Source {
 public:
  SyntheticSource(const SyntheticFile& file, uint64_t seed)
      : m_kind(file.kind),
        m_random(seed, file.name),
        m_size(file.size),
        m_head(header_of(file.kind).substr(0, file.size)) {}

  uint64_t size() const override { return m_size; }

  bool read(uint64_t offset, std::span<char> to) const override {
    const Repetition& all = *repetition();
    size_t filled = 0;
    while (filled < to.size()) {
      const std::string_view next = bytes_at(all, offset + filled);
      filled += next.copy(to.data() + filled, to.size() - filled);
    }
    return true;
  }

  const Repetition* repetition() const override {
    if (m_block.empty()) make();
    return &m_repetition;
  }

 private:
  // What is to be found there, as far as it lies together.
  std::string_view bytes_at(const Repetition& all, uint64_t offset) const {
    if (offset < all.head.size()) return all.head.substr(offset);
    const uint64_t tail_begin = m_size - all.tail.size();
    if (offset >= tail_begin) return all.tail.substr(offset - tail_begin);
    const std::string_view rest = all.bytes.substr(offset % all.bytes.size());
    return rest.substr(0,
                       static_cast<size_t>(std::min<uint64_t>(rest.size(), tail_begin - offset)));
  }

  void make() const {
    m_block = make_records(m_kind, m_random, kPeriodBytes);
    // Turned, so that a page of the file is a page of the block.
    const size_t turn = m_head.size() % kPeriodBytes;
    std::rotate(m_block.rbegin(), m_block.rbegin() + static_cast<ptrdiff_t>(turn), m_block.rend());
    m_repetition = {m_block, m_head, {}};
    if (has_lines(m_kind)) make_tail();
    m_repetition.tail = m_tail;
  }

  // The last record that fits is made longer by spaces, to end where the file does.
  void make_tail() const {
    std::string last(static_cast<size_t>(std::min(m_size, kLongestLine)), '\0');
    const uint64_t begin = m_size - last.size();
    for (size_t filled = 0; filled < last.size();)
      filled +=
          bytes_at(m_repetition, begin + filled).copy(last.data() + filled, last.size() - filled);
    const size_t line_end = std::min(last.rfind('\n'), last.size());
    m_tail.assign(last.size() - line_end, ' ');
    if (m_tail.empty() && !last.empty()) m_tail.assign(1, '\n');
    if (!m_tail.empty()) m_tail.back() = '\n';
    if (m_head.size() + m_tail.size() > m_size) m_head.resize(m_size - m_tail.size());
    m_repetition.head = m_head;
  }

  SyntheticKind m_kind;
  SyntheticRandom m_random;
  uint64_t m_size;
  mutable std::string m_head;
  mutable std::string m_block;
  mutable std::string m_tail;
  mutable Repetition m_repetition;
};

}  // namespace

std::shared_ptr<const Source> make_synthetic(const SyntheticFile& file, uint64_t seed) {
  return std::make_shared<SyntheticSource>(file, seed);
}

}  // namespace loopscope::os
