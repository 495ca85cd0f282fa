#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "core/sim/choices.h"
#include "core/trace/types.h"

namespace loopscope::sim {

// What is to happen later, in one total order: by time, then by when it was added. Adding, taking
// and cancelling take logarithmic time.
template <typename Item>
class Agenda {
 public:
  // Names an entry for cancel(). Never reused.
  struct Id {
    VirtualTime due;
    uint64_t sequence = 0;
    auto operator<=>(const Id&) const = default;
  };
  struct Entry {
    VirtualTime due;
    Item item;
  };

  Id add(VirtualTime due, Item item) {
    const Id id{due, m_next_sequence++};
    m_entries.emplace(id, std::move(item));
    return id;
  }

  // False: the entry was taken or cancelled before.
  bool cancel(Id id) { return m_entries.erase(id) != 0; }

  bool empty() const { return m_entries.empty(); }
  size_t size() const { return m_entries.size(); }

  std::optional<VirtualTime> next_due() const {
    if (m_entries.empty()) return std::nullopt;
    return m_entries.begin()->first.due;
  }

  // Takes the first entry due at `now` or before.
  std::optional<Entry> take_due(VirtualTime now) {
    if (m_entries.empty() || m_entries.begin()->first.due > now) return std::nullopt;
    return take(m_entries.begin());
  }

  // As take_due(now), but which of several entries of the very same time comes first is a choice:
  // for completions that are independent of each other. Option 0 is the one added first.
  std::optional<Entry> take_due(VirtualTime now, Choices& choices) {
    if (m_entries.empty() || m_entries.begin()->first.due > now) return std::nullopt;
    const auto first = m_entries.begin();
    const auto end = m_entries.upper_bound(Id{first->first.due, UINT64_MAX});
    const auto options = static_cast<uint64_t>(std::distance(first, end));
    if (options == 1) return take(first);
    const uint64_t chosen = choices.choose(ChoicePoint::ready_order, options);
    return take(std::next(first, static_cast<std::ptrdiff_t>(chosen)));
  }

 private:
  using Entries = std::map<Id, Item>;

  Entry take(typename Entries::iterator position) {
    auto node = m_entries.extract(position);
    return Entry{node.key().due, std::move(node.mapped())};
  }

  Entries m_entries;
  uint64_t m_next_sequence = 0;
};

}  // namespace loopscope::sim
