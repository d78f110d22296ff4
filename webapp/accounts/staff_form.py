"""What a professional writes to enter: the address their e-mails come to."""

import re
import unicodedata
from collections.abc import Sequence

from wtforms import EmailField

from webapp.forms import PublicForm
from webapp.i18n import lazy_gettext as _l

LONGEST = 254
SHAPE = re.compile(r"[^@\s<>\"(),:;\\]+@[^@\s<>\"(),:;\\]+\.[^@\s<>\"(),:;\\.]{2,}")


class AddressField(EmailField):  # type: ignore[misc]  # the library has no types
    """An e-mail address, however pasted: `data` is tidy, what was typed is shown again."""

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Read the address; say kindly what is wrong with it."""
        typed = valuelist[0] if valuelist else ""
        self.data = tidy(typed)
        if self.data is None:
            raise ValueError(_l("Écrivez votre adresse e-mail, comme prenom.nom@exemple.fr."))

    def _value(self) -> str:
        """Return what was typed."""
        return str(self.raw_data[0]) if self.raw_data else ""


def tidy(typed: str) -> str | None:
    """Return the address in a text such as "Nadia <NADIA@exemple.fr>"; None without just one."""
    text = unicodedata.normalize("NFKC", typed[: 2 * LONGEST]).lower().replace("mailto:", " ")
    found = set(SHAPE.findall(text))
    one = found.pop() if len(found) == 1 else ""
    return one if 0 < len(one) <= LONGEST and one.isprintable() else None


class LinkForm(PublicForm):
    """Ask for a link."""

    email = AddressField(_l("Votre adresse e-mail professionnelle"))
