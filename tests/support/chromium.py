"""Drive a headless Chromium over a pipe: open a file, print it, and list what it requested."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, cast

BROWSER: Final = shutil.which("chromium")

_FLAGS: Final = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--remote-debugging-pipe",
)


class Chromium:
    """One browser with one page. ``asked_for`` are its requests; ``complaints`` are violations of the page's policy."""

    def __init__(self, process: subprocess.Popen[bytes], to: int, from_: int) -> None:
        self.asked_for: list[str] = []
        self.complaints: list[str] = []
        self._process = process
        self._to, self._from = to, from_
        self._number = 0
        self._rest = b""
        self._session = ""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a method of the DevTools protocol and return the answer; events that come before it are recorded."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            told = self._read()
            if told.get("id") == self._number:
                assert "error" not in told, told["error"]
                return cast("dict[str, Any]", told["result"])
            self._note(told)

    def open(self, file: Path) -> None:
        """Open a file and wait until it is loaded."""
        self.asked_for.clear()
        self.complaints.clear()
        self.call("Page.navigate", url=file.as_uri())
        while self._note(self._read()) != "Page.loadEventFired":
            pass

    def evaluate(self, script: str) -> Any:
        """Return the value of a script, after its promise is resolved."""
        found = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def print(self, width: float, height: float) -> bytes:
        """Return the page as PDF, on paper of that size in inches."""
        printed = self.call(
            "Page.printToPDF", paperWidth=width, paperHeight=height, preferCSSPageSize=True, printBackground=False
        )
        return base64.b64decode(printed["data"])

    def prefer(self, scheme: str) -> None:
        """Set the colour scheme, ``light`` or ``dark``."""
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            more = os.read(self._from, 1 << 16)
            assert more, "the browser ended"
            self._rest += more
        told, _, self._rest = self._rest.partition(b"\0")
        return cast("dict[str, Any]", json.loads(told))

    def _note(self, told: dict[str, Any]) -> str:
        method = str(told.get("method", ""))
        if method == "Network.requestWillBeSent":
            self.asked_for.append(told["params"]["request"]["url"])
        if method == "Log.entryAdded":
            self.complaints.append(told["params"]["entry"]["text"])
        return method


@contextmanager
def chromium(home: Path) -> Iterator[Chromium]:
    """Start the browser with its profile in a directory of its own; end it after the block."""
    assert BROWSER
    to_read, to_write = os.pipe()
    from_read, from_write = os.pipe()

    def place() -> None:  # the browser reads from 3 and writes to 4, so no pipe may have these numbers yet
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (to_read, from_write)]
        os.dup2(ends[0], 3)
        os.dup2(ends[1], 4)

    process = subprocess.Popen(
        [BROWSER, *_FLAGS, f"--user-data-dir={home}"],
        preexec_fn=place,
        pass_fds=(3, 4),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "HOME": str(home)},
    )
    os.close(to_read)
    os.close(from_write)
    try:
        yield Chromium(process, to_write, from_read)
    finally:
        process.kill()
        process.wait()
        os.close(to_write)
        os.close(from_read)
