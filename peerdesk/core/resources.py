"""Where the files that ship with the program are: icons, content, translations."""

from __future__ import annotations

from pathlib import Path


def folder(name: str) -> Path:
    """``resources/<name>``: inside the package once installed, beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "_resources" / name
    return inside if inside.is_dir() else package.parent / "resources" / name
