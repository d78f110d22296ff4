"""What a page says, sealed: an address that only we could make, and that tells nothing."""

import hashlib
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from typing import Any

PURPOSE = b"a-deux-pas speech 1"
LONGEST = 2000  # characters of an address
SMALL = 2  # the sign that words are compressed


class Broken(ValueError):
    """This is no address of ours."""


@dataclass(frozen=True)
class Said:
    """A sentence to be said: its language, its words, and whether one person alone may hear it."""

    language: str
    own: bool
    text: str


def cipher(secret: str) -> Any:
    """Return what seals: the same sentence gives the same address, so that browsers keep it."""
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV  # 9 MB: where someone listens

    return AESSIV(hashlib.blake2b(secret.encode(), person=PURPOSE[:16], digest_size=64).digest())


def seal(said: Said, secret: str) -> str:
    """Return the sealed form of a sentence, for an address."""
    sealed = cipher(secret).encrypt(packed(said), [PURPOSE])
    return urlsafe_b64encode(sealed).decode().rstrip("=")


def packed(said: Said) -> bytes:
    """Return a sentence in few bytes: one sign for what it is, its language, its words."""
    text = f"{said.language} {said.text}".encode()
    small = zlib.compress(text, 9)
    if len(small) < len(text):
        return bytes([said.own | SMALL]) + small
    return bytes([said.own]) + text


def unpacked(data: bytes) -> Said:
    """Return the sentence that was packed."""
    text = zlib.decompress(data[1:]) if data[0] & SMALL else data[1:]
    language, _, words = text.decode().partition(" ")
    return Said(language, bool(data[0] & 1), words)


def unseal(token: str, secret: str) -> Said:
    """Return the sentence of an address; raise Broken where we did not seal it."""
    from cryptography.exceptions import InvalidTag

    if len(token) > LONGEST:
        raise Broken
    try:
        sealed = urlsafe_b64decode(token + "=" * (-len(token) % 4))
        return unpacked(cipher(secret).decrypt(sealed, [PURPOSE]))
    except (ValueError, InvalidTag) as error:
        raise Broken from error
