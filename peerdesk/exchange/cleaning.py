"""Cells as people publish them, made into cells we can use. Nothing here raises."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from peerdesk.core.ids import natural_uid

_NOTHING = frozenset({"null", "none", "nil", "n/a", "na", "nan", "undefined", "-", "--", "#n/a"})
_VARIANTS = _NOTHING | {w.upper() for w in _NOTHING} | {w.capitalize() for w in _NOTHING}
_BLANKS = re.compile(r"[^\S\n]{2,}")
_LINES = re.compile(r"\n{3,}")
_CONTROL = dict.fromkeys([*range(9), *range(11, 32), 127, 0x200B, 0xFEFF], None)
# what a cell may have without being looked at closer
_ORDINARY = bytes({*range(32, 127)} - {*b'"\\'})
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_PLAIN_NUMBERS = frozenset("0123456789.-|")
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")

# The languages a directory is likely to name, by ISO 639-1 code.
LANGUAGES = {
    "am": "Amharic", "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "bs": "Bosnian",
    "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek",
    "en": "English", "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "ga": "Irish", "gd": "Scottish Gaelic", "gu": "Gujarati",
    "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "ht": "Haitian Creole", "hu": "Hungarian",
    "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "km": "Khmer",
    "ko": "Korean", "ku": "Kurdish", "lo": "Lao", "lt": "Lithuanian", "lv": "Latvian",
    "mr": "Marathi", "ne": "Nepali", "nl": "Dutch", "no": "Norwegian", "om": "Oromo",
    "pa": "Punjabi", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "si": "Sinhala", "sk": "Slovak", "sl": "Slovenian", "so": "Somali",
    "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil",
    "te": "Telugu", "th": "Thai", "ti": "Tigrinya", "tl": "Tagalog", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "yi": "Yiddish", "zh": "Chinese",
}  # fmt: skip
_CODES = {name.casefold(): code for code, name in LANGUAGES.items()}


def tidy(cell: str) -> str:
    """One cell: no stray blanks, literal ``\\n`` made a line, "NULL" and its like made empty."""
    cell = cell.strip()
    if "\\" in cell:
        cell = cell.replace("\\r\\n", "\n").replace("\\n", "\n").replace("\\r", "\n")
        cell = cell.replace("\\t", " ").replace('\\"', '"').replace("\\N", "").strip()
    if not cell.isprintable():
        cell = cell.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
        cell = _LINES.sub("\n\n", cell.translate(_CONTROL)).strip()
    if "  " in cell:
        cell = _BLANKS.sub(" ", cell)
    if len(cell) < 10 and cell.casefold() in _NOTHING:
        return ""
    if len(cell) > 1 and cell[0] == '"' == cell[-1] and '"' not in cell[1:-1]:
        return cell[1:-1].strip()
    return cell


def clean_column(column: Sequence[str]) -> list[str]:
    """Every cell of a column made tidy; quick where nothing needs it."""
    blob = "|".join(column)
    if blob.isascii():
        odd, blanks = bool(blob.encode().translate(None, _ORDINARY)), " " in blob
    else:
        odd, blanks = "\\" in blob or '"' in blob or not blob.isprintable(), True
    if odd:
        return [*map(tidy, column)]
    cells = [*map(str.strip, column)] if blanks else [*column]
    # blanks at the end of cells, as tables of fixed width have them, are gone by now
    double = blanks and "  " in blob and "  " in "|".join(cells)
    if double or not _VARIANTS.isdisjoint(cells):
        return [*map(tidy, cells)]
    return cells


# A cell of our own packages that must be filled and is not; and what stands before one that would
# be taken for that, or for a formula by a spreadsheet.
FILLER, PLAIN = "n/a", "'"


def exact_column(column: Sequence[str]) -> list[str]:
    """Every cell of a column as our own export wrote it."""
    return [*map(_exact, column)]


def _exact(cell: str) -> str:
    if cell.startswith(PLAIN):
        cell = cell[1:]
    elif cell == FILLER:
        return ""
    return cell if cell.isprintable() else cell.translate(_CONTROL)


def written(uid: bytes) -> str:
    """A uid as a UUID is written."""
    h = uid.hex()
    return f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}"


def uid_of(table: str, key: str, raw: str) -> bytes:
    """The uid of an id as published: a UUID as it is, anything else UUIDv5 of ``key`` (which
    directory this is), table and id."""
    if 32 <= len(raw) <= 38:
        bare = raw.strip("{}").replace("-", "")
        if len(bare) == 32:
            try:
                return bytes.fromhex(bare)
            except ValueError:
                pass
    return natural_uid("hsds", key, table, raw)


def number(cell: str) -> float | None:
    """The number in a cell, or None; a decimal comma is understood."""
    found = _NUMBER.search(cell)
    return float(found.group().replace(",", ".")) if found else None


def numbers(cells: Iterable[object]) -> list[object]:
    """The numbers of a column, None where there is none; quick where it holds nothing else."""
    texts = [*map(str, cells)]
    blob = "|" + "|".join(texts)
    if _PLAIN_NUMBERS.issuperset(blob) and "|." not in blob and "|-." not in blob:
        try:
            return [float(cell) if cell else None for cell in texts]
        except ValueError:
            pass
    return [number(cell) if cell else None for cell in texts]


def day(cell: str) -> date | None:
    """An ISO date (a time after it is dropped), or None."""
    found = _DATE.fullmatch(cell)
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def languages(name: str, code: str = "") -> tuple[tuple[str, str], ...]:
    """Every language a cell names, as (name, ISO 639-1 code or what stood there)."""
    found: dict[str, str] = {}
    for part in re.split(r"[,;/|\n]| and | & ", name or code):
        word = part.strip(" .")
        if not word:
            continue
        plain = word.casefold()
        if plain in LANGUAGES:
            found[LANGUAGES[plain]] = plain
        elif plain[:2] in LANGUAGES and len(plain) == 5 and plain[2] in "-_":
            found[LANGUAGES[plain[:2]]] = plain[:2]
        else:
            found[word[:1].upper() + word[1:]] = _CODES.get(plain, code if name else "")
    return tuple(found.items())


_STATUS = {
    "": "active", "active": "active", "open": "active", "inactive": "inactive",
    "defunct": "defunct", "closed": "defunct", "temporarily closed": "temporarily closed",
    "temporarily_closed": "temporarily closed", "suspended": "temporarily closed",
}  # fmt: skip


def status(cell: str) -> str:
    """A service's status as HSDS 3.0 spells it; a word we do not know counts as active."""
    return _STATUS.get(cell.casefold(), "active")


def kind_of_place(cell: str) -> str:
    """``physical``, ``postal`` or ``virtual``; anything else counts as physical."""
    plain = cell.casefold()
    if plain in ("postal", "mailing", "mail"):
        return "postal"
    return "virtual" if plain in ("virtual", "online") else "physical"


_STEP_FREE = re.compile(
    r"wheel\s?chair|step[- ]free|level access|\bramp|\blift\b|\belevator|ground floor"
    r"|fully accessible|no steps",
    re.I,
)
_STEPS = re.compile(
    r"\b(not|no|non|without|isn't|limited|partial|partly|un)\b[^.]{0,30}"
    r"(wheel\s?chair|step[- ]free|access|ramp|lift|elevator)|steps (up|to|at)|stairs only",
    re.I,
)
_FREE = re.compile(
    r"^\s*(free|none|no (fee|cost|charge)s?|0([.,]0+)?|[$£€]\s?0([.,]0+)?)\b"
    r"|\b(is|are|all|always|completely|entirely) free\b|free of charge|at no (cost|charge)"
    r"|\b(no|without) (cost|charge|fee)s?\b",
    re.I,
)
_PAID = re.compile(
    r"[$£€]\s?0*[1-9]|sliding|may (apply|vary)|\bvar(y|ies)\b|\bexcept|\bunless|\bsome\b|\bafter\b"
    r"|\bfirst\b|\bbut\b|\bif\b|low cost|member|\bdeposit\b",
    re.I,
)
_APPOINTMENT = re.compile(r"by appointment|appointments? (only|needed|required)", re.I)
# one of these stands in every text that _HIDDEN matches: looked for first, because it is quick
HIDING = (b"confidential", b"undisclosed", b"not p", b"withheld", b"do not")
_HIDDEN = re.compile(
    r"confidential (address|location)|(address|location) (is )?(confidential|undisclosed|not public"
    r"|not published|withheld)|undisclosed (address|location)|do not (print|publish|share)",
    re.I,
)


def step_free(words: str) -> bool:
    """Whether a description of access clearly says one gets in without steps."""
    return bool(_STEP_FREE.search(words)) and not _STEPS.search(words)


@lru_cache(maxsize=4096)
def free(fees: str) -> bool:
    """Whether a description of fees clearly says there are none."""
    return bool(_FREE.search(fees)) and not _PAID.search(fees)


def by_appointment(words: str) -> bool:
    """Whether one has to make an appointment."""
    return "ppointment" in words and bool(_APPOINTMENT.search(words))


def hidden(words: str) -> bool:
    """Whether an address is not meant to be printed (a shelter's)."""
    return bool(_HIDDEN.search(words))
