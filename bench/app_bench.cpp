// What the desktop app costs with a trace of a million events: opening it, going anywhere in it,
// and the processor time of building a frame of its panels (without drawing it, which is the
// driver's).
#include <imgui.h>
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <vector>

#include "bench/server_trace.h"
#include "core/trace/json_writer.h"
#include "gui/panels/code.h"
#include "gui/panels/console.h"
#include "gui/panels/event_loop.h"
#include "gui/panels/timeline.h"
#include "gui/panels/transport.h"
#include "gui/panels/why.h"
#include "gui/player/session.h"

namespace {

using namespace loopscope;
using namespace loopscope::gui;
namespace fs = std::filesystem;

double cpu_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

void report(const char* what, std::vector<double> times, double target) {
  std::sort(times.begin(), times.end());
  const double median = times[times.size() / 2];
  std::printf("%-34s %8.2f ms median %8.2f ms worst   target %.0f ms%s\n", what, median,
              times.back(), target, median <= target ? "" : "  MISSED");
}

// The panels of the explorer, as the app lays them out, in an ImGui frame without a window.
class Panels {
 public:
  Panels() {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {1920, 1080};
    m_look.palette = make_palette(ThemeKind::kDark, false);
    m_look.animated = false;
    load_fonts(m_look.fonts, 1);
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
    apply_style(m_look);
  }
  ~Panels() { ImGui::DestroyContext(); }
  Panels(const Panels&) = delete;
  Panels& operator=(const Panels&) = delete;

  void frame(Session& session) {
    ImGui::GetIO().DeltaTime = 1.0F / 60;
    ImGui::NewFrame();
    ImGui::PushFont(m_look.fonts.body);
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("main", nullptr, ImGuiWindowFlags_NoDecoration);
    Ui ui(m_look);
    Frame frame{ui, session, m_commands, 1.0F / 60};
    Rect area{0, 56, 1920, 1024};
    draw_transport(frame, area.take_bottom(48, 8));
    m_timeline.draw(frame, area.take_bottom(220, 8));
    m_code.draw(frame, area.take_left(570, 8));
    Rect right = area.take_right(470, 8);
    m_loop.draw(frame, area);
    m_console.draw(frame, right.take_top(300, 8));
    m_why.draw(frame, right);
    ImGui::End();
    ImGui::PopFont();
    ImGui::Render();
  }

 private:
  Look m_look;
  Commands m_commands;
  EventLoopPanel m_loop;
  CodePanel m_code;
  ConsolePanel m_console;
  WhyPanel m_why;
  TimelinePanel m_timeline;
};

}  // namespace

int main() {
  const fs::path file = fs::temp_directory_path() / "loopscope-app-bench.jsonl";
  {
    std::ofstream out(file, std::ios::binary);
    trace::write_trace(bench::server_trace(1), trace::to_stream(out));
  }
  const double before = bench::milliseconds();
  Session session(file, {});
  while (session.run().state() == Run::State::kRunning) session.pump(10);
  report("opening a trace of 1 M events", {bench::milliseconds() - before}, 1000);

  std::mt19937 random(1);
  std::vector<double> seeks;
  for (int i = 0; i < 300; ++i) {
    const uint64_t target = random() % session.playback().end();
    const double start = bench::milliseconds();
    session.playback().seek(target);
    seeks.push_back(bench::milliseconds() - start);
  }
  report("going to any step", seeks, 5);

  Panels panels;
  std::vector<double> still;
  std::vector<double> scrubbing;
  panels.frame(session);
  panels.frame(session);
  for (int i = 0; i < 200; ++i) {
    const double start = cpu_milliseconds();
    panels.frame(session);
    still.push_back(cpu_milliseconds() - start);
  }
  for (int i = 0; i < 200; ++i) {
    session.playback().seek(random() % session.playback().end());
    const double start = cpu_milliseconds();
    panels.frame(session);
    scrubbing.push_back(cpu_milliseconds() - start);
  }
  report("building a frame", still, 2);
  report("building a frame while scrubbing", scrubbing, 2);
  fs::remove(file);
}
