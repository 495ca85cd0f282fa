#include "core/os/network/http_parser.h"

#include <http_parser.h>
#include <strings.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace loopscope::os {

struct HttpParser::State {
  http_parser parser{};
  size_t most_head_bytes = 0;
  size_t head_bytes = 0;
  Head head;
  Headers fields;  // of the head, or after it trailers
  bool in_value = false;
  bool head_is_over = false;
  bool stopped = false;
  bool too_long = false;
  bool bad_name = false;
  bool bad_version = false;
  Listener* listener = nullptr;

  // In llhttp's words, which tell more cases apart.
  Fault fault(http_errno number) const;

  int told(bool goes_on) {
    if (!goes_on) stopped = true;
    return goes_on ? 0 : -1;
  }
  bool fits(size_t length) {
    head_bytes += length;
    too_long = head_bytes >= most_head_bytes;
    return !too_long;
  }
};

namespace {

// llhttp's words for what http_parser found; those it has none for keep http_parser's.
struct Words {
  http_errno number;
  const char* code;
  const char* reason;
};
constexpr std::array kWords = {
    Words{HPE_INVALID_EOF_STATE, "HPE_INVALID_EOF_STATE", "Invalid EOF state"},
    Words{HPE_CLOSED_CONNECTION, "HPE_CLOSED_CONNECTION", "Data after `Connection: close`"},
    Words{HPE_INVALID_VERSION, "HPE_INVALID_VERSION", "Invalid HTTP version"},
    Words{HPE_INVALID_STATUS, "HPE_INVALID_STATUS", "Invalid status code"},
    Words{HPE_INVALID_METHOD, "HPE_INVALID_METHOD", "Invalid method encountered"},
    Words{HPE_INVALID_URL, "HPE_INVALID_URL", "Invalid characters in url"},
    Words{HPE_LF_EXPECTED, "HPE_LF_EXPECTED", "Missing expected LF after header value"},
    Words{HPE_INVALID_HEADER_TOKEN, "HPE_INVALID_HEADER_TOKEN", "Invalid header token"},
    Words{HPE_INVALID_CONTENT_LENGTH, "HPE_INVALID_CONTENT_LENGTH",
          "Invalid character in Content-Length"},
    Words{HPE_UNEXPECTED_CONTENT_LENGTH, "HPE_UNEXPECTED_CONTENT_LENGTH",
          "Duplicate Content-Length"},
    Words{HPE_INVALID_CHUNK_SIZE, "HPE_INVALID_CHUNK_SIZE", "Invalid character in chunk size"},
    Words{HPE_INVALID_CONSTANT, "HPE_INVALID_CONSTANT", "Expected HTTP/, RTSP/ or ICE/"},
    Words{HPE_INVALID_TRANSFER_ENCODING, "HPE_INVALID_TRANSFER_ENCODING",
          "Request has invalid `Transfer-Encoding`"},
};

HttpParser::Fault words_of(http_errno number) {
  for (const Words& words : kWords)
    if (words.number == number) return {words.code, words.reason};
  return {std::string("HPE_") + (http_errno_name(number) + std::strlen("HPE_")),
          http_errno_description(number)};
}

// RFC 9110's tchar, of which names are made. The library lets spaces pass.
bool is_token(std::string_view text) {
  static constexpr std::string_view kOthers = "!#$%&'*+-.^_`|~";
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           kOthers.find(c) != std::string_view::npos;
  });
}

// Those there are. The library takes any.
bool is_version(unsigned major, unsigned minor) {
  return (major == 1 && minor <= 1) || (major == 0 && minor == 9) || (major == 2 && minor == 0);
}

bool has(const HttpParser::Headers& fields, const char* name) {
  return std::any_of(fields.begin(), fields.end(), [name](const auto& field) {
    return strcasecmp(field.first.c_str(), name) == 0;
  });
}

}  // namespace

HttpParser::Fault HttpParser::State::fault(http_errno number) const {
  if (number == HPE_INVALID_HEADER_TOKEN && !fields.empty() && !in_value)
    return {"HPE_INVALID_HEADER_TOKEN", "Invalid header value char"};
  if (number == HPE_UNEXPECTED_CONTENT_LENGTH && has(fields, "transfer-encoding"))
    return {"HPE_INVALID_TRANSFER_ENCODING",
            "Transfer-Encoding can't be present with Content-Length"};
  return words_of(number);
}

// The library's callbacks.
struct HttpCallbacks {
  using State = HttpParser::State;
  static State& state_of(http_parser* parser) { return *static_cast<State*>(parser->data); }

  static int on_begin(http_parser* parser) {
    State& state = state_of(parser);
    state.head = {};
    state.fields.clear();
    state.head_bytes = 0;
    state.in_value = state.head_is_over = false;
    return state.told(state.listener->on_begin());
  }

  static int on_url(http_parser* parser, const char* at, size_t length) {
    State& state = state_of(parser);
    state.head.url.append(at, length);
    return state.fits(length) ? 0 : -1;
  }

  static int on_status(http_parser* parser, const char* at, size_t length) {
    State& state = state_of(parser);
    state.head.reason.append(at, length);
    return state.fits(length) ? 0 : -1;
  }

  static int on_field(http_parser* parser, const char* at, size_t length) {
    State& state = state_of(parser);
    if (state.in_value || state.fields.empty()) state.fields.emplace_back();
    state.in_value = false;
    state.fields.back().first.append(at, length);
    state.bad_name = !is_token({at, length});
    return state.fits(length) && !state.bad_name ? 0 : -1;
  }

  static int on_value(http_parser* parser, const char* at, size_t length) {
    State& state = state_of(parser);
    state.in_value = true;
    state.fields.back().second.append(at, length);
    return state.fits(length) ? 0 : -1;
  }

  static int on_head(http_parser* parser) {
    State& state = state_of(parser);
    HttpParser::Head& head = state.head;
    state.bad_version = !is_version(parser->http_major, parser->http_minor);
    if (state.bad_version) return -1;
    if (parser->type == HTTP_REQUEST)
      head.method = http_method_str(static_cast<http_method>(parser->method));
    head.status = static_cast<int>(parser->status_code);
    head.major = parser->http_major;
    head.minor = parser->http_minor;
    head.upgrades = parser->upgrade != 0;
    head.keeps_alive = http_should_keep_alive(parser) != 0;
    head.headers = std::exchange(state.fields, {});
    for (auto& [name, value] : head.headers) value.erase(value.find_last_not_of(" \t") + 1);
    state.in_value = false;
    state.head_is_over = true;
    state.head_bytes = 0;
    HttpParser::Body body = HttpParser::Body::kAsItSays;
    if (state.told(state.listener->on_head(head, body)) != 0) return -1;
    // A program may take a request to change the protocol for an ordinary one.
    if (body == HttpParser::Body::kAsItSays && parser->method != HTTP_CONNECT) parser->upgrade = 0;
    return static_cast<int>(body);
  }

  static int on_body(http_parser* parser, const char* at, size_t length) {
    State& state = state_of(parser);
    return state.told(state.listener->on_body({at, length}));
  }

  static int on_end(http_parser* parser) {
    State& state = state_of(parser);
    return state.told(state.listener->on_end(state.fields));
  }

  static http_parser_settings settings() {
    http_parser_settings settings;
    http_parser_settings_init(&settings);
    settings.on_message_begin = on_begin;
    settings.on_url = on_url;
    settings.on_status = on_status;
    settings.on_header_field = on_field;
    settings.on_header_value = on_value;
    settings.on_headers_complete = on_head;
    settings.on_body = on_body;
    settings.on_message_complete = on_end;
    return settings;
  }
};

HttpParser::HttpParser(Kind kind, size_t most_head_bytes) : m_state(std::make_unique<State>()) {
  http_parser_init(&m_state->parser, kind == Kind::kRequests ? HTTP_REQUEST : HTTP_RESPONSE);
  m_state->parser.data = m_state.get();
  m_state->most_head_bytes = most_head_bytes;
}

HttpParser::~HttpParser() = default;

HttpParser::Progress HttpParser::run(const char* bytes, size_t length, Listener& listener) {
  static const http_parser_settings settings = HttpCallbacks::settings();
  State& state = *m_state;
  state.listener = &listener;
  state.stopped = state.too_long = false;
  Progress progress;
  progress.consumed = http_parser_execute(&state.parser, &settings, bytes, length);
  progress.stopped = state.stopped;
  progress.upgraded = state.parser.upgrade != 0;
  const auto number = static_cast<http_errno>(state.parser.http_errno);
  if (state.too_long)
    progress.fault = Fault{"HPE_HEADER_OVERFLOW", "Header overflow"};
  else if (state.bad_name)
    progress.fault = words_of(HPE_INVALID_HEADER_TOKEN);
  else if (state.bad_version)
    progress.fault = words_of(HPE_INVALID_VERSION);
  else if (number != HPE_OK && !state.stopped)
    progress.fault = state.fault(number);
  return progress;
}

HttpParser::Progress HttpParser::execute(std::string_view bytes, Listener& listener) {
  // To the library no bytes are the end.
  return bytes.empty() ? Progress{} : run(bytes.data(), bytes.size(), listener);
}

// After a fault there is nothing more to say.
HttpParser::Progress HttpParser::finish(Listener& listener) {
  if (m_state->parser.http_errno != HPE_OK) return {};
  return run("", 0, listener);
}

}  // namespace loopscope::os
