"""The page of an offer that says when one works."""

from typing import Any

from webapp.employers import rules, words
from webapp.employers.fields import Boxes, Count, Pick, StepForm, Sure, TimeOfDay, day_choices
from webapp.i18n import lazy_gettext as _l
from webapp.offers.words import DAYS


class WeekForm(StepForm):
    """When one works: a usual week, the same hours each day, hours by day, or a range."""

    mode = Pick(_l("Quand travaille la personne ?"))
    days = Boxes(_l("Quels jours ?"), coerce=int, choices=day_choices())
    begin = TimeOfDay(_l("De"))
    end = TimeOfDay(_l("À"))
    begin_2 = TimeOfDay(_l("Puis de"))
    end_2 = TimeOfDay(_l("À"))
    low = Count(_l("Au moins, en heures par semaine"))
    high = Count(_l("Au plus, en heures par semaine"))
    sure = Sure(_l("À confirmer"))
    contract: str | None = None
    kept: int | None = None  # the least minutes a week that were said before

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the hours of the chosen way, and forget the others."""
        used = {"mode", "sure", *USED_HOURS.get(self.mode.data, ())}
        if self.mode.data == rules.EACH:
            used |= {field.short_name for field in self if field.short_name.startswith("d")}
        self.leave_out(*(field.short_name for field in self if field.short_name not in used))
        if not super().validate(extra_validators):
            return False
        return self.hours_are_well() and self.is_meant()

    def hours_are_well(self) -> bool:
        """Check the hours of the chosen way."""
        if self.mode.data == rules.RANGE:
            return self.range_is_well()
        fault = self.fault()
        return fault is None or self.miss("mode", words.WEEK_FAULTS[fault])

    def is_meant(self) -> bool:
        """Ask once about a CDDI under the usual least week."""
        least = self.least()
        short = least != self.kept and rules.is_short_cddi(self.contract, least)
        return not short or self.is_sure(least, words.SHORT_CDDI)

    def least(self) -> int:
        """Return the least minutes a week."""
        if self.mode.data == rules.RANGE:
            return int(self.low.data or 0) * rules.HOUR
        return sum(slot.end - slot.begin for slot in self.week())

    def range_is_well(self) -> bool:
        """Check the least and the most hours."""
        low, high = self.low.data, self.high.data
        if low and high and 1 <= low <= high <= rules.MAX_WEEK // rules.HOUR:
            return True
        return self.miss(
            "low", _l("Écrivez deux nombres d’heures, le plus petit d’abord : 10, 20.")
        )

    def fault(self) -> str | None:
        """Return why the week cannot be, by a key of words.WEEK_FAULTS."""
        if any((begin is None) != (end is None) for _day, begin, end in self.typed()):
            return "half"
        return rules.week_fault(self.week())

    def typed(self) -> list[tuple[int, int | None, int | None]]:
        """Return each day and the times given for it, by the chosen way."""
        if self.mode.data == rules.SAME:
            hours = ((self.begin, self.end), (self.begin_2, self.end_2))
            return [(day, one.data, two.data) for day in self.days.data for one, two in hours]
        if self.mode.data == rules.EACH:
            return [
                (day, self[f"d{day}_{part}_begin"].data, self[f"d{day}_{part}_end"].data)
                for day in range(7)
                for part in (1, 2)
            ]
        return []

    def week(self) -> tuple[rules.Slot, ...]:
        """Return the week, empty where only a range of hours is said."""
        quick = rules.QUICK_WEEKS.get(self.mode.data or "")
        if quick:
            return quick
        return tuple(
            rules.slot(day, begin, end)
            for day, begin, end in self.typed()
            if begin is not None and end is not None
        )


for number, name in enumerate(DAYS):
    setattr(WeekForm, f"d{number}_1_begin", TimeOfDay(_l("%(day)s, de", day=name)))
    setattr(WeekForm, f"d{number}_1_end", TimeOfDay(_l("%(day)s, à", day=name)))
    setattr(WeekForm, f"d{number}_2_begin", TimeOfDay(_l("%(day)s, puis de", day=name)))
    setattr(WeekForm, f"d{number}_2_end", TimeOfDay(_l("%(day)s, puis à", day=name)))
USED_HOURS = {
    rules.SAME: ("days", "begin", "end", "begin_2", "end_2"),
    rules.RANGE: ("low", "high"),
}
