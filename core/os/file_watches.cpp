#include "core/os/file_watches.h"

namespace loopscope::os {

void FileWatches::remove(uint64_t inode) {
  const auto found = m_counts.find(inode);
  if (found != m_counts.end() && --found->second == 0) m_counts.erase(found);
}

void FileWatches::tell_folder(FileEvent::Kind kind, const Inode& folder, const std::string& name,
                              const Inode& inode) const {
  if (!name.empty() && m_counts.contains(folder.number))
    m_watcher({folder.number, kind, inode.is_folder(), name});
}

void FileWatches::tell_self(FileEvent::Kind kind, const Inode& inode) const {
  if (m_counts.contains(inode.number)) m_watcher({inode.number, kind, inode.is_folder(), ""});
}

}  // namespace loopscope::os
