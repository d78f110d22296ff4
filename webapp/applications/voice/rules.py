"""What a message may be: how long, how heavy, and of which kind by its first bytes."""

from datetime import timedelta

MOST_SECONDS = 60
LATE = 3  # seconds that a phone may take to stop
MOST_SENT = 131_072  # bytes of what our recorder makes of a minute
LARGEST_FILE = 2_000_000  # bytes of what a phone's own recorder makes of it
PIECE = 16_384  # bytes that the page sends at once
LARGEST_PIECE = 2 * PIECE
LONGEST_TEXT = 300  # characters: two sentences
LEFT = timedelta(days=2)  # after which pieces that never became whole are forgotten
SAME_HEARING = timedelta(minutes=10)  # a player asks for one sound in several parts
KILO = 1000
# The first bytes of each kind of sound that phones record, and where they stand.
MARKS = (
    ("matroska", 0, b"\x1a\x45\xdf\xa3"),  # WebM: Chrome, Firefox
    ("ogg", 0, b"OggS"),
    ("mov", 4, b"ftyp"),  # M4A, 3GP: iPhone, Android
    ("amr", 0, b"#!AMR"),
    ("caf", 0, b"caff"),
    ("mp3", 0, b"ID3"),
    ("mp3", 0, b"\xff\xfb"),
    ("mp3", 0, b"\xff\xf3"),
    ("aac", 0, b"\xff\xf1"),
    ("aac", 0, b"\xff\xf9"),
)
WAV = (b"RIFF", b"WAVE")
HEAD = 12  # bytes that tell the kind


def kind_of(head: bytes) -> str | None:
    """Return the kind of a sound by its first bytes, whatever its name says; None for no sound."""
    if (head[:4], head[8:12]) == WAV:
        return "wav"
    found = (kind for kind, at, mark in MARKS if head[at : at + len(mark)] == mark)
    return next(found, None)


def is_size(size: int) -> bool:
    """Return whether our recorder may announce a message of so many bytes."""
    return 0 < size <= MOST_SENT


def fits(begin: int, length: int, size: int) -> bool:
    """Return whether a piece stands inside the message that was announced."""
    return 0 < length <= LARGEST_PIECE and begin + length <= size


def kilobytes(size: int) -> int:
    """Return a size as people read it."""
    return max(1, round(size / KILO))
