"""What Viergesprek needs of the system itself, found and installed: part of dev.py.

Qt loads shared libraries that no wheel brings along; Debian keeps half of Python's venv
apart. On Debian and its children root gets them installed, another user gets the line to run.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# What the libraries of PySide6-Essentials ask of the system (objdump -p), as shared library ->
# Debian package. Where Debian renamed a package (libglib2.0-0t64), apt finds it by the old name.
ESSENTIAL = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
# QtMultimedia and QtTextToSpeech of PySide6-Addons; without it Viergesprek works, and is silent.
SOUND = {
    "libpulse.so.0": "libpulse0",
}


class Stop(Exception):
    """Something only the reader can put right; the text says what and how."""


def say(text: str) -> None:
    print(text, flush=True)


def read_os_release(text: str) -> dict[str, str]:
    """Fields of an os-release file, without their quotes."""
    pairs = (line.split("=", 1) for line in text.splitlines() if "=" in line)
    return {key.strip(): value.strip().strip("\"'") for key, value in pairs}


def is_debian(fields: Mapping[str, str]) -> bool:
    """Debian, Ubuntu, or a system that calls itself like one of them."""
    names = [fields.get("ID", ""), *fields.get("ID_LIKE", "").split()]
    return "debian" in names or "ubuntu" in names


def on_debian() -> bool:
    for place in (Path("/etc/os-release"), Path("/usr/lib/os-release")):
        if place.is_file():
            return is_debian(read_os_release(place.read_text(encoding="utf-8")))
    return False


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def missing(libraries: Mapping[str, str]) -> list[str]:
    """Debian packages of those shared libraries that cannot be loaded here."""
    import ctypes

    lost = []
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            lost.append(package)
    return lost


def apt_line(packages: Iterable[str]) -> str:
    """The line to copy into a terminal."""
    return "sudo apt-get install " + " ".join(sorted(packages))


def apt_install(packages: Iterable[str]) -> None:
    """Install Debian packages; a failure is said, and found by whoever looks again."""
    names = sorted(packages)
    say("Installing system packages: " + " ".join(names))
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    wait = ["-o", "DPkg::Lock::Timeout=300"]
    subprocess.call(["apt-get", "-qq", *wait, "update"], env=env)
    install = ["apt-get", "-qq", *wait, "install", "--yes", "--no-install-recommends"]
    if subprocess.call([*install, *names], env=env, stdout=subprocess.DEVNULL):
        say("apt-get did not manage; by hand it is: " + apt_line(names))


def venv_package() -> list[str]:
    """Debian keeps the part of Python that makes a .venv in a package of its own."""
    import importlib
    from importlib.util import find_spec

    importlib.invalidate_caches()
    complete = find_spec("venv") and find_spec("ensurepip")
    return [] if complete else [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]


def ensure_system(root: bool, debian: bool, linux: bool = True) -> None:
    """Install, or name in one line, what the system lacks for .venv and for Qt.

    Raises Stop when .venv cannot be made or Qt cannot even be loaded without it; when only
    windows on a screen or sound need it, that is said and all else goes on.
    """
    wanted = {**ESSENTIAL, **X11, **WAYLAND, **SOUND} if linux else {}
    lost = venv_package() + missing(wanted)
    if lost and debian and root:
        apt_install(lost)
        lost = venv_package() + missing(wanted)
    if not lost:
        return
    if debian:
        advice = "Please run:\n  " + apt_line(lost)
    else:
        names = [library for library, package in wanted.items() if package in lost]
        parts = ["Python's modules venv and ensurepip"] * bool(venv_package()) + names
        advice = "Please install, the way your system does: " + ", ".join(parts)
    if venv_package() or (linux and missing(ESSENTIAL)):
        raise Stop("Something that Viergesprek builds on is missing here. " + advice)
    what = "For sound" if set(lost) <= set(SOUND.values()) else "To open a window on a screen"
    say(what + " some system libraries are missing. " + advice)


def ensure_window(env: Mapping[str, str], root: bool, debian: bool) -> None:
    """Before a real window: Qt aborts without a word of help when its libraries are missing.

    Without a display nothing is asked: the application then plays its demo off screen.
    """
    platform = env.get("QT_QPA_PLATFORM", "")
    if platform and not platform.startswith(("xcb", "wayland")):
        return
    kinds = [k for name, k in (("WAYLAND_DISPLAY", WAYLAND), ("DISPLAY", X11)) if env.get(name)]
    if kinds and all(missing(kind) for kind in kinds):
        ensure_system(root, debian)
        if all(missing(kind) for kind in kinds):
            raise Stop("Without these libraries no window can be opened.")
