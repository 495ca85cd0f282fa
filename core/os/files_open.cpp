#include <fcntl.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "core/os/files.h"

// Files: what is done with open files.
namespace loopscope::os {

using Kind = FileEvent::Kind;

namespace {

// What ext4 with blocks of 4 KiB can hold.
constexpr uint64_t kLargestFile = (1ULL << 44) - kBlockBytes;

bool wants_to_read(int flags) {
  return (flags & O_ACCMODE) != O_WRONLY;
}

bool wants_to_write(int flags) {
  return (flags & O_ACCMODE) != O_RDONLY;
}

// Linux's "relatime": a time of reading is noted where the last one is older than the last change,
// or a day old.
void note_reading(Inode& inode, FileTime now) {
  constexpr int64_t kDayNs = 86'400'000'000'000;
  if (inode.accessed <= inode.modified || inode.accessed <= inode.changed ||
      now.ns - inode.accessed.ns >= kDayNs)
    inode.accessed = now;
}

}  // namespace

FileResult<std::shared_ptr<OpenFile>> Files::at(int number) const {
  const auto found = m_open.find(number);
  if (found == m_open.end()) return Errno{EBADF};
  return found->second;
}

// The lowest number that is free.
FileResult<int> Files::number_for(std::shared_ptr<OpenFile> file) {
  constexpr int kStandard = 3;
  int number = 0;
  for (const auto& [taken, ignored] : m_open) {
    if (number == kStandard) number = kFirstNumber;
    if (taken != number) break;
    ++number;
  }
  if (number == kStandard) number = kFirstNumber;
  if (number >= kNumbers) return Errno{EMFILE};
  m_open.emplace(number, std::move(file));
  return number;
}

Errno Files::may_open(const Inode& inode, int flags) const {
  if (inode.type == FileType::kLink) return {ELOOP};  // with O_NOFOLLOW
  if (inode.is_folder() && (wants_to_write(flags) || (flags & O_CREAT) != 0)) return {EISDIR};
  if ((flags & O_DIRECTORY) != 0 && !inode.is_folder()) return {ENOTDIR};
  if ((wants_to_read(flags) && !may(inode, kMayRead)) ||
      (wants_to_write(flags) && !may(inode, kMayWrite)))
    return {EACCES};
  return {};
}

FileResult<Place> Files::create(const Place& place, int flags, uint32_t mode) {
  if ((flags & O_CREAT) == 0) return Errno{ENOENT};
  if (place.as_folder) return Errno{EISDIR};
  if (place.folder->links == 0) return Errno{ENOENT};  // it was removed
  if (!may(*place.folder, kMayWrite)) return Errno{EACCES};
  constexpr uint32_t kPermissionBits = 07777;
  Place created = place;
  created.inode = m_tree.make_inode(FileType::kFile, mode & ~m_mask & kPermissionBits, m_owner);
  m_tree.add(place.folder, place.name, created.inode);
  m_watches.tell_folder(Kind::kCreated, *place.folder, place.name, *created.inode);
  return created;
}

FileResult<int> Files::open(std::string_view path, int flags, uint32_t mode) {
  // The number comes first: nothing is looked up, made or cut for a process that has no more.
  auto file = std::make_shared<OpenFile>();
  const FileResult<int> number = number_for(file);
  if (!number) return number;
  const Errno failed = open_at(*file, path, flags, mode);
  if (!failed.failed()) return number;
  m_open.erase(*number);
  return failed;
}

Errno Files::open_at(OpenFile& file, std::string_view path, int flags, uint32_t mode) {
  const bool must_be_new = (flags & O_CREAT) != 0 && (flags & O_EXCL) != 0;
  const bool follows = !must_be_new && (flags & O_NOFOLLOW) == 0;
  const FileResult<Place> located = locate(path, follows ? Follow::kLast : Follow::kNotLast);
  if (!located) return located.error();
  file.place = *located;
  file.reads = wants_to_read(flags);
  file.writes = wants_to_write(flags);
  file.appends = (flags & O_APPEND) != 0;
  if (!located->inode) {
    const FileResult<Place> created = create(*located, flags, mode);
    if (created) file.place = *created;
    return created.error();
  }
  if (must_be_new) return {EEXIST};
  if (const Errno denied = may_open(*located->inode, flags); denied.failed()) return denied;
  const bool cuts =
      (flags & O_TRUNC) != 0 && file.writes && located->inode->type == FileType::kFile;
  return cuts ? resize(file.place, 0) : Errno{};
}

Errno Files::close(int number) {
  const auto file = at(number);
  if (!file) return file.error();
  m_open.erase(number);
  tell_if_gone(*(*file)->place.inode);
  return {};
}

FileResult<size_t> Files::read_device(const Inode& inode, std::span<char> to) const {
  if (inode.device != Device::kZero && inode.device != Device::kFull) return size_t{0};
  std::fill(to.begin(), to.end(), '\0');
  return to.size();
}

FileResult<size_t> Files::write_device(const Inode& inode, std::string_view bytes) const {
  if (inode.device == Device::kFull) return Errno{ENOSPC};
  if (inode.device == Device::kOutput) m_output(1, bytes);
  if (inode.device == Device::kErrorOutput) m_output(2, bytes);
  return bytes.size();
}

FileResult<size_t> Files::read(int number, std::span<char> to, std::optional<uint64_t> offset) {
  const auto file = at(number);
  if (!file) return file.error();
  if (!(*file)->reads) return Errno{EBADF};
  Inode& inode = *(*file)->place.inode;
  if (inode.is_folder()) return Errno{EISDIR};
  if (inode.type == FileType::kDevice) return read_device(inode, to);
  size_t count = 0;
  if (!inode.contents.read(offset.value_or((*file)->offset), to, count)) return Errno{EIO};
  if (!offset) (*file)->offset += count;
  if (!to.empty()) note_reading(inode, m_tree.now());
  return count;
}

FileResult<size_t> Files::write(int number, std::string_view bytes,
                                std::optional<uint64_t> offset) {
  const auto file = at(number);
  if (!file) return file.error();
  if (!(*file)->writes) return Errno{EBADF};
  Inode& inode = *(*file)->place.inode;
  if (inode.type == FileType::kDevice) return write_device(inode, bytes);
  // Linux appends even if an offset is given.
  const uint64_t begin =
      (*file)->appends ? inode.contents.size() : offset.value_or((*file)->offset);
  if (begin > kLargestFile || bytes.size() > kLargestFile - begin) return Errno{EFBIG};
  if (!inode.contents.write(begin, bytes)) return Errno{EIO};
  if (!offset) (*file)->offset = begin + bytes.size();
  if (bytes.empty()) return size_t{0};
  inode.modified = inode.changed = m_tree.now();
  tell(Kind::kModified, (*file)->place);
  return bytes.size();
}

uint64_t Files::readable(int number, uint64_t length, std::optional<uint64_t> offset) const {
  const auto file = at(number);
  if (!file || (*file)->place.inode->type != FileType::kFile) return 0;
  const uint64_t size = (*file)->place.inode->contents.size();
  const uint64_t begin = offset.value_or((*file)->offset);
  return begin < size ? std::min(length, size - begin) : 0;
}

FileResult<uint64_t> Files::offset_of(int number) const {
  const auto file = at(number);
  if (!file) return file.error();
  return (*file)->offset;
}

std::shared_ptr<const Source> Files::source_of(int number) const {
  const auto file = at(number);
  if (!file || !(*file)->reads || (*file)->place.inode->type != FileType::kFile) return nullptr;
  return (*file)->place.inode->contents.untouched_source();
}

FileResult<size_t> Files::reread(int number, size_t length, std::optional<uint64_t> offset) {
  const auto file = at(number);
  if (!file) return file.error();
  const auto count = static_cast<size_t>(readable(number, length, offset));
  if (!offset) (*file)->offset += count;
  note_reading(*(*file)->place.inode, m_tree.now());
  return count;
}

FileResult<Status> Files::status_of(int number) {
  const auto file = at(number);
  if (!file) return file.error();
  return status_of(*(*file)->place.inode);
}

Errno Files::sync(int number) {
  const auto file = at(number);
  if (!file) return file.error();
  return (*file)->place.inode->type == FileType::kDevice ? Errno{EINVAL} : Errno{};
}

Errno Files::resize(const Place& place, uint64_t size) {
  if (size > kLargestFile) return {EFBIG};
  if (!place.inode->contents.resize(size)) return {EIO};
  place.inode->modified = place.inode->changed = m_tree.now();
  tell(Kind::kModified, place);
  return {};
}

Errno Files::truncate(int number, int64_t size) {
  const auto file = at(number);
  if (!file) return file.error();
  if (size < 0 || !(*file)->writes || (*file)->place.inode->type != FileType::kFile)
    return {EINVAL};
  return resize((*file)->place, static_cast<uint64_t>(size));
}

Errno Files::change_mode(int number, uint32_t mode) {
  const auto file = at(number);
  return file ? change_mode((*file)->place, mode) : file.error();
}

Errno Files::change_owner(int number, Owner owner) {
  const auto file = at(number);
  return file ? change_owner((*file)->place, owner) : file.error();
}

Errno Files::change_times(int number, FileTime accessed, FileTime modified) {
  const auto file = at(number);
  return file ? change_times((*file)->place, accessed, modified) : file.error();
}

// libuv's uv_fs_copyfile: opens both, gives the copy the same permissions and contents.
Errno Files::copy(std::string_view from, std::string_view to, bool may_replace) {
  const FileResult<int> source = open(from, O_RDONLY, 0);
  if (!source) return source.error();
  const std::shared_ptr<OpenFile> read_file = m_open.at(*source);
  m_open.erase(*source);
  const Inode& original = *read_file->place.inode;
  if (original.is_folder()) return {EISDIR};
  // Not cut yet: it may be the very file that is copied.
  const FileResult<int> target =
      open(to, O_WRONLY | O_CREAT | (may_replace ? 0 : O_EXCL), original.permissions);
  if (!target) return target.error();
  const std::shared_ptr<OpenFile> written_file = m_open.at(*target);
  m_open.erase(*target);
  const Place& place = written_file->place;
  if (place.inode == read_file->place.inode) return {};
  if (place.inode->type != FileType::kFile || original.type != FileType::kFile) return {EINVAL};
  place.inode->contents = original.contents;
  place.inode->permissions = original.permissions;
  place.inode->modified = place.inode->changed = m_tree.now();
  tell(Kind::kModified, place);
  tell(Kind::kAttributes, place);
  if (original.contents.size() != 0) tell(Kind::kModified, place);
  return {};
}

}  // namespace loopscope::os
