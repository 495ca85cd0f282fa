#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/os/crypto/cipher.h"
#include "core/os/crypto/cipher_info.h"
#include "core/os/crypto/crypto_costs.h"
#include "core/os/crypto/digest.h"
#include "core/os/crypto/hmac.h"
#include "core/os/crypto/key_derivation.h"
#include "core/os/crypto/random_fill.h"

using namespace loopscope;
using os::Bytes;
using os::Cipher;
using os::Digest;

namespace {

Bytes bytes(std::string_view text) {
  return {text.begin(), text.end()};
}

std::string hex(const Bytes& data) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const uint8_t byte : data) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

Bytes from_hex(std::string_view text) {
  Bytes data;
  for (size_t i = 0; i + 1 < text.size(); i += 2)
    data.push_back(static_cast<uint8_t>(std::stoi(std::string(text.substr(i, 2)), nullptr, 16)));
  return data;
}

std::string hash(const std::string& name, std::string_view text,
                 std::optional<uint32_t> length = {}) {
  auto digest = Digest::create(name, length);
  REQUIRE(digest);
  (*digest)->update(bytes(text));
  return hex((*digest)->finish());
}

Cipher::Pointer cipher_of(Cipher::Options options) {
  auto cipher = Cipher::create(options);
  REQUIRE(cipher);
  return std::move(*cipher);
}

std::string code_of(Cipher::Options options) {
  const auto cipher = Cipher::create(options);
  REQUIRE_FALSE(cipher);
  return cipher.fault().code;
}

constexpr auto kDecrypt = Cipher::Direction::kDecrypt;
constexpr auto kEncrypt = Cipher::Direction::kEncrypt;

}  // namespace

TEST_CASE("hashes are those of their standards") {
  CHECK(hash("md5", "abc") == "900150983cd24fb0d6963f7d28e17f72");           // RFC 1321
  CHECK(hash("sha1", "abc") == "a9993e364706816aba3e25717850c26c9cd0d89d");  // FIPS 180
  CHECK(hash("SHA2-256", "abc") ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(hash("shake128", "") == "7f9c2ba4e88f827d616045507605853e");  // FIPS 202
  CHECK(hash("shake128", "", 4) == "7f9c2ba4");
  CHECK(hash("shake128", "", 0).empty());
}

TEST_CASE("a hash that was copied goes on by itself") {
  auto one = Digest::create("sha1", {});
  REQUIRE(one);
  (*one)->update(bytes("ab"));
  auto other = (*one)->copy({});
  REQUIRE(other);
  (*one)->update(bytes("x"));
  (*other)->update(bytes("c"));
  CHECK(hex((*other)->finish()) == "a9993e364706816aba3e25717850c26c9cd0d89d");
  CHECK((*one)->finish() != (*other)->finish());
  CHECK_FALSE((*one)->update(bytes("late")));
}

TEST_CASE("a hash that cannot be made says why") {
  const auto unknown = Digest::create("nope", {});
  REQUIRE_FALSE(unknown);
  CHECK(unknown.fault().message == "Digest method not supported");
  const auto fixed = Digest::create("md5", 5);
  REQUIRE_FALSE(fixed);
  CHECK(fixed.fault().code == "ERR_OSSL_EVP_NOT_XOF_OR_INVALID_LENGTH");
  CHECK(fixed.fault().reason == "not XOF or invalid length");
  const auto gone = Digest::create("md4", {});
  REQUIRE_FALSE(gone);
  CHECK(gone.fault().code == "ERR_OSSL_EVP_UNSUPPORTED");
}

TEST_CASE("HMAC is that of RFC 2202") {
  auto hmac = os::Hmac::create("md5", bytes("Jefe"));
  REQUIRE(hmac);
  (*hmac)->update(bytes("what do ya want "));
  (*hmac)->update(bytes("for nothing?"));
  CHECK(hex((*hmac)->finish()) == "750c783e6ab0b503eaa86e310a5db738");
  CHECK(os::Hmac::create("sha256", {}));
  CHECK_FALSE(os::Hmac::create("nope", {}));
}

TEST_CASE("keys are derived as in RFC 6070, 7914 and 5869") {
  const os::Pbkdf2 pbkdf2{"sha1", bytes("password"), bytes("salt"), 2, 20};
  REQUIRE(pbkdf2.check());
  CHECK(hex(*pbkdf2.derive()) == "ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957");
  const os::Scrypt scrypt{{}, {}, 16, 1, 1, 32 << 20, 16};
  REQUIRE(scrypt.check());
  CHECK(hex(*scrypt.derive()) == "77d6576238657b203b19ca42c18a0497");
  const os::Hkdf hkdf{"sha256", Bytes(22, 0x0b), from_hex("000102030405060708090a0b0c"),
                      from_hex("f0f1f2f3f4f5f6f7f8f9"), 42};
  REQUIRE(hkdf.check());
  CHECK(hex(*hkdf.derive()) ==
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
}

TEST_CASE("what cannot be derived is known before") {
  CHECK(os::Pbkdf2{"nope", {}, {}, 1, 1}.check().fault().code == "ERR_CRYPTO_INVALID_DIGEST");
  CHECK(os::Scrypt{{}, {}, 3, 1, 1, 1 << 20, 1}.check().fault().message == "Invalid scrypt params");
  CHECK(os::Scrypt{{}, {}, 1 << 20, 8, 1, 1 << 20, 1}.check().fault().code ==
        "ERR_CRYPTO_INVALID_SCRYPT_PARAMS");
  CHECK(os::Hkdf{"md5", {}, {}, {}, 16 * 255 + 1}.check().fault().code ==
        "ERR_CRYPTO_INVALID_KEYLEN");
}

TEST_CASE("deriving a key costs iterations times pieces") {
  const sim::CostModel costs;
  const auto cost = [&](uint32_t iterations, size_t length) {
    return os::Pbkdf2{"sha512", {}, {}, iterations, length}.cost(costs) - costs.crypto_call;
  };
  CHECK(cost(100'000, 64) == VirtualTime::from_ms(80));
  CHECK(cost(100'000, 1) == cost(100'000, 64));
  CHECK(cost(100'000, 65).ns == 2 * cost(100'000, 64).ns);
  CHECK(os::digest_family("RSA-SHA512") == sim::DigestFamily::kSha512);
  CHECK(os::digest_family("SHA3-256") == sim::DigestFamily::kSha3);
  CHECK(os::digest_family("SHA2-512/256") == sim::DigestFamily::kSha512);
  CHECK(os::cipher_family("AES-128-GCM") == sim::CipherFamily::kFast);
  CHECK(os::cipher_family("des-ede3-cbc") == sim::CipherFamily::kTripleDes);
}

// NIST SP 800-38A, F.2.1.
TEST_CASE("AES in CBC mode encrypts and decrypts") {
  const Cipher::Options options{"aes-128-cbc", kEncrypt,
                                from_hex("2b7e151628aed2a6abf7158809cf4f3c"),
                                from_hex("000102030405060708090a0b0c0d0e0f")};
  auto cipher = cipher_of(options);
  REQUIRE(cipher->set_auto_padding(false));
  const Bytes text = from_hex("6bc1bee22e409f96e93d7e117393172a");
  CHECK(hex(*cipher->update(text)) == "7649abac8119b246cee98e9b12e9197d");
  CHECK((*cipher->finish()).empty());
  CHECK(cipher->finish().fault().code == "ERR_CRYPTO_INVALID_STATE");
  CHECK_FALSE(cipher->set_auto_padding(true));
  CHECK_FALSE(cipher->update(text));

  Cipher::Options back = options;
  back.direction = kDecrypt;
  auto decipher = cipher_of(back);
  decipher->set_auto_padding(false);
  CHECK(*decipher->update(from_hex("7649abac8119b246cee98e9b12e9197d")) == text);
}

// The Galois/Counter Mode of Operation, test case 4.
TEST_CASE("GCM makes a tag and checks it") {
  const Cipher::Options options{"aes-128-gcm", kEncrypt,
                                from_hex("feffe9928665731c6d6a8f9467308308"),
                                from_hex("cafebabefacedbaddecaf888")};
  const Bytes text = from_hex(
      "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6"
      "b525b16aedf5aa0de657ba637b39");
  const Bytes header = from_hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
  auto cipher = cipher_of(options);
  CHECK(*cipher->set_aad(header, {}));
  const Bytes sealed = *cipher->update(text);
  CHECK_FALSE(cipher->auth_tag());
  REQUIRE(cipher->finish());
  REQUIRE(cipher->auth_tag());
  CHECK(hex(*cipher->auth_tag()) == "5bc94fbc3221a5db94fae95ae7121a47");

  for (const bool spoiled : {false, true}) {
    Cipher::Options back = options;
    back.direction = kDecrypt;
    auto decipher = cipher_of(back);
    Bytes tag = *cipher->auth_tag();
    if (spoiled) tag[0] ^= 1;
    CHECK(decipher->set_auth_tag(Bytes(3)).fault().code == "ERR_CRYPTO_INVALID_AUTH_TAG");
    CHECK(*decipher->set_auth_tag(tag));
    CHECK_FALSE(*decipher->set_auth_tag(tag));
    CHECK(*decipher->set_aad(header, {}));
    CHECK(*decipher->update(sealed) == text);
    const auto end = decipher->finish();
    CHECK(static_cast<bool>(end) == !spoiled);
    if (spoiled) CHECK(end.fault().message == "Unsupported state or unable to authenticate data");
  }
}

TEST_CASE("a cipher that cannot be made says why") {
  const Bytes key(16);
  CHECK(code_of({"nope", kEncrypt, key, key}) == "ERR_CRYPTO_UNKNOWN_CIPHER");
  CHECK(code_of({"aes-128-cbc", kEncrypt, Bytes(15), key}) == "ERR_CRYPTO_INVALID_KEYLEN");
  CHECK(code_of({"aes-128-cbc", kEncrypt, key, Bytes(15)}) == "ERR_CRYPTO_INVALID_IV");
  CHECK(code_of({"aes-128-cbc", kEncrypt, key, {}}) == "ERR_CRYPTO_INVALID_IV");
  CHECK(code_of({"aes-128-gcm", kEncrypt, key, key, 5}) == "ERR_CRYPTO_INVALID_AUTH_TAG");
  CHECK(code_of({"aes-128-ccm", kEncrypt, key, Bytes(12)}) == "ERR_CRYPTO_INVALID_AUTH_TAG");
}

TEST_CASE("padding that is not there is an error") {
  auto decipher = cipher_of({"aes-128-cbc", kDecrypt, Bytes(16), Bytes(16)});
  REQUIRE(decipher->update(Bytes(16)));
  const auto end = decipher->finish();
  REQUIRE_FALSE(end);
  CHECK(end.fault().code == "ERR_OSSL_BAD_DECRYPT");
}

TEST_CASE("what is known of ciphers") {
  const auto info = os::cipher_info("AES-256-GCM", {}, {});
  REQUIRE(info);
  CHECK(info->mode == "gcm");
  CHECK(info->key_length == 32);
  CHECK(info->iv_length == 12);
  CHECK(os::cipher_info("aes-128-gcm", {}, 5)->iv_length == 5);
  CHECK_FALSE(os::cipher_info("aes-128-cbc", {}, 5));
  CHECK_FALSE(os::cipher_info("aes-128-cbc", 5, {}));
  CHECK_FALSE(os::cipher_info("nope", {}, {}));
}

TEST_CASE("random bytes are the seed's") {
  const auto drawn = [](uint64_t seed, size_t size) {
    sim::SeededChoices choices(seed);
    Bytes data(size);
    os::random_fill(choices, data);
    return data;
  };
  CHECK(drawn(1, 100) == drawn(1, 100));
  CHECK(drawn(1, 100) != drawn(2, 100));
  const Bytes few = drawn(1, 13);
  const Bytes more = drawn(1, 100);
  CHECK(std::equal(few.begin(), few.end(), more.begin()));
}
