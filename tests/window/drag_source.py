#!/usr/bin/env python3
"""Drags files onto the window under a place on the screen, as a file manager does: the source's side
of the XDND protocol, version 5 (freedesktop.org)."""

import pathlib
import sys
import time

from Xlib import X, display
from Xlib.protocol import event

SECONDS = 10


class DragSource:
    def __init__(self, files):
        self.display = display.Display()
        self.screen = self.display.screen()
        self.window = self.screen.root.create_window(0, 0, 1, 1, 0, self.screen.root_depth,
                                                     event_mask=X.PropertyChangeMask)
        self.text = "".join(pathlib.Path(file).resolve().as_uri() + "\r\n" for file in files)

    def atom(self, name):
        return self.display.intern_atom(name)

    def target(self, x, y):
        """The window there that takes drops."""
        window = self.screen.root
        while window:
            if window.get_full_property(self.atom("XdndAware"), X.AnyPropertyType):
                return window
            window = window.translate_coords(self.screen.root, x, y).child or None
        raise SystemExit(f"no window at {x},{y} takes drops")

    def tell(self, target, name, *data):
        data = [self.window.id, *data] + [0] * (4 - len(data))
        target.send_event(event.ClientMessage(window=target, client_type=self.atom(name), data=(32, data)))
        self.display.flush()

    def wait_for(self, name):
        """Until the target says so; meanwhile hands over the files if it asks for them."""
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            if self.display.pending_events() == 0:
                time.sleep(0.01)
                continue
            got = self.display.next_event()
            if got.type == X.SelectionRequest:
                self.hand_over(got)
            elif got.type == X.ClientMessage and got.client_type == self.atom(name):
                return got.data[1]
        raise SystemExit(f"the window did not answer with {name}")

    def hand_over(self, request):
        request.requestor.change_property(request.property, request.target, 8, self.text.encode())
        request.requestor.send_event(event.SelectionNotify(
            time=request.time, requestor=request.requestor, selection=request.selection,
            target=request.target, property=request.property))
        self.display.flush()

    def drag_to(self, x, y):
        target = self.target(x, y)
        self.window.set_selection_owner(self.atom("XdndSelection"), X.CurrentTime)
        self.tell(target, "XdndEnter", 5 << 24, self.atom("text/uri-list"), X.NONE)
        self.tell(target, "XdndPosition", 0, x << 16 | y, X.CurrentTime, self.atom("XdndActionCopy"))
        if not self.wait_for("XdndStatus")[1] & 1:
            raise SystemExit("the window does not take the files")
        self.tell(target, "XdndDrop", 0, X.CurrentTime)
        self.wait_for("XdndFinished")


if __name__ == "__main__":
    DragSource(sys.argv[3:]).drag_to(int(sys.argv[1]), int(sys.argv[2]))
