#include "core/os/file_tree.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace loopscope::os {

namespace {

constexpr size_t kLongestPath = 4095;
constexpr size_t kLongestName = 255;
constexpr int kMostLinks = 40;

constexpr uint32_t kFolderPermissions = 0755;
constexpr uint32_t kFilePermissions = 0644;
constexpr uint32_t kProgramPermissions = 0755;
constexpr uint32_t kLinkPermissions = 0777;

// Takes the first name off a path, and the slashes around it. `is_last`: no name follows.
struct FirstName {
  std::string name;
  bool is_last = false;
  bool ends_in_slash = false;
};

FirstName take_name(std::string& path) {
  FirstName first;
  const size_t end = std::min(path.find('/'), path.size());
  first.name = path.substr(0, end);
  const size_t next = path.find_first_not_of('/', end);
  first.is_last = next == std::string::npos;
  first.ends_in_slash = first.is_last && end < path.size();
  return first;
}

}  // namespace

FileTree::FileTree(std::function<FileTime()> clock) : m_clock(std::move(clock)) {
  m_root = make_inode(FileType::kFolder, kFolderPermissions, {});
  m_root->parent = m_root;
}

InodePtr FileTree::make_inode(FileType type, uint32_t permissions, Owner owner) {
  auto inode = std::make_shared<Inode>();
  inode->number = ++m_last_number;
  inode->type = type;
  inode->permissions = permissions;
  inode->owner = owner;
  inode->contents = FileContents(m_chunks);
  inode->links = type == FileType::kFolder ? 2 : 1;
  inode->accessed = inode->modified = inode->changed = inode->born = now();
  return inode;
}

InodePtr FileTree::make_folders(std::string_view path, Owner owner) {
  InodePtr folder = m_root;
  std::string rest(path);
  for (;;) {
    rest.erase(0, std::min(rest.find_first_not_of('/'), rest.size()));
    if (rest.empty()) return folder;
    const FirstName first = take_name(rest);
    rest.erase(0, first.name.size());
    InodePtr& child = children(folder)[first.name];
    if (!child) {
      child = make_inode(FileType::kFolder, kFolderPermissions, owner);
      child->parent = folder;
      ++folder->links;
    }
    folder = child;
  }
}

void FileTree::declare(std::string_view path, std::shared_ptr<const Source> source, Owner owner) {
  const size_t slash = path.rfind('/');
  const InodePtr folder = make_folders(path.substr(0, slash), owner);
  const InodePtr inode = make_inode(FileType::kFile, kFilePermissions, owner);
  inode->contents = FileContents(m_chunks, std::move(source));
  children(folder)[std::string(path.substr(slash + 1))] = inode;
}

void FileTree::lay_under(std::string_view path, const BaseFolder& base, Owner owner) {
  assert(m_base == nullptr);
  m_base = &base;
  m_base_owner = owner;
  const InodePtr folder = make_folders(path, {});
  folder->owner = owner;
  folder->unread = "";
  // How deep the folder lies in the real tree must not show.
  constexpr uint64_t kFirstNumber = 1000;
  m_last_number = std::max(m_last_number, kFirstNumber);
}

std::map<std::string, InodePtr>& FileTree::children(const InodePtr& folder) {
  if (folder->unread) read_base(folder);
  return folder->children;
}

void FileTree::read_base(const InodePtr& folder_inode) {
  Inode& folder = *folder_inode;
  const std::string path = *std::exchange(folder.unread, std::nullopt);
  std::vector<BaseFolder::Entry> entries = m_base->list(path);
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  for (const BaseFolder::Entry& entry : entries) {
    if (folder.children.contains(entry.name)) continue;
    const std::string child_path = path.empty() ? entry.name : path + "/" + entry.name;
    const InodePtr child = make_inode(
        entry.type, entry.executable ? kProgramPermissions : kFilePermissions, m_base_owner);
    // Real files are as old as the folder they were first seen in.
    child->accessed = child->modified = child->changed = child->born = folder.born;
    if (entry.type == FileType::kFolder) {
      child->permissions = kFolderPermissions;
      child->parent = folder_inode;
      child->unread = child_path;
      ++folder.links;
    } else if (entry.type == FileType::kLink) {
      child->permissions = kLinkPermissions;
      child->target = entry.target;
    } else {
      child->contents = FileContents(m_chunks, m_base->open(child_path));
    }
    folder.children.emplace(entry.name, child);
  }
}

bool FileTree::may(const Inode& inode, Owner who, unsigned access) {
  if (who.user == 0)
    return access != kMayExecute || inode.is_folder() || (inode.permissions & 0111);
  const unsigned shift = who.user == inode.owner.user ? 6 : who.group == inode.owner.group ? 3 : 0;
  return ((inode.permissions >> shift) & access) == access;
}

FileResult<Place> FileTree::locate(const InodePtr& from, std::string_view path, Follow follow,
                                   Owner who) {
  if (path.empty()) return Errno{ENOENT};
  if (path.size() > kLongestPath) return Errno{ENAMETOOLONG};
  InodePtr folder = path.front() == '/' ? m_root : from;
  std::string rest(path);
  int links = 0;
  for (;;) {
    rest.erase(0, std::min(rest.find_first_not_of('/'), rest.size()));
    if (rest.empty()) return Place{folder->parent.lock(), "", folder, true};
    const FirstName first = take_name(rest);
    rest.erase(0, first.name.size());
    if (!folder->is_folder()) return Errno{ENOTDIR};
    if (!may(*folder, who, kMayExecute)) return Errno{EACCES};
    if (first.name.size() > kLongestName) return Errno{ENAMETOOLONG};
    if (first.name == ".") continue;
    if (first.name == "..") {
      folder = folder->parent.lock();
      if (!folder) return Errno{ENOENT};
      continue;
    }
    const auto found = children(folder).find(first.name);
    if (found == folder->children.end()) {
      if (!first.is_last) return Errno{ENOENT};
      return Place{folder, first.name, nullptr, first.ends_in_slash};
    }
    const InodePtr child = found->second;
    const bool is_end = first.is_last && !first.ends_in_slash;
    if (child->type == FileType::kLink && (!is_end || follow == Follow::kLast)) {
      if (++links > kMostLinks) return Errno{ELOOP};
      if (child->target.empty()) return Errno{ENOENT};  // a real one that cannot be read
      if (child->target.front() == '/') folder = m_root;
      rest.insert(0, child->target);
      continue;
    }
    if (first.is_last) {
      if (first.ends_in_slash && !child->is_folder()) return Errno{ENOTDIR};
      return Place{folder, first.name, child, first.ends_in_slash};
    }
    folder = child;
  }
}

void FileTree::add(const InodePtr& folder, const std::string& name, const InodePtr& inode) {
  children(folder).emplace(name, inode);
  folder->modified = folder->changed = now();
  if (!inode->is_folder()) return;
  inode->parent = folder;
  ++folder->links;
}

void FileTree::remove(const InodePtr& folder, const std::string& name) {
  const auto found = children(folder).find(name);
  const InodePtr inode = found->second;
  folder->children.erase(found);
  folder->modified = folder->changed = now();
  if (!inode->is_folder()) return;
  --folder->links;
}

std::string FileTree::path_of(const InodePtr& folder) const {
  std::string path;
  InodePtr at = folder;
  while (at != m_root) {
    const InodePtr parent = at->parent.lock();
    if (!parent) return {};
    const auto found = std::find_if(parent->children.begin(), parent->children.end(),
                                    [&](const auto& child) { return child.second == at; });
    if (found == parent->children.end()) return {};
    path.insert(0, found->first).insert(0, 1, '/');
    at = parent;
  }
  return path.empty() ? "/" : path;
}

void add_devices(FileTree& tree) {
  constexpr uint32_t kForAll = 0666;
  constexpr std::array kDevices = {
      std::pair("null", Device::kNull),     std::pair("zero", Device::kZero),
      std::pair("full", Device::kFull),     std::pair("stdin", Device::kInput),
      std::pair("stdout", Device::kOutput), std::pair("stderr", Device::kErrorOutput)};
  const InodePtr folder = tree.make_folders("/dev", {});
  for (const auto& [name, device] : kDevices) {
    const InodePtr inode = tree.make_inode(FileType::kDevice, kForAll, {});
    inode->device = device;
    tree.add(folder, name, inode);
  }
}

}  // namespace loopscope::os
