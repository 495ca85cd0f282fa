#include "core/os/crypto/cipher_info.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/objects.h>

#include <memory>

#include "core/os/crypto/crypto_fault.h"

namespace loopscope::os {

namespace {

struct FreeCipher {
  void operator()(EVP_CIPHER* cipher) const { EVP_CIPHER_free(cipher); }
};

struct FreeContext {
  void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};

std::string_view mode_name(const EVP_CIPHER* cipher) {
  switch (EVP_CIPHER_get_mode(cipher)) {
    case EVP_CIPH_ECB_MODE:
      return "ecb";
    case EVP_CIPH_CBC_MODE:
      return "cbc";
    case EVP_CIPH_CFB_MODE:
      return "cfb";
    case EVP_CIPH_OFB_MODE:
      return "ofb";
    case EVP_CIPH_CTR_MODE:
      return "ctr";
    case EVP_CIPH_GCM_MODE:
      return "gcm";
    case EVP_CIPH_CCM_MODE:
      return "ccm";
    case EVP_CIPH_XTS_MODE:
      return "xts";
    case EVP_CIPH_WRAP_MODE:
      return "wrap";
    case EVP_CIPH_OCB_MODE:
      return "ocb";
    case EVP_CIPH_STREAM_CIPHER:
      return "stream";
    default:
      return "";
  }
}

bool takes_any_vector(const EVP_CIPHER* cipher) {
  const int mode = EVP_CIPHER_get_mode(cipher);
  return mode == EVP_CIPH_GCM_MODE || mode == EVP_CIPH_CCM_MODE || mode == EVP_CIPH_OCB_MODE ||
         EVP_CIPHER_get_nid(cipher) == NID_chacha20_poly1305;
}

// Lengths other than its own: whether it would take them.
bool accepts(const EVP_CIPHER* cipher, std::optional<int> key_length,
             std::optional<int> iv_length) {
  const std::unique_ptr<EVP_CIPHER_CTX, FreeContext> context(EVP_CIPHER_CTX_new());
  if (EVP_CipherInit_ex(context.get(), cipher, nullptr, nullptr, nullptr, 1) != 1) return false;
  if (key_length && EVP_CIPHER_CTX_set_key_length(context.get(), *key_length) != 1) return false;
  if (!iv_length) return true;
  if (!takes_any_vector(cipher)) return *iv_length == EVP_CIPHER_get_iv_length(cipher);
  return EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_IVLEN, *iv_length, nullptr) == 1;
}

std::optional<CipherInfo> info_of(const EVP_CIPHER* cipher, std::optional<int> key_length,
                                  std::optional<int> iv_length) {
  if (cipher == nullptr) return {};
  const bool own_lengths = !key_length && !iv_length;
  if (!own_lengths && !accepts(cipher, key_length, iv_length)) return {};
  CipherInfo info;
  info.mode = mode_name(cipher);
  info.number = EVP_CIPHER_get_nid(cipher);
  info.name = OBJ_nid2sn(info.number);
  info.key_length = key_length.value_or(EVP_CIPHER_get_key_length(cipher));
  info.iv_length = iv_length.value_or(EVP_CIPHER_get_iv_length(cipher));
  const bool is_stream = EVP_CIPHER_get_mode(cipher) == EVP_CIPH_STREAM_CIPHER;
  info.block_size = is_stream ? 0 : EVP_CIPHER_get_block_size(cipher);
  return info;
}

// Of an alias there is no cipher given.
void add_name(const EVP_CIPHER*, const char* from, const char*, void* names) {
  const EVP_CIPHER* known = from != nullptr ? EVP_get_cipherbyname(from) : nullptr;
  if (known == nullptr) return;
  const std::unique_ptr<EVP_CIPHER, FreeCipher> usable(
      EVP_CIPHER_fetch(nullptr, EVP_CIPHER_get0_name(known), nullptr));
  if (usable) static_cast<std::vector<std::string>*>(names)->emplace_back(from);
}

}  // namespace

std::optional<CipherInfo> cipher_info(const std::string& name, std::optional<int> key_length,
                                      std::optional<int> iv_length) {
  begin_openssl();
  return info_of(EVP_get_cipherbyname(name.c_str()), key_length, iv_length);
}

std::optional<CipherInfo> cipher_info(int number, std::optional<int> key_length,
                                      std::optional<int> iv_length) {
  begin_openssl();
  const char* name = OBJ_nid2sn(number);
  if (name == nullptr) return {};
  return info_of(EVP_get_cipherbyname(name), key_length, iv_length);
}

std::vector<std::string> cipher_names() {
  begin_openssl();
  std::vector<std::string> names;
  EVP_CIPHER_do_all_sorted(add_name, &names);
  ERR_clear_error();
  return names;
}

}  // namespace loopscope::os
