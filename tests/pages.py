"""What really stands in a SQLCipher 4 file: every page decrypted, free ones and forgotten corners too.

An open database shows rows only. Whether something removed is gone shows in the bytes: of the file, and of
the log beside it, each page of which is encrypted the same way (AES-256-CBC, the last 80 bytes of a page
hold the initialisation vector and the authentication code).
"""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from desktop.store import DatabaseKey

PAGE = 4096
RESERVED = 80
VECTOR = 16
SALT = 16
LOG_HEADER = 32
FRAME_HEADER = 24


def plain_pages(path: Path, key: DatabaseKey) -> bytes:
    """The decrypted bytes of a database file and of the log beside it."""
    content = path.read_bytes()
    pages = [(content[at : at + PAGE], at == 0) for at in range(0, len(content), PAGE)]
    log = path.with_name(f"{path.name}-wal")
    if log.exists():
        frames = log.read_bytes()
        for at in range(LOG_HEADER, len(frames), FRAME_HEADER + PAGE):
            first = int.from_bytes(frames[at : at + 4], "big") == 1
            pages.append((frames[at + FRAME_HEADER : at + FRAME_HEADER + PAGE], first))
    return b"".join(_plain(page, key, first) for page, first in pages if len(page) == PAGE)


def _plain(page: bytes, key: DatabaseKey, first: bool) -> bytes:
    vector = page[PAGE - RESERVED :][:VECTOR]
    cipher = Cipher(algorithms.AES(key.key), modes.CBC(vector)).decryptor()
    return cipher.update(page[SALT if first else 0 : PAGE - RESERVED]) + cipher.finalize()
