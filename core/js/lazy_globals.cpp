#include "core/js/lazy_globals.h"

#include <js/CallAndConstruct.h>
#include <js/GlobalObject.h>
#include <js/Object.h>
#include <js/PropertyAndElement.h>
#include <js/String.h>

#include <iterator>
#include <optional>

#include "core/js/binding.h"
#include "core/js/native.h"

namespace loopscope::host {

namespace {

constexpr const char* kNames[] = {"URL",
                                  "URLSearchParams",
                                  "Event",
                                  "EventTarget",
                                  "CustomEvent",
                                  "TransformStream",
                                  "TransformStreamDefaultController",
                                  "WritableStream",
                                  "WritableStreamDefaultController",
                                  "WritableStreamDefaultWriter",
                                  "ReadableStream",
                                  "ReadableStreamDefaultReader",
                                  "ReadableStreamBYOBReader",
                                  "ReadableStreamBYOBRequest",
                                  "ReadableByteStreamController",
                                  "ReadableStreamDefaultController",
                                  "ByteLengthQueuingStrategy",
                                  "CountQueuingStrategy",
                                  "TextEncoderStream",
                                  "TextDecoderStream",
                                  "CompressionStream",
                                  "DecompressionStream",
                                  "FormData",
                                  "Headers",
                                  "Request",
                                  "Response"};
static_assert(std::size(kNames) <= 31, "each has a bit of an int32");

// Slots of the global object: the loader, and a bit for each name that has been asked for.
constexpr uint32_t kLoaderSlot = 0;
constexpr uint32_t kAskedSlot = 1;

std::optional<size_t> index_of(JS::PropertyKey id) {
  if (!id.isString()) return std::nullopt;
  JSLinearString* text = JS_ASSERT_STRING_IS_LINEAR(id.toString());
  for (size_t i = 0; i < std::size(kNames); ++i)
    if (JS_LinearStringEqualsAscii(text, kNames[i])) return i;
  return std::nullopt;
}

// Whether the name at this index has yet to be loaded.
bool is_waiting(JSObject* global, size_t index) {
  if (!JS::GetReservedSlot(global, kLoaderSlot).isObject()) return false;
  return (JS::GetReservedSlot(global, kAskedSlot).toInt32() >> index & 1) == 0;
}

bool load(JSContext* cx, JS::HandleObject global, JS::HandleId id, size_t index) {
  const int32_t asked = JS::GetReservedSlot(global, kAskedSlot).toInt32();
  JS::SetReservedSlot(global, kAskedSlot, JS::Int32Value(asked | 1 << index));
  JS::RootedValue loader(cx, JS::GetReservedSlot(global, kLoaderSlot));
  JS::RootedValue name(cx, JS::StringValue(id.toString()));
  JS::RootedValue value(cx);
  if (!JS::Call(cx, JS::UndefinedHandleValue, loader, JS::HandleValueArray(name), &value))
    return false;
  // Undefined: it is a property by now.
  return value.isUndefined() || JS_DefinePropertyById(cx, global, id, value, JSPROP_RESOLVING);
}

bool resolve(JSContext* cx, JS::HandleObject global, JS::HandleId id, bool* resolved) {
  if (!JS_ResolveStandardClass(cx, global, id, resolved)) return false;
  if (*resolved) return true;
  const std::optional<size_t> index = index_of(id);
  if (!index || !is_waiting(global, *index)) return true;
  *resolved = true;
  return load(cx, global, id, *index);
}

bool may_resolve(const JSAtomState& names, jsid id, JSObject* global) {
  return JS_MayResolveStandardClass(names, id, global) || index_of(id).has_value();
}

bool enumerate(JSContext* cx, JS::HandleObject global, JS::MutableHandleIdVector properties,
               bool enumerable_only) {
  if (!JS_NewEnumerateStandardClasses(cx, global, properties, enumerable_only)) return false;
  for (size_t i = 0; i < std::size(kNames) && !enumerable_only; ++i) {
    if (!is_waiting(global, i)) continue;
    JSString* name = JS_AtomizeAndPinString(cx, kNames[i]);
    if (name == nullptr || !properties.append(JS::PropertyKey::fromPinnedString(name)))
      return false;
  }
  return true;
}

bool on_first_use(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JSObject* global = JS::CurrentGlobalOrNull(cx);
  JS::SetReservedSlot(global, kAskedSlot, JS::Int32Value(0));
  JS::SetReservedSlot(global, kLoaderSlot, args.get(0));
  args.rval().setUndefined();
  return true;
}

}  // namespace

const JSClassOps kLazyGlobalClassOps = {
    nullptr,     nullptr, nullptr, enumerate, resolve,
    may_resolve, nullptr, nullptr, nullptr,   JS_GlobalObjectTraceHook};

bool init_realm_binding(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target, {{"onFirstUse", on_first_use, 1}});
}

}  // namespace loopscope::host
