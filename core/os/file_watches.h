#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "core/os/inode.h"

namespace loopscope::os {

// Something that happened to a watched file, as inotify(7) tells of it.
struct FileEvent {
  enum class Kind : uint8_t {
    kModified,
    kAttributes,
    kCreated,
    kDeleted,
    kMovedFrom,
    kMovedTo,
    kDeletedSelf,
    kMovedSelf,
    kIgnored  // it will not be heard of any more
  };

  uint64_t inode = 0;  // watched
  Kind kind{};
  bool is_folder = false;  // what it happened to
  std::string name;        // in the watched folder; empty: it happened to what is watched

  bool operator==(const FileEvent&) const = default;
};

// Which files and folders are watched, and how often.
class FileWatches {
 public:
  using Watcher = std::function<void(const FileEvent& event)>;

  explicit FileWatches(Watcher watcher) : m_watcher(std::move(watcher)) {}

  void add(const Inode& inode) { ++m_counts[inode.number]; }
  void remove(uint64_t inode);
  bool any() const { return !m_counts.empty(); }

  // Something happened to what `folder` calls `name`.
  void tell_folder(FileEvent::Kind kind, const Inode& folder, const std::string& name,
                   const Inode& inode) const;
  void tell_self(FileEvent::Kind kind, const Inode& inode) const;

 private:
  Watcher m_watcher;
  std::map<uint64_t, size_t> m_counts;  // by inode
};

}  // namespace loopscope::os
