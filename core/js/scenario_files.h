#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace loopscope::host {

// The real files a program may read: those of the scenario's folder, and nothing else of the host.
// The folder is the nearest one above the script that holds a package.json, else the script's own.
// Modules may also come from folders beside it (`require('../lib/x')`), as projects of several
// folders need.
class ScenarioFiles {
 public:
  // `text`: what the script holds, whatever its file says.
  explicit ScenarioFiles(const std::filesystem::path& script,
                         std::optional<std::string> text = std::nullopt);

  enum class Kind { kMissing, kFile, kFolder };
  enum class Purpose { kData, kModule };

  // All paths are absolute and are taken as they are after resolving symbolic links: a link that
  // leads out of the folder is missing.
  Kind kind(const std::filesystem::path& path, Purpose purpose) const;
  std::optional<std::string> read(const std::filesystem::path& path, Purpose purpose) const;
  // Names in the folder, sorted; nullopt if it is not a folder.
  std::optional<std::vector<std::string>> list(const std::filesystem::path& path) const;
  std::optional<uint64_t> size(const std::filesystem::path& path) const;

  const std::filesystem::path& root() const { return m_root; }

 private:
  bool allowed(const std::filesystem::path& path, Purpose purpose) const;

  std::filesystem::path m_script;
  std::optional<std::string> m_text;
  std::filesystem::path m_root;
};

}  // namespace loopscope::host
