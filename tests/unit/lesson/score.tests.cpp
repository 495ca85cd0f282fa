#include "core/lesson/score.h"

#include <catch2/catch.hpp>

#include "tests/unit/scenario/temporary_folder.h"

using namespace loopscope::lesson;
using loopscope::scenario::TemporaryFolder;

namespace {

Grade graded(std::vector<bool> lines) {
  Grade grade;
  grade.right = std::ranges::find(lines, false) == lines.end();
  grade.line_right = std::move(lines);
  return grade;
}

}  // namespace

TEST_CASE("A score counts attempts and keeps the best", "[lesson][score]") {
  ScoreBook book;
  book.add("a", graded({true, false}));
  book.add("a", graded({true, true}));
  book.add("a", graded({false, false}));
  book.add("b", graded({false, true, false}));
  CHECK(book.lessons["a"] == LessonScore{3, 1, 100});
  CHECK(book.lessons["b"] == LessonScore{1, 0, 33});
  CHECK(book.solved_lessons() == 1);
}

TEST_CASE("Scores come back from the file they were written to", "[lesson][score]") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "share" / "loopscope" / "score.json";
  CHECK(read_scores(file) == ScoreBook{});
  REQUIRE(add_score(file, "01-event-loop/quiz", graded({true, true})));
  REQUIRE(add_score(file, "/home/me/\"odd\".js", graded({false, true})));
  const ScoreBook book = read_scores(file);
  CHECK(book.lessons.at("01-event-loop/quiz") == LessonScore{1, 1, 100});
  CHECK(book.lessons.at("/home/me/\"odd\".js") == LessonScore{1, 0, 50});
  size_t files = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(file.parent_path()))
    ++files;
  CHECK(files == 1);
}

TEST_CASE("A damaged score file loses only what cannot be understood", "[lesson][score]") {
  const TemporaryFolder folder;
  for (const char* text : {"", "{", "[]", "null", R"({"lessons":3})", R"({"lessons":{"a":)"}) {
    CAPTURE(text);
    CHECK(read_scores(folder.write("score.json", text)).lessons.empty());
  }
  const ScoreBook book = read_scores(folder.write(
      "score.json",
      R"({"lessons":{"a":{"attempts":-1,"solved":5,"best":900},"b":7,"c":{"attempts":2,"solved":1,"best":80}}})"));
  CHECK(book.lessons.at("a") == LessonScore{0, 0, 100});
  CHECK_FALSE(book.lessons.contains("b"));
  CHECK(book.lessons.at("c") == LessonScore{2, 1, 80});
}

TEST_CASE("Where nothing can be written, the score says so", "[lesson][score]") {
  const TemporaryFolder folder;
  const auto in_the_way = folder.write("file", "");
  CHECK_FALSE(write_scores(in_the_way / "score.json", {}));
}
