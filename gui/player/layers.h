#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loopscope::gui {

// The files of a program that belong together, in the order from a request to the data.
struct Layer {
  std::string name;                // "services"
  std::vector<std::string> files;  // as the trace names them, in order
  bool aside = false;              // beside the way of a request: errors, and what is no layer
};

// A program's files by layer. A layer is a convention: a folder named services, or a file named
// userService.js. A program without any is arranged by folder.
class Layers {
 public:
  explicit Layers(const std::vector<std::string>& files);

  const std::vector<Layer>& all() const { return m_layers; }
  // Whether files were recognized as belonging to layers, not only to folders.
  bool recognized() const { return m_recognized; }
  size_t file_count() const { return m_by_file.size(); }
  // The layer of that file, by its place in all(). Nothing: none of these files.
  std::optional<size_t> layer_of(std::string_view file) const;

 private:
  std::vector<Layer> m_layers;
  std::map<std::string, size_t, std::less<>> m_by_file;
  bool m_recognized = false;
};

}  // namespace loopscope::gui
