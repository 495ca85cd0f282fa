#include "core/cli/trace_source.h"

#include <filesystem>
#include <iostream>

#include "core/cli/process_output.h"
#include "core/trace/reader.h"

namespace loopscope::cli {

namespace {

bool is_program(const std::string& path) {
  const std::string extension = std::filesystem::path(path).extension().string();
  return extension == ".js" || extension == ".mjs" || extension == ".cjs";
}

scenario::Result<trace::Trace> run_to_trace(const std::string& path, const RunOptions& options) {
  const scenario::Result<scenario::RunSettings> settings = options.settings();
  if (!settings) return settings.problem();
  const scenario::Result<scenario::Scenario> scenario = scenario::load(path);
  if (!scenario) return scenario.problem();
  const scenario::Result<scenario::Machine> machine = scenario::compose(*scenario, *settings);
  if (!machine) return machine.problem();
  trace::MemorySink sink(scenario::header_of(*scenario, *machine, *settings));
  SilentOutput output;
  scenario::RunNotes notes;
  scenario::run(*scenario, *machine, *settings, &sink, output, &notes);
  report_notes(notes);
  return sink.take();
}

}  // namespace

scenario::Result<trace::Trace> trace_from(const std::string& path, const RunOptions& options) {
  if (is_program(path)) return run_to_trace(path, options);
  trace::ReadResult read = trace::read_trace_file(path);
  if (read.error)
    return scenario::Problem{read.error->file, static_cast<unsigned>(read.error->line),
                             read.error->message};
  if (read.truncated)
    std::cerr << "loopscope: " << path << ": the last line is cut off; showing what is before it\n";
  return std::move(read.trace);
}

}  // namespace loopscope::cli
