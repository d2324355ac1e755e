"""Plain categories of local help, worked out from a service's words.

The keys stand in ``service.category``; the words on screen belong to the room. The word lists
are our own and meant to be read and corrected by anyone.
"""

from __future__ import annotations

from collections.abc import Iterable

WORDS: dict[str, str] = {
    "housing": "housing house home homes homeless homelessness shelter shelters rent rental renting"
    " renter renters tenant tenants tenancy landlord eviction evictions evicted rehousing hostel"
    " lodging accommodation apartment apartments mortgage foreclosure utility utilities heating"
    " repairs refuge vivienda deposit",
    "food": "food foods meal meals pantry pantries grocery groceries kitchen nutrition hunger"
    " hungry lunch breakfast dinner soup snap wic eat eating foodbank comida",
    "money": "money debt debts budget budgeting loan loans grant grants benefit benefits welfare"
    " financial finance finances income tax taxes cash credit savings allowance bills voucher"
    " vouchers insurance pension unemployment",
    "health": "health healthcare medical medicine medicines clinic clinics doctor doctors nurse"
    " nurses hospital dental dentist vision hearing pharmacy prescription treatment rehab rehabilit"
    "ation detox hiv vaccine vaccination vaccines immunization therapy disability disabilities"
    " maternity pregnancy screening wellness",
    "talk": "counselling counseling counsellor counselor listening helpline hotline crisis"
    " suicide suicidal emotional grief bereavement loneliness lonely befriending peer anxiety"
    " depression mental psychiatric psychological psychology recovery addiction alcohol abuse"
    " violence trauma",
    "family": "family families child children childcare parent parents parenting mother mothers"
    " father fathers baby babies infant infants youth teen teens kids school preschool nursery"
    " daycare adoption foster mentoring mentorship carer carers caregiver caregivers",
    "work": "job jobs work employment employer employers employed career careers training"
    " apprenticeship cv resume interview vocational skills workforce volunteering hiring",
    "rights": "legal law lawyer lawyers attorney rights immigration immigrant immigrants refugee"
    " refugees asylum citizenship visa passport document documents papers identification court"
    " advocacy discrimination appeal appeals complaint complaints guardianship",
}
KEYS = tuple(WORDS)
_KEY = {word: key for key, words in WORDS.items() for word in words.split()}
_ALL = frozenset(_KEY)
# small letters and blanks, as a string: a dict would raise inside for every letter it lacks
_PLAIN = "".join(chr(n).lower() if chr(n).isalnum() else " " for n in range(0x130))
NAMED, MENTIONED, ENOUGH, MOST, READ = 4, 1, 2, 3, 200


def categories(name: str, description: str, terms: Iterable[str] = ()) -> str:
    """Up to three category keys with blanks between, the likeliest first; "" when unsure.

    A word in the name or in a taxonomy term weighs four times one in the description.
    """
    score: dict[str, int] = {}
    named = f"{name} {' '.join(terms)}"
    for text, weight in ((named, NAMED), (description[:READ], MENTIONED)):
        for word in _ALL.intersection(text.translate(_PLAIN).split()):
            key = _KEY[word]
            score[key] = score.get(key, 0) + weight
    best = max(score.values(), default=0)
    if best < ENOUGH:
        return ""
    likely = [k for k, points in score.items() if points >= ENOUGH and points * 3 >= best]
    return " ".join(sorted(likely, key=lambda k: (-score[k], KEYS.index(k)))[:MOST])
