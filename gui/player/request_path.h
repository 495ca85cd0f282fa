#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/trace/timeline_index.h"

namespace loopscope::gui {

// Execution comes to another file.
struct FileVisit {
  uint32_t step = 0;
  uint32_t file = 0;  // in FileVisits::files()
  trace::TaskIndex task;
  trace::StringId function;  // where lines are recorded
  uint32_t line = 0;
};

// An error on its way: where it was seen, and as what.
struct ErrorStop {
  uint32_t step = 0;
  uint32_t file = 0;
  std::string text;  // "AppError: User not found"
};

// Which file is executing in the course of a run: by recorded lines, else by where tasks are
// written.
class FileVisits {
 public:
  // The index is not owned and must outlive this.
  explicit FileVisits(const trace::TimelineIndex& index) : m_index(index) {}
  // Takes in the events that came since the last call.
  void extend();

  // Files that ran or hold callbacks, in the order in which they are first heard of.
  const std::vector<std::string>& files() const { return m_files; }
  const std::vector<FileVisit>& visits() const { return m_visits; }

  // The visits made for a request up to a position, the last at most so many; request 0: all.
  std::vector<FileVisit> path(uint32_t request, uint64_t position, size_t most) const;
  // The errors seen on the way of a request up to a position, each where it is another than before.
  std::vector<ErrorStop> errors(uint32_t request, uint64_t position) const;

 private:
  void visit(uint64_t step, trace::TaskIndex task, trace::StringId location,
             trace::StringId function);
  void note_error(uint64_t step, std::string_view text);
  std::optional<uint32_t> file_of(trace::StringId location);

  struct SeenError {
    ErrorStop stop;
    trace::TaskIndex task;
  };

  const trace::TimelineIndex& m_index;
  uint64_t m_seen = 0;
  std::vector<std::string> m_files;
  std::unordered_map<std::string, uint32_t> m_by_name;
  std::unordered_map<uint32_t, std::optional<uint32_t>> m_by_location;
  std::vector<FileVisit> m_visits;
  std::vector<SeenError> m_errors;
};

}  // namespace loopscope::gui
