#!/usr/bin/env python3
"""Everything a bare checkout needs: python3 packaging/dev.py COMMAND [ARGUMENTS]

  run     start Viergesprek with demo data, in a folder of its own
  demo    play a whole intake by itself; see: demo --help
  test    format, lint, types, floors, then the tests (ARGUMENTS go to pytest)
  bench   the benchmarks
  setup   only install
  lock    write the pinned versions anew (needs uv; --upgrade for newer ones)

Every command first makes .venv complete: the pinned packages of
packaging/requirements-dev.txt, checked by their hashes, and this project itself.
Nothing but Python 3.11 or newer is needed.
"""

from __future__ import annotations

import os
import sys

OLDEST = (3, 11)
STAMP_NAME = "viergesprek.stamp"
KNOWN = ("3.14", "3.13", "3.12", "3.11")


def version_here() -> str:
    return f"{sys.version_info[0]}.{sys.version_info[1]}"


def require_python() -> None:
    """Go on with a newer Python of this machine when this one is too old, or say so and stop."""
    if sys.version_info >= OLDEST:
        return
    import shutil

    for version in KNOWN:
        found = shutil.which("python" + version)
        if found:
            os.execv(found, [found, *sys.argv])
    sys.exit(
        f"Viergesprek needs Python 3.11 or newer; this is Python {version_here()} "
        f"({sys.executable})."
    )


require_python()

# Only modules that start at once: the second start must cost next to nothing. The heavier
# ones are imported where they are needed.
import hashlib  # noqa: E402
import subprocess  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import TYPE_CHECKING  # noqa: E402

import system_needs  # noqa: E402
from system_needs import Stop, say  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK_FILES = ("packaging/requirements.txt", "packaging/requirements-dev.txt")


# --- The environment ----------------------------------------------------------------------


def digest(parts: Iterable[bytes]) -> str:
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.hexdigest()


def stamps(root: Path) -> tuple[str, str]:
    """What .venv was made from: (packages, project).

    The first changes with the pins, the Python version and the place of the checkout, and then
    .venv is made anew; the second with pyproject.toml, which only installs the project again.
    """
    version = f"{version_here()} {sys.platform}"
    pins = [(root / name).read_bytes() for name in LOCK_FILES]
    packages = digest([version.encode(), os.fsencode(root), *pins])
    return packages, digest([(root / "pyproject.toml").read_bytes()])


def read_stamps(venv: Path) -> tuple[str, str]:
    """The stamps of a complete .venv, or empty ones: a half made .venv has none."""
    try:
        packages, project = (venv / STAMP_NAME).read_text(encoding="ascii").split()
    except (OSError, ValueError):
        return "", ""
    return (packages, project) if venv_python(venv).exists() else ("", "")


def write_stamps(venv: Path, values: tuple[str, str]) -> None:
    draft = venv / (STAMP_NAME + ".new")
    draft.write_text(" ".join(values) + "\n", encoding="ascii")
    draft.replace(venv / STAMP_NAME)


def venv_program(venv: Path, name: str) -> Path:
    return venv / "Scripts" / (name + ".exe") if os.name == "nt" else venv / "bin" / name


def venv_python(venv: Path) -> Path:
    return venv_program(venv, "python")


def clean_env() -> dict[str, str]:
    """This process's environment without what would lead Python or pip to another place."""
    strays = {
        "PYTHONPATH",
        "PYTHONHOME",
        "PIP_USER",
        "PIP_TARGET",
        "PIP_PREFIX",
        "PIP_REQUIRE_VIRTUALENV",
    }
    env = {key: value for key, value in os.environ.items() if key not in strays}
    env["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    return env


def call(command: list[str], failed: str) -> None:
    if subprocess.call(command, cwd=ROOT, env=clean_env()):
        raise Stop(failed)


def make_venv(venv: Path) -> None:
    """A new .venv; whatever stood there is removed first."""
    import shutil

    if venv.is_symlink():
        venv.unlink()
    elif venv.exists():
        try:
            shutil.rmtree(venv)
        except OSError as error:
            raise Stop(
                f"Cannot remove {venv} ({error}). Is a program from it still open?"
            ) from error
    # Also right when this script is run by the very .venv that was just removed.
    python = getattr(sys, "_base_executable", sys.executable) or sys.executable
    call([python, "-m", "venv", str(venv)], "Could not make .venv.")


def setup() -> None:
    """Make .venv complete; at once when it already is."""
    wanted = stamps(ROOT)
    found = read_stamps(VENV)
    if found == wanted:
        return
    (VENV / STAMP_NAME).unlink(missing_ok=True)
    pip = [str(venv_python(VENV)), "-m", "pip"]
    quiet = [] if sys.stdout.isatty() else ["-qq"]  # errors are still said
    if found[0] != wanted[0]:
        linux = sys.platform == "linux"
        debian = linux and system_needs.on_debian()
        system_needs.ensure_system(system_needs.is_root(), debian, linux)
        say("Making .venv with the pinned packages; only the first time, a minute or so.")
        make_venv(VENV)
        pins = ["--require-hashes", "--only-binary=:all:", "--requirement", LOCK_FILES[1]]
        call(
            [*pip, "install", "--no-input", *quiet, *pins],
            "The packages could not be installed; what pip says is above. Nothing is lost: "
            "the same command tries again.",
        )
    project = ["--no-deps", "--no-build-isolation", "--no-index", "--editable", "."]
    call([*pip, "install", "--no-input", *quiet, *project], "The project could not be installed.")
    write_stamps(VENV, wanted)
    say("Ready.")


# --- The commands -------------------------------------------------------------------------


def hand_over(command: list[str], env: Mapping[str, str]) -> int:
    """Let a command take this process's place, in the folder the user stands in."""
    if os.name != "nt":
        sys.stdout.flush()
        os.execve(command[0], command, dict(env))
    try:
        return subprocess.call(command, env=dict(env))
    except KeyboardInterrupt:
        return 130


def application(arguments: list[str]) -> int:
    # -P: a folder that the user happens to stand in is no place to import from.
    return hand_over([str(venv_python(VENV)), "-P", "-m", "desktop", *arguments], clean_env())


def run(arguments: list[str]) -> int:
    setup()
    if sys.platform == "linux":
        system_needs.ensure_window(os.environ, system_needs.is_root(), system_needs.on_debian())
    return application(["run", "--demo", *arguments])


def demo(arguments: list[str]) -> int:
    setup()
    return application(["demo", *arguments])


def check(name: str, command: list[str], env: Mapping[str, str]) -> tuple[bool, str]:
    """Run one step of the test command: (passed, its line in the summary)."""
    import time

    say(f"\n== {name}")
    start = time.monotonic()
    passed = subprocess.call(command, cwd=ROOT, env=dict(env)) == 0
    word = "passed" if passed else "FAILED"
    return passed, f"{word}  {name} ({time.monotonic() - start:.1f} s)"


def test(arguments: list[str]) -> int:
    """All checks, whatever the earlier ones found; pytest last, so that its line closes."""
    setup()
    env = {**clean_env(), "QT_QPA_PLATFORM": "offscreen"}
    python = str(venv_python(VENV))
    steps = {
        "ruff format": [python, "-m", "ruff", "format", "--check", "."],
        "ruff check": [python, "-m", "ruff", "check", "."],
        "mypy": [python, "-m", "mypy"],
        "import-linter": [str(venv_program(VENV, "lint-imports"))],
    }
    results = [check(name, command, env) for name, command in steps.items()]
    say("\n== so far")
    for _, line in results:
        say(line)
    results.append(check("pytest", [python, "-m", "pytest", "-n", "2", *arguments], env))
    return 0 if all(passed for passed, _ in results) else 1


def bench(arguments: list[str]) -> int:
    setup()
    env = {**clean_env(), "QT_QPA_PLATFORM": "offscreen"}
    os.chdir(ROOT)
    return hand_over([str(venv_python(VENV)), "-m", "tests.benchmarks", *arguments], env)


def lock(arguments: list[str]) -> int:
    """Write both pin files: every version and hash for Linux, Windows and macOS, no address."""
    import shutil

    uv = shutil.which("uv")
    if not uv:
        raise Stop("This command needs uv on the path: pip install uv")
    options = ["--universal", "--generate-hashes", "--no-header", "--no-annotate", "--quiet"]
    options += ["--no-emit-index-url", "--no-emit-find-links", "--python-version", "3.11"]
    runtime, everything = LOCK_FILES
    base = [uv, "pip", "compile", "pyproject.toml", *options, *arguments]
    call([*base, "-o", runtime], "uv could not resolve the packages.")
    call(
        [*base, "--extra", "dev", "-c", runtime, "-o", everything],
        "uv could not resolve the packages of the tests.",
    )
    return 0


def only_setup(arguments: list[str]) -> int:
    if arguments:
        raise Stop("setup takes no arguments.")
    setup()
    return 0


COMMANDS = {
    "run": run,
    "demo": demo,
    "test": test,
    "bench": bench,
    "setup": only_setup,
    "lock": lock,
}


def main(arguments: list[str]) -> int:
    name = arguments[0] if arguments else ""
    if name in {"", "-h", "--help", "help"}:
        print(__doc__)
        return 0 if name else 2
    if name not in COMMANDS:
        print(f"Unknown command: {name}\n\n{__doc__}", file=sys.stderr)
        return 2
    try:
        return COMMANDS[name](arguments[1:])
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
