#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>

#include "core/cli/command_line.h"
#include "core/cli/exit_codes.h"
#include "core/cli/quiz_session.h"
#include "core/lesson/catalog.h"

namespace loopscope::cli {

namespace fs = std::filesystem;

namespace {

struct QuizCommand {
  std::vector<std::string> files;
  std::string scenarios;
  bool orders = false;
  uint64_t max_runs = 50;
};

// Where this program lies, for what is installed beside it.
fs::path own_folder() {
  std::error_code error;
  return fs::read_symlink("/proc/self/exe", error).parent_path();
}

// The scenarios this program was built with, or those installed beside it.
fs::path find_scenarios(const std::string& given) {
  if (!given.empty()) return given;
  std::error_code error;
  const fs::path own = own_folder();
  for (const fs::path& folder : {fs::path(LOOPSCOPE_SCENARIOS_DIR), own / "scenarios",
                                 own / "../scenarios", own / "../share/loopscope/scenarios"})
    if (fs::is_directory(folder, error)) return folder;
  return LOOPSCOPE_SCENARIOS_DIR;
}

// The desktop app keeps its scores in the same file (XDG Base Directory Specification). Empty: the
// user has no home, and scores last for the session.
fs::path score_file() {
  if (const char* data = std::getenv("XDG_DATA_HOME");
      data != nullptr && fs::path(data).is_absolute())
    return fs::path(data) / "loopscope" / "score.json";
  if (const char* home = std::getenv("HOME"); home != nullptr && fs::path(home).is_absolute())
    return fs::path(home) / ".local" / "share" / "loopscope" / "score.json";
  return {};
}

int print_orders(const QuizCommand& command) {
  if (command.files.size() != 1) {
    std::cerr << "loopscope: --orders expects one FILE (see loopscope --help)\n";
    return kUsage;
  }
  const scenario::Result<QuizMaterial> material =
      quiz_material(command.files.front(), command.max_runs);
  if (!material) return report(material.problem());
  std::cout << lesson::to_json(material->orders) << '\n';
  return kOk;
}

// The scenario of the catalogue that the file is, or one of that name alone.
lesson::Lesson lesson_of(const std::string& file, const std::vector<lesson::Chapter>& catalog) {
  std::error_code error;
  for (const lesson::Chapter& chapter : catalog)
    for (const lesson::Lesson& lesson : chapter.lessons)
      if (fs::equivalent(lesson.file, file, error)) return lesson;
  lesson::Lesson lesson;
  lesson.file = file;
  lesson.id = fs::absolute(file, error).lexically_normal().string();
  return lesson;
}

int act(const QuizCommand& command) {
  if (command.orders) return print_orders(command);
  const fs::path scenarios = find_scenarios(command.scenarios);
  const std::vector<lesson::Chapter> catalog = lesson::read_catalog(scenarios);
  QuizSession session(std::cin, std::cout, score_file(), command.max_runs);
  if (!command.files.empty()) {
    for (const std::string& file : command.files)
      if (const auto problem = session.ask_about(lesson_of(file, catalog))) return report(*problem);
    session.say_goodbye();
    return kOk;
  }
  if (catalog.empty())
    return report({scenarios.string(), 0, "no scenarios here; --scenarios says where they are"});
  for (const lesson::Chapter& chapter : catalog) {
    for (const lesson::Lesson& lesson : chapter.lessons) {
      if (!lesson.quiz || session.is_over()) continue;
      // One broken scenario does not end the deck.
      if (const auto problem = session.ask_about(lesson)) report(*problem);
    }
  }
  const lesson::Result<std::vector<lesson::Card>> cards = lesson::read_cards(scenarios);
  if (!cards) return report(cards.problem());
  for (const lesson::Card& card : *cards) session.show(card);
  session.say_goodbye();
  return kOk;
}

}  // namespace

void add_quiz_command(CLI::App& app, Action& action) {
  auto command = std::make_shared<QuizCommand>();
  CLI::App* quiz = app.add_subcommand("quiz", "Ask in which order programs print their lines");
  quiz->add_option("FILE", command->files,
                   "Programs to ask about (default: the scenarios of chapters 1 and 3, then the "
                   "interview cards)");
  quiz->add_option("--scenarios", command->scenarios,
                   "The folder of scenarios (default: the one built or installed with)");
  quiz->add_flag("--orders", command->orders,
                 "Do not ask: print the orders FILE may print its lines in, as JSON: "
                 R"({"lines":[those of seed 0],"orders":[[0,1,2],...],"complete":true})");
  quiz->add_option("--max-runs", command->max_runs,
                   "How often to run a program in search of its other orders (default 50)")
      ->check(CLI::PositiveNumber);
  quiz->callback([command, &action] { action = [command] { return act(*command); }; });
}

}  // namespace loopscope::cli
