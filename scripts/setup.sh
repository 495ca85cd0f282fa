#!/usr/bin/env bash
# Installs what Loopscope is built with and tested by, from Debian's own packages, if anything is
# missing. Needs root or sudo only then.
set -euo pipefail

packages=(
  # The build
  build-essential cmake ninja-build pkg-config
  # The core: JavaScript engine, Unicode, JSON in and out, hashes, argument parsing, compression,
  # crypto, HTTP, SQL
  libmozjs-102-dev libicu-dev libsimdjson-dev rapidjson-dev libxxhash-dev libcli11-dev
  zlib1g-dev libbrotli-dev libssl-dev libhttp-parser-dev libsqlite3-dev
  # The desktop app
  libimgui-dev libglfw3-dev python3-glad fonts-inter fonts-jetbrains-mono
  # The tests
  catch2 python3 python3-xlib xvfb xdotool imagemagick libgl1-mesa-dri procps
)

missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
  [[ $status == 'install ok installed' ]] || missing+=("$package")
done
[[ ${#missing[@]} -eq 0 ]] && exit 0

as_root=()
if [[ $(id -u) -ne 0 ]]; then
  command -v sudo >/dev/null || { echo "setup: missing ${missing[*]}; run as root or install sudo" >&2; exit 1; }
  as_root=(sudo)
fi
echo "Installing ${missing[*]}"
"${as_root[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"
