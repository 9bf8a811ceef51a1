"""The system's keyring: the backend out of a fixed list, everything read back, every failure an answer."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from keyring.errors import InitError, KeyringLocked, NoKeyringError, PasswordSetError

from desktop.services.keys import KeyringFault
from desktop.vault import KeyringUnusable, SystemKeyring
from desktop.vault.keyring import Backend, system_backend

ROOT = Path(__file__).resolve().parents[2]


class FakeBackend:
    """A backend of the library, in memory. ``trouble`` is raised by every call; ``spoil`` changes what is
    kept."""

    def __init__(
        self, trouble: Exception | None = None, spoil: Callable[[str], str | None] = lambda text: text
    ) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.trouble = trouble
        self.spoil = spoil

    def get_password(self, service: str, username: str) -> str | None:
        if self.trouble is not None:
            raise self.trouble
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.trouble is not None:
            raise self.trouble
        spoiled = self.spoil(password)
        if spoiled is not None:
            self.kept[service, username] = spoiled

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class WindowsError(OSError):
    """As ``pywintypes`` raises it."""

    def __init__(self, code: int) -> None:
        super().__init__(str(code))
        self.winerror = code


class BusError(Exception):
    """As ``jeepney`` raises it."""

    name = "org.freedesktop.DBus.Error.AccessDenied"


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


def keyring_of(backend: Backend | None) -> SystemKeyring:
    return SystemKeyring(lambda: backend)


def fault_of(act: Callable[[], object]) -> KeyringFault:
    with pytest.raises(KeyringUnusable) as told:
        act()
    return told.value.fault


def test_what_is_put_comes_back_and_is_forgotten() -> None:
    backend = FakeBackend()
    keyring = keyring_of(backend)
    secret = bytes(range(256))[:32]
    assert keyring.get("vault-a") is None
    keyring.put("vault-a", secret)
    keyring.put("vault-b", b"other")
    assert keyring.get("vault-a") == secret
    keyring.put("vault-a", b"newer")
    assert keyring.get("vault-a") == b"newer"
    keyring.remove("vault-a")
    keyring.remove("vault-a")
    assert keyring.get("vault-a") is None
    assert keyring.get("vault-b") == b"other"


def test_an_entry_is_small_enough_for_windows() -> None:
    backend = FakeBackend()
    keyring_of(backend).put("0" * 32 + "-a", bytes(32))
    assert all(len(text) < 1280 for text in backend.kept.values())


@pytest.mark.parametrize(
    ("trouble", "fault"),
    [
        (KeyringLocked(), KeyringFault.LOCKED),
        (NoKeyringError(), KeyringFault.NONE_THERE),
        (InitError(), KeyringFault.NONE_THERE),
        (WindowsError(1312), KeyringFault.FORBIDDEN),
        (WindowsError(5), KeyringFault.FORBIDDEN),
        (WindowsError(8), KeyringFault.FAILED),
        (BusError(), KeyringFault.FORBIDDEN),
        (caused(PasswordSetError(), BusError()), KeyringFault.FORBIDDEN),
        (RuntimeError("whatever"), KeyringFault.FAILED),
    ],
    ids=lambda value: value.value if isinstance(value, KeyringFault) else f"{type(value).__name__}{value}",
)
def test_every_failure_is_an_answer(trouble: Exception, fault: KeyringFault) -> None:
    keyring = keyring_of(FakeBackend(trouble))
    assert fault_of(lambda: keyring.put("a", b"x")) is fault
    assert fault_of(lambda: keyring.get("a")) is fault
    assert fault_of(lambda: keyring.remove("a")) is fault


def test_without_a_keyring_it_says_so() -> None:
    assert fault_of(lambda: keyring_of(None).get("a")) is KeyringFault.NONE_THERE


@pytest.mark.parametrize(
    "spoil", [lambda text: text[:-2], lambda text: None, lambda text: ""], ids=["cut", "dropped", "emptied"]
)
def test_what_does_not_come_back_as_it_was_is_not_kept(spoil: Callable[[str], str | None]) -> None:
    backend = FakeBackend(spoil=spoil)
    assert fault_of(lambda: keyring_of(backend).put("a", bytes(32))) is KeyringFault.UNFAITHFUL
    assert backend.kept == {}


def test_what_somebody_else_wrote_there_is_told() -> None:
    backend = FakeBackend()
    keyring = keyring_of(backend)
    keyring.put("a", b"x")
    (entry,) = backend.kept
    backend.kept[entry] = "not base64!"
    assert fault_of(lambda: keyring.get("a")) is KeyringFault.UNFAITHFUL


def test_a_keyring_that_hangs_is_given_up() -> None:
    never = threading.Event()

    def hang() -> Backend:
        never.wait(60)
        return FakeBackend()

    keyring = SystemKeyring(hang, patience=0.01)
    assert fault_of(lambda: keyring.get("a")) is KeyringFault.SILENT
    never.set()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these systems always have a keyring")
def test_without_a_session_bus_there_is_no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    assert system_backend() is None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    assert fault_of(lambda: SystemKeyring().get("a")) is KeyringFault.NONE_THERE


def test_no_other_backend_and_no_configuration_of_the_library_is_ever_used(
    tmp_path: Path, no_personal_environment: Path
) -> None:
    """A plain-text backend lies about, named in every place where the library would look for one."""
    trap = tmp_path / "trap.py"
    trap.write_text(
        "import keyring.backend, pathlib\n"
        f"MARK = pathlib.Path({str(tmp_path / 'sprung')!r})\n"
        "MARK.touch()\n"
        "class Keyring(keyring.backend.KeyringBackend):\n"
        "    priority = 99\n"
        "    def get_password(self, *a): MARK.touch()\n"
        "    def set_password(self, *a): MARK.touch()\n"
        "    def delete_password(self, *a): MARK.touch()\n",
        encoding="utf-8",
    )
    for folder in (".config/python_keyring", ".local/share/python_keyring"):
        place = no_personal_environment / folder
        place.mkdir(parents=True)
        (place / "keyringrc.cfg").write_text(
            f"[backend]\ndefault-keyring=trap.Keyring\nkeyring-path={tmp_path}\n", encoding="utf-8"
        )
    meta = tmp_path / "trap-1.dist-info"
    meta.mkdir()
    (meta / "METADATA").write_text("Metadata-Version: 2.1\nName: trap\nVersion: 1\n", encoding="utf-8")
    (meta / "entry_points.txt").write_text("[keyring.backends]\ntrap = trap\n", encoding="utf-8")
    script = (
        "from desktop.vault import KeyringUnusable, SystemKeyring\n"
        "try:\n"
        "    SystemKeyring().put('a', b'x')\n"
        "except KeyringUnusable as told:\n"
        "    print(told.fault)\n"
    )
    environment = {
        **{name: value for name, value in os.environ.items() if "DBUS" not in name},
        "PYTHONPATH": f"{ROOT}{os.pathsep}{tmp_path}",
        "PYTHON_KEYRING_BACKEND": "trap.Keyring",
        "XDG_RUNTIME_DIR": str(tmp_path / "nothing"),
    }
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
    )
    assert not (tmp_path / "sprung").exists()
    if sys.platform not in ("win32", "darwin"):
        assert done.stdout.strip() == "none_there"
    # The trap is a good one: the library by itself falls into it.
    subprocess.run(
        [sys.executable, "-c", "import keyring; keyring.get_keyring()"], env=environment, check=True
    )
    assert (tmp_path / "sprung").exists()


def test_the_environment_can_not_turn_the_secret_service_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from keyring.backends.SecretService import Keyring

    monkeypatch.setenv("KEYRING_PROPERTY_PREFERRED_COLLECTION", "/somebody/elses")
    monkeypatch.setattr(Keyring, "viable", True)
    backend = system_backend("linux")
    assert isinstance(backend, Keyring)
    assert not hasattr(backend, "preferred_collection")
