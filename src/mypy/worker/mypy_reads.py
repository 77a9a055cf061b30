"""Writes down what mypy asked of the file system, and what it was answered.

Whoever is answered the same to all of it is told the same by mypy, and need not run it. Where that
would not be all, nothing is written: a plugin and another program may ask anything of anybody, and
a file that was written this very moment may have been written again without a trace.

The first line is the token of the request, the last one `end`; between them is one question each,
with its path at the end:

    f MTIME CTIME SIZE INODE HASH PATH   a file; times in nanoseconds
    d PATH                               a folder
    o PATH                               something else
    p PATH                               a file whose content mypy did not want
    - PATH                               nothing that can be seen
    lf, ld, lo, l- PATH                  what is no link, by its kind alone
    ll MTIME CTIME INODE PATH            a link
    n HASH PATH                          the names in a folder
    s MTIME CTIME INODE PATH             a folder whose entries were looked at, with their kinds
    w MTIME PATH                         a witness of the environment; MTIME is - where it is gone

HASH is of content or names. A file's is - where its stamp alone tells every change.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import sysconfig
import threading
import time
from types import ModuleType
from typing import Any, Iterable, Iterator, Optional, Sequence, Tuple

# A file that was changed so shortly before may change again and keep its times, on a file system
# that counts in steps of two seconds.
STEP = 2

# Files whose content is taken down because they have just been written. More were checked out.
MOST_HASHES = 2000

# Of files with other names than a module's mypy asks whether they are folders, in every folder that
# it looks through. No code is in these, and one that mypy did not open may change.
NO_CODE = (
    *(".cfg", ".css", ".csv", ".html", ".ini", ".js", ".json", ".jsonl", ".lock", ".log", ".md"),
    *(".png", ".rst", ".svg", ".toml", ".txt", ".xml", ".yaml", ".yml"),
)

# What may happen in a run that is not told by files: other programs, and the network.
UNTOLD = ("subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "socket.")

# What mypy itself imports when it first needs it.
OWN_MODULES = {
    "ast_serialize",
    "librt",
    "lxml",
    "mypy",
    "mypy_extensions",
    "mypyc",
    "orjson",
    "pathspec",
    "tomli",
    "typing_extensions",
}

Witness = Tuple[str, Optional[str]]


class Reads:
    """The questions of one run."""

    def __init__(self, cache_folder: str) -> None:
        self.stats: dict[str, os.stat_result | None] = {}
        self.link_stats: dict[str, os.stat_result | None] = {}
        self.listings: dict[str, bytes | None] = {}
        self.scans: dict[str, os.stat_result | None] = {}
        self.hashes: dict[str, str] = {}
        self.opened: set[str] = set()
        # Why not everything is known; None when it is.
        self.flaw: str | None = None
        self._settled = (int(time.time()) - STEP) * 1_000_000_000
        self._modules = set(sys.modules)
        self._cache_folder = cache_folder
        self._in_cache = os.path.join(cache_folder, "")
        self._stat = os.stat
        self._lstat = os.lstat
        self._listdir = os.listdir
        self._is_asking = False

    def listen(self) -> None:
        """Begins to note all questions of this process."""
        setattr(os, "stat", self.stat)
        setattr(os, "lstat", self.lstat)
        setattr(os, "listdir", self.listdir)
        if sys.platform == "win32":
            self._divert_windows()
        sys.addaudithook(self.audit)

    def stat(self, path: Any, **options: Any) -> os.stat_result:
        if type(path) is not str or options:
            return self._stat_otherwise(path, options)
        try:
            result = self._stat(path)
        except BaseException:
            if not self._is_cache(path):
                self.stats.setdefault(path, None)
            raise
        if path not in self.stats and not self._is_cache(path):
            self.stats[path] = result
            if not path.endswith(NO_CODE):
                self._take_down(path, result)
        return result

    def lstat(self, path: Any, **options: Any) -> os.stat_result:
        if options or not isinstance(path, str):
            self.flaw = "lstat"
            return self._lstat(path, **options)
        try:
            result = self._lstat(path)
        except BaseException:
            if not self._is_cache(path):
                self.link_stats.setdefault(path, None)
            raise
        if not self._is_cache(path):
            self.link_stats.setdefault(path, result)
        return result

    def listdir(self, path: Any = ".") -> list[Any]:
        if not isinstance(path, str):
            self.flaw = "listdir"
            return self._listdir(path)
        try:
            names = self._listdir(path)
        except BaseException:
            self.listings.setdefault(path, None)
            raise
        if path not in self.listings and not self._is_cache(path):
            self.listings[path] = b"\0".join(sorted(map(os.fsencode, names)))
        return names

    def audit(self, event: str, args: Any) -> None:
        if event == "open":
            self._note_open(*args)
        elif event == "os.scandir":
            self._note_scan(args[0])
        elif event.startswith(UNTOLD):
            self.flaw = event

    def finish(self) -> None:
        """What can only be told at the end."""
        for name in set(sys.modules) - self._modules:
            if not is_of_mypy(name, sys.modules[name]):
                self.flaw = name
        if len(self.hashes) > MOST_HASHES:
            self.flaw = "too many files have just been written"

    def format(self, witnesses: Iterable[Witness]) -> Iterator[str]:
        for path, result in self.stats.items():
            yield f"{self._format_stat(path, result)} {path}"
        for path, result in self.link_stats.items():
            yield f"l{self._format_link(result)} {path}"
        for path, names in self.listings.items():
            yield f"- {path}" if names is None else f"n {digest(names)} {path}"
        for path, result in self.scans.items():
            if result is None:
                yield f"- {path}"
            else:
                yield f"s {result.st_mtime_ns} {ctime_of(result)} {inode_of(result)} {path}"
        for path, mtime in witnesses:
            yield f"w {mtime or '-'} {path}"

    def _format_stat(self, path: str, result: os.stat_result | None) -> str:
        if result is None:
            return "-"
        if stat.S_ISDIR(result.st_mode):
            return "d"
        if not stat.S_ISREG(result.st_mode):
            return "o"
        if path.endswith(NO_CODE) and path not in self.opened:
            return "p"
        times = f"{result.st_mtime_ns} {ctime_of(result)}"
        inode = inode_of(result)
        return f"f {times} {result.st_size} {inode} {self.hashes.get(path, '-')}"

    def _format_link(self, result: os.stat_result | None) -> str:
        if result is not None and stat.S_ISLNK(result.st_mode):
            return f"l {result.st_mtime_ns} {ctime_of(result)} {inode_of(result)}"
        return "f" if result and stat.S_ISREG(result.st_mode) else self._format_stat("", result)

    def _take_down(self, path: str, result: os.stat_result) -> None:
        """Before mypy reads a file: what it reads is no older."""
        if changed_at(result) < self._settled or not stat.S_ISREG(result.st_mode):
            return
        # A clock that stands still for longer than it takes to write twice.
        if changed_at(result) % 1_000_000 == 0 or len(self.hashes) > MOST_HASHES:
            self.flaw = f"{path} has just been written"
            return
        self._is_asking = True
        try:
            with open(path, "rb") as file:
                self.hashes[path] = digest(file.read())
        except OSError:
            self.flaw = f"{path} cannot be read"
        finally:
            self._is_asking = False

    def _note_open(self, path: Any, mode: Any, flags: Any) -> None:
        if self._is_asking or isinstance(path, int):
            return
        if not isinstance(path, str):
            self.flaw = "open"
        elif self._is_cache(path) or path == os.devnull:
            return
        elif is_for_writing(mode, flags):
            self.flaw = f"{path} is written"
        elif path not in self.opened:
            self.opened.add(path)
            try:
                result = self.stat(path)
            except (OSError, ValueError):
                # It will be told by who opens it.
                return
            if path.endswith(NO_CODE):
                self._take_down(path, result)

    def _note_scan(self, path: Any) -> None:
        path = "." if path is None else path
        if not isinstance(path, str):
            self.flaw = "scandir"
            return
        if self._is_cache(path):
            return
        try:
            result = self._stat(path)
        except (OSError, ValueError):
            self.scans.setdefault(path, None)
            return
        self.scans.setdefault(path, result)
        if changed_at(result) >= self._settled:
            self.flaw = f"{path} has just been changed"

    def _stat_otherwise(self, path: Any, options: Any) -> os.stat_result:
        if options == {"follow_symlinks": False}:
            return self.lstat(path)
        if not isinstance(path, int):
            name = os.fspath(path)
            if isinstance(name, str) and options in ({}, {"follow_symlinks": True}):
                return self.stat(name)
            self.flaw = "stat"
        return self._stat(path, **options)

    def _is_cache(self, path: str) -> bool:
        """Nobody else changes it."""
        return path.startswith(self._in_cache) or path == self._cache_folder

    def _divert_windows(self) -> None:
        """From 3.12 on these ask without `os.stat`."""
        import genericpath

        for name in ("exists", "isdir", "isfile"):
            setattr(os.path, name, getattr(genericpath, name))


def record(request: dict[str, Any], witnesses: Sequence[Witness]) -> None:
    """Has the file that the request names written when mypy ends this process."""
    if not hasattr(sys, "addaudithook"):
        # Python 3.7.
        return
    file, token = request["reads"]["file"], request["reads"]["token"]
    reads = Reads(request["cacheFolder"])
    leave = os._exit

    def write_and_leave(status: int) -> None:
        # Another thread ends the process when its parent is gone, in the middle of everything.
        if threading.current_thread() is threading.main_thread():
            write(reads, file, token, witnesses)
        leave(status)

    setattr(os, "_exit", write_and_leave)
    reads.listen()


def write(reads: Reads, file: str, token: str, witnesses: Sequence[Witness]) -> None:
    setattr(os, "stat", reads._stat)
    reads.finish()
    if reads.flaw is not None:
        lines = [f"flaw {reads.flaw!r}"]
    else:
        lines = list(reads.format(witnesses))
    text = "\n".join([token, *lines, "end", ""])
    if text.count("\n") != len(lines) + 2:
        # A path with a line break.
        return
    try:
        with open(file, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except (OSError, ValueError):
        # A full disk, a name that is no text: then mypy runs again.
        return


def is_of_mypy(name: str, module: ModuleType) -> bool:
    """Whether mypy or Python itself brought a module, and not a plugin."""
    top = name.partition(".")[0]
    if top in OWN_MODULES or top.endswith("__mypyc"):
        return True
    origin = getattr(module, "__file__", None)
    if origin is None:
        # Built in, frozen, or made by other code; of namespace packages the parts are looked at.
        return True
    library = sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib")
    packages = os.sep + "site-packages" + os.sep, os.sep + "dist-packages" + os.sep
    return origin.startswith(library) and not any(place in origin for place in packages)


def is_for_writing(mode: Any, flags: Any) -> bool:
    if isinstance(mode, str):
        return any(sign in mode for sign in "wax+")
    return bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def changed_at(result: os.stat_result) -> int:
    """Nanoseconds since the epoch; where there is a time that nobody can set, that."""
    return result.st_mtime_ns if sys.platform == "win32" else result.st_ctime_ns


def ctime_of(result: os.stat_result) -> str:
    """On Windows it is something else for Python than for others."""
    return "-" if sys.platform == "win32" else str(result.st_ctime_ns)


def inode_of(result: os.stat_result) -> str:
    return "-" if sys.platform == "win32" else str(result.st_ino)
