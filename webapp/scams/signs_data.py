"""The signs in which papers, codes, pictures or silence are asked for."""

from webapp.scams.signs import Force, Rule, Sign, Tier, Way

NORMAL_HIRING = "signed in_person staffing official_host customers"

BANK_DATA_EARLY = Rule(
    Sign.BANK_DATA_EARLY,
    Tier.A,
    (
        Way("card_data send", unless="own_code duty customers"),
        Way("card_data send remote", unless="own_code duty customers", reach=1),
        Way("card_data picture", unless="own_code duty customers"),
        Way("bank_login send", unless="own_code duty customers"),
        Way("bank_data send remote", unless=NORMAL_HIRING, unless_text="employed"),
        Way(
            "bank_data send", unless=NORMAL_HIRING, unless_text="signed in_person staffing employed"
        ),
        Way("bank_data send no_interview|company_hidden", unless="in_person staffing", reach=1),
        Way("bank_data send chat_app|unknown_host|hard_urgent", unless="signed in_person", reach=1),
        Way("bank_data not_met", unless="in_person", reach=0),
    ),
)

NIR_EARLY = Rule(
    Sign.NIR_EARLY,
    Tier.A,
    (
        Way("nir picture", unless=NORMAL_HIRING, unless_text="employed staffing in_person"),
        Way("nir send remote", unless=NORMAL_HIRING, unless_text="employed"),
        Way("nir send", unless=NORMAL_HIRING, unless_text="signed in_person staffing employed"),
        Way("nir cv_sent", unless=NORMAL_HIRING, unless_text="employed staffing in_person signed"),
        Way("nir send no_interview|company_hidden", unless="in_person staffing", reach=1),
        Way("nir send chat_app|unknown_host|not_met", unless="signed in_person", reach=1),
    ),
)

CREDENTIALS_PHISH = Rule(
    Sign.CREDENTIALS_PHISH,
    Tier.A,
    (
        Way("credentials send", unless="own_code", reach=0),
        Way("credentials send public_account", unless="own_code official_host", reach=1),
        Way("do_login lookalike_host", reach=1),
        Way("do_login public_account lure_host|unknown_host|short_host", reach=1),
        Way("do_login service_account threat", unless="official_host normal_login", reach=1),
        Way("threat public_account lure_host|lookalike_host|short_host", reach=1),
        Way("login_host", unless="official_host"),
    ),
)

OTP_CODE = Rule(
    Sign.OTP_CODE,
    Tier.A,
    (
        Way("otp send got", unless="credentials promo", reach=1),
        Way("otp hand_over", unless="duty promo"),
        Way("strict_otp send"),
    ),
    unless="own_code voucher",
)

REMOTE_APP = Rule(
    Sign.REMOTE_APP,
    Tier.A,
    (
        Way("app_install remote_tool", unless="customers", reach=1),
        Way("remote_tool install|send|hand_over|code_word", unless="duty customers", reach=1),
        Way("antivirus_off"),
        Way("apk_path", reach=0),
        Way(
            "app_install chat_app|unknown_host|vague_job|hard_urgent",
            Force.CHECK,
            unless="official_host agency",
            reach=1,
        ),
    ),
)

SECRECY = Rule(Sign.SECRECY, Tier.A, (Way("hide", unless="own_code duty care_secret"),))

SEXT_MODELLING = Rule(
    Sign.SEXT_MODELLING,
    Tier.A,
    (
        Way("blackmail"),
        Way("undress model", unless="duty safe_model", reach=1),
        Way("undress send|remote", unless="duty safe_model", reach=1),
        Way("paid_book sum|pay", unless="free safe_model", reach=1),
        Way("model paid_book pay|buy|sum", unless="free safe_model", reach=2),
    ),
)

CPF_SCAM = Rule(
    Sign.CPF_SCAM,
    Tier.A,
    (
        Way("cpf cpf_push", unless_text="staffing in_person", reach=1),
        Way(
            "cpf send|do_login|hard_urgent|urgent_now",
            unless_text="in_person",
            reach=1,
        ),
        Way("cpf nir|credentials|share|gift", reach=1),
    ),
    unless="official_host",
)

FAKE_AID = Rule(
    Sign.FAKE_AID,
    Tier.A,
    (
        Way("aid claim lookalike_host|lure_host|short_host|unknown_host", reach=1),
        Way(
            "aid claim card_data|bank_data|credentials|nir|id_doc|private_data",
            unless="official_host in_person",
            reach=1,
        ),
        Way("aid claim pay sum", unless="official_host in_person normal_money", reach=1),
        Way("loan_offer pay|sum|send", unless="official_host in_person duty", reach=1),
        Way("aid sum|amount lookalike_host|lure_host|short_host", reach=1),
    ),
)

RULES = (
    SEXT_MODELLING,
    CPF_SCAM,
    FAKE_AID,
    OTP_CODE,
    CREDENTIALS_PHISH,
    REMOTE_APP,
    BANK_DATA_EARLY,
    NIR_EARLY,
    SECRECY,
)
