#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/trace/moves.h"
#include "core/trace/task_diff.h"
#include "core/trace/utf8.h"
#include "core/trace/words.h"

namespace loopscope::trace {

namespace {

using About = Difference::About;

struct Line {
  std::string text;
  StepIndex step;  // that began it
};

std::vector<Line> lines_of(const Trace& trace, Stream stream) {
  std::vector<Line> lines;
  bool in_line = false;
  for (uint64_t step = 0; step < trace.size(); ++step) {
    const Event& event = trace.events[step];
    if (!is<Console>(event)) continue;
    const auto console = unpack<Console>(event);
    if (console.stream != stream) continue;
    std::string_view text = trace.view(console.text);
    while (!text.empty()) {
      if (!in_line) lines.push_back({"", StepIndex{step}});
      const size_t end = text.find('\n');
      lines.back().text += text.substr(0, end);
      in_line = end == std::string_view::npos;
      text.remove_prefix(in_line ? text.size() : end + 1);
    }
  }
  return lines;
}

std::string quoted(std::string_view line) {
  constexpr size_t kColumns = 60;
  const std::string_view shown = prefix_of_columns(line, kColumns);
  std::string text = "\"";
  text.append(shown);
  if (shown.size() < line.size()) text += "…";
  return text + "\"";
}

// One stream's lines of both traces, matched by their text and how often it came before.
class StreamDiff {
 public:
  StreamDiff(Stream stream, const Trace& before, const Trace& now, std::vector<Difference>& out)
      : m_name(name(stream)),
        m_before(lines_of(before, stream)),
        m_now(lines_of(now, stream)),
        m_out(out) {}

  void run() {
    match();
    changed_lines();
    moved_lines();
    if (m_untold != 0)
      m_out.push_back({About::console, m_name + ": and " + count_text(m_untold, "more difference"),
                       std::nullopt, std::nullopt});
  }

 private:
  void match() {
    std::map<std::string_view, std::vector<size_t>> places;
    for (size_t i = m_before.size(); i-- > 0;) places[m_before[i].text].push_back(i);
    m_before_gone.assign(m_before.size(), true);
    for (size_t i = 0; i < m_now.size(); ++i) {
      std::vector<size_t>& same = places[m_now[i].text];
      if (same.empty()) {
        m_new.push_back(i);
        continue;
      }
      m_common.push_back(i);
      m_ranks.push_back(same.back());
      m_before_gone[same.back()] = false;
      same.pop_back();
    }
    for (size_t i = 0; i < m_before.size(); ++i)
      if (m_before_gone[i]) m_gone.push_back(i);
  }

  void say(std::string text, std::optional<size_t> before, std::optional<size_t> now) {
    if (++m_told > kToldAtMost) {
      ++m_untold;
      return;
    }
    Difference difference{About::console, m_name + ": " + std::move(text), {}, {}};
    if (before) difference.before = m_before[*before].step;
    if (now) difference.now = m_now[*now].step;
    m_out.push_back(std::move(difference));
  }

  // A line that is gone and one that is new at the same number are one line that changed.
  void changed_lines() {
    size_t gone = 0;
    size_t fresh = 0;
    while (gone < m_gone.size() || fresh < m_new.size()) {
      const size_t was = gone < m_gone.size() ? m_gone[gone] : SIZE_MAX;
      const size_t is = fresh < m_new.size() ? m_new[fresh] : SIZE_MAX;
      if (was == is) {
        say("line " + std::to_string(is + 1) + " is " + quoted(m_now[is].text) + ", was " +
                quoted(m_before[was].text),
            was, is);
        ++gone;
        ++fresh;
      } else if (was < is) {
        say(quoted(m_before[was].text) + " is missing, was line " + std::to_string(was + 1), was,
            std::nullopt);
        ++gone;
      } else {
        say(quoted(m_now[is].text) + " is new, line " + std::to_string(is + 1), std::nullopt, is);
        ++fresh;
      }
    }
  }

  void moved_lines() {
    const Moves moves(m_ranks);
    for (const size_t moved : moves.items()) {
      if (m_told >= kToldAtMost) {
        ++m_untold;
        continue;
      }
      const Move move = moves.explain(moved);
      const size_t line = m_common[moved];
      const std::string& other = m_now[m_common[move.passed.front()]].text;
      std::string text = quoted(m_now[line].text) +
                         (move.earlier ? " came before " : " came after ") + quoted(other);
      if (move.passed.size() > 1)
        text += " and " + count_text(move.passed.size() - 1, "other line");
      say(std::move(text), m_ranks[moved], line);
    }
  }

  std::string m_name;
  std::vector<Line> m_before;
  std::vector<Line> m_now;
  std::vector<Difference>& m_out;
  std::vector<bool> m_before_gone;
  std::vector<size_t> m_gone;    // lines of before only
  std::vector<size_t> m_new;     // lines of now only
  std::vector<size_t> m_common;  // lines of now that were there before
  std::vector<size_t> m_ranks;   // and where they were
  size_t m_told = 0;
  size_t m_untold = 0;
};

}  // namespace

void diff_console(const Trace& before, const Trace& now, std::vector<Difference>& out) {
  StreamDiff(Stream::out, before, now, out).run();
  StreamDiff(Stream::err, before, now, out).run();
}

}  // namespace loopscope::trace
