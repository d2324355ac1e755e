"""Export of the directory as an HSDS 3.0 Tabular Data Package: a folder or a zip.

Ids are the uids of the shelf, so what is brought in again finds its row. Cells the standard has no
place for, and those that do not suit their column, stand in columns of their own behind the
standard's; ``datapackage.json`` describes all of them. Everything is read in one transaction by
SELECTs over the directory alone (``hsds_select``), a thousand rows at a time.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from sqlcipher3 import dbapi2 as sqlcipher

from peerdesk.core.errors import Cancelled, KnownError
from peerdesk.core.text import translate
from peerdesk.exchange.cleaning import FILLER, written
from peerdesk.exchange.hsds_cells import came_back, fitting, guard, guarded, number
from peerdesk.exchange.hsds_select import TABLES, Select, choose, only, selects
from peerdesk.exchange.hsds_shape import AS_PUBLISHED
from peerdesk.exchange.hsds_standard import RESOURCES, Column, Resource
from peerdesk.exchange.package import OURS
from peerdesk.store.connection import Connection, DiskFull, Unwritable, known

Progress = Callable[[int, int], None]
Step = Callable[[], None]
Open = Callable[[str], AbstractContextManager[IO[bytes]]]
NAME = "local-help"
PAPER = "datapackage.json"
LOT = 1_000
SECRET = 6  # letters that a hidden address has at least, to be looked for in other words
_EARLIEST = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Exported:
    """What went out: ``services``; ``rows`` of each table of the standard; ``taken_off`` services
    that stayed because somebody took them off the list; ``bare`` places that went out without
    their address; ``left_out`` rows that lack what the standard demands."""

    path: Path
    services: int
    taken_off: int
    bare: int
    left_out: int
    rows: dict[str, int] = field(default_factory=dict)


def export_package(
    connection: Connection,
    path: Path,
    now_ms: int,
    progress: Progress = lambda _done, _whole: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Exported:
    """Write the directory of the shelf that ``connection`` (outside a transaction) has open into
    ``path``: a zip if its name ends so, otherwise a folder that is not there yet.

    Raises Cancelled, and KnownError when ``path`` cannot be written; then nothing is left there.
    """

    def step() -> None:
        if cancelled():
            raise Cancelled

    zipped = path.suffix.lower() == ".zip"
    if not zipped and path.exists():
        raise KnownError(
            translate(
                "Export",
                "There is something called {file} here already. Nothing was written. "
                "Choose another name.",
            ).format(file=path.name)
        )
    with target(path) as part:
        if zipped:
            with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
                return write(connection, into_zip(archive), path, now_ms, progress, step)
        part.mkdir()
        return write(connection, into_folder(part), path, now_ms, progress, step)


@contextmanager
def target(path: Path) -> Iterator[Path]:
    """A place beside ``path`` to write to, which takes its name when all is well and is gone when
    not; errors of disks in plain words."""
    part = path.with_name(f".{path.name}.part")
    try:
        _clear(part)
        yield part
        if part.is_file():
            with part.open("rb+") as file:
                os.fsync(file.fileno())
        os.replace(part, path)
    except sqlcipher.OperationalError as error:
        raise known(error, path) from error
    except OSError as error:
        raise (DiskFull() if error.errno == 28 else Unwritable(path)) from error
    finally:
        _clear(part)


def _clear(part: Path) -> None:
    if part.is_dir():
        shutil.rmtree(part, ignore_errors=True)
    else:
        part.unlink(missing_ok=True)


def into_folder(folder: Path) -> Open:
    """Files of a folder."""

    @contextmanager
    def opened(name: str) -> Iterator[IO[bytes]]:
        with (folder / name).open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())

    return opened


def into_zip(archive: zipfile.ZipFile, inside: str = "") -> Open:
    """Members of a zip, in the folder ``inside``; without times, so that the same directory gives
    the same file."""

    @contextmanager
    def opened(name: str) -> Iterator[IO[bytes]]:
        info = zipfile.ZipInfo(inside + name, _EARLIEST)
        info.compress_type = archive.compression
        with archive.open(info, "w", force_zip64=True) as file:
            yield file

    return opened


def write(
    connection: Connection, opened: Open, path: Path, now_ms: int, progress: Progress, step: Step
) -> Exported:
    """Write every table and the paper about them through ``opened``."""
    rows: dict[str, int] = {}
    left_out = 0
    papers: list[dict[str, object]] = []
    with reading(connection):
        taken_off, bare = choose(connection)
        hide = _hider(connection)
        for done, (name, parts) in enumerate(selects().items()):
            step()
            writer = _Writer(connection, RESOURCES[name], parts, hide, step)
            with opened(RESOURCES[name].path) as file:
                rows[name] = writer.write(file)
            left_out += writer.left_out
            papers.append(RESOURCES[name].descriptor(writer.extras))
            progress(done + 1, len(RESOURCES))
    about = {
        "profile": "tabular-data-package",
        "name": NAME,
        "title": "Human Services Data Specification",
        "version": "3.0.0",
        "created": datetime.fromtimestamp(now_ms / 1000, UTC).isoformat(timespec="seconds"),
        "peerdesk": OURS,
        "resources": papers,
    }
    with opened(PAPER) as file:
        file.write((json.dumps(about, ensure_ascii=False, indent=1) + "\n").encode())
    return Exported(path, rows["service"], taken_off, bare, left_out, rows)


@contextmanager
def reading(connection: Connection) -> Iterator[None]:
    """One moment of the directory, and nothing but the directory; temporary tables go with it."""
    for _, name, file in connection.execute("PRAGMA database_list").fetchall():
        if name not in ("main", "temp"):
            raise RuntimeError(f"{file} is open beside the shelf")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("BEGIN")
    try:
        with only(connection, TABLES):
            yield
    finally:
        connection.rollback()  # does nothing when a full disk ended it already


def _hider(connection: Connection) -> Callable[[list[str]], list[str]] | None:
    """Takes hidden addresses out of other words where they stand in full; None: there are none."""
    lines = connection.execute(
        "SELECT DISTINCT trim(address_1) FROM address WHERE location_id IN"
        " (SELECT id FROM location WHERE hide_address)"
    )
    secrets = [str(line).casefold() for (line,) in lines if len(line) >= SECRET]
    if not secrets:
        return None
    pattern = re.compile("|".join(map(re.escape, sorted(secrets, key=len, reverse=True))), re.I)

    def hide(cells: list[str]) -> list[str]:
        blob = "\n".join(cells).casefold()
        if not any(secret in blob for secret in secrets):
            return cells
        return [pattern.sub("…", cell) for cell in cells]

    return hide


class _Writer:
    """One table: ``extras`` are the columns behind the standard's; ``left_out`` counts rows."""

    def __init__(
        self,
        connection: Connection,
        resource: Resource,
        parts: Sequence[Select],
        hide: Callable[[list[str]], list[str]] | None,
        step: Step,
    ) -> None:
        self._connection, self._resource, self._parts = connection, resource, parts
        self._hide, self._step = hide, step
        self.left_out = 0
        # for each column of a kind: what does not suit it → what goes into the standard's column
        self._unfit: dict[str, dict[str, str]] = {}
        own: dict[str, None] = {}
        keys: dict[str, None] = {}
        standard = {c.name for c in resource.columns}
        filled = {n for part in parts for n in part.names}
        for part in parts:
            own.update(dict.fromkeys(n for n in part.names if n not in standard))
            keys.update((str(k), None) for (k,) in connection.execute(part.extra_keys()))
            for column in resource.columns:
                if column.kind and column.name in part.names and column.name not in part.refs:
                    self._look(part, column)
        published = [c + AS_PUBLISHED for c, unfit in self._unfit.items() if unfit]
        # a key may be a column of the standard that we have no column for
        self._keys = [k for k in keys if k not in filled and k != "id"]
        more = [*own, *published, *(k for k in self._keys if k not in standard)]
        self.extras = list(dict.fromkeys(more))

    def _look(self, part: Select, column: Column) -> None:
        unfit = self._unfit.setdefault(column.name, {})
        if column.kind == "once":
            for (cell,) in self._connection.execute(part.twice(column.name)):
                if cell:
                    unfit[str(cell)] = ""
            return
        for (cell,) in self._connection.execute(part.different(column.name)):
            if isinstance(cell, str) and cell:
                fit = fitting(column.kind, cell)
                if not came_back(column.kind, cell, fit):
                    unfit[cell] = fit

    def write(self, file: IO[bytes]) -> int:
        """Write the headings and all rows; how many rows there are."""
        text = io.TextIOWrapper(file, "utf-8", newline="", write_through=False)
        out = csv.writer(text, lineterminator="\r\n")
        names = [*(c.name for c in self._resource.columns), *self.extras]
        out.writerow(names)
        must = [i for i, c in enumerate(self._resource.columns) if c.required]
        count = 0
        for part in self._parts:
            cursor = self._connection.execute(f"{part.sql} ORDER BY t.id")
            while rows := cursor.fetchmany(LOT):
                self._step()
                columns = self._columns(part, list(zip(*rows, strict=True)))
                blank = [""] * len(rows)
                made = zip(*(columns.get(n, blank) for n in names), strict=True)
                whole = [row for row in made if all(row[i] for i in must)]
                self.left_out += len(rows) - len(whole)
                count += len(whole)
                out.writerows(whole)
        text.flush()
        text.detach()
        return count

    def _columns(self, part: Select, cells: list[tuple[object, ...]]) -> dict[str, list[str]]:
        """The columns of some rows by heading."""
        found = {"id": [written(uid) for uid in cells[0]]}  # type: ignore[arg-type]
        kinds = {c.name: c for c in self._resource.columns}
        for name, values in zip(part.names, cells[1:], strict=False):
            column = kinds.get(name, Column(name))
            if name in part.refs:
                found[name] = [written(v) if isinstance(v, bytes) else "" for v in values]
            elif not column.kind:
                texts = guarded(values)
                if self._hide is not None:
                    texts = self._hide(texts)
                if column.required:
                    texts = [t or FILLER for t in texts]
                found[name] = texts
            else:
                found |= self._fitted(column, values)
        for at, extra in enumerate(cells[-1]):
            if extra:
                for key, cell in json.loads(str(extra)).items():
                    if key in self._keys:
                        texts = found.setdefault(key, [""] * len(cells[0]))
                        texts[at] = self._plain(str(cell))
        return found

    def _plain(self, cell: str) -> str:
        return guard(cell if self._hide is None else self._hide([cell])[0])

    def _fitted(self, column: Column, values: Sequence[object]) -> dict[str, list[str]]:
        unfit = self._unfit[column.name]
        made, published = [], [""] * len(values)
        for at, value in enumerate(values):
            if not isinstance(value, str):
                made.append(number(value))
            elif value in unfit:
                published[at] = self._plain(value)
                made.append(guard(unfit[value]))
            elif value and column.kind != "once":
                made.append(guard(fitting(column.kind, value)))
            else:
                made.append(guard(value))
        return {column.name: made, column.name + AS_PUBLISHED: published}
