#pragma once

#include "core/trace/event.h"
#include "core/trace/strings.h"

namespace loopscope::trace {

// Where a Recorder's events go, one by one, in order. The strings are the recorder's and outlive
// the call, not more; a sink that keeps events keeps its own strings.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void event(const Event& event, const StringTable& strings) = 0;
  // The program computes and may not be heard of for long: whatever is kept back goes on.
  virtual void flush() {}
};

// Gives each event to two sinks, neither owned.
class Tee final : public Sink {
 public:
  Tee(Sink& first, Sink& second) : m_first(first), m_second(second) {}
  void event(const Event& event, const StringTable& strings) override {
    m_first.event(event, strings);
    m_second.event(event, strings);
  }
  void flush() override {
    m_first.flush();
    m_second.flush();
  }

 private:
  Sink& m_first;
  Sink& m_second;
};

}  // namespace loopscope::trace
