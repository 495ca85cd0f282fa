#!/usr/bin/env bash
# clang-tidy over the C++ files given, or over all of core and gui.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
cmake --preset default >/dev/null
# Without the precompiled headers, which are GCC's.
mkdir -p build/lint
sed -E 's/-Winvalid-pch -include [^ ]+ //' build/compile_commands.json > build/lint/compile_commands.json
files=("$@")
[[ ${#files[@]} -gt 0 ]] || mapfile -t files < <(git ls-files 'core/*.cpp' 'gui/*.cpp')
# clang-tidy 14 takes C++20 for a use of modules, and then misreads __has_builtin.
printf '%s\n' "${files[@]}" | xargs -P 2 -n 4 clang-tidy -p build/lint --quiet \
  --extra-arg=-Wno-unknown-warning-option --extra-arg=-Xclang --extra-arg=-fno-cxx-modules
