#include "core/js/modules.h"

#include <js/Modules.h>

#include "core/js/agent.h"

namespace loopscope::host {

namespace {

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
  JS::RootedValueArray<3> args(cx);
  args[0].setString(specifier);
  args[1].set(referencing_private);
  args[2].setObject(*promise);
  return call_loader(cx, agent_from(cx).hooks().import_module, args);
}

}  // namespace

void install_module_hooks(JSContext* cx) {
  JSRuntime* runtime = JS_GetRuntime(cx);
  JS::SetModuleResolveHook(runtime, resolve);
  JS::SetModuleMetadataHook(runtime, fill_import_meta);
  JS::SetModuleDynamicImportHook(runtime, import_dynamically);
}

}  // namespace loopscope::host
