//! Money, contracts and the services that they pay for.

phrases! {
    // Money.
    AN_AMOUNT_IS_WITHHELD;
    APPROVED;
    BY_YEAR_AND_QUARTER;
    COMMITTED;
    CONTRACTS_NOTE;
    DAY_NOT_RECORDED;
    ENDS;
    IF_IT_ENDED;
    KEYS_ELSEWHERE;
    MONEY;
    MONEY_LEDE;
    NOTHING;
    NOTHING_APPROVED;
    NOTHING_COMMITTED;
    NOTHING_PAID;
    NOTHING_WITHHELD;
    NO_CONTRACT;
    NO_DECISION_NAMED;
    PAID;
    PLEDGED;
    THIS_YEAR;
    UNTIL;
    WAITING_FOR_HOURS;
    WAITING_FOR_IT;
    WAITING_FOR_PAYMENT;
    WHERE;
    WITHOUT_IT;
    an_amount_until(day);
    approved_in(year, sum);
    closed_as(state);
    committed_in(year, sum);
    given_on(day);
    given_some_day(times);
    given_times(times, day);
    named(name, of);
    paid_in(year, sum);
    whole_year(year);
    quarter_of(quarter, year);
    withheld_amounts(number);
    unrecorded_amounts(number);

    // What services lack and keep.
    ALL_HAVE_OWNERS;
    ALL_HAVE_SECOND_ADMINS;
    ALL_SERVICES;
    ARE_LEVELS_KEPT;
    CONTRACT_ENDS_SOON;
    FOR_THE_BOARD;
    FOR_THE_GROUP;
    LEVELS_KEPT;
    MISSED_ITS_LEVEL;
    NO_CONTRACT_ENDS;
    NO_KEY_FOR_THE_BOARD;
    NO_KEY_FOR_THE_GROUP;
    NO_LEVELS;
    NO_LEVEL_MISSED;
    TWELVE_MONTHS;
    VIEW_LEDE;
    WHAT_DEPENDS_ON_WHAT;
    WITHOUT_AN_OWNER;
    WITHOUT_A_SECOND_ADMIN;
    kept_but_missed(missed, measured);
    level_in_short(indicator, value, kept);
    kept_in_all(measured);
    levels_kept_of(kept, measured, all);
    missed_in(missed, measured);
    level_promised(indicator, objective);
    services_without_level(count);
}
