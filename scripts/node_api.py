#!/usr/bin/env python3
"""Writes docs/node-api.md: which exports of Node's modules and which globals are there, which refuse.

    scripts/node_api.py [--loopscope build/bin/loopscope] [--node node]

Both list their own exports; the table is the difference. What is there to be asked for and refuses when it is used is
known by the error it names.
"""

import argparse
import json
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "node-api.md"

LIST_EXPORTS = """
const names = %s;
const { toString } = Function.prototype;
// A function of which nothing else is left; other classes may only refuse an option.
const refuses = (value) => typeof value === 'function' && toString.call(value).length < 400 &&
  toString.call(value).includes('ERR_FEATURE_UNAVAILABLE_ON_PLATFORM');
const listed = {};
for (const name of names) {
  try {
    const found = require(name);
    const keys = Object.keys(found).filter((key) => !key.startsWith('_'));
    listed[name] = keys.map((key) => [key, refuses(Object.getOwnPropertyDescriptor(found, key).value)]);
  } catch {
    listed[name] = null;
  }
}
listed.globals = Object.getOwnPropertyNames(globalThis).map((key) => [key, false]);
console.log(JSON.stringify(listed));
"""

HEAD = """\
# Node's API, and what of it is there

Made by `scripts/node_api.py` out of what Node {version} and Loopscope export; not by hand. A name that is there does what
real Node does as far as `tests/conformance` and the packages in `tests/packages` have shown. *Refuses*: can be asked for and
derived from, so that packages load, and throws `ERR_FEATURE_UNAVAILABLE_ON_PLATFORM` when it is used. Names that begin with `_`
are left out. Methods of classes are not listed; the README says what of them is left out. Of the language itself the engine
lacks `Atomics.waitAsync`: it is `undefined`, as in engines of its age.

| module | there | missing | refuses |
| --- | --- | --- | --- |
"""


def run(command, source):
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder) / "list.js"
        program.write_text(source)
        done = subprocess.run([*command, str(program)], capture_output=True, text=True, check=True, cwd=folder)
    return done.stdout


def listed(command, names):
    return json.loads(run(command, LIST_EXPORTS % json.dumps(names)))


def code_list(names):
    return " ".join(f"`{name}`" for name in names)


def row(name, real, ours):
    if real is None:
        return None
    wanted = [key for key, _ in real]
    if ours is None:
        return f"| `{name}` | — | the whole module | |"
    there = dict(ours)
    refused = [key for key in wanted if there.get(key)]
    missing = [key for key in wanted if key not in there]
    works = len(wanted) - len(missing) - len(refused)
    refuses = "all of it" if refused and works == 0 and not missing else code_list(refused)
    return f"| `{name}` | {works} of {len(wanted)} | {code_list(missing)} | {refuses} |"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--loopscope", default=str(ROOT / "build" / "bin" / "loopscope"))
    parser.add_argument("--node", default="node")
    options = parser.parse_args()

    node, ours = [options.node], [options.loopscope, "run"]
    version = subprocess.run([*node, "--version"], capture_output=True, text=True, check=True).stdout.strip()[1:]
    names = json.loads(run(node, "console.log(JSON.stringify(require('module').builtinModules))"))
    names = [name for name in names if not name.startswith("_")] + ["node:test"]
    real_exports, our_exports = listed(node, names), listed(ours, names)
    rows = [row(name, real_exports[name], our_exports[name]) for name in [*names, "globals"]]
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(HEAD.format(version=version) + "\n".join(filter(None, rows)) + "\n")
    print(f"wrote {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
