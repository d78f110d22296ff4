"""An offer as schema.org's JobPosting, for search engines."""

import json
from typing import Any

from markupsafe import Markup

from webapp.clock import PARIS
from webapp.offers.display import Page
from webapp.places import queries as places

EMPLOYMENT = {"temporary": "TEMPORARY", "mission": "TEMPORARY", "freelance": "CONTRACTOR"}
FULL_WEEK = 35 * 60
SAFE = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def data(page: Page, address: str) -> Markup:
    """Return the JSON of a published offer, safe inside a script element."""
    text = json.dumps(posting(page, address), ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(SAFE))  # noqa: S704  what could end the element is escaped


def posting(page: Page, address: str) -> dict[str, Any]:
    """Return the facts under schema.org's names."""
    offer = page.offer
    published = offer.published_at or offer.created_at
    return {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": page.job,
        "description": " ".join(
            [*(str(task.sentence) for task in page.tasks), *page.week_sentences]
        ),
        "identifier": {"@type": "PropertyValue", "name": page.employer, "value": offer.public_id},
        "url": address,
        "datePosted": published.astimezone(PARIS).date().isoformat(),
        "employmentType": employment(page),
        "hiringOrganization": {"@type": "Organization", "name": page.employer},
        "jobLocation": {"@type": "Place", "address": location(page)},
        "totalJobOpenings": offer.positions,
        "directApply": True,
        "inLanguage": "fr",
        **({"validThrough": offer.expires_on.isoformat()} if offer.expires_on else {}),
        **({"baseSalary": salary(page)} if offer.pay_cents else {}),
    }


def employment(page: Page) -> str:
    """Return schema.org's kind of employment."""
    if page.offer.kind != "job":
        return "INTERN" if page.offer.kind == "internship" else "OTHER"
    minutes = page.offer.weekly_minutes
    usual = "PART_TIME" if minutes and minutes < FULL_WEEK else "FULL_TIME"
    return EMPLOYMENT.get(page.offer.contract or "", usual)


def location(page: Page) -> dict[str, str]:
    """Return the address; the commune alone for a private home or a zone."""
    offer = page.offer
    commune = places.commune(offer.insee or "")
    shown = {
        "@type": "PostalAddress",
        "addressLocality": page.town,
        "addressCountry": "FR",
        "postalCode": commune.postcodes[0] if commune and commune.postcodes else "",
    }
    if offer.address and not (offer.private_home or offer.zone_km):
        shown["streetAddress"] = offer.address
    return shown


def salary(page: Page) -> dict[str, Any]:
    """Return the pay of an hour, before deductions."""
    low, high = page.offer.pay_cents or 0, page.offer.pay_cents_max
    value: dict[str, Any] = {"@type": "QuantitativeValue", "unitText": "HOUR"}
    value |= {"minValue": low / 100, "maxValue": high / 100} if high else {"value": low / 100}
    return {"@type": "MonetaryAmount", "currency": "EUR", "value": value}
