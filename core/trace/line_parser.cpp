#include "core/trace/line_parser.h"

#include <simdjson.h>

#include <bit>
#include <cstring>
#include <limits>

namespace loopscope::trace {

namespace json = simdjson::ondemand;

const size_t LineParser::kPadding = simdjson::SIMDJSON_PADDING;

struct LineParser::Engine {
  json::parser parser;
};

namespace {

std::string expected(std::string_view what, std::string_view key, std::string_view where) {
  std::string text = "expected " + std::string(what) + " for \"" + std::string(key) + "\"";
  if (!where.empty()) text += " of " + std::string(where);
  return text;
}

std::string not_an_object(simdjson::error_code error) {
  return std::string("expected one JSON object: ") + simdjson::error_message(error);
}

// A key as it stands in the line, escapes and all: ours have none. The line is padded, so comparing
// past its end is safe.
bool key_is(json::raw_json_string raw, std::string_view key) {
  return std::memcmp(raw.raw(), key.data(), key.size()) == 0 && raw.raw()[key.size()] == '"';
}

// Whether the line holds nothing after its object.
bool is_read_to_end(json::document& document) {
  return document.current_location().error() == simdjson::OUT_OF_BOUNDS;
}

// The object's members one by one; stops at the first error, simdjson's or the visitor's.
template <typename Visit>
std::string for_each_member(json::object& object, Visit visit) {
  for (auto member : object) {
    json::field field;
    if (const auto error = std::move(member).get(field)) return not_an_object(error);
    json::raw_json_string key = field.key();
    json::value value = field.value();
    if (std::string message = visit(key, value); !message.empty()) return message;
  }
  return {};
}

template <typename Number>
std::string read_unsigned(json::value& value, std::string_view key, std::string_view where,
                          Number& out) {
  uint64_t number = 0;
  constexpr uint64_t kMax = std::numeric_limits<Number>::max();
  if (value.get_uint64().get(number) || number > kMax)
    return expected("a whole number from 0 to " + std::to_string(kMax), key, where);
  out = static_cast<Number>(number);
  return {};
}

std::string read_signed(json::value& value, std::string_view key, std::string_view where,
                        int64_t& out) {
  if (value.get_int64().get(out)) return expected("a whole number", key, where);
  return {};
}

// A time after the machine was switched on.
std::string read_time(json::value& value, std::string_view key, std::string_view where,
                      int64_t& out) {
  if (value.get_int64().get(out) || out < 0)
    return expected("nanoseconds, a whole number from 0", key, where);
  return {};
}

std::string read_text(json::value& value, std::string_view key, std::string& out) {
  std::string_view text;
  if (value.get_string().get(text)) return expected("a string", key, "the header");
  out = text;
  return {};
}

// Options are strings to us; a number or boolean is taken as it is written.
std::string read_options(json::value& value, Header& header) {
  json::object options;
  if (value.get_object().get(options)) return expected("an object", "options", "the header");
  for (auto member : options) {
    json::field field;
    if (const auto error = std::move(member).get(field)) return not_an_object(error);
    std::string_view key;
    if (const auto error = field.unescaped_key().get(key)) return not_an_object(error);
    auto& option = header.options.emplace_back(key, "");
    json::json_type type{};
    if (const auto error = field.value().type().get(type)) return not_an_object(error);
    if (type == json::json_type::string) {
      if (auto message = read_text(field.value(), option.first, option.second); !message.empty())
        return message;
      continue;
    }
    if (type == json::json_type::object || type == json::json_type::array)
      return expected("a string", option.first, "the header's options");
    std::string_view token = field.value().raw_json_token();
    while (!token.empty() && (token.back() == ' ' || token.back() == '\t')) token.remove_suffix(1);
    option.second = token;
  }
  return {};
}

// One event being read: the object's members put into the words of its kind.
class EventLine {
 public:
  EventLine(Trace& trace, std::string_view line) : m_trace(trace), m_line(line) {}

  std::string read(json::object& object) {
    std::string message = members(object);
    if (message.empty() && !m_kind_known) return kNoKind;
    if (message.empty() && m_read_too_early) message = members_again(object);
    if (!message.empty()) return message;
    if (m_seen_stamp != 0b111) return "expected the keys \"s\", \"t\" and \"a\" in an event";
    if (m_step != m_trace.events.size())
      return "expected step " + std::to_string(m_trace.events.size()) + ", found step " +
             std::to_string(m_step);
    if (m_spec != nullptr)
      if (message = missing(); !message.empty()) return message;
    if (m_spec == nullptr) {
      m_event = Event{m_event.time, m_event.task, m_event.agent, kUnknownKind};
      m_event.words[0] = m_trace.strings.intern(m_line).value;
    }
    m_trace.events.push_back(m_event);
    return {};
  }

 private:
  std::string members(json::object& object) {
    return for_each_member(
        object, [&](json::raw_json_string key, json::value& value) { return member(key, value); });
  }

  // For a line whose kind comes after what depends on it: no line of ours, but as good.
  std::string members_again(json::object& object) {
    if (const auto error = object.reset().error()) return not_an_object(error);
    return members(object);
  }

  std::string kind(json::value& value) {
    std::string_view name;
    if (value.get_string().get(name)) return kNoKind;
    m_spec = find_kind(name);
    if (m_spec != nullptr) m_event.kind = m_spec->kind;
    m_kind_known = true;
    return {};
  }

  std::string where() const {
    return m_spec == nullptr ? "an event" : "a \"" + std::string(m_spec->name) + "\" event";
  }

  std::string member(json::raw_json_string key, json::value& value) {
    if (!m_stamp_done) {
      if (key_is(key, "s")) return stamp(0, read_unsigned(value, "s", "an event", m_step));
      if (key_is(key, "t")) return stamp(1, read_time(value, "t", "an event", m_event.time.ns));
      if (key_is(key, "a"))
        return stamp(2, read_unsigned(value, "a", "an event", m_event.agent.value));
      if (key_is(key, "r")) return read_unsigned(value, "r", "an event", m_event.task.value);
    }
    if (key_is(key, "k")) {
      m_stamp_done = m_seen_stamp == 0b111;
      return m_kind_known ? std::string() : kind(value);
    }
    if (m_spec == nullptr) {
      m_read_too_early |= !m_kind_known;
      return {};
    }
    // Our own writer keeps the schema's order, so the next field is mostly the right one.
    for (size_t tried = 0; tried < m_spec->field_count; ++tried) {
      const size_t index = (m_next + tried) % m_spec->field_count;
      if (!key_is(key, m_spec->field_array[index].key)) continue;
      m_next = index + 1;
      m_seen |= 1U << index;
      return field(m_spec->field_array[index], value);
    }
    return {};
  }

  std::string stamp(unsigned bit, std::string message) {
    m_seen_stamp |= 1U << bit;
    return message;
  }

  std::string field(const FieldSpec& spec, json::value& value) {
    uint32_t& word = m_event.words[spec.word];
    switch (spec.type) {
      case FieldType::u32:
      case FieldType::task:
        return read_unsigned(value, spec.key, where(), word);
      case FieldType::time_if_any:
        m_event.present = static_cast<uint8_t>(m_event.present | 1U << spec.bit);
        return put(spec, value, read_time);
      case FieldType::i64:
        return put(spec, value, read_signed);
      case FieldType::boolean: {
        bool flag = false;
        if (value.get_bool().get(flag)) return expected("true or false", spec.key, where());
        word = flag ? 1 : 0;
        return {};
      }
      case FieldType::string: {
        std::string_view text;
        if (value.get_string().get(text)) return expected("a string", spec.key, where());
        word = m_trace.strings.intern(text).value;
        return {};
      }
      case FieldType::word_of_set:
        return word_of_set(spec, value, word);
    }
    return {};
  }

  std::string put(const FieldSpec& spec, json::value& value, decltype(read_signed) read) {
    int64_t number = 0;
    std::string message = read(value, spec.key, where(), number);
    Packing<int64_t>::put(m_event, spec.word, spec.bit, number);
    return message;
  }

  // A word this version doesn't know makes the event one of an unknown kind.
  std::string word_of_set(const FieldSpec& spec, json::value& value, uint32_t& word) {
    std::string_view text;
    if (value.get_string().get(text)) return expected("a string", spec.key, where());
    for (size_t i = 0; i < spec.names.size(); ++i) {
      if (spec.names[i] != text) continue;
      word = static_cast<uint32_t>(i);
      return {};
    }
    m_spec = nullptr;
    return {};
  }

  std::string missing() const {
    for (size_t i = 0; i < m_spec->field_count; ++i) {
      const FieldSpec& spec = m_spec->field_array[i];
      const bool needed = (spec.marks & kOmitZero) == 0 && spec.type != FieldType::time_if_any;
      if (needed && (m_seen >> i & 1U) == 0)
        return "expected the key \"" + std::string(spec.key) + "\" in " + where();
    }
    return {};
  }

  static constexpr const char* kNoKind = "expected an event's kind, a string for \"k\"";

  Trace& m_trace;
  std::string_view m_line;
  Event m_event;
  bool m_kind_known = false;
  bool m_read_too_early = false;
  const KindSpec* m_spec = nullptr;
  uint64_t m_step = 0;
  unsigned m_seen_stamp = 0;
  bool m_stamp_done = false;
  unsigned m_seen = 0;
  size_t m_next = 0;
};

}  // namespace

LineParser::LineParser() : m_engine(std::make_unique<Engine>()) {}
LineParser::~LineParser() = default;

std::string LineParser::header(std::string_view line, Header& header) {
  json::document document;
  json::object object;
  const simdjson::padded_string_view padded(line.data(), line.size(), line.size() + kPadding);
  if (const auto error = m_engine->parser.iterate(padded).get(document))
    return not_an_object(error);
  if (const auto error = document.get_object().get(object)) return not_an_object(error);
  std::optional<uint32_t> format;
  std::string message =
      for_each_member(object, [&](json::raw_json_string key, json::value& value) -> std::string {
        if (key_is(key, "loopscope")) {
          uint32_t version = 0;
          std::string wrong = read_unsigned(value, "loopscope", "the header", version);
          format = version;
          if (wrong.empty() && version > kFormatVersion)
            return "this trace has format " + std::to_string(version) +
                   ", and this version of Loopscope reads formats up to " +
                   std::to_string(kFormatVersion) + ": a newer Loopscope reads it";
          return wrong;
        }
        if (key_is(key, "scenario")) return read_text(value, "scenario", header.scenario);
        if (key_is(key, "hash")) return read_text(value, "hash", header.scenario_hash);
        if (key_is(key, "semantics")) return read_text(value, "semantics", header.semantics);
        if (key_is(key, "seed")) return read_unsigned(value, "seed", "the header", header.seed);
        if (key_is(key, "options")) return read_options(value, header);
        return {};
      });
  if (!message.empty()) return message;
  if (!is_read_to_end(document)) return "expected nothing after the object";
  if (!format)
    return "expected a trace's header, {\"loopscope\":" + std::to_string(kFormatVersion) +
           ",…}: this is no Loopscope trace";
  header.format = *format;
  return {};
}

std::string LineParser::event(std::string_view line, Trace& trace) {
  json::document document;
  json::object object;
  const simdjson::padded_string_view padded(line.data(), line.size(), line.size() + kPadding);
  if (const auto error = m_engine->parser.iterate(padded).get(document))
    return not_an_object(error);
  if (const auto error = document.get_object().get(object)) return not_an_object(error);
  const size_t events = trace.events.size();
  std::string message = EventLine(trace, line).read(object);
  if (message.empty() && !is_read_to_end(document)) {
    trace.events.resize(events);
    message = "expected nothing after the object";
  }
  return message;
}

}  // namespace loopscope::trace
