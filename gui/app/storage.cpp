#include "gui/app/storage.h"

#include <rapidjson/document.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace loopscope::gui {
namespace {

namespace fs = std::filesystem;

fs::path base_folder(const char* variable, const char* under_home) {
  const char* set = std::getenv(variable);
  if (set != nullptr && set[0] == '/') return set;
  const char* home = std::getenv("HOME");
  return fs::path(home != nullptr ? home : "/") / under_home;
}

void read_fields(const rapidjson::Document& json, Settings& settings) {
  const auto flag = [&](const char* name, bool& field) {
    if (json.HasMember(name) && json[name].IsBool()) field = json[name].GetBool();
  };
  flag("colourBlind", settings.colour_blind);
  flag("animations", settings.animations);
  flag("tourDone", settings.tour_done);
  if (json.HasMember("theme") && json["theme"].IsUint() && json["theme"].GetUint() < kThemeKinds)
    settings.theme = static_cast<ThemeKind>(json["theme"].GetUint());
  if (json.HasMember("fontScale") && json["fontScale"].IsNumber())
    settings.font_scale = std::clamp(json["fontScale"].GetFloat(), 0.5F, 3.0F);
  if (json.HasMember("semantics") && json["semantics"].IsString())
    settings.semantics = json["semantics"].GetString();
  if (!json.HasMember("recent") || !json["recent"].IsArray()) return;
  for (const auto& path : json["recent"].GetArray())
    if (path.IsString()) settings.recent.emplace_back(path.GetString());
}

std::string text_of(const Settings& settings) {
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> json(buffer);
  json.StartObject();
  json.Key("theme");
  json.Uint(static_cast<unsigned>(settings.theme));
  json.Key("colourBlind");
  json.Bool(settings.colour_blind);
  json.Key("fontScale");
  json.Double(static_cast<double>(settings.font_scale));
  json.Key("animations");
  json.Bool(settings.animations);
  json.Key("tourDone");
  json.Bool(settings.tour_done);
  json.Key("semantics");
  json.String(settings.semantics.c_str());
  json.Key("recent");
  json.StartArray();
  for (const std::string& path : settings.recent) json.String(path.c_str());
  json.EndArray();
  json.EndObject();
  return buffer.GetString();
}

}  // namespace

fs::path settings_file() {
  return base_folder("XDG_CONFIG_HOME", ".config") / "loopscope" / "settings.json";
}

fs::path scores_file() {
  return base_folder("XDG_DATA_HOME", ".local/share") / "loopscope" / "score.json";
}

Settings read_settings(const fs::path& file) {
  Settings settings;
  std::ifstream in(file, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  rapidjson::Document json;
  json.Parse(text.c_str());
  if (!json.HasParseError() && json.IsObject()) read_fields(json, settings);
  return settings;
}

bool write_settings(const fs::path& file, const Settings& settings) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  fs::path fresh = file;
  fresh += ".new";
  std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
  out << text_of(settings);
  out.close();
  if (!out) return false;
  fs::rename(fresh, file, error);
  return !error;
}

}  // namespace loopscope::gui
