#include "core/trace/trace.h"

namespace loopscope::trace {

Event StringMover::moved(const Event& event, const StringTable& from, StringTable& to) {
  Event result = event;
  if (event.kind == kUnknownKind) {
    result.words[0] = moved(StringId{event.words[0]}, from, to).value;
    return result;
  }
  for (const FieldSpec& field : spec_of(event.kind)->fields()) {
    if (field.type != FieldType::string) continue;
    uint32_t& word = result.words[field.word];
    word = moved(StringId{word}, from, to).value;
  }
  return result;
}

StringId StringMover::moved(StringId id, const StringTable& from, StringTable& to) {
  if (!id) return {};
  if (id.value >= m_known.size()) m_known.resize(from.size());
  StringId& known = m_known[id.value];
  if (!known) known = to.intern(from.view(id));
  return known;
}

}  // namespace loopscope::trace
