#include "core/os/synthetic_records.h"

#include <array>

namespace loopscope::os {

namespace {

constexpr std::array<std::string_view, 16> kFirstNames = {
    "Ada",  "Ben",   "Chloe", "David", "Elif", "Finn", "Grace", "Hugo",
    "Ines", "Jonas", "Kira",  "Leo",   "Mia",  "Noah", "Olga",  "Paul"};
constexpr std::array<std::string_view, 16> kLastNames = {
    "Adams", "Baker", "Costa", "Diaz",  "Evans", "Fischer", "Garcia", "Hansen",
    "Ito",   "Jones", "Khan",  "Lopez", "Meyer", "Novak",   "Okoye",  "Petrov"};
constexpr std::array<std::string_view, 12> kCities = {"Amsterdam", "Berlin", "Cairo", "Dublin",
                                                      "Helsinki",  "Lagos",  "Lima",  "London",
                                                      "Madrid",    "Oslo",   "Paris", "Tokyo"};
constexpr std::array<std::string_view, 24> kWords = {
    "the",  "loop",  "reads", "a",    "file", "and",   "waits", "while",
    "many", "small", "bits",  "come", "in",   "order", "each",  "piece",
    "of",   "work",  "goes",  "on",   "from", "one",   "turn",  "next"};
constexpr std::array<std::string_view, 5> kPaths = {"/", "/items", "/login", "/search", "/users"};

template <size_t N>
std::string_view one_of(SyntheticRandom& random, const std::array<std::string_view, N>& words) {
  return words[random.below(N)];
}

std::string two_digits(size_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string lower(std::string_view word) {
  std::string text(word);
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

struct Person {
  std::string name, email, city;
  size_t age;
};

Person make_person(SyntheticRandom& random) {
  const std::string_view first = one_of(random, kFirstNames);
  const std::string_view last = one_of(random, kLastNames);
  constexpr size_t kYoungest = 18;
  constexpr size_t kYears = 60;
  return {std::string(first) + " " + std::string(last),
          lower(first) + "." + lower(last) + "@example.com", std::string(one_of(random, kCities)),
          kYoungest + random.below(kYears)};
}

std::string csv_line(SyntheticRandom& random, size_t number) {
  const Person person = make_person(random);
  return std::to_string(number) + "," + person.name + "," + person.email + "," +
         std::to_string(person.age) + "," + person.city + "\n";
}

std::string json_line(SyntheticRandom& random, size_t number) {
  const Person person = make_person(random);
  return "{\"id\":" + std::to_string(number) + ",\"name\":\"" + person.name + "\",\"email\":\"" +
         person.email + "\",\"age\":" + std::to_string(person.age) + ",\"city\":\"" + person.city +
         "\"}\n";
}

// A request every second or so, from midnight on.
std::string log_line(SyntheticRandom& random, size_t number) {
  constexpr size_t kMinute = 60;
  constexpr size_t kDay = 24;
  constexpr size_t kSlowestMs = 400;
  constexpr size_t kFailures = 20;
  const bool failed = random.below(kFailures) == 0;
  return "2026-01-01T" + two_digits(number / kMinute / kMinute % kDay) + ":" +
         two_digits(number / kMinute % kMinute) + ":" + two_digits(number % kMinute) + "Z " +
         (failed ? "ERROR" : "INFO") + " GET " + std::string(one_of(random, kPaths)) + " " +
         (failed ? "500" : "200") + " " + std::to_string(1 + random.below(kSlowestMs)) + "ms\n";
}

std::string text_line(SyntheticRandom& random) {
  constexpr size_t kWidth = 72;
  std::string line(one_of(random, kWords));
  line[0] = static_cast<char>(line[0] - 'a' + 'A');
  while (line.size() < kWidth) line.append(" ").append(one_of(random, kWords));
  return line + ".\n";
}

std::string make_line(SyntheticKind kind, SyntheticRandom& random, size_t number) {
  switch (kind) {
    case SyntheticKind::kCsv:
      return csv_line(random, number);
    case SyntheticKind::kJsonLines:
      return json_line(random, number);
    case SyntheticKind::kLog:
      return log_line(random, number);
    case SyntheticKind::kText:
    case SyntheticKind::kZeros:
    case SyntheticKind::kRandom:
      break;
  }
  return text_line(random);
}

std::string random_bytes(SyntheticRandom& random, size_t bytes) {
  std::string result;
  result.reserve(bytes);
  while (result.size() < bytes) {
    uint64_t bits = random.next();
    for (size_t i = 0; i < sizeof bits && result.size() < bytes; ++i, bits >>= 8)
      result += static_cast<char>(bits & 0xFF);
  }
  return result;
}

}  // namespace

SyntheticRandom::SyntheticRandom(uint64_t seed, std::string_view name) : m_state(seed) {
  // FNV-1a
  constexpr uint64_t kPrime = 0x100000001B3;
  uint64_t hash = 0xCBF29CE484222325;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
  m_state ^= hash;
}

uint64_t SyntheticRandom::next() {
  m_state += 0x9E3779B97F4A7C15;
  uint64_t mixed = m_state;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
  return mixed ^ (mixed >> 31);
}

bool has_lines(SyntheticKind kind) {
  return kind != SyntheticKind::kZeros && kind != SyntheticKind::kRandom;
}

std::string header_of(SyntheticKind kind) {
  return kind == SyntheticKind::kCsv ? "id,name,email,age,city\n" : "";
}

std::string make_records(SyntheticKind kind, SyntheticRandom random, size_t bytes) {
  if (kind == SyntheticKind::kZeros) return std::string(bytes, '\0');
  if (kind == SyntheticKind::kRandom) return random_bytes(random, bytes);
  std::string records;
  records.reserve(bytes);
  for (size_t number = 1;; ++number) {
    const std::string line = make_line(kind, random, number);
    if (records.size() + line.size() > bytes) break;
    records += line;
  }
  // The last one is made longer.
  records.back() = ' ';
  records.resize(bytes, ' ');
  records.back() = '\n';
  return records;
}

}  // namespace loopscope::os
