#include "core/js/crypto_jobs.h"

#include <js/CallAndConstruct.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "core/js/agent.h"
#include "core/js/crypto_values.h"
#include "core/js/native.h"
#include "core/os/crypto/digest.h"
#include "core/os/crypto/key_derivation.h"
#include "core/os/crypto/random_fill.h"

namespace loopscope::host {

namespace {

using Outcome = os::CryptoResult<os::Bytes>;

// What is asked for: its name in the trace, what it costs, how it is done.
struct CryptoWork {
  std::string label;
  VirtualTime cost;
  std::function<Outcome()> work;
};

// Real work of the length of virtual hours would keep the simulator itself busy for as long.
bool is_within_limits(Agent& agent, const CryptoWork& asked) {
  const VirtualTime limit = agent.options().limits.cpu_total;
  if (asked.cost <= limit) return true;
  agent.end_by_limit(trace::Limit::cpu_total, asked.label + " takes more than " +
                                                  std::to_string(limit.ms()) +
                                                  " ms of virtual CPU time; raise --max-cpu");
  return false;
}

bool call_back(JSContext* cx, JS::HandleObject function, JS::HandleValue argument) {
  JS::RootedValue callee(cx, JS::ObjectValue(*function));
  JS::RootedValue ignored(cx);
  return JS::Call(cx, JS::UndefinedHandleValue, callee, JS::HandleValueArray(argument), &ignored);
}

// At once, by args[0], or on a thread of the pool.
bool carry_out(JSContext* cx, const JS::CallArgs& args, CryptoWork asked) {
  Agent& agent = agent_from(cx);
  if (!is_within_limits(agent, asked)) return false;
  if (!args[0].isObject()) {
    agent.meter().charge(asked.cost);
    if (!agent.on_meter_period()) return false;
    return set_outcome(cx, asked.work(), args.rval());
  }
  JS::RootedObject function(cx, &args[0].toObject());
  auto kept = std::make_shared<JS::PersistentRootedObject>(cx, function);
  auto outcome = std::make_shared<Outcome>(os::Bytes());
  agent.submit_pool_job(
      {asked.label, asked.cost, [outcome, work = std::move(asked.work)] { *outcome = work(); }},
      function, [kept, outcome](JSContext* at) {
        JS::RootedValue result(at);
        return set_outcome(at, std::move(*outcome), &result) && call_back(at, *kept, result);
      });
  args.rval().setUndefined();
  return true;
}

template <typename Derivation>
bool derive(JSContext* cx, const JS::CallArgs& args, std::string label,
            const Derivation& derivation) {
  const os::CryptoResult<std::monostate> sound = derivation.check();
  if (!sound) return set_fault(cx, sound.fault(), args.rval());
  return carry_out(cx, args,
                   {std::move(label), derivation.cost(agent_from(cx).options().costs),
                    [derivation] { return derivation.derive(); }});
}

// pbkdf2(callback, password, salt, iterations, length, digest)
bool pbkdf2(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  os::Pbkdf2 asked;
  if (!to_utf8(cx, args[5], asked.digest)) return false;
  asked.password = copied_bytes(args[1]);
  asked.salt = copied_bytes(args[2]);
  asked.iterations = static_cast<uint32_t>(args[3].toNumber());
  asked.length = static_cast<size_t>(args[4].toNumber());
  return derive(cx, args, "pbkdf2 " + asked.digest + " ×" + std::to_string(asked.iterations),
                asked);
}

// scrypt(callback, password, salt, N, r, p, maximal memory, length)
bool scrypt(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  os::Scrypt asked;
  asked.password = copied_bytes(args[1]);
  asked.salt = copied_bytes(args[2]);
  asked.cost_factor = static_cast<uint64_t>(args[3].toNumber());
  asked.block_size = static_cast<uint64_t>(args[4].toNumber());
  asked.parallelization = static_cast<uint64_t>(args[5].toNumber());
  asked.max_memory = static_cast<uint64_t>(args[6].toNumber());
  asked.length = static_cast<size_t>(args[7].toNumber());
  return derive(cx, args, "scrypt N=" + std::to_string(asked.cost_factor), asked);
}

// hkdf(callback, digest, key, salt, info, length)
bool hkdf(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  os::Hkdf asked;
  if (!to_utf8(cx, args[1], asked.digest)) return false;
  asked.key = copied_bytes(args[2]);
  asked.salt = copied_bytes(args[3]);
  asked.info = copied_bytes(args[4]);
  asked.length = static_cast<size_t>(args[5].toNumber());
  return derive(cx, args, "hkdf " + asked.digest, asked);
}

// digest(callback, name, bytes)
bool digest(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string name;
  if (!to_utf8(cx, args[1], name)) return false;
  auto hash = os::Digest::create(name, {});
  if (!hash) return set_fault(cx, hash.fault(), args.rval());
  const sim::CostModel& costs = agent_from(cx).options().costs;
  const std::shared_ptr<os::Digest> kept = std::move(*hash);
  os::Bytes data = copied_bytes(args[2]);
  const VirtualTime cost = costs.crypto_call + kept->update_cost(costs, data.size());
  return carry_out(cx, args, {"digest " + name, cost, [kept, data = std::move(data)] {
                                kept->update(data);
                                return Outcome(kept->finish());
                              }});
}

void fill(JSContext* cx, JS::HandleValue memory, size_t offset, size_t size) {
  const JS::AutoCheckCannotGC nogc;
  const std::span<uint8_t> bytes = bytes_of(memory, nogc);
  if (offset > bytes.size()) return;  // detached by now
  os::random_fill(*agent_from(cx).options().choices,
                  bytes.subspan(offset, std::min(size, bytes.size() - offset)));
}

// randomFill(callback, memory, offset, size), in place
bool random_fill(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  const auto offset = static_cast<size_t>(args[2].toNumber());
  const auto size = static_cast<size_t>(args[3].toNumber());
  const VirtualTime cost = os::random_cost(agent.options().costs, size);
  args.rval().setUndefined();
  if (!args[0].isObject()) {
    agent.meter().charge(cost);
    fill(cx, args[1], offset, size);
    return true;
  }
  JS::RootedObject function(cx, &args[0].toObject());
  auto kept = std::make_shared<JS::PersistentRootedObject>(cx, function);
  auto memory = std::make_shared<JS::PersistentRootedValue>(cx, args[1]);
  agent.submit_pool_job({"randomFill " + std::to_string(size) + " B", cost, {}}, function,
                        [kept, memory, offset, size](JSContext* at) {
                          fill(at, *memory, offset, size);
                          return call_back(at, *kept, JS::UndefinedHandleValue);
                        });
  return true;
}

}  // namespace

bool define_crypto_jobs(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target,
                        {{"pbkdf2", pbkdf2, 6},
                         {"scrypt", scrypt, 8},
                         {"hkdf", hkdf, 6},
                         {"digest", digest, 3},
                         {"randomFill", random_fill, 4}});
}

}  // namespace loopscope::host
