#include <js/Array.h>
#include <js/ArrayBuffer.h>
#include <js/CharacterEncoding.h>
#include <js/Class.h>
#include <js/Object.h>
#include <js/experimental/TypedData.h>
#include <jsapi.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "core/js/binding.h"
#include "core/js/encoding_utf8.h"
#include "core/js/icu_decoder.h"
#include "core/js/native.h"

// internalBinding('encoding'): what TextEncoder and TextDecoder are made of.
namespace loopscope::host {

namespace {

std::string copy_of(JSContext* cx, JS::HandleValue view) {
  const JS::AutoCheckCannotGC nogc(cx);
  bool is_shared = false;
  JSObject* object = &view.toObject();
  const auto* data = static_cast<const char*>(JS_GetArrayBufferViewData(object, &is_shared, nogc));
  const size_t size = JS_GetArrayBufferViewByteLength(object);
  return size == 0 ? std::string() : std::string(data, size);
}

std::span<const uint8_t> as_bytes(const std::string& text) {
  return {reinterpret_cast<const uint8_t*>(text.data()), text.size()};
}

bool return_string(JSString* string, JS::MutableHandleValue result) {
  if (string == nullptr) return false;
  result.setString(string);
  return true;
}

// encode(string) -> Uint8Array
bool encode(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string bytes;
  if (!to_utf8(cx, args.get(0), bytes)) return false;
  JS::RootedObject array(cx, JS_NewUint8Array(cx, bytes.size()));
  if (!array) return false;
  {
    const JS::AutoCheckCannotGC nogc(cx);
    bool is_shared = false;
    uint8_t* data = JS_GetUint8ArrayData(array, &is_shared, nogc);
    std::copy(bytes.begin(), bytes.end(), data);
  }
  args.rval().setObject(*array);
  return true;
}

// encodeInto(string, Uint8Array) -> [units read, bytes written]
bool encode_into(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedString string(cx, args[0].toString());
  if (JS_EnsureLinearString(cx, string) == nullptr) return false;
  JS::RootedValueArray<2> counts(cx);
  {
    const JS::AutoCheckCannotGC nogc(cx);
    bool is_shared = false;
    JSObject* array = &args[1].toObject();
    auto* data = static_cast<char*>(JS_GetArrayBufferViewData(array, &is_shared, nogc));
    const size_t size = JS_GetArrayBufferViewByteLength(array);
    const auto result = JS_EncodeStringToUTF8BufferPartial(cx, string, mozilla::Span(data, size));
    if (!result) return false;
    counts[0].setNumber(static_cast<double>(mozilla::Get<0>(*result)));
    counts[1].setNumber(static_cast<double>(mozilla::Get<1>(*result)));
  }
  JSObject* list = JS::NewArrayObject(cx, counts);
  if (list == nullptr) return false;
  args.rval().setObject(*list);
  return true;
}

// decodeUtf8(bytes, fatal) -> text, or undefined if the bytes are invalid and that is fatal
bool decode_utf8_native(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const std::string bytes = copy_of(cx, args[0]);
  std::u16string text;
  bool invalid = false;
  decode_utf8(as_bytes(bytes), text, invalid);
  args.rval().setUndefined();
  if (invalid && args[1].toBoolean()) return true;
  return return_string(JS_NewUCStringCopyN(cx, text.data(), text.size()), args.rval());
}

bool decode_latin1(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const std::string bytes = copy_of(cx, args[0]);
  return return_string(JS_NewStringCopyN(cx, bytes.data(), bytes.size()), args.rval());
}

// ---- An object that owns a decoder ----

constexpr uint32_t kDecoderSlot = 0;

IcuDecoder* decoder_of(JSObject* object) {
  const JS::Value slot = JS::GetReservedSlot(object, kDecoderSlot);
  return slot.isUndefined() ? nullptr : static_cast<IcuDecoder*>(slot.toPrivate());
}

void finalize_decoder(JS::GCContext*, JSObject* object) {
  delete decoder_of(object);
}

constexpr JSClassOps kDecoderOps = {nullptr, nullptr,          nullptr, nullptr, nullptr,
                                    nullptr, finalize_decoder, nullptr, nullptr, nullptr};
constexpr JSClass kDecoderClass = {
    "IcuDecoder", JSCLASS_HAS_RESERVED_SLOTS(1) | JSCLASS_FOREGROUND_FINALIZE, &kDecoderOps};

// openDecoder(encoding, fatal) -> a decoder
bool open_decoder(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string encoding;
  if (!to_utf8(cx, args.get(0), encoding)) return false;
  JSObject* object = JS_NewObject(cx, &kDecoderClass);
  if (object == nullptr) return false;
  std::unique_ptr<IcuDecoder> decoder = IcuDecoder::open(encoding, args[1].toBoolean());
  if (decoder == nullptr) {
    JS_ReportErrorUTF8(cx, "no decoder for %s", encoding.c_str());
    return false;
  }
  JS::SetReservedSlot(object, kDecoderSlot, JS::PrivateValue(decoder.release()));
  args.rval().setObject(*object);
  return true;
}

// decodeChunk(decoder, bytes, flush) -> text, or undefined for invalid bytes if they are fatal
bool decode_chunk(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  IcuDecoder& decoder = *decoder_of(&args[0].toObject());
  const std::string bytes = copy_of(cx, args[1]);
  const std::optional<std::u16string> text = decoder.decode(bytes, args[2].toBoolean());
  args.rval().setUndefined();
  if (!text) return true;
  return return_string(JS_NewUCStringCopyN(cx, text->data(), text->size()), args.rval());
}

}  // namespace

bool init_encoding_binding(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target,
                        {{"decodeChunk", decode_chunk, 3},
                         {"decodeLatin1", decode_latin1, 1},
                         {"decodeUtf8", decode_utf8_native, 2},
                         {"encode", encode, 1},
                         {"encodeInto", encode_into, 2},
                         {"openDecoder", open_decoder, 2}});
}

}  // namespace loopscope::host
