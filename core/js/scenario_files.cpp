#include "core/js/scenario_files.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

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

ScenarioFiles::ScenarioFiles(const fs::path& script, std::optional<std::string> text)
    : m_script(script), m_text(std::move(text)) {
  std::error_code error;
  m_root = fs::canonical(find_root(script), error);
  if (error) m_root = script.parent_path();
}

bool ScenarioFiles::allowed(const fs::path& path, Purpose purpose) const {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(path, error);
  if (error) return false;
  if (is_within(real, m_root)) return true;
  const fs::path beside = m_root.parent_path();
  return purpose == Purpose::kModule && beside.has_relative_path() && is_within(real, beside);
}

ScenarioFiles::Kind ScenarioFiles::kind(const fs::path& path, Purpose purpose) const {
  if (!allowed(path, purpose)) return Kind::kMissing;
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (error) return Kind::kMissing;
  if (fs::is_directory(status)) return Kind::kFolder;
  return fs::is_regular_file(status) ? Kind::kFile : Kind::kMissing;
}

std::optional<std::string> ScenarioFiles::read(const fs::path& path, Purpose purpose) const {
  if (kind(path, purpose) != Kind::kFile) return std::nullopt;
  if (m_text && path == m_script) return m_text;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

std::optional<std::vector<std::string>> ScenarioFiles::list(const fs::path& path) const {
  if (kind(path, Purpose::kData) != Kind::kFolder) return std::nullopt;
  std::vector<std::string> names;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(path, error))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<uint64_t> ScenarioFiles::size(const fs::path& path) const {
  if (kind(path, Purpose::kData) != Kind::kFile) return std::nullopt;
  if (m_text && path == m_script) return m_text->size();
  std::error_code error;
  const uint64_t bytes = fs::file_size(path, error);
  if (error) return std::nullopt;
  return bytes;
}

}  // namespace loopscope::host
