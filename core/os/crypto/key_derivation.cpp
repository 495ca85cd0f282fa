#include "core/os/crypto/key_derivation.h"

#include <openssl/err.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>

#include "core/os/crypto/crypto_costs.h"
#include "core/os/crypto/hmac.h"

namespace loopscope::os {

namespace {

using Kind = CryptoFault::Kind;

constexpr const char* kFailed = "Deriving bits failed";

CryptoFault invalid_digest(const std::string& name) {
  return {Kind::kTypeError, "Invalid digest: " + name, "ERR_CRYPTO_INVALID_DIGEST"};
}

bool is_extendable(const EVP_MD* method) {
  return (EVP_MD_get_flags(method) & EVP_MD_FLAG_XOF) != 0;
}

const char* chars(const Bytes& bytes) {
  return reinterpret_cast<const char*>(bytes.data());
}

// Of the name OpenSSL has for it: the name may be any of its spellings.
sim::DigestFamily family_of(const std::string& digest) {
  const DigestMethod method = find_digest(digest);
  return digest_family(method ? EVP_MD_get0_name(method.get()) : digest);
}

size_t digest_size(const std::string& digest) {
  const DigestMethod method = find_digest(digest);
  return method ? static_cast<size_t>(EVP_MD_get_size(method.get())) : 1;
}

}  // namespace

// ---- PBKDF2 ----

CryptoResult<std::monostate> Pbkdf2::check() const {
  if (!find_digest(digest)) return invalid_digest(digest);
  return std::monostate();
}

CryptoResult<Bytes> Pbkdf2::derive() const {
  const DigestMethod method = find_digest(digest);
  if (!method) return invalid_digest(digest);
  Bytes key(length);
  if (length == 0) return key;
  if (is_extendable(method.get()) ||
      PKCS5_PBKDF2_HMAC(chars(password), static_cast<int>(password.size()), salt.data(),
                        static_cast<int>(salt.size()), static_cast<int>(iterations), method.get(),
                        static_cast<int>(length), key.data()) != 1)
    return CryptoFault{Kind::kError, kFailed};
  return key;
}

// Each piece as long as the hash takes all the iterations.
VirtualTime Pbkdf2::cost(const sim::CostModel& costs) const {
  const size_t size = digest_size(digest);
  const size_t pieces = std::max<size_t>(1, (length + size - 1) / size);
  return costs.crypto_call +
         sim::times(pieces * iterations,
                    costs.pbkdf2_iteration[static_cast<size_t>(family_of(digest))]);
}

// ---- scrypt ----

CryptoResult<std::monostate> Scrypt::check() const {
  begin_openssl();
  constexpr const char* kText = "Invalid scrypt params";
  if (EVP_PBE_scrypt(nullptr, 0, nullptr, 0, cost_factor, block_size, parallelization, max_memory,
                     nullptr, 0) == 1)
    return std::monostate();
  CryptoFault fault{Kind::kRangeError, kText, "ERR_CRYPTO_INVALID_SCRYPT_PARAMS"};
  if (const unsigned long error = ERR_peek_last_error(); error != 0) {
    std::array<char, 256> text{};
    ERR_error_string_n(error, text.data(), text.size());
    fault.message += ": " + std::string(text.data());
  }
  return fault;
}

CryptoResult<Bytes> Scrypt::derive() const {
  begin_openssl();
  Bytes key(length);
  if (length == 0) return key;
  if (EVP_PBE_scrypt(chars(password), password.size(), salt.data(), salt.size(), cost_factor,
                     block_size, parallelization, max_memory, key.data(), length) != 1)
    return CryptoFault{Kind::kError, kFailed};
  return key;
}

VirtualTime Scrypt::cost(const sim::CostModel& costs) const {
  return costs.crypto_call +
         sim::times(cost_factor * block_size * parallelization, costs.scrypt_block);
}

// ---- HKDF ----

CryptoResult<std::monostate> Hkdf::check() const {
  if (!find_digest(digest)) return invalid_digest(digest);
  constexpr size_t kMostPieces = 255;
  if (length > kMostPieces * digest_size(digest))
    return CryptoFault{Kind::kRangeError, "Invalid key length", "ERR_CRYPTO_INVALID_KEYLEN"};
  return std::monostate();
}

CryptoResult<Bytes> Hkdf::derive() const {
  const size_t size = digest_size(digest);
  const CryptoFault failed{Kind::kError, kFailed};
  // Section 2.2: extract. No salt is as many zeros as the hash is long.
  auto extract = Hmac::create(digest, salt.empty() ? Bytes(size) : salt);
  if (!extract) return failed;
  (*extract)->update(key);
  const Bytes secret = (*extract)->finish();
  // Section 2.3: expand.
  Bytes result;
  Bytes piece;
  for (uint8_t number = 1; result.size() < length; ++number) {
    auto expand = Hmac::create(digest, secret);
    if (!expand) return failed;
    (*expand)->update(piece);
    (*expand)->update(info);
    (*expand)->update({&number, 1});
    piece = (*expand)->finish();
    result.insert(result.end(), piece.begin(), piece.end());
  }
  result.resize(length);
  return result;
}

VirtualTime Hkdf::cost(const sim::CostModel& costs) const {
  return costs.crypto_call +
         per_kib(key.size() + length, costs.digest_kib[static_cast<size_t>(family_of(digest))]);
}

}  // namespace loopscope::os
