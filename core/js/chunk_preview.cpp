#include "core/js/chunk_preview.h"

#include <js/Array.h>
#include <js/Object.h>
#include <js/PropertyDescriptor.h>
#include <js/Proxy.h>
#include <js/experimental/TypedData.h>

#include <algorithm>
#include <array>
#include <span>

#include "core/js/describe.h"
#include "core/js/native.h"

namespace loopscope::host {

namespace {

constexpr size_t kTextBytes = 32;
constexpr size_t kHexBytes = 8;
constexpr uint32_t kProperties = 3;

bool continues_character(uint8_t byte) {
  return (byte & 0xC0U) == 0x80U;
}

// Without the part of a character that was cut off at the end.
std::span<const uint8_t> whole_characters(std::span<const uint8_t> bytes) {
  size_t end = bytes.size();
  while (end > 0 && continues_character(bytes[end - 1])) --end;
  if (end > 0 && bytes[end - 1] >= 0xC0U) return bytes.first(end - 1);
  return bytes;
}

bool is_text(std::span<const uint8_t> bytes) {
  return std::ranges::all_of(bytes, [](uint8_t byte) {
    return (byte >= 0x20 && byte != 0x7F) || byte == '\n' || byte == '\r' || byte == '\t';
  });
}

std::string in_hexadecimal(std::span<const uint8_t> bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (const uint8_t byte : bytes) {
    if (!text.empty()) text += ' ';
    text += kDigits[byte >> 4U];
    text += kDigits[byte & 15U];
  }
  return text;
}

std::string preview_bytes(JSObject* view) {
  std::array<uint8_t, kTextBytes> begin{};
  size_t size = 0;
  bool cut = false;
  {
    bool shared = false;
    const JS::AutoCheckCannotGC no_gc;
    const auto* data = static_cast<const uint8_t*>(JS_GetArrayBufferViewData(view, &shared, no_gc));
    const size_t length = JS_GetArrayBufferViewByteLength(view);
    size = std::min(length, begin.size());
    cut = size < length;
    if (data != nullptr) std::copy_n(data, size, begin.begin());
  }
  std::span<const uint8_t> bytes(begin.data(), size);
  if (cut) bytes = whole_characters(bytes);
  if (is_text(bytes)) return {bytes.begin(), bytes.end()};
  return in_hexadecimal(std::span(begin).first(std::min(size, kHexBytes)));
}

std::string preview_text(JSContext* cx, JS::HandleString string) {
  JS::RootedString begin(
      cx, JS_NewDependentString(cx, string, 0, std::min(JS::GetStringLength(string), kTextBytes)));
  JS::RootedValue value(cx, JS::StringValue(begin));
  std::string text;
  if (!begin || !to_utf8(cx, value, text)) JS_ClearPendingException(cx);
  return text;
}

std::string preview_member(JSContext* cx, JS::HandleValue value) {
  if (value.isString()) {
    JS::RootedString string(cx, value.toString());
    return "'" + preview_text(cx, string) + "'";
  }
  if (!value.isObject()) return describe_briefly(cx, value);
  return JS::IsCallable(&value.toObject()) ? "function" : "{...}";
}

std::string preview_object(JSContext* cx, JS::HandleObject object) {
  bool is_array = false;
  JS::Rooted<JS::IdVector> keys(cx, JS::IdVector(cx));
  if (!JS::IsArrayObject(cx, object, &is_array) || !JS_Enumerate(cx, object, &keys)) {
    JS_ClearPendingException(cx);
    return "an object";
  }
  std::string text;
  for (size_t i = 0; i < std::min<size_t>(keys.length(), kProperties); ++i) {
    JS::RootedId key(cx, keys[i]);
    JS::Rooted<mozilla::Maybe<JS::PropertyDescriptor>> property(cx);
    JS::RootedValue name(cx);
    std::string shown;
    if (!JS_GetOwnPropertyDescriptorById(cx, object, key, &property) || property.isNothing() ||
        !JS_IdToValue(cx, key, &name) || !to_utf8(cx, name, shown)) {
      JS_ClearPendingException(cx);
      continue;
    }
    JS::RootedValue value(cx,
                          property->isDataDescriptor() ? property->value() : JS::UndefinedValue());
    if (!text.empty()) text += ", ";
    if (!is_array) text += shown + ": ";
    text += property->isDataDescriptor() ? preview_member(cx, value) : "(getter)";
  }
  if (keys.length() > kProperties) text += ", ...";
  if (is_array) return "[" + text + "]";
  return text.empty() ? "{}" : "{ " + text + " }";
}

}  // namespace

std::string preview_chunk(JSContext* cx, JS::HandleValue chunk) {
  if (chunk.isString()) {
    JS::RootedString string(cx, chunk.toString());
    return preview_text(cx, string);
  }
  if (!chunk.isObject()) return describe_briefly(cx, chunk);
  JS::RootedObject object(cx, &chunk.toObject());
  if (js::IsProxy(object)) return "a proxy";
  if (JS_IsArrayBufferViewObject(object)) return preview_bytes(object);
  return preview_object(cx, object);
}

}  // namespace loopscope::host
