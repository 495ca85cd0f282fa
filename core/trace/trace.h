#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/trace/schema.h"
#include "core/trace/sink.h"

namespace loopscope::trace {

// The version of the file format this program writes, and the newest it reads.
inline constexpr uint32_t kFormatVersion = 1;

// A trace's first line: what was run and how, enough to run it again.
struct Header {
  uint32_t format = kFormatVersion;
  std::string scenario;       // its path inside the scenarios' folder
  std::string scenario_hash;  // of the scenario's content
  std::string semantics;      // "node20"
  uint64_t seed = 0;
  std::vector<std::pair<std::string, std::string>> options;  // in the order they stand in the file

  bool operator==(const Header&) const = default;
};

// A whole trace in memory. An event's step is its index.
struct Trace {
  Header header;
  StringTable strings;
  std::vector<Event> events;

  std::string_view view(StringId id) const { return strings.view(id); }
  // Valid while the trace isn't added to.
  const Event& at(StepIndex step) const { return events[step.value]; }
  uint64_t size() const { return events.size(); }
};

// Brings an event's strings from one table into another, remembering those it has brought.
class StringMover {
 public:
  Event moved(const Event& event, const StringTable& from, StringTable& to);

 private:
  StringId moved(StringId id, const StringTable& from, StringTable& to);

  std::vector<StringId> m_known;  // by the number in `from`
};

// Keeps what is recorded as a Trace.
class MemorySink final : public Sink {
 public:
  explicit MemorySink(Header header = {}) { m_trace.header = std::move(header); }
  void event(const Event& event, const StringTable& strings) override {
    m_trace.events.push_back(m_mover.moved(event, strings, m_trace.strings));
  }
  const Trace& trace() const { return m_trace; }
  Trace take() { return std::exchange(m_trace, {}); }

 private:
  Trace m_trace;
  StringMover m_mover;
};

}  // namespace loopscope::trace
