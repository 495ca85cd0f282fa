#include "gui/app/report.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <array>
#include <fstream>

#include "core/trace/words.h"

namespace loopscope::gui {
namespace {

using Json = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

void write_text(Json& json, const char* key, std::string_view text) {
  json.Key(key);
  json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void write_session(Json& json, Session& session) {
  const Playback& playback = session.playback();
  write_text(json, "title", session.title());
  write_text(json, "file", session.file().string());
  json.Key("position");
  json.Uint64(playback.position());
  json.Key("end");
  json.Uint64(playback.end());
  json.Key("time_ns");
  json.Int64(playback.now().ns);
  json.Key("playing");
  json.Bool(playback.playing());
  json.Key("ended");
  json.Bool(session.run().state() == Run::State::kEnded);
  json.Key("at_budget");
  json.Bool(session.run().state() == Run::State::kAtBudget);
  json.Key("edited");
  json.Bool(session.edited());
  json.Key("error_line");
  json.Uint(session.error_line().value_or(0));
  write_text(json, "problem", session.run().problem());
  write_text(json, "location", session.execution().location);
  json.Key("lines_recorded");
  json.Bool(!session.run().recording().landmarks().events(Stop::kLine).empty());
  json.Key("breakpoints");
  json.Uint64(session.breakpoints().lines().size());
  const trace::Trace& trace = session.run().recording().trace();
  const trace::AgentState* agent = playback.state().agent({});
  const bool running = agent != nullptr && !agent->running.empty();
  write_text(json, "running",
             running ? trace::task_text(trace, session.run().recording().index().tasks().at(
                                                   agent->running.back()))
                     : "");
  write_text(json, "phase", agent != nullptr && agent->phase ? trace::name(*agent->phase) : "");
  json.Key("iteration");
  json.Uint(agent == nullptr ? 0 : agent->iteration);
  write_text(json, "choices", session.options().choices);
  json.Key("selected_agent");
  json.Uint(session.selected_agent.value);
  json.Key("selected_message");
  json.Int64(session.selected_message ? int64_t{*session.selected_message} : -1);
  json.Key("selected_task");
  json.Int64(session.selected_task ? static_cast<int64_t>(session.selected_task.value) : -1);
}

void write_quiz(Json& json, const QuizRound& round) {
  json.Key("quiz");
  json.StartObject();
  json.Key("ready");
  json.Bool(round.ready());
  json.Key("usable");
  json.Bool(round.ready() && round.usable());
  json.Key("answer");
  json.StartArray();
  for (const int line : round.answer()) json.Int(line);
  json.EndArray();
  json.Key("lines");
  json.StartArray();
  for (const lesson::QuizLine& line : round.quiz().lines) json.String(line.text.c_str());
  json.EndArray();
  json.Key("orders");
  json.Uint64(round.quiz().legal_orders.size());
  json.Key("checked");
  json.Bool(round.grade().has_value());
  json.Key("right");
  json.Bool(round.grade() && round.grade()->right);
  json.Key("explanations");
  json.StartArray();
  for (const std::string& text : round.explanations()) json.String(text.c_str());
  json.EndArray();
  json.EndObject();
}

void write_places(Json& json, const Ui& ui) {
  json.Key("places");
  json.StartObject();
  for (const auto& [name, rect] : ui.places()) {
    json.Key(name.c_str());
    json.StartArray();
    for (const float value : {rect.x, rect.y, rect.w, rect.h}) json.Int(static_cast<int>(value));
    json.EndArray();
  }
  json.EndObject();
  json.Key("said");
  json.StartObject();
  for (const auto& [name, text] : ui.said()) write_text(json, name.c_str(), text);
  json.EndObject();
  json.Key("cut_texts");
  json.StartArray();
  for (const std::string& text : ui.cut_texts()) json.String(text.c_str());
  json.EndArray();
}

}  // namespace

void Report::write(const Ui& ui, const AppState& state, Session& session, const QuizRound* round,
                   const Rect& window, bool busy) {
  if (m_file.empty()) return;
  rapidjson::StringBuffer buffer;
  Json json(buffer);
  constexpr std::array<const char*, 3> kModes = {"explore", "quiz", "compare"};
  constexpr std::array<const char*, 7> kOverlays = {"",     "scenarios", "settings", "shortcuts",
                                                    "tour", "open",      "outcomes"};
  json.StartObject();
  json.Key("busy");
  json.Bool(busy);
  write_text(json, "mode", kModes[static_cast<size_t>(state.mode)]);
  write_text(json, "overlay", kOverlays[static_cast<size_t>(state.overlay)]);
  write_text(json, "message", state.message);
  json.Key("window");
  json.StartArray();
  json.Int(static_cast<int>(window.w));
  json.Int(static_cast<int>(window.h));
  json.EndArray();
  write_session(json, session);
  if (round != nullptr) write_quiz(json, *round);
  write_places(json, ui);
  json.EndObject();
  std::string text = buffer.GetString();
  if (text == m_written) return;
  m_written = std::move(text);
  std::filesystem::path fresh = m_file;
  fresh += ".new";
  std::ofstream(fresh, std::ios::binary) << m_written;
  std::error_code error;
  std::filesystem::rename(fresh, m_file, error);
}

}  // namespace loopscope::gui
