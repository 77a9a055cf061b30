"""What is done with mypy's cache before a run: entries are dropped, and files counted meanwhile."""

from __future__ import annotations

import functools
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Iterable, Iterator

if TYPE_CHECKING:
    import sqlite3

# Names of a module's metadata in mypy's cache: JSON up to 1.19 and on request, else its own format.
META_SUFFIXES = (".meta.json", ".meta.ff")


def prepare(request: dict[str, Any]) -> None:
    drop_entries(request)
    if request.get("countInto"):
        count_files(request["countInto"])


def drop_entries(request: dict[str, Any]) -> None:
    """Drops entries that mypy must not believe; one too many costs one file's check."""
    names = {name for path in request["forget"] for name in list_meta_names(path)}
    repairs = bool(request.get("repair"))
    cache_folder = Path(request["cacheFolder"])
    if not (names or repairs) or not cache_folder.is_dir():
        return
    # One folder a target version of Python; entries are files in it or rows of its databases.
    for folder in [place for place in cache_folder.iterdir() if place.is_dir()]:
        try:
            for name in names:
                forget_file(folder / name)
            if repairs:
                repair_files(folder)
            for database in folder.glob("cache*.db"):
                change_rows(database, names, repairs)
        except Exception:
            # A cache that cannot be told to forget must not be believed.
            shutil.rmtree(folder)


def repair_files(folder: Path) -> None:
    """Drops modules of which an interrupted mypy has written one half.

    mypy 2.4.1 (2.0 does not yet) writes a module's new metadata when its interface is known, and its
    errors, `meta_ex`, when its bodies are checked. One that ends between the two leaves new metadata
    with old errors, which the next one believes, and every one after it.
    """
    for suffix in META_SUFFIXES:
        for meta in folder.rglob("*" + suffix):
            errors = Path(str(meta)[: -len(suffix)] + suffix.replace("meta", "meta_ex"))
            if errors.exists() and errors.stat().st_mtime_ns < meta.stat().st_mtime_ns:
                meta.unlink()


def forget_file(path: Path) -> None:
    try:
        path.unlink()
    except FileNotFoundError:
        pass


def change_rows(database: Path, names: Iterable[str], repairs: bool) -> None:
    import sqlite3

    connection = sqlite3.connect(str(database))
    try:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        # `files` up to 1.12, `files2` since.
        for table in tables & {"files", "files2"}:
            rows = [(name,) for name in names]
            connection.executemany(f"DELETE FROM {table} WHERE path = ?", rows)
            if repairs:
                repair_rows(connection, table)
        connection.commit()
    finally:
        connection.close()


def repair_rows(connection: sqlite3.Connection, table: str) -> None:
    """As `repair_files`; mypy keeps both halves in the same database."""
    for suffix in META_SUFFIXES:
        connection.execute(
            f"""
            DELETE FROM {table} AS meta WHERE path LIKE '%' || :suffix AND EXISTS (
                SELECT 1 FROM {table} AS errors
                WHERE errors.mtime < meta.mtime
                AND errors.path = substr(meta.path, 1, length(meta.path) - :length) || :errors
            )
            """,
            {
                "suffix": suffix,
                "length": len(suffix),
                "errors": suffix.replace("meta", "meta_ex"),
            },
        )


def list_meta_names(path: str) -> Iterator[str]:
    """What the metadata of a source file may be called, relative to the cache's folder.

    That is its module, and which of the folders above are part of the module's name is for mypy to
    know: `/w/src/a/b.py` may be `w.src.a.b` as well as `b`.
    """
    whole = Path(os.path.abspath(path)).with_suffix("")
    parts = whole.parts[1:]
    for start in range(len(parts)):
        tail = [strip_stubs(part) for part in parts[start:]]
        for suffix in META_SUFFIXES:
            yield os.path.join(*tail) + suffix


def strip_stubs(part: str) -> str:
    """A folder `requests-stubs` holds the package `requests`."""
    return part[: -len("-stubs")] if part.endswith("-stubs") else part


def count_files(path: str) -> None:
    """Writes into a file how many files mypy has put into its cache, which it does one by one.

    It goes on from the number that is there.
    """
    try:
        import sqlite3.dbapi2

        descriptor = os.open(path, os.O_RDWR | os.O_CREAT)
        count = int(os.read(descriptor, 16) or 0)
    except (ImportError, OSError, ValueError):
        # A Python without SQLite, a full disk, a torn file: nobody counts then.
        return

    def note(name: object) -> None:
        nonlocal count
        if not str(name).endswith(META_SUFFIXES):
            return
        count += 1
        try:
            os.lseek(descriptor, 0, os.SEEK_SET)
            os.write(descriptor, b"%d" % count)
        except OSError:
            # A number is not worth mypy's run.
            pass

    # The cache is a database from 1.20 on, and else files that are written by renaming.
    class Connection(sqlite3.Connection):
        def execute(self, sql: str, *parameters: Any) -> sqlite3.Cursor:
            if parameters and sql.startswith("INSERT"):
                note(parameters[0][0])
            return super().execute(sql, *parameters)

    replace = os.replace

    def replace_and_note(source: Any, target: Any, **options: Any) -> None:
        replace(source, target, **options)
        note(target)

    connect = functools.partial(sqlite3.dbapi2.connect, factory=Connection)
    setattr(sqlite3.dbapi2, "connect", connect)
    setattr(os, "replace", replace_and_note)
