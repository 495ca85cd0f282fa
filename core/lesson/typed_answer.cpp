#include "core/lesson/typed_answer.h"

#include <algorithm>
#include <charconv>

namespace loopscope::lesson {

namespace {

constexpr std::string_view kSeparators = " ,;\t\r";

std::string example(size_t lines) {
  std::string words;
  for (size_t number = lines; number > 0; --number)
    words += (words.empty() ? "" : " ") + std::to_string(number);
  return "\"" + words + "\"";
}

// The next number's text, taken off the text; a digit alone where all numbers are one digit.
std::string_view take_number(std::string_view& text, size_t lines) {
  text.remove_prefix(std::min(text.find_first_not_of(kSeparators), text.size()));
  const size_t length = lines <= 9 ? std::min<size_t>(1, text.size())
                                   : std::min(text.find_first_of(kSeparators), text.size());
  const std::string_view number = text.substr(0, length);
  text.remove_prefix(length);
  return number;
}

// Zero if it is none.
size_t value_of(std::string_view number) {
  size_t value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  return error == std::errc() && end == number.data() + number.size() ? value : 0;
}

}  // namespace

TypedAnswer read_typed_answer(std::string_view text, size_t lines) {
  TypedAnswer answer;
  for (;;) {
    const std::string_view number = take_number(text, lines);
    if (number.empty()) break;
    const size_t value = value_of(number);
    if (value == 0 || value > lines) {
      answer.problem =
          "expected the numbers 1 to " + std::to_string(lines) + ", as in " + example(lines);
      return answer;
    }
    const int place = static_cast<int>(value) - 1;
    if (std::ranges::find(answer.places, place) != answer.places.end()) {
      answer.problem = std::to_string(value) + " stands there twice; expected each number once";
      return answer;
    }
    answer.places.push_back(place);
  }
  if (answer.places.size() != lines)
    answer.problem = "expected all " + std::to_string(lines) + " numbers, as in " + example(lines) +
                     ", but there are " + std::to_string(answer.places.size());
  return answer;
}

}  // namespace loopscope::lesson
