#include "gui/player/recording.h"

namespace loopscope::gui {

void Recording::take_in() {
  m_index.extend();
  m_landmarks.extend(trace());
}

}  // namespace loopscope::gui
