"""An agenda as a file: how a template goes from one centre to another.

JSON of one shape, ``{"peerdesk": "agenda", "version": 1, "name", "words", "parts": [{"title",
"minutes", "kind", "say"}]}``. It was made by nobody knows whom, so everything in it is checked and
bounded before anything is made of it; a file holds no names of people and no places.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from peerdesk.core.errors import KnownError
from peerdesk.core.text import Text, translate
from peerdesk.safe import files
from peerdesk.store.evening import KINDS

ENDING = ".agenda.json"
VERSION = 1
MOST_BYTES = 256 * 1024
MOST_PARTS = 60
MOST_MINUTES = 240
LONGEST_NAME, LONGEST_TITLE, LONGEST_WORDS = 120, 200, 2_000
# Also halves of surrogate pairs, which no file can hold, and marks that turn the rest of a line.
_BLANK = (*range(9), *range(11, 32), *range(127, 160), 0x200B, 0xFEFF)
_TURNING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_NOT_SHOWN = dict.fromkeys((*_BLANK, *_TURNING, *range(0xD800, 0xE000)))


@dataclass(frozen=True)
class AgendaPart:
    """A part of an agenda; ``kind`` is one of ``store.evening.KINDS``, ``say`` what one could
    say."""

    title: str
    minutes: int
    kind: str = "topic"
    say: str = ""


@dataclass(frozen=True)
class Agenda:
    """An agenda to be used again; ``words`` say what it is for."""

    name: str
    words: str
    parts: tuple[AgendaPart, ...]

    @property
    def minutes(self) -> int:
        """How long all parts take together."""
        return sum(p.minutes for p in self.parts)


class NotAnAgenda(KnownError):
    """The file is none of ours, or not whole."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Agenda file",
                "There is no agenda in this file that PeerDesk can read. Nothing was changed. "
                "Choose a file that was saved with “Save as a file”.",
            )
        )


class TooLarge(KnownError):
    """The file is larger than any agenda."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Agenda file",
                "This file is too large for an agenda, so it was not read. Nothing was changed. "
                "Choose another file.",
            )
        )


class Newer(KnownError):
    """The file was written by a newer version."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "Agenda file",
                "This file was made by a newer PeerDesk. Nothing was changed. Ask for a newer "
                "PeerDesk here, or type the agenda in.",
            )
        )


def plain(words: str) -> str:
    """Words from elsewhere without what cannot be seen, turns a line around or cannot be kept."""
    return words.replace("\r\n", "\n").translate(_NOT_SHOWN)


def write(agenda: Agenda) -> bytes:
    """The file of an agenda, UTF-8; :func:`read` gives the same agenda."""
    shape = {"peerdesk": "agenda", "version": VERSION, **asdict(agenda)}
    return (json.dumps(shape, ensure_ascii=False, indent=1) + "\n").encode()


def read(data: bytes) -> Agenda:
    """The agenda in a file. Raises TooLarge, Newer or NotAnAgenda."""
    if len(data) > MOST_BYTES:
        raise TooLarge
    try:
        shape = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise NotAnAgenda from error
    if not isinstance(shape, dict) or shape.get("peerdesk") != "agenda":
        raise NotAnAgenda
    version = shape.get("version")
    if type(version) is not int or version < 1:
        raise NotAnAgenda
    if version > VERSION:
        raise Newer
    if shape.keys() - {"peerdesk", "version", "name", "words", "parts"}:
        raise NotAnAgenda
    name = _words(shape, "name", LONGEST_NAME, one_line=True)
    if not name:
        raise NotAnAgenda
    return Agenda(name, _words(shape, "words", LONGEST_WORDS), read_parts(shape.get("parts")))


def read_parts(listed: object) -> tuple[AgendaPart, ...]:
    """The parts in what JSON gave. Raises NotAnAgenda when they are of another shape, or none."""
    if not isinstance(listed, list) or not 0 < len(listed) <= MOST_PARTS:
        raise NotAnAgenda
    return tuple(_part(p) for p in listed)


def load_parts(text: str) -> tuple[AgendaPart, ...]:
    """The parts in a text of :func:`dump_parts`. Raises NotAnAgenda."""
    try:
        return read_parts(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise NotAnAgenda from error


def dump_parts(parts: Iterable[AgendaPart]) -> str:
    """The parts alone, as the cabinet keeps them."""
    return json.dumps([asdict(p) for p in parts], ensure_ascii=False, separators=(",", ":"))


def load(path: Path) -> Agenda:
    """The agenda in the file at ``path``. Raises the KnownErrors of :func:`read`, and one when
    the file cannot be opened."""
    try:
        with files.open_plain(path) as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise KnownError(_no_way_in(path)) from error
    return read(data)


def save(agenda: Agenda, path: Path) -> None:
    """Write the file; what stood there is replaced when the new one is whole. Raises
    KnownError."""
    aside = path.with_name(path.name + ".part")
    try:
        aside.write_bytes(write(agenda))
        aside.replace(path)
    except OSError as error:
        aside.unlink(missing_ok=True)
        words = translate(
            "Agenda file",
            "“{name}” could not be written there. The agenda is safe in PeerDesk. Choose another "
            "folder, or make some room.",
        )
        raise KnownError(words.format(name=path.name)) from error


# -- inside ----------------------------------------------------------------------------------


def _no_way_in(path: Path) -> Text:
    words = translate(
        "Agenda file",
        "“{name}” could not be opened. Nothing was changed. Is the stick still plugged in?",
    )
    return words.format(name=path.name)


def _part(shape: object) -> AgendaPart:
    if not isinstance(shape, dict) or shape.keys() - {"title", "minutes", "kind", "say"}:
        raise NotAnAgenda
    minutes = shape.get("minutes")
    if type(minutes) is not int or not 0 < minutes <= MOST_MINUTES:
        raise NotAnAgenda
    kind = shape.get("kind", "topic")
    if kind not in KINDS:
        raise NotAnAgenda
    title = _words(shape, "title", LONGEST_TITLE, one_line=True)
    return AgendaPart(title, minutes, kind, _words(shape, "say", LONGEST_WORDS))


def _words(shape: Mapping[str, Any], key: str, longest: int, *, one_line: bool = False) -> str:
    words = shape.get(key, "")
    if not isinstance(words, str) or len(words) > longest:
        raise NotAnAgenda
    words = plain(words)
    return " ".join(words.split()) if one_line else words.strip()
