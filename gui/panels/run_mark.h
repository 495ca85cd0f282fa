#pragma once

#include <cstdint>

#include "gui/player/session.h"

namespace loopscope::gui {

// Which run of which session a panel has made what it keeps for.
class RunMark {
 public:
  // True if this is another run than at the last call: what was kept is to be made anew.
  bool moves_to(const Session& session) {
    if (m_session == &session && m_generation == session.generation()) return false;
    m_session = &session;
    m_generation = session.generation();
    return true;
  }

 private:
  const Session* m_session = nullptr;
  uint32_t m_generation = 0;
};

}  // namespace loopscope::gui
