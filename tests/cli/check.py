#!/usr/bin/env python3
"""Drives the `loopscope` command as a user would: options, exit codes, messages for bad input.

    check.py --loopscope BINARY
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

LOOPSCOPE = None


class CommandLine(unittest.TestCase):
    def setUp(self):
        self._folder = tempfile.TemporaryDirectory()
        self.addCleanup(self._folder.cleanup)
        self.folder = pathlib.Path(self._folder.name)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def run_it(self, *arguments, **options):
        return subprocess.run([LOOPSCOPE, *map(str, arguments)], capture_output=True, text=True,
                              cwd=self.folder, timeout=60,
                              **({} if "input" in options else {"stdin": subprocess.DEVNULL}), **options)

    def fails(self, code, message, *arguments):
        run = self.run_it(*arguments)
        self.assertEqual(run.stderr.count("\n"), 1, run.stderr)
        self.assertIn(message, run.stderr)
        self.assertTrue(run.stderr.startswith("loopscope: "), run.stderr)
        self.assertEqual(run.returncode, code)
        self.assertEqual(run.stdout, "")

    # Usage

    def test_help_and_version_of_each_command(self):
        for command in ([], ["run"], ["trace"], ["test"], ["diff"], ["export"], ["explore"], ["quiz"]):
            helped = self.run_it(*command, "--help")
            self.assertEqual((helped.returncode, helped.stderr), (0, ""))
            self.assertIn("Exit codes" if not command else "Usage: loopscope", helped.stdout)
            version = self.run_it(*command, "--version")
            self.assertEqual(version.returncode, 0)
            self.assertRegex(version.stdout, r"^loopscope \d+\.\d+\.\d+\n$")

    def test_wrong_usage(self):
        program = self.write("a.js", "console.log(process.argv.slice(2).join())")
        self.fails(64, "expected run, trace, test, diff, export, explore, pm2 or quiz")
        self.fails(64, 'unknown command "frobnicate"', "frobnicate")
        self.fails(64, "FILE is required", "run")
        self.fails(64, "--bogus", "run", "--bogus", program)
        self.fails(64, "--seed", "run", "--seed", "x", program)
        self.fails(64, "expected node10, node18, node20", "run", "--semantics", "node11", program)
        self.fails(64, 'expected a size such as 512MiB, not "lots"', "run", "--max-memory", "lots", program)
        self.fails(64, 'expected a time such as 250ms, not "soon"', "run", "--until", "soon", program)

    def test_arguments_behind_the_program_are_its_own(self):
        program = self.write("a.js", "console.log(process.argv.slice(2).join())")
        self.assertEqual(self.run_it("run", program, "x", "--y").stdout, "x,--y\n")
        self.assertEqual(self.run_it("run", program, "--", "--seed", "1").stdout, "--seed,1\n")

    def test_a_text_from_standard_input_stands_in_for_the_file(self):
        self.write("b.js", "exports.from = require.main.filename")
        program = self.write("a.js", "console.log('old')")
        run = self.run_it("run", "--text-from-stdin", program,
                          input="console.log('new', require('./b').from === __filename)")
        self.assertEqual(run.stdout, "new true\n")
        self.assertEqual(program.read_text(), "console.log('old')")

    # Bad input

    def test_missing_and_malformed_programs(self):
        self.fails(65, "nope.js: no such file", "run", "nope.js")
        self.fails(65, "expected a script", "run", self.folder)
        self.fails(65, 'a.js:2: @cpus expects a number from 1 to 256, not "many"', "run",
                   self.write("a.js", "// @title x\n// @cpus many\n"))
        self.fails(65, "b.js:1: unknown directive @foo", "run", self.write("b.js", "// @foo 3\n"))
        syntax = self.run_it("run", self.write("c.js", "let x = ;\n"))
        self.assertEqual(syntax.returncode, 1)
        self.assertIn("SyntaxError: Unexpected token ';'", syntax.stderr)

    def test_missing_and_malformed_traces(self):
        broken = self.write("broken.jsonl", '{"loopscope":1,"scenario":"a.js"}\n{"s":0,"t":0,"a":0,"k":"exit","code":0}\nzzz\n')
        for command in (["trace"], ["export"]):
            self.fails(65, "nope.jsonl", command[0], "nope.jsonl", *command[1:])
            self.fails(65, "broken.jsonl:3:", command[0], broken, *command[1:])
        self.fails(65, "nope.jsonl", "diff", "nope.jsonl", broken)
        self.fails(65, "empty.jsonl", "trace", self.write("empty.jsonl", ""))

    def test_a_truncated_trace_is_shown_to_its_last_whole_line(self):
        program = self.write("a.js", "console.log('one'); setTimeout(() => console.log('two'), 1);")
        self.run_it("run", "--trace", "a.jsonl", program)
        text = (self.folder / "a.jsonl").read_text()
        whole = self.run_it("trace", "a.jsonl")
        self.assertIn("two", whole.stdout)
        self.write("cut.jsonl", text[:text.index("two") + 1])
        cut = self.run_it("trace", "cut.jsonl")
        self.assertEqual(cut.returncode, 0)
        self.assertIn("one", cut.stdout)
        self.assertNotIn("two", cut.stdout)

    def test_what_cannot_be_written(self):
        program = self.write("a.js", "")
        self.fails(73, "cannot be written", "run", "--trace", self.folder / "no" / "x.jsonl", program)

    # What the commands do

    def test_run_behaves_like_node(self):
        program = self.write("a.js", "console.log('out'); console.error('err'); process.exitCode = 3;")
        run = self.run_it("run", program)
        self.assertEqual((run.stdout, run.stderr, run.returncode), ("out\n", "err\n", 3))

    def test_a_trace_to_standard_output(self):
        program = self.write("a.js", "console.log('out');")
        run = self.run_it("run", "--trace", "-", program)
        events = [json.loads(line) for line in run.stdout.splitlines()]
        self.assertEqual(events[0]["loopscope"], 1)
        self.assertIn("out\n", [event.get("text") for event in events])
        self.assertEqual(events[-1]["k"], "exit")

    def test_until_stops_in_order(self):
        program = self.write("a.js", "setInterval(() => console.log('tick'), 100);")
        run = self.run_it("run", "--until", "350ms", program)
        self.assertEqual((run.stdout, run.returncode), ("tick\n" * 3, 0))

    def test_semantics_and_seed_reach_the_program(self):
        program = self.write("a.js", "console.log(process.version.split('.')[0], Math.random());")
        self.assertTrue(self.run_it("run", "--semantics", "node10", program).stdout.startswith("v10 "))
        seeds = {self.run_it("run", "--seed", seed, program).stdout for seed in (0, 0, 1, 2)}
        self.assertEqual(len(seeds), 3)

    def test_no_clock_zone_or_language_of_the_host_reaches_a_program(self):
        program = self.write("a.js", """
            console.log(Date.now(), new Date(), Date(), new Date(2020, 6, 1, 12).getTime(), new File([], 'a').lastModified);
            console.log(new Intl.DateTimeFormat().format(), new Intl.DateTimeFormat().resolvedOptions().timeZone);
            console.log((1234.5).toLocaleString(), performance.timeOrigin, performance.now(), process.uptime());
            console.log(process.hrtime(), process.memoryUsage(), process.cpuUsage(), require('os').cpus().length, process.env);
            """)
        runs = {self.run_it("run", program, env=host).stdout for host in (
            {}, {"TZ": "Asia/Tokyo", "LANG": "de_DE.UTF-8", "LC_ALL": "tr_TR.UTF-8", "HOME": "/nowhere"})}
        self.assertEqual(len(runs), 1)
        (output,) = runs
        self.assertTrue(output.startswith("1767225600025 2026-01-01T00:00:00.025Z Thu Jan 01 2026"), output)

    def test_memory_usage_counts_what_a_program_holds(self):
        program = self.write("a.js", """
            const used = () => process.memoryUsage();
            const before = used();
            let buffer = Buffer.alloc(50e6), list = new Array(1e6).fill(1.5);
            const holding = used();
            buffer = list = null;
            const after = used();
            const megabytes = (key) => [holding[key] - before[key], after[key] - before[key]].map((n) => Math.round(n / 1e6));
            console.log(megabytes('arrayBuffers'), megabytes('heapUsed'), megabytes('rss')[0] >= 58, after.rss >= after.heapTotal);
            """)
        self.assertEqual(self.run_it("run", program).stdout, "[ 50, 0 ] [ 8, 0 ] true true\n")

    def test_waiting_without_end_ends_the_run(self):
        program = self.write("a.js", "const a = new Int32Array(new SharedArrayBuffer(4));\n"
                                     "console.log(Atomics.wait(a, 0, 0, 1e9), Date.now());\nAtomics.wait(a, 0, 0);\n")
        run = self.run_it("run", program)
        self.assertEqual((run.stdout, run.returncode), ("timed-out 1768225600025\n", 70))
        self.assertEqual(run.stderr.count("a.js:3:"), 1)

    def test_diff_says_what_moved(self):
        first = self.write("1/a.js", "setTimeout(() => console.log('t'), 1);\nsetImmediate(() => console.log('i'));\n")
        second = self.write("2/a.js", "setTimeout(() => console.log('t'), 50);\nsetImmediate(() => console.log('i'));\n")
        self.run_it("run", "--trace", "1.jsonl", first)
        self.run_it("run", "--trace", "2.jsonl", second)
        same = self.run_it("diff", "1.jsonl", "1.jsonl")
        self.assertEqual(same.returncode, 0)
        moved = self.run_it("diff", "1.jsonl", "2.jsonl")
        self.assertEqual(moved.returncode, 1)
        self.assertIn("immediate", moved.stdout)
        self.assertIn("ran before", moved.stdout)

    def test_regressions_are_found_and_updated(self):
        program = self.write("lessons/a.js", "// @title A lesson\nconsole.log('one');\n")
        missing = self.run_it("test", "lessons")
        self.assertEqual(missing.returncode, 1)
        self.assertIn("NO GOLDEN", missing.stdout)
        self.assertEqual(self.run_it("test", "lessons", "--update").returncode, 0)
        self.assertEqual(self.run_it("test", "lessons").returncode, 0)
        program.write_text("// @title A lesson\nconsole.log('two');\n")
        changed = self.run_it("test", "lessons", "--junit", "report.xml")
        self.assertEqual(changed.returncode, 1)
        self.assertIn("CHANGED", changed.stdout)
        self.assertIn("two", changed.stdout)
        self.assertIn("<failure", (self.folder / "report.xml").read_text())

    # The quiz

    QUIZ = """// @title Who is first?
// @lesson Three lines.

setTimeout(() => console.log('timeout'), 0);
setImmediate(() => console.log('immediate'));
console.log('main');
"""

    def quiz(self, answers, *arguments):
        environment = {"XDG_DATA_HOME": str(self.folder / "data"), "HOME": "/nowhere"}
        return subprocess.run([LOOPSCOPE, "quiz", *map(str, arguments)], capture_output=True, text=True,
                              cwd=self.folder, timeout=120, input=answers, env=environment)

    def score(self):
        return json.loads((self.folder / "data/loopscope/score.json").read_text())["lessons"]

    def numbers_for(self, output, lines):
        numbers = {text: number for number, text in re.findall(r"^  ([1-9])  (.*)$", output, re.M)}
        return " ".join(numbers[line] for line in lines) + "\n"

    def test_orders_as_json(self):
        orders = json.loads(self.run_it("quiz", "--orders", self.write("a.js", self.QUIZ)).stdout)
        self.assertEqual(orders, {"lines": ["main", "timeout", "immediate"],
                                  "orders": [[0, 1, 2], [0, 2, 1]], "complete": True})
        certain = self.write("b.js", "console.log('é'); console.log(2);")
        self.assertEqual(json.loads(self.run_it("quiz", "--orders", certain).stdout)["orders"], [[0, 1]])
        self.fails(65, "no such file", "quiz", "--orders", "nope.js")
        self.fails(64, "--orders expects one FILE", "quiz", "--orders")

    def test_explore_tells_all_outcomes_and_how_to_get_each(self):
        program = self.write("a.js", self.QUIZ)
        shown = self.run_it("explore", program).stdout
        self.assertIn("2 outcomes, found in 2 runs. There are no others.", shown)
        found = json.loads(self.run_it("explore", "--json", program).stdout)
        self.assertTrue(found["complete"])
        self.assertEqual({tuple(outcome["lines"]) for outcome in found["outcomes"]},
                         {("main", "timeout", "immediate"), ("main", "immediate", "timeout")})
        for outcome in found["outcomes"]:
            self.assertIn(f"--choices {outcome['choices']}\n", shown)
            run = self.run_it("run", "--choices", outcome["choices"], program)
            self.assertEqual(run.stdout, outcome["stdout"])
            traced = self.run_it("run", "--trace=-", "--choices", outcome["choices"], program).stdout
            self.assertIn(outcome["choices"], traced.splitlines()[0])
            again = self.run_it("run", "--trace=-", "--choices", outcome["choices"], program).stdout
            self.assertEqual(again, traced)

    def test_the_tree_of_explore_leads_to_its_outcomes(self):
        program = self.write("a.js", "require('fs').stat(__filename, () => console.log('stat'));\n" + self.QUIZ)
        found = json.loads(self.run_it("explore", "--json", program).stdout)
        leaves = []

        def visit(place):
            if "outcome" in place:
                leaves.append(place)
            else:
                for option in found["nodes"][place["node"]]["options"]:
                    visit(option)
        visit(found["root"])
        self.assertEqual(len(leaves), found["runs"])
        self.assertEqual({leaf["outcome"] for leaf in leaves}, set(range(len(found["outcomes"]))))
        for leaf in leaves:
            run = self.run_it("run", "--choices", leaf["choices"], program)
            self.assertEqual(run.stdout, found["outcomes"][leaf["outcome"]]["stdout"])

    def test_wrong_use_of_explore_and_choices(self):
        program = self.write("a.js", self.QUIZ)
        self.fails(65, "no such file", "explore", "nope.js")
        self.fails(64, "expected a time", "explore", "--pause", "soon", program)
        self.fails(64, "expected what explore printed", "run", "--choices", "clock:x", program)
        misfit = self.run_it("run", "--choices", "clock:0/201,arrival:0/9", program)
        self.assertIn("these are not this program's", misfit.stderr)
        self.assertEqual(misfit.returncode, 64)
        endless = self.write("b.js", "setInterval(() => {}, 1);\n")
        self.assertIn("There may be others", self.run_it("explore", "--max-events", "2000", endless).stdout)

    def test_the_quiz_grades_and_explains(self):
        program = self.write("a.js", self.QUIZ)
        shown = self.quiz("", program)
        self.assertEqual((shown.returncode, shown.stderr), (0, ""))
        self.assertIn("Who is first?", shown.stdout)
        self.assertIn("   6  console.log('main');", shown.stdout)
        self.assertNotIn("@lesson", shown.stdout)
        for right in (["main", "timeout", "immediate"], ["main", "immediate", "timeout"]):
            run = self.quiz(self.numbers_for(self.quiz("", program).stdout, right), program)
            self.assertIn("Right.", run.stdout)
            self.assertIn("Real Node leaves the order open here: 2 orders", run.stdout)
        wrong = self.quiz(self.numbers_for(self.quiz("", program).stdout, ["timeout", "main", "immediate"]), program)
        self.assertIn("Not quite: 1 of 3 lines are in place.", wrong.stdout)
        self.assertIn("“main” comes before “timeout”. The main script runs", wrong.stdout)
        self.assertIn("Solved 0 of 1 this time; 1 of 1 programs solved so far.", wrong.stdout)
        self.assertEqual(self.score(), {str(program.resolve()): {"attempts": 3, "solved": 2, "best": 100}})

    def test_the_quiz_asks_again_after_what_is_no_answer(self):
        program = self.write("a.js", self.QUIZ)
        run = self.quiz("zebra\n\n1 1 2\n1 2\n", program)
        self.assertEqual(run.returncode, 0)
        self.assertEqual(run.stdout.count("Not an answer: "), 4)
        self.assertIn("expected the numbers 1 to 3", run.stdout)
        self.assertIn("1 stands there twice", run.stdout)
        self.assertIn("expected all 3 numbers", run.stdout)
        self.assertFalse((self.folder / "data").exists())

    def test_the_quiz_passes_over_what_is_none(self):
        run = self.quiz("", self.write("a.js", "console.log(1);"))
        self.assertIn("a.js: prints 1 line, nothing to put in order", run.stdout)
        many = self.quiz("", self.write("b.js", "for (let i = 0; i < 40; i++) console.log(i);"))
        self.assertIn("b.js: prints 40 lines, too many to put in order", many.stdout)
        self.fails(65, "no such file", "quiz", "nope.js")

    def test_a_damaged_score_does_not_matter(self):
        program = self.write("a.js", self.QUIZ)
        self.write("data/loopscope/score.json", "{\"lessons\":")
        run = self.quiz("1 2 3\n", program)
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertEqual([score["attempts"] for score in self.score().values()], [1])

    def test_a_deck_of_all_scenarios_and_cards(self):
        self.write("s/01-one/a.js", self.QUIZ)
        self.write("s/02-two/b.js", self.QUIZ.replace("first", "left out"))
        self.write("s/cards.json", json.dumps([
            {"question": "Why?", "answer": "Because.", "lesson": "01-one/a", "proof": "Look."}]))
        run = self.quiz("123\n\n", "--scenarios", "s")
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertNotIn("left out", run.stdout)
        for words in ("Why?", "Because.", "See 01-one/a: Look.", "this time"):
            self.assertIn(words, run.stdout)
        self.assertEqual(list(self.score()), ["01-one/a"])
        self.fails(65, "no scenarios here", "quiz", "--scenarios", "nowhere")
        built_in = self.quiz("")
        self.assertIn("In which order does this print?", built_in.stdout)

    def test_export_for_chrome(self):
        self.run_it("run", "--trace", "a.jsonl", self.write("a.js", "setTimeout(() => {}, 1);"))
        exported = self.run_it("export", "a.jsonl")
        self.assertEqual(exported.returncode, 0, exported.stderr)
        self.assertTrue(json.loads(exported.stdout)["traceEvents"])


def main():
    global LOOPSCOPE
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--loopscope", required=True, type=pathlib.Path)
    arguments, rest = parser.parse_known_args()
    LOOPSCOPE = arguments.loopscope.resolve()
    unittest.main(argv=[sys.argv[0], *rest])


if __name__ == "__main__":
    main()
