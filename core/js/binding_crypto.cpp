#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/crypto_jobs.h"
#include "core/js/crypto_values.h"
#include "core/js/native.h"
#include "core/os/crypto/cipher.h"
#include "core/os/crypto/cipher_info.h"
#include "core/os/crypto/digest.h"
#include "core/os/crypto/hmac.h"

// internalBinding('crypto'): core/os/crypto for node/internal/crypto/*.js, which gives arguments of
// the right types. What cannot be done comes back as a fault (crypto_values.h). The calling agent
// pays for what it does at once; crypto_jobs.h has what the pool can do.
namespace loopscope::host {

namespace {

using os::Cipher;
using os::Digest;
using os::Hmac;

// ---- Hashes ----

// createDigest(name, output length or undefined)
bool create_digest(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string name;
  if (!to_utf8(cx, args[0], name)) return false;
  Agent& agent = agent_from(cx);
  agent.meter().charge(agent.options().costs.crypto_call);
  return set_created(cx, Digest::create(name, optional_number(args.get(1))), args.rval());
}

// copyDigest(digest, output length or undefined)
bool copy_digest(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  return set_created(cx, Holder<Digest>::of(args[0]).copy(optional_number(args.get(1))),
                     args.rval());
}

// createHmac(name, key)
bool create_hmac(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string name;
  if (!to_utf8(cx, args[0], name)) return false;
  Agent& agent = agent_from(cx);
  agent.meter().charge(agent.options().costs.crypto_call);
  return set_created(cx, Hmac::create(name, copied_bytes(args[1])), args.rval());
}

// updateDigest and updateHmac(object, bytes) -> done
template <typename Hash>
bool update_hash(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  Hash& hash = Holder<Hash>::of(args[0]);
  const JS::AutoCheckCannotGC nogc;
  const std::span<const uint8_t> data = bytes_of(args[1], nogc);
  agent.meter().charge(hash.update_cost(agent.options().costs, data.size()));
  args.rval().setBoolean(hash.update(data));
  return true;
}

// finishDigest and finishHmac(object) -> ArrayBuffer
template <typename Hash>
bool finish_hash(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  return set_bytes(cx, Holder<Hash>::of(args[0]).finish(), args.rval());
}

bool digest_names(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  return set_names(cx, os::digest_names(), args.rval());
}

// ---- Ciphers ----

// createCipher(name, encrypts, key, iv or null, tag length or undefined)
bool create_cipher(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Cipher::Options options;
  if (!to_utf8(cx, args[0], options.name)) return false;
  options.direction =
      args[1].toBoolean() ? Cipher::Direction::kEncrypt : Cipher::Direction::kDecrypt;
  options.key = copied_bytes(args[2]);
  if (args[3].isObject()) options.iv = copied_bytes(args[3]);
  options.tag_length = optional_number(args.get(4));
  Agent& agent = agent_from(cx);
  agent.meter().charge(agent.options().costs.crypto_call);
  return set_created(cx, Cipher::create(options), args.rval());
}

// updateCipher(cipher, bytes) -> ArrayBuffer
bool update_cipher(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  Cipher& cipher = Holder<Cipher>::of(args[0]);
  const os::Bytes data = copied_bytes(args[1]);
  agent.meter().charge(cipher.update_cost(agent.options().costs, data.size()));
  return set_outcome(cx, cipher.update(data), args.rval());
}

// finishCipher(cipher) -> ArrayBuffer
bool finish_cipher(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  return set_outcome(cx, Holder<Cipher>::of(args[0]).finish(), args.rval());
}

// setAutoPadding(cipher, pads) -> done
bool set_auto_padding(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setBoolean(Holder<Cipher>::of(args[0]).set_auto_padding(args[1].toBoolean()));
  return true;
}

bool set_done(JSContext* cx, os::CryptoResult<bool> outcome, JS::MutableHandleValue result) {
  if (!outcome) return set_fault(cx, outcome.fault(), result);
  result.setBoolean(*outcome);
  return true;
}

// setAuthTag(cipher, tag) -> done
bool set_auth_tag(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  return set_done(cx, Holder<Cipher>::of(args[0]).set_auth_tag(copied_bytes(args[1])), args.rval());
}

// setAAD(cipher, bytes, length of the text or undefined) -> done
bool set_aad(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  return set_done(
      cx, Holder<Cipher>::of(args[0]).set_aad(copied_bytes(args[1]), optional_number(args.get(2))),
      args.rval());
}

// authTag(cipher) -> ArrayBuffer or undefined
bool auth_tag(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const std::optional<os::Bytes> tag = Holder<Cipher>::of(args[0]).auth_tag();
  args.rval().setUndefined();
  return !tag || set_bytes(cx, *tag, args.rval());
}

bool cipher_names(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  return set_names(cx, os::cipher_names(), args.rval());
}

bool define_number(JSContext* cx, JS::HandleObject object, const char* name, int number) {
  return JS_DefineProperty(cx, object, name, number, JSPROP_ENUMERATE);
}

bool define_text(JSContext* cx, JS::HandleObject object, const char* name, std::string_view text) {
  JS::RootedString string(cx, JS_NewStringCopyN(cx, text.data(), text.size()));
  return string && JS_DefineProperty(cx, object, name, string, JSPROP_ENUMERATE);
}

std::optional<int> optional_int(JS::HandleValue value) {
  return value.isNumber() ? std::optional(static_cast<int>(value.toNumber())) : std::nullopt;
}

// cipherInfo(name or number, key length or undefined, iv length or undefined) -> object or
// undefined
bool cipher_info(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::optional<os::CipherInfo> info;
  const std::optional<int> key_length = optional_int(args.get(1));
  const std::optional<int> iv_length = optional_int(args.get(2));
  if (args[0].isNumber()) {
    info = os::cipher_info(static_cast<int>(args[0].toNumber()), key_length, iv_length);
  } else {
    std::string name;
    if (!to_utf8(cx, args[0], name)) return false;
    info = os::cipher_info(name, key_length, iv_length);
  }
  args.rval().setUndefined();
  if (!info) return true;
  JS::RootedObject object(cx, JS_NewPlainObject(cx));
  if (!object || !define_text(cx, object, "mode", info->mode) ||
      !define_text(cx, object, "name", info->name) ||
      !define_number(cx, object, "nid", info->number) ||
      (info->block_size != 0 && !define_number(cx, object, "blockSize", info->block_size)) ||
      (info->iv_length != 0 && !define_number(cx, object, "ivLength", info->iv_length)) ||
      !define_number(cx, object, "keyLength", info->key_length))
    return false;
  args.rval().setObject(*object);
  return true;
}

// areEqual(one, other), of the same length
bool are_equal(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  args.rval().setBoolean(copied_bytes(args[0]) == copied_bytes(args[1]));
  return true;
}

}  // namespace

bool init_crypto_binding(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target,
                        {{"createDigest", create_digest, 2},
                         {"copyDigest", copy_digest, 2},
                         {"updateDigest", update_hash<Digest>, 2},
                         {"finishDigest", finish_hash<Digest>, 1},
                         {"createHmac", create_hmac, 2},
                         {"updateHmac", update_hash<Hmac>, 2},
                         {"finishHmac", finish_hash<Hmac>, 1},
                         {"digestNames", digest_names, 0},
                         {"createCipher", create_cipher, 5},
                         {"updateCipher", update_cipher, 2},
                         {"finishCipher", finish_cipher, 1},
                         {"setAutoPadding", set_auto_padding, 2},
                         {"setAuthTag", set_auth_tag, 2},
                         {"setAAD", set_aad, 3},
                         {"authTag", auth_tag, 1},
                         {"cipherNames", cipher_names, 0},
                         {"cipherInfo", cipher_info, 3},
                         {"areEqual", are_equal, 2}}) &&
         define_crypto_jobs(cx, target);
}

}  // namespace loopscope::host
