#include <js/Array.h>
#include <js/ArrayBuffer.h>
#include <js/MemoryFunctions.h>
#include <js/Object.h>
#include <js/experimental/TypedData.h>

#include <cstring>
#include <memory>
#include <string>

#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/native.h"
#include "core/os/network/http_parser.h"

// internalBinding('http'): the parser of HTTP messages for node/internal/http/parser.js. A parser
// calls functions of its owner: onBegin(), onHead(method, url, status, reason, major, minor,
// headers, upgrades, keepsAlive) -> what body follows, onBody(bytes), onEnd(trailers). Texts are
// one character a byte, as headers are.
namespace loopscope::host {

namespace {

using os::HttpParser;

enum Slot : uint32_t { kParser, kOwner, kSlotCount };

HttpParser* parser_or_null(JSObject* object) {
  const JS::Value slot = JS::GetReservedSlot(object, kParser);
  return slot.isUndefined() ? nullptr : static_cast<HttpParser*>(slot.toPrivate());
}

void finalize(JS::GCContext*, JSObject* object) {
  delete parser_or_null(object);
}

bool append_latin1(JSContext* cx, JS::RootedValueVector& values, const std::string& text) {
  JSString* string = JS_NewStringCopyN(cx, text.data(), text.size());
  return string != nullptr && values.append(JS::StringValue(string));
}

// [name, value, name, value, …]
bool array_of(JSContext* cx, const HttpParser::Headers& headers, JS::MutableHandleValue result) {
  JS::RootedValueVector values(cx);
  for (const auto& [name, value] : headers)
    if (!append_latin1(cx, values, name) || !append_latin1(cx, values, value)) return false;
  JSObject* array = JS::NewArrayObject(cx, values);
  if (array == nullptr) return false;
  result.setObject(*array);
  return true;
}

// Hands what a parser finds to its owner.
class OwnerCalls final : public HttpParser::Listener {
 public:
  OwnerCalls(JSContext* cx, JS::HandleObject owner) : m_cx(cx), m_owner(owner) {}

  bool on_begin() override { return call("onBegin", JS::HandleValueArray::empty()); }

  bool on_head(const HttpParser::Head& head, HttpParser::Body& body) override {
    JS::RootedValueVector args(m_cx);
    JS::RootedValue headers(m_cx);
    if (!append_latin1(m_cx, args, head.method) || !append_latin1(m_cx, args, head.url) ||
        !args.append(JS::Int32Value(head.status)) || !append_latin1(m_cx, args, head.reason) ||
        !args.append(JS::Int32Value(head.major)) || !args.append(JS::Int32Value(head.minor)) ||
        !array_of(m_cx, head.headers, &headers) || !args.append(headers) ||
        !args.append(JS::BooleanValue(head.upgrades)) ||
        !args.append(JS::BooleanValue(head.keeps_alive)) || !call("onHead", args))
      return false;
    if (m_result.get().isInt32()) body = static_cast<HttpParser::Body>(m_result.get().toInt32());
    return true;
  }

  bool on_body(std::string_view bytes) override {
    void* memory = JS_malloc(m_cx, bytes.size());
    if (memory == nullptr) return false;
    std::memcpy(memory, bytes.data(), bytes.size());
    JS::RootedObject buffer(m_cx, JS::NewArrayBufferWithContents(m_cx, bytes.size(), memory));
    if (!buffer) {
      JS_free(m_cx, memory);
      return false;
    }
    const JS::RootedValue argument(m_cx, JS::ObjectValue(*buffer));
    return call("onBody", JS::HandleValueArray(argument));
  }

  bool on_end(const HttpParser::Headers& trailers) override {
    JS::RootedValue argument(m_cx);
    return array_of(m_cx, trailers, &argument) && call("onEnd", JS::HandleValueArray(argument));
  }

 private:
  bool call(const char* method, const JS::HandleValueArray& args) {
    return JS_CallFunctionName(m_cx, m_owner, method, args, &m_result);
  }

  JSContext* m_cx;
  JS::HandleObject m_owner;
  JS::RootedValue m_result{m_cx};
};

// create(isForRequests, mostHeadBytes, owner) -> parser
bool create(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  static const JSClassOps operations = {nullptr, nullptr,  nullptr, nullptr, nullptr,
                                        nullptr, finalize, nullptr, nullptr, nullptr};
  static const JSClass parser_class = {
      "HttpParser", JSCLASS_HAS_RESERVED_SLOTS(kSlotCount) | JSCLASS_FOREGROUND_FINALIZE,
      &operations};
  JSObject* object = JS_NewObject(cx, &parser_class);
  if (object == nullptr) return false;
  const auto kind =
      args[0].toBoolean() ? HttpParser::Kind::kRequests : HttpParser::Kind::kResponses;
  auto parser = std::make_unique<HttpParser>(kind, static_cast<size_t>(args[1].toNumber()));
  JS::SetReservedSlot(object, kParser, JS::PrivateValue(parser.release()));
  JS::SetReservedSlot(object, kOwner, args[2]);
  args.rval().setObject(*object);
  return true;
}

// -> how many bytes were taken, or for a fault [code, reason, bytes taken]
bool give_progress(JSContext* cx, const JS::CallArgs& args, const HttpParser::Progress& progress) {
  if (progress.stopped) return false;
  if (!progress.fault) {
    args.rval().setNumber(static_cast<double>(progress.consumed));
    return true;
  }
  JS::RootedValueVector values(cx);
  if (!append_latin1(cx, values, progress.fault->code) ||
      !append_latin1(cx, values, progress.fault->reason) ||
      !values.append(JS::NumberValue(static_cast<double>(progress.consumed))))
    return false;
  JSObject* array = JS::NewArrayObject(cx, values);
  if (array == nullptr) return false;
  args.rval().setObject(*array);
  return true;
}

// execute(parser, bytes)
bool execute(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  // What is called back may change the bytes, or have them moved.
  std::string bytes;
  {
    const JS::AutoCheckCannotGC no_gc;
    bool is_shared = false;
    JSObject* view = &args[1].toObject();
    const auto* data = static_cast<const char*>(JS_GetArrayBufferViewData(view, &is_shared, no_gc));
    bytes.assign(data, JS_GetArrayBufferViewByteLength(view));
  }
  const JS::RootedObject object(cx, &args[0].toObject());
  const JS::RootedObject owner(cx, &JS::GetReservedSlot(object, kOwner).toObject());
  OwnerCalls calls(cx, owner);
  return give_progress(cx, args, parser_or_null(object)->execute(bytes, calls));
}

// finish(parser)
bool finish(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const JS::RootedObject object(cx, &args[0].toObject());
  const JS::RootedObject owner(cx, &JS::GetReservedSlot(object, kOwner).toObject());
  OwnerCalls calls(cx, owner);
  return give_progress(cx, args, parser_or_null(object)->finish(calls));
}

}  // namespace

bool init_http_binding(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target,
                        {{"create", create, 3}, {"execute", execute, 2}, {"finish", finish, 1}});
}

}  // namespace loopscope::host
