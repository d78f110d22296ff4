"""The supporting signs: real employers show them too, so they ask for a check, not for a stop."""

from webapp.scams.signs import Force, Rule, Sign, Tier, Way

ID_DOCS_EARLY = Rule(
    Sign.ID_DOCS_EARLY,
    Tier.B,
    (
        Way("selfie_id send|remote", unless="signed"),
        Way(
            "id_doc send remote",
            Force.CHECK,
            unless="signed in_person staffing official_host",
            unless_text="employed authority",
        ),
        Way(
            "id_doc send no_interview|company_hidden|not_applied|absent",
            Force.CHECK,
            unless="in_person staffing",
            reach=1,
        ),
        Way("id_doc send hard_urgent", Force.CHECK, unless="signed staffing"),
        Way("id_doc send unknown_host|chat_app", Force.CHECK, unless="in_person signed", reach=1),
        Way(
            "id_doc send",
            Force.CHECK,
            unless_text="in_person signed staffing official_host authority employed",
        ),
    ),
)

LOOKALIKE_LINK = Rule(
    Sign.LOOKALIKE_LINK,
    Tier.B,
    (
        Way("lookalike_host", Force.CHECK),
        Way("short_host", Force.CHECK),
        Way(
            "lure_host id_doc|bank_data|nir|card_data|credentials|aid|pay|do_login|threat",
            Force.CHECK,
            reach=2,
        ),
        Way("lure_host", Force.HINT),
    ),
)

IMPERSONATION = Rule(
    Sign.IMPERSONATION,
    Tier.B,
    (
        Way("public_body free_mail", Force.CHECK, reach=2),
        Way("state_body move_chat", Force.CHECK, reach=1),
        Way("odd_mail", Force.CHECK),
        Way(
            "public_body|claims_role|service_account lookalike_host|lure_host|short_host",
            Force.CHECK,
            reach=2,
        ),
        Way(
            "claims_role pay|do_login|credentials|card_data|nir|otp",
            Force.HINT,
            unless="official_host",
            reach=2,
        ),
        Way(
            "public_body given|credentials|card_data|otp",
            Force.HINT,
            unless="official_host",
            reach=2,
        ),
    ),
)

FREE_EMAIL = Rule(
    Sign.FREE_EMAIL,
    Tier.B,
    (Way("free_mail public_body", Force.CHECK, reach=3), Way("free_mail", Force.HINT)),
)

UNSOLICITED = Rule(
    Sign.UNSOLICITED,
    Tier.B,
    (Way("not_applied", Force.HINT, unless="visit_first", unless_text="in_person"),),
)

OFF_PLATFORM = Rule(
    Sign.OFF_PLATFORM,
    Tier.B,
    (
        Way("move_chat not_here", Force.CHECK, reach=1),
        Way("move_chat|chat_host", Force.HINT),
        Way("not_here", Force.HINT),
        Way("foreign_number", Force.HINT),
    ),
)

ABSENT_RECRUITER = Rule(
    Sign.ABSENT_RECRUITER,
    Tier.B,
    (
        Way(
            "absent no_interview|send|cheque|wire|strict_voucher",
            Force.CHECK,
            unless="in_person",
            reach=2,
        ),
        Way("absent", Force.HINT),
    ),
    unless="agency",
)

NO_INTERVIEW = Rule(
    Sign.NO_INTERVIEW,
    Tier.B,
    (
        Way("strict_no_interview", Force.HINT),
        Way("no_interview", Force.HINT, unless="in_person signed agency", unless_text="in_person"),
    ),
)

FAKE_CONTRACT = Rule(
    Sign.FAKE_CONTRACT,
    Tier.B,
    (
        Way(
            "fake_contract no_interview|id_doc|bank_data|nir|absent",
            Force.CHECK,
            unless_text="employed",
            reach=2,
        ),
        Way("fake_contract", Force.HINT, unless_text="employed"),
    ),
    unless="in_person agency",
)

NO_COMPANY = Rule(
    Sign.NO_COMPANY,
    Tier.B,
    (
        Way("company_hidden send|no_interview|id_doc", Force.CHECK, reach=2),
        Way("company_hidden vague_job", Force.CHECK, reach=1),
        Way("company_hidden", Force.HINT),
    ),
    unless="agency",
)

PAY_TOO_HIGH = Rule(
    Sign.PAY_TOO_HIGH,
    Tier.B,
    (
        Way("absurd_pay", Force.CHECK, unless="pro_pay"),
        Way("enormous_pay", Force.CHECK, unless_text="skilled"),
        Way("huge_pay easy_home|home_work|vague_job", Force.CHECK, unless="skilled"),
        Way("huge_pay", Force.HINT, unless="skilled"),
    ),
)

URGENCY = Rule(
    Sign.URGENCY,
    Tier.B,
    (Way("hard_urgent", Force.HINT), Way("urgent_now", Force.HINT, unless="agency")),
)

RULES = (
    ID_DOCS_EARLY,
    LOOKALIKE_LINK,
    IMPERSONATION,
    FREE_EMAIL,
    UNSOLICITED,
    OFF_PLATFORM,
    ABSENT_RECRUITER,
    NO_INTERVIEW,
    FAKE_CONTRACT,
    NO_COMPANY,
    PAY_TOO_HIGH,
    URGENCY,
)
