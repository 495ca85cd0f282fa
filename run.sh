#!/usr/bin/env bash
# Installs what is missing, builds, and shows the execution-order quiz.
#   ./run.sh               the quiz: its output, then what the event loop did
#   ./run.sh FILE.js       the same for a program of yours
#   ./run.sh --build-only  stop after building
set -euo pipefail
invoked_from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() { sed -n '2,5s/^# \{0,1\}//p' "$0"; }

program=scenarios/01-event-loop/execution-order-quiz.js
case ${1-} in
  '') ;;
  --build-only) program= ;;
  -h | --help) usage; exit 0 ;;
  -*) echo "run.sh: unknown option $1" >&2; usage >&2; exit 64 ;;
  *) program=$(cd "$invoked_from" && realpath -m -- "$1") ;;
esac

scripts/setup.sh
cmake --preset default >/dev/null
cmake --build --preset default
[[ -n $program ]] || exit 0

loopscope=build/bin/loopscope
printf '\nThe program prints:\n\n'
code=0
"$loopscope" run "$program" || code=$?
[[ $code -eq 65 ]] && exit "$code"
printf '\nWhat the event loop did:\n\n'
"$loopscope" trace "$program"
exit "$code"
