#include "core/js/named_hooks.h"

namespace loopscope::host {

bool take_hooks(JSContext* cx, JS::HandleObject given, std::initializer_list<NamedHook> hooks) {
  for (const NamedHook& entry : hooks) {
    JS::RootedValue value(cx);
    if (!JS_GetProperty(cx, given, entry.name, &value)) return false;
    if (value.isObject()) entry.hook = &value.toObject();
  }
  return true;
}

}  // namespace loopscope::host
