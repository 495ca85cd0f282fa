#include "core/trace/strings.h"

#include <cassert>
#include <cstring>
#include <functional>
#include <string>

#include "core/trace/utf8.h"

namespace loopscope::trace {

namespace {

constexpr size_t kBlockBytes = 65'536;
constexpr size_t kFirstSlots = 256;

uint32_t hash_of(std::string_view text) {
  const size_t hash = std::hash<std::string_view>{}(text);
  return static_cast<uint32_t>(hash ^ (hash >> 32));
}

}  // namespace

StringTable::StringTable() : m_views(1), m_slots(kFirstSlots) {}

StringId StringTable::intern(std::string_view text) {
  if (text.empty()) return {};
  const uint32_t hash = hash_of(text);
  const size_t mask = m_slots.size() - 1;
  size_t slot = hash & mask;
  for (; m_slots[slot].id != 0; slot = (slot + 1) & mask) {
    const Slot& taken = m_slots[slot];
    if (taken.hash == hash && m_views[taken.id] == text) return {taken.id};
  }
  if (!is_utf8(text)) return intern(repaired_utf8(text));
  return add(text, hash, slot);
}

StringId StringTable::add(std::string_view text, uint32_t hash, size_t slot) {
  assert(m_views.size() < UINT32_MAX);
  const auto id = static_cast<uint32_t>(m_views.size());
  m_views.push_back(store(text));
  m_slots[slot] = {hash, id};
  if (m_views.size() * 2 > m_slots.size()) grow();
  return {id};
}

std::string_view StringTable::store(std::string_view text) {
  if (text.size() > m_block_left) {
    const size_t bytes = text.size() > kBlockBytes / 4 ? text.size() : kBlockBytes;
    m_blocks.push_back(std::make_unique_for_overwrite<char[]>(bytes));
    if (bytes == text.size()) {
      std::memcpy(m_blocks.back().get(), text.data(), text.size());
      return {m_blocks.back().get(), text.size()};
    }
    m_block_next = m_blocks.back().get();
    m_block_left = bytes;
  }
  char* const at = m_block_next;
  std::memcpy(at, text.data(), text.size());
  m_block_next += text.size();
  m_block_left -= text.size();
  return {at, text.size()};
}

void StringTable::grow() {
  std::vector<Slot> slots(m_slots.size() * 2);
  const size_t mask = slots.size() - 1;
  for (const Slot& taken : m_slots) {
    if (taken.id == 0) continue;
    size_t slot = taken.hash & mask;
    while (slots[slot].id != 0) slot = (slot + 1) & mask;
    slots[slot] = taken;
  }
  m_slots = std::move(slots);
}

}  // namespace loopscope::trace
