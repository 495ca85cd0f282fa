#!/usr/bin/env python3
"""What recorded lines tell: places, functions, depths, variables and how frames are left."""

import argparse
import json
import pathlib
import subprocess
import tempfile
import unittest

LOOPSCOPE = None


def lines_of(text, which="all"):
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "a.js").write_text(text)
        done = subprocess.run([LOOPSCOPE, "run", "--trace=-", "--lines", which, "a.js"], cwd=folder,
                              capture_output=True, text=True, timeout=60)
    events = [json.loads(line) for line in done.stdout.splitlines()[1:]]
    return [event for event in events if event["k"] in ("line", "return")]


def variables(event):
    return dict(line.split(" = ", 1) for line in event.get("vars", "").split("\n") if line)


class Lines(unittest.TestCase):
    def at(self, events, line):
        return [e for e in events if e["k"] == "line" and e["loc"].split(":")[1] == str(line)]

    def test_every_line_comes_with_its_frame(self):
        events = lines_of("function add(a, b) {\n  const sum = a + b;\n  return sum;\n}\n"
                          "const x = add(1, 2);\nconsole.log(x);\n")
        self.assertEqual([(e["loc"].split(":")[1], e["fn"], e["depth"]) for e in events if e["k"] == "line"],
                         [("5", "(module)", 1), ("2", "add", 2), ("3", "add", 2), ("6", "(module)", 1)])
        back = next(e for e in events if e["k"] == "return")
        self.assertEqual((back["how"], back["depth"], back["text"]), ("returned", 2, "3"))

    def test_variables_are_shown_innermost_first_without_running_code(self):
        events = lines_of(
            "const getter = { get trap() { console.log('never'); return 1; } };\n"
            "const proxy = new Proxy({}, { get() { console.log('never'); }, ownKeys() { console.log('never'); return []; } });\n"
            "class Point { constructor() { this.x = 1; } }\nconst list = [1, 'two', null, undefined, 5];\n"
            "function f(text) {\n  let count = 3n;\n  const point = new Point();\n  return [getter, proxy, list, point, later];\n}\n"
            "let later;\nf('a\\nb');\n")
        seen = variables(self.at(events, 8)[0])
        self.assertEqual(list(seen)[:3], ["count", "point", "text"])
        self.assertEqual(seen["text"], "'a\\nb'")
        self.assertEqual(seen["count"], "3n")
        self.assertEqual(seen["point"], "Point { x: 1 }")
        self.assertEqual(seen["getter"], "{ trap: [Getter] }")
        self.assertEqual(seen["proxy"], "Proxy")
        self.assertEqual(seen["list"], "[1, 'two', null, undefined, … 1 more]")
        self.assertNotIn("require", seen)
        first = variables(self.at(events, 1)[0])
        self.assertEqual(first["later"], "<not yet initialized>")

    def test_execution_is_followed_across_await(self):
        events = lines_of("async function main() {\n  const x = await 1;\n  console.log(x);\n}\nmain();\n")
        self.assertEqual([e["how"] for e in events if e["k"] == "return"][:1], ["awaited"])
        after = self.at(events, 3)[0]
        self.assertEqual((after["fn"], after["depth"], variables(after)["x"]), ("main", 1, "1"))

    def test_a_throw_is_told(self):
        events = lines_of("function f() {\n  throw new TypeError('no');\n}\ntry { f(); } catch {}\n")
        left = next(e for e in events if e["k"] == "return")
        self.assertEqual((left["how"], left["text"]), ("threw", "TypeError: no"))

    def test_only_the_tasks_asked_for_are_recorded(self):
        events = lines_of("setTimeout(() => {\n  console.log(1);\n}, 0);\nsetImmediate(() => {\n  console.log(2);\n});\n", "2")
        self.assertEqual({e["r"] for e in events}, {2})

    def test_a_wrong_request_is_refused(self):
        done = subprocess.run([LOOPSCOPE, "run", "--lines", "x", "a.js"], capture_output=True, text=True)
        self.assertEqual(done.returncode, 64)
        self.assertIn("--lines: expected all, or numbers of tasks", done.stderr)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--loopscope", required=True, type=pathlib.Path)
    LOOPSCOPE = parser.parse_args().loopscope.resolve()
    unittest.main(argv=["variables.py"])
