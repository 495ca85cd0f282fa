#pragma once

#include <memory>
#include <span>
#include <string>

#include "core/os/crypto/digest.h"

struct evp_mac_ctx_st;

namespace loopscope::os {

// HMAC (RFC 2104) of data that comes in pieces.
class Hmac {
 public:
  using Pointer = std::unique_ptr<Hmac>;

  static CryptoResult<Pointer> create(const std::string& digest, std::span<const uint8_t> key);

  bool update(std::span<const uint8_t> data);
  Bytes finish();

  VirtualTime update_cost(const sim::CostModel& costs, size_t bytes) const;

 private:
  struct Free {
    void operator()(evp_mac_ctx_st* context) const;
  };

  std::unique_ptr<evp_mac_ctx_st, Free> m_context;
  sim::DigestFamily m_family{};
};

}  // namespace loopscope::os
