#include <js/Array.h>
#include <js/Conversions.h>
#include <js/Symbol.h>
#include <jsfriendapi.h>

#include <string>
#include <string_view>

#include "core/js/binding.h"
#include "core/js/native.h"

namespace loopscope::host {

namespace {

// The reserved slot of an uncurried function that holds the method it calls.
constexpr size_t kMethodSlot = 0;

// uncurried(self, ...args) calls method.apply(self, args). A native costs a third of a bound
// function or a closure here (measured: 40 ns against 110 ns a call), and the CPU meter does not
// count it.
bool call_uncurried(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedValue method(cx, js::GetFunctionNativeReserved(&args.callee(), kMethodSlot));
  JS::RootedValue self(cx, args.get(0));
  if (argc < 2) return JS::Call(cx, self, method, JS::HandleValueArray::empty(), args.rval());
  const JS::HandleValueArray rest =
      JS::HandleValueArray::subarray(JS::HandleValueArray(args), 1, argc - 1);
  return JS::Call(cx, self, method, rest, args.rval());
}

JSObject* make_uncurried(JSContext* cx, JS::HandleObject method) {
  JSFunction* function = js::NewFunctionWithReserved(cx, &call_uncurried, 1, 0, nullptr);
  if (function == nullptr) return nullptr;
  JSObject* object = JS_GetFunctionObject(function);
  js::SetFunctionNativeReserved(object, kMethodSlot, JS::ObjectValue(*method));
  return object;
}

// The part of a primordial's name that stands for the property: "Push" for push, "SymbolIterator"
// for Symbol.iterator. Empty for what has no such name (symbols of a script's own).
[[nodiscard]] bool primordial_name(JSContext* cx, JS::HandleId id, std::string& name) {
  constexpr std::string_view kWellKnown = "Symbol.";
  name.clear();
  if (id.isInt()) return true;
  JS::RootedString text(cx);
  if (id.isSymbol()) {
    JS::RootedSymbol symbol(cx, id.toSymbol());
    text = JS::GetSymbolDescription(symbol);
  } else {
    text = id.toString();
  }
  if (!text) return true;
  const JS::UniqueChars chars = JS_EncodeStringToUTF8(cx, text);
  if (!chars) return false;
  name = chars.get();
  const size_t capital = name.starts_with(kWellKnown) ? kWellKnown.size() : 0;
  if (capital < name.size() && name[capital] >= 'a' && name[capital] <= 'z') name[capital] -= 32;
  if (capital > 0) name.replace(0, kWellKnown.size(), "Symbol");
  return true;
}

// Defines what one property of an intrinsic is called in `target`: functions and getters uncurried
// if `uncurry`, other values as they are.
[[nodiscard]] bool capture_property(JSContext* cx, JS::HandleObject target,
                                    const std::string& prefix, const std::string& name,
                                    JS::Handle<JS::PropertyDescriptor> property, bool uncurry) {
  JS::RootedValue value(cx);
  std::string full_name = prefix;
  if (property.isAccessorDescriptor()) {
    if (property.getter() == nullptr) return true;
    full_name += "Get";
    JS::RootedObject getter(cx, property.getter());
    JSObject* function = make_uncurried(cx, getter);
    if (function == nullptr) return false;
    value.setObject(*function);
  } else {
    value = property.value();
    if (uncurry && value.isObject() && JS::IsCallable(&value.toObject())) {
      JS::RootedObject method(cx, &value.toObject());
      JSObject* function = make_uncurried(cx, method);
      if (function == nullptr) return false;
      value.setObject(*function);
    }
  }
  full_name += name;
  return JS_DefineProperty(cx, target, full_name.c_str(), value, JSPROP_ENUMERATE);
}

// What nobody asks primordials for, though every constructor and prototype has it.
bool is_boilerplate(std::string_view name, bool is_prototype) {
  return is_prototype ? name == "Constructor" : name == "Length" || name == "Name";
}

// captureIntrinsic(target, prefix, intrinsic, uncurry)
bool capture_intrinsic(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject target(cx, &args[0].toObject());
  JS::RootedObject source(cx, &args[2].toObject());
  const bool uncurry = JS::ToBoolean(args[3]);
  JS::RootedString prefix_string(cx, args[1].toString());
  const JS::UniqueChars prefix = JS_EncodeStringToUTF8(cx, prefix_string);
  if (!prefix) return false;
  JS::RootedIdVector keys(cx);
  if (!js::GetPropertyKeys(cx, source, JSITER_OWNONLY | JSITER_HIDDEN | JSITER_SYMBOLS, &keys))
    return false;
  std::string name;
  JS::RootedId id(cx);
  JS::Rooted<mozilla::Maybe<JS::PropertyDescriptor>> found(cx);
  JS::Rooted<JS::PropertyDescriptor> property(cx);
  for (size_t i = 0; i < keys.length(); ++i) {
    id = keys[i];
    if (!primordial_name(cx, id, name)) return false;
    if (name.empty() || is_boilerplate(name, uncurry)) continue;
    if (!JS_GetOwnPropertyDescriptorById(cx, source, id, &found)) return false;
    if (found.get().isNothing()) continue;
    property = *found.get();
    if (!capture_property(cx, target, prefix.get(), name, property, uncurry)) return false;
  }
  args.rval().setUndefined();
  return true;
}

// copyMethods(target, prototype): all its properties but the constructor.
bool copy_methods(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject target(cx, &args[0].toObject());
  JS::RootedObject source(cx, &args[1].toObject());
  JS::RootedIdVector keys(cx);
  if (!js::GetPropertyKeys(cx, source, JSITER_OWNONLY | JSITER_HIDDEN | JSITER_SYMBOLS, &keys))
    return false;
  JS::Rooted<mozilla::Maybe<JS::PropertyDescriptor>> found(cx);
  JS::Rooted<JS::PropertyDescriptor> property(cx);
  JS::RootedId id(cx);
  for (size_t i = 0; i < keys.length(); ++i) {
    id = keys[i];
    if (id.isString() && JS_LinearStringEqualsLiteral(id.toLinearString(), "constructor")) continue;
    if (!JS_GetOwnPropertyDescriptorById(cx, source, id, &found)) return false;
    if (found.get().isNothing()) continue;
    property = *found.get();
    if (!JS_DefinePropertyById(cx, target, id, property)) return false;
  }
  args.rval().setUndefined();
  return true;
}

// uncurryThis(method)
bool uncurry_this(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject method(cx, &args[0].toObject());
  JSObject* function = make_uncurried(cx, method);
  if (function == nullptr) return false;
  args.rval().setObject(*function);
  return true;
}

// ownNonIndexKeys(object, enumerableOnly): its own keys but array indices, symbols last.
bool own_non_index_keys(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject object(cx, &args[0].toObject());
  const unsigned hidden = args.get(1).isTrue() ? 0 : JSITER_HIDDEN;
  JS::RootedIdVector keys(cx);
  if (!js::GetPropertyKeys(cx, object, JSITER_OWNONLY | JSITER_SYMBOLS | hidden, &keys))
    return false;
  JS::RootedValueVector names(cx);
  JS::RootedValue name(cx);
  for (size_t i = 0; i < keys.length(); ++i) {
    if (keys[i].isInt()) continue;
    if (!JS_IdToValue(cx, keys[i], &name) || !names.append(name)) return false;
  }
  JSObject* array = JS::NewArrayObject(cx, names);
  if (array == nullptr) return false;
  args.rval().setObject(*array);
  return true;
}

}  // namespace

bool init_util_binding(JSContext* cx, JS::HandleObject target) {
  static const NativeFunction functions[] = {
      {"captureIntrinsic", capture_intrinsic, 4},
      {"copyMethods", copy_methods, 2},
      {"ownNonIndexKeys", own_non_index_keys, 2},
      {"uncurryThis", uncurry_this, 1},
  };
  return define_natives(cx, target, functions);
}

}  // namespace loopscope::host
