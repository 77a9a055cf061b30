"""Runs mypy once, in a process that has imported mypy before it is asked to.

    python -P worker.py serve
    python -P worker.py run
    python -P worker.py forget
    python -P worker.py daemon FOLDER ARGUMENT...

`serve` imports mypy, prints one line of JSON on standard output and waits for a request, one line
of JSON on standard input: {"args": [...], "cacheFolder": "...", "forget": [...], "awaited": [...]},
and "countInto" for a file that is to say how many files mypy is done with. Then it is mypy:
standard output, standard error and exit status are mypy's own, from the next byte on. What it says
of the awaited files, by their paths as mypy prints them, is written at once, all else in large
pieces. It ends without a request when standard input closes, and at any time when its parent is
gone.

`run` is the same for a request that is on its way: nothing is imported that mypy may do without.

`forget` takes the same request, and only drops files from mypy's cache, for mypy to read them
again: it takes a file for unchanged when size and modification time, in whole seconds, are those
in the cache.

`daemon` is mypy's own daemon in the foreground, with the arguments of `dmypy daemon`. Its status
file, `status.json`, and its socket are in the folder, which it removes when it ends. It too says
what `serve` says first, and ends when its parent is gone.
"""

from __future__ import annotations

import functools
import glob
import importlib
import importlib.util
import json
import os
import shutil
import sys
import threading
from pathlib import Path
from typing import Any, Callable, Iterable, Iterator, TextIO

# Imported by mypy when it first needs them: for the cache from 1.20 on, for the parser of 2.x.
LATE_MODULES = ("sqlite3.dbapi2", "mypy.nativeparse")

# Bytes of output in one piece: what a pipe holds on Linux.
PIECE = 65536

# Seconds that a daemon has to clear up, once its parent is gone.
GRACE = 5


def main(command: str, args: list[str]) -> None:
    if command == "serve":
        serve(LATE_MODULES)
    elif command == "run":
        serve(())
    elif command == "forget":
        prepare_cache(json.loads(sys.stdin.buffer.readline()))
    elif command == "daemon":
        serve_daemon(args[0], args[1:])
    else:
        raise SystemExit(f"unknown command: {command}")


def serve(late_modules: Iterable[str]) -> None:
    # Before the imports: an upgrade that happens during them must show.
    witnesses = read_witnesses()
    import_mypy(late_modules)
    if late_modules:
        load_beside("mypy_reads")
    print(json.dumps({"witnesses": witnesses}), flush=True)
    line = sys.stdin.buffer.readline()
    if not line.endswith(b"\n"):
        return
    request = json.loads(line)
    end_with_parent()
    # Plugins may have been installed or written since.
    importlib.invalidate_caches()
    prepare_cache(request)
    if request.get("reads"):
        load_beside("mypy_reads").record(request, witnesses)
    run_mypy(request["args"], request["awaited"])


def serve_daemon(folder: str, args: list[str]) -> None:
    import tempfile

    # Before mypy is imported: an upgrade that happens meanwhile must show.
    witnesses = read_witnesses()
    from mypy.dmypy.client import main as dmypy_main

    # Where mypy makes the folder of its socket, whose path may have some hundred bytes at most.
    tempfile.tempdir = folder
    print(json.dumps({"witnesses": witnesses}), flush=True)
    end_with_parent(interrupt)
    try:
        dmypy_main(["--status-file", os.path.join(folder, "status.json"), "daemon", *args])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def import_mypy(late_modules: Iterable[str]) -> None:
    importlib.import_module("mypy.main")
    for name in late_modules:
        try:
            importlib.import_module(name)
        except ImportError:
            # Not in this version, or not in this Python: then mypy does not use it either.
            continue
    # Loads what mypy asks of it for its search path.
    importlib.import_module("sysconfig").get_path("stdlib")


def read_witnesses() -> list[list[str | None]]:
    """Files that change when mypy or the environment does: path, mtime in ns or None."""
    places = [sys.executable, os.path.join(sys.prefix, "pyvenv.cfg")]
    spec = importlib.util.find_spec("mypy")
    if spec is not None and spec.origin is not None:
        package = os.path.dirname(spec.origin)
        # Installing or removing any package changes the folder that holds them.
        places += [os.path.join(package, "version.py"), os.path.dirname(package)]
    places += list_startup_files()
    return [[place, read_mtime(place)] for place in places]


def list_startup_files() -> Iterator[str]:
    """Files that have made the module search path what it is, beside the environment's own."""
    for name in ("sitecustomize", "usercustomize"):
        origin = getattr(sys.modules.get(name), "__file__", None)
        if origin is not None:
            yield origin
    for folder in sys.path:
        if os.path.basename(folder) in ("site-packages", "dist-packages"):
            yield from glob.glob(os.path.join(glob.escape(folder), "*.pth"))


def read_mtime(path: str) -> str | None:
    try:
        return str(os.stat(path).st_mtime_ns)
    except OSError:
        return None


def interrupt() -> None:
    """Lets the main thread clear up; on Windows nothing wakes it."""
    import signal
    import time

    thread = threading.main_thread().ident
    if sys.platform != "win32" and thread is not None:
        signal.pthread_kill(thread, signal.SIGINT)
        time.sleep(GRACE)


def end_with_parent(prepare: Callable[[], None] = lambda: None) -> None:
    """Ends this process when standard input closes; mypy itself gets an empty one."""
    parent = os.dup(0)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)

    def watch() -> None:
        while os.read(parent, 4096):
            pass
        prepare()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def prepare_cache(request: dict[str, Any]) -> None:
    """Does with mypy's cache what is asked for: see `mypy_cache.py`, which few requests need."""
    if not (request["forget"] or request.get("repair") or request.get("countInto")):
        return
    load_beside("mypy_cache").prepare(request)


@functools.lru_cache(maxsize=None)
def load_beside(name: str) -> Any:
    """A module beside this script, whose folder is not on the path: mypy would find it there."""
    place = Path(__file__).with_name(f"{name}.py")
    spec = importlib.util.spec_from_file_location(f"mypy_ratchet_{name}", place)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{place} is missing")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run_mypy(args: list[str], awaited: Iterable[str]) -> None:
    from mypy.main import main as mypy_main

    sys.argv = ["mypy", *args]
    # With PYTHONUNBUFFERED every line would be a piece of its own. mypy ends the process without
    # Python's own clearing up, and flushes only what `sys.stdout` is then.
    sys.stdout = open_output()
    # As much of a stream as mypy asks for.
    output: Any = LazyOutput(sys.stdout, awaited)
    try:
        mypy_main(args=args, stdout=output, stderr=sys.stderr)
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        # Nobody reads the output, and Python would complain of that once more at its end.
        os._exit(2)


def open_output() -> TextIO:
    """Standard output; what its encoding lacks is escaped, as mypy does it."""
    return open(
        sys.stdout.fileno(),
        "w",
        buffering=PIECE,
        encoding=sys.stdout.encoding,
        errors="backslashreplace",
        closefd=False,
    )


class LazyOutput:
    """A stream that is written when its buffer is full, and when the process ends.

    mypy flushes after the errors of each file: a thousand small pieces, each of which wakes whoever
    reads them, take longer than all of it at once. The awaited files are the exception: mypy may be
    done with one of them seconds before it is done with those that import it.
    """

    def __init__(self, stream: TextIO, awaited: Iterable[str]) -> None:
        self._stream = stream
        self._awaited = tuple(path + ":" for path in awaited)
        self._is_due = False
        if not self._awaited:
            # Nothing to look out for: the stream's own method, which takes no call of ours.
            setattr(self, "write", stream.write)

    def write(self, text: str) -> int:
        if text.startswith(self._awaited):
            self._is_due = True
        return self._stream.write(text)

    def flush(self) -> None:
        if self._is_due:
            self._is_due = False
            self._stream.flush()

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
