#include "core/js/module_files.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace loopscope::host {

namespace fs = std::filesystem;

namespace {

fs::path find_root(const fs::path& script) {
  std::error_code error;
  for (fs::path folder = script.parent_path(); folder.has_relative_path();
       folder = folder.parent_path())
    if (fs::exists(folder / "package.json", error)) return folder;
  return script.parent_path();
}

bool is_within(const fs::path& path, const fs::path& folder) {
  const auto [end, ignored] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  (void)ignored;
  return end == folder.end();
}

}  // namespace

fs::path scenario_folder(const fs::path& script) {
  std::error_code error;
  const fs::path folder = fs::canonical(find_root(script), error);
  return error ? script.parent_path() : folder;
}

// What lies in the scenario's folder itself is the simulated machine's to say.
bool ModuleFiles::allowed(const fs::path& path) const {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(path, error);
  if (error || is_within(real, m_folder)) return false;
  const fs::path beside = m_folder.parent_path();
  return beside.has_relative_path() && is_within(real, beside);
}

ModuleFiles::Kind ModuleFiles::kind(const fs::path& path) const {
  if (!allowed(path)) return Kind::kMissing;
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (error) return Kind::kMissing;
  if (fs::is_directory(status)) return Kind::kFolder;
  return fs::is_regular_file(status) ? Kind::kFile : Kind::kMissing;
}

std::optional<std::string> ModuleFiles::read(const fs::path& path) const {
  if (kind(path) != Kind::kFile) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace loopscope::host
