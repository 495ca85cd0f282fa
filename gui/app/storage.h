#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "gui/panels/app_state.h"

namespace loopscope::gui {

// Where things are kept, after the XDG Base Directory Specification.
std::filesystem::path settings_file();
std::filesystem::path scores_file();

// What can be understood of the file; defaults for the rest, and without a file.
Settings read_settings(const std::filesystem::path& file);
// Replaces the file at once or not at all. False: it cannot be written.
bool write_settings(const std::filesystem::path& file, const Settings& settings);

}  // namespace loopscope::gui
