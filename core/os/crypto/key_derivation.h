#pragma once

#include <string>

#include "core/os/crypto/crypto_fault.h"
#include "core/sim/cost_model.h"

namespace loopscope::os {

// Making keys of secrets. Each is checked first, which says what is wrong with what was asked for,
// and then derived: Node finds those mistakes when it is asked, and only derives on its thread.

// RFC 8018, PBKDF2 by HMAC.
struct Pbkdf2 {
  std::string digest;
  Bytes password;
  Bytes salt;
  uint32_t iterations = 1;
  size_t length = 0;

  CryptoResult<std::monostate> check() const;
  CryptoResult<Bytes> derive() const;
  VirtualTime cost(const sim::CostModel& costs) const;
};

// RFC 7914.
struct Scrypt {
  Bytes password;
  Bytes salt;
  uint64_t cost_factor = 1;      // N
  uint64_t block_size = 1;       // r
  uint64_t parallelization = 1;  // p
  uint64_t max_memory = 0;       // bytes
  size_t length = 0;

  CryptoResult<std::monostate> check() const;
  CryptoResult<Bytes> derive() const;
  VirtualTime cost(const sim::CostModel& costs) const;
};

// RFC 5869.
struct Hkdf {
  std::string digest;
  Bytes key;
  Bytes salt;
  Bytes info;
  size_t length = 0;

  CryptoResult<std::monostate> check() const;
  CryptoResult<Bytes> derive() const;
  VirtualTime cost(const sim::CostModel& costs) const;
};

}  // namespace loopscope::os
