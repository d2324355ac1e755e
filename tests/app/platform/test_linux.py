"""Linux asks the desktop first and the screen second, and only when it is asked itself."""

from __future__ import annotations

from peerdesk.app.platform.linux import Linux, _make_bus, _make_x11


class Bus:
    def __init__(self, tell) -> None:
        self.tell, self.listens, self.open, self.idle = tell, False, True, None

    def listen(self) -> None:
        self.listens = True

    def idle_ms(self):
        return self.idle

    def close(self) -> None:
        self.open = False


class Screen:
    def __init__(self, idle=1200, sticky=False) -> None:
        self.idle, self.sticky, self.open = idle, sticky, True

    def idle_ms(self):
        return self.idle

    def sticky_keys(self) -> bool:
        return self.sticky

    def close(self) -> None:
        self.open = False


def linux(screen: Screen | None = None, **env: str) -> tuple[Linux, list[Bus]]:
    buses: list[Bus] = []

    def make(tell) -> Bus:
        buses.append(Bus(tell))
        return buses[-1]

    def look() -> Screen:
        assert screen is not None, "the screen was opened without need"
        return screen

    return Linux(make, look, env), buses


def test_nothing_is_opened_before_it_is_needed() -> None:
    _system, buses = linux(DISPLAY=":0")
    assert not buses


def test_what_the_bus_tells_goes_on() -> None:
    system, buses = linux()
    told: list[str] = []
    system.watch(told.append)
    assert buses[0].listens
    buses[0].tell("sleep")
    assert told == ["sleep"]
    system.watch(told.append)
    assert not buses[0].open, "one bus at a time"
    system.stop()
    assert not buses[1].open


def test_the_desktop_counts_before_the_screen() -> None:
    screen = Screen()
    system, buses = linux(screen, DISPLAY=":0")
    assert system.idle_ms() == 1200
    system.watch(lambda _reason: None)
    assert system.idle_ms() == 1200
    buses[0].idle = 5
    assert system.idle_ms() == 5
    system.stop()
    assert not screen.open


def test_under_wayland_the_screen_is_not_asked() -> None:
    system, _ = linux(DISPLAY=":0", WAYLAND_DISPLAY="wayland-0")
    assert system.idle_ms() is None
    assert not system.sticky_keys()


def test_without_a_screen_nobody_knows() -> None:
    system, _ = linux()
    assert system.idle_ms() is None


def test_sticky_keys() -> None:
    assert linux(Screen(sticky=True), DISPLAY=":0")[0].sticky_keys()
    assert not linux(Screen(), DISPLAY=":0")[0].sticky_keys()


def test_the_real_ones_can_be_made(qapp, monkeypatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "disabled:")
    monkeypatch.delenv("DISPLAY", raising=False)
    told: list[str] = []
    bus = _make_bus(told.append)
    assert bus.session is None
    assert bus.system is None
    bus.locked()
    bus.sleeping(True)
    assert told == ["session", "sleep"]
    bus.close()
    screen = _make_x11()
    assert screen.idle_ms() is None
    screen.close()
