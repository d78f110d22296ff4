"""Words of a picture: read on this server by Tesseract, in memory only, and never kept."""

import os
import shutil
import subprocess
from functools import cache
from threading import BoundedSemaphore

COMMAND = "tesseract"
MODEL = "fra"
LONGEST_READING = 15  # seconds
MOST_PIXELS = 12_000_000  # four times a usual phone screen: a small file can hide a huge picture
AT_ONCE = BoundedSemaphore(2)  # readings that run together: each takes a processor
PATIENCE = 3  # seconds to wait for one's turn
PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # markers that tell the size
JPEG_BARE = frozenset({0x01, *range(0xD0, 0xD9)})  # markers without a length after them


class NotRead(Exception):
    """A picture could not be read; `reason` is `absent`, `kind`, `pixels`, `busy` or `empty`."""

    def __init__(self, reason: str) -> None:
        """Keep the reason, a stable key."""
        super().__init__(reason)
        self.reason = reason


@cache
def can_read() -> bool:
    """Return whether this server has Tesseract and its French model."""
    command = shutil.which(COMMAND)
    if command is None:
        return False
    listed = subprocess.run(  # noqa: S603
        [command, "--list-langs"], capture_output=True, text=True, timeout=10, check=False
    )
    return MODEL in listed.stdout.split()


def read(picture: bytes) -> str:
    """Return the words of a PNG or JPEG picture; raise NotRead with the reason it gave none."""
    if not can_read():
        raise NotRead("absent")
    size = size_of(picture)
    if size is None:
        raise NotRead("kind")
    if size[0] * size[1] > MOST_PIXELS:
        raise NotRead("pixels")
    words = in_turn(picture)
    if not any(sign.isalnum() for sign in words):
        raise NotRead("empty")
    return words


def in_turn(picture: bytes) -> str:
    """Read when one of the few places is free; raise NotRead when none becomes so."""
    if not AT_ONCE.acquire(timeout=PATIENCE):
        raise NotRead("busy")
    try:
        return run(picture)
    except subprocess.TimeoutExpired:
        raise NotRead("busy") from None
    finally:
        AT_ONCE.release()


def run(picture: bytes) -> str:
    """Return what Tesseract reads; a picture that it cannot decode holds no words."""
    command = shutil.which(COMMAND) or COMMAND
    done = subprocess.run(  # noqa: S603
        [command, "stdin", "stdout", "-l", MODEL, "--psm", "6"],
        input=picture,
        capture_output=True,
        timeout=LONGEST_READING,
        check=False,
        env=environment(),
    )
    return done.stdout.decode("utf-8", "replace").replace("\f", "").strip()


def environment() -> dict[str, str]:
    """Return what Tesseract may know of ours: one processor a reading, and where its models are."""
    models = os.environ.get("TESSDATA_PREFIX")
    return {"OMP_THREAD_LIMIT": "1", **({"TESSDATA_PREFIX": models} if models else {})}


def size_of(picture: bytes) -> tuple[int, int] | None:
    """Return the width and height in pixels that a PNG or a JPEG tells; None for anything else."""
    if picture.startswith(PNG) and picture[12:16] == b"IHDR" and len(picture) > 24:
        return number(picture[16:20]), number(picture[20:24])
    return jpeg_size(picture) if picture.startswith(JPEG) else None


def jpeg_size(picture: bytes) -> tuple[int, int] | None:
    """Return the size that a JPEG tells, after the parts that come before it."""
    at = 2
    while at + 9 < len(picture) and picture[at] == 0xFF:
        marker = picture[at + 1]
        if marker in JPEG_SIZES:
            return number(picture[at + 7 : at + 9]), number(picture[at + 5 : at + 7])
        at += 2 if marker in JPEG_BARE else 2 + number(picture[at + 2 : at + 4])
    return None


def number(two_or_four: bytes) -> int:
    """Return a number as both kinds of file write it."""
    return int.from_bytes(two_or_four, "big")
