#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/trace/trace.h"

namespace loopscope::trace {

// What is wrong with a trace, and where.
struct ReadError {
  std::string file;
  uint64_t line = 0;  // from 1; 0 when the file as a whole is meant
  std::string message;

  // "quiz.jsonl:12: expected …"
  std::string text() const;
};

// Reads a trace as its bytes come, from a file or from a running child. Accepts what newer versions
// add: unknown keys are skipped, and an event of an unknown kind is kept as the line it is.
//
// A line that is wrong ends the reading with an error; what was read before it stays good.
class Reader {
 public:
  // The name stands in errors.
  explicit Reader(std::string name);
  ~Reader();
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;

  // The next bytes, cut anywhere. False once there is an error.
  bool feed(std::string_view bytes);
  // No more bytes come. Takes a last line without a line end if it is whole; else drops it, and the
  // trace is truncated.
  bool finish();

  const Trace& trace() const;
  Trace take();
  bool has_header() const;
  bool truncated() const;
  const std::optional<ReadError>& error() const;

 private:
  class Lines;
  std::unique_ptr<Lines> m_lines;
};

struct ReadResult {
  Trace trace;  // all up to the error, if there is one
  bool truncated = false;
  std::optional<ReadError> error;
};

ReadResult read_trace_text(std::string_view text, std::string name);
ReadResult read_trace_file(const std::filesystem::path& path);

}  // namespace loopscope::trace
