"""A process that has imported everything once and forks those that will be killed.

One JSON line a request: deed, folder, known, seed, and ``after`` (seconds) or ``event`` (the kill
comes at that call or return of a Python function) or neither. One JSON line an answer: said,
killed, seconds, events, and in ``hot`` those events at which files are handled.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from array import array
from pathlib import Path
from types import FrameType
from typing import Any

from tests.promises.all_deeds import DEEDS

# Where files are written, renamed and removed: a slip there shows for a few calls only.
HOT = ("safe/files.py", "store/workspace.py", "store/backup.py", "pathlib.py", "shutil.py")


def answer(task: dict[str, Any]) -> dict[str, Any]:
    read, write = os.pipe()
    begun = time.monotonic()
    pid = os.fork()
    if pid == 0:
        os.close(read)
        _child(task, write)
    os.close(write)
    if task.get("after") is not None:
        time.sleep(task["after"])
        os.kill(pid, signal.SIGKILL)
    with os.fdopen(read, "rb") as pipe:
        words = pipe.read().decode().split()
    _, status = os.waitpid(pid, 0)
    killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    if not killed and os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError(f"{task['deed']} ended by itself: {status}")
    numbers: dict[str, list[int]] = {"s": [0], "e": [0], "h": []}
    for word in words:
        numbers[word[0]].append(int(word[1:]))
    return {
        "said": max(numbers["s"]),
        "killed": killed,
        "seconds": time.monotonic() - begun,
        "events": max(numbers["e"]),
        "hot": numbers["h"],
    }


def _child(task: dict[str, Any], write: int) -> None:
    status = 1
    try:
        count, limit = 0, task.get("event")
        hot = array("l")

        def profile(frame: FrameType, *_args: object) -> None:
            nonlocal count
            count += 1
            if count == limit:
                os.kill(os.getpid(), signal.SIGKILL)
            if limit == 0 and frame.f_code.co_filename.endswith(HOT):
                hot.append(count)

        deed = DEEDS[task["deed"]]
        if limit is not None:
            sys.setprofile(profile)
        deed.act(
            Path(task["folder"]),
            task["known"],
            random.Random(task["seed"]),
            lambda n: os.write(write, b"s%d\n" % n),
        )
        sys.setprofile(None)
        with os.fdopen(write, "wb") as pipe:
            pipe.write(b"e%d\n" % count + b"".join(b"h%d\n" % at for at in hot))
        status = 0
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        os._exit(status)


def main() -> None:
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
