// The quiz: its round, its score, the next one.

#include "gui/app/app.h"
#include "gui/app/storage.h"

namespace loopscope::gui {
namespace {

using enum CommandId;

}  // namespace

void App::start_quiz() {
  std::string id = main().file().filename().string();
  for (const lesson::Chapter& chapter : m_state.catalog)
    for (const lesson::Lesson& each : chapter.lessons)
      if (each.file == main().file()) id = each.id;
  const auto attempts = m_state.scores.lessons.find(id);
  const uint32_t seed = attempts == m_state.scores.lessons.end() ? 0 : attempts->second.attempts;
  m_quiz = std::make_unique<QuizRound>(main(), id, seed);
}

void App::check_quiz() {
  m_quiz->check();
  if (!m_quiz->grade()) return;
  lesson::add_score(scores_file(), m_quiz->lesson_id(), *m_quiz->grade());
  m_state.scores = lesson::read_scores(scores_file());
}

// The next in the deck after the one open: first those never solved.
void App::open_next_quiz() {
  std::vector<const lesson::Lesson*> deck;
  size_t here = 0;
  for (const lesson::Chapter& chapter : m_state.catalog)
    for (const lesson::Lesson& each : chapter.lessons) {
      if (each.file == main().file()) here = deck.size();
      if (each.quiz) deck.push_back(&each);
    }
  if (deck.empty()) return;
  for (size_t i = 1; i <= deck.size(); ++i) {
    const lesson::Lesson& next = *deck[(here + i) % deck.size()];
    const auto score = m_state.scores.lessons.find(next.id);
    if (score == m_state.scores.lessons.end() || score->second.solved == 0) return open(next.file);
  }
  open(deck[(here + 1) % deck.size()]->file);
}

bool App::carry_out_quiz(const Command& command) {
  switch (command.id) {
    case kQuizMove:
      if (m_quiz)
        m_quiz->move(static_cast<size_t>(command.number / 1000),
                     static_cast<size_t>(command.number % 1000));
      return true;
    case kQuizType:
      if (m_quiz) m_quiz->type(command.text);
      return true;
    case kQuizCheck:
      if (m_quiz) check_quiz();
      return true;
    case kQuizAgain:
      if (m_quiz) m_quiz->again();
      return true;
    case kQuizWatch:
      set_mode(Mode::kExplore);
      main().playback().seek(0);
      main().playback().play();
      return true;
    case kNextQuiz:
      open_next_quiz();
      return true;
    default:
      return false;
  }
}

}  // namespace loopscope::gui
