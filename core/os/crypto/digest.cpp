#include "core/os/crypto/digest.h"

#include <openssl/err.h>
#include <openssl/evp.h>

#include "core/os/crypto/crypto_costs.h"

namespace loopscope::os {

namespace {

constexpr const char* kUnknown = "Digest method not supported";

// Of an alias there is no method given.
void add_name(const EVP_MD*, const char* from, const char*, void* names) {
  const EVP_MD* known = from != nullptr ? EVP_get_digestbyname(from) : nullptr;
  if (known == nullptr) return;
  const DigestMethod usable(EVP_MD_fetch(nullptr, EVP_MD_get0_name(known), nullptr));
  if (usable) static_cast<std::vector<std::string>*>(names)->emplace_back(from);
}

}  // namespace

void FreeMethod::operator()(evp_md_st* method) const {
  EVP_MD_free(method);
}

void Digest::Free::operator()(evp_md_ctx_st* context) const {
  EVP_MD_CTX_free(context);
}

DigestMethod find_digest(const std::string& name) {
  begin_openssl();
  // Those only its providers know by name, Node does not find either.
  const EVP_MD* known = EVP_get_digestbyname(name.c_str());
  if (known == nullptr) return nullptr;
  DigestMethod method(EVP_MD_fetch(nullptr, EVP_MD_get0_name(known), nullptr));
  if (!method) ERR_clear_error();
  return method;
}

std::vector<std::string> digest_names() {
  begin_openssl();
  std::vector<std::string> names;
  EVP_MD_do_all_sorted(add_name, &names);
  ERR_clear_error();
  return names;
}

Digest::Digest() : m_context(EVP_MD_CTX_new()) {}

CryptoResult<Digest::Pointer> Digest::create(const std::string& name,
                                             std::optional<uint32_t> output_length) {
  begin_openssl();
  const EVP_MD* known = EVP_get_digestbyname(name.c_str());
  if (known == nullptr) return CryptoFault{CryptoFault::Kind::kError, kUnknown};
  const DigestMethod method(EVP_MD_fetch(nullptr, EVP_MD_get0_name(known), nullptr));
  // One whose name is all that is left of it: OpenSSL then says what it misses.
  const EVP_MD* usable = method ? method.get() : known;
  Pointer digest(new Digest);
  if (EVP_DigestInit_ex(digest->m_context.get(), usable, nullptr) != 1)
    return openssl_fault(kUnknown);
  digest->m_family = digest_family(EVP_MD_get0_name(usable));
  if (auto fault = digest->set_length(output_length)) return *fault;
  return digest;
}

CryptoResult<Digest::Pointer> Digest::copy(std::optional<uint32_t> output_length) const {
  begin_openssl();
  Pointer digest(new Digest);
  if (EVP_MD_CTX_copy_ex(digest->m_context.get(), m_context.get()) != 1)
    return openssl_fault("Digest copy error");
  digest->m_family = m_family;
  if (auto fault = digest->set_length(output_length)) return *fault;
  return digest;
}

std::optional<CryptoFault> Digest::set_length(std::optional<uint32_t> length) {
  const EVP_MD* method = EVP_MD_CTX_get0_md(m_context.get());
  m_length = static_cast<size_t>(EVP_MD_get_size(method));
  if (!length || *length == m_length) return {};
  if ((EVP_MD_get_flags(method) & EVP_MD_FLAG_XOF) == 0) {
    ERR_raise(ERR_LIB_EVP, EVP_R_NOT_XOF_OR_INVALID_LENGTH);
    return openssl_fault(kUnknown);
  }
  m_length = *length;
  return {};
}

bool Digest::update(std::span<const uint8_t> data) {
  begin_openssl();
  return !m_hash && EVP_DigestUpdate(m_context.get(), data.data(), data.size()) == 1;
}

const Bytes& Digest::finish() {
  if (m_hash) return *m_hash;
  begin_openssl();
  m_hash.emplace(m_length);
  if (m_length == 0) return *m_hash;
  const EVP_MD* method = EVP_MD_CTX_get0_md(m_context.get());
  if (m_length == static_cast<size_t>(EVP_MD_get_size(method)))
    EVP_DigestFinal_ex(m_context.get(), m_hash->data(), nullptr);
  else
    EVP_DigestFinalXOF(m_context.get(), m_hash->data(), m_length);
  return *m_hash;
}

VirtualTime Digest::update_cost(const sim::CostModel& costs, size_t bytes) const {
  return per_kib(bytes, costs.digest_kib[static_cast<size_t>(m_family)]);
}

}  // namespace loopscope::os
