#include "core/os/crypto/crypto_fault.h"

#include <openssl/crypto.h>
#include <openssl/err.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace loopscope::os {

namespace {

std::string text_of(unsigned long error) {
  std::array<char, 256> text{};
  ERR_error_string_n(error, text.data(), text.size());
  return text.data();
}

// What stands between ERR_OSSL_ and the reason in Node's codes.
std::string_view code_part_of(int library) {
  struct Part {
    int library;
    std::string_view name;
  };
  static constexpr std::array<Part, 12> kParts = {{{ERR_LIB_SYS, "SYS_"},
                                                   {ERR_LIB_BN, "BN_"},
                                                   {ERR_LIB_RSA, "RSA_"},
                                                   {ERR_LIB_DH, "DH_"},
                                                   {ERR_LIB_EVP, "EVP_"},
                                                   {ERR_LIB_PEM, "PEM_"},
                                                   {ERR_LIB_ASN1, "ASN1_"},
                                                   {ERR_LIB_CRYPTO, "CRYPTO_"},
                                                   {ERR_LIB_EC, "EC_"},
                                                   {ERR_LIB_RAND, "RAND_"},
                                                   {ERR_LIB_HMAC, "HMAC_"},
                                                   {ERR_LIB_KDF, "KDF_"}}};
  for (const Part& part : kParts)
    if (part.library == library) return part.name;
  return "";
}

std::string code_of(int library, std::string_view reason) {
  std::string code = "ERR_OSSL_" + std::string(code_part_of(library));
  for (const char letter : reason)
    code +=
        letter == ' ' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
  return code;
}

}  // namespace

void begin_openssl() {
  // The machine's configuration could load other providers.
  static const int ready = OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr);
  (void)ready;
  ERR_clear_error();
}

CryptoFault openssl_fault(const char* otherwise) {
  const unsigned long error = ERR_get_error();
  if (error == 0) return {CryptoFault::Kind::kError, otherwise};
  CryptoFault fault{CryptoFault::Kind::kError, text_of(error)};
  const char* library = ERR_lib_error_string(error);
  const char* reason = ERR_reason_error_string(error);
  if (library != nullptr) fault.library = library;
  if (reason != nullptr) {
    fault.reason = reason;
    fault.code = code_of(ERR_GET_LIB(error), fault.reason);
  }
  while (const unsigned long other = ERR_get_error()) fault.stack.push_back(text_of(other));
  std::reverse(fault.stack.begin(), fault.stack.end());
  return fault;
}

}  // namespace loopscope::os
