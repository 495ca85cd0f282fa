#include <js/Array.h>
#include <js/Object.h>
#include <js/experimental/TypedData.h>

#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/native.h"
#include "core/os/compression/brotli_decoder.h"
#include "core/os/compression/brotli_encoder.h"
#include "core/os/compression/crc32.h"
#include "core/os/compression/deflate.h"
#include "core/os/compression/inflate.h"

// internalBinding('zlib'): the codecs of core/os/compression for node/internal/zlib/handle.js,
// which gives arguments of the right types. After each write the codec's state array, two 32-bit
// numbers, tells how many bytes of the output are free and how many of the input are left.
namespace loopscope::host {

namespace {

enum Slot : uint32_t { kCodec, kContext, kState, kSlotCount };

os::Codec* codec_or_null(JSObject* object) {
  const JS::Value slot = JS::GetReservedSlot(object, kCodec);
  return slot.isUndefined() ? nullptr : static_cast<os::Codec*>(slot.toPrivate());
}

// Only of one that has not been closed.
os::Codec& codec_of(const JS::CallArgs& args) {
  return *codec_or_null(&args[0].toObject());
}

void release(JSObject* object) {
  delete codec_or_null(object);
  JS::SetReservedSlot(object, kCodec, JS::UndefinedValue());
}

void finalize(JS::GCContext*, JSObject* object) {
  delete codec_or_null(object);
}

// What its callbacks run in is the async context it was made in, as with all of Node's handles.
bool wrap(JSContext* cx, std::unique_ptr<os::Codec> codec, JS::HandleValue state,
          JS::MutableHandleValue result) {
  static const JSClassOps operations = {nullptr, nullptr,  nullptr, nullptr, nullptr,
                                        nullptr, finalize, nullptr, nullptr, nullptr};
  static const JSClass codec_class = {
      "Codec", JSCLASS_HAS_RESERVED_SLOTS(kSlotCount) | JSCLASS_FOREGROUND_FINALIZE, &operations};
  JSObject* object = JS_NewObject(cx, &codec_class);
  if (object == nullptr) return false;
  JS::SetReservedSlot(object, kCodec, JS::PrivateValue(codec.release()));
  JS::SetReservedSlot(object, kContext, JS::ObjectOrNullValue(agent_from(cx).async_context()));
  JS::SetReservedSlot(object, kState, state);
  result.setObject(*object);
  return true;
}

// Moves when the collector runs: `nogc` proves that it does not.
std::span<uint8_t> bytes_of(JSObject* view, const JS::AutoRequireNoGC& nogc) {
  bool is_shared = false;
  auto* data = static_cast<uint8_t*>(JS_GetArrayBufferViewData(view, &is_shared, nogc));
  return {data, JS_GetArrayBufferViewByteLength(view)};
}

std::vector<uint8_t> copy_of(JS::HandleValue view) {
  if (!view.isObject()) return {};
  const JS::AutoCheckCannotGC nogc;
  const std::span<const uint8_t> bytes = bytes_of(&view.toObject(), nogc);
  return {bytes.begin(), bytes.end()};
}

int integer(JS::HandleValue value) {
  return static_cast<int>(value.toNumber());
}

// ---- Making codecs ----

// deflate(state, format, windowBits, level, memLevel, strategy, dictionary or undefined)
bool deflate(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  os::Deflate::Options options;
  options.format = static_cast<os::DeflateFormat>(integer(args[1]));
  options.window_bits = integer(args[2]);
  options.level = integer(args[3]);
  options.memory_level = integer(args[4]);
  options.strategy = integer(args[5]);
  options.dictionary = copy_of(args.get(6));
  return wrap(cx, std::make_unique<os::Deflate>(std::move(options)), args[0], args.rval());
}

// inflate(state, format, windowBits, dictionary or undefined)
bool inflate(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  os::Inflate::Options options;
  options.format = static_cast<os::DeflateFormat>(integer(args[1]));
  options.window_bits = integer(args[2]);
  options.dictionary = copy_of(args.get(3));
  return wrap(cx, std::make_unique<os::Inflate>(std::move(options)), args[0], args.rval());
}

bool settings_of(JSContext* cx, JS::HandleValue value, std::vector<os::BrotliSetting>& settings) {
  JS::RootedObject numbers(cx, &value.toObject());
  uint32_t length = 0;
  if (!JS::GetArrayLength(cx, numbers, &length)) return false;
  JS::RootedValue parameter(cx);
  JS::RootedValue number(cx);
  for (uint32_t i = 0; i + 1 < length; i += 2) {
    os::BrotliSetting setting;
    if (!JS_GetElement(cx, numbers, i, &parameter) || !JS_GetElement(cx, numbers, i + 1, &number) ||
        !JS::ToUint32(cx, parameter, &setting.parameter) ||
        !JS::ToUint32(cx, number, &setting.value))
      return false;
    settings.push_back(setting);
  }
  return true;
}

// brotliCompress and brotliDecompress(state, [parameter, value, …]) -> codec, or undefined if it
// refuses one of them
template <typename BrotliCodec>
bool brotli(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::vector<os::BrotliSetting> settings;
  if (!settings_of(cx, args[1], settings)) return false;
  std::unique_ptr<BrotliCodec> codec = BrotliCodec::create(settings);
  args.rval().setUndefined();
  return codec == nullptr || wrap(cx, std::move(codec), args[0], args.rval());
}

// ---- Using them ----

// fault -> undefined, or [message, errno, code]
bool return_fault(JSContext* cx, const std::optional<os::CodecFault>& fault,
                  JS::MutableHandleValue result) {
  result.setUndefined();
  if (!fault) return true;
  JS::RootedValueVector values(cx);
  JS::RootedString message(cx, JS_NewStringCopyZ(cx, fault->message.c_str()));
  JS::RootedString code(cx, JS_NewStringCopyZ(cx, fault->code.c_str()));
  if (!message || !code || !values.append(JS::StringValue(message)) ||
      !values.append(JS::Int32Value(fault->number)) || !values.append(JS::StringValue(code)))
    return false;
  JSObject* array = JS::NewArrayObject(cx, values);
  if (array == nullptr) return false;
  result.setObject(*array);
  return true;
}

void store_state(JSObject* codec, size_t room, size_t left) {
  JSObject* state = &JS::GetReservedSlot(codec, kState).toObject();
  bool is_shared = false;
  const JS::AutoCheckCannotGC nogc;
  uint32_t* numbers = JS_GetUint32ArrayData(state, &is_shared, nogc);
  numbers[0] = static_cast<uint32_t>(room);
  numbers[1] = static_cast<uint32_t>(left);
}

// Arguments: codec, flush, input, its start, how much of it, output, its start.
os::Codec::Progress write_piece(const JS::CallArgs& args) {
  const JS::AutoCheckCannotGC nogc;
  const std::span<const uint8_t> input = bytes_of(&args[2].toObject(), nogc)
                                             .subspan(static_cast<size_t>(args[3].toNumber()),
                                                      static_cast<size_t>(args[4].toNumber()));
  const std::span<uint8_t> output =
      bytes_of(&args[5].toObject(), nogc).subspan(static_cast<size_t>(args[6].toNumber()));
  os::Codec::Progress progress = codec_of(args).write(input, output, integer(args[1]));
  store_state(&args[0].toObject(), output.size() - progress.produced,
              input.size() - progress.consumed);
  return progress;
}

// write(codec, flush, input, start, length, output, start) -> fault
bool write(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  const os::Codec::Progress progress = write_piece(args);
  agent.meter().charge(codec_of(args).cost(agent.options().costs, progress));
  return return_fault(cx, progress.fault, args.rval());
}

// writeInPool(the same, label, callback) -> fault. The work is a job for the thread pool, and the
// callback is called in the poll phase after it. What the job does nobody else can see or disturb,
// so it is done right now: then it is known how long it takes.
bool write_in_pool(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string label;
  if (!to_utf8(cx, args[7], label)) return false;
  Agent& agent = agent_from(cx);
  const os::Codec::Progress progress = write_piece(args);
  const VirtualTime cost = codec_of(args).cost(agent.options().costs, progress);

  JS::RootedObject callback(cx, &args[8].toObject());
  JS::RootedObject outer(cx, agent.async_context());
  agent.async_context() = JS::GetReservedSlot(&args[0].toObject(), kContext).toObjectOrNull();
  agent.submit_pool_job({label, cost, {}}, callback);
  agent.async_context() = outer;
  return return_fault(cx, progress.fault, args.rval());
}

// setParams(codec made by deflate, level, strategy) -> fault
bool set_params(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  auto& codec = static_cast<os::Deflate&>(codec_of(args));
  return return_fault(cx, codec.set_params(integer(args[1]), integer(args[2])), args.rval());
}

// reset(codec) -> fault
bool reset(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  return return_fault(cx, codec_of(args).reset(), args.rval());
}

bool close(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  release(&args[0].toObject());
  args.rval().setUndefined();
  return true;
}

// crc32(view, start) -> number
bool crc32(JSContext*, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const JS::AutoCheckCannotGC nogc;
  const auto start = static_cast<uint32_t>(args[1].toNumber());
  args.rval().setNumber(os::crc32(bytes_of(&args[0].toObject(), nogc), start));
  return true;
}

}  // namespace

bool init_zlib_binding(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target,
                        {{"deflate", deflate, 7},
                         {"inflate", inflate, 4},
                         {"brotliCompress", brotli<os::BrotliEncoder>, 2},
                         {"brotliDecompress", brotli<os::BrotliDecoder>, 2},
                         {"write", write, 7},
                         {"writeInPool", write_in_pool, 9},
                         {"setParams", set_params, 3},
                         {"reset", reset, 1},
                         {"close", close, 1},
                         {"crc32", crc32, 2}});
}

}  // namespace loopscope::host
