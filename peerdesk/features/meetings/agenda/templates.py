"""Agendas to use again: ours, in the language of the computer, and the group's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from peerdesk.core import resources
from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.exchange import agenda_file
from peerdesk.exchange.agenda_file import Agenda, AgendaPart
from peerdesk.features.meetings.ways import WaysVerbs
from peerdesk.store.cabinet import AgendaTemplate, GroupSetting

SHIPPED = (
    "circle-90",
    "circle-60",
    "check-in",
    "skills",
    "newcomers",
    "book-or-film",
    "planning",
    "hybrid",
)
"""Our templates, in the order shown: ``content/templates/<key>.json`` in English, and below
``content/templates/<language>/`` in others."""
SHORTEST_MAIN = 5
DEFAULT = "template"
"""Group setting: the template of every meeting; ``template:<series in hex>`` that of one series."""


@dataclass(frozen=True)
class Template:
    """An agenda to use again. ``key`` is that of ours, or the uid in hex when it is the group's
    ``own``."""

    key: str
    name: str
    words: str
    parts: tuple[AgendaPart, ...]
    own: bool = False

    @property
    def minutes(self) -> int:
        """How long all parts take together."""
        return sum(p.minutes for p in self.parts)


@cache
def shipped(language: str = "") -> tuple[Template, ...]:
    """Our templates in ``language`` ("en", "es"), each in English where it is not translated."""
    folder = resources.folder("content") / "templates"
    made = []
    for key in SHIPPED:
        own = folder / language / f"{key}.json"
        path = own if language and own.is_file() else folder / f"{key}.json"
        agenda = agenda_file.read(path.read_bytes())
        made.append(Template(key, agenda.name, agenda.words, agenda.parts))
    return tuple(made)


def usual(length: int) -> str:
    """The key of our template for a meeting of ``length`` minutes."""
    return "circle-90" if length > 75 else "circle-60"


def fitted(parts: Iterable[AgendaPart], length: int) -> tuple[AgendaPart, ...]:
    """The parts for a meeting of ``length`` minutes: the first main part takes what is left.

    It is kept at SHORTEST_MAIN; what it cannot take up then ends late, and shows. Without a main
    part nothing changes: a round does not get longer because the evening is.
    """
    made = list(parts)
    at = next((i for i, p in enumerate(made) if p.kind == "main"), None)
    if at is not None:
        rest = length - sum(p.minutes for i, p in enumerate(made) if i != at)
        made[at] = replace(made[at], minutes=max(SHORTEST_MAIN, rest))
    return tuple(made)


class TemplateVerbs(WaysVerbs):
    """The templates of the group, and which one a new meeting begins with."""

    def templates(self) -> tuple[Template, ...]:
        """The group's own by name, then ours."""
        return (*self._own("ORDER BY name COLLATE NOCASE, id"), *shipped(self.language))

    def template(self, key: str) -> Template | None:
        """The template with this key; None when it is gone."""
        if key in SHIPPED:
            return shipped(self.language)[SHIPPED.index(key)]
        own = self._own("WHERE lower(hex(uid)) = ?", key)
        return own[0] if own else None

    def template_for(self, series: bytes | None, length: int) -> Template:
        """What a meeting of that series and length begins with, fitted to the length."""
        keys = (self.default_template(series), self.default_template())
        found = (self.template(k) for k in (*keys, usual(length)) if k)
        chosen = next(t for t in found if t is not None)
        return replace(chosen, parts=fitted(chosen.parts, length))

    def default_template(self, series: bytes | None = None) -> str:
        """The key of the template that meetings (of one series) begin with; "" for as it fits."""
        return self.group_setting(_setting(series))

    def set_default_template(self, key: str, series: bytes | None = None) -> None:
        """Let meetings (of one series) begin with a template; "" for as it fits."""
        if self.default_template(series) == key:
            return
        with self.cabinet.operation(translate("Templates", "Chose how meetings begin")):
            self._put(_setting(series), key)

    def add_template(self, agenda: Agenda) -> str:
        """Keep an agenda, of a meeting or from a file, among the group's own. Returns its key."""
        now = self.clock.now_ms()
        new = new_uid(now)
        with self.cabinet.operation(translate("Templates", "Kept an agenda as a template")):
            AgendaTemplate.create(
                uid=new,
                name=" ".join(agenda.name.split())[: agenda_file.LONGEST_NAME],
                words=agenda.words.strip()[: agenda_file.LONGEST_WORDS],
                parts=agenda_file.dump_parts(agenda.parts),
                changed_at=now,
            )
        return new.hex()

    def set_template(self, key: str, **fields: str) -> None:
        """Change ``name`` or ``words`` of one of the group's own."""
        most = {"name": agenda_file.LONGEST_NAME, "words": agenda_file.LONGEST_WORDS}
        fields = {field: words[: most[field]] for field, words in fields.items()}
        label = translate("Templates", "Changed a template")
        with self.cabinet.operation(label, merge=("template", key, *sorted(fields))):
            AgendaTemplate.update(**fields, changed_at=self.clock.now_ms()).where(
                AgendaTemplate.uid == bytes.fromhex(key)
            ).execute()

    def remove_template(self, key: str) -> None:
        """Take one of the group's own away; meetings that begin with it begin as it fits."""
        with self.cabinet.operation(translate("Templates", "Removed a template")):
            AgendaTemplate.delete().where(AgendaTemplate.uid == bytes.fromhex(key)).execute()
            GroupSetting.update(value="").where(
                GroupSetting.key.startswith(DEFAULT), GroupSetting.value == key
            ).execute()

    def _own(self, rest: str, *values: str) -> list[Template]:
        rows = self.cabinet.rows(
            "SELECT uid, name, words, parts FROM agenda_template " + rest, *values
        )
        return [
            Template(
                bytes(uid).hex(),  # type: ignore[call-overload]
                str(name),
                str(words),
                agenda_file.load_parts(str(parts)),
                own=True,
            )
            for uid, name, words, parts in rows
        ]


def _setting(series: bytes | None) -> str:
    return DEFAULT if series is None else f"{DEFAULT}:{series.hex()}"
