#include "core/os/files.h"

#include <fcntl.h>

#include <catch2/catch.hpp>
#include <string>
#include <utility>

using namespace loopscope;
using os::FileType;
using os::Follow;

namespace {

// What lies beneath in these tests: a file "real", a folder "sub" with a file in it, links.
class TestFolder final : public os::BaseFolder {
 public:
  std::vector<Entry> list(const std::string& folder) const override {
    ++listings;
    if (folder == "sub") return {{"deep", FileType::kFile, false, ""}};
    return {{"sub", FileType::kFolder, false, ""},
            {"real", FileType::kFile, false, ""},
            {"out", FileType::kLink, false, "/etc/passwd"},
            {"run.sh", FileType::kFile, true, ""}};
  }
  std::shared_ptr<const os::Source> open(const std::string& file) const override {
    return std::make_shared<Text>("contents of " + file);
  }
  mutable int listings = 0;

 private:
  class Text final : public os::Source {
   public:
    explicit Text(std::string text) : m_text(std::move(text)) {}
    uint64_t size() const override { return m_text.size(); }
    bool read(uint64_t offset, std::span<char> to) const override {
      return m_text.copy(to.data(), to.size(), offset) == to.size();
    }

   private:
    std::string m_text;
  };
};

struct Machine {
  Machine() {
    tree.make_folders("/tmp", {})->permissions = 01777;
    tree.lay_under("/home/work", base, {1000, 1000});
    os::add_devices(tree);
    REQUIRE(!files.change_folder("/home/work").failed());
  }

  std::string read(std::string_view path) { return files.contents(path).value_or("(none)"); }
  void write(std::string_view path, std::string_view text, int flags = O_TRUNC) {
    const auto number = files.open(path, O_CREAT | O_WRONLY | flags, 0666);
    REQUIRE(number);
    CHECK(*files.write(*number, text, std::nullopt) == text.size());
    CHECK(!files.close(*number).failed());
  }
  int error_of_open(std::string_view path, int flags = O_RDONLY) {
    return files.open(path, flags, 0666).error().number;
  }

  int64_t now_ns = 1000;
  TestFolder base;
  os::FileTree tree{[this] { return os::FileTime{now_ns}; }};
  std::string output;
  uint64_t random = 0;
  std::vector<os::FileEvent> events;
  os::Files files{tree,
                  {1000, 1000},
                  [this](int number, std::string_view bytes) {
                    output += std::to_string(number) + ":" + std::string(bytes);
                  },
                  [this] { return random++; },
                  [this](const os::FileEvent& event) { events.push_back(event); }};
};

}  // namespace

TEST_CASE("real files are seen and written over without being changed", "[os][files]") {
  Machine machine;
  CHECK(machine.read("real") == "contents of real");
  CHECK(machine.read("/home/work/sub/deep") == "contents of sub/deep");
  machine.write("real", "ten", 0);
  CHECK(machine.read("real") == "tentents of real");
  machine.write("real", "new");
  CHECK(machine.read("real") == "new");
}

TEST_CASE("a removed real file stays removed", "[os][files]") {
  Machine machine;
  CHECK(!machine.files.unlink("real").failed());
  CHECK(machine.error_of_open("real") == ENOENT);
  CHECK(machine.files.list(".")->size() == 3);
  CHECK(machine.base.listings == 1);
}

TEST_CASE("a real link out of the folder leads to nothing of the host's", "[os][files]") {
  Machine machine;
  CHECK(*machine.files.link_target("out") == "/etc/passwd");
  CHECK(machine.error_of_open("out") == ENOENT);
  CHECK(machine.error_of_open("/etc/passwd") == ENOENT);
  CHECK(machine.error_of_open("../../etc/passwd") == ENOENT);
}

TEST_CASE("descriptors begin where Node's do and the lowest free one is taken", "[os][files]") {
  Machine machine;
  CHECK(*machine.files.open("real", O_RDONLY, 0) == 18);
  CHECK(*machine.files.open("real", O_RDONLY, 0) == 19);
  CHECK(!machine.files.close(18).failed());
  CHECK(*machine.files.open("real", O_RDONLY, 0) == 18);
  CHECK(machine.files.close(77).number == EBADF);
  CHECK(!machine.files.close(0).failed());
  CHECK(*machine.files.open("real", O_RDONLY, 0) == 0);
}

TEST_CASE("a process has 4096 descriptors", "[os][files]") {
  Machine machine;
  for (int number = 18; number < 4096; ++number)
    REQUIRE(*machine.files.open("real", O_RDONLY, 0) == number);
  CHECK(machine.error_of_open("real") == EMFILE);
  CHECK(machine.error_of_open("new", O_CREAT | O_WRONLY) == EMFILE);
  CHECK(machine.error_of_open("none") == EMFILE);
  CHECK(!machine.files.close(18).failed());
  CHECK(machine.error_of_open("new") == ENOENT);
}

TEST_CASE("an open file goes on after its name is gone", "[os][files]") {
  Machine machine;
  const int number = *machine.files.open("real", O_RDWR, 0);
  CHECK(!machine.files.unlink("real").failed());
  std::string text(8, ' ');
  CHECK(*machine.files.read(number, text, std::nullopt) == 8);
  CHECK(text == "contents");
  CHECK(machine.files.status_of(number)->links == 0);
}

TEST_CASE("reading and writing at an offset does not move a file on, and O_APPEND always appends",
          "[os][files]") {
  Machine machine;
  const int number = *machine.files.open("f", O_RDWR | O_CREAT, 0666);
  CHECK(*machine.files.write(number, "abcdef", std::nullopt) == 6);
  CHECK(*machine.files.write(number, "XY", 2) == 2);
  CHECK(machine.read("f") == "abXYef");
  std::string text(4, ' ');
  CHECK(*machine.files.read(number, text, std::nullopt) == 0);
  CHECK(*machine.files.read(number, text, 3) == 3);
  CHECK(text == "Yef ");
  const int appending = *machine.files.open("f", O_WRONLY | O_APPEND, 0);
  CHECK(*machine.files.write(appending, "!", 0) == 1);
  CHECK(machine.read("f") == "abXYef!");
}

TEST_CASE("what lies between is zeros when a file grows", "[os][files]") {
  Machine machine;
  const int number = *machine.files.open("f", O_RDWR | O_CREAT, 0666);
  CHECK(*machine.files.write(number, "a", 3) == 1);
  CHECK(machine.read("f") == std::string("\0\0\0a", 4));
  CHECK(!machine.files.truncate(number, 1).failed());
  CHECK(!machine.files.truncate(number, 3).failed());
  CHECK(machine.read("f") == std::string("\0\0\0", 3));
  CHECK(!machine.files.truncate(number, 1LL << 40).failed());
  CHECK(machine.files.status("f", Follow::kLast)->size == 1ULL << 40);
  CHECK(machine.files.truncate(number, 1LL << 50).number == EFBIG);
}

TEST_CASE("a copy shares its bytes until one of both is written to", "[os][files]") {
  Machine machine;
  machine.write("f", std::string(200'000, 'x'));
  CHECK(!machine.files.copy("f", "g", true).failed());
  machine.write("g", "changed", 0);
  CHECK(machine.read("f") == std::string(200'000, 'x'));
  CHECK(machine.read("g") == "changed" + std::string(199'993, 'x'));
  CHECK(machine.files.copy("f", "g", false).number == EEXIST);
}

TEST_CASE("the same bytes written to two places stay apart", "[os][files]") {
  Machine machine;
  const std::string same(200'000, 'x');
  machine.write("f", same);
  machine.write("g", same);
  machine.write("g", "changed", 0);
  CHECK(machine.read("f") == same);
  CHECK(machine.read("g") == "changed" + std::string(199'993, 'x'));
}

TEST_CASE("permissions count for the ordinary user", "[os][files]") {
  Machine machine;
  CHECK(!machine.files.change_mode("real", 0).failed());
  CHECK(machine.error_of_open("real") == EACCES);
  CHECK(machine.files.access("real", 4).number == EACCES);
  CHECK(machine.error_of_open("/new", O_CREAT | O_WRONLY) == EACCES);
  CHECK(machine.files.make_folder("/home/other", 0777).number == EACCES);
  CHECK(machine.files.change_owner("real", {0, 0}, Follow::kLast).number == EPERM);
  CHECK(machine.files.change_mode("/", 0777).number == EPERM);
  CHECK(!machine.files.change_mode("sub", 0600).failed());
  CHECK(machine.files.status("sub/deep", Follow::kLast).error().number == EACCES);
  machine.write("/tmp/mine", "x");
  CHECK(machine.files.status("/tmp/mine", Follow::kLast)->mode == (0100000U | 0644U));
}

TEST_CASE("new files and folders heed the mask", "[os][files]") {
  Machine machine;
  CHECK(machine.files.set_mask(077) == 022);
  machine.write("f", "x");
  CHECK((machine.files.status("f", Follow::kLast)->mode & 0777) == 0600);
  CHECK(!machine.files.make_folder("d", 0777).failed());
  CHECK((machine.files.status("d", Follow::kLast)->mode & 0777) == 0700);
}

TEST_CASE("open fails as Linux's does", "[os][files]") {
  Machine machine;
  CHECK(machine.error_of_open("") == ENOENT);
  CHECK(machine.error_of_open("none") == ENOENT);
  CHECK(machine.error_of_open("real/x") == ENOTDIR);
  CHECK(machine.error_of_open("real/") == ENOTDIR);
  CHECK(machine.error_of_open("sub", O_WRONLY) == EISDIR);
  CHECK(machine.error_of_open("new/", O_CREAT | O_WRONLY) == EISDIR);
  CHECK(machine.error_of_open("real", O_CREAT | O_EXCL | O_WRONLY) == EEXIST);
  CHECK(machine.error_of_open("real", O_DIRECTORY) == ENOTDIR);
  CHECK(machine.error_of_open(std::string(256, 'a')) == ENAMETOOLONG);
  CHECK(machine.error_of_open(std::string(5000, 'a')) == ENAMETOOLONG);
}

TEST_CASE("links are followed on the way and at the end, but not for ever", "[os][files]") {
  Machine machine;
  CHECK(!machine.files.make_link("sub", "to-sub").failed());
  CHECK(machine.read("to-sub/deep") == "contents of sub/deep");
  CHECK(machine.files.status("to-sub", Follow::kNotLast)->mode == 0120777U);
  CHECK(*machine.files.real_path("to-sub/../to-sub/deep") == "/home/work/sub/deep");
  CHECK(!machine.files.make_link("loop", "loop").failed());
  CHECK(machine.error_of_open("loop") == ELOOP);
  CHECK(!machine.files.make_link("made", "dangling").failed());
  machine.write("dangling", "x");
  CHECK(machine.read("made") == "x");
  CHECK(machine.error_of_open("dangling", O_CREAT | O_EXCL | O_WRONLY) == EEXIST);
}

TEST_CASE("hard links are one file", "[os][files]") {
  Machine machine;
  CHECK(!machine.files.link("real", "sub/other").failed());
  machine.write("sub/other", "same");
  CHECK(machine.read("real") == "same");
  CHECK(machine.files.status("real", Follow::kLast)->links == 2);
  CHECK(machine.files.link("sub", "x").number == EPERM);
  CHECK(machine.files.link("real", "sub/other").number == EEXIST);
}

TEST_CASE("rename moves, replaces and refuses", "[os][files]") {
  Machine machine;
  CHECK(!machine.files.make_folder("d", 0777).failed());
  CHECK(!machine.files.rename("real", "d/moved").failed());
  CHECK(machine.read("d/moved") == "contents of real");
  CHECK(machine.files.rename("real", "x").number == ENOENT);
  CHECK(machine.files.rename("d", "d/inside").number == EINVAL);
  CHECK(machine.files.rename("d", "run.sh").number == ENOTDIR);
  CHECK(machine.files.rename("run.sh", "d").number == EISDIR);
  CHECK(machine.files.rename("sub", "d").number == ENOTEMPTY);
  CHECK(machine.files.rename("d", ".").number == EBUSY);
  CHECK(!machine.files.rename("run.sh", "d/moved").failed());
  CHECK(machine.read("d/moved") == "contents of run.sh");
  CHECK(!machine.files.make_folder("empty", 0777).failed());
  CHECK(!machine.files.rename("d", "empty").failed());
  CHECK(*machine.files.real_path("empty/moved") == "/home/work/empty/moved");
}

TEST_CASE("folders are made with those above and removed when empty", "[os][files]") {
  Machine machine;
  CHECK(**machine.files.make_folders("a/b/c", 0777) == "a");
  CHECK(!machine.files.make_folders("a/b/c", 0777)->has_value());
  CHECK(machine.files.make_folders("real", 0777).error().number == EEXIST);
  CHECK(machine.files.make_folders("real/x", 0777).error().number == ENOTDIR);
  CHECK(**machine.files.make_folders("p/../q/r", 0777) == "p");
  CHECK(machine.files.type("q/r") == FileType::kFolder);
  CHECK(machine.files.remove_folder("a").number == ENOTEMPTY);
  CHECK(machine.files.remove_folder("real").number == ENOTDIR);
  CHECK(machine.files.remove_folder("a/.").number == EINVAL);
  CHECK(machine.files.unlink("a").number == EISDIR);
  CHECK(machine.files.status("a", Follow::kLast)->links == 3);
  CHECK(!machine.files.remove_folder("a/b/c").failed());
  CHECK(!machine.files.remove_folder("a/b").failed());
  CHECK(!machine.files.remove_folder("a").failed());
}

TEST_CASE("temporary folders have six characters of their own", "[os][files]") {
  Machine machine;
  CHECK(*machine.files.make_temporary("/tmp/t-") == "/tmp/t-AAAAAA");
  CHECK(*machine.files.make_temporary("/tmp/t-") == "/tmp/t-BAAAAA");
  CHECK(machine.files.make_temporary("none/t-").error().number == ENOENT);
}

TEST_CASE("a process whose folder is removed has none", "[os][files]") {
  Machine machine;
  CHECK(!machine.files.make_folder("d", 0777).failed());
  CHECK(!machine.files.change_folder("d").failed());
  CHECK(machine.files.folder() == "/home/work/d");
  CHECK(!machine.files.remove_folder("../d").failed());
  CHECK(machine.files.folder().empty());
  CHECK(machine.error_of_open("x", O_CREAT | O_WRONLY) == ENOENT);
  CHECK(machine.files.change_folder("/home/work/real").number == ENOTDIR);
}

TEST_CASE("times follow what is done", "[os][files]") {
  Machine machine;
  machine.now_ns = 5000;
  machine.write("f", "x");
  machine.now_ns = 6000;
  machine.read("f");
  const int number = *machine.files.open("f", O_RDONLY, 0);
  std::string text(1, ' ');
  CHECK(*machine.files.read(number, text, std::nullopt) == 1);
  os::Status status = *machine.files.status("f", Follow::kLast);
  CHECK(status.modified.ns == 5000);
  CHECK(status.born.ns == 5000);
  CHECK(status.accessed.ns == 6000);
  CHECK(!machine.files.change_times("f", {1}, {2}, Follow::kLast).failed());
  status = *machine.files.status("f", Follow::kLast);
  CHECK(status.accessed.ns == 1);
  CHECK(status.modified.ns == 2);
  CHECK(status.changed.ns == 6000);
}

TEST_CASE("devices take and give what they do", "[os][files]") {
  Machine machine;
  machine.write("/dev/null", "gone", 0);
  CHECK(machine.read("/dev/null") == "(none)");
  const int zero = *machine.files.open("/dev/zero", O_RDONLY, 0);
  std::string text(3, 'x');
  CHECK(*machine.files.read(zero, text, std::nullopt) == 3);
  CHECK(text == std::string(3, '\0'));
  const int full = *machine.files.open("/dev/full", O_WRONLY, 0);
  CHECK(machine.files.write(full, "x", std::nullopt).error().number == ENOSPC);
  CHECK(*machine.files.write(1, "out", std::nullopt) == 3);
  CHECK(*machine.files.write(2, "err", std::nullopt) == 3);
  CHECK(machine.output == "1:out2:err");
  CHECK(machine.files.write(0, "x", std::nullopt).error().number == EBADF);
}

namespace {

// The events so far, a letter each, with their names.
std::string told(Machine& machine) {
  constexpr std::string_view kLetters = "MACDftxsi";
  std::string text;
  for (const os::FileEvent& event : std::exchange(machine.events, {}))
    text += std::string(1, kLetters[static_cast<size_t>(event.kind)]) + event.name + " ";
  return text;
}

}  // namespace

TEST_CASE("watches tell of changes to a file and in a folder", "[os][files]") {
  Machine machine;
  const os::WatchedFile folder = *machine.files.watch("../work");
  CHECK(folder.name == "work");
  machine.write("new", "x");
  CHECK(told(machine) == "Cnew Mnew ");
  const os::WatchedFile file = *machine.files.watch("new");
  CHECK(!machine.files.change_mode("new", 0600).failed());
  CHECK(told(machine) == "Anew A ");
  CHECK(!machine.files.rename("new", "sub/moved").failed());
  CHECK(told(machine) == "fnew s ");
  CHECK(!machine.files.unlink("sub/moved").failed());
  CHECK(told(machine) == "A x i ");
  machine.files.unwatch(file.inode);
  machine.files.unwatch(folder.inode);
  machine.write("new", "x");
  CHECK(told(machine).empty());
  CHECK(machine.files.watch("none").error().number == ENOENT);
}

TEST_CASE("a watched file is gone when its last name and number are", "[os][files]") {
  Machine machine;
  REQUIRE(machine.files.watch("real"));
  const int number = *machine.files.open("real", O_RDONLY, 0);
  CHECK(!machine.files.link("real", "other").failed());
  CHECK(!machine.files.unlink("real").failed());
  CHECK(told(machine) == "A A ");
  CHECK(!machine.files.unlink("other").failed());
  CHECK(told(machine) == "A ");
  CHECK(!machine.files.close(number).failed());
  CHECK(told(machine) == "x i ");
}

TEST_CASE("renaming over a watched file takes it away", "[os][files]") {
  Machine machine;
  REQUIRE(machine.files.watch("."));
  REQUIRE(machine.files.watch("run.sh"));
  CHECK(!machine.files.rename("real", "run.sh").failed());
  CHECK(told(machine) == "freal trun.sh A x i ");
}
