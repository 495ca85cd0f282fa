#include "core/os/errno_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace loopscope::os {

namespace {

constexpr std::array kTexts = {
    std::pair(EACCES, ErrnoText{"EACCES", "permission denied"}),
    std::pair(EBADF, ErrnoText{"EBADF", "bad file descriptor"}),
    std::pair(EBUSY, ErrnoText{"EBUSY", "resource busy or locked"}),
    std::pair(EEXIST, ErrnoText{"EEXIST", "file already exists"}),
    std::pair(EFBIG, ErrnoText{"EFBIG", "file too large"}),
    std::pair(EINVAL, ErrnoText{"EINVAL", "invalid argument"}),
    std::pair(EIO, ErrnoText{"EIO", "i/o error"}),
    std::pair(EISDIR, ErrnoText{"EISDIR", "illegal operation on a directory"}),
    std::pair(ELOOP, ErrnoText{"ELOOP", "too many symbolic links encountered"}),
    std::pair(EMFILE, ErrnoText{"EMFILE", "too many open files"}),
    std::pair(ENAMETOOLONG, ErrnoText{"ENAMETOOLONG", "name too long"}),
    std::pair(ENOENT, ErrnoText{"ENOENT", "no such file or directory"}),
    std::pair(ENOMEM, ErrnoText{"ENOMEM", "not enough memory"}),
    std::pair(ENOSPC, ErrnoText{"ENOSPC", "no space left on device"}),
    std::pair(ENOTDIR, ErrnoText{"ENOTDIR", "not a directory"}),
    std::pair(ENOTEMPTY, ErrnoText{"ENOTEMPTY", "directory not empty"}),
    std::pair(EPERM, ErrnoText{"EPERM", "operation not permitted"}),
};

}  // namespace

ErrnoText text_of(Errno error) {
  const auto found = std::find_if(kTexts.begin(), kTexts.end(),
                                  [&](const auto& text) { return text.first == error.number; });
  return found == kTexts.end() ? ErrnoText{"UNKNOWN", "unknown error"} : found->second;
}

}  // namespace loopscope::os
