#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gui/player/source_text.h"

namespace loopscope::gui {

// The source files of one scenario, by the names its trace gives them: paths from the program's own
// folder.
class Sources {
 public:
  // `script`: the program; empty when only a trace is there and its program can't be found.
  explicit Sources(std::filesystem::path script);

  const std::filesystem::path& script() const { return m_script; }
  // What the trace calls the program itself.
  const std::string& main_file() const { return m_main_file; }

  // Reads the file when it is first asked for. Null where there is none.
  const SourceText* find(std::string_view file);
  // The path of a file the trace names; nothing where there is none.
  std::optional<std::filesystem::path> path_of(std::string_view file) const;

  // The program's text as it is being edited, in place of what its file holds.
  void set_main_text(std::string text);
  const std::string& main_text() const { return m_main_text; }

 private:
  struct Entry {
    std::optional<SourceText> text;
  };

  std::filesystem::path m_script;
  std::string m_main_file;
  std::string m_main_text;
  std::map<std::string, Entry, std::less<>> m_files;
};

// The whole file; nothing if it can't be read.
std::optional<std::string> read_file(const std::filesystem::path& path);

}  // namespace loopscope::gui
