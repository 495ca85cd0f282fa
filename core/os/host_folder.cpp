#include "core/os/host_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

namespace loopscope::os {

namespace fs = std::filesystem;

namespace {

class TextSource final : public Source {
 public:
  explicit TextSource(std::string text) : m_text(std::move(text)) {}
  uint64_t size() const override { return m_text.size(); }
  bool read(uint64_t offset, std::span<char> to) const override {
    return m_text.copy(to.data(), to.size(), offset) == to.size();
  }

 private:
  std::string m_text;
};

// Opened for each read: a program may look at more files than the host lets a process have open.
class HostSource final : public Source {
 public:
  explicit HostSource(fs::path file) : m_file(std::move(file)) {
    struct stat status {};
    if (lstat(m_file.c_str(), &status) == 0 && S_ISREG(status.st_mode))
      m_size = static_cast<uint64_t>(status.st_size);
  }
  uint64_t size() const override { return m_size; }
  bool read(uint64_t offset, std::span<char> to) const override {
    const int fd = ::open(m_file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) return false;
    size_t filled = 0;
    while (filled < to.size()) {
      const ssize_t count =
          pread(fd, to.data() + filled, to.size() - filled, static_cast<off_t>(offset + filled));
      if (count <= 0) break;
      filled += static_cast<size_t>(count);
    }
    ::close(fd);
    return filled == to.size();
  }

 private:
  fs::path m_file;
  uint64_t m_size = 0;
};

std::optional<FileType> type_of(const fs::file_status& status) {
  switch (status.type()) {
    case fs::file_type::regular:
      return FileType::kFile;
    case fs::file_type::directory:
      return FileType::kFolder;
    case fs::file_type::symlink:
      return FileType::kLink;
    default:
      return std::nullopt;
  }
}

}  // namespace

void HostFolder::set_text(fs::path file, std::string text) {
  m_replaced = std::move(file);
  m_text = std::move(text);
}

std::vector<BaseFolder::Entry> HostFolder::list(const std::string& folder) const {
  std::vector<Entry> entries;
  std::error_code error;
  for (const fs::directory_entry& found : fs::directory_iterator(m_top / folder, error)) {
    const fs::file_status status = found.symlink_status(error);
    const std::optional<FileType> type = type_of(status);
    if (!type) continue;
    Entry entry;
    entry.name = found.path().filename().string();
    entry.type = *type;
    entry.executable = (status.permissions() & fs::perms::owner_exec) != fs::perms::none;
    if (*type == FileType::kLink) entry.target = fs::read_symlink(found.path(), error).string();
    entries.push_back(std::move(entry));
  }
  return entries;
}

std::shared_ptr<const Source> HostFolder::open(const std::string& file) const {
  const fs::path path = m_top / file;
  if (path == m_replaced) return std::make_shared<TextSource>(m_text);
  return std::make_shared<HostSource>(path);
}

}  // namespace loopscope::os
