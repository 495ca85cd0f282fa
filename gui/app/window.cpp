#include "gui/app/window.h"

// The loader must come before GLFW's header.
#include <glad/gl.h>
//
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace loopscope::gui {
namespace {

std::string g_glfw_error;  // GLFW's callback has no other way to tell

}  // namespace

double now_seconds() {
  return glfwGetTime();
}

Window::Window(int width, int height, std::string& error) {
  glfwSetErrorCallback([](int, const char* text) { g_glfw_error = text; });
  if (glfwInit() == GLFW_FALSE) {
    error = "no display to open a window on (" + g_glfw_error + ")";
    return;
  }
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  m_window = glfwCreateWindow(width, height, "Loopscope", nullptr, nullptr);
  if (m_window == nullptr) {
    error = "no OpenGL 3.3 window can be had (" + g_glfw_error + ")";
    return;
  }
  glfwSetWindowSizeLimits(m_window, 960, 600, GLFW_DONT_CARE, GLFW_DONT_CARE);
  glfwMakeContextCurrent(m_window);
  gladLoadGL(glfwGetProcAddress);
  glfwSwapInterval(1);
  ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  watch_events();
  ImGui_ImplGlfw_InitForOpenGL(m_window, true);  // keeps our callbacks and calls them
  ImGui_ImplOpenGL3_Init("#version 330 core");
}

Window::~Window() {
  if (m_window == nullptr) return;
  ImGui_ImplOpenGL3_Shutdown();
  ImGui_ImplGlfw_Shutdown();
  ImGui::DestroyContext();
  glfwDestroyWindow(m_window);
  glfwTerminate();
}

Window& Window::of(GLFWwindow* window) {
  return *static_cast<Window*>(glfwGetWindowUserPointer(window));
}

// ImGui's callbacks take the events; these only notice that there were some, and note keys.
void Window::watch_events() {
  glfwSetWindowUserPointer(m_window, this);
  glfwSetKeyCallback(m_window, [](GLFWwindow* w, int key, int, int action, int mods) {
    of(w).m_happened = true;
    if (action != GLFW_RELEASE) of(w).m_keys.push_back({key, mods});
  });
  glfwSetCharCallback(m_window, [](GLFWwindow* w, unsigned) { of(w).m_happened = true; });
  glfwSetMouseButtonCallback(m_window,
                             [](GLFWwindow* w, int, int, int) { of(w).m_happened = true; });
  glfwSetCursorPosCallback(m_window,
                           [](GLFWwindow* w, double, double) { of(w).m_happened = true; });
  glfwSetScrollCallback(m_window, [](GLFWwindow* w, double, double) { of(w).m_happened = true; });
  glfwSetCursorEnterCallback(m_window, [](GLFWwindow* w, int) { of(w).m_happened = true; });
  glfwSetFramebufferSizeCallback(m_window,
                                 [](GLFWwindow* w, int, int) { of(w).m_happened = true; });
  glfwSetWindowRefreshCallback(m_window, [](GLFWwindow* w) { of(w).m_happened = true; });
  glfwSetWindowFocusCallback(m_window, [](GLFWwindow* w, int) { of(w).m_happened = true; });
  glfwSetDropCallback(m_window, [](GLFWwindow* w, int count, const char** paths) {
    of(w).m_happened = true;
    of(w).m_dropped.insert(of(w).m_dropped.end(), paths, paths + count);
  });
}

bool Window::should_close() const {
  return glfwWindowShouldClose(m_window) != GLFW_FALSE;
}

void Window::close() {
  glfwSetWindowShouldClose(m_window, GLFW_TRUE);
}

void Window::set_title(const std::string& title) {
  glfwSetWindowTitle(m_window, title.c_str());
}

float Window::monitor_scale() const {
  float x = 1;
  float y = 1;
  glfwGetWindowContentScale(m_window, &x, &y);
  int width = 0;
  int height = 0;
  glfwGetFramebufferSize(m_window, &width, &height);
  // Many large monitors tell no DPI; nobody reads ordinary text on 4K.
  const float by_size =
      std::floor(static_cast<float>(std::min(height, width * 9 / 16)) / 1080.0F * 4) / 4;
  return std::clamp(std::max(x, by_size), 1.0F, 4.0F);
}

bool Window::wait(double seconds) {
  if (!std::exchange(m_happened, false)) {
    if (seconds > 0)
      glfwWaitEventsTimeout(seconds);
    else
      glfwPollEvents();
    return std::exchange(m_happened, false);
  }
  glfwPollEvents();
  m_happened = false;
  return true;
}

void Window::renew_fonts() {
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  ImGui_ImplOpenGL3_CreateFontsTexture();
}

Rect Window::area() const {
  int width = 0;
  int height = 0;
  glfwGetFramebufferSize(m_window, &width, &height);
  return {0, 0, static_cast<float>(width), static_cast<float>(height)};
}

void Window::begin_frame() {
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  ImGui::NewFrame();
}

void Window::end_frame() {
  ImGui::Render();
  const Rect whole = area();
  glViewport(0, 0, static_cast<int>(whole.w), static_cast<int>(whole.h));
  const ImVec4 back = ImGui::GetStyle().Colors[ImGuiCol_WindowBg];
  glClearColor(back.x, back.y, back.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  glfwSwapBuffers(m_window);
}

}  // namespace loopscope::gui
