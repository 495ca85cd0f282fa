#pragma once

#include <jsapi.h>

namespace loopscope::host {

// The engine's side of the module loader whose rules stand in node/internal/modules/*.js.
// Installs the hooks for static imports, import.meta and import().
void install_module_hooks(JSContext* cx);

// Of a module request, what its import says of the type ("json" of `with { type: 'json' }`), or
// undefined.
[[nodiscard]] bool import_type(JSContext* cx, JS::HandleObject request,
                               JS::MutableHandleValue type);

// The request in an element of JS::GetRequestedModules().
JSObject* request_of(JSObject* requested_module);

}  // namespace loopscope::host
