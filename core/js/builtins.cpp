#include "core/js/builtins.h"

#include <js/CompilationAndEvaluation.h>
#include <js/Conversions.h>
#include <js/SourceText.h>

#include <algorithm>
#include <string>

#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/builtin_sources.h"

namespace loopscope::host {

namespace {

const BuiltinSource* find_source(std::string_view id) {
  const std::vector<BuiltinSource>& sources = builtin_sources();
  const auto found = std::lower_bound(
      sources.begin(), sources.end(), id,
      [](const BuiltinSource& source, std::string_view wanted) { return source.id < wanted; });
  return found != sources.end() && found->id == id ? &*found : nullptr;
}

JSFunction* compile(JSContext* cx, const BuiltinSource& source) {
  static const char* const parameters[] = {"exports", "require",         "module",
                                           "process", "internalBinding", "primordials"};
  const std::string file_name = "node:" + std::string(source.id);
  JS::CompileOptions options(cx);
  // The engine puts the parameters on a line of their own before the body.
  options.setFileAndLine(file_name.c_str(), 0);
  JS::SourceText<mozilla::Utf8Unit> text;
  if (!text.init(cx, source.text.data(), source.text.size(), JS::SourceOwnership::Borrowed))
    return nullptr;
  JS::RootedObjectVector no_scopes(cx);
  return JS::CompileFunction(cx, no_scopes, options, "", std::size(parameters), parameters, text);
}

}  // namespace

Builtins::Builtins(JSContext* cx)
    : m_modules(cx),
      m_bindings(cx),
      m_primordials(cx),
      m_process(cx),
      m_require(cx),
      m_internal_binding(cx) {}

bool Builtins::start(JSContext* cx, JS::HandleObject global) {
  (void)global;
  m_modules = JS_NewPlainObject(cx);
  m_bindings = JS_NewPlainObject(cx);
  m_primordials = JS_NewPlainObject(cx);
  m_process = JS_NewPlainObject(cx);
  if (!m_modules || !m_bindings || !m_primordials || !m_process) return false;
  JSFunction* require = JS_NewFunction(cx, &Builtins::native_require, 1, 0, "require");
  if (require == nullptr) return false;
  m_require = JS_GetFunctionObject(require);
  JSFunction* internal =
      JS_NewFunction(cx, &Builtins::native_internal_binding, 1, 0, "internalBinding");
  if (internal == nullptr) return false;
  m_internal_binding = JS_GetFunctionObject(internal);
  JS::RootedValue ignored(cx);
  return this->require(cx, "internal/primordials", &ignored) &&
         this->require(cx, "internal/bootstrap", &ignored);
}

bool Builtins::exists(std::string_view id) {
  return find_source(id) != nullptr;
}

bool Builtins::require(JSContext* cx, std::string_view id, JS::MutableHandleValue exports) {
  const std::string key(id);
  JS::RootedValue module(cx);
  if (!JS_GetProperty(cx, m_modules, key.c_str(), &module)) return false;
  if (module.isUndefined()) return load(cx, id, exports);
  JS::RootedObject module_object(cx, &module.toObject());
  return JS_GetProperty(cx, module_object, "exports", exports);
}

bool Builtins::load(JSContext* cx, std::string_view id, JS::MutableHandleValue exports) {
  const BuiltinSource* source = find_source(id);
  if (source == nullptr) {
    JS_ReportErrorUTF8(cx, "no built-in module '%s'", std::string(id).c_str());
    return false;
  }
  JS::RootedObject module(cx, JS_NewPlainObject(cx));
  JS::RootedObject exports_object(cx, JS_NewPlainObject(cx));
  if (!module || !exports_object) return false;
  JS::RootedValue module_value(cx, JS::ObjectValue(*module));
  // Registered before it runs, so that cycles between built-ins see what is there so far.
  if (!JS_DefineProperty(cx, module, "exports", exports_object, JSPROP_ENUMERATE) ||
      !JS_SetProperty(cx, m_modules, std::string(id).c_str(), module_value))
    return false;
  JS::Rooted<JSFunction*> function(cx, compile(cx, *source));
  if (!function) return false;
  JS::RootedValueArray<6> arguments(cx);
  arguments[0].setObject(*exports_object);
  arguments[1].setObject(*m_require);
  arguments[2].setObject(*module);
  arguments[3].setObject(*m_process);
  arguments[4].setObject(*m_internal_binding);
  arguments[5].setObject(*m_primordials);
  // Real Node has them in its snapshot; and what a module of ours does when it is loaded must not
  // show in the times of a trace.
  const CpuMeter::Pause pause(agent_from(cx).meter());
  JS::RootedValue ignored(cx);
  JS::RootedObject this_object(cx, exports_object);
  if (!JS_CallFunction(cx, this_object, function, arguments, &ignored)) return false;
  return JS_GetProperty(cx, module, "exports", exports);
}

bool Builtins::binding(JSContext* cx, const char* name, JS::MutableHandleValue result) {
  if (!JS_GetProperty(cx, m_bindings, name, result)) return false;
  if (!result.isUndefined()) return true;
  const Binding* binding = find_binding(name);
  if (binding == nullptr) {
    JS_ReportErrorUTF8(cx, "no binding '%s'", name);
    return false;
  }
  JS::RootedObject target(cx, JS_NewPlainObject(cx));
  if (!target || !binding->init(cx, target)) return false;
  result.setObject(*target);
  return JS_SetProperty(cx, m_bindings, name, result);
}

bool Builtins::native_require(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedString id(cx, JS::ToString(cx, args.get(0)));
  if (!id) return false;
  JS::UniqueChars chars = JS_EncodeStringToUTF8(cx, id);
  return chars && agent_from(cx).builtins().require(cx, chars.get(), args.rval());
}

bool Builtins::native_internal_binding(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedString name(cx, JS::ToString(cx, args.get(0)));
  if (!name) return false;
  JS::UniqueChars chars = JS_EncodeStringToUTF8(cx, name);
  return chars && agent_from(cx).builtins().binding(cx, chars.get(), args.rval());
}

}  // namespace loopscope::host
