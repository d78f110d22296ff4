"""The pages of questions, whoever answers: each with its form, and what it keeps."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask_babel.speaklater import LazyString

from webapp.cv import rules
from webapp.cv.forms import SeveralForm, practical
from webapp.forms import choices as offered
from webapp.i18n import lazy_gettext as _l
from webapp.jobs.queries import families, job, jobs
from webapp.jobs.tasks import task, tasks_for

Answers = dict[str, Any]


@dataclass(frozen=True)
class Step:
    """One page: its title, its form from the answers so far, and the answers with what it holds."""

    title: LazyString
    form: Callable[[Answers], Any]
    keep: Callable[[Answers, Any], Answers]


def several(label: Any, offered_here: dict[str, Any], most: int, chosen: Any) -> Any:
    """Return a page with one question and several answers."""
    form = SeveralForm(data={"chosen": list(chosen)})
    form.chosen.label.text, form.chosen.most = label, most
    form.chosen.choices = offered(offered_here)
    return form


def families_form(answers: Answers) -> Any:
    """Ask in which families of work."""
    form = several(
        _l("Touchez les familles de métiers. 4 au plus."),
        {one.key: one.short for one in families()},
        rules.MOST_FAMILIES,
        answers.get("families", ()),
    )
    form.pictures = {one.key: one.picture for one in families()}
    return form


def jobs_form(answers: Answers) -> Any:
    """Ask which jobs of these families."""
    here = [one for family in answers.get("families", ()) for one in jobs(family)]
    labels = {one.key: one.label for one in here}
    most, chosen = rules.MOST_JOBS, answers.get("jobs", {})
    return several(_l("Touchez ce que vous avez fait. 6 au plus."), labels, most, chosen)


def tasks_form(answers: Answers) -> Any:
    """Ask what the person can do in these families."""
    here = {one.key: one for key in answers.get("families", ()) for one in tasks_for(key)}
    form = several(
        _l("Touchez ce que vous savez faire. 16 au plus."),
        {key: one.label for key, one in here.items()},
        rules.MOST_TASKS,
        answers.get("tasks", ()),
    )
    form.pictures = {key: one.picture for key, one in here.items()}
    return form


def practical_form(answers: Answers) -> Any:
    """Ask what remains."""
    done = {key: found.label for key in answers.get("jobs", {}) if (found := job(key))}
    lengths = {f"long-{key}": long for key, long in answers.get("jobs", {}).items()}
    return practical(done, {**answers, **lengths})


def keep_families(answers: Answers, form: Any) -> Answers:
    """Keep the families; what belongs to others is no longer said."""
    chosen = form.chosen.data
    after = rules.with_families(answers, chosen)
    offered_jobs = {one.key for family in chosen for one in jobs(family)}
    after = rules.with_jobs(after, rules.kept(answers.get("jobs", {}), offered_jobs))
    offered_tasks = {one.key for family in chosen for one in tasks_for(family)}
    return {**after, "tasks": rules.kept(answers.get("tasks", ()), offered_tasks)}


def keep_tasks(answers: Answers, form: Any) -> Answers:
    """Keep what the person can do."""
    return {**answers, "tasks": [key for key in form.chosen.data if task(key)]}


def keep_practical(answers: Answers, form: Any) -> Answers:
    """Keep the rest, and how long each job was done."""
    plain = ("licence", "french", "languages", "free", "hours")
    long = {field.name.removeprefix("long-"): field.data or "" for field in form.lengths()}
    return {**answers, **{name: form[name].data for name in plain}, "jobs": long}


PAGES = {
    "familles": Step(_l("Où avez-vous déjà travaillé ?"), families_form, keep_families),
    "metiers": Step(
        _l("Quels métiers avez-vous faits ?"),
        jobs_form,
        lambda answers, form: rules.with_jobs(answers, form.chosen.data),
    ),
    "taches": Step(_l("Que savez-vous faire ?"), tasks_form, keep_tasks),
    "pratique": Step(_l("Permis, langues, moments"), practical_form, keep_practical),
}
