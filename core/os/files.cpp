#include "core/os/files.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <utility>

namespace loopscope::os {

using Kind = FileEvent::Kind;

namespace {

constexpr uint32_t kPermissionBits = 07777;
constexpr uint32_t kStickyBit = 01000;

uint32_t type_bits(const Inode& inode) {
  switch (inode.type) {
    case FileType::kFile:
      return S_IFREG;
    case FileType::kFolder:
      return S_IFDIR;
    case FileType::kLink:
      return S_IFLNK;
    case FileType::kDevice:
      return S_IFCHR;
  }
  return 0;
}

}  // namespace

Files::Files(FileTree& tree, Owner owner, Output output, Random random,
             FileWatches::Watcher watcher)
    : m_tree(tree),
      m_owner(owner),
      m_output(std::move(output)),
      m_random(std::move(random)),
      m_folder(tree.root()),
      m_watches(std::move(watcher)) {
  constexpr uint32_t kForAll = 0666;
  const std::array standard = {Device::kInput, Device::kOutput, Device::kErrorOutput};
  for (size_t i = 0; i < standard.size(); ++i) {
    auto file = std::make_shared<OpenFile>();
    file->place.folder = tree.root();
    file->place.inode = tree.make_inode(FileType::kDevice, kForAll, owner);
    file->place.inode->device = standard[i];
    file->reads = standard[i] == Device::kInput;
    file->writes = !file->reads;
    m_open.emplace(static_cast<int>(i), std::move(file));
  }
}

FileResult<Place> Files::locate(std::string_view path, Follow follow) {
  return m_tree.locate(m_folder, path, follow, m_owner);
}

FileResult<Place> Files::find(std::string_view path, Follow follow) {
  FileResult<Place> place = locate(path, follow);
  if (place && !place->inode) return Errno{ENOENT};
  return place;
}

FileResult<Place> Files::find_room(std::string_view path) {
  FileResult<Place> place = locate(path, Follow::kNotLast);
  if (!place) return place;
  if (place->inode) return Errno{EEXIST};
  if (place->folder->links == 0) return Errno{ENOENT};
  if (!may(*place->folder, kMayWrite)) return Errno{EACCES};
  return place;
}

// Whether a name may be taken away, which is up to its folder.
Errno Files::may_remove(const Place& place) const {
  if (!may(*place.folder, kMayWrite | kMayExecute)) return {EACCES};
  const bool is_sticky = (place.folder->permissions & kStickyBit) != 0;
  if (is_sticky && m_owner.user != 0 && m_owner.user != place.inode->owner.user &&
      m_owner.user != place.folder->owner.user)
    return {EPERM};
  return {};
}

Status Files::status_of(const Inode& inode) const {
  constexpr uint64_t kDevice = 65024;
  constexpr uint64_t kSpecial = 259;  // as /dev/null has it
  constexpr uint64_t kSectorBytes = 512;
  Status status;
  status.inode = inode.number;
  status.mode = type_bits(inode) | inode.permissions;
  status.links = inode.links;
  status.owner = inode.owner;
  status.device = kDevice;
  if (inode.type == FileType::kDevice) status.special = kSpecial;
  if (inode.type == FileType::kFile) status.size = inode.contents.size();
  if (inode.type == FileType::kFolder) status.size = kBlockBytes;
  if (inode.type == FileType::kLink) status.size = inode.target.size();
  if (inode.type == FileType::kFile || inode.type == FileType::kFolder)
    status.blocks = (status.size + kBlockBytes - 1) / kBlockBytes * (kBlockBytes / kSectorBytes);
  status.accessed = inode.accessed;
  status.modified = inode.modified;
  status.changed = inode.changed;
  status.born = inode.born;
  return status;
}

FileResult<Status> Files::status(std::string_view path, Follow follow) {
  const FileResult<Place> place = find(path, follow);
  if (!place) return place.error();
  return status_of(*place->inode);
}

FileResult<FileSystemStatus> Files::system_status(std::string_view path) {
  const FileResult<Place> place = find(path, Follow::kLast);
  if (!place) return place.error();
  constexpr uint64_t kExt4 = 0xEF53;
  return FileSystemStatus{kExt4,      kBlockBytes, 66'053'021, 57'389'969,
                          54'000'000, 16'777'216,  16'254'658};
}

Errno Files::access(std::string_view path, unsigned wanted) {
  const FileResult<Place> place = find(path, Follow::kLast);
  if (!place) return place.error();
  constexpr unsigned kAll = 7;
  return may(*place->inode, wanted & kAll) ? Errno{} : Errno{EACCES};
}

// ---- What is known of a file, changed ----

Errno Files::change_mode(const Place& place, uint32_t mode) {
  if (m_owner.user != 0 && m_owner.user != place.inode->owner.user) return {EPERM};
  place.inode->permissions = mode & kPermissionBits;
  place.inode->changed = m_tree.now();
  tell(Kind::kAttributes, place);
  return {};
}

Errno Files::change_mode(std::string_view path, uint32_t mode) {
  const FileResult<Place> place = find(path, Follow::kLast);
  return place ? change_mode(*place, mode) : place.error();
}

// Only root gives files away; -1 is for as it is.
Errno Files::change_owner(const Place& place, Owner owner) {
  constexpr uint32_t kAsItIs = 0xFFFFFFFF;
  Owner& current = place.inode->owner;
  if (owner.user == kAsItIs) owner.user = current.user;
  if (owner.group == kAsItIs) owner.group = current.group;
  if (m_owner.user != 0 && (m_owner.user != current.user || owner.user != current.user ||
                            (owner.group != current.group && owner.group != m_owner.group)))
    return {EPERM};
  current = owner;
  place.inode->changed = m_tree.now();
  tell(Kind::kAttributes, place);
  return {};
}

Errno Files::change_owner(std::string_view path, Owner owner, Follow follow) {
  const FileResult<Place> place = find(path, follow);
  return place ? change_owner(*place, owner) : place.error();
}

Errno Files::change_times(const Place& place, FileTime accessed, FileTime modified) {
  if (m_owner.user != 0 && m_owner.user != place.inode->owner.user) return {EPERM};
  place.inode->accessed = accessed;
  place.inode->modified = modified;
  place.inode->changed = m_tree.now();
  tell(Kind::kAttributes, place);
  return {};
}

Errno Files::change_times(std::string_view path, FileTime accessed, FileTime modified,
                          Follow follow) {
  const FileResult<Place> place = find(path, follow);
  return place ? change_times(*place, accessed, modified) : place.error();
}

// ---- Folders ----

// By name, as scandir(3) with alphasort() has it.
FileResult<std::vector<NamedType>> Files::list(std::string_view path) {
  const FileResult<Place> place = find(path, Follow::kLast);
  if (!place) return place.error();
  if (!place->inode->is_folder()) return Errno{ENOTDIR};
  if (!may(*place->inode, kMayRead)) return Errno{EACCES};
  std::vector<NamedType> entries;
  for (const auto& [name, inode] : m_tree.children(place->inode))
    entries.push_back({name, inode->type});
  return entries;
}

Errno Files::make_folder_at(const Place& place, uint32_t mode) {
  const InodePtr inode =
      m_tree.make_inode(FileType::kFolder, mode & ~m_mask & kPermissionBits, m_owner);
  m_tree.add(place.folder, place.name, inode);
  m_watches.tell_folder(Kind::kCreated, *place.folder, place.name, *inode);
  return {};
}

Errno Files::make_folder(std::string_view path, uint32_t mode) {
  const FileResult<Place> place = find_room(path);
  return place ? make_folder_at(*place, mode) : place.error();
}

// As Node does it: tries the last first, and those above it where that needs them.
FileResult<std::optional<std::string>> Files::make_folders(const std::string& path, uint32_t mode) {
  std::optional<std::string> first;
  std::vector<std::string> missing = {path};
  while (!missing.empty()) {
    const std::string next = missing.back();
    missing.pop_back();
    const Errno made = make_folder(next, mode);
    if (!made.failed()) {
      if (!first) first = next;
    } else if (made.number == ENOENT) {
      const size_t slash = next.rfind('/');
      if (slash == std::string::npos || slash == 0) return made;
      missing.push_back(next);
      missing.push_back(next.substr(0, slash));
    } else if (made.number != EEXIST) {
      return made;
    } else if (const FileResult<Place> place = find(next, Follow::kLast);
               place && !place->inode->is_folder()) {
      return Errno{missing.empty() ? EEXIST : ENOTDIR};
    }
  }
  return first;
}

FileResult<std::string> Files::make_temporary(const std::string& prefix) {
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  constexpr int kCharacters = 6;
  constexpr uint32_t kPrivate = 0700;
  for (;;) {
    std::string path = prefix;
    uint64_t bits = m_random();
    for (int i = 0; i < kCharacters; ++i, bits /= kLetters.size())
      path += kLetters[bits % kLetters.size()];
    const Errno made = make_folder(path, kPrivate);
    if (!made.failed()) return path;
    if (made.number != EEXIST) return made;
  }
}

Errno Files::remove_folder(std::string_view path) {
  const FileResult<Place> place = find(path, Follow::kNotLast);
  if (!place) return place.error();
  if (!place->inode->is_folder()) return {ENOTDIR};
  if (place->inode == m_tree.root()) return {EBUSY};
  if (place->name.empty()) return {path.ends_with("..") ? ENOTEMPTY : EINVAL};
  if (const Errno denied = may_remove(*place); denied.failed()) return denied;
  if (!m_tree.children(place->inode).empty()) return {ENOTEMPTY};
  drop_name(*place);
  tell_if_gone(*place->inode);
  m_watches.tell_folder(Kind::kDeleted, *place->folder, place->name, *place->inode);
  return {};
}

// ---- Names ----

// Takes a name away.
void Files::drop_name(const Place& place) {
  m_tree.remove(place.folder, place.name);
  place.inode->links -= place.inode->is_folder() ? 2 : 1;
  place.inode->changed = m_tree.now();
  if (!place.inode->is_folder()) m_watches.tell_self(Kind::kAttributes, *place.inode);
}

// Tells that a file is gone if nothing is left of it, no name and no number.
void Files::tell_if_gone(const Inode& inode) const {
  if (inode.links != 0 || !m_watches.any()) return;
  for (const auto& [number, file] : m_open)
    if (file->place.inode.get() == &inode) return;
  m_watches.tell_self(Kind::kDeletedSelf, inode);
  m_watches.tell_self(Kind::kIgnored, inode);
}

// What changes the contents or the attributes of a file is told to who watches either.
void Files::tell(FileEvent::Kind kind, const Place& place) const {
  m_watches.tell_folder(kind, *place.folder, place.name, *place.inode);
  m_watches.tell_self(kind, *place.inode);
}

Errno Files::unlink(std::string_view path) {
  const FileResult<Place> place = find(path, Follow::kNotLast);
  if (!place) return place.error();
  if (place->inode->is_folder()) return {EISDIR};
  if (const Errno denied = may_remove(*place); denied.failed()) return denied;
  drop_name(*place);
  tell_if_gone(*place->inode);
  m_watches.tell_folder(Kind::kDeleted, *place->folder, place->name, *place->inode);
  return {};
}

bool Files::is_within(InodePtr folder, const InodePtr& top) const {
  for (; folder; folder = folder->parent.lock()) {
    if (folder == top) return true;
    if (folder == m_tree.root()) return false;
  }
  return false;
}

// Whether what a path leads to may give its name to another file.
Errno Files::may_replace(const Place& source, const Place& target) const {
  if (source.inode->is_folder() && !target.inode->is_folder()) return {ENOTDIR};
  if (!source.inode->is_folder() && target.inode->is_folder()) return {EISDIR};
  if (const Errno denied = may_remove(target); denied.failed()) return denied;
  if (target.inode->is_folder() && !m_tree.children(target.inode).empty()) return {ENOTEMPTY};
  return {};
}

Errno Files::rename(std::string_view from, std::string_view to) {
  const FileResult<Place> source = find(from, Follow::kNotLast);
  if (!source) return source.error();
  const FileResult<Place> target = locate(to, Follow::kNotLast);
  if (!target) return target.error();
  if (source->name.empty() || target->name.empty()) return {EBUSY};
  if (source->inode == target->inode) return {};
  if (target->as_folder && !source->inode->is_folder()) return {ENOTDIR};
  if (const Errno denied = may_remove(*source); denied.failed()) return denied;
  if (!may(*target->folder, kMayWrite)) return {EACCES};
  if (source->inode->is_folder() && is_within(target->folder, source->inode)) return {EINVAL};
  if (target->inode) {
    if (const Errno denied = may_replace(*source, *target); denied.failed()) return denied;
  }
  m_watches.tell_folder(Kind::kMovedFrom, *source->folder, source->name, *source->inode);
  m_watches.tell_folder(Kind::kMovedTo, *target->folder, target->name, *source->inode);
  if (target->inode) drop_name(*target);
  m_tree.remove(source->folder, source->name);
  m_tree.add(target->folder, target->name, source->inode);
  source->inode->changed = m_tree.now();
  m_watches.tell_self(Kind::kMovedSelf, *source->inode);
  if (target->inode) tell_if_gone(*target->inode);
  return {};
}

Errno Files::link(std::string_view existing, std::string_view path) {
  const FileResult<Place> source = find(existing, Follow::kNotLast);
  if (!source) return source.error();
  const FileResult<Place> place = find_room(path);
  if (!place) return place.error();
  if (source->inode->is_folder()) return {EPERM};
  m_tree.add(place->folder, place->name, source->inode);
  ++source->inode->links;
  source->inode->changed = m_tree.now();
  m_watches.tell_self(Kind::kAttributes, *source->inode);
  m_watches.tell_folder(Kind::kCreated, *place->folder, place->name, *source->inode);
  return {};
}

Errno Files::make_link(std::string_view target, std::string_view path) {
  if (target.empty()) return {ENOENT};
  const FileResult<Place> place = find_room(path);
  if (!place) return place.error();
  if (place->as_folder) return {ENOENT};
  constexpr uint32_t kForAll = 0777;
  const InodePtr inode = m_tree.make_inode(FileType::kLink, kForAll, m_owner);
  inode->target = target;
  m_tree.add(place->folder, place->name, inode);
  m_watches.tell_folder(Kind::kCreated, *place->folder, place->name, *inode);
  return {};
}

FileResult<std::string> Files::link_target(std::string_view path) {
  const FileResult<Place> place = find(path, Follow::kNotLast);
  if (!place) return place.error();
  if (place->inode->type != FileType::kLink) return Errno{EINVAL};
  return place->inode->target;
}

FileResult<std::string> Files::real_path(std::string_view path) {
  const FileResult<Place> place = find(path, Follow::kLast);
  if (!place) return place.error();
  if (place->inode->is_folder()) return m_tree.path_of(place->inode);
  const std::string folder = m_tree.path_of(place->folder);
  return (folder == "/" ? folder : folder + "/") + place->name;
}

// ---- The process ----

Errno Files::change_folder(std::string_view path) {
  const FileResult<Place> place = find(path, Follow::kLast);
  if (!place) return place.error();
  if (!place->inode->is_folder()) return {ENOTDIR};
  if (!may(*place->inode, kMayExecute)) return {EACCES};
  m_folder = place->inode;
  return {};
}

uint32_t Files::set_mask(uint32_t mask) {
  constexpr uint32_t kMaskBits = 0777;
  return std::exchange(m_mask, mask & kMaskBits);
}

std::optional<FileType> Files::type(std::string_view path) {
  const FileResult<Place> place = find(path, Follow::kLast);
  return place ? std::optional(place->inode->type) : std::nullopt;
}

std::optional<std::string> Files::contents(std::string_view path) {
  const FileResult<Place> place = find(path, Follow::kLast);
  if (!place || place->inode->type != FileType::kFile || !may(*place->inode, kMayRead))
    return std::nullopt;
  std::string bytes(place->inode->contents.size(), '\0');
  size_t count = 0;
  if (!place->inode->contents.read(0, bytes, count)) return std::nullopt;
  return bytes;
}

FileResult<WatchedFile> Files::watch(std::string_view path) {
  const FileResult<Place> place = find(path, Follow::kLast);
  if (!place) return place.error();
  if (!may(*place->inode, kMayRead)) return Errno{EACCES};
  m_watches.add(*place->inode);
  const size_t end = path.find_last_not_of('/');
  const size_t slash = path.find_last_of('/', end);
  const size_t begin =
      slash == std::string_view::npos || end == std::string_view::npos ? 0 : slash + 1;
  return WatchedFile{place->inode->number, std::string(path.substr(begin, end + 1 - begin))};
}

}  // namespace loopscope::os
