#!/usr/bin/env bash
# Installs what is missing, builds, and opens the desktop app.
#   ./run.sh               on the execution-order quiz
#   ./run.sh FILE          on a program of yours (.js, .mjs, .cjs), or a trace (.jsonl)
#   ./run.sh --build-only  stop after building
# Without a display it shows the program's output and what the event loop did, in the terminal.
set -euo pipefail
invoked_from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() { sed -n '2,6s/^# \{0,1\}//p' "$0"; }

program=
case ${1-} in
  '') ;;
  --build-only) ;;
  -h | --help) usage; exit 0 ;;
  -*) echo "run.sh: unknown option $1" >&2; usage >&2; exit 64 ;;
  *) program=$(cd "$invoked_from" && realpath -m -- "$1") ;;
esac

scripts/setup.sh
cmake --preset default >/dev/null
cmake --build --preset default
[[ ${1-} != --build-only ]] || exit 0

if [[ -n ${DISPLAY-}${WAYLAND_DISPLAY-} ]]; then
  code=0
  build/bin/loopscope-gui ${program:+"$program"} || code=$?
  # 69: there is a display by name, but no window can be opened on it.
  [[ $code -eq 69 ]] || exit "$code"
fi

program=${program:-scenarios/01-event-loop/execution-order-quiz.js}
loopscope=build/bin/loopscope
code=0
if [[ $program != *.jsonl ]]; then
  printf '\nThe program prints:\n\n'
  "$loopscope" run "$program" || code=$?
  [[ $code -eq 65 ]] && exit "$code"
fi
printf '\nWhat the event loop did:\n\n'
"$loopscope" trace "$program"
exit "$code"
