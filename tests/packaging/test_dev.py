"""packaging/dev.py: what it decides, without installing anything."""

import importlib.util
import os
import re
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
PINS = ["packaging/requirements.txt", "packaging/requirements-dev.txt"]


@pytest.fixture
def dev(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(ROOT / "packaging")
    spec = importlib.util.spec_from_file_location("viergesprek_dev", ROOT / "packaging" / "dev.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(tmp_path: Path, dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bare checkout with the files that decide about .venv, and dev.py working on it."""
    for name in [*PINS, "pyproject.toml"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    return tmp_path


class Processes:
    """Stands in for subprocess.call: notes every command, makes what `venv` would make."""

    def __init__(self, dev: ModuleType, fail: str = "") -> None:
        self.commands: list[list[str]] = []
        self._dev = dev
        self._fail = fail

    def __call__(self, command: list[str], **_: object) -> int:
        self.commands.append(command)
        if "venv" in command:
            python = self._dev.venv_python(Path(command[-1]))
            python.parent.mkdir(parents=True)
            python.touch()
        return int(bool(self._fail) and self._fail in command)

    def naming(self, word: str) -> list[list[str]]:
        return [command for command in self.commands if word in command]


@pytest.fixture
def processes(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Processes:
    noted = Processes(dev)
    monkeypatch.setattr(dev.subprocess, "call", noted)
    monkeypatch.setattr(dev.system_needs, "missing", lambda libraries: [])
    monkeypatch.setattr(dev.system_needs, "venv_package", list)
    return noted


def append(file: Path, text: str) -> None:
    with file.open("a", encoding="utf-8") as stream:
        stream.write(text)


# --- The pins -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", PINS)
def test_every_requirement_is_pinned_and_hashed(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert len(entries) > 15
    for entry in entries:
        assert re.match(r"[a-z0-9][a-z0-9._-]*==[0-9]", entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry


@pytest.mark.parametrize("name", PINS)
def test_pins_hold_no_address_and_no_path(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "/" not in text
    assert "index" not in text.lower().replace("--hash", "")
    assert "@" not in text


def test_tests_use_the_versions_that_are_shipped() -> None:
    runtime, everything = (
        set(re.findall(r"^\S+==\S+", (ROOT / name).read_text(encoding="utf-8"), re.M))
        for name in PINS
    )
    assert runtime < everything


def test_every_direct_dependency_is_pinned() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = project["dependencies"] + project["optional-dependencies"]["dev"]
    pins = (ROOT / PINS[1]).read_text(encoding="utf-8")
    for requirement in asked:
        name = re.split(r"[<>=~!;\[ ]", requirement)[0].lower()
        assert re.search(rf"^{re.escape(name)}==", pins, re.M), name


# --- The stamp ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", PINS)
def test_changed_pins_change_the_packages_stamp_only(
    dev: ModuleType, checkout: Path, name: str
) -> None:
    before = dev.stamps(checkout)
    append(checkout / name, "\n")
    after = dev.stamps(checkout)
    assert after[0] != before[0]
    assert after[1] == before[1]


def test_changed_project_changes_the_project_stamp_only(dev: ModuleType, checkout: Path) -> None:
    before = dev.stamps(checkout)
    append(checkout / "pyproject.toml", "\n# more\n")
    after = dev.stamps(checkout)
    assert after[0] == before[0]
    assert after[1] != before[1]


def test_another_python_changes_the_stamp(
    dev: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dev.stamps(checkout)
    monkeypatch.setattr(sys, "version_info", (3, 99, 0, "final", 0))
    assert dev.stamps(checkout)[0] != before[0]


def test_a_moved_checkout_changes_the_stamp(dev: ModuleType, checkout: Path) -> None:
    before = dev.stamps(checkout)
    moved = checkout.with_name("moved")
    shutil.copytree(checkout, moved)
    assert dev.stamps(moved)[0] != before[0]


@pytest.mark.parametrize("text", ["", "one", "one two three"])
def test_a_damaged_stamp_counts_as_none(dev: ModuleType, checkout: Path, text: str) -> None:
    venv = checkout / ".venv"
    dev.venv_python(venv).parent.mkdir(parents=True)
    dev.venv_python(venv).touch()
    (venv / dev.STAMP_NAME).write_text(text)
    assert dev.read_stamps(venv) == ("", "")


# --- Setup --------------------------------------------------------------------------------


def test_first_setup_installs_with_hashes_then_the_project(
    dev: ModuleType, checkout: Path, processes: Processes
) -> None:
    dev.setup()
    pins, project = processes.naming("pip")
    assert "--require-hashes" in pins
    assert "--editable" in project
    assert "--no-deps" in project


def test_second_setup_starts_no_process(
    dev: ModuleType, checkout: Path, processes: Processes
) -> None:
    dev.setup()
    processes.commands.clear()
    dev.setup()
    assert processes.commands == []


def test_changed_project_is_installed_again_without_its_packages(
    dev: ModuleType, checkout: Path, processes: Processes
) -> None:
    dev.setup()
    processes.commands.clear()
    append(checkout / "pyproject.toml", "\n# more\n")
    dev.setup()
    assert processes.naming("venv") == []
    assert processes.naming("--require-hashes") == []
    assert len(processes.naming("--editable")) == 1


def test_a_half_made_venv_is_made_anew(
    dev: ModuleType, checkout: Path, processes: Processes
) -> None:
    rest = checkout / ".venv" / "lib" / "half"
    rest.mkdir(parents=True)
    dev.setup()
    assert not rest.exists()
    assert len(processes.naming("venv")) == 1


def test_a_venv_whose_python_is_gone_is_made_anew(
    dev: ModuleType, checkout: Path, processes: Processes
) -> None:
    dev.setup()
    dev.venv_python(checkout / ".venv").unlink()
    processes.commands.clear()
    dev.setup()
    assert len(processes.naming("venv")) == 1


def test_failed_install_leaves_no_stamp(
    dev: ModuleType, checkout: Path, processes: Processes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.subprocess, "call", Processes(dev, fail="--require-hashes"))
    with pytest.raises(dev.Stop, match="tries again"):
        dev.setup()
    assert dev.read_stamps(checkout / ".venv") == ("", "")


def test_failed_project_install_after_a_change_leaves_no_stamp(
    dev: ModuleType, checkout: Path, processes: Processes, monkeypatch: pytest.MonkeyPatch
) -> None:
    dev.setup()
    append(checkout / "pyproject.toml", "\n# more\n")
    monkeypatch.setattr(dev.subprocess, "call", Processes(dev, fail="--editable"))
    with pytest.raises(dev.Stop):
        dev.setup()
    assert dev.read_stamps(checkout / ".venv") == ("", "")


def test_pip_is_not_led_astray(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("PIP_TARGET", "elsewhere")
    assert "elsewhere" not in dev.clean_env().values()
    assert dev.clean_env()["PATH"] == os.environ["PATH"]


# --- The system ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n', True),
        ("ID=ubuntu\nID_LIKE=debian\n", True),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', True),
        ("ID=fedora\n", False),
        ('# a comment\nID="opensuse-leap"\nID_LIKE="suse opensuse"\n', False),
        ("", False),
    ],
)
def test_knows_debian_and_its_children(dev: ModuleType, text: str, expected: bool) -> None:
    assert dev.system_needs.is_debian(dev.system_needs.read_os_release(text)) is expected


def test_prints_the_exact_line_for_sudo(dev: ModuleType) -> None:
    assert dev.system_needs.apt_line(["libgl1", "libegl1"]) == "sudo apt-get install libegl1 libgl1"


def test_missing_names_the_debian_package(dev: ModuleType) -> None:
    assert dev.system_needs.missing({"libviergesprek-none.so.9": "libnone9"}) == ["libnone9"]


def test_without_root_one_line_names_all_that_is_missing(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.system_needs, "missing", lambda libraries: ["libegl1"])
    monkeypatch.setattr(dev.system_needs, "venv_package", lambda: ["python3.11-venv"])
    with pytest.raises(dev.Stop, match=r"\n  sudo apt-get install libegl1 python3\.11-venv$"):
        dev.system_needs.ensure_system(root=False, debian=True)


def test_elsewhere_the_libraries_are_named_themselves(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.system_needs, "missing", lambda libraries: ["libegl1"])
    monkeypatch.setattr(dev.system_needs, "venv_package", list)
    with pytest.raises(dev.Stop, match=r"way your system does: libEGL\.so\.1$"):
        dev.system_needs.ensure_system(root=True, debian=False)


def test_without_root_missing_window_libraries_are_named_only(
    dev: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    processes: Processes,
    capsys: pytest.CaptureFixture[str],
) -> None:
    lost = "libxcb-cursor0"
    monkeypatch.setattr(
        dev.system_needs, "missing", lambda libs: [lost] if lost in libs.values() else []
    )
    dev.system_needs.ensure_system(root=False, debian=True)
    assert f"sudo apt-get install {lost}\n" in capsys.readouterr().out


def test_root_installs_what_is_missing_after_an_update(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, processes: Processes
) -> None:
    answers = iter([["libegl1", "libxcb-cursor0"], []])
    monkeypatch.setattr(dev.system_needs, "missing", lambda libraries: next(answers))
    dev.system_needs.ensure_system(root=True, debian=True)
    update, install = processes.commands
    assert update[0] == install[0] == "apt-get"
    assert "update" in update
    assert install[-2:] == ["libegl1", "libxcb-cursor0"]


@pytest.mark.parametrize("env", [{}, {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}])
def test_off_screen_no_window_library_is_asked_for(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, env: dict[str, str]
) -> None:
    monkeypatch.setattr(dev.system_needs, "missing", lambda libraries: pytest.fail("looked"))
    dev.system_needs.ensure_window(env, root=False, debian=True)


def test_no_window_without_its_libraries(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        dev.system_needs,
        "missing",
        lambda libs: [p for p in libs.values() if p in dev.system_needs.X11.values()],
    )
    with pytest.raises(dev.Stop, match="no window"):
        dev.system_needs.ensure_window({"DISPLAY": ":0"}, root=False, debian=True)
    dev.system_needs.ensure_window(
        {"DISPLAY": ":0", "WAYLAND_DISPLAY": "w-0"}, root=False, debian=True
    )


# --- The commands -------------------------------------------------------------------------


def test_test_runs_every_step_and_pytest_last(
    dev: ModuleType, checkout: Path, processes: Processes, monkeypatch: pytest.MonkeyPatch
) -> None:
    dev.setup()
    failing = Processes(dev, fail="--check")
    monkeypatch.setattr(dev.subprocess, "call", failing)
    assert dev.main(["test", "-k", "naam"]) == 1
    assert len(failing.commands) == 5
    assert failing.commands[-1][2:] == ["pytest", "-n", "2", "-k", "naam"]


def test_demo_passes_its_arguments_through(
    dev: ModuleType, checkout: Path, processes: Processes, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[list[str]] = []
    monkeypatch.setattr(dev, "hand_over", lambda command, env: given.append(command) or 0)
    assert dev.main(["demo", "--out", "map"]) == 0
    assert given[0][1:] == ["-P", "-m", "desktop", "demo", "--out", "map"]


def test_an_unknown_command_is_answered_with_the_list(
    dev: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(["fly"]) == 2
    assert "run     start Viergesprek" in capsys.readouterr().err


def test_an_old_python_is_told_so(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 1, "final", 0))
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer; this is Python 3\.9"):
        dev.require_python()
