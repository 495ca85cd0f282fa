#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/native.h"

// internalBinding('builtins'): which built-in modules there are.
namespace loopscope::host {

namespace {

// exists(id)
bool exists(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string id;
  if (!to_utf8(cx, args.get(0), id)) return false;
  args.rval().setBoolean(Builtins::exists(id));
  return true;
}

// uncounted(function): calls it with the CPU meter off, for work that real Node does outside
// JavaScript, and returns its result.
bool uncounted(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  CpuMeter& meter = agent_from(cx).meter();
  const CpuMeter::Pause pause(meter);
  return JS::Call(cx, JS::UndefinedHandleValue, args[0], JS::HandleValueArray::empty(),
                  args.rval());
}

}  // namespace

bool init_builtins_binding(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target, {{"exists", exists, 1}, {"uncounted", uncounted, 1}});
}

}  // namespace loopscope::host
