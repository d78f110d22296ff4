"""The process that makes one recording small: any phone's sound in, MP3 of 16 kbit/s out.

It is run as a file, loads neither the application nor the database, and ends with its recording:
what a stranger sends is decoded here and nowhere else, with little memory and little time. Its
first argument is the kind that the first bytes told, so that no reader of lists or of addresses is
ever tried; the first line that it writes says how many seconds there are, or why it is refused.
"""

import json
import resource
import sys
from array import array
from io import BytesIO
from typing import Any

import av

# Of each kind, what its sound may be made with.
CODECS = frozenset(
    {"opus", "vorbis", "aac", "mp3", "mp3float", "amrnb", "amrwb", "pcm_s16le", "alac"}
)
SAMPLES = 16_000  # a second: a voice holds no more
MP3: dict[str, Any] = {"write_xing": "0", "id3v2_version": "0"}
BITS = 16_000  # a second
SILENT = 300  # of 32,767: what no voice stays under
SHORTEST = 1.0  # seconds
MOST_MEMORY = 1 << 30  # bytes of address space
MOST_TIME = 20  # seconds of a processor


class Unfit(Exception):
    """The recording cannot be kept; the message is its reason, one of enums.Unfit."""


def small(sound: bytes, kind: str, most: float) -> tuple[float, bytes]:
    """Return the seconds and the MP3 of a recording; raise Unfit."""
    made, samples, loudest = BytesIO(), 0, 0
    with (
        av.open(BytesIO(sound), format=kind) as heard,
        av.open(made, "w", format="mp3", options=MP3) as written,
    ):
        stream: Any = written.add_stream("libmp3lame", rate=SAMPLES, layout="mono")
        stream.bit_rate = BITS
        for part in parts(heard):
            samples += part.samples
            if samples > most * SAMPLES:
                raise Unfit("long")
            loudest = max(loudest, peak(part))
            written.mux(stream.encode(part))
        written.mux(stream.encode(None))
    if samples < SHORTEST * SAMPLES:
        raise Unfit("short")
    if loudest < SILENT:
        raise Unfit("silent")
    return samples / SAMPLES, made.getvalue()


def parts(heard: Any) -> Any:
    """Yield the sound in pieces of one form: mono, 16 bits, as many samples a second as kept."""
    if not heard.streams.audio or heard.streams.audio[0].codec_context.name not in CODECS:
        raise Unfit("kind")
    form = av.AudioResampler(format="s16p", layout="mono", rate=SAMPLES)
    for frame in heard.decode(audio=0):
        frame.pts = None  # a phone's clock may jump: what counts is the sound itself
        yield from form.resample(frame)
    yield from form.resample(None)


def peak(part: Any) -> int:
    """Return how far the sound of a piece swings."""
    samples = array("h", bytes(part.planes[0])[: part.samples * 2])
    return max(max(samples, default=0), -min(samples, default=0))


def main(kind: str, most: str) -> int:
    """Make a recording small; what cannot be read is no sound."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_TIME, MOST_TIME))
    sound = sys.stdin.buffer.read()
    try:
        seconds, made = small(sound, kind, float(most))
    except Unfit as reason:
        told, made = {"refused": str(reason)}, b""
    except (av.FFmpegError, ValueError, IndexError):
        told, made = {"refused": "kind"}, b""
    else:
        told = {"seconds": f"{seconds:.2f}"}
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + made)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
