"""A made-up directory in HSDS 3.0 form, always the same for the same seed."""

from __future__ import annotations

import csv
import random
import uuid
from pathlib import Path

WORDS = [
    "advice",
    "housing",
    "rent",
    "letter",
    "food",
    "parcel",
    "meal",
    "debt",
    "budget",
    "clinic",
    "nurse",
    "counselling",
    "group",
    "family",
    "child",
    "school",
    "work",
    "training",
    "law",
    "benefit",
    "form",
    "repair",
    "shelter",
    "bed",
    "night",
    "listening",
    "phone",
    "visit",
    "garden",
    "walk",
    "language",
    "class",
    "travel",
    "pass",
    "clothes",
    "furniture",
    "pet",
    "blood",
    "test",
    "vaccine",
    "parent",
    "carer",
    "young",
    "older",
    "adult",
    "evening",
    "weekend",
    "drop",
    "appointment",
    "volunteer",
    "centre",
    "hall",
    "church",
    "library",
    "park",
    "street",
    "river",
    "hill",
    "bridge",
    "north",
    "south",
    "east",
    "west",
    "community",
    "trust",
    "network",
    "project",
    "team",
    "service",
]
PLAIN = [
    "the",
    "and",
    "for",
    "with",
    "of",
    "to",
    "in",
    "on",
    "at",
    "a",
    "an",
    "or",
    "we",
    "you",
    "your",
    "our",
    "people",
    "who",
    "are",
    "can",
    "may",
    "need",
    "by",
    "from",
    "any",
    "each",
    "every",
    "some",
    "other",
    "more",
    "also",
    "where",
    "when",
    "how",
    "call",
    "ask",
    "bring",
    "come",
    "see",
    "find",
    "open",
    "free",
    "help",
    "helps",
    "offer",
    "offers",
    "provide",
    "support",
    "local",
    "area",
    "county",
    "city",
    "near",
    "first",
    "week",
    "day",
    "time",
]
TOWNS = [
    "Millbrook",
    "Eastford",
    "Northgate",
    "Harlow",
    "Quayside",
    "Ashdown",
    "Brindle",
    "Corby",
    "Denholm",
    "Elmswell",
]
DAYS = ("MO,TU,WE,TH,FR", "MO,TU,WE,TH", "MO,WE,FR", "TU,TH", "SA", "SA,SU", "WE", "MO,TU,FR")


def _say(rng: random.Random, low: int, high: int) -> str:
    return " ".join(rng.choices(WORDS, k=rng.randint(low, high))).capitalize()


def _tell(rng: random.Random, low: int, high: int) -> str:
    """Sentences as people write them: two words in three are plain."""
    words = rng.choices(PLAIN + PLAIN + WORDS, k=rng.randint(low, high))
    return " ".join(f"{w}." if n % 12 == 11 else w for n, w in enumerate(words)).capitalize()


def write_package(folder: Path, services: int, seed: int = 7) -> int:
    """Write the CSV files into ``folder``; returns the number of rows in all of them."""
    rng = random.Random(seed)

    def new() -> str:
        return str(uuid.UUID(int=rng.getrandbits(128), version=4))

    tables: dict[str, list[dict[str, object]]] = {
        name: []
        for name in (
            "organizations",
            "locations",
            "services",
            "service_at_location",
            "addresses",
            "phones",
            "schedules",
            "languages",
        )
    }
    organizations = [new() for _ in range(max(services // 3, 1))]
    for one in organizations:
        name = f"{_say(rng, 2, 3)} {rng.choice(TOWNS)}"
        tables["organizations"].append(
            {"id": one, "name": name, "description": _tell(rng, 12, 30), "website": "example.org"}
        )
    for number in range(services):
        service, location, both = new(), new(), new()
        tables["services"].append(
            {
                "id": service,
                "organization_id": rng.choice(organizations),
                "name": f"{_say(rng, 2, 4)} {number}",
                "description": _tell(rng, 25, 90),
                "status": "active",
                "fees_description": rng.choice(("Free", "", "5 a visit", "No charge")),
                "eligibility_description": _say(rng, 4, 9),
                "application_process": _say(rng, 4, 12),
                "email": "desk@example.org",
            }
        )
        tables["locations"].append(
            {
                "id": location,
                "location_type": "physical",
                "name": _say(rng, 2, 3),
                "latitude": round(rng.uniform(50, 55), 5),
                "longitude": round(rng.uniform(-3, 1), 5),
            }
        )
        tables["service_at_location"].append(
            {"id": both, "service_id": service, "location_id": location}
        )
        tables["addresses"].append(
            {
                "id": new(),
                "location_id": location,
                "address_1": f"{rng.randint(1, 200)} {rng.choice(WORDS).capitalize()} Street",
                "city": rng.choice(TOWNS),
                "state_province": "County",
                "postal_code": f"X{rng.randint(10, 99)} {rng.randint(1, 9)}ZZ",
                "country": "GB",
                "address_type": "physical",
            }
        )
        tables["phones"].append(
            {"id": new(), "service_id": service, "number": f"555 {rng.randint(0, 9999):04}"}
        )
        opens = rng.randint(7, 12)
        tables["schedules"].append(
            {
                "id": new(),
                "service_id": service,
                "freq": "WEEKLY",
                "byday": rng.choice(DAYS),
                "opens_at": f"{opens:02}:00",
                "closes_at": f"{opens + rng.randint(2, 9):02}:00",
            }
        )
        tables["languages"].append(
            {
                "id": new(),
                "service_id": service,
                "name": rng.choice(("English", "Spanish", "Somali", "Welsh")),
            }
        )
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return sum(map(len, tables.values()))
