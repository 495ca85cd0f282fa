#include "core/js/assigned_name.h"

#include <catch2/catch.hpp>

using loopscope::host::assigned_name;

namespace {

// The name for a call at the place of the bar, in one line of text.
std::string name_in(std::u16string text) {
  const size_t bar = text.find(u'|');
  text.erase(bar, 1);
  return assigned_name(text, 1, static_cast<uint32_t>(bar) + 1);
}

}  // namespace

TEST_CASE("a new object's variable is its name", "[js]") {
  CHECK(name_in(u"const slow = |new Writable({") == "slow");
  CHECK(name_in(u"  let sink= new |Writable();") == "sink");
  CHECK(name_in(u"$out_2 = |new stream.Writable();") == "$out_2");
}

TEST_CASE("a call's variable is its name, wherever the engine says the call is", "[js]") {
  CHECK(name_in(u"const input = |fs.createReadStream(file);") == "input");
  CHECK(name_in(u"const input = fs.|createReadStream(file);") == "input");
  CHECK(name_in(u"const gzip = await open.|it();") == "gzip");
}

TEST_CASE("a property it is put in counts as its name", "[js]") {
  CHECK(name_in(u"    this.out = fs.|createWriteStream(file);") == "out");
}

TEST_CASE("what is not assigned has no name", "[js]") {
  CHECK(name_in(u"  return |new Readable({").empty());
  CHECK(name_in(u"source.pipe(|zlib.createGzip())").empty());
  CHECK(name_in(u"if (a == |make()) {").empty());
  CHECK(name_in(u"const make = () => |new Readable();").empty());
  CHECK(name_in(u"const { a } = |make();").empty());
  CHECK(name_in(u"|new Readable()").empty());
}

TEST_CASE("places beyond the text have no name", "[js]") {
  CHECK(assigned_name(u"const a = f();", 7, 3).empty());
  CHECK(assigned_name(u"const a = f();", 1, 0).empty());
  CHECK(assigned_name(u"const a =\nf();", 2, 1).empty());
}
