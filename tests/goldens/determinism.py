#!/usr/bin/env python3
"""Runs scenarios again and again: every trace must have the golden's bytes.

    determinism.py --loopscope BINARY [--runs 100] SCENARIO ...

The goldens were written once, by one build; so this also says that builds agree.
"""

import argparse
import concurrent.futures
import pathlib
import subprocess
import sys

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
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for name in arguments.scenarios:
            golden = (HERE / f"{name}.trace.jsonl").read_bytes()
            runs = pool.map(trace_of, [arguments.loopscope] * arguments.runs,
                            [SCENARIOS / name] * arguments.runs)
            wrong = sum(trace != golden for trace in runs)
            print(f"{name}: {arguments.runs - wrong} of {arguments.runs} runs alike")
            different += wrong
    return different != 0


if __name__ == "__main__":
    sys.exit(main())
