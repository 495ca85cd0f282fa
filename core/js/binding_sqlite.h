#pragma once

#include <jsapi.h>

namespace loopscope::host {

// internalBinding('sqlite'): core/os/database for node/internal/sqlite/*.js, which gives arguments
// of the right types. What takes its time is a job for the thread pool, with a callback as its
// first argument: (code, message, …).
[[nodiscard]] bool init_sqlite_binding(JSContext* cx, JS::HandleObject target);

}  // namespace loopscope::host
