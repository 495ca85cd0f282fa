#include "core/cli/quiz_session.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "core/cli/process_output.h"
#include "core/lesson/explain.h"
#include "core/lesson/typed_answer.h"
#include "core/scenario/outcomes.h"
#include "core/trace/terminal_text.h"
#include "core/trace/utf8.h"

namespace loopscope::cli {

namespace {

constexpr size_t kColumns = 88;

// A program to ask about is short; one that is not must not make its user wait.
constexpr VirtualTime kLongestRun = VirtualTime::from_ms(5'000);
constexpr uint64_t kMostEvents = 200'000;

// Breaks a paragraph at spaces.
void write_wrapped(std::ostream& out, std::string_view text, std::string_view indent) {
  std::string line;
  while (!text.empty()) {
    const size_t end = std::min(text.find(' '), text.size());
    const std::string word(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    const size_t columns = trace::columns_of(line) + 1 + trace::columns_of(word);
    if (!line.empty() && columns + indent.size() > kColumns) {
      out << indent << line << '\n';
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  if (!line.empty()) out << indent << line << '\n';
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

bool is_comment_or_blank(const std::string& line) {
  const size_t begin = line.find_first_not_of(" \t\r");
  return begin == std::string::npos || line.compare(begin, 2, "//") == 0;
}

// How many lines at the top of a program are directives, the blank ones after them included.
size_t directive_lines(const std::vector<std::string>& lines) {
  size_t count = 0;
  bool has_directive = false;
  while (count < lines.size() &&
         (is_comment_or_blank(lines[count]) || (count == 0 && lines[0].starts_with("#!")))) {
    has_directive = has_directive || lines[count].find("// @") != std::string::npos;
    ++count;
  }
  return has_directive ? count : 0;
}

}  // namespace

scenario::Result<QuizMaterial> quiz_material(const std::filesystem::path& program,
                                             size_t max_runs) {
  const scenario::Result<scenario::Scenario> scenario = scenario::load(program);
  if (!scenario) return scenario.problem();
  scenario::RunSettings settings;
  settings.limits.cpu_total = kLongestRun;
  settings.limits.trace_events = kMostEvents;
  const scenario::Result<scenario::Machine> machine = scenario::compose(*scenario, settings);
  if (!machine) return machine.problem();
  trace::MemorySink sink(scenario::header_of(*scenario, *machine, settings));
  SilentOutput output;
  const bool ended =
      scenario::run(*scenario, *machine, settings, &sink, output).exit_code != host::kLimitExitCode;
  trace::Trace trace = sink.take();
  std::vector<std::vector<std::string>> outputs(1);
  for (const lesson::QuizLine& line : lesson::printed_lines(trace))
    outputs.front().push_back(line.text);
  // A run that reaches a limit takes long, and so would its others.
  scenario::Exploration others;
  scenario::ExploreLimits limits;
  limits.max_runs = max_runs;
  if (ended)
    others =
        scenario::explore_scenario(*scenario, *machine, settings, limits, scenario::kQuietPauseMs);
  for (const auto& outcome : others.outcomes) outputs.push_back(outcome.output.lines);
  return QuizMaterial{scenario->directives.title.value_or(scenario->name), std::move(trace),
                      lesson::orders_of(outputs, ended && others.complete)};
}

std::optional<lesson::Problem> QuizSession::ask_about(const lesson::Lesson& lesson) {
  if (m_over) return std::nullopt;
  const scenario::Result<QuizMaterial> material = quiz_material(lesson.file, m_max_runs);
  if (!material) return material.problem();
  const lesson::Quiz quiz = lesson::make_quiz(material->trace, material->orders);
  if (!quiz.usable) {
    m_out << lesson.file.filename().string() << ": prints " << quiz.lines.size()
          << (quiz.lines.size() == 1 ? " line" : " lines")
          << (quiz.lines.size() < 2 ? ", nothing to put in order\n\n"
                                    : ", too many to put in order\n\n");
    return std::nullopt;
  }
  std::ifstream file(lesson.file, std::ios::binary);
  show_program(material->title, std::string(std::istreambuf_iterator<char>(file), {}));
  const lesson::ScoreBook book = lesson::read_scores(m_score_file);
  const auto before = book.lessons.find(lesson.id);
  const uint64_t attempts = before == book.lessons.end() ? 0 : before->second.attempts;
  const std::vector<int> shown = lesson::shuffled(quiz, attempts + 1);
  show_lines(quiz, shown);
  const std::optional<std::vector<int>> places = ask(quiz.lines.size());
  if (!places) return std::nullopt;
  std::vector<int> answer;
  for (const int place : *places) answer.push_back(shown[static_cast<size_t>(place)]);
  const lesson::Grade grade = lesson::grade(quiz, answer);
  show_grade(material->trace, quiz, answer, grade);
  keep_score(lesson.id, grade);
  return std::nullopt;
}

void QuizSession::show_program(const std::string& title, const std::string& source) {
  m_out << "── " << trace::printable(title) << " ──\n\n";
  // With the numbers its lines have in the file, for the explanations speak of them.
  const std::vector<std::string> lines = split_lines(source);
  for (size_t i = directive_lines(lines); i < lines.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    m_out << std::string(4 - std::min<size_t>(4, number.size()), ' ') << number;
    if (!lines[i].empty()) m_out << "  " << trace::printable(lines[i]);
    m_out << '\n';
  }
  m_out << '\n';
}

void QuizSession::show_lines(const lesson::Quiz& quiz, std::span<const int> order) {
  m_out << "In which order does it print these lines?\n\n";
  for (size_t place = 0; place < order.size(); ++place) {
    const lesson::QuizLine& line = quiz.lines[static_cast<size_t>(order[place])];
    const std::string number = std::to_string(place + 1);
    m_out << std::string(3 - number.size(), ' ') << number << "  "
          << trace::cut_end(trace::printable(line.text), kColumns - 5)
          << (line.error_stream ? "  (stderr)" : "") << '\n';
  }
  m_out << '\n';
}

std::optional<std::vector<int>> QuizSession::ask(size_t lines) {
  for (;;) {
    m_out << "Your answer, first to last: " << std::flush;
    const std::optional<std::string> text = read_line();
    if (!text) return std::nullopt;
    const lesson::TypedAnswer answer = lesson::read_typed_answer(*text, lines);
    if (answer.problem.empty()) return answer.places;
    m_out << "Not an answer: " << answer.problem << ".\n";
  }
}

std::optional<std::string> QuizSession::read_line() {
  std::string line;
  if (!m_over && std::getline(m_in, line)) return line;
  if (!m_over) m_out << '\n';
  m_over = true;
  return std::nullopt;
}

void QuizSession::show_grade(const trace::Trace& trace, const lesson::Quiz& quiz,
                             std::span<const int> answer, const lesson::Grade& grade) {
  m_out << '\n';
  for (size_t place = 0; place < answer.size(); ++place)
    m_out << (grade.line_right[place] ? "  ✓  " : "  ✗  ")
          << trace::cut_end(trace::printable(quiz.lines[static_cast<size_t>(answer[place])].text),
                            kColumns - 5)
          << '\n';
  const auto right = std::ranges::count(grade.line_right, true);
  m_out << '\n' << (grade.right ? "Right." : "Not quite: ");
  if (!grade.right)
    m_out << right << " of " << answer.size() << (answer.size() == 1 ? " line is" : " lines are")
          << " in place.";
  m_out << '\n';
  if (quiz.order_is_open)
    write_wrapped(
        m_out,
        "Real Node leaves the order open here: " + std::to_string(quiz.legal_orders.size()) +
            " orders are possible, and each of them counts.",
        "");
  if (!grade.right) explain(trace, quiz, grade);
  m_out << '\n';
}

void QuizSession::explain(const trace::Trace& trace, const lesson::Quiz& quiz,
                          const lesson::Grade& grade) {
  const trace::TimelineIndex index(trace);
  for (const auto& [first, second] : grade.wrong_pairs) {
    // Orders other than seed 0's have no trace here to explain them by.
    if (first > second) continue;
    m_out << '\n';
    write_wrapped(m_out,
                  lesson::explain_pair(index, quiz.lines[static_cast<size_t>(first)].step,
                                       quiz.lines[static_cast<size_t>(second)].step),
                  "  ");
  }
  m_out << "\nIt prints:\n";
  for (const int line : quiz.legal_orders[static_cast<size_t>(grade.best_order)])
    m_out << "  "
          << trace::cut_end(trace::printable(quiz.lines[static_cast<size_t>(line)].text),
                            kColumns - 2)
          << '\n';
}

void QuizSession::keep_score(const std::string& lesson_id, const lesson::Grade& grade) {
  ++m_asked;
  m_right += grade.right ? 1 : 0;
  if (!m_score_file.empty() && !lesson::add_score(m_score_file, lesson_id, grade)) {
    m_out << "The score cannot be written to " << m_score_file.string()
          << "; it lasts for this session.\n\n";
    m_score_file.clear();
  }
}

void QuizSession::show(const lesson::Card& card) {
  if (m_over) return;
  m_out << "── Interview question ──\n\n";
  write_wrapped(m_out, card.question, "  ");
  m_out << "\nAnswer it aloud, then press Enter. " << std::flush;
  if (!read_line()) return;
  m_out << '\n';
  write_wrapped(m_out, card.answer, "  ");
  m_out << '\n';
  write_wrapped(m_out,
                card.lesson_id.empty() ? card.proof : "See " + card.lesson_id + ": " + card.proof,
                "  ");
  m_out << '\n';
}

void QuizSession::say_goodbye() {
  if (m_asked == 0) return;
  m_out << "Solved " << m_right << " of " << m_asked << " this time";
  const lesson::ScoreBook book = lesson::read_scores(m_score_file);
  if (!book.lessons.empty())
    m_out << "; " << book.solved_lessons() << " of " << book.lessons.size()
          << " programs solved so far";
  m_out << ".\n";
}

}  // namespace loopscope::cli
