#include "core/loop/rejections.h"

namespace loopscope::loop {

void Rejections::rejected(uint32_t slot) {
  m_states[slot] = State::kPending;
  m_pending.push(slot);
  ++m_to_report;
}

bool Rejections::handled(uint32_t slot) {
  const auto found = m_states.find(slot);
  if (found == m_states.end()) return false;
  const State state = found->second;
  m_states.erase(found);
  if (state == State::kReported) {
    m_late.push(slot);
    return true;
  }
  // Its entry in m_pending is skipped when its turn comes; until then the slot must not be reused.
  --m_to_report;
  return true;
}

std::optional<Outcome> Rejections::report() {
  bool reported = false;
  while (!m_late.empty()) {
    reported = true;
    const Outcome outcome = m_port.report_late_handling(m_late.pop());
    if (outcome != Outcome::kCompleted) return outcome;
  }
  // Only what is pending now: a report may reject further promises, which wait for the next round.
  for (size_t left = m_pending.size(); left > 0; --left) {
    const uint32_t slot = m_pending.pop();
    const auto found = m_states.find(slot);
    if (found == m_states.end() || found->second != State::kPending) {
      m_port.discard({TaskId{}, slot});
      continue;
    }
    found->second = State::kReported;
    --m_to_report;
    reported = true;
    const Outcome outcome = m_port.report_unhandled_rejection(slot);
    if (outcome != Outcome::kCompleted) return outcome;
  }
  if (!reported) return std::nullopt;
  return Outcome::kCompleted;
}

}  // namespace loopscope::loop
