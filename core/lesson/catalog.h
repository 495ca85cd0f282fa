#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/lesson/result.h"

namespace loopscope::lesson {

// A scenario to learn from.
struct Lesson {
  std::filesystem::path file;  // the program
  std::string id;              // "01-event-loop/execution-order-quiz": the same on every machine
  std::string title;
  std::string lesson;  // its paragraph; where the directives are wrong, what is wrong with them
  bool quiz = false;   // in a chapter about order, so that asking for it teaches something
};

// A folder "NN-name" of scenarios.
struct Chapter {
  int number = 0;
  std::string folder;  // "01-event-loop"
  std::string title;   // the first heading of its README.md, or the folder's name in words
  std::vector<Lesson> lessons;
};

// The chapters below the folder, by number, and in each the programs with a @title: those that its
// README.md links to in that order, then the others by name. A folder with an index.js or a main.js
// that has a @title is one lesson. A program whose directives are wrong is listed under its file's
// name, so that it is not lost. No such folder: no chapters.
std::vector<Chapter> read_catalog(const std::filesystem::path& scenarios_folder);

// The lesson of that id, or nullptr.
const Lesson* find_lesson(const std::vector<Chapter>& catalog, const std::string& id);

// A question an interviewer likes to ask, with an answer and where to see it happen.
struct Card {
  std::string question;
  std::string answer;
  std::string lesson_id;  // empty: its chapter is still to come, and `proof` says so
  std::string proof;      // what to look at in that lesson
};

// The cards in the folder's cards.json. Problems: missing or malformed.
Result<std::vector<Card>> read_cards(const std::filesystem::path& scenarios_folder);

// The same for a front end that shows what there is: none where they cannot be read.
std::vector<Card> interview_cards(const std::filesystem::path& scenarios_folder);

}  // namespace loopscope::lesson
