"""Where a sentence ends, which voice may say it, and about how much its sound weighs."""

import hashlib
import json
import re

LONGEST = 200  # characters: a phone's voice may stop in the middle of more
MOST = 200  # sentences of one page
# Of MP3 at 16 kbit/s, at the speed of our voice, as bench.speech measures them: right to 4 %.
BYTES_A_SENTENCE, BYTES_A_CHARACTER = 1650, 95
OPUS = 0.64  # of these bytes, in Ogg Opus at 12 kbit/s
WORDS_A_MINUTE = 140  # slower than people talk: for those who hear French with effort

# What ends with a point and ends no sentence.
SHORT = frozenset(
    re.findall(
        r"\w+",
        "m mm mme mmes mlle dr me st ste av bd bld boul pl rte imp ch bât appt tél réf env max "
        "min sem ex p etc cf rdv n no art janv jan févr fév avr juil juill sept oct nov déc lun "
        "mar mer jeu ven sam dim mr mrs ms sr sra d",
    )
)
END = re.compile(r"[.!?…؟][»”\")]*\s+(?=[^\s])")
LAST_WORD = re.compile(r"(\w+)\W*$")
BREATHS = (re.compile(r"[;:](?=\s)"), re.compile(r",(?=\s)"), re.compile(r"(?=\s)"))


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, in order; a very long one in pieces, at its breaths."""
    text = re.sub(r"[ \t\r\n]+", " ", text).strip()
    found, start = [], 0
    for end in END.finditer(text):
        if ends_here(text, end.start(), end.end()):
            found.append(text[start : end.end()].strip())
            start = end.end()
    found.append(text[start:].strip())
    return [piece for sentence in found for piece in pieces(sentence) if speaks(piece)]


def ends_here(text: str, point: int, after: int) -> bool:
    """Return whether a sentence ends at this sign; not after “M.”, nor before a small letter."""
    if text[point] != ".":
        return not text[after].islower()
    word = LAST_WORD.search(text[:point])
    short = word is not None and (word[1].lower() in SHORT or is_initial(word[1]))
    return not short and not text[after].islower()


def is_initial(word: str) -> bool:
    """Return whether a word is the first letter of a name, as in “Joseph M.”."""
    return len(word) == 1 and word.isupper()


def pieces(sentence: str) -> list[str]:
    """Return a sentence in pieces that a voice can hold, cut at the last breath of each."""
    found = []
    while len(sentence) > LONGEST:
        at = breath(sentence)
        found.append(sentence[:at].strip())
        sentence = sentence[at:].strip()
    return [*found, sentence] if sentence else found


def breath(sentence: str) -> int:
    """Return where to cut a sentence that is too long."""
    for kind in BREATHS:
        ends = [found.end() for found in kind.finditer(sentence, LONGEST // 3, LONGEST)]
        if ends:
            return ends[-1]
    return LONGEST


def speaks(text: str) -> bool:
    """Return whether there is anything to say: a letter or a figure."""
    return any(sign.isalnum() for sign in text)


def ended(text: str) -> str:
    """Return a sentence with a sign at its end, which a voice needs to lower its tone."""
    return text if text[-1:] in ".!?…:;,؟" else f"{text}."


def weights(texts: list[str]) -> dict[str, int]:
    """Return about how many bytes the sound of these sentences takes, by kind of file."""
    mp3 = len(texts) * BYTES_A_SENTENCE + sum(map(len, texts)) * BYTES_A_CHARACTER
    return {"mp3": mp3, "ogg": round(mp3 * OPUS)}


def sound_name(engine: str, voice: str, kind: str, text: str) -> str:
    """Return the name of a sound: the hash of everything that makes it what it is."""
    inputs = json.dumps([engine, voice, WORDS_A_MINUTE, kind, text], ensure_ascii=False)
    return hashlib.sha256(inputs.encode()).hexdigest()[:40]
