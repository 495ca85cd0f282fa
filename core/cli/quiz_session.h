#pragma once

#include <filesystem>
#include <istream>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/cli/run_options.h"
#include "core/lesson/catalog.h"
#include "core/lesson/quiz.h"
#include "core/lesson/score.h"
#include "core/trace/timeline_index.h"

namespace loopscope::cli {

// What a quiz about one program needs: its run under seed 0, and its other orders.
struct QuizMaterial {
  std::string title;  // its file's name if it has none
  trace::Trace trace;
  lesson::Orders orders;
};
scenario::Result<QuizMaterial> quiz_material(const std::filesystem::path& program, size_t max_runs);

// Questions and answers in a terminal, or from a pipe. The end of the input ends it in order.
class QuizSession {
 public:
  // `scores`: where they are kept between sessions; empty: nowhere.
  QuizSession(std::istream& in, std::ostream& out, std::filesystem::path scores, size_t max_runs)
      : m_in(in), m_out(out), m_score_file(std::move(scores)), m_max_runs(max_runs) {}

  // Shows the program and asks until an order is given, or the input ends. A program that prints
  // too little or too much to ask about is passed over with a word.
  std::optional<lesson::Problem> ask_about(const lesson::Lesson& lesson);
  void show(const lesson::Card& card);
  void say_goodbye();

  bool is_over() const { return m_over; }

 private:
  void show_program(const std::string& title, const std::string& source);
  void show_lines(const lesson::Quiz& quiz, std::span<const int> order);
  std::optional<std::vector<int>> ask(size_t lines);
  std::optional<std::string> read_line();
  void show_grade(const trace::Trace& trace, const lesson::Quiz& quiz, std::span<const int> answer,
                  const lesson::Grade& grade);
  void explain(const trace::Trace& trace, const lesson::Quiz& quiz, const lesson::Grade& grade);
  void keep_score(const std::string& lesson_id, const lesson::Grade& grade);

  std::istream& m_in;
  std::ostream& m_out;
  std::filesystem::path m_score_file;
  size_t m_max_runs;
  uint64_t m_asked = 0;
  uint64_t m_right = 0;
  bool m_over = false;
};

}  // namespace loopscope::cli
