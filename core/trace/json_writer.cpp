#include "core/trace/json_writer.h"

#include <unistd.h>

#include <array>
#include <cerrno>

#include "core/trace/json_text.h"
#include "core/trace/utf8.h"

namespace loopscope::trace {

namespace {

constexpr size_t kFlushAtBytes = 65'536;

// Everything of a line that is the same for all events of a kind, made once.
struct KindText {
  std::string kind;                           // ,"k":"start"
  std::array<std::string, kMaxFields> field;  // ,"id":
};

std::array<KindText, kKindCount> make_texts() {
  std::array<KindText, kKindCount> texts;
  for (size_t kind = 0; kind < kKindCount; ++kind) {
    const KindSpec& spec = kSchema[kind];
    texts[kind].kind = ",\"k\":\"" + std::string(spec.name) + "\"";
    for (size_t i = 0; i < spec.field_count; ++i)
      texts[kind].field[i] = ",\"" + std::string(spec.field_array[i].key) + "\":";
  }
  return texts;
}

const KindText& text_of(Kind kind) {
  static const std::array<KindText, kKindCount> texts = make_texts();
  return texts[static_cast<size_t>(kind)];
}

int64_t i64_at(const Event& event, const FieldSpec& field) {
  return Packing<int64_t>::get(event, field.word, field.bit);
}

bool is_omitted(const Event& event, const FieldSpec& field) {
  if (field.type == FieldType::time_if_any) return (event.present >> field.bit & 1U) == 0;
  if ((field.marks & kOmitZero) == 0) return false;
  if (field.type == FieldType::i64) return i64_at(event, field) == 0;
  return event.words[field.word] == 0;
}

void append_value(std::string& out, const Event& event, const FieldSpec& field,
                  const StringTable& strings) {
  const uint32_t word = event.words[field.word];
  switch (field.type) {
    case FieldType::u32:
    case FieldType::task:
      append_number(out, word);
      return;
    case FieldType::i64:
    case FieldType::time_if_any:
      append_number(out, i64_at(event, field));
      return;
    case FieldType::boolean:
      out += word != 0 ? "true" : "false";
      return;
    case FieldType::string:
      append_json_string(out, strings.view({word}));
      return;
    case FieldType::word_of_set:
      out += '"';
      out += field.names[word];
      out += '"';
      return;
  }
}

void append_fields(std::string& out, const Event& event, const StringTable& strings) {
  const KindSpec& spec = *spec_of(event.kind);
  const KindText& text = text_of(event.kind);
  out += text.kind;
  for (size_t i = 0; i < spec.field_count; ++i) {
    const FieldSpec& field = spec.field_array[i];
    if (is_omitted(event, field)) continue;
    out += text.field[i];
    append_value(out, event, field, strings);
  }
}

void append_event(std::string& out, uint64_t step, const Event& event, const StringTable& strings) {
  if (event.kind == kUnknownKind) {
    out += strings.view({event.words[0]});
    return;
  }
  out += "{\"s\":";
  append_number(out, step);
  out += ",\"t\":";
  append_number(out, event.time.ns);
  out += ",\"a\":";
  append_number(out, event.agent.value);
  if (event.task) {
    out += ",\"r\":";
    append_number(out, event.task.value);
  }
  append_fields(out, event, strings);
  out += '}';
}

void append_text(std::string& out, std::string_view key, std::string_view text) {
  append_json_string(out, repaired_utf8(key));
  out += ':';
  append_json_string(out, repaired_utf8(text));
}

}  // namespace

ByteOutput to_stream(std::ostream& stream) {
  return [&stream](std::string_view bytes) {
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream.flush();
    return stream.good();
  };
}

ByteOutput to_file(std::FILE* file) {
  return [file](std::string_view bytes) {
    return std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size() &&
           std::fflush(file) == 0;
  };
}

ByteOutput to_descriptor(int descriptor) {
  return [descriptor](std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return false;
      bytes.remove_prefix(static_cast<size_t>(written));
    }
    return true;
  };
}

JsonLinesWriter::JsonLinesWriter(ByteOutput output, const Header& header)
    : m_output(std::move(output)) {
  m_buffer.reserve(kFlushAtBytes * 2);
  this->header(header);
}

JsonLinesWriter::~JsonLinesWriter() {
  flush();
}

void JsonLinesWriter::header(const Header& header) {
  std::string& out = m_buffer;
  out += "{\"loopscope\":";
  append_number(out, kFormatVersion);
  out += ',';
  append_text(out, "scenario", header.scenario);
  out += ',';
  append_text(out, "hash", header.scenario_hash);
  out += ',';
  append_text(out, "semantics", header.semantics);
  out += ",\"seed\":";
  append_number(out, header.seed);
  out += ",\"options\":{";
  for (size_t i = 0; i < header.options.size(); ++i) {
    if (i != 0) out += ',';
    append_text(out, header.options[i].first, header.options[i].second);
  }
  out += "}}\n";
}

void JsonLinesWriter::event(const Event& event, const StringTable& strings) {
  const uint64_t step = m_step++;
  if (m_failed) return;
  append_event(m_buffer, step, event, strings);
  m_buffer += '\n';
  if (m_buffer.size() >= kFlushAtBytes) flush();
}

void JsonLinesWriter::flush() {
  if (!m_failed && !m_buffer.empty() && !m_output(m_buffer)) m_failed = true;
  m_buffer.clear();
}

std::string event_line(const Trace& trace, StepIndex step) {
  std::string line;
  append_event(line, step.value, trace.at(step), trace.strings);
  return line;
}

bool write_trace(const Trace& trace, ByteOutput output) {
  JsonLinesWriter writer(std::move(output), trace.header);
  for (const Event& event : trace.events) writer.event(event, trace.strings);
  writer.flush();
  return !writer.failed();
}

}  // namespace loopscope::trace
