#include "core/os/network/http_parser.h"

#include <catch2/catch.hpp>
#include <string>

using namespace loopscope;
using os::HttpParser;

namespace {

constexpr size_t kMostHeadBytes = 1000;

// Writes down what it is told.
struct Notes final : HttpParser::Listener {
  bool on_begin() override {
    text += "begin ";
    return true;
  }
  bool on_head(const HttpParser::Head& head, HttpParser::Body& body) override {
    text += head.method + head.url + (head.status != 0 ? std::to_string(head.status) : "") +
            head.reason + (head.keeps_alive ? " keeps" : " closes");
    for (const auto& [name, value] : head.headers) text += " [" + name + "=" + value + "]";
    text += " ";
    body = answer;
    return goes_on;
  }
  bool on_body(std::string_view bytes) override {
    text += "<" + std::string(bytes) + "> ";
    return true;
  }
  bool on_end(const HttpParser::Headers& trailers) override {
    for (const auto& [name, value] : trailers) text += "[" + name + "=" + value + "] ";
    text += "end ";
    return true;
  }
  std::string text;
  HttpParser::Body answer = HttpParser::Body::kAsItSays;
  bool goes_on = true;
};

std::string fault_of(const std::string& bytes) {
  HttpParser parser(HttpParser::Kind::kRequests, kMostHeadBytes);
  Notes notes;
  const HttpParser::Progress progress = parser.execute(bytes, notes);
  return progress.fault ? progress.fault->code + " " + progress.fault->reason : "none";
}

}  // namespace

TEST_CASE("a message is the same however its bytes come in", "[os][http]") {
  const std::string bytes =
      "POST /a?b HTTP/1.1\r\nHost: h\r\nX-Long: some text \r\nContent-Length: 5\r\n\r\nhello"
      "GET /next HTTP/1.1\r\nConnection: close\r\n\r\n";
  HttpParser whole(HttpParser::Kind::kRequests, kMostHeadBytes);
  Notes at_once;
  CHECK(whole.execute(bytes, at_once).consumed == bytes.size());
  CHECK(at_once.text ==
        "begin POST/a?b keeps [Host=h] [X-Long=some text] [Content-Length=5] <hello> end "
        "begin GET/next closes [Connection=close] end ");
  HttpParser split(HttpParser::Kind::kRequests, kMostHeadBytes);
  Notes by_byte;
  for (const char byte : bytes) CHECK_FALSE(split.execute({&byte, 1}, by_byte).fault);
  const size_t body = at_once.text.find("<hello>");
  CHECK(by_byte.text.substr(0, body) == at_once.text.substr(0, body));
}

TEST_CASE("chunks and trailers are taken apart", "[os][http]") {
  HttpParser parser(HttpParser::Kind::kResponses, kMostHeadBytes);
  Notes notes;
  parser.execute(
      "HTTP/1.1 200 Fine\r\nTransfer-Encoding: chunked\r\n\r\n"
      "3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nX-Sum: 5\r\n\r\n",
      notes);
  CHECK(notes.text == "begin 200Fine keeps [Transfer-Encoding=chunked] <abc> <de> [X-Sum=5] end ");
}

TEST_CASE("who asked says that a response has no body", "[os][http]") {
  HttpParser parser(HttpParser::Kind::kResponses, kMostHeadBytes);
  Notes notes;
  notes.answer = HttpParser::Body::kNone;
  parser.execute("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", notes);
  CHECK(notes.text == "begin 200OK keeps [Content-Length=5] end ");
}

TEST_CASE("a response without a length ends with its connection", "[os][http]") {
  HttpParser parser(HttpParser::Kind::kResponses, kMostHeadBytes);
  Notes notes;
  parser.execute("HTTP/1.1 200 OK\r\n\r\nsome", notes);
  CHECK(notes.text == "begin 200OK closes <some> ");
  CHECK_FALSE(parser.finish(notes).fault);
  CHECK(notes.text == "begin 200OK closes <some> end ");
}

TEST_CASE("what follows a change of protocol is left alone", "[os][http]") {
  HttpParser parser(HttpParser::Kind::kRequests, kMostHeadBytes);
  Notes notes;
  notes.answer = HttpParser::Body::kOtherProtocol;
  const std::string head = "GET / HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n";
  const HttpParser::Progress progress = parser.execute(head + "other bytes", notes);
  CHECK(progress.upgraded);
  CHECK(progress.consumed == head.size());
}

TEST_CASE("faults are told in llhttp's words", "[os][http]") {
  CHECK(fault_of("nonsense\r\n\r\n") == "HPE_INVALID_METHOD Invalid method encountered");
  CHECK(fault_of("GET / HTTP/9.9\r\n\r\n") == "HPE_INVALID_VERSION Invalid HTTP version");
  CHECK(fault_of("GET / HTTP/1.1\r\nBad Header: x\r\n\r\n") ==
        "HPE_INVALID_HEADER_TOKEN Invalid header token");
  CHECK(fault_of("GET / HTTP/1.1\r\nX: a\1b\r\n\r\n") ==
        "HPE_INVALID_HEADER_TOKEN Invalid header value char");
  CHECK(fault_of("GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n") ==
        "HPE_INVALID_CONTENT_LENGTH Invalid character in Content-Length");
  CHECK(fault_of("GET / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n") ==
        "HPE_UNEXPECTED_CONTENT_LENGTH Duplicate Content-Length");
  CHECK(fault_of("POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n") ==
        "HPE_INVALID_TRANSFER_ENCODING Request has invalid `Transfer-Encoding`");
  CHECK(fault_of("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxx\r\n") ==
        "HPE_INVALID_CHUNK_SIZE Invalid character in chunk size");
  CHECK(fault_of("GET / HTTP/1.1\r\nX: " + std::string(kMostHeadBytes, 'x') + "\r\n\r\n") ==
        "HPE_HEADER_OVERFLOW Header overflow");
  CHECK(fault_of("GET / HTTP/1.1\r\n\r\n") == "none");
}

TEST_CASE("an end in the middle of a message is a fault", "[os][http]") {
  HttpParser parser(HttpParser::Kind::kRequests, kMostHeadBytes);
  Notes notes;
  parser.execute("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nab", notes);
  const HttpParser::Progress progress = parser.finish(notes);
  REQUIRE(progress.fault);
  CHECK(progress.fault->code == "HPE_INVALID_EOF_STATE");
}

TEST_CASE("a listener stops the parser", "[os][http]") {
  HttpParser parser(HttpParser::Kind::kRequests, kMostHeadBytes);
  Notes notes;
  notes.goes_on = false;
  const HttpParser::Progress progress = parser.execute("GET / HTTP/1.1\r\n\r\n", notes);
  CHECK(progress.stopped);
  CHECK_FALSE(progress.fault);
}
