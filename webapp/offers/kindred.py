"""Which families of work are like which: the same gestures, the same places, the same hours.

Chosen by us, to have something to propose beside a work that is not found near home.
"""

LIKE = {
    "cleaning": ("textile", "care", "recycling"),
    "kitchen": ("shop", "cleaning"),
    "green": ("farm", "building"),
    "building": ("repair", "green", "factory"),
    "warehouse": ("shop", "driving", "factory", "recycling"),
    "driving": ("warehouse",),
    "care": ("children", "cleaning"),
    "children": ("care",),
    "shop": ("warehouse", "office", "kitchen"),
    "textile": ("cleaning", "factory"),
    "factory": ("warehouse", "repair", "textile"),
    "repair": ("factory", "building"),
    "security": ("office",),
    "farm": ("green",),
    "recycling": ("warehouse", "factory", "cleaning"),
    "office": ("shop", "security"),
}


def like(family: str) -> tuple[str, ...]:
    """Return the families that are like one."""
    return LIKE[family]
