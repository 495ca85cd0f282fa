#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace loopscope::trace {

// A string of a trace, by its number in the trace's StringTable. 0 is the empty string.
struct StringId {
  uint32_t value = 0;
  constexpr bool operator==(const StringId&) const = default;
  constexpr explicit operator bool() const { return value != 0; }
};

// Every distinct string of a trace, once. Strings are never removed, and a view stays valid as long
// as the table lives, so events hold four bytes for a label instead of the label.
//
// Every string in the table is valid UTF-8: a trace is JSON, and a script may print any bytes.
// Bytes that are not part of a character become U+FFFD.
class StringTable {
 public:
  StringTable();
  StringTable(StringTable&&) noexcept = default;
  StringTable& operator=(StringTable&&) noexcept = default;

  StringId intern(std::string_view text);
  std::string_view view(StringId id) const { return m_views[id.value]; }
  bool contains(StringId id) const { return id.value < m_views.size(); }
  // The number of distinct strings, the empty one included.
  size_t size() const { return m_views.size(); }

 private:
  struct Slot {
    uint32_t hash = 0;
    uint32_t id = 0;  // 0: free, for the empty string needs no slot
  };

  StringId add(std::string_view text, uint32_t hash, size_t slot);
  std::string_view store(std::string_view text);
  void grow();

  std::vector<std::unique_ptr<char[]>> m_blocks;
  size_t m_block_left = 0;
  char* m_block_next = nullptr;
  std::vector<std::string_view> m_views;
  std::vector<Slot> m_slots;  // open addressing, a power of two, at most half full
};

}  // namespace loopscope::trace
