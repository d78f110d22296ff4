"""The signs in which the person's account, name, home or savings serve somebody else."""

from webapp.scams.signs import Force, Rule, Sign, Tier, Way

DEPOSIT_UNLOCK = Rule(
    Sign.DEPOSIT_UNLOCK,
    Tier.A,
    (
        Way("unlock given", unless="official_host", reach=1),
        Way("gains given tax_out", reach=1),
        Way("unlock gains pay", unless="official_host", reach=0),
        Way("unlock gains pay sum", unless="official_host", reach=1),
        Way("unlock pay sum", unless="free official_host", reach=0),
        Way("likes pay_now sum", reach=1),
        Way("likes pay unlock", reach=1),
    ),
    unless="normal_money",
)

CHEQUE_OVERPAY = Rule(
    Sign.CHEQUE_OVERPAY,
    Tier.A,
    (
        Way("cheque cheque_big", reach=1),
        Way("cheque cheque_act cheque_big", reach=1),
        Way("cheque cheque_act forward", reach=1),
        Way("cheque cheque_big forward", reach=1),
        Way("cheque cheque_act pay|must_buy|buy", unless="signed", reach=1),
        Way("cheque absent", reach=2),
        Way("cheque cheque_act sum|wage buy|send", unless="signed", reach=1),
        Way("cheque pay|must_buy|buy our_seller", unless="signed", reach=1),
        Way("cheque cheque_act", Force.CHECK, unless="signed"),
    ),
    unless="duty",
)

MONEY_MULE = Rule(
    Sign.MONEY_MULE,
    Tier.A,
    (
        Way("receive_money forward", unless="cheque normal_money", reach=1),
        Way("receive_money share forward", reach=2),
        Way("lend_account share|sum|wage|forward|receive_money", unless="rider_account", reach=1),
        Way("lend_account", unless="signed rider_account in_person family"),
        Way("receive_money share", unless="normal_money recruit_people signed"),
        Way(
            "forward share sum|wage|crypto",
            unless="cheque normal_money recruit_people",
            reach=0,
        ),
        Way("forward_cash", unless="cheque normal_money"),
    ),
    unless="duty",
)

PARCEL_RESHIP = Rule(
    Sign.PARCEL_RESHIP,
    Tier.A,
    (
        Way("parcel at_home reship", unless="duty workplace pickup", reach=1),
        Way("parcel reship wage|sum|share at_home", reach=2),
        Way("parcel receive_parcel reship", unless="duty agency workplace pickup", reach=1),
        Way("parcel receive_parcel wage|sum at_home", unless="duty agency pickup", reach=1),
    ),
)

MYSTERY_SHOPPER = Rule(
    Sign.MYSTERY_SHOPPER,
    Tier.A,
    (
        Way("mystery own_money", reach=1),
        Way("mystery wire|strict_voucher|contract_thing", reach=2),
        Way("mystery sum pay|buy|subscribe", reach=1),
    ),
    unless="thanks_paid_after",
)

ACCOUNT_RENTAL = Rule(
    Sign.ACCOUNT_RENTAL,
    Tier.A,
    (
        Way(
            "rider_account rent sum|wage|share|in_your_name|number",
            unless="workplace fournis",
            reach=1,
        ),
        Way("rider_account rent share", unless="duty"),
        Way("rider_account rent", unless="workplace fournis"),
        Way("front_man share|sum|wage|subscribe", unless="duty", reach=1),
        Way("strong_front", unless="duty"),
    ),
)

CONTRACT_IN_YOUR_NAME = Rule(
    Sign.CONTRACT_IN_YOUR_NAME,
    Tier.A,
    (
        Way("in_your_name contract_thing subscribe|handed_over|sum|wage", reach=1),
        Way(
            "contract_thing subscribe handed_over sum|wage|share|number",
            unless="signed",
            reach=1,
        ),
        Way("contract_thing strong_hand_over subscribe", unless="signed", reach=1),
    ),
    unless="duty",
)

TASK_SCAM = Rule(
    Sign.TASK_SCAM,
    Tier.A,
    (
        Way("likes wage|sum easy_home|vague_job", reach=1),
        Way("likes wage|sum", reach=1),
        Way("likes easy_home chat_app", reach=2),
        Way("likes easy_home vague_job", reach=1),
        Way("likes share|gains pay|unlock", reach=1),
        Way("likes foreign_number|move_chat", reach=2),
    ),
    unless="duty agency",
)

CRYPTO_INVEST = Rule(
    Sign.CRYPTO_INVEST,
    Tier.A,
    (
        Way("invest|own_capital given profit|wage", unless="safe_stock", reach=1),
        Way("crypto invest", reach=1),
        Way("crypto sum|wage", reach=1),
        Way("crypto pay|vague_job|easy_home", reach=1),
        Way("invest sum profit", unless="free safe_stock", reach=1),
        Way("own_capital sum|profit|wage", unless="free safe_stock", reach=1),
    ),
    unless="duty",
)

MLM_PYRAMID = Rule(
    Sign.MLM_PYRAMID,
    Tier.A,
    (
        Way("recruit_people entry_fee sum|wage|share|pay", reach=2),
        Way("recruit_people given", unless="agency", reach=2),
        Way("recruit_people vague_job sum|wage|share", unless="agency free", reach=1),
        Way("recruit_people sum|number share|wage", unless="agency free", reach=1),
        Way("recruit_people profit", unless="agency free", reach=1),
    ),
    unless="safe_stock",
)

RULES = (
    CHEQUE_OVERPAY,
    MYSTERY_SHOPPER,
    PARCEL_RESHIP,
    MONEY_MULE,
    ACCOUNT_RENTAL,
    CONTRACT_IN_YOUR_NAME,
    TASK_SCAM,
    DEPOSIT_UNLOCK,
    CRYPTO_INVEST,
    MLM_PYRAMID,
)
