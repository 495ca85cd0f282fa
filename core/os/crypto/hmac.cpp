#include "core/os/crypto/hmac.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <array>

#include "core/os/crypto/crypto_costs.h"

namespace loopscope::os {

namespace {

struct FreeMac {
  void operator()(EVP_MAC* mac) const { EVP_MAC_free(mac); }
};

}  // namespace

void Hmac::Free::operator()(evp_mac_ctx_st* context) const {
  EVP_MAC_CTX_free(context);
}

CryptoResult<Hmac::Pointer> Hmac::create(const std::string& digest, std::span<const uint8_t> key) {
  const DigestMethod method = find_digest(digest);
  if (!method)
    return CryptoFault{CryptoFault::Kind::kTypeError, "Invalid digest: " + digest,
                       "ERR_CRYPTO_INVALID_DIGEST"};
  // Node finds no error of OpenSSL's, and prints that.
  if ((EVP_MD_get_flags(method.get()) & EVP_MD_FLAG_XOF) != 0)
    return CryptoFault{CryptoFault::Kind::kError, "error:00000000:lib(0)::reason(0)"};
  const std::unique_ptr<EVP_MAC, FreeMac> mac(EVP_MAC_fetch(nullptr, "HMAC", nullptr));
  Pointer hmac(new Hmac);
  hmac->m_context.reset(EVP_MAC_CTX_new(mac.get()));
  hmac->m_family = digest_family(EVP_MD_get0_name(method.get()));
  std::string name = EVP_MD_get0_name(method.get());
  const std::array<OSSL_PARAM, 2> parameters = {
      OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name.data(), name.size()),
      OSSL_PARAM_construct_end()};
  // An empty key is one, too.
  static constexpr uint8_t kNothing = 0;
  const uint8_t* start = key.empty() ? &kNothing : key.data();
  if (EVP_MAC_init(hmac->m_context.get(), start, key.size(), parameters.data()) != 1)
    return openssl_fault("Invalid key");
  return hmac;
}

bool Hmac::update(std::span<const uint8_t> data) {
  begin_openssl();
  return EVP_MAC_update(m_context.get(), data.data(), data.size()) == 1;
}

Bytes Hmac::finish() {
  begin_openssl();
  Bytes result(EVP_MAC_CTX_get_mac_size(m_context.get()));
  size_t written = 0;
  EVP_MAC_final(m_context.get(), result.data(), &written, result.size());
  return result;
}

VirtualTime Hmac::update_cost(const sim::CostModel& costs, size_t bytes) const {
  return per_kib(bytes, costs.digest_kib[static_cast<size_t>(m_family)]);
}

}  // namespace loopscope::os
