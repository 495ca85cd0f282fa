#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace loopscope::host {

// The folder of a scenario: the nearest one above the script that holds a package.json, else the
// script's own. A program sees the real files in it, and nothing else of the host.
std::filesystem::path scenario_folder(const std::filesystem::path& script);

// Real files that programs may load as modules, but not read: those in folders beside the
// scenario's (`require('../lib/x')`), as projects of several folders need.
class ModuleFiles {
 public:
  explicit ModuleFiles(std::filesystem::path scenario_folder)
      : m_folder(std::move(scenario_folder)) {}

  enum class Kind { kMissing, kFile, kFolder };

  // Absolute paths, taken as they are after resolving symbolic links.
  Kind kind(const std::filesystem::path& path) const;
  std::optional<std::string> read(const std::filesystem::path& path) const;

 private:
  bool allowed(const std::filesystem::path& path) const;

  std::filesystem::path m_folder;
};

}  // namespace loopscope::host
