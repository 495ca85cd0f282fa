#include "core/js/async_context.h"

#include <js/Class.h>
#include <js/Wrapper.h>
#include <jsfriendapi.h>

#include <cstring>

#include "core/js/agent.h"

namespace loopscope::host {

namespace {

bool is_reaction(JSObject* object) {
  return std::strcmp(JS::GetClass(object)->name, "PromiseReactionRecord") == 0;
}

class ReactionContext final : public js::AllocationMetadataBuilder {
 public:
  JSObject* build(JSContext* cx, JS::HandleObject object,
                  js::AutoEnterOOMUnsafeRegion&) const override {
    return is_reaction(object) ? agent_from(cx).async_context().get() : nullptr;
  }
};

}  // namespace

void remember_context_of_reactions(JSContext* cx) {
  static const ReactionContext builder;
  if (agent_from(cx).claim_reaction_contexts()) js::SetAllocationMetadataBuilder(cx, &builder);
}

JSObject* job_context(JSContext* cx, JS::HandleObject job, JSObject* current) {
  if (!agent_from(cx).tracks_reaction_contexts()) return current;
  JSObject* reaction = job_reaction(job);
  if (reaction == nullptr) return current;
  return js::GetAllocationMetadata(reaction);
}

JSObject* job_reaction(JSObject* job) {
  constexpr size_t kReactionSlot = 0;
  if (!JS_ObjectIsFunction(job)) return nullptr;
  const JS::Value& value = js::GetFunctionNativeReserved(job, kReactionSlot);
  if (!value.isObject()) return nullptr;
  JSObject* reaction = js::UncheckedUnwrap(&value.toObject());
  return is_reaction(reaction) ? reaction : nullptr;
}

}  // namespace loopscope::host
