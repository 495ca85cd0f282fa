#include "gui/player/sources.h"

#include <fstream>
#include <iterator>

namespace loopscope::gui {

namespace fs = std::filesystem;

std::optional<std::string> read_file(const fs::path& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

Sources::Sources(fs::path script) : m_script(std::move(script)) {
  // As the simulator names files: from the program's own folder.
  m_main_file = m_script.filename().string();
  set_main_text(read_file(m_script).value_or(""));
}

void Sources::set_main_text(std::string text) {
  m_main_text = std::move(text);
  m_files[m_main_file].text.emplace(m_main_text, language_of(m_main_file));
}

std::optional<fs::path> Sources::path_of(std::string_view file) const {
  if (m_script.empty() || file.empty() || file.starts_with("node:")) return std::nullopt;
  std::error_code error;
  fs::path path = (m_script.parent_path() / file).lexically_normal();
  if (fs::is_regular_file(path, error)) return path;
  return std::nullopt;
}

const SourceText* Sources::find(std::string_view file) {
  auto found = m_files.find(file);
  if (found == m_files.end()) {
    Entry entry;
    const std::optional<fs::path> path = path_of(file);
    const std::optional<std::string> bytes = path ? read_file(*path) : std::nullopt;
    if (bytes) entry.text.emplace(*bytes, language_of(file));
    found = m_files.emplace(std::string(file), std::move(entry)).first;
  }
  return found->second.text ? &*found->second.text : nullptr;
}

}  // namespace loopscope::gui
