#pragma once

#include <cstddef>
#include <cstdint>

// Slots of the engine's promises, reactions and generators as SpiderMonkey 102 lays them out
// (js/src/builtin/Promise.cpp, js/src/vm/GeneratorObject.h, js/src/vm/AsyncIteration.h): no
// function reads them.
namespace loopscope::host::promise_slots {

// PromiseObject
inline constexpr size_t kReactions = 1;  // of a pending one: a PromiseReactionRecord, or a list

// PromiseReactionRecord
inline constexpr size_t kPromise = 0;  // that then() returned
inline constexpr size_t kOnFulfilled = 1;
inline constexpr size_t kOnRejected = 2;
inline constexpr size_t kFlags = 6;
inline constexpr size_t kGenerator = 7;  // or the promise to resolve
inline constexpr int32_t kFulfilledFlag = 0x2;
inline constexpr int32_t kResolvesPromiseFlag = 0x4;
inline constexpr int32_t kAsyncFunctionFlag = 0x8;
inline constexpr int32_t kAsyncGeneratorFlag = 0x10;
inline constexpr int32_t kAwaitFlags = kAsyncFunctionFlag | kAsyncGeneratorFlag;

// Generators of either kind
inline constexpr size_t kCallee = 0;
inline constexpr size_t kResumeIndex = 4;
inline constexpr size_t kGeneratorPromise = 5;  // async function
inline constexpr size_t kGeneratorRequest = 6;  // async generator: the first request, or a queue
inline constexpr size_t kRequestPromise = 2;

// What an element function of Promise.all() and its like holds, and where
inline constexpr size_t kElementHolder = 0;
inline constexpr size_t kElementIndex = 1;
inline constexpr size_t kHolderPromise = 0;

}  // namespace loopscope::host::promise_slots
