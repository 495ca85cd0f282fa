#pragma once

#include <array>
#include <bit>
#include <cassert>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "core/trace/event.h"
#include "core/trace/strings.h"
#include "core/trace/vocabulary.h"

// How a payload struct becomes eight words and a row of the schema. Nothing here knows any kind.
namespace loopscope::trace {

enum class FieldType : uint8_t { u32, i64, boolean, string, task, time_if_any, word_of_set };

// What a field needs besides its type.
using FieldMarks = uint8_t;
inline constexpr FieldMarks kNoMarks = 0;
inline constexpr FieldMarks kOmitZero = 1;  // not written when 0, false, "" or no task
inline constexpr FieldMarks kLocation = 2;  // the string is a place in a source: "quiz.js:4:1"

// A row of the schema, at run time.
struct FieldSpec {
  std::string_view key;
  FieldType type{};
  FieldMarks marks = kNoMarks;
  uint8_t word = 0;  // of the event's payload, where the value starts
  uint8_t bit = 0;   // of Event::present; only for time_if_any
  Names names;       // only for word_of_set
};

inline constexpr size_t kMaxFields = 8;

struct KindSpec {
  std::string_view name;
  Kind kind{};
  size_t field_count = 0;
  std::array<FieldSpec, kMaxFields> field_array{};

  constexpr std::span<const FieldSpec> fields() const { return {field_array.data(), field_count}; }
};

// A member of a payload struct and its key in the file.
template <typename Payload, typename Value>
struct Field {
  using value_type = Value;

  std::string_view key;
  Value Payload::*member;
  FieldMarks marks;

  constexpr Field(std::string_view k, Value Payload::*m, FieldMarks marked = kNoMarks)
      : key(k), member(m), marks(marked) {}
};

// How a member's type is kept in words.
template <typename Value>
struct Packing;

template <>
struct Packing<uint32_t> {
  static constexpr FieldType kType = FieldType::u32;
  static constexpr size_t kWords = 1;
  static void put(Event& event, size_t at, size_t, uint32_t value) { event.words[at] = value; }
  static uint32_t get(const Event& event, size_t at, size_t) { return event.words[at]; }
};

template <>
struct Packing<int64_t> {
  static constexpr FieldType kType = FieldType::i64;
  static constexpr size_t kWords = 2;
  static void put(Event& event, size_t at, size_t, int64_t value) {
    const auto bits = static_cast<uint64_t>(value);
    event.words[at] = static_cast<uint32_t>(bits);
    event.words[at + 1] = static_cast<uint32_t>(bits >> 32);
  }
  static int64_t get(const Event& event, size_t at, size_t) {
    return static_cast<int64_t>(event.words[at] | uint64_t{event.words[at + 1]} << 32);
  }
};

template <>
struct Packing<bool> {
  static constexpr FieldType kType = FieldType::boolean;
  static constexpr size_t kWords = 1;
  static void put(Event& event, size_t at, size_t, bool value) { event.words[at] = value ? 1 : 0; }
  static bool get(const Event& event, size_t at, size_t) { return event.words[at] != 0; }
};

template <>
struct Packing<StringId> {
  static constexpr FieldType kType = FieldType::string;
  static constexpr size_t kWords = 1;
  static void put(Event& event, size_t at, size_t, StringId id) { event.words[at] = id.value; }
  static StringId get(const Event& event, size_t at, size_t) { return {event.words[at]}; }
};

template <>
struct Packing<TaskId> {
  static constexpr FieldType kType = FieldType::task;
  static constexpr size_t kWords = 1;
  static void put(Event& event, size_t at, size_t, TaskId id) { event.words[at] = id.value; }
  static TaskId get(const Event& event, size_t at, size_t) { return {event.words[at]}; }
};

template <>
struct Packing<std::optional<VirtualTime>> {
  static constexpr FieldType kType = FieldType::time_if_any;
  static constexpr size_t kWords = 2;
  static void put(Event& event, size_t at, size_t bit, std::optional<VirtualTime> time) {
    if (!time) return;
    event.present = static_cast<uint8_t>(event.present | 1U << bit);
    Packing<int64_t>::put(event, at, bit, time->ns);
  }
  static std::optional<VirtualTime> get(const Event& event, size_t at, size_t bit) {
    if ((event.present >> bit & 1U) == 0) return std::nullopt;
    return VirtualTime{Packing<int64_t>::get(event, at, bit)};
  }
};

template <typename Enum>
requires std::is_enum_v<Enum>
struct Packing<Enum> {
  static constexpr FieldType kType = FieldType::word_of_set;
  static constexpr size_t kWords = 1;
  static void put(Event& event, size_t at, size_t, Enum value) {
    event.words[at] = static_cast<uint32_t>(value);
  }
  static Enum get(const Event& event, size_t at, size_t) {
    return static_cast<Enum>(event.words[at]);
  }
};

// Calls visit(field, index, first word) for each field of the payload, in order.
template <typename Payload, typename Visit>
constexpr void for_each_field(Visit visit) {
  std::apply(
      [&](const auto&... fields) {
        size_t index = 0;
        size_t word = 0;
        ((visit(fields, index++, word),
          word += Packing<typename std::decay_t<decltype(fields)>::value_type>::kWords),
         ...);
      },
      Payload::kFields);
}

template <typename Payload>
constexpr KindSpec spec_from(Kind kind) {
  KindSpec spec{Payload::kName, kind};
  for_each_field<Payload>([&](const auto& field, size_t index, size_t word) {
    using Value = typename std::decay_t<decltype(field)>::value_type;
    FieldSpec& row = spec.field_array[index];
    row.key = field.key;
    row.type = Packing<Value>::kType;
    row.marks = field.marks;
    row.word = static_cast<uint8_t>(word);
    row.bit = static_cast<uint8_t>(index);
    if constexpr (std::is_enum_v<Value>) row.names = names_of(Value{});
    spec.field_count = index + 1;
  });
  return spec;
}

template <typename Payload>
consteval size_t words_of() {
  size_t words = 0;
  for_each_field<Payload>([&](const auto& field, size_t, size_t word) {
    words = word + Packing<typename std::decay_t<decltype(field)>::value_type>::kWords;
  });
  return words;
}

template <typename Payloads>
consteval auto schema_of() {
  return []<size_t... I>(std::index_sequence<I...>) {
    return std::array<KindSpec, sizeof...(I)>{
        spec_from<std::tuple_element_t<I, Payloads>>(Kind{I})...};
  }
  (std::make_index_sequence<std::tuple_size_v<Payloads>>{});
}

template <typename Payloads, typename Payload>
consteval Kind kind_in() {
  return []<size_t... I>(std::index_sequence<I...>) {
    static_assert((std::same_as<Payload, std::tuple_element_t<I, Payloads>> || ...),
                  "add the payload to Payloads");
    size_t index = 0;
    ((std::same_as<Payload, std::tuple_element_t<I, Payloads>> ? void(index = I) : void()), ...);
    return Kind{static_cast<uint8_t>(index)};
  }
  (std::make_index_sequence<std::tuple_size_v<Payloads>>{});
}

template <typename Payload>
Event pack_fields(const Stamp& stamp, Kind kind, const Payload& payload) {
  static_assert(words_of<Payload>() <= std::tuple_size_v<decltype(Event::words)>,
                "an event holds eight words");
  Event event{stamp.time, stamp.task, stamp.agent, kind};
  for_each_field<Payload>([&](const auto& field, size_t index, size_t word) {
    using Value = typename std::decay_t<decltype(field)>::value_type;
    Packing<Value>::put(event, word, index, payload.*field.member);
  });
  return event;
}

template <typename Payload>
Payload unpack_fields(const Event& event) {
  Payload payload;
  for_each_field<Payload>([&](const auto& field, size_t index, size_t word) {
    using Value = typename std::decay_t<decltype(field)>::value_type;
    payload.*field.member = Packing<Value>::get(event, word, index);
  });
  return payload;
}

}  // namespace loopscope::trace
