#include <js/ArrayBuffer.h>
#include <js/Class.h>
#include <js/Object.h>
#include <js/Promise.h>
#include <js/Proxy.h>
#include <js/SharedArrayBuffer.h>
#include <js/WeakMap.h>
#include <js/experimental/TypedData.h>
#include <jsfriendapi.h>

#include <string_view>

#include "core/js/binding.h"
#include "core/js/native.h"

namespace loopscope::host {

namespace {

// util.types: what an object is by its internal slots, whatever its prototype or tag says.

using Test = bool (*)(JSContext* cx, JS::HandleObject object);

// Most values asked about are not of the kind, and primitives never are.
template <Test test>
bool test_native(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  bool result = false;
  if (args.get(0).isObject()) {
    JS::RootedObject object(cx, &args[0].toObject());
    result = test(cx, object);
  }
  args.rval().setBoolean(result);
  return true;
}

// A proxy counts as none of them. The class is asked of the engine, which does not run scripts for
// it.
template <js::ESClass... wanted>
bool is_class(JSContext* cx, JS::HandleObject object) {
  if (js::IsProxy(object)) return false;
  js::ESClass actual = js::ESClass::Other;
  if (!JS::GetBuiltinClass(cx, object, &actual)) {
    JS_ClearPendingException(cx);
    return false;
  }
  return ((actual == wanted) || ...);
}

// The engine has no test of its own for these, but a class by that name that scripts cannot forge.
bool has_class_name(JS::HandleObject object, std::string_view name) {
  return name == JS::GetClass(object)->name;
}

bool is_symbol_object(JSContext*, JS::HandleObject object) {
  return has_class_name(object, "Symbol");
}

bool is_boxed_primitive(JSContext* cx, JS::HandleObject object) {
  return is_class<js::ESClass::Number, js::ESClass::String, js::ESClass::Boolean,
                  js::ESClass::BigInt>(cx, object) ||
         is_symbol_object(cx, object);
}

bool is_generator_object(JSContext*, JS::HandleObject object) {
  return has_class_name(object, "Generator") || has_class_name(object, "AsyncGenerator");
}

enum class FunctionKind { async, generator };

std::string_view without_prefix(std::string_view text, std::string_view prefix) {
  if (text.starts_with(prefix)) text.remove_prefix(prefix.size());
  while (text.starts_with(' ')) text.remove_prefix(1);
  return text;
}

// By its text, which begins as the function was written.
bool source_has_kind(JSContext* cx, JS::HandleObject object, FunctionKind kind) {
  JS::Rooted<JSFunction*> function(cx, JS_GetObjectFunction(object));
  JS::RootedString source(cx, function ? JS_DecompileFunction(cx, function) : nullptr);
  JS::UniqueChars chars = source ? JS_EncodeStringToUTF8(cx, source) : nullptr;
  if (!chars) {
    JS_ClearPendingException(cx);
    return false;
  }
  const std::string_view text = chars.get();
  const std::string_view rest = without_prefix(text, "async ");
  if (kind == FunctionKind::async) return rest.size() < text.size() || text.starts_with("async(");
  return without_prefix(rest, "function").starts_with('*');
}

// The engine keeps no test for scripts' function kinds: each kind has a prototype of its own, and
// one whose prototype was replaced still has its text.
bool has_kind(JSContext* cx, JS::HandleObject object, FunctionKind kind, JSProtoKey key) {
  if (js::IsProxy(object) || !JS_ObjectIsFunction(object)) return false;
  JS::RootedObject actual(cx);
  JS::RootedObject expected(cx);
  if (!JS_GetPrototype(cx, object, &actual)) return false;
  for (const JSProtoKey candidate : {key, JSProto_AsyncGeneratorFunction, JSProto_Function}) {
    if (!JS_GetClassPrototype(cx, candidate, &expected)) return false;
    if (actual == expected) return candidate != JSProto_Function;
  }
  return source_has_kind(cx, object, kind);
}

bool is_async_function(JSContext* cx, JS::HandleObject object) {
  return has_kind(cx, object, FunctionKind::async, JSProto_AsyncFunction);
}

bool is_generator_function(JSContext* cx, JS::HandleObject object) {
  return has_kind(cx, object, FunctionKind::generator, JSProto_GeneratorFunction);
}

bool is_weak_map(JSContext*, JS::HandleObject object) {
  return JS::IsWeakMapObject(object);
}

bool is_weak_set(JSContext*, JS::HandleObject object) {
  return has_class_name(object, "WeakSet");
}

bool is_promise(JSContext*, JS::HandleObject object) {
  return JS::IsPromiseObject(object);
}

bool is_proxy(JSContext*, JS::HandleObject object) {
  return js::IsScriptedProxy(object);
}

// The engine's module namespaces are its only proxies that a script can get and did not make.
bool is_module_namespace(JSContext*, JS::HandleObject object) {
  return js::IsProxy(object) && !js::IsScriptedProxy(object);
}

bool is_array_buffer(JSContext*, JS::HandleObject object) {
  return JS::IsArrayBufferObject(object);
}

bool is_shared_array_buffer(JSContext*, JS::HandleObject object) {
  return JS::IsSharedArrayBufferObject(object);
}

bool is_any_array_buffer(JSContext* cx, JS::HandleObject object) {
  return is_array_buffer(cx, object) || is_shared_array_buffer(cx, object);
}

bool is_data_view(JSContext*, JS::HandleObject object) {
  return JS_IsArrayBufferViewObject(object) && !JS_IsTypedArrayObject(object);
}

bool is_array_buffer_view(JSContext*, JS::HandleObject object) {
  return JS_IsArrayBufferViewObject(object);
}

bool is_typed_array(JSContext*, JS::HandleObject object) {
  return JS_IsTypedArrayObject(object);
}

template <JS::Scalar::Type type>
bool is_typed_array_of(JSContext*, JS::HandleObject object) {
  return JS_IsTypedArrayObject(object) && JS_GetArrayBufferViewType(object) == type;
}

// No V8 External, key or crypto key can reach a script here.
bool never(JSContext*, JS::HandleObject) {
  return false;
}

}  // namespace

bool init_types_binding(JSContext* cx, JS::HandleObject target) {
  using js::ESClass;
  static const NativeFunction functions[] = {
      {"isExternal", test_native<never>, 0},
      {"isDate", test_native<is_class<ESClass::Date>>, 0},
      {"isArgumentsObject", test_native<is_class<ESClass::Arguments>>, 0},
      {"isBigIntObject", test_native<is_class<ESClass::BigInt>>, 0},
      {"isBooleanObject", test_native<is_class<ESClass::Boolean>>, 0},
      {"isNumberObject", test_native<is_class<ESClass::Number>>, 0},
      {"isStringObject", test_native<is_class<ESClass::String>>, 0},
      {"isSymbolObject", test_native<is_symbol_object>, 0},
      {"isNativeError", test_native<is_class<ESClass::Error>>, 0},
      {"isRegExp", test_native<is_class<ESClass::RegExp>>, 0},
      {"isAsyncFunction", test_native<is_async_function>, 0},
      {"isGeneratorFunction", test_native<is_generator_function>, 0},
      {"isGeneratorObject", test_native<is_generator_object>, 0},
      {"isPromise", test_native<is_promise>, 0},
      {"isMap", test_native<is_class<ESClass::Map>>, 0},
      {"isSet", test_native<is_class<ESClass::Set>>, 0},
      {"isMapIterator", test_native<is_class<ESClass::MapIterator>>, 0},
      {"isSetIterator", test_native<is_class<ESClass::SetIterator>>, 0},
      {"isWeakMap", test_native<is_weak_map>, 0},
      {"isWeakSet", test_native<is_weak_set>, 0},
      {"isArrayBuffer", test_native<is_array_buffer>, 0},
      {"isDataView", test_native<is_data_view>, 0},
      {"isSharedArrayBuffer", test_native<is_shared_array_buffer>, 0},
      {"isProxy", test_native<is_proxy>, 0},
      {"isModuleNamespaceObject", test_native<is_module_namespace>, 0},
      {"isAnyArrayBuffer", test_native<is_any_array_buffer>, 0},
      {"isBoxedPrimitive", test_native<is_boxed_primitive>, 0},
      {"isArrayBufferView", test_native<is_array_buffer_view>, 0},
      {"isTypedArray", test_native<is_typed_array>, 0},
      {"isUint8Array", test_native<is_typed_array_of<JS::Scalar::Uint8>>, 0},
      {"isUint8ClampedArray", test_native<is_typed_array_of<JS::Scalar::Uint8Clamped>>, 0},
      {"isUint16Array", test_native<is_typed_array_of<JS::Scalar::Uint16>>, 0},
      {"isUint32Array", test_native<is_typed_array_of<JS::Scalar::Uint32>>, 0},
      {"isInt8Array", test_native<is_typed_array_of<JS::Scalar::Int8>>, 0},
      {"isInt16Array", test_native<is_typed_array_of<JS::Scalar::Int16>>, 0},
      {"isInt32Array", test_native<is_typed_array_of<JS::Scalar::Int32>>, 0},
      {"isFloat32Array", test_native<is_typed_array_of<JS::Scalar::Float32>>, 0},
      {"isFloat64Array", test_native<is_typed_array_of<JS::Scalar::Float64>>, 0},
      {"isBigInt64Array", test_native<is_typed_array_of<JS::Scalar::BigInt64>>, 0},
      {"isBigUint64Array", test_native<is_typed_array_of<JS::Scalar::BigUint64>>, 0},
      {"isCryptoKey", test_native<never>, 0},
  };
  return define_natives(cx, target, functions);
}

}  // namespace loopscope::host
