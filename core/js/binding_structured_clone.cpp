#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/message_payload.h"
#include "core/js/native.h"

// internalBinding('structured_clone'): the engine's structured clone (HTML, "StructuredSerialize").
namespace loopscope::host {

namespace {

// clone(value, transferList array or undefined) -> the copy. Throws an Error that the script side
// turns into a DataCloneError.
bool clone(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  ClonedValue cloned;
  if (!cloned.write(cx, args.get(0), args.get(1))) return false;
  for (const workers::PortId port : cloned.ports()) agent_from(cx).message_ports().give_away(port);
  return cloned.read(cx, args.rval());
}

}  // namespace

bool init_structured_clone_binding(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target, {{"clone", clone, 2}});
}

}  // namespace loopscope::host
