"""The keys by which push services know that notifications are ours: made once, kept with the data.

The task process makes and uses the private one; pages give the public one to browsers, and load no
library for it.
"""

import os
from base64 import urlsafe_b64encode
from pathlib import Path

PRIVATE, PUBLIC = "vapid.pem", "vapid-public.txt"


def make(folder: Path) -> None:
    """Make both keys where there are none: browsers that took the public one keep to it."""
    if (folder / PRIVATE).exists() and (folder / PUBLIC).exists():
        return
    from cryptography.hazmat.primitives import serialization
    from py_vapid import Vapid02

    keys = Vapid02()
    if (folder / PRIVATE).exists():
        keys = Vapid02.from_pem((folder / PRIVATE).read_bytes())
    else:
        keys.generate_keys()
        write(folder / PRIVATE, keys.private_pem())
    point = keys.public_key.public_bytes(
        serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
    )
    write(folder / PUBLIC, urlsafe_b64encode(point).rstrip(b"="))


def write(path: Path, content: bytes) -> None:
    """Write a file whole, for its owner alone."""
    draft = path.with_suffix(".part")
    descriptor = os.open(draft, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
    draft.replace(path)


def public(folder: Path) -> str:
    """Return the public key as browsers take it; empty where there is none yet."""
    path = folder / PUBLIC
    return path.read_text(encoding="ascii") if path.exists() else ""
