"""Words on the screen: found by lupdate, and calm and plain (DESIGN, How it looks and feels)."""

from __future__ import annotations

import ast
import re

import pytest

from tests.architecture.source import modules, translated, where

# Each with the word that is used instead, or why.
FORBIDDEN = {
    "invalid": "say what to write",
    "fail": "say what happened",
    "failed": "say what happened",
    "failure": "say what happened",
    "error": "say what happened",
    "illegal": "say what to write",
    "fatal": "say what happened",
    "abort": "Stop",
    "overdue": "needs a call",
    "no-show": "was not there",
    "no show": "was not there",
    "sealed": "locked",
    "freshness": "last checked",
    "her": "their",
    "his": "their",
    "he": "they",
    "she": "they",
    "median": "usually",
    "setback": "hard this time",
    "passphrase": "Password (six words)",
    "resource": "Local help",
    "resources": "Local help",
    "task": "next step",
    "tasks": "next steps",
    "goal": "next step",
    "goals": "next steps",
    "patient": "person",
    "client": "person",
    "addict": "person",
    "database": "say what the person knows it as",
    "encrypted": "locked",
    "traceback": "say what happened",
}
TYPED = "app/find/also.py"
"""What people may type to find their way; nobody reads it."""
_FORBIDDEN = re.compile(r"\b(" + "|".join(map(re.escape, FORBIDDEN)) + r")\b", re.IGNORECASE)


def _literals() -> list[tuple[str, str]]:
    return [
        (where(path, call), argument.value)
        for path in modules()
        for call, arguments in translated(path)
        # A context or a remark to translators is not shown, but is read by people all the same.
        for argument in arguments
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]


def test_there_are_words_to_look_at() -> None:
    assert len(_literals()) > 20


def test_lupdate_can_read_every_text() -> None:
    """It takes an f-string or a variable silently for something else."""
    found = [
        where(path, call)
        for path in modules()
        for call, arguments in translated(path)
        if not arguments
        or not all(isinstance(a, ast.Constant) and isinstance(a.value, str) for a in arguments)
    ]
    assert not found


def test_words_are_calm() -> None:
    found = [
        f"{place} “{match[0]}” ({FORBIDDEN[match[0].lower()]}): {text}"
        for place, text in _literals()
        if TYPED not in place and (match := _FORBIDDEN.search(text))
    ]
    assert not found, "\n".join(found)


def test_every_count_has_a_plural() -> None:
    """``{n} people`` cannot be said in languages with more than two forms; ``%n`` can."""
    found = [
        f"{where(path, call)} {arguments}"
        for path in modules()
        for call, arguments in translated(path)
        if any("%n" in getattr(a, "value", "") for a in arguments)
        and len(call.args) + len(call.keywords) <= len(arguments)
    ]
    assert not found


@pytest.mark.parametrize(
    "text", ["Invalid date", "3 overdue follow-ups", "A no-show", "In her own words"]
)
def test_the_list_catches(text: str) -> None:
    assert _FORBIDDEN.search(text)


@pytest.mark.parametrize("text", ["Here since", "This evening", "Where to go", "Sheet", "There"])
def test_the_list_lets_pass(text: str) -> None:
    assert not _FORBIDDEN.search(text)


def test_lupdate_sees_every_number() -> None:
    """It leaves out a sentence whose number is given by keyword."""
    found = [
        where(path, call)
        for path in modules()
        for call, _arguments in translated(path)
        if any(keyword.arg == "n" for keyword in call.keywords)
    ]
    assert not found


def test_words_belong_to_who_says_them() -> None:
    """``other.tr`` looks in the context of ``other``, but lupdate writes that of the class."""
    found = [
        where(path, call)
        for path in modules()
        for call, _arguments in translated(path)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr == "tr"
        and not (isinstance(call.func.value, ast.Name) and call.func.value.id == "self")
    ]
    assert not found
