#include "core/trace/reader.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <vector>

#include "core/trace/line_parser.h"

namespace loopscope::trace {

std::string ReadError::text() const {
  std::string text = file;
  if (line != 0) text.append(":").append(std::to_string(line));
  return text.append(": ").append(message);
}

class Reader::Lines {
 public:
  explicit Lines(std::string name) : m_name(std::move(name)) {}

  bool feed(std::string_view bytes) {
    if (m_error) return false;
    const size_t searched = m_buffer.size();
    m_buffer.append(bytes);
    m_buffer.reserve(m_buffer.size() + LineParser::kPadding);
    size_t from = 0;
    size_t search_from = searched;
    for (;;) {
      const size_t end = m_buffer.find('\n', search_from);
      if (end == std::string::npos) break;
      if (!line(std::string_view(m_buffer).substr(from, end - from))) return false;
      from = search_from = end + 1;
    }
    m_buffer.erase(0, from);
    return true;
  }

  bool finish() {
    if (m_error) return false;
    if (!m_buffer.empty()) last_line();
    if (!m_error && !m_has_header) {
      m_line = 0;
      fail(m_truncated ? "the trace ends within its header" : "the trace is empty");
    }
    return !m_error;
  }

  Trace m_trace;
  bool m_has_header = false;
  bool m_truncated = false;
  std::optional<ReadError> m_error;

 private:
  bool line(std::string_view text) {
    ++m_line;
    if (text.ends_with('\r')) text.remove_suffix(1);
    std::string message =
        m_has_header ? m_parser.event(text, m_trace) : m_parser.header(text, m_trace.header);
    if (!message.empty()) return fail(std::move(message));
    m_has_header = true;
    return true;
  }

  // A prefix of a JSON object is never one, so a last line that parses is whole.
  void last_line() {
    m_buffer.reserve(m_buffer.size() + LineParser::kPadding);
    if (!m_buffer.ends_with('}')) {
      m_truncated = true;
    } else if (!line(m_buffer)) {
      m_error.reset();
      m_truncated = true;
    }
    m_buffer.clear();
  }

  bool fail(std::string message) {
    m_error = ReadError{m_name, m_line, std::move(message)};
    return false;
  }

  std::string m_name;
  LineParser m_parser;
  std::string m_buffer;  // the bytes of a line that isn't whole yet
  uint64_t m_line = 0;
};

Reader::Reader(std::string name) : m_lines(std::make_unique<Lines>(std::move(name))) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

bool Reader::feed(std::string_view bytes) {
  return m_lines->feed(bytes);
}
bool Reader::finish() {
  return m_lines->finish();
}
const Trace& Reader::trace() const {
  return m_lines->m_trace;
}
Trace Reader::take() {
  return std::exchange(m_lines->m_trace, {});
}
bool Reader::has_header() const {
  return m_lines->m_has_header;
}
bool Reader::truncated() const {
  return m_lines->m_truncated;
}
const std::optional<ReadError>& Reader::error() const {
  return m_lines->m_error;
}

ReadResult read_trace_text(std::string_view text, std::string name) {
  Reader reader(std::move(name));
  if (reader.feed(text)) reader.finish();
  return {reader.take(), reader.truncated(), reader.error()};
}

ReadResult read_trace_file(const std::filesystem::path& path) {
  constexpr size_t kChunkBytes = 262'144;
  const auto close = [](std::FILE* file) { std::fclose(file); };
  const std::unique_ptr<std::FILE, decltype(close)> file(std::fopen(path.c_str(), "rb"), close);
  const auto failed = [&](const char* what) {
    return ReadError{path.string(), 0, std::string(what) + ": " + std::strerror(errno)};
  };
  if (file == nullptr) return {{}, false, failed("the trace can't be opened")};
  Reader reader(path.string());
  std::vector<char> chunk(kChunkBytes);
  for (;;) {
    const size_t bytes = std::fread(chunk.data(), 1, chunk.size(), file.get());
    if (!reader.feed({chunk.data(), bytes})) break;
    if (bytes == chunk.size()) continue;
    if (std::ferror(file.get()) != 0) return {reader.take(), true, failed("reading failed")};
    reader.finish();
    break;
  }
  return {reader.take(), reader.truncated(), reader.error()};
}

}  // namespace loopscope::trace
