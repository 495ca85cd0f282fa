#include "core/js/modules.h"

#include <js/Array.h>
#include <js/Modules.h>
#include <js/Object.h>

#include "core/js/agent.h"

namespace loopscope::host {

namespace {

// Slots of the engine's request objects, as SpiderMonkey 102 lays them out; no function reads the
// second.
constexpr size_t kRequestedModuleRequest = 0;
constexpr size_t kRequestAssertions = 1;

// The one attribute Node knows.
bool supported_assertions(JSContext* cx, JS::ImportAssertionVector& values) {
  if (values.append(JS::ImportAssertion::Type)) return true;
  JS_ReportOutOfMemory(cx);
  return false;
}

// A module's private value is the loader's object for it; its `linked` maps specifiers to records.
JSObject* resolve(JSContext* cx, JS::HandleValue module_private, JS::HandleObject request) {
  JS::RootedString specifier(cx, JS::GetModuleRequestSpecifier(cx, request));
  if (!specifier || !module_private.isObject()) return nullptr;
  JS::RootedObject loader_module(cx, &module_private.toObject());
  JS::RootedValue linked(cx);
  if (!JS_GetProperty(cx, loader_module, "linked", &linked)) return nullptr;
  JS::RootedObject map(cx, &linked.toObject());
  JS::RootedId id(cx);
  JS::RootedValue record(cx);
  if (!JS_StringToId(cx, specifier, &id) || !JS_GetPropertyById(cx, map, id, &record))
    return nullptr;
  if (record.isObject()) return &record.toObject();
  JS_ReportErrorASCII(cx, "a module was linked before its imports were loaded");
  return nullptr;
}

bool call_loader(JSContext* cx, JS::HandleObject hook, const JS::HandleValueArray& args) {
  JS::RootedValue function(cx, JS::ObjectValue(*hook));
  JS::RootedValue ignored(cx);
  return JS::Call(cx, JS::UndefinedHandleValue, function, args, &ignored);
}

bool fill_import_meta(JSContext* cx, JS::HandleValue module_private, JS::HandleObject meta) {
  JS::RootedValueArray<2> args(cx);
  args[0].setObject(*meta);
  args[1].set(module_private);
  return call_loader(cx, agent_from(cx).hooks().import_meta, args);
}

// import(): the loader settles `promise` by the natives resolvePromise and rejectPromise, or by its
// own; the engine's FinishDynamicModuleImport would take other ticks than Node's.
bool import_dynamically(JSContext* cx, JS::HandleValue referencing_private,
                        JS::HandleObject request, JS::HandleObject promise) {
  JS::RootedString specifier(cx, JS::GetModuleRequestSpecifier(cx, request));
  if (!specifier) return false;
  JS::RootedValueArray<4> args(cx);
  args[0].setString(specifier);
  args[1].set(referencing_private);
  args[2].setObject(*promise);
  if (!import_type(cx, request, args[3])) return false;
  return call_loader(cx, agent_from(cx).hooks().import_module, args);
}

}  // namespace

bool import_type(JSContext* cx, JS::HandleObject request, JS::MutableHandleValue type) {
  type.setUndefined();
  const JS::Value slot = JS::GetReservedSlot(request, kRequestAssertions);
  if (!slot.isObject()) return true;
  JS::RootedObject assertions(cx, &slot.toObject());
  uint32_t count = 0;
  if (!JS::GetArrayLength(cx, assertions, &count)) return false;
  for (uint32_t i = 0; i < count && type.isUndefined(); ++i) {
    JS::RootedValue assertion(cx);
    if (!JS_GetElement(cx, assertions, i, &assertion)) return false;
    JS::RootedObject object(cx, &assertion.toObject());
    if (!JS_GetProperty(cx, object, "type", type)) return false;
  }
  return true;
}

JSObject* request_of(JSObject* requested_module) {
  return &JS::GetReservedSlot(requested_module, kRequestedModuleRequest).toObject();
}

void install_module_hooks(JSContext* cx) {
  JSRuntime* runtime = JS_GetRuntime(cx);
  JS::SetModuleResolveHook(runtime, resolve);
  JS::SetModuleMetadataHook(runtime, fill_import_meta);
  JS::SetModuleDynamicImportHook(runtime, import_dynamically);
  JS::SetSupportedAssertionsHook(runtime, supported_assertions);
}

}  // namespace loopscope::host
