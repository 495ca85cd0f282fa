#pragma once

#include <jsapi.h>

#include <cstdint>
#include <string>
#include <vector>

namespace loopscope::host {

// A function that waits in the chain above a promise job, innermost first: what V8 shows as "at
// async".
struct AsyncLink {
  std::string file;
  std::string function;       // the engine's name; for a combinator "Promise.all (index 1)"
  uint32_t line = 0;          // where the function begins; 0: a combinator
  uint32_t resume_index = 0;  // at which of its awaits it is, in the engine's count
  auto operator<=>(const AsyncLink&) const = default;
};

// Who awaits what `job` goes on with, up to `limit` links: the awaiting function, who awaits its
// promise, and so on. V8's rules (CaptureAsyncStackTrace): a promise with several reactions ends
// it.
std::vector<AsyncLink> async_chain(JSContext* cx, JS::HandleObject job, size_t limit);

}  // namespace loopscope::host
