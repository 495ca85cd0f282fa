"""Drives the desktop app in a real window: Xvfb, real mouse and key events, and what it reports."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time

TOOLS = ("Xvfb", "xdotool", "import", "convert")


class Display:
    """An X server of its own, of that size."""

    def __init__(self, width, height, dpi=96):
        read, write = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24",
             "-dpi", str(dpi), "-nolisten", "tcp"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            self.name = ":" + pipe.readline().strip()

    def close(self):
        self._server.terminate()
        self._server.wait()


class App:
    """The app in a window that fills a display of its own."""

    def __init__(self, program, *arguments, width=1280, height=720, dpi=96, home=None, settings=None):
        self.width, self.height = width, height
        self._own_home = home is None
        self.home = pathlib.Path(home or tempfile.mkdtemp(prefix="loopscope-window-"))
        self.report_file = self.home / "report.json"
        self.report_file.unlink(missing_ok=True)
        if settings is not None:
            file = self.home / "config" / "loopscope" / "settings.json"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(settings))
        self.display = Display(width, height, dpi)
        self.environment = {**os.environ, "DISPLAY": self.display.name,
                            "XDG_CONFIG_HOME": str(self.home / "config"),
                            "XDG_DATA_HOME": str(self.home / "data"), "LIBGL_ALWAYS_SOFTWARE": "1"}
        self.started_at = time.monotonic()
        self.process = subprocess.Popen(
            [str(program), "--size", f"{width}x{height}", "--report", str(self.report_file),
             *map(str, arguments)],
            env=self.environment, cwd=self.home, stderr=subprocess.PIPE, text=True)
        try:
            self.wait(lambda report: True)
        except BaseException:
            self.close()
            raise

    def close(self):
        """Ends the app, and gives its exit code; None if it had to be killed."""
        code = self.process.poll()
        if code is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.process.stderr.close()
        self.display.close()
        if self._own_home:
            shutil.rmtree(self.home, ignore_errors=True)
        return code

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    # What it reports

    def report(self):
        try:
            return json.loads(self.report_file.read_text())
        except (FileNotFoundError, json.JSONDecodeError):
            return None

    def wait(self, condition, seconds=20):
        """Until the report fulfils the condition; the report."""
        end = time.monotonic() + seconds
        report = None
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise AssertionError(f"the app ended with {self.process.returncode}: "
                                     f"{self.process.stderr.read()}")
            report = self.report()
            if report is not None and condition(report):
                return report
            time.sleep(0.03)
        raise AssertionError(f"waited {seconds} s; the app reports {json.dumps(report)[:3000]}")

    def still(self):
        """Until nothing moves and nothing comes any more."""
        return self.wait(lambda report: not report["busy"])

    def place(self, name):
        """The middle of the control of that name."""
        x, y, w, h = self.wait(lambda report: name in report["places"])["places"][name]
        return x + w // 2, y + h // 2

    # What a person does

    def _do(self, *words):
        subprocess.run(["xdotool", *map(str, words)], env=self.environment, check=True,
                       stdout=subprocess.DEVNULL)

    def click(self, name, dx=0, dy=0, button=1):
        x, y = self.place(name)
        self._do("mousemove", x + dx, y + dy)
        time.sleep(0.1)
        self._do("mousedown", button)
        time.sleep(0.06)
        self._do("mouseup", button)
        time.sleep(0.1)

    def hover(self, name):
        self._do("mousemove", *self.place(name))
        time.sleep(0.2)

    def drag(self, name, to):
        """From the middle of one control to the middle of another, or to a place."""
        target = self.place(to) if isinstance(to, str) else to
        self._do("mousemove", *self.place(name))
        time.sleep(0.1)
        self._do("mousedown", 1)
        time.sleep(0.1)
        self._do("mousemove", *target)
        time.sleep(0.15)
        self._do("mouseup", 1)
        time.sleep(0.15)

    def drop_files(self, name, *files):
        """Drags files onto a control, as a file manager would."""
        # Debian's own interpreter: the X library is a package of its.
        source = pathlib.Path(__file__).with_name("drag_source.py")
        subprocess.run(["/usr/bin/python3", source, *map(str, self.place(name)), *map(str, files)],
                       env=self.environment, check=True)

    def wheel(self, name, clicks):
        """Up for a positive number."""
        self._do("mousemove", *self.place(name))
        for _ in range(abs(clicks)):
            self._do("click", 4 if clicks > 0 else 5)
            time.sleep(0.05)

    def key(self, *keys):
        # Held for as long as a finger does: ImGui looks at the keys once a frame.
        for key in keys:
            self._do("keydown", key)
            time.sleep(0.06)
            self._do("keyup", key)
            time.sleep(0.06)

    def type(self, text):
        self._do("type", "--delay", "12", text)

    def open_file(self, file):
        """By its path, as somebody types it."""
        # A slow window may miss that what was opened before is to be replaced.
        for _ in range(3):
            self.key("ctrl+o")
            self.wait(lambda report: report["overlay"] == "open")
            time.sleep(0.15)
            self.key("ctrl+a")
            self._do("type", "--delay", "2", str(file))
            self.key("Return")
            report = self.wait(lambda report: report["overlay"] == "")
            if report["file"] == str(file):
                return
        raise AssertionError(f"{file} was not opened: {report['message']}")

    def screenshot(self, file):
        file = pathlib.Path(file)
        file.parent.mkdir(parents=True, exist_ok=True)
        # Compressed a little only: that is most of the time it takes.
        subprocess.run(["import", "-window", "root", "-quality", "11", str(file)], env=self.environment,
                       check=True)
        return file


def missing_tools():
    return [tool for tool in TOOLS if shutil.which(tool) is None]


def facts_of_parts(file, parts):
    """The number of colours and the spread of brightness of each part (x, y, w, h) of a picture."""
    words = [word for x, y, w, h in parts
             for word in ("(", "-clone", "0", "-crop", f"{w}x{h}+{x}+{y}", "+repage", ")")]
    lines = subprocess.run(
        ["convert", str(file), *words, "-delete", "0", "-format", "%k %[standard-deviation]\n", "info:"],
        check=True, capture_output=True, text=True).stdout.splitlines()
    rows = [line.split() for line in lines]
    return [{"colours": int(row[0]), "spread": float(row[1]) / 65535} for row in rows]


def picture_facts(file, part):
    return facts_of_parts(file, [part])[0]
