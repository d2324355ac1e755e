"""What PeerDesk needs from a Linux system beside Python, and how to get it.

Qt's wheels bring Qt, but not the system's own graphics, keyboard and font libraries. Each need
is looked for in the way it will be used (``dlopen``, a program on PATH, a font file), so that a
distribution that names its packages differently is not asked for anything it has.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

# library file -> Debian package; from `ldd` over the Qt parts that PeerDesk loads.
SCREEN_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libcups.so.2": "libcups2",
}
# PeerDesk starts without these, only without Wayland or printing; no reason to refuse.
NOT_VITAL = {
    "libwayland-client.so.0",
    "libwayland-cursor.so.0",
    "libwayland-egl.so.1",
    "libcups.so.2",
}
# program -> Debian package
# khal (half a megabyte with all it needs) reads our calendar files as another program would,
# pdftotext what stands in a printed page.
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "strace": "strace",
    "khal": "khal",
    "pdftotext": "poppler-utils",
}
BUILD_PROGRAMS = {"objdump": "binutils"}
FONT_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local/share/fonts",
    Path.home() / ".fonts",
)


class NeedsHelp(Exception):
    """Something is missing that this program may not install by itself; the text says what."""


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_font(pattern: str) -> bool:
    return any(next(folder.rglob(pattern), None) for folder in FONT_FOLDERS if folder.is_dir())


def missing(purpose: str) -> dict[str, str]:
    """What is missing for ``purpose`` (``run``, ``test`` or ``build``): thing -> Debian package."""
    found = {lib: pkg for lib, pkg in SCREEN_LIBRARIES.items() if not _loads(lib)}
    # Screens are compared and measured in the tests, so these want one certain font.
    if not _has_font("Inter*" if purpose == "test" else "*.[ot]t[fc]"):
        found["the font Inter" if purpose == "test" else "any font"] = "fonts-inter"
    programs = {"test": TEST_PROGRAMS, "build": BUILD_PROGRAMS}.get(purpose, {})
    found |= {name: pkg for name, pkg in programs.items() if shutil.which(name) is None}
    if purpose == "build":
        # Debian's python3 has its library inside; PyInstaller needs it as a file.
        library = str(sysconfig.get_config_var("INSTSONAME") or "")
        folder = Path(str(sysconfig.get_config_var("LIBDIR") or "/usr/lib"))
        if ".so" in library and not (_loads(library) or (folder / library).exists()):
            found[library] = f"libpython3.{sys.version_info.minor}"
    return found


def may_install() -> bool:
    """Whether this is Debian (or a relative of it) and we are allowed to add packages."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: list[str]) -> None:
    """Install Debian packages; raises :class:`NeedsHelp` when the system says no."""
    print("Installing what is missing from the system: " + " ".join(packages), flush=True)
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet = ["-qq", "-o", "Dpkg::Use-Pty=0"]
    for command in (
        ["apt-get", "update", *quiet],
        ["apt-get", "install", "-y", "--no-install-recommends", *quiet, *packages],
    ):
        done = subprocess.run(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if done.returncode != 0:
            tail = done.stdout.decode("utf-8", "replace").strip().splitlines()[-5:]
            raise NeedsHelp(
                "The system could not install its packages. It said:\n  "
                + "\n  ".join(tail)
                + "\nWhen that is mended, run the same command again."
            )


def provide(purpose: str) -> None:
    """Make sure everything for ``purpose`` is there, or raise :class:`NeedsHelp` naming it."""
    lacking = missing(purpose)
    if not lacking:
        return
    packages = sorted(set(lacking.values()))
    if may_install():
        install(packages)
        lacking = missing(purpose)
        if not lacking:
            return
        raise NeedsHelp("Still missing after installing: " + ", ".join(lacking) + ".")
    if lacking.keys() <= NOT_VITAL:
        return
    raise NeedsHelp(
        "This system lacks: " + ", ".join(lacking) + ".\n"
        "On Debian, Ubuntu and Mint this gets them:\n"
        "  sudo apt-get install --no-install-recommends " + " ".join(packages) + "\n"
        "On another Linux, install the packages that hold these files. Then run this again."
    )
