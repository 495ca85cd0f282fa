#pragma once

#include <jsapi.h>

namespace loopscope::host {

// The engine's side of the module loader whose rules stand in node/internal/modules/*.js.
// Installs the hooks for static imports, import.meta and import().
void install_module_hooks(JSContext* cx);

}  // namespace loopscope::host
