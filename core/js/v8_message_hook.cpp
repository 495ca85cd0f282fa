#include "core/js/v8_message_hook.h"

#include <dlfcn.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstring>

namespace loopscope::host {

namespace {

// JSContext::setPendingException(JS::Handle<JS::Value>, JS::Handle<js::SavedFrame*>)
constexpr const char* kSymbol =
    "_ZN9JSContext19setPendingExceptionEN2JS6HandleINS0_5ValueEEENS1_IPN2js10SavedFrameEEE";

using SetPendingException = void (*)(JSContext*, JS::HandleValue, void* stack);

ThrowObserver g_observer = nullptr;        // written once, before any context exists
SetPendingException g_original = nullptr;  // the same

void set_pending_exception(JSContext* cx, JS::HandleValue value, void* stack) {
  JS::RootedValue thrown(cx, value);
  g_observer(cx, &thrown);
  g_original(cx, thrown, stack);
}

#if defined(__x86_64__)

// jmp *0(%rip), then the address
constexpr std::array<uint8_t, 6> kJump = {0xFF, 0x25, 0, 0, 0, 0};
constexpr size_t kJumpBytes = kJump.size() + sizeof(void*);

void write_jump(uint8_t* at, const void* target) {
  std::memcpy(at, kJump.data(), kJump.size());
  std::memcpy(at + kJump.size(), &target, sizeof target);
}

// The length of an instruction that functions begin with and that means the same elsewhere; 0 for
// any other.
size_t movable_instruction(const uint8_t* code) {
  if (code[0] == 0xF3 && code[1] == 0x0F && code[2] == 0x1E && code[3] == 0xFA)
    return 4;                                                 // endbr64
  if ((code[0] & 0xF8) == 0x50) return 1;                     // push
  if (code[0] == 0x41 && (code[1] & 0xF8) == 0x50) return 2;  // push
  if ((code[0] & 0xF8) != 0x48) return 0;
  const unsigned mode = code[2] >> 6;
  const unsigned base = code[2] & 7;
  if ((code[1] == 0x89 || code[1] == 0x8B) && mode == 3) return 3;  // mov register, register
  if (code[1] == 0x8D && mode == 2 && base != 4) return 7;          // lea displacement(register)
  if (code[1] == 0x8D && mode == 1 && base != 4) return 4;
  if (code[1] == 0x83 && code[2] == 0xEC) return 4;  // sub $n, %rsp
  return 0;
}

#elif defined(__aarch64__)

constexpr size_t kJumpBytes = 16;

void write_jump(uint8_t* at, const void* target) {
  const uint32_t code[] = {0x58000050, 0xD61F0200};  // ldr x16, .+8; br x16
  std::memcpy(at, code, sizeof code);
  std::memcpy(at + sizeof code, &target, sizeof target);
}

size_t movable_instruction(const uint8_t* code) {
  uint32_t word = 0;
  std::memcpy(&word, code, sizeof word);
  const bool relative = (word & 0x1F000000) == 0x10000000 ||  // adr, adrp
                        (word & 0x7C000000) == 0x14000000 ||  // b, bl
                        (word & 0xFE000000) == 0x54000000 ||  // b.cond
                        (word & 0x7C000000) == 0x34000000 ||  // cbz, tbz
                        (word & 0x3B000000) == 0x18000000 ||  // ldr literal
                        (word & 0xFE000000) == 0xD6000000;    // br, blr, ret
  return relative ? 0 : sizeof word;
}

#else

constexpr size_t kJumpBytes = 16;
void write_jump(uint8_t*, const void*) {}
size_t movable_instruction(const uint8_t*) {
  return 0;
}

#endif

// Bytes of whole instructions at `code` that make room for a jump; 0 if one of them cannot move.
size_t movable_prologue(const uint8_t* code) {
  size_t length = 0;
  while (length < kJumpBytes) {
    const size_t instruction = movable_instruction(code + length);
    if (instruction == 0) return 0;
    length += instruction;
  }
  return length;
}

// A function that does what the one at `code` does, past the jump that will stand there.
void* make_continuation(uint8_t* code, size_t prologue) {
  const auto page = static_cast<size_t>(sysconf(_SC_PAGESIZE));
  void* memory = mmap(nullptr, page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return nullptr;
  auto* bytes = static_cast<uint8_t*>(memory);
  std::memcpy(bytes, code, prologue);
  write_jump(bytes + prologue, code + prologue);
  if (mprotect(memory, page, PROT_READ | PROT_EXEC) != 0) return nullptr;
  __builtin___clear_cache(reinterpret_cast<char*>(bytes),
                          reinterpret_cast<char*>(bytes + prologue + kJumpBytes));
  return memory;
}

bool redirect(uint8_t* code, const void* target) {
  const auto page = static_cast<uintptr_t>(sysconf(_SC_PAGESIZE));
  const uintptr_t start = reinterpret_cast<uintptr_t>(code) & ~(page - 1);
  const size_t length = reinterpret_cast<uintptr_t>(code) + kJumpBytes - start;
  // NOLINTNEXTLINE(performance-no-int-to-ptr): the page's own address
  void* pages = reinterpret_cast<void*>(start);
  if (mprotect(pages, length, PROT_READ | PROT_WRITE | PROT_EXEC) != 0) return false;
  write_jump(code, target);
  __builtin___clear_cache(reinterpret_cast<char*>(code),
                          reinterpret_cast<char*>(code + kJumpBytes));
  mprotect(pages, length, PROT_READ | PROT_EXEC);
  return true;
}

bool install(ThrowObserver observer) {
  auto* code = static_cast<uint8_t*>(dlsym(RTLD_DEFAULT, kSymbol));
  if (code == nullptr) return false;
  const size_t prologue = movable_prologue(code);
  if (prologue == 0) return false;
  void* continuation = make_continuation(code, prologue);
  if (continuation == nullptr) return false;
  g_observer = observer;
  g_original = reinterpret_cast<SetPendingException>(continuation);
  return redirect(code, reinterpret_cast<const void*>(set_pending_exception));
}

}  // namespace

bool observe_throws(ThrowObserver observer) {
  static const bool installed = install(observer);
  return installed;
}

}  // namespace loopscope::host
