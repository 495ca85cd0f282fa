#!/usr/bin/env bash
# clang-tidy over the C++ files given, or over all of core.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
cmake --preset default >/dev/null
files=("$@")
[[ ${#files[@]} -gt 0 ]] || mapfile -t files < <(git ls-files 'core/*.cpp')
printf '%s\n' "${files[@]}" | xargs -P 2 -n 4 clang-tidy -p build --quiet \
  --extra-arg=-Wno-unknown-warning-option
