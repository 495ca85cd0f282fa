#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/os/file_contents.h"

namespace loopscope::os {

enum class FileType : uint8_t { kFile, kFolder, kLink, kDevice };

// Real files beneath the virtual ones, read only. Paths are relative to the folder's top, "" is the
// top itself; none of them leads over a symbolic link.
class BaseFolder {
 public:
  struct Entry {
    std::string name;
    FileType type = FileType::kFile;
    bool executable = false;
    std::string target;  // of a link
  };

  virtual ~BaseFolder() = default;
  // In no order. Of a folder that cannot be read: nothing.
  virtual std::vector<Entry> list(const std::string& folder) const = 0;
  virtual std::shared_ptr<const Source> open(const std::string& file) const = 0;
};

}  // namespace loopscope::os
