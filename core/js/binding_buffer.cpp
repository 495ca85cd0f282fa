#include <js/Array.h>
#include <js/CharacterEncoding.h>
#include <js/experimental/TypedData.h>
#include <jsapi.h>

#include <algorithm>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/describe.h"
#include "core/js/encoding_base64.h"
#include "core/js/encoding_utf8.h"
#include "core/js/native.h"

// internalBinding('buffer'): bytes to text and back, and what is slow byte by byte in a script.
// Arguments have been checked by node/buffer.js: views are views, ranges lie inside them.
namespace loopscope::host {

namespace {

enum class Encoding : int32_t { kAscii, kUtf8, kBase64, kUtf16le, kLatin1, kHex, kBase64url };

using Bytes = std::span<uint8_t>;
using ConstBytes = std::span<const uint8_t>;

// The bytes of a view. Moves when the collector runs: `nogc` proves that it does not.
Bytes bytes_of(JSObject* view, const JS::AutoRequireNoGC& nogc) {
  bool is_shared = false;
  auto* data = static_cast<uint8_t*>(JS_GetArrayBufferViewData(view, &is_shared, nogc));
  return {data, JS_GetArrayBufferViewByteLength(view)};
}

Bytes range_of(JSObject* view, JS::HandleValue start, JS::HandleValue end,
               const JS::AutoRequireNoGC& nogc) {
  const Bytes bytes = bytes_of(view, nogc);
  const size_t last = std::min(bytes.size(), static_cast<size_t>(std::max(0.0, end.toNumber())));
  const size_t first = std::min(last, static_cast<size_t>(std::max(0.0, start.toNumber())));
  return bytes.subspan(first, last - first);
}

bool return_ascii(JSContext* cx, std::string_view text, JS::MutableHandleValue result) {
  JSString* string = JS_NewStringCopyN(cx, text.data(), text.size());
  if (string == nullptr) return false;
  result.setString(string);
  return true;
}

bool return_utf16(JSContext* cx, std::u16string_view text, JS::MutableHandleValue result) {
  JSString* string = JS_NewUCStringCopyN(cx, text.data(), text.size());
  if (string == nullptr) return false;
  result.setString(string);
  return true;
}

std::string_view as_chars(ConstBytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// ---- Bytes to text ----

bool decode_as_utf8(JSContext* cx, const std::string& bytes, JS::MutableHandleValue result) {
  const ConstBytes view(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
  if (is_ascii(view)) return return_ascii(cx, bytes, result);
  std::u16string text;
  bool invalid = false;
  decode_utf8(view, text, invalid);
  return return_utf16(cx, text, result);
}

bool decode_as_utf16(JSContext* cx, const std::string& bytes, JS::MutableHandleValue result) {
  std::u16string text(bytes.size() / 2, u'\0');
  std::memcpy(text.data(), bytes.data(), text.size() * 2);
  return return_utf16(cx, text, result);
}

bool decode_bytes(JSContext* cx, std::string bytes, Encoding encoding,
                  JS::MutableHandleValue result) {
  const ConstBytes view(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
  switch (encoding) {
    case Encoding::kAscii:
      for (char& byte : bytes) byte = static_cast<char>(byte & 0x7F);
      return return_ascii(cx, bytes, result);
    case Encoding::kLatin1:
      return return_ascii(cx, bytes, result);
    case Encoding::kUtf8:
      return decode_as_utf8(cx, bytes, result);
    case Encoding::kUtf16le:
      return decode_as_utf16(cx, bytes, result);
    case Encoding::kHex:
      return return_ascii(cx, encode_hex(view), result);
    case Encoding::kBase64:
      return return_ascii(cx, encode_base64(view, Base64Alphabet::kStandard), result);
    case Encoding::kBase64url:
      return return_ascii(cx, encode_base64(view, Base64Alphabet::kUrl), result);
  }
  return true;
}

// decode(view, encoding, start, end): the text of a range.
bool decode(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string bytes;
  {
    const JS::AutoCheckCannotGC nogc(cx);
    bytes = as_chars(range_of(&args[0].toObject(), args[2], args[3], nogc));
  }
  return decode_bytes(cx, std::move(bytes), static_cast<Encoding>(args[1].toInt32()), args.rval());
}

// ---- Text to bytes ----

// Calls function(span of Latin-1 or of UTF-16 units) with the string's characters.
template <typename Function>
auto with_chars(JSContext* cx, JSLinearString* string, Function function) {
  const JS::AutoCheckCannotGC nogc(cx);
  const size_t length = JS::GetLinearStringLength(string);
  if (JS::LinearStringHasLatin1Chars(string)) {
    const JS::Latin1Char* chars = JS::GetLatin1LinearStringChars(nogc, string);
    return function(std::span<const uint8_t>(chars, length));
  }
  const char16_t* chars = JS::GetTwoByteLinearStringChars(nogc, string);
  return function(std::span<const char16_t>(chars, length));
}

template <typename Char>
size_t write_low_bytes(std::span<const Char> text, Bytes target) {
  const size_t count = std::min(text.size(), target.size());
  std::transform(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(count), target.begin(),
                 [](Char c) { return static_cast<uint8_t>(c); });
  return count;
}

template <typename Char>
size_t write_utf16(std::span<const Char> text, Bytes target) {
  const size_t count = std::min(text.size(), target.size() / 2);
  for (size_t i = 0; i < count; ++i) {
    target[2 * i] = static_cast<uint8_t>(text[i]);
    target[2 * i + 1] = static_cast<uint8_t>(text[i] >> 8);
  }
  return count * 2;
}

// Whole characters only. False: memory ran out.
bool write_utf8(JSContext* cx, JS::HandleString string, JSObject* view, JS::HandleValue start,
                JS::HandleValue end, size_t& written) {
  const JS::AutoCheckCannotGC nogc(cx);
  const Bytes target = range_of(view, start, end, nogc);
  const auto result = JS_EncodeStringToUTF8BufferPartial(
      cx, string, mozilla::Span(reinterpret_cast<char*>(target.data()), target.size()));
  if (result) written = mozilla::Get<1>(*result);
  return result.isSome();
}

size_t write_encoded(JSContext* cx, JSLinearString* string, Encoding encoding, Bytes target) {
  return with_chars(cx, string, [encoding, target](auto text) -> size_t {
    switch (encoding) {
      case Encoding::kUtf16le:
        return write_utf16(text, target);
      case Encoding::kHex:
        return decode_hex(text, target);
      case Encoding::kBase64:
      case Encoding::kBase64url:
        return decode_base64(text, target);
      default:
        return write_low_bytes(text, target);
    }
  });
}

// encode(view, string, encoding, start, end): writes the string's bytes; returns how many.
bool encode(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject view(cx, &args[0].toObject());
  JS::RootedString string(cx, args[1].toString());
  const auto encoding = static_cast<Encoding>(args[2].toInt32());
  JSLinearString* linear = JS_EnsureLinearString(cx, string);
  if (linear == nullptr) return false;
  size_t written = 0;
  if (encoding == Encoding::kUtf8) {
    if (!write_utf8(cx, string, view, args[3], args[4], written)) return false;
  } else {
    const JS::AutoCheckCannotGC nogc(cx);
    written = write_encoded(cx, linear, encoding, range_of(view, args[3], args[4], nogc));
  }
  args.rval().setNumber(static_cast<double>(written));
  return true;
}

// utf8Length(string)
bool utf8_length(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JSLinearString* linear = JS_EnsureLinearString(cx, args[0].toString());
  if (linear == nullptr) return false;
  args.rval().setNumber(static_cast<double>(JS::GetDeflatedUTF8StringLength(linear)));
  return true;
}

// ---- Comparing, searching, filling ----

// compare(a, aStart, aEnd, b, bStart, bEnd): -1, 0 or 1
bool compare(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const JS::AutoCheckCannotGC nogc(cx);
  const Bytes a = range_of(&args[0].toObject(), args[1], args[2], nogc);
  const Bytes b = range_of(&args[3].toObject(), args[4], args[5], nogc);
  const size_t common = std::min(a.size(), b.size());
  int order = common == 0 ? 0 : std::memcmp(a.data(), b.data(), common);
  if (order == 0 && a.size() != b.size()) order = a.size() < b.size() ? -1 : 1;
  args.rval().setInt32((order > 0) - (order < 0));
  return true;
}

// Where `needle` begins, at a multiple of `unit` bytes: the first place from `from` on, or the last
// up to there. -1: nowhere.
int64_t find(ConstBytes haystack, ConstBytes needle, size_t unit, size_t from, bool forward) {
  if (needle.empty() || needle.size() > haystack.size()) return -1;
  const size_t last = (haystack.size() - needle.size()) / unit * unit;
  size_t at = from / unit * unit;
  if (!forward) at = std::min(at, last);
  while (at <= last) {
    if (std::memcmp(haystack.data() + at, needle.data(), needle.size()) == 0)
      return static_cast<int64_t>(at);
    if (!forward && at < unit) break;
    at = forward ? at + unit : at - unit;
  }
  return -1;
}

// indexOf(view, needle, from, unit, forward)
bool index_of(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const JS::AutoCheckCannotGC nogc(cx);
  const ConstBytes haystack = bytes_of(&args[0].toObject(), nogc);
  const ConstBytes needle = bytes_of(&args[1].toObject(), nogc);
  const auto from = static_cast<size_t>(args[2].toNumber());
  const auto unit = static_cast<size_t>(args[3].toInt32());
  args.rval().setNumber(
      static_cast<double>(find(haystack, needle, unit, from, args[4].toBoolean())));
  return true;
}

// fill(view, pattern, start, end): repeats the pattern, which is not empty.
bool fill(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const JS::AutoCheckCannotGC nogc(cx);
  const Bytes target = range_of(&args[0].toObject(), args[2], args[3], nogc);
  const std::string pattern(as_chars(bytes_of(&args[1].toObject(), nogc)));
  for (size_t i = 0; i < target.size(); ++i)
    target[i] = static_cast<uint8_t>(pattern[i % pattern.size()]);
  args.rval().setUndefined();
  return true;
}

// swap(view, unit): reverses the bytes of every `unit` of them.
bool swap(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const JS::AutoCheckCannotGC nogc(cx);
  Bytes bytes = bytes_of(&args[0].toObject(), nogc);
  const auto unit = static_cast<size_t>(args[1].toInt32());
  for (; bytes.size() >= unit; bytes = bytes.subspan(unit))
    std::reverse(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(unit));
  args.rval().setUndefined();
  return true;
}

// A test of all the bytes of a view.
template <bool (*test)(ConstBytes)>
bool bytes_test(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const JS::AutoCheckCannotGC nogc(cx);
  args.rval().setBoolean(test(bytes_of(&args[0].toObject(), nogc)));
  return true;
}

// ---- The web's base64 ----

// atob(string): the text, or what is wrong: 1 a character, 2 the length.
bool atob(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JSLinearString* linear = JS_EnsureLinearString(cx, args[0].toString());
  if (linear == nullptr) return false;
  std::string bytes;
  const ForgivingFault fault =
      with_chars(cx, linear, [&bytes](auto text) { return decode_forgiving_base64(text, bytes); });
  args.rval().setInt32(static_cast<int32_t>(fault));
  return fault != ForgivingFault::kNone || return_ascii(cx, bytes, args.rval());
}

// btoa(string): the base64, or undefined if a character is beyond Latin-1.
bool btoa(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JSLinearString* linear = JS_EnsureLinearString(cx, args[0].toString());
  if (linear == nullptr) return false;
  std::string bytes;
  const bool is_latin1 = with_chars(cx, linear, [&bytes](auto text) {
    bytes.resize(text.size());
    write_low_bytes(text, Bytes(reinterpret_cast<uint8_t*>(bytes.data()), bytes.size()));
    return std::all_of(text.begin(), text.end(), [](char16_t c) { return c <= 0xFF; });
  });
  args.rval().setUndefined();
  return !is_latin1 || decode_bytes(cx, std::move(bytes), Encoding::kBase64, args.rval());
}

// callerLocation() -> where the program is that called: "app.js:3:7"
bool caller_location(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const std::string location = running_location(cx);
  JSString* text = JS_NewStringCopyUTF8N(cx, {location.data(), location.size()});
  if (text == nullptr) return false;
  args.rval().setString(text);
  return true;
}

// noteAllocation(buffer, size)
bool note_allocation(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  agent_from(cx).note_allocation(static_cast<uint64_t>(args[1].toNumber()));
  args.rval().setUndefined();
  return true;
}

}  // namespace

bool init_buffer_binding(JSContext* cx, JS::HandleObject target) {
  static constexpr NativeFunction kFunctions[] = {
      {"atob", atob, 1},
      {"btoa", btoa, 1},
      {"callerLocation", caller_location, 0},
      {"compare", compare, 6},
      {"decode", decode, 4},
      {"encode", encode, 5},
      {"fill", fill, 4},
      {"indexOf", index_of, 5},
      {"isAscii", bytes_test<is_ascii>, 1},
      {"isValidUtf8", bytes_test<is_valid_utf8>, 1},
      {"noteAllocation", note_allocation, 2},
      {"swap", swap, 2},
      {"utf8Length", utf8_length, 1},
  };
  return define_natives(cx, target, kFunctions);
}

}  // namespace loopscope::host
