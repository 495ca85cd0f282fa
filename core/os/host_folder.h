#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/os/base_folder.h"

namespace loopscope::os {

// A folder of the host's. Symbolic links in it are told of but never followed on the host: a link
// that leads out of the folder leads to whatever the virtual files have there.
class HostFolder final : public BaseFolder {
 public:
  explicit HostFolder(std::filesystem::path top) : m_top(std::move(top)) {}

  // `file` (absolute) holds this, whatever the host says.
  void set_text(std::filesystem::path file, std::string text);

  std::vector<Entry> list(const std::string& folder) const override;
  std::shared_ptr<const Source> open(const std::string& file) const override;

 private:
  std::filesystem::path m_top;
  std::filesystem::path m_replaced;
  std::string m_text;
};

}  // namespace loopscope::os
