"""What is sent about a next step: simple French, signed by who proposes it, answered OUI or NON."""

from flask import current_app

from webapp import phones
from webapp.followup.models import Task
from webapp.messages.texts import NAME
from webapp.people.texts import fitted

PROPOSED = (
    "{name} ({place}) vous propose : {title}, avant le {day}. D’accord ? Répondez OUI ou NON.",
    "{name} vous propose : {title}, avant le {day}. D’accord ? Répondez OUI ou NON.",
)
ACCEPTED = "Merci. C’est noté : {title}, avant le {day}. Une question ? Appelez {whom}."
DECLINED = "C’est noté : pas cette étape. {name} le voit. Pour en parler, appelez {whom}."

ALREADY = "C’est déjà noté, merci. Une question ? Appelez {whom}."


def proposed(task: Task, address: str) -> str:
    """Return the question to the person: who asks, what, before which day, how to answer."""
    author = task.author
    name, place = (author.first_name, author.organisation.name) if author else (NAME, NAME)
    facts = {"name": name, "place": place, "title": titled(task), "day": day(task)}
    return fitted(*(one.format(**facts) for one in PROPOSED), address=address)


def answered(task: Task, wording: str) -> str:
    """Return what is said to a yes or a no."""
    author = task.author
    whom = phones.Phone(current_app.config["HELP_LINE"]).shown
    if author and author.phone:
        whom = f"{author.first_name} au {phones.Phone(author.phone).shown}"
    name = author.first_name if author else NAME
    return wording.format(name=name, whom=whom, title=titled(task), day=day(task))


def titled(task: Task) -> str:
    """Return what is to be done, to stand within a sentence."""
    return task.title.strip().rstrip(".")


def day(task: Task) -> str:
    """Return the day before which it is to be done."""
    return f"{task.due_on:%d/%m}"
