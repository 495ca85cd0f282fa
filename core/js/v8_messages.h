#pragma once

#include <jsapi.h>

#include <string>

namespace loopscope::host {

// Tells the errors' texts and stacks what stands in a file: V8 quotes expressions, names methods
// and shows source lines. Call it before the file is compiled. `file_name` is what its frames are
// compiled with; lines count from 1 as the file's do. Kept until the realm's context is destroyed.
void register_source(JSContext* cx, const std::string& file_name, JS::HandleString text);

}  // namespace loopscope::host
