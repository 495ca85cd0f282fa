#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/trace/reader.h"
#include "core/trace/timeline_index.h"
#include "gui/player/landmarks.h"

namespace loopscope::gui {

// A trace as it comes, with everything derived from it. Bytes are fed in, and take_in() then brings
// what is derived up to date: apart, so that a frame decides how much it has time for.
class Recording {
 public:
  // The name stands in errors.
  explicit Recording(std::string name) : m_reader(std::move(name)), m_index(m_reader.trace()) {}
  Recording(const Recording&) = delete;
  Recording& operator=(const Recording&) = delete;

  // False once a line was wrong; what came before it stays.
  bool feed(std::string_view bytes) { return m_reader.feed(bytes); }
  void finish() { m_reader.finish(); }
  void take_in();

  const trace::Trace& trace() const { return m_reader.trace(); }
  const trace::TimelineIndex& index() const { return m_index; }
  const Landmarks& landmarks() const { return m_landmarks; }
  // Events taken in.
  uint64_t size() const { return m_index.size(); }
  bool has_header() const { return m_reader.has_header(); }
  bool truncated() const { return m_reader.truncated(); }
  const std::optional<trace::ReadError>& error() const { return m_reader.error(); }

 private:
  trace::Reader m_reader;
  trace::TimelineIndex m_index;
  Landmarks m_landmarks;
};

}  // namespace loopscope::gui
