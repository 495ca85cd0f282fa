#include "core/os/crypto/cipher.h"

#include <openssl/evp.h>
#include <openssl/objects.h>

#include "core/os/crypto/crypto_costs.h"

namespace loopscope::os {

namespace {

using Kind = CryptoFault::Kind;

constexpr size_t kUsualTagLength = 16;
constexpr int kChachaVectorLength = 12;

CryptoFault invalid_vector() {
  return {Kind::kTypeError, "Invalid initialization vector", "ERR_CRYPTO_INVALID_IV"};
}

CryptoFault invalid_tag(size_t length) {
  return {Kind::kTypeError, "Invalid authentication tag length: " + std::to_string(length),
          "ERR_CRYPTO_INVALID_AUTH_TAG"};
}

CryptoFault invalid_message_length() {
  return {Kind::kRangeError, "Invalid message length", "ERR_CRYPTO_INVALID_MESSAGELEN"};
}

// NIST SP 800-38D, section 5.2.1.2.
bool is_gcm_tag_length(size_t length) {
  return length == 4 || length == 8 || (length >= 12 && length <= 16);
}

// CCM has 15 bytes for both the vector and the text's length.
size_t longest_ccm_text(size_t vector_length) {
  if (vector_length == 12) return 0xFF'FFFF;
  return vector_length == 13 ? 0xFFFF : INT32_MAX;
}

// It would take its vector from OpenSSL's own randomness.
bool draws_randomness(const EVP_CIPHER* cipher, Cipher::Direction direction) {
  return direction == Cipher::Direction::kEncrypt &&
         EVP_CIPHER_get_nid(cipher) == NID_id_smime_alg_CMS3DESwrap;
}

}  // namespace

void Cipher::Free::operator()(evp_cipher_ctx_st* context) const {
  EVP_CIPHER_CTX_free(context);
}

int Cipher::mode() const {
  return EVP_CIPHER_CTX_get_mode(m_context.get());
}

bool Cipher::is_chacha() const {
  return EVP_CIPHER_CTX_get_nid(m_context.get()) == NID_chacha20_poly1305;
}

bool Cipher::authenticates() const {
  return mode() == EVP_CIPH_GCM_MODE || mode() == EVP_CIPH_CCM_MODE ||
         mode() == EVP_CIPH_OCB_MODE || is_chacha();
}

CryptoResult<Cipher::Pointer> Cipher::create(const Options& options) {
  begin_openssl();
  Pointer cipher(new Cipher(options.direction));
  if (auto fault = cipher->set_up(options)) return *fault;
  return cipher;
}

std::optional<CryptoFault> Cipher::set_up(const Options& options) {
  constexpr const char* kFailed = "Failed to initialize cipher";
  const EVP_CIPHER* cipher = EVP_get_cipherbyname(options.name.c_str());
  if (cipher == nullptr)
    return CryptoFault{Kind::kError, "Unknown cipher", "ERR_CRYPTO_UNKNOWN_CIPHER"};
  if (draws_randomness(cipher, m_direction))
    return CryptoFault{Kind::kError, options.name + " is not simulated",
                       "ERR_CRYPTO_UNKNOWN_CIPHER"};
  m_family = cipher_family(EVP_CIPHER_get0_name(cipher));
  const size_t iv_length = options.iv ? options.iv->size() : 0;
  const auto own_length = static_cast<size_t>(EVP_CIPHER_get_iv_length(cipher));
  if (iv_length == 0 && own_length != 0) return invalid_vector();

  const int encrypts = m_direction == Direction::kEncrypt ? 1 : 0;
  m_context.reset(EVP_CIPHER_CTX_new());
  EVP_CIPHER_CTX* context = m_context.get();
  if (EVP_CIPHER_get_mode(cipher) == EVP_CIPH_WRAP_MODE)
    EVP_CIPHER_CTX_set_flags(context, EVP_CIPHER_CTX_FLAG_WRAP_ALLOW);
  if (EVP_CipherInit_ex(context, cipher, nullptr, nullptr, nullptr, encrypts) != 1)
    return openssl_fault(kFailed);
  if (!authenticates() && iv_length != 0 && iv_length != own_length) return invalid_vector();
  if (is_chacha() && iv_length > kChachaVectorLength) return invalid_vector();
  if (authenticates())
    if (auto fault = set_up_tag(options, iv_length)) return fault;
  if (EVP_CIPHER_CTX_set_key_length(context, static_cast<int>(options.key.size())) != 1)
    return CryptoFault{Kind::kRangeError, "Invalid key length", "ERR_CRYPTO_INVALID_KEYLEN"};
  const uint8_t* iv = options.iv && iv_length != 0 ? options.iv->data() : nullptr;
  if (EVP_CipherInit_ex(context, nullptr, nullptr, options.key.data(), iv, encrypts) != 1)
    return openssl_fault(kFailed);
  return {};
}

// GCM knows its tag's length in the end, the others must be told before they begin.
std::optional<CryptoFault> Cipher::set_up_tag(const Options& options, size_t iv_length) {
  if (EVP_CIPHER_CTX_ctrl(m_context.get(), EVP_CTRL_AEAD_SET_IVLEN, static_cast<int>(iv_length),
                          nullptr) != 1)
    return invalid_vector();
  m_tag_length = options.tag_length;
  if (mode() == EVP_CIPH_GCM_MODE) {
    if (m_tag_length && !is_gcm_tag_length(*m_tag_length)) return invalid_tag(*m_tag_length);
    return {};
  }
  if (!m_tag_length) {
    if (!is_chacha())
      return CryptoFault{Kind::kTypeError, "authTagLength required for " + options.name,
                         "ERR_CRYPTO_INVALID_AUTH_TAG"};
    m_tag_length = kUsualTagLength;
  }
  if (EVP_CIPHER_CTX_ctrl(m_context.get(), EVP_CTRL_AEAD_SET_TAG, static_cast<int>(*m_tag_length),
                          nullptr) != 1)
    return invalid_tag(*m_tag_length);
  if (mode() == EVP_CIPH_CCM_MODE) m_longest = longest_ccm_text(iv_length);
  return {};
}

// What decrypts must have its tag before it sees data.
bool Cipher::pass_tag() {
  if (m_tag_state != Tag::kKnown) return true;
  if (EVP_CIPHER_CTX_ctrl(m_context.get(), EVP_CTRL_AEAD_SET_TAG, static_cast<int>(m_tag.size()),
                          m_tag.data()) != 1)
    return false;
  m_tag_state = Tag::kPassed;
  return true;
}

bool Cipher::fits(size_t length) const {
  return mode() != EVP_CIPH_CCM_MODE || length <= m_longest;
}

CryptoResult<Bytes> Cipher::update(std::span<const uint8_t> data) {
  const CryptoFault failed{Kind::kError, "Trying to add data in unsupported state"};
  begin_openssl();
  if (!m_context || data.size() > INT32_MAX) return failed;
  if (!fits(data.size())) return invalid_message_length();
  const bool checks = !encrypts() && authenticates();
  if (checks && !pass_tag()) return failed;

  const auto length = static_cast<int>(data.size());
  Bytes output(data.size() + static_cast<size_t>(EVP_CIPHER_CTX_get_block_size(m_context.get())));
  int written = 0;
  // Wrapping may make more of it: it says how much.
  if (mode() == EVP_CIPH_WRAP_MODE &&
      EVP_CipherUpdate(m_context.get(), nullptr, &written, data.data(), length) == 1)
    output.resize(static_cast<size_t>(written));
  const bool done =
      EVP_CipherUpdate(m_context.get(), output.data(), &written, data.data(), length) == 1;
  if (!done && checks && mode() == EVP_CIPH_CCM_MODE) {
    m_authentication_failed = true;
    return Bytes();
  }
  if (!done) return failed;
  output.resize(static_cast<size_t>(written));
  return output;
}

bool Cipher::finish_into(Bytes& output) {
  const bool checks = !encrypts() && authenticates();
  if (checks && !pass_tag()) return false;
  // OpenSSL would be content without one.
  if (checks && is_chacha() && m_tag_state != Tag::kPassed) return false;
  if (checks && mode() == EVP_CIPH_CCM_MODE) return !m_authentication_failed;
  output.resize(static_cast<size_t>(EVP_CIPHER_CTX_get_block_size(m_context.get())));
  int written = 0;
  if (EVP_CipherFinal_ex(m_context.get(), output.data(), &written) != 1) return false;
  output.resize(static_cast<size_t>(written));
  if (!encrypts() || !authenticates()) return true;
  m_tag.resize(m_tag_length.value_or(kUsualTagLength));
  return EVP_CIPHER_CTX_ctrl(m_context.get(), EVP_CTRL_AEAD_GET_TAG, static_cast<int>(m_tag.size()),
                             m_tag.data()) == 1;
}

CryptoResult<Bytes> Cipher::finish() {
  begin_openssl();
  if (!m_context) return CryptoFault{Kind::kError, "Invalid state", "ERR_CRYPTO_INVALID_STATE"};
  const char* failed =
      authenticates() ? "Unsupported state or unable to authenticate data" : "Unsupported state";
  Bytes output;
  const bool done = finish_into(output);
  m_context.reset();
  if (!done) return openssl_fault(failed);
  return output;
}

bool Cipher::set_auto_padding(bool pads) {
  begin_openssl();
  return m_context && EVP_CIPHER_CTX_set_padding(m_context.get(), pads ? 1 : 0) == 1;
}

CryptoResult<bool> Cipher::set_auth_tag(std::span<const uint8_t> tag) {
  begin_openssl();
  if (!m_context || !authenticates() || encrypts() || m_tag_state != Tag::kUnknown) return false;
  const bool any_length = mode() == EVP_CIPH_GCM_MODE && !m_tag_length;
  if (any_length ? !is_gcm_tag_length(tag.size()) : tag.size() != m_tag_length)
    return invalid_tag(tag.size());
  m_tag.assign(tag.begin(), tag.end());
  m_tag_state = Tag::kKnown;
  return true;
}

CryptoResult<bool> Cipher::set_aad(std::span<const uint8_t> data,
                                   std::optional<uint32_t> text_length) {
  begin_openssl();
  if (!m_context || !authenticates()) return false;
  int written = 0;
  if (mode() == EVP_CIPH_CCM_MODE) {
    if (!text_length)
      return CryptoFault{Kind::kTypeError, "options.plaintextLength required for CCM mode with AAD",
                         "ERR_MISSING_ARGS"};
    if (!fits(*text_length)) return invalid_message_length();
    if (!encrypts() && !pass_tag()) return false;
    if (EVP_CipherUpdate(m_context.get(), nullptr, &written, nullptr,
                         static_cast<int>(*text_length)) != 1)
      return false;
  }
  return EVP_CipherUpdate(m_context.get(), nullptr, &written, data.data(),
                          static_cast<int>(data.size())) == 1;
}

std::optional<Bytes> Cipher::auth_tag() const {
  if (m_context || !encrypts() || m_tag.empty()) return {};
  return m_tag;
}

VirtualTime Cipher::update_cost(const sim::CostModel& costs, size_t bytes) const {
  return per_kib(bytes, costs.cipher_kib[static_cast<size_t>(m_family)]);
}

}  // namespace loopscope::os
