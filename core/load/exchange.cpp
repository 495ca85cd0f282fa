#include "core/load/exchange.h"

#include <cerrno>
#include <utility>

namespace loopscope::load {

namespace {

constexpr size_t kMostHeadBytes = 80 << 10;
constexpr size_t kReadBytes = 64 << 10;
constexpr int kFirstFinalStatus = 200;

const char* code_of(int error) {
  switch (error) {
    case ECONNREFUSED:
      return "ECONNREFUSED";
    case ECONNRESET:
      return "ECONNRESET";
    case EPIPE:
      return "EPIPE";
    case ETIMEDOUT:
      return "ETIMEDOUT";
    default:
      return "EIO";
  }
}

}  // namespace

Exchange::Exchange(os::NetworkStack& stack, const os::Address& address)
    : m_stack(stack),
      m_socket(stack.open(address.family)),
      m_parser(os::HttpParser::Kind::kResponses, kMostHeadBytes) {
  m_refusal = m_stack.connect(m_socket, address);
  m_stack.want(m_socket, true, true);
}

void Exchange::send(uint32_t number, VirtualTime asked_at, std::string text,
                    bool response_has_body) {
  m_number = number;
  m_asked_at = asked_at;
  m_unsent = std::move(text);
  m_response_has_body = response_has_body;
  m_status = 0;
  m_complete = false;
  if (m_connected) put_on();
}

void Exchange::put_on() {
  m_stack.put_request(m_socket, m_number, 0);
  write();
}

void Exchange::write() {
  while (!m_unsent.empty()) {
    const os::FileResult<size_t> taken = m_stack.write(m_socket, m_unsent);
    if (!taken) break;  // what is wrong shows as it is read from
    m_unsent.erase(0, *taken);
  }
  m_stack.want(m_socket, true, !m_unsent.empty());
}

std::optional<Exchange::Outcome> Exchange::look() {
  if (!m_connected) {
    if (m_stack.is_connecting(m_socket)) return std::nullopt;
    const bool began = !m_refusal.failed() || m_refusal.number == EINPROGRESS;
    const os::Errno error = began ? m_stack.take_error(m_socket) : m_refusal;
    if (error.failed()) return fail(code_of(error.number));
    m_connected = true;
    if (m_number != 0) put_on();
  } else if (!m_unsent.empty()) {
    write();
  }
  const char* const error = read();
  if (m_complete) {
    const Outcome outcome{m_status, "", m_server_keeps_alive && error == nullptr};
    m_number = 0;
    if (!outcome.may_go_on) close();
    return outcome;
  }
  if (error == nullptr) return std::nullopt;
  if (m_number != 0) return fail(error);
  close();
  return std::nullopt;
}

// Reads what is there, until the response is complete. What is wrong, if anything is.
const char* Exchange::read() {
  while (!m_complete) {
    const os::FileResult<std::string> bytes = m_stack.read(m_socket, kReadBytes);
    if (!bytes && bytes.error().number == EAGAIN) return nullptr;
    if (!bytes) return code_of(bytes.error().number);
    if (bytes->empty()) {
      // A response may end with its connection.
      if (m_number != 0) (void)m_parser.finish(*this);
      return "ECONNRESET";
    }
    const os::HttpParser::Progress progress = m_parser.execute(*bytes, *this);
    if (progress.fault) return "HPE_INVALID";
  }
  return nullptr;
}

bool Exchange::on_head(const os::HttpParser::Head& head, os::HttpParser::Body& body) {
  m_status = head.status;
  m_server_keeps_alive = head.keeps_alive;
  if (!m_response_has_body) body = os::HttpParser::Body::kNone;
  return true;
}

bool Exchange::on_end(const os::HttpParser::Headers&) {
  if (m_status >= kFirstFinalStatus) m_complete = true;
  return true;
}

Exchange::Outcome Exchange::fail(const char* error) {
  m_number = 0;
  close();
  return {0, error, false};
}

void Exchange::abort() {
  if (!std::exchange(m_closed, true)) m_stack.reset(m_socket);
}

void Exchange::close() {
  if (!std::exchange(m_closed, true)) m_stack.close(m_socket);
}

}  // namespace loopscope::load
