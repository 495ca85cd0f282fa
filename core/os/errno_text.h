#pragma once

#include <string_view>

#include "core/os/file_result.h"

namespace loopscope::os {

// An error's name, and libuv's words for it (uv_strerror).
struct ErrnoText {
  std::string_view name;
  std::string_view words;
};
ErrnoText text_of(Errno error);

}  // namespace loopscope::os
