#pragma once

#include <jsapi.h>

namespace loopscope::host {

// Defines what of crypto may be done at once or on a thread of the pool: deriving keys, random
// bytes, hashing for WebCrypto. Each native takes a function first. If it is undefined the work is
// done at once, the calling agent pays for it, and what came of it is returned; else it is a job,
// and the function is called with that in the poll phase after it. What is wrong with the arguments
// is returned at once either way.
[[nodiscard]] bool define_crypto_jobs(JSContext* cx, JS::HandleObject target);

}  // namespace loopscope::host
