#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>
#include <map>

#include "gui/app/app.h"

namespace {

namespace fs = std::filesystem;
using loopscope::gui::AppOptions;
using loopscope::gui::Mode;

constexpr int kNoWindow = 69;  // EX_UNAVAILABLE

fs::path own_folder() {
  std::error_code error;
  return fs::read_symlink("/proc/self/exe", error).parent_path();
}

int start(AppOptions options, int width, int height) {
  std::string error;
  loopscope::gui::Window window(width, height, error);
  if (!error.empty()) {
    std::cerr << "loopscope-gui: " << error << '\n';
    return kNoWindow;
  }
  loopscope::gui::App app(window, std::move(options));
  app.run();
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  AppOptions options;
  options.loopscope = own_folder() / "loopscope";
  options.scenarios = LOOPSCOPE_SCENARIOS;
  std::string file;
  std::pair<int, int> size{1440, 860};
  const std::map<std::string, Mode> modes = {
      {"explore", Mode::kExplore}, {"quiz", Mode::kQuiz}, {"compare", Mode::kCompare}};

  CLI::App cli("Shows how Node.js runs a program, forwards and backwards.", "loopscope-gui");
  cli.set_version_flag("--version", LOOPSCOPE_VERSION);
  cli.add_option("FILE", file,
                 "A program (.js, .cjs, .mjs) or a trace (.jsonl); without one, the quiz");
  cli.add_option("--mode", options.mode, "What to open in: explore, quiz or compare")
      ->transform(CLI::CheckedTransformer(modes, CLI::ignore_case));
  cli.add_option("--size", size, "Width and height of the window in pixels")->delimiter('x');
  cli.add_option("--scenarios", options.scenarios, "The folder of chapters to choose from");
  cli.add_option("--report", options.report, "Keep the app's state in this file, for tests");
  cli.footer("Exit codes: 0 success, 64 wrong usage, 65 no such file, 69 no window can be opened.");
  try {
    cli.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return cli.exit(error) == 0 ? 0 : 64;
  }
  std::error_code error;
  if (!file.empty() && !fs::exists(file, error)) {
    std::cerr << "loopscope-gui: " << file << ": no such file; expected a program or a trace\n";
    return 65;
  }
  options.file =
      file.empty() ? options.scenarios / "01-event-loop/execution-order-quiz.js" : fs::path(file);
  if (file.empty() && !options.mode) options.mode = Mode::kQuiz;
  return start(std::move(options), size.first, size.second);
}
