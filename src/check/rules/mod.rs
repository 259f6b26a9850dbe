//! Every rule of Candor. To add one, write its two files and put its name into the list.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::check::Rule;
use crate::rules;

/// Hands the list of all rules to the macro `$to`: families in their order, each with its rules in the order of the
/// alphabet, after a semicolon those that an earlier stage reports and that are a page alone.
#[doc(hidden)]
#[macro_export]
macro_rules! with_rules {
    ($($to:ident)::+) => {
        $($to)::+! {
            front_matter {
                day_far_from_others,
                ends_before_it_begins,
                entry_twice,
                keys_out_of_order;
                // Reported by an earlier stage: the page alone.
                empty_key,
                foreign_front_matter,
                impossible_date,
                invalid_toml,
                invalid_yaml,
                missing_front_matter,
                missing_key,
                possible_draft,
                unclosed_front_matter,
                unknown_key,
                unknown_value,
                wrong_type,
            }
            files {
                active_file,
                date_unlike_siblings,
                duplicate_id,
                large_file_pointer,
                left_out_file,
                merge_conflict,
                misnamed_file,
                misplaced_record,
                not_utf8,
                place_taken_twice,
                redirect_without_effect,
                site_without_configuration,
                unlinked_file,
                unreadable_text,
            }
            text {
                avoided_term,
                duplicate_heading,
                heading_date_differs,
                missing_section,
                placeholder,
                sections_out_of_order,
                sections_unlike_siblings,
                text_not_shown_as_meant,
            }
            references {
                alias_in_place_of_id,
                ambiguous_issue,
                broken_link,
                dependency_on_ended,
                dependency_on_retired,
                link_for_insiders,
                mutable_document,
                reference_cycle,
                reference_not_returned,
                references_disagree,
                renamed_host,
                unknown_reference,
                wrong_kind,
            }
            configuration {
                setting_without_target,
                wrong_record_end;
                // Reported by an earlier stage: the page alone.
                broken_template,
                invalid_profile,
                profiles_disagree,
                requirement_without_clause,
                state_meaning_missing,
                unknown_profile,
                unknown_rule,
                wrong_folder,
            }
            waivers {
                ended_waiver,
                unused_waiver,
                waiver_without_target,
            }
            state {
                blocked_without_end,
                deadline_passed,
                event_in_the_future,
                events_out_of_order,
                illegal_transition,
                incomplete_for_its_state,
                missing_evidence,
                nobody_holds_it,
                stalled,
                unknown_state,
                wrong_actor,
            }
            change {
                approvals_older_than_text,
                approved_terms_changed,
                backdated_event,
                history_edited,
                id_reused,
                record_deleted,
                several_steps_at_once,
                step_without_event,
                substance_with_decided_state,
                terminal_record_changed;
                // Reported where a change is compared with its base.
                rules_loosened,
            }
            decisions {
                decided_in_inquorate_meeting,
                decided_in_meeting_only,
                decided_too_early,
                decided_without_date,
                decided_without_outcome,
                decision_in_minutes_only,
                decision_not_executed,
                decision_without_deciders,
                decision_without_end,
                dissent_unrecorded,
                mode_against_charter,
                money_without_amount,
                outcome_against_votes,
                quorum_not_met,
                single_option,
                superseded_decision_cited,
                supersedes_wrongly,
                vote_does_not_count,
                vote_without_link,
            }
            meetings {
                agenda_without_outcome,
                announced_meeting_without_record,
                cadence_not_kept,
                conference_without_report,
                host_not_chair,
                item_carried_over,
                meeting_without_agenda,
                meeting_without_participants,
                minutes_after_next_meeting,
                next_meeting_not_later,
                no_meeting_announced,
                overdue_minutes,
                participant_twice,
                two_records_of_one_meeting,
                unclear_whether_held,
                unknown_participant,
            }
            actions {
                action_in_prose,
                action_owner_gone,
                action_without_due_date,
                action_without_owner,
                closed_without_evidence,
                impossible_due_date,
                mistyped_checkbox,
                overdue_action,
                unknown_action_owner,
            }
            sow {
                acceptance_criterion_untestable,
                comment_window_too_short,
                contractor_route_without_reason,
                contractor_route_without_slo,
                criterion_met_without_evidence,
                delivered_with_open_criteria,
                experiment_without_review,
                requirement_left_out,
                service_touched_but_not_listed,
                shared_infrastructure_without_agreement,
                sow_without_proposal,
                work_item_without_estimate,
                work_item_without_owner,
            }
            requests_for_proposal {
                award_before_closing,
                award_to_unlisted_offer,
                offer_after_closing,
                other_disclosure_time,
                price_not_disclosed,
                rfp_closing_overdue,
                rfp_without_conditions,
                rfp_without_question_deadline,
            }
            bounties {
                bounty_overdue,
                two_claimants,
            }
            money {
                amount_in_withheld_record,
                amount_without_cost,
                approval_lapsed,
                contract_before_approval,
                disclosure_overdue,
                money_without_board_decision,
                nobody_authorises_payments,
                paid_before_acceptance,
                payments_over_amount,
                spending_over_ceiling,
                withheld_without_end,
            }
            services {
                admin_placeholder,
                admins_share_one_affiliation,
                area_without_service,
                bare_address,
                critical_without_slo,
                described_as_unowned,
                incomplete_service,
                lifecycle_against_steps,
                missing_root_holder,
                personal_data_without_contact,
                retired_without_successor,
                reviewed_before_decision,
                slo_missed_without_action,
                slo_result_impossible,
                slo_result_missing,
                slo_without_source,
            }
            contractors {
                contract_coverage,
                contract_ended_before_notice,
                contract_ending,
                contract_for_unapproved_sow,
                contract_signed_by_other,
                contract_step_out_of_order,
                contract_terms,
                contract_without_request,
                contractor_slo_missing,
                contractor_without_documentation,
                exit_not_tested,
                root_holder_left,
                sole_root_holder,
            }
            duties {
                contested_duty,
                decided_without_the_duty,
                duties_all_on_the_lead,
                duty_holder_gone,
                duty_not_delegated,
                duty_vacant,
                duty_without_contact,
                duty_without_deputy,
                tie_left_open,
                too_many_duties,
            }
            reports {
                report_without_outlook,
            }
            surveys {
                survey_without_actions,
                survey_without_results,
            }
            people {
                absent_member,
                affiliation_share_too_large,
                affiliation_unknown,
                chair_without_seat,
                email_without_consent,
                group_without_contact,
                group_without_roster,
                handle_of_two_people,
                member_of_two_groups,
                role_vacant,
                seats_out_of_bounds,
                sub_group_outlives_its_task,
                sub_group_without_end,
                term_ended,
                term_too_long,
                term_without_appointment,
                too_many_in_role,
                too_much_on_one_person,
            }
            sensitive {
                offer_in_public,
                personal_contact_in_text,
                remote_picture,
                secret_in_text,
                withheld_after_publication,
                withheld_against_decision,
                withheld_amount_derivable,
                withheld_without_decision,
            }
            pledges {
                donor_concentration,
                fulfilled_without_report,
                pledge_follow_up_overdue,
            }
            roadmap {
                active_goal_without_item,
                done_goal_with_open_items,
                goal_without_owner,
                plan_not_actionable,
                roadmap_too_short,
            }
            proposals {
                approval_does_not_count,
                approval_without_link,
                consumer_without_verdict,
                project_too_young,
            }
        }
    };
}

with_rules!(rules);

/// The names of the rules on what a change does to what was on record, in the order of [`RULES`].
pub fn of_changes() -> Vec<&'static str> {
    RULES.iter().filter(|rule| rule.family == "change").map(|rule| rule.name).collect()
}

impl Rule {
    /// The rule of this name; `None` where there is none.
    pub fn named(name: &str) -> Option<&'static Rule> {
        static BY_NAME: LazyLock<HashMap<&str, &Rule>> =
            LazyLock::new(|| RULES.iter().map(|rule| (rule.name, rule)).collect());
        BY_NAME.get(name).copied()
    }
}

/// The names of all rules, in the order of [`RULES`].
pub fn names() -> Vec<&'static str> {
    RULES.iter().map(|rule| rule.name).collect()
}
