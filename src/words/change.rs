//! What a change does to the record, in sentences.

use super::catalogue::{Language, maybe, spoken};
use super::keys::{label_in_a_sentence, label_of_key};
use super::profile::of_profile;
use crate::id::Kind;

phrases! {
    // What a preview while writing is a preview of.
    preview_since(revision);

    // What a change does to one record, in sentences without a full stop.
    FILE_IS_HIDDEN;
    FILE_WAS_HIDDEN;
    NOT_COMPARED;
    NOT_COMPARED_AFTER;
    NOT_COMPARED_BEFORE;
    begins_with(text);
    REWRITTEN;
    address_leads_to(id);
    begins_as(to, verdict);
    record_moved(from, to);
    record_was(was, is);
    state_changed(was, is);
    state_is(is);
    step_judged(from, to, verdict);
    step_rests_on_it(id);
    still_referred_to(by);
    still_referred_to_and_more(by, more);
    VERDICT_IN_ORDER;
    VERDICT_INCOMPLETE;
    VERDICT_NOT_ALLOWED;
    VERDICT_NOT_JUDGED;
    step_lacks(what);
    NOT_STATED_HERE;

    // What becomes of the tasks of a record.
    action_closed(what);
    action_due(what);
    action_opened(what);
    action_opened_again(what);
    action_owner(what);
    action_reworded(was, is);
    action_taken_out(what);
    task_until(day);

    // What becomes of the values of a record. What it is comes first: the amount, the vote of somebody.
    item_added(what, is);
    item_gone(what);
    item_removed(what, was);
    items_removed(count, what);
    order_of(what);
    value_changed(what, was, is);
    value_is_now(what, is);
    value_taken_out(what);
    value_taken_out_was(what, was);
    value_was(what, was);
    flag_set(what, flag);
    flag_not_set(what, flag);
    part_of(list, item);
    part_of_nested(list, item);
    part_leading_to(list, item);
    part_in_quotes(list, item);
    part_is(part);
    part_is_not(part);
    part_says(part, value);
    EMPTY_LIST;
    SAID_YES;
    SAID_NO;
    vote_in_place_of(vote, earlier);
    vote_stood_in_place_of(vote, earlier);

    // What others wait for, and what comes next.
    can_go_on_to(state);
    no_longer_waits_for(record, what);
    now_waits_for(record, what);
    next_not_before(next, day);
    next_with(step, holder);
    next_with_and_missing(step, holder, missing);
    waits_and_ahead(waits, ahead);

    // What a change does to the rules and the configuration.
    less_is_asked(what);
    more_is_asked(what);
    more_is_asked_reverse(what);
    rules_unreadable_before(path);
    rules_unreadable_now(path);
    rules_unreadable_throughout(path);

    // How much a change does, in one line.
    fate_added(count);
    fate_changed(count);
    fate_moved(count);
    fate_published(count);
    fate_removed(count);
    fate_unpublished(count);
    NO_RECORD_TOUCHED;
    NO_NEW_FINDINGS;
    WITHHOLDS_SOMETHING;
    errors_to_resolve(count);
    findings_were_there(count);
    new_warnings(count);
    number_fixed(count);
    whole_record_moved(from, to);
    ROOT_OF_REPOSITORY;
    ROOT_OF_RECORD;

    // The comment on a change, and its page as one file.
    ALSO_TOUCHED;
    COUNTED_ACTIONS;
    COUNTED_FINDINGS;
    COUNTED_LINKS;
    COUNTED_THINGS;
    DOES_NOTHING;
    DOES_TO_THE_RECORD;
    FINDINGS_ELSEWHERE;
    FINDINGS_ELSEWHERE_IN_FULL;
    FINDINGS_GONE;
    FILES_BESIDE;
    HOLDS_UP;
    MOVED_FOLDERS;
    ONLY_REWRITTEN;
    PLACES_OF_LESS;
    PLACES_OF_MORE;
    RULES_AND_CONFIGURATION;
    RULES_AND_CONFIGURATION_IN_FULL;
    TEXT_OF_IT;
    UNBLOCKS;
    VALUES_BESIDE;
    found_before(level);
    and_more(count);
    and_more_of(count, what);
    and_more_records(count);
    change_of_file(path, fate);
    follow_below(count, what);
    found_often(what, count);
    kind_and_fate(record, kind, fate);
    records_moved(count, from, to);
    records_moved_and_are(count, from, to, was, is);
    found_on_each(moved, level, finding);
}

/// What happened, in one word, by the word that programs know it by: `added`, `unchanged`.
pub(crate) fn fate_of(word: &str) -> &'static str {
    maybe(&format!("fate-{word}")).unwrap_or_else(|| panic!("the catalogue has no fate {word}"))
}

/// A kind of record as what something is: `an organization`. In another language than English without an article.
pub(crate) fn being(kind: Kind) -> String {
    match spoken().tag() == Language::FIRST {
        true => kind.with_article(),
        false => of_profile(kind.title()),
    }
}

/// A word of the front matter or a state as a value, as it is written; in another language than English by the word for it, where
/// there is one.
pub(crate) fn value_of(text: &str) -> String {
    let is_word = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let of_family = |family: &str| maybe(&format!("{family}-{text}"));
    let known = || of_family("value").or_else(|| of_family("profile"));
    match is_word && spoken().tag() != Language::FIRST {
        true => known().unwrap_or(text).to_owned(),
        false => text.to_owned(),
    }
}

/// What the value at `key` is called: `amount`, `last day to comment`. What has no name of its own is called by its last key, after
/// what it is part of.
pub(crate) fn label(key: &str) -> String {
    own_label(key).unwrap_or_else(|| match key.rsplit_once('.') {
        Some((outer, part)) => format!("{}: {}", label(outer), label(part)),
        None if spoken().tag() == Language::FIRST => label_in_a_sentence(key),
        None => label_of_key(key),
    })
}

/// What the value at `key` is called where it has words of its own.
pub(crate) fn own_label(key: &str) -> Option<String> {
    maybe(&format!("label-{}", key.replace('.', "-"))).map(str::to_owned)
}

/// What several are called of which one is called `label`; in another language than English as one of them.
pub(crate) fn several(label: &str) -> String {
    match label.strip_suffix('y') {
        _ if spoken().tag() != Language::FIRST => label.to_owned(),
        Some(stem) => format!("{stem}ies"),
        None if label.ends_with('s') => format!("{label}es"),
        None => format!("{label}s"),
    }
}

/// How the thing at `key` of a family of messages is told, with `{$to}` where a value is filled in; `None` where there is no sentence.
pub(crate) fn template(family: &str, key: &str) -> Option<&'static str> {
    maybe(&format!("{family}-{}", key.replace('.', "-")))
}
