#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace loopscope::os {

using Bytes = std::vector<uint8_t>;

// Why something cannot be done, as Node's errors tell it.
struct CryptoFault {
  enum class Kind : uint8_t { kError, kTypeError, kRangeError };

  Kind kind = Kind::kError;
  std::string message;
  std::string code = {};     // such as ERR_CRYPTO_INVALID_IV; empty: the error has none
  std::string library = {};  // of OpenSSL's own errors, as is the rest
  std::string reason = {};
  std::vector<std::string> stack = {};  // what else went wrong, the last first
};

// A value, or why there is none.
template <typename Value>
class [[nodiscard]] CryptoResult {
 public:
  CryptoResult(Value value) : m_outcome(std::move(value)) {}        // NOLINT: made of either, as is
  CryptoResult(CryptoFault fault) : m_outcome(std::move(fault)) {}  // NOLINT

  explicit operator bool() const { return std::holds_alternative<Value>(m_outcome); }
  const CryptoFault& fault() const { return std::get<CryptoFault>(m_outcome); }
  Value& operator*() { return std::get<Value>(m_outcome); }
  Value* operator->() { return &std::get<Value>(m_outcome); }

 private:
  std::variant<Value, CryptoFault> m_outcome;
};

// To be called before each piece of work: what earlier ones left in OpenSSL's queue of errors must
// not be taken for its own.
void begin_openssl();

// The first error OpenSSL put into its queue since begin_openssl(); `otherwise` is the message if
// there is none.
CryptoFault openssl_fault(const char* otherwise);

}  // namespace loopscope::os
