"""A real Secret Service on a bus of its own: the vault opens by it, and by the passphrase where it is locked.

Needs gnome-keyring and dbus-run-session (Debian: gnome-keyring, dbus); without them it is skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.services.keys import KeyringFault
from desktop.vault import (
    KeyringUnusable,
    SystemKeyring,
    create_vault,
    kept_secret,
    open_vault,
    open_vault_by_keyring,
)
from tests.vault.kit import CHEAP, PASSPHRASE

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("dbus-run-session", "gnome-keyring-daemon")
MISSING = [program for program in NEEDED if shutil.which(program) is None]
# The daemon reads the password of its keyring to the end of its input, and answers before it goes on alone.
SESSION = (
    'printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null && "$0" -m '
    'tests.vault.test_secret_service "$1"'
)

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")


def test_the_vault_opens_by_a_real_secret_service(tmp_path: Path, no_personal_environment: Path) -> None:
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    environment = {name: value for name, value in os.environ.items() if "DBUS" not in name}
    done = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", SESSION, sys.executable, str(tmp_path / "vault")],
        cwd=ROOT,
        env=environment | {"XDG_RUNTIME_DIR": str(runtime), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.split() == ["kept", "opened", "rotated", "locked", "passphrase", "1"]


def inside(folder: Path) -> None:
    """What runs on the bus, step by step."""
    keyring = SystemKeyring()
    vault = create_vault(folder, PASSPHRASE, CHEAP)
    vault.keys.set_keyring(keyring)
    vault.close()
    say("kept")
    vault = open_vault_by_keyring(folder, kept_secret(folder, keyring))
    say("opened")
    assert vault.keys.rotate(PASSPHRASE, None, keyring, CHEAP) is None
    vault.close()
    open_vault_by_keyring(folder, kept_secret(folder, keyring)).close()
    say("rotated")
    lock()
    with pytest.raises(KeyringUnusable) as told:
        kept_secret(folder, keyring)
    say(told.value.fault)
    vault = open_vault(folder, PASSPHRASE)
    say("passphrase")
    with pytest.raises(KeyringUnusable) as told:
        vault.keys.set_keyring(keyring)
    assert told.value.fault is KeyringFault.LOCKED
    vault.close()
    say(str(entries()))


def lock() -> None:
    import secretstorage

    bus = secretstorage.dbus_init()
    collection = secretstorage.get_default_collection(bus)
    collection.lock()
    assert collection.is_locked()
    bus.close()


def entries() -> int:
    """How many secrets the service holds: one, although the vault's was renewed."""
    import secretstorage

    bus = secretstorage.dbus_init()
    found = len(list(secretstorage.get_default_collection(bus).get_all_items()))
    bus.close()
    return found


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")


if __name__ == "__main__":
    inside(Path(sys.argv[1]))
