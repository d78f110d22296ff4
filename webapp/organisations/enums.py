"""The closed list of what the log of a structure tells; its sentences are in words.py."""

from enum import StrEnum


class Logged(StrEnum):
    """One change in a structure or in its accounts."""

    CREATED = "created"
    CLOSED = "closed"
    ACCOUNT_OPENED = "account-opened"
    ACCOUNT_ENTERED = "account-entered"  # they opened their own, by an invitation
    ACCOUNT_CHANGED = "account-changed"
    ROLE_CHANGED = "role-changed"
    EMAIL_CHANGED = "email-changed"
    ACCOUNT_CLOSED = "account-closed"
    PASSKEY_FORGOTTEN = "passkey-forgotten"
    AWAY = "away"
    BACK = "back"
    INVITATIONS_CLOSED = "invitations-closed"
    FACTS = "facts"
    HOURS = "hours"
    REQUESTS_ON = "requests-on"
    REQUESTS_OFF = "requests-off"
    SITE_ADDED = "site-added"
    SITE_CHANGED = "site-changed"
    SITE_REMOVED = "site-removed"
    CONTACT_ADDED = "contact-added"
    CONTACT_CHANGED = "contact-changed"
    HELP_TABLE = "help-table"
    CONTACT_REMOVED = "contact-removed"
