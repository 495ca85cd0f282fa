#include <js/Array.h>
#include <js/ArrayBuffer.h>
#include <js/CharacterEncoding.h>
#include <js/Class.h>
#include <js/Object.h>
#include <js/experimental/TypedData.h>
#include <jsapi.h>
#include <unicode/ucnv.h>

#include <span>
#include <string>

#include "core/js/binding.h"
#include "core/js/encoding_utf8.h"
#include "core/js/native.h"

// internalBinding('encoding'): what TextEncoder and TextDecoder are made of. Legacy encodings are
// ICU's.
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

// unfinishedTail(bytes) -> how many bytes at the end begin a character
bool unfinished_tail(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const std::string bytes = copy_of(cx, args[0]);
  args.rval().setInt32(static_cast<int32_t>(unfinished_utf8_tail(as_bytes(bytes))));
  return true;
}

// ---- An object that owns an ICU converter ----

constexpr uint32_t kConverterSlot = 0;

UConverter* converter_of(JSObject* object) {
  const JS::Value slot = JS::GetReservedSlot(object, kConverterSlot);
  return slot.isUndefined() ? nullptr : static_cast<UConverter*>(slot.toPrivate());
}

void finalize_converter(JS::GCContext*, JSObject* object) {
  if (UConverter* converter = converter_of(object)) ucnv_close(converter);
}

constexpr JSClassOps kConverterOps = {
    nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, finalize_converter,
    nullptr, nullptr, nullptr};
constexpr JSClass kConverterClass = {
    "Converter", JSCLASS_HAS_RESERVED_SLOTS(1) | JSCLASS_FOREGROUND_FINALIZE, &kConverterOps};

// openConverter(encoding, fatal) -> a converter
bool open_converter(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string name;
  if (!to_utf8(cx, args.get(0), name)) return false;
  JS::RootedObject object(cx, JS_NewObject(cx, &kConverterClass));
  if (!object) return false;
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(name.c_str(), &status);
  if (U_FAILURE(status)) {
    JS_ReportErrorUTF8(cx, "no converter for %s", name.c_str());
    return false;
  }
  JS::SetReservedSlot(object, kConverterSlot, JS::PrivateValue(converter));
  if (args[1].toBoolean())
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  args.rval().setObject(*object);
  return true;
}

// convert(converter, bytes, flush) -> text, or undefined for invalid bytes
bool convert(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  UConverter* converter = converter_of(&args[0].toObject());
  const std::string bytes = copy_of(cx, args[1]);
  const bool flush = args[2].toBoolean();
  // No encoding gives more units than bytes, apart from what an earlier chunk has left.
  constexpr size_t kLeftOver = 32;
  std::u16string text(bytes.size() * 2 + kLeftOver, u'\0');
  const char* source = bytes.data();
  char16_t* target = text.data();
  UErrorCode status = U_ZERO_ERROR;
  ucnv_toUnicode(converter, &target, text.data() + text.size(), &source, source + bytes.size(),
                 nullptr, static_cast<UBool>(flush), &status);
  if (flush || U_FAILURE(status)) ucnv_reset(converter);
  args.rval().setUndefined();
  if (U_FAILURE(status)) return true;
  const auto length = static_cast<size_t>(target - text.data());
  return return_string(JS_NewUCStringCopyN(cx, text.data(), length), args.rval());
}

}  // namespace

bool init_encoding_binding(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target,
                        {{"convert", convert, 3},
                         {"decodeLatin1", decode_latin1, 1},
                         {"decodeUtf8", decode_utf8_native, 2},
                         {"encode", encode, 1},
                         {"encodeInto", encode_into, 2},
                         {"openConverter", open_converter, 2},
                         {"unfinishedTail", unfinished_tail, 1}});
}

}  // namespace loopscope::host
