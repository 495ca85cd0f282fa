#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "core/lesson/quiz.h"

namespace loopscope::lesson {

// How somebody did at one lesson's quiz.
struct LessonScore {
  uint32_t attempts = 0;
  uint32_t solved = 0;  // attempts that were right
  uint32_t best = 0;    // per cent of the lines in their right places, in the best attempt
  bool operator==(const LessonScore&) const = default;
};

// All scores, by lesson id. Kept in one file, which the command and the desktop app share.
struct ScoreBook {
  std::map<std::string, LessonScore> lessons;

  void add(const std::string& lesson_id, const Grade& grade);
  uint64_t solved_lessons() const;  // those solved at least once
  bool operator==(const ScoreBook&) const = default;
};

// What can be understood of the file; an empty book if it is missing or no JSON.
ScoreBook read_scores(const std::filesystem::path& file);
// Replaces the file at once or not at all, and makes its folder. False: it cannot be written.
bool write_scores(const std::filesystem::path& file, const ScoreBook& book);
// Reads, adds, writes: what another program wrote meanwhile is kept.
bool add_score(const std::filesystem::path& file, const std::string& lesson_id, const Grade& grade);

}  // namespace loopscope::lesson
