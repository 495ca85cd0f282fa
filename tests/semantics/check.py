#!/usr/bin/env python3
"""Compares `loopscope run --semantics VERSION PROGRAM`, for every version, with what the real one did.

    check.py --loopscope BINARY [PROGRAM ...]
"""

import argparse
import difflib
import os
import pathlib
import sys

import outcomes


def differences(program, loopscope):
    expected = outcomes.load(program)
    for version in outcomes.versions_of(program):
        if version not in expected:
            yield f"{program.name}: nothing recorded for {version} (record.py does it)"
            continue
        actual = outcomes.run([loopscope, "run", "--semantics", version], program)
        yield from difflib.unified_diff(
            expected[version].splitlines(),
            actual.splitlines(),
            f"{program.name} under {version}",
            f"{program.name} under loopscope --semantics {version}",
            lineterm="",
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--loopscope", required=True, help="the loopscope binary")
    parser.add_argument("programs", nargs="*", type=pathlib.Path)
    options = parser.parse_args()

    programs = [path.resolve() for path in options.programs] or outcomes.all_programs()
    loopscope = os.path.abspath(options.loopscope)
    lines = [line for program in programs for line in differences(program, loopscope)]
    print("\n".join(lines) or f"{len(programs)} as in every version")
    return 1 if lines or not programs else 0


if __name__ == "__main__":
    sys.exit(main())
