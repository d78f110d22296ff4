"""Recordings as phones make them, made here."""

from array import array
from fractions import Fraction
from functools import cache
from io import BytesIO
from math import sin, tau

import av

LOUD, QUIET = 8000, 3
# What phones record: the format and the codec of each, and its samples a second.
KINDS = {
    "webm": ("webm", "libopus", 48_000),  # Chrome
    "ogg": ("ogg", "libopus", 48_000),  # Firefox
    "m4a": ("mp4", "aac", 44_100),  # iPhone, and most recorders
    "wav": ("wav", "pcm_s16le", 8_000),
}
BITS = {"libopus": 14_000}  # a second, as our recorder asks
PART = 960


@cache
def recording(kind: str = "webm", seconds: float = 3.0, loud: int = LOUD) -> bytes:
    """A voice that hums for so long."""
    form, codec, rate = KINDS[kind]
    made, count = BytesIO(), int(seconds * rate)
    with av.open(made, "w", format=form) as file:
        stream = file.add_stream(codec, rate=rate, layout="mono")
        stream.bit_rate = BITS.get(codec, 64_000)
        for begin in range(0, count, PART):
            file.mux(stream.encode(hum(begin, min(PART, count - begin), rate, loud)))
        file.mux(stream.encode(None))
    return made.getvalue()


def hum(begin: int, length: int, rate: int, loud: int) -> av.AudioFrame:
    """Some samples of it."""
    frame = av.AudioFrame("s16", "mono", length)
    samples = wave(loud)[: 2 * length]
    frame.planes[0].update(samples.ljust(frame.planes[0].buffer_size, b"\0"))
    frame.rate, frame.pts, frame.time_base = rate, begin, Fraction(1, rate)
    return frame


@cache
def wave(loud: int) -> bytes:
    """The samples of one part: whole waves, so that the next part follows on."""
    return array("h", (int(loud * sin(tau * 4 * at / PART)) for at in range(PART))).tobytes()


def length_of(sound: bytes) -> tuple[str, float]:
    """The codec and the seconds of a sound, decoded."""
    with av.open(BytesIO(sound)) as file:
        stream = file.streams.audio[0]
        samples = sum(frame.samples for frame in file.decode(stream))
        return stream.codec_context.name, samples / stream.rate
