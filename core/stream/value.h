#pragma once

#include <cstdint>
#include <utility>

namespace loopscope::stream {

// Keeps values of the stream's owner (chunks, errors, callbacks) for as long as a stream needs
// them. A slot is counted: kept once when it is handed over, and once more for each retain().
class ValueStore {
 public:
  virtual ~ValueStore() = default;
  virtual void retain(uint32_t slot) = 0;
  virtual void release(uint32_t slot) = 0;
  // Whether two slots hold the same value.
  virtual bool same(uint32_t a, uint32_t b) const = 0;
};

// A value of the owner's, of which a stream knows nothing. Empty: none (null, no callback).
class Value {
 public:
  Value() = default;
  // Takes over one count of the slot's. The store outlives the value.
  Value(ValueStore& store, uint32_t slot) : m_store(&store), m_slot(slot) {}
  Value(const Value& other) : m_store(other.m_store), m_slot(other.m_slot) {
    if (m_store != nullptr) m_store->retain(m_slot);
  }
  Value(Value&& other) noexcept
      : m_store(std::exchange(other.m_store, nullptr)), m_slot(other.m_slot) {}
  Value& operator=(Value other) noexcept {
    std::swap(m_store, other.m_store);
    std::swap(m_slot, other.m_slot);
    return *this;
  }
  ~Value() {
    if (m_store != nullptr) m_store->release(m_slot);
  }

  explicit operator bool() const { return m_store != nullptr; }
  uint32_t slot() const { return m_slot; }
  bool same_as(const Value& other) const {
    return m_store == other.m_store &&
           (m_store == nullptr || m_slot == other.m_slot || m_store->same(m_slot, other.m_slot));
  }

 private:
  ValueStore* m_store = nullptr;
  uint32_t m_slot = 0;
};

}  // namespace loopscope::stream
