#include "core/os/crypto/crypto_costs.h"

#include <array>
#include <cctype>
#include <string>

namespace loopscope::os {

namespace {

std::string lower_case(std::string_view name) {
  std::string lower;
  for (const char letter : name)
    lower += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  return lower;
}

bool has(std::string_view name, std::string_view part) {
  return name.find(part) != std::string_view::npos;
}

}  // namespace

sim::DigestFamily digest_family(std::string_view name) {
  const std::string lower = lower_case(name);
  struct Row {
    std::string_view part;
    sim::DigestFamily family;
  };
  // In this order: "sha3-256" is no sha256, and "sha512-256" none either.
  static constexpr std::array<Row, 12> kRows = {{{"sha3", sim::DigestFamily::kSha3},
                                                 {"shake", sim::DigestFamily::kSha3},
                                                 {"sha512", sim::DigestFamily::kSha512},
                                                 {"sha2-512", sim::DigestFamily::kSha512},
                                                 {"sha384", sim::DigestFamily::kSha512},
                                                 {"sha2-384", sim::DigestFamily::kSha512},
                                                 {"sha256", sim::DigestFamily::kSha256},
                                                 {"sha2-256", sim::DigestFamily::kSha256},
                                                 {"sha224", sim::DigestFamily::kSha256},
                                                 {"sha2-224", sim::DigestFamily::kSha256},
                                                 {"sha1", sim::DigestFamily::kSha1},
                                                 {"md5", sim::DigestFamily::kMd5}}};
  for (const Row& row : kRows)
    if (has(lower, row.part)) return row.family;
  return sim::DigestFamily::kOther;
}

sim::CipherFamily cipher_family(std::string_view name) {
  const std::string lower = lower_case(name);
  if (has(lower, "des")) return sim::CipherFamily::kTripleDes;
  return has(lower, "aes") || has(lower, "chacha") ? sim::CipherFamily::kFast
                                                   : sim::CipherFamily::kSlow;
}

VirtualTime per_kib(size_t bytes, VirtualTime kib) {
  constexpr int64_t kKib = 1024;
  return {static_cast<int64_t>(bytes) * kib.ns / kKib};
}

}  // namespace loopscope::os
