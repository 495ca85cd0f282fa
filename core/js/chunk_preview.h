#pragma once

#include <jsapi.h>

#include <string>

namespace loopscope::host {

// How a chunk begins, in one short line: text as it is (line ends as they are, too), other bytes in
// hexadecimal, objects by their first properties. Runs no script.
std::string preview_chunk(JSContext* cx, JS::HandleValue chunk);

}  // namespace loopscope::host
