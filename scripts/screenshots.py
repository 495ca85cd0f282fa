#!/usr/bin/env python3
"""Makes the pictures of the README, in assets/, from the built app in a real window: all, or those named."""

import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "window"))

import driver  # noqa: E402

GUI = ROOT / "build" / "bin" / "loopscope-gui"
ASSETS = ROOT / "assets"
SETTINGS = {"tourDone": True}
SIZE = {"width": 1440, "height": 860}


def opened(scenario, mode="explore"):
    return driver.App(GUI, ROOT / "scenarios" / f"{scenario}.js", "--mode", mode, settings=SETTINGS, **SIZE)


def keep(app, name):
    """The picture, once nothing moves any more."""
    time.sleep(0.5)
    app.still()
    app.screenshot(ASSETS / name)


def explore():
    with opened("01-event-loop/phases-tour") as app:
        app.wait(lambda r: r["lines_recorded"])
        for _ in range(4):
            app.key("o")
        app.key("F11", "F11", "F11", "F11", "F11", "F11")
        keep(app, "explore.png")


def streams():
    with opened("02-streams/tee") as app:
        app.wait(lambda r: r["lines_recorded"])
        for _ in range(12):
            app.key("F10")
        app.click("stream.3")
        keep(app, "streams.png")


def compare():
    with opened("01-event-loop/blocking-the-loop", "compare") as app:
        app.wait(lambda r: r["mode"] == "compare" and r["ended"])
        app.click("compare.file.right")
        app.click("compare.file.right.Splitting work with setImmediate")
        app.wait(lambda r: r["ended"])
        for _ in range(14):
            app.key("F10")
        keep(app, "compare.png")


def threads():
    with opened("04-workers/deadlock") as app:
        app.wait(lambda r: r["ended"] and not r["busy"])
        for _ in range(60):
            app.key("Right")
            if "threads.deadlock" in app.report()["said"]:
                break
        keep(app, "threads.png")


def outcomes():
    with driver.App(GUI, ROOT / "tests/explore/programs/stat-timeout-immediate.js", "--mode", "explore",
                    settings=SETTINGS, **SIZE) as app:
        app.wait(lambda r: r["ended"] and not r["busy"])
        app.key("ctrl+4")
        app.wait(lambda r: "outcomes" in r["said"], 120)
        app.click("outcome.1")
        time.sleep(0.5)
        app.screenshot(ASSETS / "outcomes.png")


def trio():
    with opened("01-event-loop/hash-handler-bad", "compare") as app:
        app.wait(lambda r: "run.lanes.2" in r["places"] and not r["busy"])
        app.click("run.lanes.0", dx=120)
        app.hover("compare.Two runs")
        keep(app, "trio.png")


def cluster():
    with opened("05-cluster/crash-and-restart/main") as app:
        app.wait(lambda r: r["ended"] and not r["busy"])
        app.click("timeline.lanes", dx=40)
        for _ in range(60):
            app.key("Right")
            if app.report()["said"].get("cluster.on-its-way"):
                break
        app.hover("cluster.socket")
        keep(app, "cluster.png")


def layers():
    with opened("06-architecture/layered/main") as app:
        app.wait(lambda r: r["lines_recorded"] and not r["busy"])
        app.key("a")
        app.click("timeline.lanes", dx=-150)
        for _ in range(5):
            app.key("F10")
        app.hover("panel.console")
        keep(app, "layers.png")


def requests():
    with opened("01-event-loop/hash-under-load/bad") as app:
        app.wait(lambda r: r["ended"] and not r["busy"])
        app.key("r")
        app.click("timeline.lanes", dx=-200)
        app.hover("panel.console")
        keep(app, "requests.png")


def manager():
    with opened("05-cluster/pm2-scale") as app:
        app.wait(lambda r: r["ended"] and not r["busy"], 60)
        app.key("g")
        app.click("timeline.lanes", dx=330)
        app.hover("panel.why")
        keep(app, "manager.png")


def pool():
    with opened("06-architecture/slow-database") as app:
        app.wait(lambda r: r["ended"] and not r["busy"], 60)
        app.key("t")
        app.click("timeline.lanes", dx=-150)
        app.hover("panel.console")
        keep(app, "pool.png")


class Film:
    """Frames of an animated GIF, each shown for so many hundredths of a second."""

    def __init__(self, app, folder):
        self.app, self.folder, self.frames = app, pathlib.Path(folder), []

    def shoot(self, hundredths):
        file = self.app.screenshot(self.folder / f"{len(self.frames):03}.png")
        self.frames.append((file, hundredths))

    def save(self, file):
        words = [word for frame, delay in self.frames for word in ("-delay", str(delay), str(frame))]
        subprocess.run(["convert", "-loop", "0", *words, "-resize", "960x", "-layers", "optimize",
                        "-colors", "96", str(file)], check=True)


def quiz():
    with tempfile.TemporaryDirectory() as folder, \
         driver.App(GUI, settings=SETTINGS, width=1280, height=720) as app:
        film = Film(app, folder)
        app.wait(lambda r: r["quiz"]["usable"] and not r["busy"])
        film.shoot(150)
        for place, line in enumerate([0, 1, 3, 2, 4, 5]):
            at = app.report()["quiz"]["answer"].index(line)
            if at != place:
                app.drag(f"quiz.line.{at}", f"quiz.line.{place}")
                app.wait(lambda r: r["quiz"]["answer"][place] == line)
                app.still()
                film.shoot(60)
        app.click("quiz.check")
        app.wait(lambda r: r["quiz"]["checked"])
        time.sleep(0.3)
        film.shoot(350)
        app.screenshot(ASSETS / "quiz.png")
        app.click("quiz.watch")
        app.wait(lambda r: r["mode"] == "explore")
        for _ in range(12):
            time.sleep(0.45)
            film.shoot(50)
        film.save(ASSETS / "quiz.gif")


def main():
    missing = driver.missing_tools()
    if missing:
        sys.exit(f"missing: {', '.join(missing)}; scripts/setup.sh installs them")
    ASSETS.mkdir(exist_ok=True)
    pictures = {each.__name__: each for each in (explore, streams, compare, threads, outcomes, trio, cluster,
                                                 layers, requests, manager, pool, quiz)}
    for name in sys.argv[1:] or pictures:
        pictures[name]()


if __name__ == "__main__":
    main()
