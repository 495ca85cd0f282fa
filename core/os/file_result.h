#pragma once

#include <cerrno>
#include <utility>
#include <variant>

namespace loopscope::os {

// What a file operation failed with: one of Linux's numbers, or 0 for none.
struct [[nodiscard]] Errno {
  int number = 0;
  bool failed() const { return number != 0; }
  bool operator==(const Errno&) const = default;
};

// A value, or why there is none.
template <typename Value>
class [[nodiscard]] FileResult {
 public:
  FileResult(Value value) : m_outcome(std::move(value)) {}  // NOLINT: made of either, as is
  FileResult(Errno error) : m_outcome(error) {}             // NOLINT

  explicit operator bool() const { return std::holds_alternative<Value>(m_outcome); }
  Errno error() const { return *this ? Errno{} : std::get<Errno>(m_outcome); }
  Value& operator*() { return std::get<Value>(m_outcome); }
  const Value& operator*() const { return std::get<Value>(m_outcome); }
  Value* operator->() { return &std::get<Value>(m_outcome); }
  const Value* operator->() const { return &std::get<Value>(m_outcome); }

 private:
  std::variant<Value, Errno> m_outcome;
};

}  // namespace loopscope::os
