#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/os/file_result.h"
#include "core/os/file_tree.h"
#include "core/os/file_watches.h"

namespace loopscope::os {

// What stat(2) tells of a file.
struct Status {
  uint64_t inode = 0;
  uint32_t mode = 0;  // with the type's bits
  uint32_t links = 0;
  Owner owner;
  uint64_t device = 0;   // that it lies on
  uint64_t special = 0;  // that it is
  uint64_t size = 0;
  uint64_t blocks = 0;  // of 512 bytes
  FileTime accessed, modified, changed, born;
};
inline constexpr uint64_t kBlockBytes = 4096;

struct NamedType {
  std::string name;
  FileType type = FileType::kFile;
};

// What statfs(2) tells of the one file system there is. Its room is not used up by anything.
struct FileSystemStatus {
  uint64_t type, block_bytes, blocks, free_blocks, available_blocks, files, free_files;
};

struct WatchedFile {
  uint64_t inode = 0;
  std::string name;  // as the path has it
};

// Opened files; several numbers may share one.
struct OpenFile {
  Place place;
  uint64_t offset = 0;
  bool reads = false;
  bool writes = false;
  bool appends = false;
};

// The file operations of one process of the simulated machine: Linux's system calls as libuv makes
// them, on the machine's files. They take no time and never block; who calls them says how long
// they took.
class Files {
 public:
  // The numbers Node's first file gets: what lies between the standard streams and it belongs to
  // libuv, V8 and Node.
  static constexpr int kFirstNumber = 18;
  // As many numbers as a process may have (RLIMIT_NOFILE).
  static constexpr int kNumbers = 4096;

  // What is written to the standard streams.
  using Output = std::function<void(int number, std::string_view bytes)>;
  // 64 random bits, for names of temporary folders.
  using Random = std::function<uint64_t()>;

  Files(FileTree& tree, Owner owner, Output output, Random random, FileWatches::Watcher watcher);

  // Descriptors.
  FileResult<int> open(std::string_view path, int flags, uint32_t mode);
  Errno close(int number);
  // Without an offset: where the file stands, which moves on.
  FileResult<size_t> read(int number, std::span<char> to, std::optional<uint64_t> offset);
  FileResult<size_t> write(int number, std::string_view bytes, std::optional<uint64_t> offset);
  FileResult<Status> status_of(int number);
  Errno sync(int number);
  Errno truncate(int number, int64_t size);
  Errno change_mode(int number, uint32_t mode);
  Errno change_owner(int number, Owner owner);
  Errno change_times(int number, FileTime accessed, FileTime modified);
  // How many bytes reading `length` would get now.
  uint64_t readable(int number, uint64_t length, std::optional<uint64_t> offset) const;
  // Where a file stands.
  FileResult<uint64_t> offset_of(int number) const;
  // What an open file holds, if it can be read and nothing was written over it; else null.
  std::shared_ptr<const Source> source_of(int number) const;
  // Reads as read() does what `to` is known to hold already.
  FileResult<size_t> reread(int number, size_t length, std::optional<uint64_t> offset);

  // Paths.
  FileResult<Status> status(std::string_view path, Follow follow);
  FileResult<FileSystemStatus> system_status(std::string_view path);
  Errno access(std::string_view path, unsigned wanted);
  Errno change_mode(std::string_view path, uint32_t mode);
  Errno change_owner(std::string_view path, Owner owner, Follow follow);
  Errno change_times(std::string_view path, FileTime accessed, FileTime modified, Follow follow);
  FileResult<std::vector<NamedType>> list(std::string_view path);
  Errno make_folder(std::string_view path, uint32_t mode);
  // With all folders on the way; the first that had to be made, if one had.
  FileResult<std::optional<std::string>> make_folders(const std::string& path, uint32_t mode);
  // A new folder of this name and six characters more.
  FileResult<std::string> make_temporary(const std::string& prefix);
  Errno remove_folder(std::string_view path);
  Errno unlink(std::string_view path);
  Errno rename(std::string_view from, std::string_view to);
  Errno link(std::string_view existing, std::string_view path);
  Errno make_link(std::string_view target, std::string_view path);
  FileResult<std::string> link_target(std::string_view path);
  FileResult<std::string> real_path(std::string_view path);
  Errno copy(std::string_view from, std::string_view to, bool may_replace);

  // The process's folder and mask.
  Errno change_folder(std::string_view path);
  std::string folder() const { return m_tree.path_of(m_folder); }
  uint32_t set_mask(uint32_t mask);
  uint32_t mask() const { return m_mask; }

  // Whole files for the machine's own use: programs' modules.
  std::optional<FileType> type(std::string_view path);
  std::optional<std::string> contents(std::string_view path);

  // The watcher is told of changes to a file, or to the files of a folder, until unwatch().
  FileResult<WatchedFile> watch(std::string_view path);
  void unwatch(uint64_t inode) { m_watches.remove(inode); }

 private:
  FileResult<Place> locate(std::string_view path, Follow follow);
  // The same for something that must be there.
  FileResult<Place> find(std::string_view path, Follow follow);
  // And for a name that must be free, in a folder that may be written to.
  FileResult<Place> find_room(std::string_view path);
  Errno may_remove(const Place& place) const;
  FileResult<std::shared_ptr<OpenFile>> at(int number) const;
  FileResult<int> number_for(std::shared_ptr<OpenFile> file);
  Errno open_at(OpenFile& file, std::string_view path, int flags, uint32_t mode);
  Errno may_open(const Inode& inode, int flags) const;
  FileResult<Place> create(const Place& place, int flags, uint32_t mode);
  FileResult<size_t> read_device(const Inode& inode, std::span<char> to) const;
  FileResult<size_t> write_device(const Inode& inode, std::string_view bytes) const;
  Errno change_mode(const Place& place, uint32_t mode);
  Errno change_owner(const Place& place, Owner owner);
  Errno change_times(const Place& place, FileTime accessed, FileTime modified);
  Errno resize(const Place& place, uint64_t size);
  Errno may_replace(const Place& source, const Place& target) const;
  Errno make_folder_at(const Place& place, uint32_t mode);
  bool is_within(InodePtr folder, const InodePtr& top) const;
  void drop_name(const Place& place);
  void tell(FileEvent::Kind kind, const Place& place) const;
  void tell_if_gone(const Inode& inode) const;
  Status status_of(const Inode& inode) const;
  bool may(const Inode& inode, unsigned access) const {
    return FileTree::may(inode, m_owner, access);
  }

  FileTree& m_tree;
  Owner m_owner;
  Output m_output;
  Random m_random;
  InodePtr m_folder;
  uint32_t m_mask = 022;
  std::map<int, std::shared_ptr<OpenFile>> m_open;
  FileWatches m_watches;
};

}  // namespace loopscope::os
