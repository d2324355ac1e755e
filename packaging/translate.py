#!/usr/bin/env python3
"""Collects every sentence of PeerDesk for translators, and compiles what they wrote.

    python3 packaging/translate.py            update resources/translations/*.ts and *.qm
    python3 packaging/translate.py es         the same, and begin Spanish if it is not there
    python3 packaging/translate.py --check    say what is missing or out of date; exit 1 if any

Needs the project's .venv (`python3 packaging/dev.py test` makes it); Qt's own tools do the work.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
BIN = ROOT / ".venv" / ("Scripts" if sys.platform == "win32" else "bin")
PLACE = re.compile(r"\{\w+\}|%L?n")
NUMBER = re.compile(r"%L?n")
ENGLISH = "peerdesk_en"
Message = tuple[str, str, str]


def update(ts: Path, source: Path = ROOT / "peerdesk") -> None:
    """Bring ``ts`` up to date with the sources; what is no longer there is dropped."""
    kept = messages(ts) if ts.exists() else {}
    files = sorted(str(p.relative_to(ROOT)) for p in source.rglob("*.py"))
    _run("pyside6-lupdate", *files, "-no-obsolete", "-locations", "none", "-ts", str(ts))
    _mark_plurals(ts, kept)
    if ts.stem == ENGLISH:
        _keep_plurals(ts)


def _keep_plurals(ts: Path) -> None:
    """English needs a file for its plural forms alone."""
    tree = ElementTree.parse(ts)
    for context in list(tree.getroot().iter("context")):
        for message in list(context.iter("message")):
            if message.get("numerus") != "yes":
                context.remove(message)
        if context.find("message") is None:
            tree.getroot().remove(context)
    tree.write(ts, encoding="utf-8", xml_declaration=True)


def _mark_plurals(ts: Path, kept: dict[Message, list[str]]) -> None:
    """Every sentence with a number has plural forms. lupdate sees that in ``tr`` but not in
    ``translate``, and drops the forms of what it does not see: those of ``kept`` come back."""
    tree = ElementTree.parse(ts)
    for context in tree.getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or not NUMBER.search(message.findtext("source") or ""):
                continue
            message.set("numerus", "yes")
            forms = kept.get(_key(context, message), [])
            if translation.find("numerusform") is None:
                translation.text = None
                for words in forms or [""]:
                    ElementTree.SubElement(translation, "numerusform").text = words
                if forms:
                    translation.attrib.pop("type", None)
    tree.write(ts, encoding="utf-8", xml_declaration=True)


def _key(context: ElementTree.Element, message: ElementTree.Element) -> Message:
    return (
        context.findtext("name") or "",
        message.findtext("source") or "",
        message.findtext("comment") or "",
    )


def compile_ts(ts: Path, qm: Path) -> None:
    """Make the file the program reads."""
    _run("pyside6-lrelease", str(ts), "-qm", str(qm))


def messages(ts: Path) -> dict[Message, list[str]]:
    """(context, source, comment) -> translations (one per plural form); [] while unfinished."""
    found = {}
    for context in ElementTree.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            key = _key(context, message)
            translation = message.find("translation")
            words: list[str] = []
            if translation is not None and translation.get("type") != "unfinished":
                forms = translation.findall("numerusform")
                words = [f.text or "" for f in forms] if forms else [translation.text or ""]
            found[key] = words
    return found


def _places(words: str) -> set[str]:
    return {place for place in PLACE.findall(words) if not NUMBER.fullmatch(place)}


def problems(ts: Path) -> list[str]:
    """What a translator or a programmer still has to do for ``ts``, a line each."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / ts.name
        update(fresh)
        wanted = set(messages(fresh))
        kept = messages(ts)
        found = [
            f"{ts.name}: not in the sources any more: {k[1]!r}" for k in kept if k not in wanted
        ]
        found += [f"{ts.name}: not translated: {k[1]!r}" for k in sorted(wanted) if not kept.get(k)]
        for (context, source, _), forms in kept.items():
            found += [
                f"{ts.name}: {context}: other places than in {source!r}: {form!r}"
                for form in forms
                if _places(form) != _places(source)
            ]
        qm = Path(folder) / "fresh.qm"
        compile_ts(ts, qm)
        compiled = ts.with_suffix(".qm")
        if not compiled.exists() or compiled.read_bytes() != qm.read_bytes():
            found.append(f"{compiled.name}: out of date")
    return found


def main(argv: list[str]) -> int:
    """Do what was asked; returns an exit code."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    if argv == ["--check"]:
        found = [line for ts in sorted(FOLDER.glob("*.ts")) for line in problems(ts)]
        print("\n".join(found) or "Every sentence is translated.")
        return 1 if found else 0
    for code in argv:
        update(FOLDER / f"peerdesk_{code}.ts")
    for ts in sorted(FOLDER.glob("*.ts")):
        update(ts)
        compile_ts(ts, ts.with_suffix(".qm"))
    return 0


def _run(tool: str, *arguments: str) -> None:
    done = subprocess.run(
        [str(BIN / tool), *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{tool} did not work:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
