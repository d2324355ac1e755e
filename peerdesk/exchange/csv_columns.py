"""A directory in one file: a list with headings of any kind, made into simple services.

What each column is, is guessed from its heading and what stands in it; somebody confirms it. The
rows are then written as the tables of a package in memory, and come in as any package does.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from peerdesk.core.text import translate
from peerdesk.exchange.package import Member, Package, refuse, too_large, unreadable
from peerdesk.exchange.report import Problem
from peerdesk.exchange.tables import Table
from peerdesk.safe import files

MAX_LIST = 32 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 200
SAMPLE = 5
LOOKED_AT = 50
# what a column may be; "" is left out
FIELDS = (
    "name",
    "description",
    "phone",
    "address",
    "city",
    "postal_code",
    "hours",
    "eligibility_description",
    "fees_description",
    "languages",
    "category",
    "documents",
    "application_process",
    "url",
    "email",
    "accessibility",
    "minimum_age",
    "maximum_age",
    "organization",
    "id",
)
_TEXTS = (
    "name",
    "description",
    "eligibility_description",
    "fees_description",
    "application_process",
    "url",
    "email",
    "minimum_age",
    "maximum_age",
)
# what a heading may be, without blanks; the likeliest first
_WORDS: dict[str, tuple[str, ...]] = {
    "name": (
        "name", "servicename", "service", "title", "nameofservice", "programname", "program",
        "nombre", "servicio", "nom", "bezeichnung", "naam", "nome", "listing",
    ),
    "organization": (
        "organization", "organisation", "organizationname", "organisationname", "agency",
        "agencyname", "provider", "charity", "organizacion", "organización", "träger", "company",
    ),
    "description": (
        "description", "about", "details", "whattheydo", "offer",
        "offers", "does", "summary", "servicedescription", "notes",
        "note", "comments", "descripcion", "descripción", "beschreibung", "info", "information",
    ),
    "phone": (
        "phone", "telephone", "tel", "phonenumber", "telephonenumber", "mobile", "contactnumber",
        "number", "telefono", "teléfono", "telefon", "téléphone", "hotline", "phone1", "phone2",
    ),
    "address": (
        "address", "streetaddress", "street", "address1", "addressline1", "address2",
        "addressline2", "where", "location", "direccion", "dirección", "adresse", "strasse",
        "straße", "physicaladdress", "venue",
    ),
    "city": ("city", "town", "village", "ciudad", "ort", "stadt", "ville", "borough", "suburb"),
    "postal_code": (
        "postcode", "postalcode", "zip", "zipcode", "plz", "codigopostal", "códigopostal",
        "codepostal",
    ),
    "hours": (
        "hours", "openinghours", "openingtimes", "times", "when", "open", "schedule", "horario",
        "öffnungszeiten", "horaires", "hoursofoperation", "daysandtimes",
    ),
    "eligibility_description": (
        "eligibility", "who", "whofor", "whoisitfor", "whocanuseit", "criteria", "audience",
        "targetgroup", "eligibilitycriteria", "requirements",
    ),
    "fees_description": ("cost", "costs", "fees", "fee", "price", "charge", "charges", "coste"),
    "languages": ("languages", "language", "languagesspoken", "idiomas", "sprachen", "langues"),
    "category": (
        "category", "categories", "servicecategory", "servicetype", "typeofservice", "type",
        "taxonomy", "taxonomyterm", "taxonomyterms", "taxonomies", "topic", "topics", "theme",
        "tags", "keywords", "categoria", "categoría", "categorías", "categorie", "catégorie",
        "kategorie", "tipo",
    ),
    "documents": (
        "bring", "bringwithyou", "whattobring", "documents", "requireddocuments",
        "requireddocument", "documentsneeded", "documentsrequired", "paperwork", "documentos",
        "unterlagen",
    ),
    "application_process": (
        "howtoapply", "referral", "referrals", "access", "howtogetin", "application",
        "applicationprocess", "intake", "intakeprocess", "howtoaccess",
    ),
    "url": ("website", "url", "web", "webaddress", "link", "site", "homepage", "webpage", "sitio"),
    "email": ("email", "emailaddress", "mail", "correo", "contactemail"),
    "accessibility": (
        "accessibility", "accessible", "stepfree", "wheelchair", "wheelchairaccess", "ramp",
        "disabledaccess", "wheelchairaccessible", "accesibilidad", "accesible", "barrierefrei",
    ),
    "minimum_age": ("minimumage", "minage", "agefrom", "fromage", "edadmínima", "mindestalter"),
    "maximum_age": ("maximumage", "maxage", "ageto", "toage", "edadmáxima", "höchstalter"),
    "id": ("id", "uid", "serviceid", "recordid", "uniqueid", "reference", "ref"),
}  # fmt: skip
_FIELD_OF = {word: field for field, words in _WORDS.items() for word in words}
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_URL = re.compile(r"(https?://|www\.)\S+", re.I)
_PHONE = re.compile(r"[+(]?\d[\d\s()./+-]{4,24}\d(\s*(x|ext)\.?\s*\d+)?", re.I)
# what stands in a column that only says whether one gets in
_YES = frozenset({"yes", "y", "x", "true", "1", "✓", "✔", "ja", "sí", "si", "oui", "sim"})
_NO = frozenset({"no", "n", "false", "0", "-", "nein", "non", "não"})
_SEVERAL = frozenset({"description", "phone", "address", "category"})
_PARTS = re.compile(r"\s*(?:[;/\n|]|\bor\b)\s*")
_APART = re.compile(r"\s*[;|\n]\s*")
_COMMA = re.compile(r"\s*,\s*")


@dataclass(frozen=True)
class Columns:
    """What each column of a list is: one of ``FIELDS``, or blank to leave it out."""

    fields: tuple[str, ...]

    def written(self) -> str:
        """As text, to be remembered."""
        return "|".join(self.fields)

    @property
    def complete(self) -> bool:
        """Whether there are names, without which nothing can come in."""
        return "name" in self.fields


@dataclass(frozen=True)
class List:
    """A list that was looked at: ``mark`` tells lists with the same headings from all others;
    ``sample`` holds the first rows, ``columns`` what they are, ``problems`` the rows that cannot
    be read."""

    label: str
    headings: tuple[str, ...]
    mark: str
    rows: int
    sample: tuple[tuple[str, ...], ...]
    columns: Columns
    known: bool
    problems: tuple[Problem, ...]

    @classmethod
    def read(cls, path: Path) -> List:
        """Look at the file at ``path``. Raises KnownError when it is no list or too long."""
        table = _open(path)
        first: list[tuple[str, ...]] = []
        rows = 0
        for _, cells in _rows(table):
            rows += 1
            if len(first) < LOOKED_AT:
                first.append(tuple(c.strip() for c in cells))
        if not rows:
            raise _no_list(path)
        headings = tuple(table.headings)
        mark = hashlib.sha256("\n".join(headings).encode("utf-8", "replace")).hexdigest()[:32]
        columns = guess(headings, first)
        problems = tuple(table.problems)
        sample = tuple(first[:SAMPLE])
        return cls(path.name, headings, mark, rows, sample, columns, False, problems)

    def remembering(self, written: str) -> List:
        """With what was said of such a list before, if that still fits."""
        fields = tuple(written.split("|"))
        if len(fields) != len(self.headings) or not {*fields} <= {"", *FIELDS}:
            return self
        return replace(self, columns=Columns(fields), known=True)


def _open(path: Path) -> Table:
    try:
        if path.stat().st_size > MAX_LIST:
            raise too_large()
        with files.open_plain(path) as file:
            data = file.read(MAX_LIST)
    except OSError as error:
        raise unreadable(path.name) from error
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise refuse(
            translate(
                "Import",
                "{file} is a spreadsheet or a zip, and not a list as plain text. Nothing was "
                "changed. Open it in your spreadsheet program, save it as CSV, and choose that "
                "file.",
            ).format(file=path.name)
        )
    table = Table(path.name, data)
    if not any(table.headings) or len(table.headings) > MOST_COLUMNS:
        raise _no_list(path)
    if not "".join(table.headings).isprintable():
        raise _no_list(path)
    return table


def _no_list(path: Path) -> Exception:
    return refuse(
        translate(
            "Import",
            "{file} is not a list that PeerDesk can read: it looks for one row of headings, and "
            "a row for each service below. Nothing was changed.",
        ).format(file=path.name)
    )


def _rows(table: Table) -> Iterable[tuple[int, list[str]]]:
    for count, (number, cells) in enumerate(table):
        if count >= MOST_ROWS:
            raise refuse(
                translate(
                    "Import",
                    "{file} has more than 20,000 rows. Nothing was changed. Ask for it as a "
                    "package of services (HSDS), or cut it into several lists.",
                ).format(file=table.label)
            )
        if any(c.strip() for c in cells):
            yield number, cells


# -- what a column is ----------------------------------------------------------------------------


def guess(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Columns:
    """What each column probably is, from its heading and the first rows."""
    found = [_FIELD_OF.get(h.replace("_", "").strip(".:*?"), "") for h in headings]
    for at, heading in enumerate(headings):
        if not found[at]:
            found[at] = _by_cells([row[at] for row in rows]) or _by_part(heading)
    seen: set[str] = set()
    for at, field in enumerate(found):
        if field in seen and field not in _SEVERAL:
            found[at] = ""
        seen.add(field)
    if "name" not in seen:
        if "organization" in seen:
            found[found.index("organization")] = "name"
        else:
            words = [at for at, field in enumerate(found) if not field and _wordy(rows, at)]
            if words:
                found[words[0]] = "name"
    return Columns(tuple(found))


def _by_cells(cells: Sequence[str]) -> str:
    full = [c for c in cells if c]
    for field, pattern in (("email", _EMAIL), ("url", _URL), ("phone", _PHONE)):
        if full and sum(map(bool, map(pattern.fullmatch, full))) * 4 >= len(full) * 3:
            return field
    return ""


def _by_part(heading: str) -> str:
    for word in heading.split("_"):
        if word in _FIELD_OF:
            return _FIELD_OF[word]
    return ""


def _wordy(rows: Sequence[Sequence[str]], at: int) -> bool:
    return any(any(c.isalpha() for c in row[at]) for row in rows)


# -- as a package ------------------------------------------------------------------------------


def open_list(path: Path, columns: Columns) -> Package:
    """The list as a package; raises KnownError as :meth:`List.read` does."""
    table = _open(path)
    made = _Tables()
    for number, cells in _rows(table):
        found: dict[str, list[str]] = {}
        for field, cell in zip(columns.fields, cells, strict=False):
            if field and cell.strip():
                found.setdefault(field, []).append(cell.strip())
        made.add(number, found)
    members = tuple(
        Member(name, path.name, len(data), lambda data=data: data)  # type: ignore[misc]
        for name, data in made.written().items()
    )
    size = sum(m.size for m in members)
    key = re.sub(r"[\W\d_]+", " ", path.stem).replace(" copy", " ").strip().casefold()
    return Package(path.name, f"list {key}", size, members, lambda: None, kind="table")


_HEADS = {
    "organizations": ("id", "name"),
    "services": ("id", "organization_id", *_TEXTS),
    "locations": ("id", "location_type"),
    "service_at_location": ("id", "service_id", "location_id"),
    "accessibility": ("id", "location_id", "description"),
    "addresses": ("id", "location_id", "address_1", "city", "postal_code", "address_type"),
    "phones": ("id", "service_id", "number"),
    "schedules": ("id", "service_id", "description"),
    "languages": ("id", "service_id", "name"),
    "required_documents": ("id", "service_id", "document"),
    "taxonomy_terms": ("id", "name"),
    "service_taxonomy": ("id", "service_id", "taxonomy_term_id"),
}


class _Tables:
    """The rows of each table; those of the services stand where they stood in the list."""

    def __init__(self) -> None:
        self._rows: dict[str, list[tuple[str, ...]]] = {name: [] for name in _HEADS}
        self._seen: set[str] = set()
        self._counts: dict[str, int] = {}  # where to go on: all of one name would take a minute
        self._owners: set[str] = set()
        self._terms: set[str] = set()

    def add(self, number: int, found: dict[str, list[str]]) -> None:
        """One row of the list."""

        def said(field: str, glue: str = "\n") -> str:
            return glue.join(found.get(field, ()))

        one = self._id(said("id", " ") or said("name", " "), said("city", " "))
        owner = said("organization", " ")
        if owner and owner.casefold() not in self._owners:
            self._owners.add(owner.casefold())
            self._rows["organizations"].append((owner.casefold(), owner))
        services = self._rows["services"]
        services.extend([()] * (number - 2 - len(services)))
        name = said("name", " ")
        texts = [name, *map(said, _TEXTS[1:])]
        services.append((one, owner.casefold() or f"of {one}", *texts))
        if not name:  # the import says so; nothing can hang on it
            return
        if not owner:
            self._rows["organizations"].append((f"of {one}", name))
        where = [said(f, ", ") for f in ("address", "city", "postal_code")]
        access = _access(found.get("accessibility", ()))
        if any(where) or access:
            self._rows["locations"].append((one, "physical"))
            self._rows["service_at_location"].append((one, one, one))
        if any(where):
            self._rows["addresses"].append((one, one, *where, "physical"))
        if access:
            self._rows["accessibility"].append((one, one, access))
        for at, phone in enumerate(_phones(found.get("phone", ()))):
            self._rows["phones"].append((f"{one} {at}", one, phone))
        if said("hours"):
            self._rows["schedules"].append((one, one, said("hours", "; ")))
        if said("languages"):
            self._rows["languages"].append((one, one, said("languages", ", ")))
        for at, paper in enumerate(_several(found.get("documents", ()))):
            self._rows["required_documents"].append((f"{one} {at}", one, paper))
        for term in _several(found.get("category", ()), commas=True):
            key = term.casefold()
            if key not in self._terms:
                self._terms.add(key)
                self._rows["taxonomy_terms"].append((key, term))
            self._rows["service_taxonomy"].append((f"{one} {key}", one, key))

    def _id(self, words: str, town: str) -> str:
        """The same for the same service in next month's list, whatever row it stands in."""
        plain = " ".join(words.casefold().split())
        for more in ("", " " + town.casefold()):
            if plain + more not in self._seen:
                break
        else:
            count = self._counts.get(plain, 2)
            while f"{plain} {count}" in self._seen:
                count += 1
            self._counts[plain] = count
            more = f" {count}"
        self._seen.add(plain + more)
        return plain + more

    def written(self) -> dict[str, bytes]:
        """Each table that has rows, as CSV."""
        files = {}
        for name, rows in self._rows.items():
            if rows:
                text = io.StringIO(newline="")
                writer = csv.writer(text)
                writer.writerow(_HEADS[name])
                writer.writerows(rows)
                files[name] = text.getvalue().encode("utf-8", "replace")
        return files


def _access(cells: Sequence[str]) -> str:
    """How one gets in; a plain yes in words that say it, and of a plain no nothing."""
    plain = [c.casefold().strip(" .") for c in cells]
    words = ["Step-free" if p in _YES else c for p, c in zip(plain, cells, strict=True)]
    return "\n".join(w for w, p in zip(words, plain, strict=True) if p not in _NO)


def _several(cells: Sequence[str], *, commas: bool = False) -> list[str]:
    """What stands in the cells, each once whatever its capitals: apart by semicolons, bars or
    lines, and where a cell has none of them, by ``commas``."""
    found: dict[str, str] = {}
    for cell in cells:
        parts = _APART.split(cell)
        if commas and len(parts) == 1:
            parts = _COMMA.split(cell)
        for part in parts:
            words = " ".join(part.split())
            if words:
                found.setdefault(words.casefold(), words)
    return [*found.values()]


def _phones(cells: Sequence[str]) -> list[str]:
    """Each number by itself, where a cell clearly holds several."""
    found: dict[str, None] = {}
    for cell in cells:
        parts = [p for p in _PARTS.split(cell) if p]
        apart = all(sum(c.isdigit() for c in part) > 4 for part in parts)
        found.update(dict.fromkeys(parts if apart else [cell]))
    return list(found)
