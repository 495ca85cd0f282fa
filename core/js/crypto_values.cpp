#include "core/js/crypto_values.h"

#include <js/Array.h>
#include <js/ArrayBuffer.h>
#include <js/SharedArrayBuffer.h>
#include <js/Utility.h>
#include <js/experimental/TypedData.h>

#include <algorithm>
#include <array>
#include <string>

namespace loopscope::host {

namespace {

bool append_text(JSContext* cx, std::string_view text, JS::RootedValueVector& values) {
  JSString* string = JS_NewStringCopyUTF8N(cx, {text.data(), text.size()});
  return string != nullptr && values.append(JS::StringValue(string));
}

}  // namespace

std::span<uint8_t> bytes_of(JS::HandleValue value, const JS::AutoRequireNoGC& nogc) {
  if (!value.isObject()) return {};
  JSObject* object = &value.toObject();
  bool is_shared = false;
  if (JS_IsArrayBufferViewObject(object))
    return {static_cast<uint8_t*>(JS_GetArrayBufferViewData(object, &is_shared, nogc)),
            JS_GetArrayBufferViewByteLength(object)};
  size_t length = 0;
  uint8_t* data = nullptr;
  if (JS::IsArrayBufferObject(object))
    JS::GetArrayBufferLengthAndData(object, &length, &is_shared, &data);
  else if (JS::IsSharedArrayBufferObject(object))
    JS::GetSharedArrayBufferLengthAndData(object, &length, &is_shared, &data);
  return {data, length};
}

os::Bytes copied_bytes(JS::HandleValue value) {
  const JS::AutoCheckCannotGC nogc;
  const std::span<const uint8_t> bytes = bytes_of(value, nogc);
  return {bytes.begin(), bytes.end()};
}

std::optional<uint32_t> optional_number(JS::HandleValue value) {
  if (!value.isNumber()) return {};
  return static_cast<uint32_t>(value.toNumber());
}

bool set_bytes(JSContext* cx, const os::Bytes& bytes, JS::MutableHandleValue result) {
  JSObject* buffer = JS::NewArrayBuffer(cx, bytes.size());
  if (buffer == nullptr) return false;
  const JS::AutoCheckCannotGC nogc;
  result.setObject(*buffer);
  const std::span<uint8_t> room = bytes_of(result, nogc);
  std::copy(bytes.begin(), bytes.end(), room.begin());
  return true;
}

bool set_names(JSContext* cx, const std::vector<std::string>& names,
               JS::MutableHandleValue result) {
  JS::RootedValueVector values(cx);
  for (const std::string& name : names)
    if (!append_text(cx, name, values)) return false;
  JSObject* array = JS::NewArrayObject(cx, values);
  if (array == nullptr) return false;
  result.setObject(*array);
  return true;
}

bool set_fault(JSContext* cx, const os::CryptoFault& fault, JS::MutableHandleValue result) {
  JS::RootedValueVector values(cx);
  if (!values.append(JS::Int32Value(static_cast<int32_t>(fault.kind)))) return false;
  for (const std::string* text : {&fault.message, &fault.code, &fault.library, &fault.reason})
    if (!append_text(cx, *text, values)) return false;
  JS::RootedValue stack(cx);
  if (!set_names(cx, fault.stack, &stack) || !values.append(stack)) return false;
  JSObject* array = JS::NewArrayObject(cx, values);
  if (array == nullptr) return false;
  result.setObject(*array);
  return true;
}

}  // namespace loopscope::host
