#!/usr/bin/env python3
"""Compares what the simulator shows of each session with what real PM2 was recorded to show.

    check.py --loopscope BINARY [SESSION ...]
"""

import argparse
import difflib
import subprocess
import sys

import sessions


# As long as the recording watched.
WATCHED = 4


def shown_by(loopscope, session):
    program = str(sessions.program_of(session))
    until = f"--until={sessions.typed_in(sessions.program_of(session))[-1][0] + WATCHED}s"
    run = subprocess.run([loopscope, "run", until, program], text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    table = subprocess.run([loopscope, "pm2", "list", until, program], text=True, stdout=subprocess.PIPE).stdout
    lines = [line for line in run.stdout.split("\n") if line]
    logs = [line for line in lines if sessions.LOG_LINE.match(line)]
    described = [subprocess.run([loopscope, "pm2", "describe", number, until, program], text=True,
                                stdout=subprocess.PIPE).stdout
                 for number in sessions.ids_in(table)]
    return sessions.parts([line for line in lines if line not in logs], logs, table, described)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--loopscope", required=True)
    parser.add_argument("selection", nargs="*")
    options = parser.parse_args()
    failed = 0
    for session in sessions.sessions():
        if options.selection and session.name not in options.selection:
            continue
        expected = (session / "pm2.txt").read_text()
        actual = shown_by(options.loopscope, session)
        if actual != expected:
            failed += 1
            print("\n".join(difflib.unified_diff(expected.split("\n"), actual.split("\n"), f"{session.name}: PM2",
                                                 f"{session.name}: loopscope", lineterm="")))
    print(f"{failed} sessions differ" if failed else "all sessions are as PM2 shows them")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
