#pragma once

#include <jsapi.h>

#include <string>
#include <string_view>

namespace loopscope::host {

// V8's complaint about a text that is no JSON (`position` is where it complains, in UTF-16 units).
struct JsonFault {
  std::string text;
  uint32_t position = 0;
};
JsonFault find_json_fault(std::u16string_view text);

// Puts JSON.parse and JSON.stringify in place whose errors are V8's; the engine's own do the work.
[[nodiscard]] bool install_v8_json(JSContext* cx, JS::HandleObject global);

}  // namespace loopscope::host
