#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/os/crypto/crypto_fault.h"
#include "core/sim/cost_model.h"

struct evp_md_ctx_st;
struct evp_md_st;

namespace loopscope::os {

struct FreeMethod {
  void operator()(evp_md_st* method) const;
};
using DigestMethod = std::unique_ptr<evp_md_st, FreeMethod>;

// A way to hash by any name OpenSSL knows it by, or null.
DigestMethod find_digest(const std::string& name);

// All names OpenSSL has for those that it can do, sorted.
std::vector<std::string> digest_names();

// A hash that takes its data in pieces.
class Digest {
 public:
  using Pointer = std::unique_ptr<Digest>;

  // `output_length`: in bytes, if not its own. Only some can have another.
  static CryptoResult<Pointer> create(const std::string& name,
                                      std::optional<uint32_t> output_length);
  // With all it was given so far.
  CryptoResult<Pointer> copy(std::optional<uint32_t> output_length) const;

  bool update(std::span<const uint8_t> data);
  // The hash; the same when asked again.
  const Bytes& finish();

  VirtualTime update_cost(const sim::CostModel& costs, size_t bytes) const;

 private:
  struct Free {
    void operator()(evp_md_ctx_st* context) const;
  };

  Digest();
  std::optional<CryptoFault> set_length(std::optional<uint32_t> length);

  std::unique_ptr<evp_md_ctx_st, Free> m_context;
  size_t m_length = 0;
  sim::DigestFamily m_family{};
  std::optional<Bytes> m_hash;
};

}  // namespace loopscope::os
