#!/usr/bin/env python3
"""Runs programs that use packages of the npm registry, unmodified, under real Node and loopscope.

    check.py --loopscope BINARY --folder FOLDER [PROGRAM ...]

The packages are installed once into FOLDER. Without npm and a registry that answers the check is
skipped (exit code 77).
"""

import argparse
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SKIPPED = 77
INSTALL_SECONDS = 240


def install(folder):
    """Returns why the packages are not there, or None."""
    wanted = (HERE / "package.json").read_bytes()
    stamp = folder / "installed"
    digest = hashlib.sha256(wanted).hexdigest()
    if stamp.is_file() and stamp.read_text() == digest:
        return None
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        return "node and npm are not installed"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "package.json").write_bytes(wanted)
    command = [npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--fetch-retries=1"]
    try:
        done = subprocess.run(
            command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=INSTALL_SECONDS)
    except subprocess.TimeoutExpired:
        return "npm did not end in time"
    if done.returncode != 0:
        return "npm could not install the packages: " + done.stderr.strip().partition("\n")[0]
    stamp.write_text(digest)
    return None


def run(command, program):
    done = subprocess.run(
        [*command, program], cwd=program.parent, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)
    return done.returncode, done.stdout, done.stderr


def check(source, folder, loopscope):
    program = folder / source.name
    shutil.copyfile(source, program)
    expected = run([shutil.which("node")], program)
    actual = run([loopscope, "run"], program)
    if actual == expected:
        return True
    print(f"failed: {source.name}")
    for who, (code, output, errors) in (("node", expected), ("loopscope", actual)):
        print(f"--- {who}: exit code {code}\n{output}{errors[:2000]}")
    return False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--loopscope", required=True)
    parser.add_argument("--folder", type=pathlib.Path, required=True)
    parser.add_argument("programs", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    why = install(options.folder)
    if why is not None:
        print("skipped:", why)
        return SKIPPED
    sources = options.programs or sorted((HERE / "programs").iterdir())
    results = [check(source, options.folder, os.path.abspath(options.loopscope)) for source in sources]
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
