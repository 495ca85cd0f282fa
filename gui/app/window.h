#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "gui/widgets/rect.h"

struct GLFWwindow;

namespace loopscope::gui {

// The desktop window with its OpenGL context and ImGui on it.
class Window {
 public:
  // Empty `error` if there is a window now; else no other method may be called.
  Window(int width, int height, std::string& error);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  bool should_close() const;
  void close();
  void set_title(const std::string& title);
  // Pixels of a unit that suit the monitor: its DPI, or its size where it tells none.
  float monitor_scale() const;

  // Waits for something to happen, at most so long. True if something did.
  bool wait(double seconds);
  // Keys pressed since the last call, with modifiers (GLFW's numbers), oldest first.
  struct Key {
    int key = 0;
    int mods = 0;
  };
  std::vector<Key> take_keys() { return std::exchange(m_keys, {}); }
  // Files dropped on the window since the last call.
  std::vector<std::string> take_dropped() { return std::exchange(m_dropped, {}); }

  // The fonts in ImGui's atlas changed.
  void renew_fonts();
  void begin_frame();
  void end_frame();
  Rect area() const;

 private:
  void watch_events();
  static Window& of(GLFWwindow* window);

  GLFWwindow* m_window = nullptr;
  bool m_happened = true;
  std::vector<Key> m_keys;
  std::vector<std::string> m_dropped;
};

// Seconds of the host's steady clock.
double now_seconds();

}  // namespace loopscope::gui
