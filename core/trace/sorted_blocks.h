#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

namespace loopscope::trace {

// A sorted sequence in blocks of bounded size: insertion and removal anywhere move a block's items
// at most, and copying the whole is a few large copies. A state with 300,000 pending tasks is
// copied for every keyframe, which a tree of nodes makes a hundred times dearer.
template <typename Item>
class SortedBlocks {
 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Item;
    using difference_type = std::ptrdiff_t;
    using pointer = const Item*;
    using reference = const Item&;

    Iterator() = default;
    Iterator(const SortedBlocks* owner, size_t block) : m_owner(owner), m_block(block) {}

    reference operator*() const { return m_owner->m_blocks[m_block][m_item]; }
    pointer operator->() const { return &**this; }
    Iterator& operator++() {
      if (++m_item == m_owner->m_blocks[m_block].size()) {
        ++m_block;
        m_item = 0;
      }
      return *this;
    }
    Iterator operator++(int) {
      Iterator before = *this;
      ++*this;
      return before;
    }
    bool operator==(const Iterator&) const = default;

   private:
    const SortedBlocks* m_owner = nullptr;
    size_t m_block = 0;
    size_t m_item = 0;
  };

  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, m_blocks.size()}; }
  size_t size() const { return m_size; }
  bool empty() const { return m_size == 0; }
  // Not of an empty one.
  const Item& back() const { return m_blocks.back().back(); }

  // The item equal to this one in order, or nullptr. Valid until the next insertion or removal.
  template <typename Key>
  Item* find(const Key& key) {
    const auto block = block_of(key);
    if (block == m_blocks.end()) return nullptr;
    const auto item = std::lower_bound(block->begin(), block->end(), key);
    return item == block->end() || key < *item ? nullptr : &*item;
  }

  // Does nothing if an equal item is there.
  void insert(const Item& item) {
    auto block = block_of(item);
    if (block == m_blocks.end()) {
      if (m_blocks.empty() || m_blocks.back().size() == kMaxBlock) m_blocks.emplace_back();
      block = std::prev(m_blocks.end());
    }
    const auto at = std::lower_bound(block->begin(), block->end(), item);
    if (at != block->end() && !(item < *at)) return;
    block->insert(at, item);
    ++m_size;
    if (block->size() > kMaxBlock) split(block);
  }

  template <typename Key>
  void erase(const Key& key) {
    const auto block = block_of(key);
    if (block == m_blocks.end()) return;
    const auto at = std::lower_bound(block->begin(), block->end(), key);
    if (at == block->end() || key < *at) return;
    block->erase(at);
    --m_size;
    if (block->empty()) m_blocks.erase(block);
  }

  bool operator==(const SortedBlocks& other) const {
    return m_size == other.m_size && std::equal(begin(), end(), other.begin());
  }

 private:
  static constexpr size_t kMaxBlock = 512;
  using Block = std::vector<Item>;
  using Blocks = std::vector<Block>;

  // The first block that doesn't end before the key; no block is empty.
  template <typename Key>
  typename Blocks::iterator block_of(const Key& key) {
    return std::lower_bound(m_blocks.begin(), m_blocks.end(), key,
                            [](const Block& block, const Key& k) { return block.back() < k; });
  }

  void split(typename Blocks::iterator block) {
    const auto middle = block->begin() + static_cast<std::ptrdiff_t>(block->size() / 2);
    Block upper(middle, block->end());
    block->erase(middle, block->end());
    m_blocks.insert(std::next(block), std::move(upper));
  }

  Blocks m_blocks;
  size_t m_size = 0;
};

}  // namespace loopscope::trace
