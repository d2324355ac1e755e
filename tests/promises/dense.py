"""Packages of up to 1 MiB that hold as much work as can be written into them.

Each is a zip, packed or not, and nothing in it is broken: every row is right.
"""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterable

MIB = 1024 * 1024
ONE = "id,name\ns1,n\n"
PLACE = "id,name\nl,n\n"
LONG = "word " * 100_000
SPLIT = b"\x1d"
Tables = dict[str, str]


def rows(head: str, made: Iterable[str]) -> str:
    """A table, cut off where it would be more than a MiB."""
    text, left = [head], MIB - len(head) - 4_096
    for row in made:
        left -= len(row) + 1
        if left < 0:
            break
        text.append(row)
    return "\n".join([*text, ""])


def zipped(tables: Tables, way: int = zipfile.ZIP_STORED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", way) as archive:
        for name, text in tables.items():
            archive.writestr(f"{name}.csv", text)
    return made.getvalue()


def _at(number: int, services: int = 8_000) -> Tables:
    """``number`` links of services to one place."""
    return {
        "services": rows("id,name", (f"{n:x},n" for n in range(services))),
        "locations": PLACE,
        "service_at_location": rows(
            "id,service_id,location_id", (f"{n:x},{n % services:x},l" for n in range(number))
        ),
    }


def _told(rng: random.Random) -> str:
    return " ".join(f"{rng.getrandbits(24):x}" for _ in range(30))


def _same_text() -> bytes:
    """Sentences that occur again and again, packed as far as a package may be."""
    rng = random.Random(5)
    said = [_told(rng)[:100] for _ in range(150)]
    texts = (f"{n:x},n,{' '.join(rng.choices(said, k=6))}" for n in range(14_000))
    return zipped({"services": "\n".join(["id,name,description", *texts])}, zipfile.ZIP_DEFLATED)


def _packed(count: int) -> bytes:
    text = "\n".join(["id,name", *(f"{n:x},n" for n in range(count))])
    return zipped({"services": text}, zipfile.ZIP_DEFLATED)


def _with(table: str, head: str, made: Iterable[str]) -> bytes:
    return zipped({"services": ONE, table: rows(head, made)})


def _services(head: str, made: Iterable[str], **others: str) -> bytes:
    return zipped({"services": rows(head, made), **others})


N = 200_000
CASES: dict[str, Callable[[], bytes]] = {
    "services": lambda: _services("id,name", (f"{n:x},n" for n in range(N))),
    "services, as many as may come": lambda: _services(
        "name,description", (f"{n:x},{_told(random.Random(n))[:20]}" for n in range(24_900))
    ),
    "services without ids": lambda: _services("id,name", (f",{n:x}" for n in range(N))),
    "services, packed": lambda: _packed(520_000),
    "organizations": lambda: _with("organizations", "id,name", (f"{n:x},n" for n in range(99_900))),
    "phones": lambda: _with("phones", "service_id,number", (f"s1,{n:x}" for n in range(99_900))),
    "phones of nobody": lambda: _with(
        "phones", "service_id,number", (f"{n:x},5" for n in range(99_900))
    ),
    "phones with one id": lambda: _with(
        "phones", "id,service_id,number", (f"1,s1,{n:x}" for n in range(N))
    ),
    "languages": lambda: _with("languages", "service_id,name", (f"s1,{n:x}" for n in range(N))),
    "languages in a cell": lambda: _with(
        "languages", "service_id,name", ["s1," + ";".join(f"{n:x}" for n in range(99_000))]
    ),
    "times": lambda: _with("schedules", "service_id,opens_at", (f"s1,{n:x}" for n in range(N))),
    "times in words": lambda: _with(
        "schedules", "service_id,opens_at,notes", (f"s1,,Mo-{n}" for n in range(N))
    ),
    "terms in a cell": lambda: zipped(
        {
            "services": f'id,name,taxonomy_ids\ns1,n,"{",".join(f"{n:x}" for n in range(48_000))}"',
            "taxonomy_terms": rows("id,name", (f"{n:x},n" for n in range(48_000))),
        }
    ),
    "addresses of one place": lambda: zipped(
        {
            **_at(8_000),
            "addresses": rows("id,location_id,city", (f"{n:x},l,c" for n in range(30_000))),
        }
    ),
    "languages of one place": lambda: zipped(
        {
            **_at(8_000),
            "languages": rows("id,location_id,name", (f"{n:x},l,{n:x}" for n in range(30_000))),
        }
    ),
    "one place with a long address": lambda: zipped(
        {
            **_at(40_000, 12_000),
            "addresses": f"id,location_id,address_1,city\na,l,{LONG[:900]},{LONG[:900]}\n",
        }
    ),
    "a long organization": lambda: _services(
        "id,organization_id,name",
        (f"{n:x},o,n" for n in range(20_000)),
        organizations=f"id,name\no,{LONG}\n",
    ),
    "a long term": lambda: _services(
        "id,name,taxonomy_ids",
        (f"{n:x},n,t" for n in range(15_000)),
        taxonomy_terms=f"id,name\nt,{LONG}\n",
    ),
    "a long term for one id": lambda: _services(
        "id,name",
        (f"s,{n:x}" for n in range(20_000)),
        taxonomy_terms=f"id,name\nt,{LONG}\n",
        services_taxonomy="service_id,taxonomy_id\ns,t\n",
    ),
    "long words for one id": lambda: _services(
        "id,name",
        (f"s,{n:x}" for n in range(20_000)),
        eligibility=f"service_id,eligibility\ns,{LONG}\n",
    ),
    "costs of one id": lambda: _services(
        "id,name",
        (f"s,{n:x}" for n in range(15_000)),
        cost_options=rows("service_id,amount", ("s,0" for _ in range(35_000))),
    ),
    "access to one id": lambda: zipped(
        {
            "services": ONE,
            "locations": rows("id,name", (f"s,{n:x}" for n in range(45_000))),
            "accessibility": f"location_id,accessibility\ns,{LONG}\n",
        }
    ),
    "the same text": _same_text,
}


def joined(tables: Tables) -> bytes:
    """Tables in one, to be mutated: a zip would mostly just be unreadable afterwards."""
    return SPLIT.join(f"{name}\n{text}".encode() for name, text in tables.items())


def small() -> list[bytes]:
    """Seeds for mutants: a little of the same, as :func:`joined` makes it."""
    words = _told(random.Random(3))
    return [
        joined({"services": rows("id,name", (f"{n:x},n" for n in range(60)))}),
        joined(
            {
                **_at(40, 20),
                "addresses": rows("id,location_id,city", (f"{n},l,{words}" for n in range(9))),
                "languages": rows("id,location_id,name", (f"{n},l,{n};{n}x" for n in range(9))),
                "schedules": rows("service_id,opens_at", (f"{n:x},{n}" for n in range(20))),
                "eligibility": rows("service_id,eligibility", (f"{n:x},x" for n in range(9))),
            }
        ),
    ]
