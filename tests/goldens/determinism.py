#!/usr/bin/env python3
"""Runs scenarios again and again, here and in a copy of their folder elsewhere: every trace must have
the golden's bytes.

    determinism.py --loopscope BINARY [--runs 100] SCENARIO ...

The goldens were written once, by one build; so this also says that builds agree.
"""

import argparse
import concurrent.futures
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SCENARIOS = HERE.parent.parent / "scenarios"


def trace_of(loopscope, scenario):
    return subprocess.run([loopscope, "run", "--trace", "-", scenario], capture_output=True,
                          timeout=120).stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--loopscope", required=True)
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("scenarios", nargs="+", help="paths below scenarios/")
    arguments = parser.parse_args()
    different = 0
    # Where the folder lies, and how deep, must not show.
    with (tempfile.TemporaryDirectory() as elsewhere,
          concurrent.futures.ThreadPoolExecutor(2) as pool):
        copy = pathlib.Path(shutil.copytree(SCENARIOS, pathlib.Path(elsewhere, "some", "where", "else")))
        for name in arguments.scenarios:
            golden = (HERE / f"{name}.trace.jsonl").read_bytes()
            runs = pool.map(trace_of, [arguments.loopscope] * arguments.runs,
                            [(SCENARIOS, copy)[run % 2] / name for run in range(arguments.runs)])
            wrong = sum(trace != golden for trace in runs)
            print(f"{name}: {arguments.runs - wrong} of {arguments.runs} runs alike")
            different += wrong
    return different != 0


if __name__ == "__main__":
    sys.exit(main())
