#include "core/js/binding_fs.h"
#include "core/js/native.h"

// Operations on descriptors that move no bytes.
namespace loopscope::host {

namespace {

using os::Files;

using DescriptorWork = std::function<FsValue(Files& files, int number)>;

bool with_descriptor(JSContext* cx, const JS::CallArgs& args, std::string_view syscall,
                     unsigned callback, const DescriptorWork& work, bool big_numbers = false) {
  FsRequest request;
  request.syscall = syscall;
  request.big_numbers = big_numbers;
  request.work = [work, number = descriptor_from(args[0])](Files& files) {
    return work(files, number);
  };
  return carry_out(cx, args, callback, std::move(request));
}

bool close(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_descriptor(cx, JS::CallArgsFromVp(argc, vp), "close", 1,
                         [](Files& files, int number) { return FsValue(files.close(number)); });
}

// fstat(descriptor, bigNumbers) -> numbers
bool fstat(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  return with_descriptor(
      cx, args, "fstat", 2,
      [](Files& files, int number) { return to_value(files.status_of(number)); },
      args[1].toBoolean());
}

bool fsync(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_descriptor(cx, JS::CallArgsFromVp(argc, vp), "fsync", 1,
                         [](Files& files, int number) { return FsValue(files.sync(number)); });
}

bool fdatasync(JSContext* cx, unsigned argc, JS::Value* vp) {
  return with_descriptor(cx, JS::CallArgsFromVp(argc, vp), "fdatasync", 1,
                         [](Files& files, int number) { return FsValue(files.sync(number)); });
}

// ftruncate(descriptor, size)
bool ftruncate(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const auto size = static_cast<int64_t>(args[1].toNumber());
  return with_descriptor(cx, args, "ftruncate", 2, [size](Files& files, int number) {
    return FsValue(files.truncate(number, size));
  });
}

// fchmod(descriptor, mode)
bool fchmod(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const uint32_t mode = unsigned_from(args[1]);
  return with_descriptor(cx, args, "fchmod", 2, [mode](Files& files, int number) {
    return FsValue(files.change_mode(number, mode));
  });
}

// fchown(descriptor, user, group)
bool fchown(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const os::Owner owner = owner_from(args[1], args[2]);
  return with_descriptor(cx, args, "fchown", 3, [owner](Files& files, int number) {
    return FsValue(files.change_owner(number, owner));
  });
}

// futimes(descriptor, accessed, modified)
bool futimes(JSContext* cx, unsigned argc, JS::Value* vp) {
  const JS::CallArgs args = JS::CallArgsFromVp(argc, vp);
  const os::FileTime accessed = time_from(args[1]);
  const os::FileTime modified = time_from(args[2]);
  return with_descriptor(cx, args, "futime", 3, [=](Files& files, int number) {
    return FsValue(files.change_times(number, accessed, modified));
  });
}

}  // namespace

bool define_fs_descriptors(JSContext* cx, JS::HandleObject target) {
  return define_natives(cx, target,
                        {{"close", close, 1},
                         {"fchmod", fchmod, 2},
                         {"fchown", fchown, 3},
                         {"fdatasync", fdatasync, 1},
                         {"fstat", fstat, 2},
                         {"fsync", fsync, 1},
                         {"ftruncate", ftruncate, 2},
                         {"futimes", futimes, 3}});
}

}  // namespace loopscope::host
