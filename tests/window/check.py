#!/usr/bin/env python3
"""The desktop app in a real window under Xvfb, driven by real mouse and key events."""

import argparse
import json
import pathlib
import signal
import subprocess
import tempfile
import time
import unittest

import driver

GUI = LOOPSCOPE = SCENARIOS = SHOTS = None
SETTINGS = {"tourDone": True, "animations": False}
SIZES = ((1280, 720), (1920, 1080), (3840, 2160))


class WindowTest(unittest.TestCase):
    def setUp(self):
        self._home = tempfile.TemporaryDirectory()
        self.addCleanup(self._home.cleanup)
        self.home = pathlib.Path(self._home.name)

    def open(self, *arguments, settings=SETTINGS, **options):
        app = driver.App(GUI, *arguments, home=self.home, settings=settings, **options)
        self.addCleanup(app.close)
        return app

    def scenario(self, name):
        return SCENARIOS / (name + ".js")

    def write(self, name, text):
        file = self.home / name
        file.write_text(text)
        return file


class Quiz(WindowTest):
    def arrange(self, app, wanted):
        """Drags the lines into that order of indices."""
        for place, line in enumerate(wanted):
            at = app.report()["quiz"]["answer"].index(line)
            if at != place:
                app.drag(f"quiz.line.{at}", f"quiz.line.{place}")
                app.wait(lambda report: report["quiz"]["answer"][place] == line)

    def test_it_opens_on_the_quiz_and_a_right_order_is_right(self):
        app = self.open()
        report = app.wait(lambda r: r["mode"] == "quiz" and r["quiz"]["usable"])
        self.assertEqual([line[0] for line in report["quiz"]["lines"]], list("ABCDEF"))
        self.arrange(app, [0, 1, 2, 3, 4, 5])
        app.click("quiz.check")
        report = app.wait(lambda r: r["quiz"]["checked"])
        self.assertTrue(report["quiz"]["right"])
        self.assertEqual(len(report["quiz"]["explanations"]), 5)
        score = json.loads((self.home / "data/loopscope/score.json").read_text())
        self.assertIn("01-event-loop/execution-order-quiz", json.dumps(score))

    def test_the_order_that_node_leaves_open_is_right_both_ways(self):
        app = self.open()
        app.wait(lambda r: r["quiz"]["usable"])
        self.arrange(app, [0, 1, 2, 3, 5, 4])
        app.click("quiz.check")
        report = app.wait(lambda r: r["quiz"]["checked"])
        self.assertTrue(report["quiz"]["right"])
        self.assertEqual(report["quiz"]["orders"], 2)

    def test_a_wrong_order_is_explained_and_the_truth_can_be_watched(self):
        app = self.open()
        app.wait(lambda r: r["quiz"]["usable"])
        self.arrange(app, [0, 1, 3, 2, 4, 5])
        app.click("quiz.check")
        report = app.wait(lambda r: r["quiz"]["checked"])
        self.assertFalse(report["quiz"]["right"])
        self.assertIn("nextTick", " ".join(report["quiz"]["explanations"]))
        app.click("quiz.watch")
        app.wait(lambda r: r["mode"] == "explore" and r["playing"] and r["position"] > 0)

    def test_an_order_can_be_typed(self):
        app = self.open()
        report = app.wait(lambda r: r["quiz"]["usable"])
        shown = report["quiz"]["answer"]
        numbers = " ".join(str(shown.index(line) + 1) for line in [1, 0, 2, 3, 4, 5])
        app.click("quiz.typed")
        app.type(numbers)
        app.wait(lambda r: r["quiz"]["answer"] == [1, 0, 2, 3, 4, 5])
        app.key("Return")
        report = app.wait(lambda r: r["quiz"]["checked"])
        self.assertFalse(report["quiz"]["right"])

    def test_the_next_quiz_is_another_program(self):
        app = self.open()
        first = app.wait(lambda r: r["quiz"]["usable"])["title"]
        app.click("quiz.next")
        app.wait(lambda r: r["title"] != first and r["quiz"]["ready"])


class Explore(WindowTest):
    def explore(self, name, **options):
        app = self.open(self.scenario(name), "--mode", "explore", **options)
        app.wait(lambda r: r["ended"] and not r["busy"])
        return app

    def test_stepping_on_and_back_by_keys_comes_to_the_same_places(self):
        app = self.explore("01-event-loop/phases-tour")
        app.key("F10")
        first = app.wait(lambda r: r["running"] != "")
        seen = [first["position"]]
        for _ in range(5):
            app.key("F10")
            seen.append(app.wait(lambda r: r["position"] > seen[-1])["position"])
        for position in reversed(seen[:-1]):
            app.key("shift+F10")
            self.assertEqual(app.wait(lambda r: r["position"] <= position)["position"], position)
        app.key("End")
        end = app.wait(lambda r: r["position"] == r["end"])
        app.key("Home")
        app.wait(lambda r: r["position"] == 0)
        self.assertGreater(end["end"], 80)

    def test_each_kind_of_step_has_its_buttons(self):
        app = self.explore("01-event-loop/phases-tour")
        for kind in ("event", "task", "microtask", "phase", "iteration", "output"):
            before = app.report()["position"]
            app.click("next." + kind)
            after = app.wait(lambda r: r["position"] > before)
            if kind == "phase":
                self.assertNotEqual(after["phase"], "")
            if kind == "iteration":
                self.assertGreater(after["iteration"], 0)
            app.click("back." + kind)
            app.wait(lambda r: r["position"] < after["position"])

    def test_space_plays_and_pauses(self):
        app = self.explore("01-event-loop/phases-tour")
        app.key("space")
        app.wait(lambda r: r["playing"] and r["position"] > 2)
        app.key("space")
        paused = app.wait(lambda r: not r["playing"])["position"]
        time.sleep(0.6)
        self.assertEqual(app.report()["position"], paused)

    def test_a_click_on_a_console_line_goes_to_where_it_was_printed(self):
        app = self.explore("01-event-loop/execution-order-quiz")
        app.key("End")
        report = app.wait(lambda r: r["position"] == r["end"])
        rows = sorted((name for name in report["places"] if name.startswith("console.")
                       and name.count(".") == 2 and name.split(".")[1].isdigit()),
                      key=lambda name: int(name.split(".")[1]))
        self.assertEqual(len(rows), 6)
        app.click(rows[2])
        report = app.wait(lambda r: r["position"] == int(rows[2].split(".")[1]) + 1)
        self.assertIn("nextTick", report["running"])

    def test_a_card_can_be_asked_why(self):
        app = self.explore("01-event-loop/execution-order-quiz")
        for _ in range(2):
            app.key("o")
        report = app.wait(lambda r: any(name.startswith("task.") for name in r["places"]))
        card = next(name for name in report["places"] if name.startswith("task."))
        app.click(card)
        app.wait(lambda r: r["selected_task"] >= 0)
        app.click("why.follow")
        app.wait(lambda r: r["selected_task"] < 0)

    def test_a_breakpoint_in_the_gutter_stops_the_run(self):
        app = self.explore("01-event-loop/execution-order-quiz")
        x, y, w, h = app.report()["places"]["line.8"]
        app._do("mousemove", x + 8, y + h // 2, "click", 1)
        app.wait(lambda r: r["breakpoints"] == 1)
        app.key("F5")
        report = app.wait(lambda r: r["location"].split(":")[1:2] == ["8"])
        self.assertLess(report["position"], report["end"])

    def test_scrubbing_and_zooming_the_timeline(self):
        app = self.explore("01-event-loop/phases-tour")
        app.click("timeline.lanes")
        middle = app.wait(lambda r: 0 < r["position"] < r["end"])["position"]
        app.click("timeline.lanes", dx=560)
        app.wait(lambda r: r["position"] > middle)
        app.wheel("timeline.lanes", 3)
        app.click("timeline.fit")
        app.still()

    def test_lines_are_stepped_with_their_variables(self):
        app = self.explore("03-errors/async-try-catch")
        app.wait(lambda r: r["lines_recorded"])
        seen = []
        for _ in range(8):
            before = app.report()["position"]
            app.key("F11")
            seen.append(app.wait(lambda r: r["position"] > before)["location"])
        self.assertEqual(len(seen), 8)
        self.assertTrue(all(place.split(":")[1].isdigit() for place in seen), seen)
        app.wait(lambda r: "code.variables" in r["places"])
        app.key("shift+F11")
        app.wait(lambda r: r["location"] == seen[-2])

    def test_a_long_run_records_the_lines_of_the_task_at_hand(self):
        file = self.write("long.js", "let n = 0;\nfunction turn() {\n  n++;\n  if (n < 9000) setImmediate(turn);\n}\nturn();\n")
        app = self.open(file, "--mode", "explore")
        app.wait(lambda r: r["ended"] and r["end"] > 30000)
        app.key("F10", "F10", "F10")
        self.assertFalse(app.report()["lines_recorded"])
        app.key("F11")
        app.wait(lambda r: r["lines_recorded"])
        app.key("F11")
        app.wait(lambda r: "code.variables" in r["places"])

    def test_search_finds_output(self):
        app = self.explore("01-event-loop/phases-tour")
        app.key("ctrl+f")
        app.type("check phase")
        app.key("Return")
        report = app.wait(lambda r: r["position"] > 0)
        self.assertIn("check", report["phase"])


class Editing(WindowTest):
    def test_typing_runs_the_program_and_marks_a_wrong_line(self):
        file = self.write("mine.js", "console.log('one');\n")
        app = self.open(file, "--mode", "explore")
        app.wait(lambda r: r["ended"])
        app.click("code.edit")
        app.click("editor.text")
        app.key("ctrl+End")
        app.type("let x = ;")
        report = app.wait(lambda r: r["edited"] and r["error_line"] == 2)
        for _ in range(2):
            app.key("BackSpace")
        app.type(" 2; console.log(x);")
        report = app.wait(lambda r: r["error_line"] == 0 and r["ended"] and r["end"] > 4)
        self.assertEqual(file.read_text(), "console.log('one');\n")
        app.key("ctrl+s")
        app.wait(lambda r: not r["edited"])
        self.assertIn("let x = 2;", file.read_text())

    def test_execution_goes_from_file_to_file_and_each_has_a_tab(self):
        self.write("other.js", "exports.later = () => {\n  console.log('other');\n};\n")
        file = self.write("mine.js", "const { later } = require('./other.js');\nsetTimeout(later, 1);\n")
        app = self.open(file, "--mode", "explore")
        app.wait(lambda r: r["ended"] and not r["busy"])
        app.key("End")
        app.key("shift+F10")
        app.wait(lambda r: r["location"].startswith("other.js:"))
        self.assertIn("tab.mine.js", app.report()["places"])
        self.assertIn("line.3", app.report()["places"])
        app.click("tab.mine.js")
        app.wait(lambda r: "line.2" in r["places"] and "line.3" not in r["places"])

    def test_more_files_than_tabs_fit_are_a_list(self):
        names = [f"a_module_with_a_long_name_{i}.js" for i in range(9)]
        for name in names:
            self.write(name, "console.log(1);\n")
        file = self.write("mine.js", "".join(f"require('./{name}');\n" for name in names))
        app = self.open(file, "--mode", "explore")
        app.wait(lambda r: r["ended"] and not r["busy"])
        for _ in range(9):
            app.key("o")
        app.wait(lambda r: "code.files" in r["places"] and "line.2" not in r["places"])
        app.click("code.files")
        app.click("code.files.mine.js")
        app.wait(lambda r: "line.9" in r["places"])

    def test_a_run_goes_on_while_a_field_has_the_keys(self):
        file = self.write("mine.js", "console.log('one');\n")
        app = self.open(file, "--mode", "explore")
        app.wait(lambda r: r["ended"])
        app.key("ctrl+f")
        app.type("space m p i o")
        time.sleep(0.5)
        self.assertEqual(app.report()["position"], 0)


class Others(WindowTest):
    def test_compare_keeps_two_runs_at_the_same_time(self):
        app = self.open(self.scenario("01-event-loop/phases-tour"), "--mode", "compare")
        app.wait(lambda r: r["mode"] == "compare" and r["ended"])
        # Sessions come and go, whatever panels remembered of those before.
        for title in ("Splitting work with setImmediate", "Starving the loop", "Drains inside drains"):
            app.click("compare.file.right")
            app.click("compare.file.right." + title)
            app.key("F10", "F10", "F10")
        app.key("F10")
        app.wait(lambda r: r["position"] > 0)
        app.key("space")
        app.wait(lambda r: r["position"] > 10)

    def test_scenarios_are_chosen_from_the_list(self):
        app = self.open(self.scenario("01-event-loop/phases-tour"), "--mode", "explore")
        app.click("scenarios")
        app.click("lesson.01-event-loop/nested-drains")
        report = app.wait(lambda r: r["file"].endswith("nested-drains.js"))
        self.assertEqual(report["overlay"], "")
        for lesson in ("starvation", "execution-order-quiz", "nested-drains"):
            app.key("F10", "o", "End")
            app.click("scenarios")
            app.click("lesson.01-event-loop/" + lesson)
            app.wait(lambda r: r["file"].endswith(lesson + ".js"))

    def test_a_file_dropped_on_the_window_is_opened(self):
        file = self.write("dropped \u00fc.js", "console.log('here');\n")
        app = self.open()
        app.wait(lambda r: r["quiz"]["usable"])
        app.drop_files("quiz.check", file)
        app.wait(lambda r: r["file"] == str(file) and r["ended"])

    def test_settings_are_kept(self):
        app = self.open(self.scenario("01-event-loop/phases-tour"), "--mode", "explore")
        app.click("settings")
        app.click("theme.Light")
        app.click("colours.Colour-blind safe")
        app.click("settings.done")
        app.wait(lambda r: r["overlay"] == "")
        kept = json.loads((self.home / "config/loopscope/settings.json").read_text())
        self.assertEqual((kept["theme"], kept["colourBlind"]), (1, True))

    def test_the_tour_is_shown_once(self):
        app = self.open(settings={})
        for page in range(5):
            app.wait(lambda r: r["overlay"] == "tour")
            app.click("tour.next")
        app.wait(lambda r: r["overlay"] == "")
        app.close()
        again = driver.App(GUI, home=self.home)
        self.addCleanup(again.close)
        self.assertEqual(again.report()["overlay"], "")

    def test_shortcuts_are_shown_by_a_question_mark(self):
        app = self.open(self.scenario("01-event-loop/phases-tour"), "--mode", "explore")
        app.key("question")
        app.wait(lambda r: r["overlay"] == "shortcuts")
        app.key("Escape")
        app.wait(lambda r: r["overlay"] == "")


class Robust(WindowTest):
    def test_a_killed_child_leaves_the_window_alive(self):
        file = self.write("busy.js", "setInterval(() => console.log('tick'), 1);\n")
        app = self.open(file, "--mode", "explore")
        app.wait(lambda r: r["at_budget"])
        child = subprocess.run(["pgrep", "-P", str(app.process.pid)], capture_output=True, text=True)
        app.click("more-events")
        for pid in child.stdout.split():
            subprocess.run(["kill", "-KILL", pid], check=True)
        report = app.wait(lambda r: r["ended"])
        self.assertIn("killed", report["problem"])
        app.key("F10")
        app.wait(lambda r: r["position"] > 0)

    def test_an_endless_program_pauses_and_goes_on(self):
        file = self.write("endless.js", "setInterval(() => {}, 1);\n")
        app = self.open(file, "--mode", "explore")
        first = app.wait(lambda r: r["at_budget"])["end"]
        app.click("more-events")
        app.wait(lambda r: r["end"] > first)
        app.wait(lambda r: r["at_budget"])
        app.click("stop-run")
        app.wait(lambda r: r["ended"])

    def test_a_program_that_computes_for_long_is_told_of_and_can_be_ended(self):
        file = self.write("loop.js", "console.log('begin');\nwhile (true) {}\n")
        app = self.open(file, "--mode", "explore")
        app.wait(lambda r: "stop-run" in r["places"] and r["end"] > 0)
        app.key("End")
        app.wait(lambda r: any(name.startswith("console.") and name.split(".")[1].isdigit() for name in r["places"]))
        app.click("stop-run")
        app.wait(lambda r: r["ended"] and r["end"] > 0)

    def test_foreign_corrupt_and_truncated_traces_are_told_of(self):
        whole = subprocess.run([LOOPSCOPE, "run", "--trace=-", self.scenario("01-event-loop/phases-tour")],
                               capture_output=True, text=True, check=True).stdout
        lines = whole.splitlines(keepends=True)
        cases = {"foreign.jsonl": ("{\"hello\": 1}\n", "foreign.jsonl:1"),
                 "binary.jsonl": ("\x00\x01\x02", "binary.jsonl"),
                 "empty.jsonl": ("", "empty.jsonl"),
                 "corrupt.jsonl": ("".join(lines[:10]) + "{oops\n" + "".join(lines[10:]), "corrupt.jsonl:11"),
                 "cut.jsonl": (whole[:-20], "cut off")}
        for name, (text, told) in cases.items():
            with self.subTest(name):
                with driver.App(GUI, self.write(name, text), "--mode", "explore", home=self.home,
                                settings=SETTINGS) as app:
                    report = app.wait(lambda r: r["ended"])
                    self.assertIn(told, report["problem"])
                    app.key("End")
                    app.wait(lambda r: r["position"] == r["end"])

    def test_a_missing_program_is_told_of(self):
        app = self.open(self.scenario("01-event-loop/phases-tour"), "--mode", "explore")
        app.key("ctrl+o")
        app.wait(lambda r: r["overlay"] == "open")
        app.type("/no/such/file.js")
        app.key("Return")
        report = app.wait(lambda r: "no such file" in r["message"])
        app.click("dismiss")
        app.wait(lambda r: r["message"] == "")

    def test_closing_the_window_ends_the_child(self):
        file = self.write("endless.js", "setInterval(() => {}, 1);\n")
        app = self.open(file, "--mode", "explore")
        app.wait(lambda r: r["at_budget"])
        child = subprocess.run(["pgrep", "-P", str(app.process.pid)], capture_output=True, text=True).stdout.split()
        self.assertTrue(child)
        app.process.send_signal(signal.SIGKILL)
        app.process.wait()
        end = time.monotonic() + 10
        while time.monotonic() < end and all(pathlib.Path(f"/proc/{pid}/status").exists() and
                                             "Z (zombie)" not in pathlib.Path(f"/proc/{pid}/status").read_text()
                                             for pid in child):
            time.sleep(0.05)
        self.assertLess(time.monotonic(), end, "the child outlived the window")

    def test_without_a_display_there_is_one_clear_line(self):
        run = subprocess.run([GUI], capture_output=True, text=True, env={"PATH": "/usr/bin"}, timeout=20)
        self.assertEqual(run.returncode, 69)
        self.assertEqual(run.stderr.count("\n"), 1, run.stderr)
        self.assertIn("no display", run.stderr)


class Streams(WindowTest):
    def test_a_run_with_streams_shows_them_and_the_loop_on_demand(self):
        app = self.open(self.scenario("02-streams/tee"), "--mode", "explore")
        app.wait(lambda r: r["ended"])
        app.key("End")
        app.wait(lambda r: "gauge.2.writable" in r["places"])
        app.key("l")
        app.wait(lambda r: "phase.timers" in r["places"] and "stream.1" not in r["places"])
        app.key("s")
        app.wait(lambda r: "stream.1" in r["places"])
        app.click("view.Event loop")
        app.wait(lambda r: "phase.timers" in r["places"])

    def test_a_chunk_can_be_followed_to_its_last_step(self):
        app = self.open(self.scenario("02-streams/tee"), "--mode", "explore")
        app.wait(lambda r: r["ended"] and r["lines_recorded"])
        for _ in range(12):
            app.key("F10")
        app.click("chunk.3@3")
        report = app.wait(lambda r: "why.chunk.0" in r["places"])
        before = report["position"]
        app.click("why.chunk.0")
        app.wait(lambda r: r["position"] < before)
        app.click("why.follow")
        app.wait(lambda r: "why.chunk.0" not in r["places"])

    def test_it_says_why_write_returned_false(self):
        app = self.open(self.scenario("02-streams/heeding-backpressure"), "--mode", "explore")
        app.wait(lambda r: r["ended"] and r["lines_recorded"])
        for _ in range(60):
            app.key("Right")
            if "returned false" in app.report()["said"]["loop.activity"]:
                break
        report = app.wait(lambda r: "returned false" in r["said"]["loop.activity"])
        self.assertEqual(report["said"]["loop.activity"],
                         "write() to `slow` at line 19 returned false: with this chunk it holds 32 KiB, "
                         "and that is its high-water mark.")
        calls = sorted((name for name in report["places"] if name.startswith("write.")),
                       key=lambda name: int(name.split(".")[1]))
        self.assertGreaterEqual(len(calls), 3)  # the last ones, as many as there is room for
        app.click(calls[1])
        app.wait(lambda r: r["position"] == int(calls[1].split(".")[1]) + 1)
        app.key("F10")
        app.wait(lambda r: "emits 'drain' when it is empty" in r["said"]["loop.activity"])

    def test_the_end_says_what_nobody_closed(self):
        app = self.open(self.scenario("02-streams/pipe-on-error"), "--mode", "explore")
        app.wait(lambda r: r["ended"] and not r["busy"])
        app.key("End")
        report = app.wait(lambda r: r["position"] == r["end"])
        self.assertIn("nobody closed `source`, `destination`: 16 B were never read",
                      report["said"]["loop.activity"])

    def test_a_run_whose_jobs_wait_for_a_thread_opens_on_the_pool(self):
        app = self.open(self.scenario("02-streams/thread-pool"), "--mode", "explore")
        app.wait(lambda r: r["ended"] and "pool.thread.3" in r["places"])

    def test_the_pool_shows_its_threads(self):
        app = self.open(self.scenario("02-streams/thread-pool"), "--mode", "explore")
        app.wait(lambda r: r["ended"])
        app.key("t")
        report = app.wait(lambda r: "pool.thread.3" in r["places"])
        self.assertNotIn("pool.thread.4", report["places"])


class Threads(WindowTest):
    def open_at(self, name, **options):
        app = self.open(SCENARIOS / name, "--mode", "explore", **options)
        app.wait(lambda r: r["ended"] and not r["busy"])
        return app

    def test_each_thread_has_a_lane_and_says_what_it_does(self):
        app = self.open_at("04-workers/worker-pool/main.js", height=1080, width=1920)
        report = app.wait(lambda r: "agent.0" in r["places"])
        self.assertTrue({"lane.agent.0", "lane.delay", "lane.core.0"} <= set(report["places"]))
        app.click("timeline.lanes")
        report = app.wait(lambda r: "lane.agent.2" in r["places"])
        self.assertRegex(report["said"]["agent.0"], "^(running|idle|wants a core)")
        app.key("End")
        report = app.wait(lambda r: r["said"].get("agent.1", "").startswith("ended"))
        self.assertIn("with code", report["said"]["agent.1"])

    def test_a_message_is_an_arrow_that_says_what_it_holds_and_why_it_came_then(self):
        app = self.open_at("04-workers/worker-pool/main.js", width=1920, height=1080)
        report = app.wait(lambda r: any(name.startswith("message.") for name in r["places"]))
        message = next(name for name in report["places"] if name.startswith("message."))
        app.hover(message)
        app.click(message)
        # Where lines cross, it may be another.
        report = app.wait(lambda r: r["selected_message"] >= 0 and "why" in r["said"])
        self.assertIn("→", report["said"]["why"])
        self.assertIn("posted", report["said"]["why"])
        app.click("why.receiver")
        app.wait(lambda r: r["selected_task"] >= 0 and r["selected_message"] < 0)
        app.click("why.follow")
        app.wait(lambda r: r["selected_task"] < 0)

    def test_messages_that_wait_can_be_clicked_at_their_receiver(self):
        app = self.open_at("04-workers/worker-pool/main.js")
        for _ in range(60):
            app.key("Right")
            if any(name.startswith("inbox.") for name in app.report()["places"]):
                break
        report = app.wait(lambda r: any(name.startswith("inbox.") for name in r["places"]))
        app.click(next(name for name in report["places"] if name.startswith("inbox.")))
        app.wait(lambda r: r["selected_message"] >= 0)

    def test_a_blocked_thread_and_a_deadlock_are_told_in_words(self):
        app = self.open_at("04-workers/deadlock.js")
        for _ in range(60):
            app.key("Right")
            if "threads.deadlock" in app.report()["said"]:
                break
        said = app.wait(lambda r: "threads.deadlock" in r["said"])["said"]
        self.assertIn("Main waits on cell 1", said["threads.deadlock"])
        self.assertIn("Worker 1 waits on cell 0", said["threads.deadlock"])
        self.assertIn("blocked: Atomics.wait() on cell 1", said["agent.0"])
        self.assertIn("main", said["cell.1.1"])

    def test_the_loop_of_a_worker_is_shown_on_demand(self):
        app = self.open_at("04-workers/worker-pool/main.js")
        app.click("timeline.lanes")
        app.click("agent.1")
        app.wait(lambda r: r["selected_agent"] == 1)
        app.click("view.Event loop")
        app.wait(lambda r: "phase.poll" in r["places"])
        app.key("w")
        app.wait(lambda r: "agent.1" in r["places"])
        app.click("lane.agent.0")
        app.wait(lambda r: r["selected_agent"] == 0)

    def test_the_delay_of_a_blocked_loop_is_seen_and_told(self):
        app = self.open_at("01-event-loop/hash-handler-bad.js")
        report = app.wait(lambda r: "lane.delay" in r["places"])
        app.hover("lane.delay")
        file = app.screenshot(SHOTS / "delay.png")
        self.assertGreater(driver.picture_facts(file, report["places"]["lane.delay"])["colours"], 8)

    def test_a_pool_of_eight_and_a_thousand_tasks_scrolls_smoothly(self):
        app = self.open(self.write("main.js", POOL_OF_EIGHT), "--mode", "explore", width=1920, height=1080)
        app.wait(lambda r: (r["ended"] or r["at_budget"]) and not r["busy"], 60)
        begun = time.monotonic()
        app.wheel("timeline.lanes", 6)
        for _ in range(20):
            app._do("keydown", "shift", "click", 5, "keyup", "shift")
        app.key("End")
        app.wait(lambda r: r["position"] == r["end"])
        self.assertLess(time.monotonic() - begun, 20)


POOL_OF_EIGHT = '''
const { Worker, isMainThread, parentPort } = require('worker_threads');
if (isMainThread) {
  let next = 0, done = 0;
  const workers = Array.from({ length: 8 }, () => new Worker(__filename));
  for (const worker of workers) {
    worker.on('message', () => {
      if (++done === 1000) for (const each of workers) each.terminate();
      else if (next < 1000) worker.postMessage(next++);
    });
    worker.postMessage(next++);
  }
} else {
  parentPort.on('message', (n) => {
    let sum = 0;
    for (let i = 0; i < 500; i++) sum += i * n;
    parentPort.postMessage(sum);
  });
}
'''

MESSAGE_OR_ERROR = '''
const { Worker, isMainThread, parentPort } = require('worker_threads');
if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('message', (message) => console.log(message));
  worker.on('error', (error) => console.log(error.message));
} else {
  parentPort.postMessage('message');
  throw new Error('error');
}
'''


class Outcomes(WindowTest):
    def test_the_other_outputs_are_a_tree_and_any_branch_can_be_opened(self):
        app = self.open(self.scenario("01-event-loop/execution-order-quiz"), "--mode", "explore")
        app.wait(lambda r: r["ended"] and not r["busy"])
        app.click("console.outcomes")
        report = app.wait(lambda r: "outcomes" in r["said"])
        self.assertEqual(report["said"]["outcomes"],
                         "2 outputs, found in 2 runs. There are no others.")
        self.assertIn("outcomes.row.2", report["places"])
        app.click("outcomes.row.0")
        app.wait(lambda r: "outcomes.row.2" not in r["places"])
        app.click("outcomes.row.0")
        app.click("outcome.0")
        app.click("outcomes.open")
        report = app.wait(lambda r: r["overlay"] == "" and r["choices"] and r["ended"] and not r["busy"])
        app.key("End")
        app.wait(lambda r: r["position"] == r["end"])
        app.click("console.usual")
        app.wait(lambda r: r["choices"] == "" and r["ended"])

    def test_a_branch_of_the_tree_opens_that_very_run(self):
        app = self.open(self.scenario("01-event-loop/execution-order-quiz"), "--mode", "explore")
        app.wait(lambda r: r["ended"] and not r["busy"])
        app.key("ctrl+4")
        app.wait(lambda r: "outcomes.row.2" in r["places"])
        app.click("outcomes.row.2")
        app.click("outcomes.open")
        app.wait(lambda r: r["overlay"] == "" and r["choices"] != "")

    def test_the_orders_of_messages_of_a_worker_are_a_tree_too(self):
        app = self.open(self.write("race.js", MESSAGE_OR_ERROR), "--mode", "explore")
        app.wait(lambda r: r["ended"] and not r["busy"])
        app.click("console.outcomes")
        report = app.wait(lambda r: "outcomes" in r["said"])
        self.assertRegex(report["said"]["outcomes"], "^2 outputs, found in [0-9]+ runs. There are no others.$")
        app.click("outcome.1")
        app.click("outcomes.open")
        app.wait(lambda r: r["overlay"] == "" and "1@" in r["choices"] and r["ended"] and not r["busy"])
        app.click("console.usual")
        app.wait(lambda r: r["choices"] == "" and r["ended"])

    def test_a_program_with_one_order_says_so(self):
        file = self.write("fixed.js", "console.log('one');\nprocess.nextTick(() => console.log('two'));\n")
        app = self.open(file, "--mode", "explore")
        app.wait(lambda r: r["ended"] and not r["busy"])
        app.key("ctrl+4")
        report = app.wait(lambda r: "outcomes" in r["said"])
        self.assertIn("There are no others", report["said"]["outcomes"])
        app.key("Escape")
        app.wait(lambda r: r["overlay"] == "")


class Trio(WindowTest):
    def test_three_handlers_run_beside_each_other_at_the_same_time(self):
        app = self.open(self.scenario("01-event-loop/hash-handler-bad"), "--mode", "compare")
        app.wait(lambda r: {"run.lanes.0", "run.lanes.1", "run.lanes.2"} <= set(r["places"]) and not r["busy"])
        app.key("End")
        said = app.wait(lambda r: r["position"] == r["end"])["said"]
        self.assertTrue(said["run.0"].startswith("80"), said)
        self.assertIn("blocked for", said["run.0"])
        self.assertIn("never blocked", said["run.1"])
        self.assertIn("never blocked", said["run.2"])
        app.click("run.lanes.1")
        app.wait(lambda r: r["position"] < r["end"])
        app.click("compare.Two runs")
        app.wait(lambda r: "compare.file.left" in r["places"])
        app.click("compare.GET /hash three ways")
        app.wait(lambda r: "run.lanes.2" in r["places"])

    def end_of_preset(self, name, last):
        app = self.open(self.scenario("01-event-loop/phases-tour"), "--mode", "compare")
        app.click("compare." + name)
        app.wait(lambda r: last in r["places"] and r["ended"] and not r["busy"], 60)
        app.key("End")
        return app.wait(lambda r: r["position"] == r["end"])["said"]

    def test_servers_are_compared_by_what_their_visitors_got(self):
        said = self.end_of_preset("Servers under load", "run.lanes.2")
        waits = [float(said[run].split(" ms")[0]) for run in ("run.0", "run.1")]
        self.assertGreater(waits[0], 10 * waits[1], said)
        self.assertIn("40 of 40 answered", said["run.1"])
        self.assertRegex(said["run.2"], r"\d+ failed$")

    def test_a_reload_fails_nobody_and_a_restart_does(self):
        said = self.end_of_preset("Reload or restart", "run.lanes.1")
        self.assertRegex(said["run.0"], "40 of 40 answered.*; none failed$")
        self.assertRegex(said["run.1"], r"; \d+ failed$")


# The views of the middle, by the key that shows each, of a program that has them.
VIEWS = {"04-workers/worker-pool/main.js": {"threads": "w"},
         "02-streams/thread-pool.js": {"pool": "t"},
         "05-cluster/handbook/main.js": {"cluster": "c"},
         "05-cluster/under-load/one-process.js": {"requests": "r"},
         "05-cluster/pm2-reload/main.js": {"manager": "g"},
         "06-architecture/layered/main.js": {"layers": "a"}}


class Servers(WindowTest):
    def open_at(self, name, **options):
        app = self.open(SCENARIOS / name, "--mode", "explore", **options)
        app.wait(lambda r: r["ended"])  # lines may come later
        return app

    def test_a_cluster_shows_its_workers_and_whose_turn_it_is(self):
        app = self.open_at("05-cluster/crash-and-restart/main.js")
        app.click("timeline.lanes")
        report = app.wait(lambda r: "cluster.next" in r["said"])
        self.assertTrue({"cluster.primary", "cluster.socket", "process.1", "process.2"} <= set(report["places"]))
        self.assertRegex(report["said"]["cluster.socket"], "^:3000")
        self.assertIn("listening", report["said"]["process.1"])
        app.key("End")
        said = app.wait(lambda r: r["position"] == r["end"])["said"]
        self.assertIn("dead: code 1", said["process.2"])
        self.assertIn("3 workers", said["loop.activity"])

    def test_a_worker_is_clicked_to_see_its_loop(self):
        app = self.open_at("05-cluster/crash-and-restart/main.js")
        app.click("timeline.lanes")
        app.click("process.1")
        app.wait(lambda r: r["selected_agent"] == 1)
        app.key("l")
        app.wait(lambda r: "phase.poll" in r["places"])
        app.key("c")
        app.wait(lambda r: "process.1" in r["places"])

    def test_signals_are_marked_at_who_gets_them(self):
        app = self.open_at("05-cluster/signals.js")
        app.key("End")
        said = app.wait(lambda r: r["position"] == r["end"])["said"]
        self.assertIn("killed: SIGTERM", said["process.1"])
        self.assertIn("SIGTERM caught", said["process.2"])
        self.assertIn("killed: SIGKILL", said["process.4"])

    def test_files_are_arranged_by_layer_and_the_one_that_runs_is_lit(self):
        app = self.open_at("06-architecture/layered/main.js")
        app.wait(lambda r: r["lines_recorded"])
        report = app.wait(lambda r: "layer.services" in r["places"])
        heights = [report["places"]["layer." + name][1]
                   for name in ("routes", "services", "repositories", "database", "errors")]
        self.assertEqual(heights, sorted(heights))
        app.click("timeline.lanes")
        app.wait(lambda r: "architecture.now" in r["said"])
        app.click("file.services/userService.js")
        app.wait(lambda r: r["said"].get("architecture.now") == "services/userService.js")

    def test_an_error_is_followed_from_layer_to_layer_to_its_status(self):
        app = self.open_at("06-architecture/layered/main.js")
        app.wait(lambda r: r["lines_recorded"] and not r["busy"])
        app.key("a", "End")
        said = app.wait(lambda r: "status" in r["said"].get("architecture.errors", ""))["said"]
        self.assertRegex(said["architecture.errors"], "^db.js: .*no such table: users → status 500$")
        for _ in range(5):
            position = app.report()["position"]
            app.click("back.output")
            app.wait(lambda r: r["position"] < position)
        said = app.wait(lambda r: "That email is taken" in r["said"].get("architecture.errors", ""))["said"]
        self.assertRegex(said["architecture.errors"],
                         "^db.js: .*UNIQUE.* → app-error.js: .*That email is taken → status 409$")

    def test_requests_are_a_waterfall_with_percentiles(self):
        app = self.open_at("05-cluster/under-load/one-process.js")
        app.key("r")
        app.key("End")
        said = app.wait(lambda r: "load.1" in r["said"] and r["position"] == r["end"])["said"]
        self.assertRegex(said["load.1"], r"^sent \d+, answered \d+, failed 0, p50 \d+")
        report = app.wait(lambda r: any(name.startswith("request.") for name in r["places"]))
        app.click(next(name for name in report["places"] if name.startswith("request.")))
        report = app.wait(lambda r: "request.task.0" in r["places"])
        self.assertLess(report["position"], report["end"])
        app.click("request.task.0")
        app.wait(lambda r: r["selected_task"] >= 0)

    def test_a_button_types_at_the_process_manager_and_can_be_taken_back(self):
        app = self.open_at("05-cluster/pm2-reload/main.js")
        app.click("timeline.lanes")
        time_ns = app.wait(lambda r: "managed.0" in r["said"] and r["position"] > 0)["time_ns"]
        app.click("manager.Restart")
        report = app.wait(lambda r: "typed.0" in r["places"] and r["ended"] and r["position"] > 0)
        # As far as the run was, where it is again.
        self.assertLess(abs(report["time_ns"] - time_ns), 5_000_000)
        app.click("typed.0")
        app.wait(lambda r: "typed.0" not in r["places"] and r["ended"] and r["position"] > 0)


class Pictures(WindowTest):
    """Every panel on every scenario is drawn, whole and with no text cut off, at three sizes."""

    def check_picture(self, app, name, panels):
        report = app.still()
        file = app.screenshot(SHOTS / f"{name}-{app.width}x{app.height}.png")
        self.assertEqual(report["cut_texts"], [], file)
        for panel in panels:
            x, y, w, h = report["places"]["panel." + panel]
            self.assertGreaterEqual(x, 0, panel)
            self.assertLessEqual(x + w, app.width, panel)
            self.assertLessEqual(y + h, app.height, panel)
        parts = [report["places"]["panel." + panel] for panel in panels]
        for panel, facts in zip(panels, driver.facts_of_parts(file, parts) if parts else []):
            self.assertGreater(facts["colours"], 8, f"{panel} in {file} is empty")
            self.assertGreater(facts["spread"], 0.01, f"{panel} in {file} is empty")

    def test_every_mode_at_every_size(self):
        explore = ("code", "loop", "console", "why", "timeline", "transport")
        for width, height in SIZES:
            with self.subTest(size=f"{width}x{height}"):
                with driver.App(GUI, home=self.home, settings=SETTINGS, width=width, height=height) as app:
                    app.wait(lambda r: r["quiz"]["usable"])
                    self.check_picture(app, "quiz", ("code", "quiz"))
                    app.click("quiz.check")
                    app.wait(lambda r: r["quiz"]["checked"])
                    self.check_picture(app, "quiz-checked", ("code", "quiz"))
                    app.key("ctrl+1")
                    app.wait(lambda r: r["mode"] == "explore")
                    for _ in range(4):
                        app.key("F10")
                    self.check_picture(app, "explore", explore)
                    app.key("ctrl+3")
                    app.wait(lambda r: r["mode"] == "compare" and r["ended"])
                    app.key("F10", "F10")
                    self.check_picture(app, "compare", ("loop", "console", "transport"))
                    app.key("ctrl+1")
                    for overlay, keys in (("scenarios", "ctrl+b"), ("settings", "ctrl+comma"),
                                          ("shortcuts", "question"), ("open", "ctrl+o"), ("tour", "F1")):
                        app.key(keys)
                        app.wait(lambda r: r["overlay"] == overlay)
                        self.check_picture(app, "overlay-" + overlay, ())
                        app.key("Escape")
                        app.wait(lambda r: r["overlay"] == "")

    def test_every_scenario(self):
        # One window for all, as somebody who goes through the lessons has.
        with driver.App(GUI, "--mode", "explore", home=self.home, settings=SETTINGS) as app:
            for file in sorted([*SCENARIOS.glob("*/*.js"), *SCENARIOS.glob("*/*/main.js")]):
                name = file.parent.name if file.stem == "main" else file.stem
                with self.subTest(name):
                    app.open_file(file)
                    app.wait(lambda r: r["ended"] and not r["busy"])
                    app.click("timeline.lanes")
                    app.wait(lambda r: r["position"] > 0)
                    app.key("F10")
                    self.check_picture(app, "scenario-" + name,
                                       ("code", "loop", "why", "timeline", "transport"))

    def test_every_view_at_the_smallest_and_the_largest_size(self):
        for width, height, dpi in ((1280, 720, 96), (3840, 2160, 192)):
            for file, views in VIEWS.items():
                with driver.App(GUI, SCENARIOS / file, "--mode", "explore", home=self.home, settings=SETTINGS,
                                width=width, height=height, dpi=dpi) as app:
                    app.wait(lambda r: r["ended"] and not r["busy"], 60)
                    app.click("timeline.lanes")
                    app.wait(lambda r: r["position"] > 0)
                    for name, key in views.items():
                        with self.subTest(view=name, size=f"{width}x{height}"):
                            app.key(key)
                            self.check_picture(app, "view-" + name, ("code", "loop", "why", "timeline"))

    def test_every_theme(self):
        for theme, colour_blind in ((1, False), (2, False), (0, True)):
            with self.subTest(theme=theme, colour_blind=colour_blind):
                settings = {**SETTINGS, "theme": theme, "colourBlind": colour_blind}
                with driver.App(GUI, self.scenario("01-event-loop/phases-tour"), "--mode", "explore",
                                home=self.home, settings=settings) as app:
                    app.wait(lambda r: r["ended"] and not r["busy"])
                    for _ in range(4):
                        app.key("F10")
                    self.check_picture(app, f"theme-{theme}{'-safe' if colour_blind else ''}",
                                       ("code", "loop", "console", "why", "timeline"))


def main():
    global GUI, LOOPSCOPE, SCENARIOS, SHOTS
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gui", required=True, type=pathlib.Path)
    parser.add_argument("--loopscope", required=True, type=pathlib.Path)
    parser.add_argument("--scenarios", required=True, type=pathlib.Path)
    parser.add_argument("--shots", required=True, type=pathlib.Path, help="where to keep the pictures")
    parser.add_argument("tests", nargs="*", help="classes or methods; all by default")
    options = parser.parse_args()
    GUI, LOOPSCOPE, SCENARIOS, SHOTS = (options.gui.resolve(), options.loopscope.resolve(),
                                        options.scenarios.resolve(), options.shots.resolve())
    missing = driver.missing_tools()
    if missing:
        parser.exit(1, f"missing: {', '.join(missing)}; scripts/setup.sh installs them\n")
    unittest.main(argv=["check.py", *options.tests], verbosity=1)


if __name__ == "__main__":
    main()
