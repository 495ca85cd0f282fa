#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/os/network/http_parser.h"
#include "core/os/network/network_stack.h"

namespace loopscope::load {

// One connection to a server, and the request that is on it: from its first byte to the end of its
// response.
class Exchange final : os::HttpParser::Listener {
 public:
  // What became of a request.
  struct Outcome {
    int status = 0;          // of the response; 0: none
    const char* error = "";  // why there is none, as a code
    bool may_go_on = false;  // the connection can be used for another one
  };

  // Begins to connect.
  Exchange(os::NetworkStack& stack, const os::Address& address);

  os::SocketId socket() const { return m_socket; }
  // The number of the request on it; 0: none.
  uint32_t number() const { return m_number; }
  VirtualTime asked_at() const { return m_asked_at; }
  // Nothing is to be done with it any more.
  bool is_closed() const { return m_closed; }

  // Sends a request; there must be none on it. `text` is all of it.
  void send(uint32_t number, VirtualTime asked_at, std::string text, bool response_has_body);
  // Does what can be done with the socket now. The outcome once the request on it is over; the
  // connection is closed then, unless it may go on.
  std::optional<Outcome> look();
  // Gives it up at once.
  void abort();
  // Ends it, when no request is on it.
  void close();

 private:
  bool on_begin() override { return true; }
  bool on_head(const os::HttpParser::Head& head, os::HttpParser::Body& body) override;
  bool on_body(std::string_view) override { return true; }
  bool on_end(const os::HttpParser::Headers&) override;

  void put_on();
  void write();
  const char* read();
  Outcome fail(const char* error);

  os::NetworkStack& m_stack;
  os::SocketId m_socket;
  os::HttpParser m_parser;
  os::Errno m_refusal;  // why it could not even begin to connect
  bool m_connected = false;
  bool m_closed = false;
  uint32_t m_number = 0;
  VirtualTime m_asked_at;
  std::string m_unsent;
  bool m_response_has_body = true;  // of the response, unless its head says else
  int m_status = 0;
  bool m_complete = false;
  bool m_server_keeps_alive = false;
};

}  // namespace loopscope::load
