#include <js/Array.h>
#include <js/CallAndConstruct.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/js/agent.h"
#include "core/js/binding.h"
#include "core/js/machine.h"
#include "core/js/native.h"
#include "core/os/hosts.h"

// internalBinding('dns'): names of hosts and their addresses.
namespace loopscope::host {

namespace {

// libuv's UV_EAI_NONAME.
constexpr int kNoName = -3008;
// Bits of dns.lookup()'s hints, as getaddrinfo(3) has them.
constexpr int kV4Mapped = 8;
constexpr int kAll = 16;

std::optional<os::IpFamily> family_of(int number) {
  if (number == 0) return {};
  return number == 6 ? os::IpFamily::kIpv6 : os::IpFamily::kIpv4;
}

// A file of the machine's has the answer, or a name server somewhere.
VirtualTime duration_of(Agent& agent, const std::string& name) {
  const sim::CostModel& costs = agent.options().costs;
  if (agent.machine().hosts().is_own(name)) return costs.own_name;
  return agent.options().choices->between(sim::ChoicePoint::dns_latency, costs.dns_min,
                                          costs.dns_max);
}

// Calls the function with an error's number, or with null and the addresses.
bool call_back(JSContext* cx, JS::HandleObject function,
               const std::vector<os::HostAddress>& addresses) {
  JS::RootedValueVector texts(cx);
  for (const os::HostAddress& address : addresses) {
    JSString* text = JS_NewStringCopyN(cx, address.text.data(), address.text.size());
    if (text == nullptr || !texts.append(JS::StringValue(text))) return false;
  }
  JS::RootedValueArray<2> args(cx);
  if (addresses.empty()) {
    args[0].setInt32(kNoName);
  } else {
    JSObject* array = JS::NewArrayObject(cx, texts);
    if (array == nullptr) return false;
    args[0].setNull();
    args[1].setObject(*array);
  }
  JS::RootedValue callee(cx, JS::ObjectValue(*function));
  JS::RootedValue ignored(cx);
  return JS::Call(cx, JS::UndefinedHandleValue, callee, args, &ignored);
}

// lookUp(callback, name, family or 0, hints, order), on a thread of the pool
bool look_up(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  Agent& agent = agent_from(cx);
  os::HostQuestion question;
  if (!to_utf8(cx, args[1], question.name)) return false;
  question.family = family_of(static_cast<int>(args[2].toNumber()));
  const int hints = static_cast<int>(args[3].toNumber());
  question.mapped = (hints & kV4Mapped) != 0;
  question.all_mapped = (hints & kAll) != 0;
  question.order = static_cast<os::AddressOrder>(static_cast<int>(args[4].toNumber()));

  JS::RootedObject function(cx, &args[0].toObject());
  auto kept = std::make_shared<JS::PersistentRootedObject>(cx, function);
  auto addresses = std::make_shared<std::vector<os::HostAddress>>();
  const std::string label = "dns.lookup " + question.name;
  const VirtualTime duration = duration_of(agent, question.name);
  agent.submit_pool_job(
      {.label = label,
       .duration = duration,
       .work = [addresses, question,
                &agent] { *addresses = agent.machine().hosts().look_up(question); },
       .kind = os::ThreadPool::Kind::kSlow},
      function, [kept, addresses](JSContext* at) { return call_back(at, *kept, *addresses); });
  args.rval().setUndefined();
  return true;
}

// literalFamily(text) -> 4, 6, or 0 for what is no address
bool literal_family(JSContext* cx, unsigned argc, JS::Value* vp) {
  JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  std::string text;
  if (!to_utf8(cx, args[0], text)) return false;
  const std::optional<os::IpFamily> family = os::literal_family(text);
  args.rval().setInt32(family ? static_cast<int32_t>(*family) : 0);
  return true;
}

}  // namespace

bool init_dns_binding(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target, {{"lookUp", look_up, 5}, {"literalFamily", literal_family, 1}});
}

}  // namespace loopscope::host
