#include "core/trace/json_text.h"

#include <rapidjson/writer.h>

#include <algorithm>

namespace loopscope::trace {

namespace {

// What RapidJSON's writer writes to.
struct Appender {
  using Ch = char;
  std::string& out;
  void Put(char character) { out.push_back(character); }
  void Flush() {}
};

bool needs_escape(char character) {
  return static_cast<unsigned char>(character) < 0x20 || character == '"' || character == '\\';
}

}  // namespace

void append_json_string(std::string& out, std::string_view utf8) {
  if (std::ranges::none_of(utf8, needs_escape)) {
    out.push_back('"');
    out.append(utf8);
    out.push_back('"');
    return;
  }
  Appender appender{out};
  rapidjson::Writer<Appender> writer(appender);
  writer.String(utf8.data(), static_cast<rapidjson::SizeType>(utf8.size()));
}

}  // namespace loopscope::trace
