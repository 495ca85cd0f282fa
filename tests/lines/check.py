#!/usr/bin/env python3
"""Recording lines changes nothing in a trace but adds the lines, and prints the same."""

import argparse
import concurrent.futures
import json
import pathlib
import subprocess
import sys

DETAILS = ("line", "return")


def run(loopscope, program, *options):
    done = subprocess.run([loopscope, "run", "--trace=-", *options, program.name], cwd=program.parent,
                          capture_output=True, timeout=60, stdin=subprocess.DEVNULL)
    lines = done.stdout.decode().splitlines()
    return done.returncode, [json.loads(line) for line in lines[1:]]


def without_steps(events):
    """What is left of events without their lines: the steps count on over those left out."""
    return [{key: value for key, value in event.items() if key != "s"}
            for event in events if event["k"] not in DETAILS]


def difference(loopscope, program):
    """What is wrong with the program's recorded lines, in a line; nothing if all is well."""
    code, plain = run(loopscope, program)
    again, recorded = run(loopscope, program, "--lines", "all")
    if again != code:
        return f"the exit code is {again}, without lines {code}"
    rest = without_steps(recorded)
    for before, after in zip(without_steps(plain), rest):
        if before != after:
            return f"{after} is recorded, without lines {before}"
    if len(plain) != len(rest):
        return f"{len(rest)} events are recorded besides the lines, without lines {len(plain)}"
    depth = 0
    for event in recorded:
        if event["k"] == "start":
            depth = 0
        if event["k"] == "line":
            if not 1 <= event["depth"] <= depth + 1:
                return f"{event} comes at depth {depth}"
            depth = event["depth"]
        if event["k"] == "return":
            depth = event["depth"] - 1
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--loopscope", required=True, type=pathlib.Path)
    parser.add_argument("programs", nargs="+", type=pathlib.Path, help="programs, or folders of them")
    options = parser.parse_args()
    loopscope = options.loopscope.resolve()
    programs = [path for given in options.programs
                for path in ([given] if given.is_file() else sorted(given.rglob("*.*js")))
                if "node_modules" not in path.parts]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for program, wrong in zip(programs, pool.map(lambda p: difference(loopscope, p), programs)):
            if wrong:
                failed += 1
                print(f"{program}: {wrong[:400]}")
    print(f"{len(programs) - failed} passed, {failed} failed")
    return failed != 0


if __name__ == "__main__":
    sys.exit(main())
