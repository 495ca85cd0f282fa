#include "core/lesson/score.h"

#include <fcntl.h>
#include <simdjson.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "core/trace/json_text.h"

namespace loopscope::lesson {

namespace fs = std::filesystem;
namespace json = simdjson::dom;

namespace {

uint32_t read_number(const json::element& score, const char* name) {
  uint64_t number = 0;
  if (score[name].get(number) != simdjson::SUCCESS) return 0;
  return static_cast<uint32_t>(std::min<uint64_t>(number, UINT32_MAX));
}

std::string to_json(const ScoreBook& book) {
  std::string text = "{\"version\":1,\"lessons\":{";
  const char* between = "\n";
  for (const auto& [id, score] : book.lessons) {
    text += between;
    trace::append_json_string(text, id);
    text += ":{\"attempts\":" + std::to_string(score.attempts) +
            ",\"solved\":" + std::to_string(score.solved) +
            ",\"best\":" + std::to_string(score.best) + "}";
    between = ",\n";
  }
  return text + "\n}}\n";
}

// Writes all of it to the disk and closes the file.
bool write_and_close(int file, std::string_view text) {
  bool good = true;
  while (good && !text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    good = written > 0;
    if (good) text.remove_prefix(static_cast<size_t>(written));
  }
  good = good && ::fsync(file) == 0;
  return ::close(file) == 0 && good;
}

}  // namespace

void ScoreBook::add(const std::string& lesson_id, const Grade& grade) {
  LessonScore& score = lessons[lesson_id];
  ++score.attempts;
  score.solved += grade.right ? 1 : 0;
  const auto right = static_cast<size_t>(std::ranges::count(grade.line_right, true));
  if (!grade.line_right.empty())
    score.best = std::max(score.best, static_cast<uint32_t>(right * 100 / grade.line_right.size()));
}

uint64_t ScoreBook::solved_lessons() const {
  return static_cast<uint64_t>(
      std::ranges::count_if(lessons, [](const auto& entry) { return entry.second.solved != 0; }));
}

ScoreBook read_scores(const fs::path& file) {
  ScoreBook book;
  json::parser parser;
  json::object lessons;
  if (parser.load(file.string())["lessons"].get(lessons) != simdjson::SUCCESS) return book;
  for (const auto& [id, score] : lessons) {
    if (!score.is_object()) continue;
    LessonScore read{read_number(score, "attempts"), read_number(score, "solved"),
                     read_number(score, "best")};
    read.solved = std::min(read.solved, read.attempts);
    read.best = std::min(read.best, 100U);
    book.lessons.emplace(id, read);
  }
  return book;
}

bool write_scores(const fs::path& file, const ScoreBook& book) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  // Beside the file, so that the rename stays on one file system; of a name of its own, so that two
  // programs cannot write the same one.
  std::string temporary = file.string() + ".XXXXXX";
  const int descriptor = ::mkstemp(temporary.data());
  if (descriptor < 0) return false;
  const bool written = write_and_close(descriptor, to_json(book));
  if (written) fs::rename(temporary, file, error);
  if (written && !error) return true;
  fs::remove(temporary, error);
  return false;
}

bool add_score(const fs::path& file, const std::string& lesson_id, const Grade& grade) {
  ScoreBook book = read_scores(file);
  book.add(lesson_id, grade);
  return write_scores(file, book);
}

}  // namespace loopscope::lesson
