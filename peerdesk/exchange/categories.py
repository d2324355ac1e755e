"""Plain categories of local help, worked out from a service's words.

The keys stand in ``service.category``; the words on screen belong to the room. The word lists
are our own and meant to be read and corrected by anyone.
"""

from __future__ import annotations

import re
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
    # the rest stand behind "More filters"
    "mind": "mental psychiatric psychiatry psychological psychology psychologist anxiety depression"
    " depressed psychosis bipolar counselling counseling therapist psychotherapy wellbeing",
    "addiction": "addiction addictions alcohol alcoholics drug drugs substance narcotics sober"
    " sobriety detox overdose gambling smoking opioid methadone naloxone",
    "safety": "violence abuse abused domestic assault rape stalking trafficking battered survivor"
    " survivors safeguarding refuge victim victims",
    "loss": "grief grieving bereavement bereaved hospice loss widow widows widowed funeral",
    "learning": "education educational learning literacy tutoring tutor classes course courses esl"
    " ged college university school schools homework reading english diploma",
    "disability": "disability disabilities disabled wheelchair blind deaf autism autistic hearing"
    " vision mobility sensory accessible",
    "older": "senior seniors elderly older ageing aging retirement retired dementia alzheimer"
    " pensioner pensioners",
    "young": "youth teen teens teenager teenagers adolescent adolescents young juvenile student"
    " students",
    "newcomers": "immigrant immigrants immigration refugee refugees asylum migrant migrants"
    " newcomer newcomers interpreter interpreting translation resettlement citizenship",
    "transport": "transport transportation bus buses ride rides travel fare fares taxi paratransit",
    "things": "clothes clothing furniture household appliances toiletries hygiene laundry shower"
    " showers diapers nappies bedding thrift blankets",
    "together": "social friendship friends befriending lonely loneliness isolation club clubs"
    " choir walking gardening garden crafts companionship leisure recreation"
    " recreational",
}
# the categories that are always in sight
FIRST = 8
# Where a term has a code as in the taxonomy of AIRS/211 ("BH-1800.8500"), its first letters tell.
CODES: dict[str, tuple[str, ...]] = {
    "BD": ("food",),
    "BH": ("housing",),
    "BM": ("things",),
    "BT": ("transport",),
    "BV": ("housing", "money"),
    "FT": ("rights",),
    "H": ("learning",),
    "L": ("health",),
    "ND": ("work",),
    "NL": ("money",),
    "NS": ("money",),
    "PH": ("family",),
    "PL": ("together",),
    "RP": ("mind", "talk"),
    "RM": ("mind",),
    "RX": ("addiction",),
}
_CODE = re.compile(r"([A-Z]{1,2})[A-Z]?-\d{4}(?:\.\d{1,4}(?:-\d{1,3}(?:\.\d{1,3})?)?)?")
KEYS = tuple(WORDS)
# A score has its category in the lowest bits: points * UNIT + place, the first category having the
# highest place, so that scores sort as they are to be told.
UNIT = 32
_BY_PLACE = KEYS[::-1]
_PLACE = {key: place for place, key in enumerate(_BY_PLACE)}
_PLACES: dict[str, tuple[int, ...]] = {}
for _key, _words in WORDS.items():
    for _word in _words.split():
        _PLACES[_word] = (*_PLACES.get(_word, ()), _PLACE[_key])
_ALL = frozenset(_PLACES)
# small letters and blanks, as a string: a dict would raise inside for every letter it lacks
_PLAIN = "".join(chr(n).lower() if chr(n).isalnum() else " " for n in range(0x130))
NAMED, MENTIONED, CODED, ENOUGH, MOST, READ = 4, 1, 8, 2, 4, 200


def categories(name: str, description: str, terms: Iterable[str] = ()) -> str:
    """Up to four category keys with blanks between, the likeliest first; "" when unsure.

    A word in the name or in a taxonomy term weighs four times one in the description, the code of
    a term twice that.
    """
    score: dict[int, int] = {}
    known = score.get
    terms = list(terms)
    named = f"{name} {' '.join(terms)}" if terms else name
    for word in _ALL.intersection(named.translate(_PLAIN).split()):
        for place in _PLACES[word]:
            score[place] = known(place, place) + NAMED * UNIT
    for word in _ALL.intersection(description[:READ].translate(_PLAIN).split()):
        for place in _PLACES[word]:
            score[place] = known(place, place) + MENTIONED * UNIT
    for term in terms:
        for key in of_code(term):
            place = _PLACE[key]
            score[place] = known(place, place) + CODED * UNIT
    if not score:
        return ""
    found = sorted(score.values(), reverse=True)[:MOST]
    # of those that are likely, none is less than a third as likely as the first
    least = max(ENOUGH, -(-(found[0] // UNIT) // 3)) * UNIT
    return " ".join([_BY_PLACE[points % UNIT] for points in found if points >= least])


def of_code(term: str) -> tuple[str, ...]:
    """The categories that the code of a taxonomy term stands for; none where it is no code."""
    found = _CODE.fullmatch(term)
    letters = found[1] if found else ""
    return CODES.get(letters) or CODES.get(letters[:1], ())
