#pragma once

#include <js/CharacterEncoding.h>
#include <js/Conversions.h>
#include <js/String.h>
#include <jsapi.h>

#include <string>

namespace loopscope::host {

// A native function of a binding, for tables of them.
struct NativeFunction {
  const char* name;
  JSNative native;
  unsigned argument_count;
};

template <size_t N>
[[nodiscard]] bool define_natives(JSContext* cx, JS::HandleObject target,
                                  const NativeFunction (&functions)[N]) {
  for (const NativeFunction& function : functions)
    if (!JS_DefineFunction(cx, target, function.name, function.native, function.argument_count,
                           JSPROP_ENUMERATE))
      return false;
  return true;
}

// A value as UTF-8. False: an exception is pending (the value's toString threw, or memory ran out).
[[nodiscard]] inline bool to_utf8(JSContext* cx, JS::HandleValue value, std::string& result) {
  JS::RootedString string(cx, JS::ToString(cx, value));
  if (!string) return false;
  JSLinearString* linear = JS_EnsureLinearString(cx, string);
  if (linear == nullptr) return false;
  result.resize(JS::GetDeflatedUTF8StringLength(linear));
  JS::DeflateStringToUTF8Buffer(linear, mozilla::Span(result.data(), result.size()));
  return true;
}

}  // namespace loopscope::host
