"""The pinned packages: reading them, and what pip's complaints about them mean."""

from __future__ import annotations

import re

PIN = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==(\S+)", re.MULTILINE)
NOT_REACHED = re.compile(
    r"NewConnectionError|NameResolutionError|ConnectTimeout|ReadTimeout|Read timed out|Max retries exceeded"
    r"|ProxyError|Connection (?:refused|reset|aborted)|RemoteDisconnected|Network is unreachable"
    r"|Temporary failure in name resolution|Name or service not known|getaddrinfo failed"
)
NOT_TRUSTED = re.compile(r"SSLError|CERTIFICATE_VERIFY_FAILED|SSLCertVerificationError")
DISK_FULL = re.compile(r"No space left on device|Errno 28|not enough space on the disk")
WRONG_HASH = re.compile(r"DO NOT MATCH THE HASHES|Hashes are required")
NO_WHEEL = re.compile(r"(?:No matching distribution found for|satisfies the requirement) (\S+)")


def canonical(name: str) -> str:
    """A package's name as indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(requirements: str) -> dict[str, set[str]]:
    """The versions pinned for each package. More than one is where an older Python takes another one."""
    found: dict[str, set[str]] = {}
    for name, version in PIN.findall(requirements):
        found.setdefault(canonical(name), set()).add(version)
    return found


def explain(output: str) -> str:
    """Says in plain words why pip failed, from what it printed."""
    if DISK_FULL.search(output):
        return "The disk is full: make room for about 1 GB, then run the same command again."
    if NOT_TRUSTED.search(output):
        return (
            "The package index answered with a certificate that is not trusted here. If your network inspects"
            " its traffic, name its certificate to pip (PIP_CERT or 'cert' in pip's configuration)."
        )
    if NOT_REACHED.search(output):
        return (
            "The package index cannot be reached: check the network, or tell pip of your own index or proxy"
            " (its configuration holds here). What has been fetched is kept; run the same command again."
        )
    if WRONG_HASH.search(output):
        return "A package is not the one that was pinned, and was not installed: ask why before going on."
    if no_wheel := NO_WHEEL.search(output):
        return f"The package index that pip uses has no ready-made {no_wheel[1]} for this system and Python."
    complaints = [line for line in output.splitlines() if line.startswith("ERROR")]
    return complaints[-1] if complaints else "pip failed."
