#include "gui/player/layers.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

namespace loopscope::gui {
namespace {

// A layer, and the words by which folders and files are told to belong to it.
struct Convention {
  std::string_view layer;
  std::array<std::string_view, 5> words;
  bool aside = false;
};

// From the request to the data, then what is beside that way.
constexpr std::array kConventions = {
    Convention{"app", {"app", "server", "main", "index"}},
    Convention{"middleware", {"middleware", "middlewares"}},
    Convention{"routes", {"routes", "route", "routers", "router"}},
    Convention{"controllers", {"controllers", "controller", "handlers"}},
    Convention{"services", {"services", "service"}},
    Convention{"repositories", {"repositories", "repository", "repos", "repo", "dao"}},
    Convention{"models", {"models", "model"}},
    Convention{"database", {"db", "database", "databases"}},
    Convention{"errors", {"errors", "error"}, true},
};
constexpr size_t kApp = 0;
constexpr size_t kOther = kConventions.size();

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

std::string_view stem_of(std::string_view file) {
  const size_t slash = file.rfind('/');
  if (slash != std::string_view::npos) file.remove_prefix(slash + 1);
  return file.substr(0, file.find('.'));
}

std::string_view folder_of(std::string_view file) {
  const size_t slash = file.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : file.substr(0, slash);
}

bool is_word(const Convention& convention, std::string_view text) {
  return !text.empty() && std::ranges::find(convention.words, text) != convention.words.end();
}

// The last of the words in a name: "Service" of userService, "error" of app-error.
std::string last_word(std::string_view stem) {
  size_t begin = stem.size();
  while (begin > 0) {
    const auto c = static_cast<unsigned char>(stem[begin - 1]);
    if (std::isalnum(c) == 0) break;
    --begin;
    if (std::isupper(c) != 0) break;
  }
  return lower(stem.substr(begin));
}

// By the innermost folder that says so, else by the file's name. Nothing: by neither.
std::optional<size_t> convention_of(std::string_view file) {
  if (file.starts_with("../")) return std::nullopt;  // not of this program
  for (std::string_view folder = folder_of(file); !folder.empty(); folder = folder_of(folder)) {
    const size_t slash = folder.rfind('/');
    const std::string word = lower(folder.substr(slash == std::string_view::npos ? 0 : slash + 1));
    for (size_t i = 1; i < kConventions.size(); ++i)
      if (is_word(kConventions[i], word)) return i;
  }
  const std::string_view stem = stem_of(file);
  for (size_t i = 1; i < kConventions.size(); ++i)
    if (is_word(kConventions[i], last_word(stem))) return i;
  if (folder_of(file).empty() && is_word(kConventions[kApp], lower(stem))) return kApp;
  return std::nullopt;
}

}  // namespace

Layers::Layers(const std::vector<std::string>& files) {
  std::vector<std::vector<std::string>> by_convention(kConventions.size() + 1);
  std::set<size_t> named;
  for (const std::string& file : files) {
    const auto convention = convention_of(file);
    by_convention[convention.value_or(kOther)].push_back(file);
    if (convention && *convention != kApp && !kConventions[*convention].aside)
      named.insert(*convention);
  }
  m_recognized = named.size() >= 2;
  if (m_recognized) {
    for (size_t i = 0; i < by_convention.size(); ++i) {
      if (by_convention[i].empty()) continue;
      const bool is_other = i == kOther;
      m_layers.push_back({std::string(is_other ? "other" : kConventions[i].layer),
                          std::move(by_convention[i]), is_other || kConventions[i].aside});
    }
  } else {
    for (const std::string& file : files) {
      std::string folder(folder_of(file));
      if (folder.starts_with("../")) folder.erase(0, folder.rfind("../") + 3);
      if (folder.empty()) folder = "program";
      auto layer = std::ranges::find(m_layers, folder, &Layer::name);
      if (layer == m_layers.end()) {
        m_layers.push_back({folder, {}, file.starts_with("../")});
        layer = m_layers.end() - 1;
      }
      layer->files.push_back(file);
    }
    std::ranges::stable_sort(m_layers, {}, &Layer::aside);
  }
  for (size_t i = 0; i < m_layers.size(); ++i)
    for (const std::string& file : m_layers[i].files) m_by_file[file] = i;
}

std::optional<size_t> Layers::layer_of(std::string_view file) const {
  const auto found = m_by_file.find(file);
  if (found == m_by_file.end()) return std::nullopt;
  return found->second;
}

}  // namespace loopscope::gui
