#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "core/os/base_folder.h"
#include "core/os/file_result.h"
#include "core/os/inode.h"

namespace loopscope::os {

using InodePtr = std::shared_ptr<Inode>;

// Where a path leads to.
struct Place {
  InodePtr folder;         // that the last name of the path stands in
  std::string name;        // empty for a path that ends in no name: "/", ".", ".."
  InodePtr inode;          // null: nothing of that name is there
  bool as_folder = false;  // the path ends in a slash
};

enum class Follow : uint8_t { kLast, kNotLast };  // whether a link at the path's end is followed

// What programs of the machine see as its files: one tree, all of it in memory. A folder that lies
// on a real one reads it when it is first looked at, and never again: what is changed or removed
// afterwards is so here alone.
class FileTree {
 public:
  explicit FileTree(std::function<FileTime()> clock);

  const InodePtr& root() const { return m_root; }
  FileTime now() const { return m_clock(); }

  // Lays real files under the folder of this absolute path. `base` must live as long as the tree;
  // one in a tree.
  void lay_under(std::string_view path, const BaseFolder& base, Owner owner);

  // The folder of this absolute path, which is made where there is none. No links on the way.
  InodePtr make_folders(std::string_view path, Owner owner);

  // Follows a path from a folder, as Linux does (path_resolution(7)), on behalf of `who`. What is
  // missing before the last name is an error; a missing last name is not.
  FileResult<Place> locate(const InodePtr& from, std::string_view path, Follow follow, Owner who);

  // Puts a file at an absolute path, in place of what is there.
  void declare(std::string_view path, std::shared_ptr<const Source> source, Owner owner);

  InodePtr make_inode(FileType type, uint32_t permissions, Owner owner);
  // Names an inode in a folder, where that name is free.
  void add(const InodePtr& folder, const std::string& name, const InodePtr& inode);
  // Takes a name away; the inode lives as long as somebody has it.
  void remove(const InodePtr& folder, const std::string& name);

  // A folder's files, read off the real folder if that has not been done.
  std::map<std::string, InodePtr>& children(const InodePtr& folder);
  // The absolute path of a folder; empty if it was removed.
  std::string path_of(const InodePtr& folder) const;

  static bool may(const Inode& inode, Owner who, unsigned access);

 private:
  void read_base(const InodePtr& folder_inode);

  std::function<FileTime()> m_clock;
  std::shared_ptr<ChunkPool> m_chunks = std::make_shared<ChunkPool>();
  uint64_t m_last_number = 1;
  InodePtr m_root;
  const BaseFolder* m_base = nullptr;
  Owner m_base_owner;
};

// What may() is asked for.
inline constexpr unsigned kMayRead = 4;
inline constexpr unsigned kMayWrite = 2;
inline constexpr unsigned kMayExecute = 1;

// /dev/null and its like.
void add_devices(FileTree& tree);

}  // namespace loopscope::os
