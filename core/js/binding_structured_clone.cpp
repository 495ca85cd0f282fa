#include <js/CallAndConstruct.h>
#include <js/Class.h>
#include <js/Object.h>
#include <js/StructuredClone.h>

#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/native.h"

// internalBinding('structured_clone'): the engine's structured clone (HTML, "StructuredSerialize").
namespace loopscope::host {

namespace {

// Errors are cloned by name, message and stack (HTML, "StructuredSerializeInternal",
// [[ErrorData]]), which this version of the engine leaves to us.
constexpr uint32_t kErrorTag = JS_SCTAG_USER_MIN;
constexpr const char* kErrorFields[] = {"name", "message", "stack"};

bool write_error(JSContext* cx, JSStructuredCloneWriter* writer, JS::HandleObject object, bool*,
                 void*) {
  js::ESClass kind = js::ESClass::Other;
  if (!JS::GetBuiltinClass(cx, object, &kind)) return false;
  if (kind != js::ESClass::Error) {
    JS_ReportErrorASCII(cx, "#<Object> could not be cloned.");
    return false;
  }
  if (!JS_WriteUint32Pair(writer, kErrorTag, 0)) return false;
  for (const char* field : kErrorFields) {
    JS::RootedValue value(cx);
    if (!JS_GetProperty(cx, object, field, &value)) return false;
    JS::RootedString text(cx, JS::ToString(cx, value));
    if (!text || !JS_WriteString(writer, text)) return false;
  }
  return true;
}

// The constructor of the same name if it is one of the language's, else Error.
bool error_constructor(JSContext* cx, JS::HandleString name, JS::MutableHandleValue constructor) {
  static constexpr const char* known[] = {"EvalError",   "RangeError", "ReferenceError",
                                          "SyntaxError", "TypeError",  "URIError"};
  const char* found = "Error";
  for (const char* candidate : known) {
    bool same = false;
    if (!JS_StringEqualsAscii(cx, name, candidate, &same)) return false;
    if (same) found = candidate;
  }
  JS::RootedObject global(cx, JS::CurrentGlobalOrNull(cx));
  return JS_GetProperty(cx, global, found, constructor);
}

JSObject* read_error(JSContext* cx, JSStructuredCloneReader* reader, const JS::CloneDataPolicy&,
                     uint32_t tag, uint32_t, void*) {
  if (tag != kErrorTag) return nullptr;
  JS::RootedString name(cx);
  JS::RootedString message(cx);
  JS::RootedString stack(cx);
  if (!JS_ReadString(reader, &name) || !JS_ReadString(reader, &message) ||
      !JS_ReadString(reader, &stack))
    return nullptr;
  JS::RootedValue constructor(cx);
  JS::RootedValue argument(cx, JS::StringValue(message));
  JS::RootedObject error(cx);
  if (!error_constructor(cx, name, &constructor) ||
      !JS::Construct(cx, constructor, JS::HandleValueArray(argument), &error) ||
      !JS_DefineProperty(cx, error, "stack", stack, 0))
    return nullptr;
  return error;
}

void report_clone_error(JSContext* cx, uint32_t, void*, const char* message) {
  JS_ReportErrorUTF8(cx, "%s", message);
}

const JSStructuredCloneCallbacks kCallbacks = {
    read_error, write_error, report_clone_error, nullptr, nullptr, nullptr, nullptr, nullptr,
};

// clone(value, transferList array or undefined) -> the copy. Throws an Error that the script side
// turns into a DataCloneError.
bool clone(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::CloneDataPolicy policy;
  policy.allowIntraClusterClonableSharedObjects();
  policy.allowSharedMemoryObjects();
  JSAutoStructuredCloneBuffer buffer(JS::StructuredCloneScope::SameProcess, &kCallbacks, nullptr);
  return buffer.write(cx, args.get(0), args.get(1), policy) && buffer.read(cx, args.rval(), policy);
}

}  // namespace

bool init_structured_clone_binding(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target, {{"clone", clone, 2}});
}

}  // namespace loopscope::host
