#pragma once

#include <jsapi.h>

#include <initializer_list>

namespace loopscope::host {

// A script function that the host calls, and the name a built-in module registers it by.
struct NamedHook {
  const char* name;
  JS::PersistentRootedObject& hook;
};

// Takes those functions that `given` has; the others stay as they are.
[[nodiscard]] bool take_hooks(JSContext* cx, JS::HandleObject given,
                              std::initializer_list<NamedHook> hooks);

}  // namespace loopscope::host
