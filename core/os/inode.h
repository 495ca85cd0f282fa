#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "core/os/base_folder.h"
#include "core/os/file_contents.h"

namespace loopscope::os {

// Nanoseconds since 1970 of the simulated machine's wall clock.
struct FileTime {
  int64_t ns = 0;
  auto operator<=>(const FileTime&) const = default;
};

// Who a file belongs to, or who asks for it.
struct Owner {
  uint32_t user = 0;
  uint32_t group = 0;
  bool operator==(const Owner&) const = default;
};

enum class Device : uint8_t { kNull, kZero, kFull, kInput, kOutput, kErrorOutput };

// A file, folder, link or device, whatever it is called and how often.
struct Inode {
  uint64_t number = 0;
  FileType type = FileType::kFile;
  uint32_t permissions = 0;  // the lower twelve bits of its mode
  Owner owner;
  uint32_t links = 1;
  FileTime accessed;
  FileTime modified;
  FileTime changed;
  FileTime born;

  FileContents contents;                                   // of a file
  std::string target;                                      // of a link
  Device device = Device::kNull;                           // of a device
  std::map<std::string, std::shared_ptr<Inode>> children;  // of a folder
  std::weak_ptr<Inode> parent;                             // of a folder
  std::optional<std::string> unread;  // of a folder beneath whose files were not looked at so far

  bool is_folder() const { return type == FileType::kFolder; }
};

}  // namespace loopscope::os
