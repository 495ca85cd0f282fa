#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace loopscope::os {

// Takes HTTP/1 messages apart as their bytes come in, by the http_parser library that Node used
// before llhttp: what it finds wrong is told in llhttp's codes and words.
class HttpParser {
 public:
  using Headers = std::vector<std::pair<std::string, std::string>>;

  enum class Kind : uint8_t { kRequests, kResponses };
  // What follows a message's head.
  enum class Body : uint8_t { kAsItSays = 0, kNone = 1, kOtherProtocol = 2 };

  struct Head {
    std::string method;  // of a request
    std::string url;
    int status = 0;  // of a response
    std::string reason;
    int major = 1, minor = 1;
    Headers headers;
    bool upgrades = false;
    bool keeps_alive = false;
  };

  // Told of what is found. Each says false to have no more of it: execute() comes back at once.
  class Listener {
   public:
    virtual ~Listener() = default;
    virtual bool on_begin() = 0;
    virtual bool on_head(const Head& head, Body& body) = 0;
    virtual bool on_body(std::string_view bytes) = 0;
    virtual bool on_end(const Headers& trailers) = 0;
  };

  struct Fault {
    std::string code;  // HPE_…
    std::string reason;
  };
  struct Progress {
    size_t consumed = 0;
    std::optional<Fault> fault;
    bool stopped = false;  // a listener said false
    bool upgraded = false;
  };

  // Heads (and trailers) longer than `most_head_bytes` are a fault.
  HttpParser(Kind kind, size_t most_head_bytes);
  ~HttpParser();
  HttpParser(const HttpParser&) = delete;
  HttpParser& operator=(const HttpParser&) = delete;

  Progress execute(std::string_view bytes, Listener& listener);
  // No more bytes come.
  Progress finish(Listener& listener);

 private:
  friend struct HttpCallbacks;
  struct State;
  Progress run(const char* bytes, size_t length, Listener& listener);
  std::unique_ptr<State> m_state;
};

}  // namespace loopscope::os
