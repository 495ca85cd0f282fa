#include "core/lesson/catalog.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>

#include "core/lesson/directives.h"
#include "core/lesson/quantities.h"

namespace loopscope::lesson {

namespace fs = std::filesystem;
namespace json = simdjson::dom;

namespace {

constexpr int kEventLoopChapter = 1;
constexpr int kErrorsChapter = 3;

std::optional<std::string> read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

bool is_program(const fs::path& path) {
  const std::string extension = path.extension().string();
  return extension == ".js" || extension == ".mjs" || extension == ".cjs";
}

std::vector<fs::path> sorted_entries(const fs::path& folder) {
  std::vector<fs::path> entries;
  std::error_code error;
  for (auto entry = fs::directory_iterator(folder, error); entry != fs::directory_iterator();
       entry.increment(error))
    entries.push_back(entry->path());
  std::ranges::sort(entries);
  return entries;
}

// "01-event-loop" is chapter 1.
std::optional<int> chapter_number(const std::string& folder) {
  const size_t dash = folder.find('-');
  if (dash == std::string::npos || dash > 4) return std::nullopt;
  const std::optional<uint64_t> number = parse_count(folder.substr(0, dash));
  if (!number) return std::nullopt;
  return static_cast<int>(*number);
}

// "01-event-loop" in words: "Event loop".
std::string folder_in_words(const std::string& folder) {
  std::string words = folder.substr(folder.find('-') + 1);
  std::ranges::replace(words, '-', ' ');
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

// What a chapter's README.md says to us.
struct ChapterPage {
  std::string title;
  std::vector<std::string> links;  // in order
};

ChapterPage read_page(const std::string& text) {
  ChapterPage page;
  for (size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at + 1)) {
    const size_t end = text.find(')', at);
    if (end != std::string::npos) page.links.push_back(text.substr(at + 2, end - at - 2));
  }
  if (text.starts_with("# ")) page.title = text.substr(2, text.find('\n') - 2);
  return page;
}

// The program a chapter's entry stands for, if it is one.
std::optional<fs::path> program_of(const fs::path& entry) {
  std::error_code error;
  if (fs::is_regular_file(entry, error))
    return is_program(entry) ? std::optional(entry) : std::nullopt;
  for (const char* name : {"index.js", "main.js", "index.mjs", "main.mjs"})
    if (fs::is_regular_file(entry / name, error)) return entry / name;
  return std::nullopt;
}

// A chapter's entries, and what its page links to in folders of several programs.
std::vector<fs::path> entries_of(const fs::path& chapter, const ChapterPage& page) {
  std::vector<fs::path> entries = sorted_entries(chapter);
  std::error_code error;
  for (const std::string& link : page.links)
    if (link.find('/') != std::string::npos && !link.starts_with("..") &&
        fs::is_regular_file(chapter / link, error))
      entries.push_back(chapter / link);
  return entries;
}

std::optional<Lesson> read_lesson(const Chapter& chapter, const fs::path& folder,
                                  const fs::path& entry) {
  const std::optional<fs::path> program = program_of(entry);
  if (!program) return std::nullopt;
  const std::optional<std::string> source = read_file(*program);
  if (!source) return std::nullopt;
  Lesson lesson;
  lesson.file = *program;
  fs::path name = entry.lexically_relative(folder);
  if (name.extension() == ".js") name.replace_extension();
  lesson.id = chapter.folder + "/" + name.generic_string();
  lesson.quiz = chapter.number == kEventLoopChapter || chapter.number == kErrorsChapter;
  const Result<Directives> directives = parse_directives(*source, program->filename().string());
  if (!directives) {
    lesson.title = entry.filename().string();
    lesson.lesson = directives.problem().to_string();
    return lesson;
  }
  if (!directives->title) return std::nullopt;
  lesson.title = *directives->title;
  lesson.lesson = directives->lesson.value_or("");
  return lesson;
}

Chapter read_chapter(const fs::path& folder, int number) {
  Chapter chapter;
  chapter.number = number;
  chapter.folder = folder.filename().string();
  const ChapterPage page = read_page(read_file(folder / "README.md").value_or(""));
  chapter.title = page.title.empty() ? folder_in_words(chapter.folder) : page.title;
  const auto place = [&](const fs::path& entry) {
    const std::string link = entry.lexically_relative(folder).generic_string();
    return std::ranges::find(page.links, link) - page.links.begin();
  };
  std::vector<fs::path> entries = entries_of(folder, page);
  std::ranges::stable_sort(entries, {}, place);
  for (const fs::path& entry : entries)
    if (std::optional<Lesson> lesson = read_lesson(chapter, folder, entry))
      chapter.lessons.push_back(std::move(*lesson));
  return chapter;
}

// The text of a card's field; false if it is there but no text, or missing.
bool read_field(const json::element& card, const char* name, std::string& out) {
  std::string_view text;
  if (card[name].get(text) != simdjson::SUCCESS) return false;
  out = text;
  return true;
}

}  // namespace

std::vector<Chapter> read_catalog(const fs::path& scenarios_folder) {
  std::vector<Chapter> chapters;
  std::error_code error;
  for (const fs::path& folder : sorted_entries(scenarios_folder)) {
    const std::optional<int> number = chapter_number(folder.filename().string());
    if (!number || !fs::is_directory(folder, error)) continue;
    chapters.push_back(read_chapter(folder, *number));
  }
  std::ranges::stable_sort(chapters, {}, &Chapter::number);
  return chapters;
}

const Lesson* find_lesson(const std::vector<Chapter>& catalog, const std::string& id) {
  for (const Chapter& chapter : catalog)
    for (const Lesson& lesson : chapter.lessons)
      if (lesson.id == id) return &lesson;
  return nullptr;
}

Result<std::vector<Card>> read_cards(const fs::path& scenarios_folder) {
  const fs::path file = scenarios_folder / "cards.json";
  const std::optional<std::string> text = read_file(file);
  if (!text) return Problem{file.string(), 0, "cannot be read"};
  json::parser parser;
  json::array array;
  if (parser.parse(*text).get(array) != simdjson::SUCCESS)
    return Problem{file.string(), 0, "expected a JSON array of cards"};
  std::vector<Card> cards;
  for (const json::element entry : array) {
    Card card;
    if (!read_field(entry, "question", card.question) ||
        !read_field(entry, "answer", card.answer) || !read_field(entry, "lesson", card.lesson_id) ||
        !read_field(entry, "proof", card.proof))
      return Problem{file.string(), 0,
                     "card " + std::to_string(cards.size() + 1) +
                         ": expected the texts question, answer, lesson and proof"};
    cards.push_back(std::move(card));
  }
  return cards;
}

std::vector<Card> interview_cards(const fs::path& scenarios_folder) {
  const Result<std::vector<Card>> cards = read_cards(scenarios_folder);
  return cards ? *cards : std::vector<Card>();
}

}  // namespace loopscope::lesson
