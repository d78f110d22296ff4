"""Whether two names may be one person's: written shorter, longer, or with another spelling."""

import unicodedata

SHORTEST = 3  # letters: Ali and Aliou may be one person, Al and Aliou are a guess
LONG_ENOUGH = 5  # letters: one letter changed in a shorter name makes another name


def folded(name: str) -> str:
    """Return a name without accents, capitals, hyphens and spaces."""
    apart = unicodedata.normalize("NFKD", name).casefold()
    return "".join(sign for sign in apart if sign.isalpha())


def same(one: str, other: str) -> bool:
    """Return whether two names are written alike, but for accents, capitals and hyphens."""
    return bool(folded(one)) and folded(one) == folded(other)


def similar(one: str, other: str) -> bool:
    """Return whether two first names may be one person's: Fatou, Fatoumata; Mohamed, Mohammed."""
    short, long = sorted((folded(one), folded(other)), key=len)
    if not short:
        return False
    if len(short) >= SHORTEST and long.startswith(short):
        return True
    return short == long or (len(short) >= LONG_ENOUGH and one_sign_apart(short, long))


def one_sign_apart(short: str, long: str) -> bool:
    """Return whether one sign added, or one changed, leads from a text to the other."""
    if len(long) - len(short) > 1:
        return False
    at = next((i for i, sign in enumerate(short) if sign != long[i]), len(short))
    rest = short[at + 1 :] if len(short) == len(long) else short[at:]
    return rest == long[at + 1 :]
