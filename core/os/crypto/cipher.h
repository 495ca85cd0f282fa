#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "core/os/crypto/crypto_fault.h"
#include "core/sim/cost_model.h"

struct evp_cipher_ctx_st;

namespace loopscope::os {

// Encrypts or decrypts data that comes in pieces, with Node's rules for what may be asked of it
// when. Those that authenticate (GCM, CCM, OCB, ChaCha20-Poly1305) make or check a tag.
class Cipher {
 public:
  using Pointer = std::unique_ptr<Cipher>;

  enum class Direction : uint8_t { kDecrypt, kEncrypt };

  struct Options {
    std::string name;
    Direction direction = Direction::kEncrypt;
    Bytes key = {};
    std::optional<Bytes> iv = {};
    std::optional<uint32_t> tag_length = {};
  };

  static CryptoResult<Pointer> create(const Options& options);

  CryptoResult<Bytes> update(std::span<const uint8_t> data);
  // Ends it: afterwards nothing but the tag can be had.
  CryptoResult<Bytes> finish();

  // These give false where it is not the time for them, or not the kind of cipher.
  bool set_auto_padding(bool pads);
  CryptoResult<bool> set_auth_tag(std::span<const uint8_t> tag);
  // CCM must know how long the text will be.
  CryptoResult<bool> set_aad(std::span<const uint8_t> data, std::optional<uint32_t> text_length);
  // The tag of what was encrypted, once it is finished.
  std::optional<Bytes> auth_tag() const;

  VirtualTime update_cost(const sim::CostModel& costs, size_t bytes) const;

 private:
  struct Free {
    void operator()(evp_cipher_ctx_st* context) const;
  };
  enum class Tag : uint8_t { kUnknown, kKnown, kPassed };

  explicit Cipher(Direction direction) : m_direction(direction) {}

  bool encrypts() const { return m_direction == Direction::kEncrypt; }
  int mode() const;
  bool is_chacha() const;
  bool authenticates() const;
  std::optional<CryptoFault> set_up(const Options& options);
  std::optional<CryptoFault> set_up_tag(const Options& options, size_t iv_length);
  bool pass_tag();
  bool fits(size_t length) const;
  bool finish_into(Bytes& output);

  Direction m_direction;
  std::unique_ptr<evp_cipher_ctx_st, Free> m_context;  // null: finished
  sim::CipherFamily m_family{};
  std::optional<size_t> m_tag_length;
  Bytes m_tag;
  Tag m_tag_state = Tag::kUnknown;
  size_t m_longest = INT32_MAX;          // text that CCM takes with its vector
  bool m_authentication_failed = false;  // CCM sees it at once; it is told in the end
};

}  // namespace loopscope::os
