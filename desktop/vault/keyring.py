"""The operating system's keyring: Windows' Credential Manager, macOS' Keychain, the Secret Service on others.

The library ``keyring`` would look for a backend among all that is installed, may take one that keeps
secrets in plain text, and runs what its configuration file names. So none of its discovery is used: the
backend is the one of the list below or none, built without what the environment would set of it. Whatever
is put is read back. A keyring that asks somebody, or hangs, is waited for no longer than it takes to type.
"""

from __future__ import annotations

import sys
import threading
from base64 import b64decode, b64encode
from collections.abc import Callable
from typing import Any, Protocol

from desktop.services.keys import KeyringFault
from desktop.vault.errors import KeyringUnusable

SERVICE = "Sikkerplan"
ACCOUNT = "vault"
PATIENCE_SECONDS = 60.0
_NO_LOGON_SESSION = 1312
"""What Windows answers where a group policy forbids that credentials are kept."""
_ACCESS_DENIED = 5


class Keyring(Protocol):
    """Keeps small secrets by name. Everything raises ``KeyringUnusable``."""

    def put(self, name: str, secret: bytes) -> None:
        """Keeps the secret, in place of one of the same name, and proves that it is kept."""

    def get(self, name: str) -> bytes | None:
        """The secret, None where there is none."""

    def remove(self, name: str) -> None:
        """Forgets the secret, if there is one."""


class Backend(Protocol):
    """What is used of the library's backends."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


class SystemKeyring:
    """The keyring of the system that this is. Each call may take as long as somebody needs to unlock it."""

    def __init__(
        self,
        backend: Callable[[], Backend | None] | None = None,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._backend = backend or system_backend
        self._patience = patience

    def put(self, name: str, secret: bytes) -> None:
        self._call(lambda backend: _put(backend, name, b64encode(secret).decode("ascii")))

    def get(self, name: str) -> bytes | None:
        text = self._call(lambda backend: backend.get_password(_service(name), ACCOUNT))
        try:
            return None if text is None else b64decode(text, validate=True)
        except (TypeError, ValueError):
            raise KeyringUnusable(KeyringFault.UNFAITHFUL) from None

    def remove(self, name: str) -> None:
        self._call(lambda backend: _remove(backend, name))

    def _call(self, act: Callable[[Backend], Any]) -> Any:
        answer: list[Any] = []
        fault: list[KeyringFault] = []

        def work() -> None:
            try:
                backend = self._backend()
                if backend is None:
                    fault.append(KeyringFault.NONE_THERE)
                else:
                    answer.append(act(backend))
            except KeyringUnusable as told:
                fault.append(told.fault)
            # Each backend has errors of its own, and of the libraries below it.
            except Exception as error:
                fault.append(_fault(error))

        # A thread that never ends must not keep the program from ending.
        thread = threading.Thread(target=work, name="keyring", daemon=True)
        thread.start()
        thread.join(self._patience)
        if fault:
            raise KeyringUnusable(fault[0])
        if not answer:
            raise KeyringUnusable(KeyringFault.SILENT)
        return answer[0]


def system_backend(platform: str = sys.platform) -> Backend | None:
    """The one backend for the system; None where it has no keyring that answers."""
    chosen = _chosen(platform)
    if not chosen.viable:
        return None
    backend = chosen()
    # What KEYRING_PROPERTY_… of the environment has set is forgotten.
    vars(backend).clear()
    if platform == "win32":
        # Otherwise the secret would roam to other computers with the user's profile.
        backend.persist = "local machine"
    elif platform == "darwin":
        # The class has taken it from the environment.
        backend.keychain = None
    made: Backend = backend
    return made


def _chosen(platform: str) -> Any:
    # Imported when it is needed: it takes a tenth of a second, and most starts do without.
    if platform == "win32":
        from keyring.backends import Windows

        return Windows.WinVaultKeyring
    if platform == "darwin":
        from keyring.backends import macOS

        return macOS.Keyring
    from keyring.backends import SecretService

    return SecretService.Keyring


def _put(backend: Backend, name: str, text: str) -> bool:
    service = _service(name)
    backend.set_password(service, ACCOUNT, text)
    if backend.get_password(service, ACCOUNT) != text:
        _remove(backend, name)
        raise KeyringUnusable(KeyringFault.UNFAITHFUL)
    return True


def _remove(backend: Backend, name: str) -> bool:
    if backend.get_password(_service(name), ACCOUNT) is not None:
        backend.delete_password(_service(name), ACCOUNT)
    return True


def _service(name: str) -> str:
    # A service for each name: Windows' backend moves secrets about where two share one.
    return f"{SERVICE} {name}"


def _fault(error: Exception) -> KeyringFault:
    from keyring.errors import InitError, KeyringLocked, NoKeyringError

    if isinstance(error, KeyringLocked):
        return KeyringFault.LOCKED
    if isinstance(error, NoKeyringError | InitError):
        return KeyringFault.NONE_THERE
    causes = (error, error.__cause__)
    if any(getattr(cause, "winerror", None) in (_ACCESS_DENIED, _NO_LOGON_SESSION) for cause in causes):
        return KeyringFault.FORBIDDEN
    if any(str(getattr(cause, "name", "")).endswith(".AccessDenied") for cause in causes):
        return KeyringFault.FORBIDDEN
    return KeyringFault.FAILED
