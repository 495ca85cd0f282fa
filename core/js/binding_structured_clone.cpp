#include <js/StructuredClone.h>

#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/native.h"

// internalBinding('structured_clone'): the engine's structured clone (HTML, "StructuredSerialize").
namespace loopscope::host {

namespace {

void report_clone_error(JSContext* cx, uint32_t, void*, const char* message) {
  JS_ReportErrorUTF8(cx, "%s", message);
}

const JSStructuredCloneCallbacks kCallbacks = {
    nullptr, nullptr, report_clone_error, nullptr, nullptr, nullptr, nullptr, nullptr,
};

// clone(value, transferList array or undefined) -> the copy. Throws an Error that the script side
// turns into a DataCloneError.
bool clone(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  JS::CloneDataPolicy policy;
  policy.allowIntraClusterClonableSharedObjects();
  policy.allowSharedMemoryObjects();
  JSAutoStructuredCloneBuffer buffer(JS::StructuredCloneScope::SameProcess, &kCallbacks, nullptr);
  return buffer.write(cx, args.get(0), args.get(1), policy) &&
         buffer.read(cx, args.rval(), policy);
}

}  // namespace

bool init_structured_clone_binding(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target, {{"clone", clone, 2}});
}

}  // namespace loopscope::host
