#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loopscope::os {

struct CipherInfo {
  std::string_view mode;
  std::string name;
  int number = 0;  // OpenSSL's
  int key_length = 0;
  int iv_length = 0;   // 0: it takes none
  int block_size = 0;  // 0: of a stream cipher
};

// What is known of a cipher by that name or number, used with keys and vectors of that length if
// one is given. Nothing: there is none, or not with that.
std::optional<CipherInfo> cipher_info(const std::string& name, std::optional<int> key_length,
                                      std::optional<int> iv_length);
std::optional<CipherInfo> cipher_info(int number, std::optional<int> key_length,
                                      std::optional<int> iv_length);

// All names OpenSSL has for those that it can do, sorted.
std::vector<std::string> cipher_names();

}  // namespace loopscope::os
