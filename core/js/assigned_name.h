#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace loopscope::host {

// What the call or `new` at that place is assigned to, as its text tells: "slow" in `const slow =
// new Writable()`, "out" in `this.out = fs.createWriteStream(file)`. Empty if it is not assigned
// there, or to more than a name. Lines and columns count from 1, columns in UTF-16 units; the
// engine's column of `a.b()` is that of `a`, `b` or the call.
std::string assigned_name(std::u16string_view text, uint32_t line, uint32_t column);

}  // namespace loopscope::host
