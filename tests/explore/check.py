#!/usr/bin/env python3
"""Compares what `loopscope explore` finds of racy programs with what real Node printed of them.

    check.py LOOPSCOPE [--update] PROGRAM...

Every output that real Node gave (recorded.json, made by record.py) must be among those found; those
found must be the ones in explored.json, which --update writes; and the choices told for each must
lead to it.
"""
import argparse
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
EXPLORED = HERE / "explored.json"


def explore(loopscope, program):
    done = subprocess.run([loopscope, "explore", "--json", program], capture_output=True, text=True,
                          check=True)
    return json.loads(done.stdout)


def key(output):
    return json.dumps([output["stdout"], output["exit_code"]])


def summary(found):
    outputs = [{"stdout": o["stdout"], "exit_code": o["exit_code"]} for o in found["outcomes"]]
    return {"complete": found["complete"], "outputs": sorted(outputs, key=key)}


def problems_of(loopscope, program, found, recorded, explored):
    keys = {key(outcome) for outcome in found["outcomes"]}
    for output in recorded.get(program.name, []):
        if key(output) not in keys:
            yield f"real Node printed this, explore did not find it: {output}"
    if program.name not in recorded:
        yield "not recorded: run record.py"
    if summary(found) != explored.get(program.name):
        yield f"found {summary(found)}, expected {explored.get(program.name)}"
    for outcome in found["outcomes"]:
        done = subprocess.run([loopscope, "run", "--choices", outcome["choices"], program],
                              capture_output=True, text=True, check=False)
        if (done.stdout, done.returncode) != (outcome["stdout"], outcome["exit_code"]):
            yield f"--choices {outcome['choices']} printed {done.stdout!r} {done.stderr!r}, not {outcome}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("loopscope")
    parser.add_argument("--update", action="store_true", help="write explored.json")
    parser.add_argument("programs", nargs="+", type=pathlib.Path)
    args = parser.parse_args()
    recorded = json.loads((HERE / "recorded.json").read_text())
    explored = json.loads(EXPLORED.read_text()) if EXPLORED.exists() else {}
    failed = False
    for program in args.programs:
        found = explore(args.loopscope, program)
        if args.update:
            explored[program.name] = summary(found)
        for problem in problems_of(args.loopscope, program, found, recorded, explored):
            print(f"{program.name}: {problem}")
            failed = True
        print(f"{program.name}: {len(found['outcomes'])} outcomes, {found['runs']} runs, "
              f"{'complete' if found['complete'] else found['gaps']}")
    if args.update:
        EXPLORED.write_text(json.dumps(dict(sorted(explored.items())), indent=1) + "\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
