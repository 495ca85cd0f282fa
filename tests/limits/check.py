#!/usr/bin/env python3
"""Checks that each limit ends a run with one clear message, exit code 70 and a whole trace.

    check.py --loopscope BINARY [PROGRAM ...]

A program's first line says what it must meet:  // expect LIMIT LINE [option ...]
where LIMIT is the trace's word for it and LINE the line the message must name.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

LIMIT_EXIT_CODE = 70
HERE = pathlib.Path(__file__).resolve().parent


def check(loopscope, program):
    """Returns what is wrong, or None."""
    words = program.read_text().splitlines()[0].removeprefix("// expect ").split()
    limit, line, options = words[0], words[1], words[2:]
    with tempfile.TemporaryDirectory() as folder:
        trace = pathlib.Path(folder, "trace.jsonl")
        run = subprocess.run([loopscope, "run", "--trace", trace, *options, program],
                             capture_output=True, text=True, timeout=280)
        events = [json.loads(text) for text in trace.read_text().splitlines()[1:]]
    messages = [text for text in run.stderr.splitlines() if text.startswith("loopscope:")]
    if run.returncode != LIMIT_EXIT_CODE:
        return f"exit code {run.returncode}, stderr {run.stderr[:300]!r}"
    if len(messages) != 1:
        return f"{len(messages)} messages: {run.stderr[:300]!r}"
    if not re.match(rf"loopscope: {re.escape(program.name)}:{line}(:\d+)?: .*; raise --max-", messages[0]):
        return f"message {messages[0]!r}"
    met = [event["which"] for event in events if event["k"] == "limit"]
    if met != [limit]:
        return f"limits in the trace: {met}"
    if events[-1]["k"] != "exit" or events[-1].get("code") != LIMIT_EXIT_CODE:
        return f"the trace ends with {events[-1]}"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--loopscope", required=True)
    parser.add_argument("programs", nargs="*", type=pathlib.Path)
    arguments = parser.parse_args()
    failed = 0
    for program in arguments.programs or sorted(HERE.glob("*.js")):
        problem = check(arguments.loopscope, program)
        print(f"{program.stem}: {problem or 'ok'}")
        failed += problem is not None
    return failed != 0


if __name__ == "__main__":
    sys.exit(main())
