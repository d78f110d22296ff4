"""The signs in which money is asked for so that a job may begin."""

from webapp.scams.signs import Force, Rule, Sign, Tier, Way

PAID_BY_OTHERS = "free normal_money"

FEE_ADMIN = Rule(
    Sign.FEE_ADMIN,
    Tier.A,
    (
        Way("given admin_fee|job_gate", unless="normal_money official_host", reach=0),
        Way(
            "given job_gate|vague_job|no_interview",
            unless="normal_money official_host signed",
            reach=1,
        ),
        Way(
            "sum hire_gate|vague_job",
            Force.CHECK,
            unless="normal_money official_host free duty",
            unless_text="in_person signed employed agency",
        ),
        Way(
            "given hard_urgent|urgent_now|chat_app",
            Force.CHECK,
            unless="normal_money official_host free duty family",
            unless_text="in_person employed agency",
        ),
        Way("admin_fee sum pay", unless="normal_money official_host", reach=0),
        Way("admin_fee sum", unless="free normal_money official_host", reach=0),
        Way("pay job_gate sum", unless=f"{PAID_BY_OTHERS} official_host travel training", reach=0),
        Way("pay job_gate sum", unless=f"{PAID_BY_OTHERS} official_host signed", reach=1),
        Way("strict_fee pay", unless=f"{PAID_BY_OTHERS} official_host"),
        Way("pay_now job_gate", unless=f"{PAID_BY_OTHERS} official_host signed", reach=1),
        Way("pay_now number job_gate", unless=PAID_BY_OTHERS),
    ),
)

FEE_TRAINING = Rule(
    Sign.FEE_TRAINING,
    Tier.A,
    (
        Way("training given", unless="normal_money", reach=0),
        Way("training given training_ticket|no_interview", unless="normal_money", reach=1),
        Way("training sum pay", unless=PAID_BY_OTHERS),
        Way("training sum training_ticket", unless=PAID_BY_OTHERS, reach=1),
        Way("training pay_now", unless=PAID_BY_OTHERS, reach=0),
        Way("training sum", unless="free normal_money skilled", reach=0),
        Way("training pay sum job_gate", unless=PAID_BY_OTHERS, reach=1),
    ),
)

FEE_KIT = Rule(
    Sign.FEE_KIT,
    Tier.A,
    (
        Way("kit given", unless="normal_money travel signed", reach=0),
        Way("kit given|sum pay_now", unless="free normal_money travel signed", reach=1),
        Way("kit given in_cash", unless="normal_money free"),
        Way("kit|home_work pay|buy our_seller", reach=1),
        Way(
            "kit given must_buy|home_work|no_interview",
            unless="normal_money travel signed",
            reach=1,
        ),
        Way("kit sum pay|buy", unless="free normal_money travel signed"),
        Way("kit sum", unless="free normal_money travel signed"),
        Way("kit pay_now|must_buy", unless="free normal_money travel signed", reach=0),
        Way("kit pay|buy sum job_gate", unless="free normal_money travel signed", reach=1),
        Way("home_work sum pay|buy", unless=PAID_BY_OTHERS, reach=1),
    ),
)

FEE_TRAVEL_HOUSING = Rule(
    Sign.FEE_TRAVEL_HOUSING,
    Tier.A,
    (
        Way("travel given"),
        Way("travel sum pay", unless="free"),
        Way("travel sum", unless="free in_person"),
        Way("travel pay_now", unless="free official_host"),
        Way("travel pay sum", unless="free", reach=1),
    ),
    unless="normal_money visit_first signed",
)

FEE_LIST = Rule(
    Sign.FEE_LIST,
    Tier.A,
    (
        Way("list_sale given|sum|wage"),
        Way("list_sale pay_now"),
        Way("list_sale pay|buy sum|wage|number", reach=1),
        Way("insider give_me sum|number", reach=1),
        Way("insider sum|given", unless="signed", reach=1),
    ),
    unless="free normal_money",
)

COUPON_PAYMENT = Rule(
    Sign.COUPON_PAYMENT,
    Tier.A,
    (
        Way("strict_voucher voucher_act|number|sum", unless="gift_given"),
        Way("strict_voucher voucher_act send|buy|pay", reach=1),
        Way("strict_voucher buy|pay|send"),
        Way("strict_voucher sum", unless="free"),
        Way("voucher voucher_act sum"),
        Way("voucher voucher_act send|buy", unless="own_code", reach=1),
        Way("voucher pay", unless="free normal_money"),
    ),
    unless="duty",
)

CASH_TRANSFER = Rule(
    Sign.CASH_TRANSFER,
    Tier.A,
    (
        Way("wire given", unless="duty normal_money close_ones"),
        Way("given refund_error", unless="official_host", reach=1),
        Way("private_payee given", unless="duty normal_money free visit_first", reach=0),
        Way("boss_expense given|number", unless="normal_money agency duty", reach=0),
        Way("wire sum|number pay|send|send_money", unless="duty signed close_ones", reach=0),
        Way("wire pay|send", unless="duty signed close_ones", reach=0),
        Way("send_money sum pay", unless="free normal_money signed duty visit_first", reach=0),
        Way(
            "send_money private_payee", unless="free normal_money signed duty visit_first", reach=0
        ),
        Way("private_payee sum pay", unless="free normal_money signed duty visit_first", reach=0),
        Way("boss_expense pay", unless="free normal_money signed agency duty in_person", reach=0),
        Way(
            "boss_expense pay_now|must_buy", unless="free normal_money signed agency duty", reach=1
        ),
        Way("wallet pay|send", reach=1),
        Way("card_number pay|send", reach=1),
    ),
)

PREMIUM_NUMBER = Rule(Sign.PREMIUM_NUMBER, Tier.A, (Way("premium"),))

RULES = (
    COUPON_PAYMENT,
    PREMIUM_NUMBER,
    FEE_LIST,
    FEE_TRAINING,
    FEE_TRAVEL_HOUSING,
    FEE_KIT,
    FEE_ADMIN,
    CASH_TRANSFER,
)
__all__ = ["RULES", "Force"]
