"""The letter of the day: counts without any name, the way to the page, the way to stop it."""

from collections.abc import Sequence

SUBJECT = "À deux pas : du nouveau sur votre page"


def letter(lines: Sequence[str], page: str, switch: str) -> str:
    """Return the letter: what is new, a line each."""
    told = "\n".join(f"- {line}" for line in lines)
    return (
        f"Bonjour,\n\nNouveau depuis votre dernière lettre :\n{told}\n\n"
        f"Les noms et la suite sont sur votre page : {page}\n\n"
        f"Ne plus recevoir cette lettre : {switch}\n\nÀ deux pas"
    )
