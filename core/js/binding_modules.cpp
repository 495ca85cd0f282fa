#include <js/Array.h>
#include <js/CompilationAndEvaluation.h>
#include <js/Modules.h>
#include <js/Promise.h>
#include <js/ScriptPrivate.h>
#include <js/SourceText.h>
#include <js/StableStringChars.h>

#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/modules.h"
#include "core/js/named_hooks.h"
#include "core/js/native.h"
#include "core/js/v8_errors.h"
#include "core/js/v8_messages.h"

// internalBinding('modules'): files and compilation for node/internal/modules/*.js.
namespace loopscope::host {

namespace {

bool set_string(JSContext* cx, std::string_view text, JS::MutableHandleValue result) {
  JSString* string = JS_NewStringCopyUTF8N(cx, {text.data(), text.size()});
  if (string == nullptr) return false;
  result.setString(string);
  return true;
}

// The simulated machine's files first: modules may have been written by the program.
ModuleFiles::Kind kind_of(Agent& agent, const std::string& path) {
  agent.thread_pool();
  const std::optional<os::FileType> type = agent.files().type(path);
  if (!type) return agent.module_files().kind(path);
  return *type == os::FileType::kFolder ? ModuleFiles::Kind::kFolder : ModuleFiles::Kind::kFile;
}

std::optional<std::string> text_of(Agent& agent, const std::string& path) {
  agent.thread_pool();
  std::optional<std::string> text = agent.files().contents(path);
  return text ? text : agent.module_files().read(path);
}

// kind(path) -> 0 nothing there, 1 a file, 2 a folder
bool kind(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string path;
  if (!to_utf8(cx, args.get(0), path)) return false;
  args.rval().setInt32(static_cast<int32_t>(kind_of(agent_from(cx), path)));
  return true;
}

// readSource(path) -> its text, without a byte order mark, or undefined
bool read_source(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string path;
  if (!to_utf8(cx, args.get(0), path)) return false;
  args.rval().setUndefined();
  const std::optional<std::string> text = text_of(agent_from(cx), path);
  if (!text) return true;
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  std::string_view view(*text);
  if (view.starts_with(kByteOrderMark)) view.remove_prefix(kByteOrderMark.size());
  return set_string(cx, view, args.rval());
}

bool init_source(JSContext* cx, JS::HandleString string, JS::AutoStableStringChars& chars,
                 JS::SourceText<char16_t>& source) {
  return chars.initTwoByte(cx, string) &&
         source.init(cx, chars.twoByteChars(), JS_GetStringLength(string),
                     JS::SourceOwnership::Borrowed);
}

// compileFunction(source, fileName, parameters, private) -> function
bool compile_function(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedString text(cx, args[0].toString());
  std::string file_name;
  if (!to_utf8(cx, args[1], file_name)) return false;
  JS::RootedObject parameters(cx, &args[2].toObject());
  uint32_t count = 0;
  if (!JS::GetArrayLength(cx, parameters, &count)) return false;
  std::vector<std::string> names(count);
  std::vector<const char*> pointers(count);
  for (uint32_t i = 0; i < count; ++i) {
    JS::RootedValue name(cx);
    if (!JS_GetElement(cx, parameters, i, &name) || !to_utf8(cx, name, names[i])) return false;
    pointers[i] = names[i].c_str();
  }
  JS::AutoStableStringChars chars(cx);
  JS::SourceText<char16_t> source;
  if (!init_source(cx, text, chars, source)) return false;
  register_source(cx, file_name, text);
  JS::CompileOptions options(cx);
  // The engine puts the parameters on a line of their own before the body.
  options.setFileAndLine(file_name.c_str(), 0);
  JS::RootedObjectVector no_scopes(cx);
  JS::Rooted<JSFunction*> function(
      cx, JS::CompileFunction(cx, no_scopes, options, "", count, pointers.data(), source));
  end_of_compilation(cx);
  if (!function) return false;
  JS::SetScriptPrivate(JS_GetFunctionScript(cx, function), args.get(3));
  args.rval().setObject(*JS_GetFunctionObject(function));
  return true;
}

// runScript(source, name, private): as a script of the global scope, metered
bool run_script(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedString text(cx, args[0].toString());
  std::string name;
  if (!to_utf8(cx, args[1], name)) return false;
  JS::AutoStableStringChars chars(cx);
  JS::SourceText<char16_t> source;
  if (!init_source(cx, text, chars, source)) return false;
  register_source(cx, name, text);
  JS::CompileOptions options(cx);
  options.setFileAndLine(name.c_str(), 1);
  JS::RootedScript script(cx, JS::Compile(cx, options, source));
  end_of_compilation(cx);
  if (!script) return false;
  JS::SetScriptPrivate(script, args.get(2));
  const CpuMeter::Resumption resumption(agent_from(cx).meter());
  if (JS_ExecuteScript(cx, script, args.rval())) return true;
  show_line_in_stack(cx);
  return false;
}

// compileModule(source, url, private) -> module record
bool compile_module(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedString text(cx, args[0].toString());
  std::string url;
  if (!to_utf8(cx, args[1], url)) return false;
  JS::AutoStableStringChars chars(cx);
  JS::SourceText<char16_t> source;
  if (!init_source(cx, text, chars, source)) return false;
  register_source(cx, url, text);
  JS::CompileOptions options(cx);
  options.setFileAndLine(url.c_str(), 1);
  options.setModule();
  JS::RootedObject record(cx, JS::CompileModule(cx, options, source));
  end_of_compilation(cx);
  if (!record) return false;
  JS::SetModulePrivate(record, args.get(2));
  args.rval().setObject(*record);
  return true;
}

// requests(record) -> what it imports, in order: specifier, type or undefined, specifier, …
bool requests(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject record(cx, &args[0].toObject());
  JS::RootedObject requested(cx, JS::GetRequestedModules(cx, record));
  uint32_t count = 0;
  if (!requested || !JS::GetArrayLength(cx, requested, &count)) return false;
  JS::RootedValueVector result(cx);
  for (uint32_t i = 0; i < count; ++i) {
    JS::RootedValue request(cx);
    if (!JS_GetElement(cx, requested, i, &request)) return false;
    JSString* specifier = JS::GetRequestedModuleSpecifier(cx, request);
    if (specifier == nullptr || !result.append(JS::StringValue(specifier))) return false;
    JS::RootedObject module_request(cx, request_of(&request.toObject()));
    JS::RootedValue type(cx);
    if (!import_type(cx, module_request, &type) || !result.append(type)) return false;
  }
  JSObject* array = JS::NewArrayObject(cx, result);
  if (array == nullptr) return false;
  args.rval().setObject(*array);
  return true;
}

bool link(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject record(cx, &args[0].toObject());
  args.rval().setUndefined();
  return JS::ModuleInstantiate(cx, record);
}

// evaluate(record) -> the promise of its evaluation
bool evaluate(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject record(cx, &args[0].toObject());
  return JS::ModuleEvaluate(cx, record, args.rval());
}

bool module_namespace(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject record(cx, &args[0].toObject());
  JSObject* object = JS::GetModuleNamespace(cx, record);
  if (object == nullptr) return false;
  args.rval().setObject(*object);
  return true;
}

bool resolve_promise(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject promise(cx, &args[0].toObject());
  args.rval().setUndefined();
  return JS::ResolvePromise(cx, promise, args.get(1));
}

bool reject_promise(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject promise(cx, &args[0].toObject());
  args.rval().setUndefined();
  return JS::RejectPromise(cx, promise, args.get(1));
}

// notePathList(object) -> object: it holds places to look at, as many as the program lies deep.
bool note_path_list(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  if (!agent_from(cx).place().note_path_list(&args[0].toObject())) return false;
  args.rval().set(args[0]);
  return true;
}

// afterRead(callback): calls it in the poll phase when a file could have been read.
bool after_read(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  JS::RootedObject callback(cx, &args[0].toObject());
  agent.submit_pool_job({"load module", agent.disk_latency(), {}}, callback);
  args.rval().setUndefined();
  return true;
}

// setHooks({ runMain, importModule, importMeta }): any of them.
bool set_hooks(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::RootedObject given(cx, &args[0].toObject());
  Agent::Hooks& hooks = agent_from(cx).hooks();
  if (!take_hooks(cx, given,
                  {{"runMain", hooks.run_main},
                   {"importModule", hooks.import_module},
                   {"importMeta", hooks.import_meta}}))
    return false;
  args.rval().setUndefined();
  return true;
}

}  // namespace

bool init_modules_binding(JSContext* cx, JS::HandleObject target) {
  JS::RootedValue root_value(cx);
  JS::RootedValue loads_modules(
      cx, JS::BooleanValue(agent_from(cx).options().semantics.require_loads_es_modules));
  return set_string(cx, agent_from(cx).place().folder(), &root_value) &&
         JS_DefineProperty(cx, target, "root", root_value, JSPROP_ENUMERATE) &&
         JS_DefineProperty(cx, target, "requireLoadsModules", loads_modules, JSPROP_ENUMERATE) &&
         define_natives(cx, target,
                        {{"kind", kind, 1},
                         {"readSource", read_source, 1},
                         {"compileFunction", compile_function, 4},
                         {"compileModule", compile_module, 3},
                         {"runScript", run_script, 3},
                         {"requests", requests, 1},
                         {"link", link, 1},
                         {"evaluate", evaluate, 1},
                         {"namespace", module_namespace, 1},
                         {"resolvePromise", resolve_promise, 2},
                         {"rejectPromise", reject_promise, 2},
                         {"notePathList", note_path_list, 1},
                         {"afterRead", after_read, 1},
                         {"setHooks", set_hooks, 1}});
}

}  // namespace loopscope::host
