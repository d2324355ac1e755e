"""Reading aloud with whatever voice there is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from peerdesk.ui.speech import Speaker, voice


@pytest.mark.parametrize(
    ("platform", "there", "command"),
    [
        ("linux", {"espeak-ng", "spd-say"}, ["espeak-ng", "-v", "es", "--stdin"]),
        ("linux", {"spd-say"}, ["spd-say", "-l", "es", "--wait", "--pipe-mode"]),
        ("linux", set(), None),
        ("darwin", {"say"}, ["say", "-f", "-"]),
        ("darwin", set(), None),
        ("win32", set(), None),
    ],
)
def test_voice(platform: str, there: set[str], command: list[str] | None) -> None:
    assert voice(platform, lambda n: n if n in there else None, "es") == command


def test_windows_voice_reads_its_input() -> None:
    command = voice("win32", lambda n: n, "es")
    assert command is not None
    assert "In.ReadToEnd" in command[-1]


def test_the_words_go_to_the_process(qtbot: QtBot, tmp_path: Path) -> None:
    heard = tmp_path / "heard.txt"
    code = f"import sys; open({str(heard)!r}, 'wb').write(sys.stdin.buffer.read())"
    speaker = Speaker([sys.executable, "-c", code])
    assert speaker.available()
    assert speaker.speak("Ring 988, día y noche")
    with qtbot.waitSignal(speaker.changed, timeout=10_000) as told:
        pass
    assert told.args == [False]
    assert heard.read_text("utf-8") == "Ring 988, día y noche"


@pytest.mark.usefixtures("qapp")
def test_stop_and_toggle() -> None:
    speaker = Speaker([sys.executable, "-c", "import sys, time; sys.stdin.read(); time.sleep(60)"])
    speaker.toggle("words")
    assert speaker.speaking()
    process = speaker._process
    assert process is not None
    speaker.toggle("words")
    assert not speaker.speaking()
    assert process.poll() is not None
    speaker.stop()


@pytest.mark.usefixtures("qapp")
def test_no_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("peerdesk.ui.speech.voice", lambda: None)
    speaker = Speaker()
    assert not speaker.available()
    assert not speaker.speak("words")


@pytest.mark.usefixtures("qapp")
def test_a_voice_that_went_away(tmp_path: Path) -> None:
    speaker = Speaker([str(tmp_path / "gone")])
    assert not speaker.speak("words")
    assert not speaker.speaking()
    assert not Speaker(["x"]).speak("  ")
