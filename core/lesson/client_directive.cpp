#include "core/lesson/client_directive.h"

#include <algorithm>
#include <array>

namespace loopscope::lesson {

namespace {

constexpr std::string_view kWholeNumber = "a whole number above 0";
constexpr std::string_view kTime = "a time, such as 100ms";

// A word of the directive; quotes hold what has spaces together, and are taken off.
std::optional<std::string> take_word(std::string_view& text) {
  const size_t begin = text.find_first_not_of(" \t");
  text.remove_prefix(std::min(begin, text.size()));
  std::string word;
  char quote = 0;
  size_t at = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quote == 0 && (c == ' ' || c == '\t')) break;
    if (quote == 0 && (c == '\'' || c == '"'))
      quote = c;
    else if (c == quote)
      quote = 0;
    else
      word += c;
  }
  text.remove_prefix(at);
  if (quote != 0) return std::nullopt;
  return word;
}

std::optional<uint64_t> parse_positive(std::string_view text) {
  const std::optional<uint64_t> count = parse_count(text);
  return count && *count != 0 ? count : std::nullopt;
}

// "http://localhost:3000/users"
bool read_address(std::string_view text, ClientDirective& client) {
  constexpr std::string_view kScheme = "http://";
  if (!text.starts_with(kScheme)) return false;
  text.remove_prefix(kScheme.size());
  const size_t slash = text.find('/');
  client.host = text.substr(0, slash);
  client.paths = {slash == std::string_view::npos ? "/" : std::string(text.substr(slash))};
  const size_t colon = client.host.find(':');
  if (colon != std::string::npos) {
    const std::optional<uint64_t> port = parse_positive(client.host.substr(colon + 1));
    if (!port || *port > UINT16_MAX) return false;
    client.port = static_cast<uint16_t>(*port);
  }
  const std::string_view name = std::string_view(client.host).substr(0, colon);
  return name == "localhost" || name == "127.0.0.1";
}

// "20/s", "1200/m": the time from one to the next.
bool read_frequency(std::string_view text, ClientDirective& client) {
  constexpr int64_t kSecond = 1'000'000'000;
  constexpr int64_t kMinute = 60 * kSecond;
  const int64_t unit = text.ends_with("/s") ? kSecond : text.ends_with("/m") ? kMinute : 0;
  if (unit == 0) return false;
  const std::optional<uint64_t> count = parse_positive(text.substr(0, text.size() - 2));
  if (!count || *count > static_cast<uint64_t>(unit)) return false;
  client.interval = VirtualTime{unit / static_cast<int64_t>(*count)};
  return true;
}

bool read_header(std::string_view text, ClientDirective& client) {
  const size_t colon = text.find(':');
  if (colon == 0 || colon == std::string_view::npos) return false;
  const size_t value = text.find_first_not_of(' ', colon + 1);
  client.headers.emplace_back(text.substr(0, colon), value == std::string_view::npos
                                                         ? std::string_view()
                                                         : text.substr(value));
  return true;
}

// "/a,/b"
bool read_paths(std::string_view text, ClientDirective& client) {
  client.paths.clear();
  for (;;) {
    const size_t comma = text.find(',');
    const std::string_view path = text.substr(0, comma);
    if (!path.starts_with('/')) return false;
    client.paths.emplace_back(path);
    if (comma == std::string_view::npos) return true;
    text.remove_prefix(comma + 1);
  }
}

template <typename Value>
bool read_into(std::optional<Value>& field, std::optional<Value> value) {
  field = value;
  return value.has_value();
}

bool is_method(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

struct Option {
  std::string_view key;
  bool (*read)(std::string_view value, ClientDirective& client);
  std::string_view expects;
};

using Client = ClientDirective;
constexpr std::array kOptions = {
    Option{"name",
           [](std::string_view v, Client& c) {
             c.name = v;
             return !v.empty();
           },
           "a name"},
    Option{"rate", read_frequency, "a rate, such as 20/s"},
    Option{"for",
           [](std::string_view v, Client& c) { return read_into(c.duration, parse_duration(v)); },
           kTime},
    Option{
        "concurrency",
        [](std::string_view v, Client& c) { return read_into(c.concurrency, parse_positive(v)); },
        kWholeNumber},
    Option{
        "think",
        [](std::string_view v, Client& c) { return read_into(c.think, parse_duration_range(v)); },
        "a time or a range, such as 100ms..300ms"},
    Option{"method",
           [](std::string_view v, Client& c) {
             c.method = v;
             return is_method(v);
           },
           "a method, such as POST"},
    Option{"body",
           [](std::string_view v, Client& c) {
             c.body = v;
             return true;
           },
           "a text"},
    Option{"header", read_header, "a header, such as 'accept: text/plain'"},
    Option{"start",
           [](std::string_view v, Client& c) { return read_into(c.start, parse_duration(v)); },
           kTime},
    Option{"requests",
           [](std::string_view v, Client& c) { return read_into(c.requests, parse_positive(v)); },
           kWholeNumber},
    Option{"timeout",
           [](std::string_view v, Client& c) { return read_into(c.timeout, parse_duration(v)); },
           kTime},
    Option{"paths", read_paths, "paths, such as /a,/b"},
    Option{
        "latency",
        [](std::string_view v, Client& c) { return read_into(c.latency, parse_duration_range(v)); },
        "a time or a range, such as 20ms..40ms"},
    Option{"bandwidth",
           [](std::string_view v, Client& c) {
             return read_into(c.bytes_per_second, parse_rate(v)) && *c.bytes_per_second != 0;
           },
           "a rate, such as 64KiB/s"},
};

std::optional<std::string> read_option(std::string_view word, ClientDirective& client) {
  if (word == "keep-alive") {
    client.keep_alive = true;
    return std::nullopt;
  }
  const size_t equals = word.find('=');
  const std::string_view key = word.substr(0, equals);
  const auto option = std::find_if(kOptions.begin(), kOptions.end(),
                                   [&](const Option& known) { return known.key == key; });
  if (option == kOptions.end() || equals == std::string_view::npos) {
    std::string text = "does not know \"" + std::string(word) + "\"; it takes keep-alive";
    for (const Option& known : kOptions) text += ", " + std::string(known.key) + "=";
    return text;
  }
  const std::string_view value = word.substr(equals + 1);
  if (option->read(value, client)) return std::nullopt;
  return "expects " + std::string(option->expects) + " for " + std::string(key) + "=, not \"" +
         std::string(value) + "\"";
}

}  // namespace

std::optional<uint64_t> parse_rate(std::string_view text) {
  constexpr std::string_view kPerSecond = "/s";
  if (!text.ends_with(kPerSecond)) return std::nullopt;
  text.remove_suffix(kPerSecond.size());
  return parse_size(text);
}

std::optional<std::string> read_client_directive(std::string_view text, ClientDirective& client) {
  client.text = text;
  const std::optional<std::string> address = take_word(text);
  if (!address || !read_address(*address, client))
    return "expects an address of this machine and what to do, such as "
           "\"http://localhost:3000/ rate=20/s for=5s\", not \"" +
           client.text + "\"";
  while (text.find_first_not_of(" \t") != std::string_view::npos) {
    const std::optional<std::string> word = take_word(text);
    if (!word) return "expects a quote to be closed, in \"" + client.text + "\"";
    if (std::optional<std::string> complaint = read_option(*word, client)) return complaint;
  }
  if (!client.duration && !client.requests)
    return "expects an end, such as for=5s or requests=100, in \"" + client.text + "\"";
  if (client.interval && client.think)
    return "expects either rate=, whatever becomes of requests, or think=, after each one";
  return std::nullopt;
}

}  // namespace loopscope::lesson
