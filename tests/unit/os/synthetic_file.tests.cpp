#include "core/os/synthetic_file.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

using namespace loopscope;
using os::SyntheticKind;

namespace {

std::string read(const os::Source& source, uint64_t offset, size_t length) {
  std::string bytes(length, '?');
  CHECK(source.read(offset, bytes));
  return bytes;
}

std::string all_of(SyntheticKind kind, uint64_t size, uint64_t seed = 0,
                   const std::string& name = "f") {
  const auto source = os::make_synthetic({name, size, kind}, seed);
  CHECK(source->size() == size);
  return read(*source, 0, size);
}

constexpr uint64_t kTwoGiB = 2ULL << 30;

}  // namespace

TEST_CASE("made-up contents follow from seed and name alone", "[os][files]") {
  CHECK(all_of(SyntheticKind::kCsv, 5000) == all_of(SyntheticKind::kCsv, 5000));
  CHECK(all_of(SyntheticKind::kCsv, 5000) != all_of(SyntheticKind::kCsv, 5000, 1));
  CHECK(all_of(SyntheticKind::kCsv, 5000) != all_of(SyntheticKind::kCsv, 5000, 0, "g"));
}

TEST_CASE("any range of a file is as in the whole", "[os][files]") {
  const auto source = os::make_synthetic({"f", 3'000'000, SyntheticKind::kCsv}, 7);
  const std::string whole = read(*source, 0, 3'000'000);
  for (const size_t offset : {0U, 1U, 20U, 4095U, 1'048'570U, 1'048'600U, 2'999'000U})
    CHECK(read(*source, offset, 900) == whole.substr(offset, 900));
}

TEST_CASE("files of lines end in whole lines, whatever their size", "[os][files]") {
  for (const SyntheticKind kind :
       {SyntheticKind::kCsv, SyntheticKind::kJsonLines, SyntheticKind::kLog, SyntheticKind::kText})
    for (const uint64_t size : {1ULL, 2ULL, 22ULL, 23ULL, 100ULL, 999ULL, 1'048'575ULL,
                                1'048'576ULL, 1'048'577ULL, 1'100'000ULL}) {
      CAPTURE(static_cast<int>(kind), size);
      CHECK(all_of(kind, size).back() == '\n');
    }
  CHECK(all_of(SyntheticKind::kText, 0).empty());
}

TEST_CASE("every record of a csv file has the header's fields", "[os][files]") {
  const std::string text = all_of(SyntheticKind::kCsv, 2'500'000);
  CHECK(text.starts_with("id,name,email,age,city\n1,"));
  size_t begin = 0;
  size_t wrong = 0;
  while (begin < text.size()) {
    const size_t end = text.find('\n', begin);
    wrong += std::count(text.begin() + static_cast<ptrdiff_t>(begin),
                        text.begin() + static_cast<ptrdiff_t>(end), ',') != 4;
    begin = end + 1;
  }
  CHECK(wrong == 0);
}

TEST_CASE("a file of 2 GiB is read at its end as at its start", "[os][files]") {
  const auto source = os::make_synthetic({"huge.csv", kTwoGiB, SyntheticKind::kCsv}, 0);
  CHECK(source->size() == kTwoGiB);
  CHECK(read(*source, kTwoGiB - 10, 10).back() == '\n');
  CHECK(read(*source, 0, 23) == "id,name,email,age,city\n");
}

TEST_CASE("its repetition holds all of a file", "[os][files]") {
  constexpr uint64_t kSize = 2'222'222;
  const auto source = os::make_synthetic({"f", kSize, SyntheticKind::kCsv}, 0);
  const os::Repetition& parts = *source->repetition();
  CHECK(parts.bytes.size() % 4096 == 0);
  std::string built;
  while (built.size() < kSize) built += parts.bytes;
  built.resize(kSize);
  built.replace(0, parts.head.size(), parts.head);
  built.replace(kSize - parts.tail.size(), parts.tail.size(), parts.tail);
  CHECK(built == read(*source, 0, kSize));
}

TEST_CASE("random bytes do not repeat soon, zeros are zeros", "[os][files]") {
  const std::string bytes = all_of(SyntheticKind::kRandom, 1 << 20);
  for (int byte = 0; byte < 256; ++byte)
    CHECK(std::count(bytes.begin(), bytes.end(), static_cast<char>(byte)) > 3'000);
  CHECK(all_of(SyntheticKind::kZeros, 100) == std::string(100, '\0'));
}
