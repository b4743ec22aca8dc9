//! Whether a registration meets the event's certificate rule, with the reasons.

use crate::code::codes;
use crate::{AttendanceStatus, RegistrationState};

codes! {
    /// What an excused absence does to the count.
    ExcusedAbsence, "excused absence rule" {
        /// The session leaves the denominator.
        LeavesCount = "leaves-count",
        /// The session counts as missed.
        CountsAsAbsent = "counts-as-absent",
    }
}

/// When a certificate is earned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CertificateRule {
    /// The least share of tracked sessions, in percent: 0 to 100.
    pub min_percent: u8,
    /// What an excused absence does.
    pub excused: ExcusedAbsence,
}

/// One *scheduled and tracked* session as seen from one registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionMark {
    /// Position among the event's tracked sessions, from 1, as people count them.
    pub ordinal: u32,
    /// What was recorded; `None` where attendance has not been taken.
    pub status: Option<AttendanceStatus>,
}

/// The count behind an answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counted {
    /// Sessions attended: present or late.
    pub attended: u32,
    /// Sessions that count: all scheduled and tracked ones, less excused ones where the rule says so.
    pub counted: u32,
    /// Ordinals of the sessions that count and were not attended though taken.
    pub missed: Vec<u32>,
    /// Ordinals of the sessions in which nothing has been recorded for this person.
    pub not_taken: Vec<u32>,
    /// Ordinals of the sessions excused out of the count.
    pub excused: Vec<u32>,
}

impl Counted {
    /// The share attended in whole percent, rounded down: 0 where nothing counts.
    #[must_use]
    pub fn percent(&self) -> u8 {
        let share = u64::from(self.attended) * 100 / u64::from(self.counted.max(1));
        u8::try_from(share).unwrap_or(100)
    }

    /// Whether `attended / counted` reaches `min_percent`, computed without rounding.
    #[must_use]
    fn reaches(&self, min_percent: u8) -> bool {
        u64::from(self.attended) * 100 >= u64::from(min_percent) * u64::from(self.counted)
    }
}

/// The answer for one registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Eligibility {
    /// The rule is met.
    Eligible(Counted),
    /// The registration is not confirmed.
    NotConfirmed(RegistrationState),
    /// The event has not ended.
    NotOver(Counted),
    /// No session counts: none is tracked, or every one is excused.
    NothingCounts(Counted),
    /// Too few sessions attended.
    BelowMinimum(Counted),
}

impl Eligibility {
    /// Whether a certificate may be issued.
    #[must_use]
    pub const fn is_eligible(&self) -> bool {
        matches!(self, Self::Eligible(_))
    }

    /// The count, where there is one.
    #[must_use]
    pub const fn counted(&self) -> Option<&Counted> {
        match self {
            Self::Eligible(c)
            | Self::NotOver(c)
            | Self::NothingCounts(c)
            | Self::BelowMinimum(c) => Some(c),
            Self::NotConfirmed(_) => None,
        }
    }
}

/// Decides from the marks in *all* scheduled and tracked sessions of the event.
#[must_use]
pub fn eligibility(
    rule: CertificateRule,
    state: RegistrationState,
    event_is_over: bool,
    marks: &[SessionMark],
) -> Eligibility {
    if state != RegistrationState::Confirmed {
        return Eligibility::NotConfirmed(state);
    }
    let mut counted = Counted::default();
    for mark in marks {
        match mark.status {
            Some(AttendanceStatus::Present | AttendanceStatus::Late) => counted.attended += 1,
            Some(AttendanceStatus::Excused) if rule.excused == ExcusedAbsence::LeavesCount => {
                counted.excused.push(mark.ordinal);
                continue;
            }
            Some(AttendanceStatus::Excused | AttendanceStatus::Absent) => {
                counted.missed.push(mark.ordinal);
            }
            None => counted.not_taken.push(mark.ordinal),
        }
        counted.counted += 1;
    }
    if !event_is_over {
        Eligibility::NotOver(counted)
    } else if counted.counted == 0 {
        Eligibility::NothingCounts(counted)
    } else if counted.reaches(rule.min_percent) {
        Eligibility::Eligible(counted)
    } else {
        Eligibility::BelowMinimum(counted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use AttendanceStatus::{Absent, Excused, Late, Present};

    fn marks(statuses: &[Option<AttendanceStatus>]) -> Vec<SessionMark> {
        (1..)
            .zip(statuses)
            .map(|(ordinal, &status)| SessionMark { ordinal, status })
            .collect()
    }

    fn check(
        min: u8,
        excused: ExcusedAbsence,
        statuses: &[Option<AttendanceStatus>],
    ) -> Eligibility {
        let rule = CertificateRule {
            min_percent: min,
            excused,
        };
        eligibility(rule, RegistrationState::Confirmed, true, &marks(statuses))
    }

    #[test]
    fn seven_of_nine_is_below_eighty_percent_and_says_which_are_missing() {
        let p = Some(Present);
        let a = Some(Absent);
        let answer = check(
            80,
            ExcusedAbsence::CountsAsAbsent,
            &[p, p, a, p, a, p, Some(Late), p, p],
        );
        let Eligibility::BelowMinimum(counted) = answer else {
            panic!("{answer:?}")
        };
        assert_eq!(
            (counted.attended, counted.counted, counted.percent()),
            (7, 9, 77)
        );
        assert_eq!(counted.missed, [3, 5]);
    }

    #[test]
    fn a_session_not_yet_taken_stays_in_the_denominator() {
        let p = Some(Present);
        let answer = check(80, ExcusedAbsence::LeavesCount, &[p, None, None, None]);
        let Eligibility::BelowMinimum(counted) = answer else {
            panic!("{answer:?}")
        };
        assert_eq!((counted.attended, counted.counted), (1, 4));
        assert_eq!(counted.not_taken, [2, 3, 4]);
    }

    #[test]
    fn an_excused_absence_follows_the_rule_of_the_event() {
        let statuses = [Some(Present), Some(Excused)];
        assert!(check(100, ExcusedAbsence::LeavesCount, &statuses).is_eligible());
        assert!(!check(100, ExcusedAbsence::CountsAsAbsent, &statuses).is_eligible());
    }

    #[test]
    fn the_share_is_compared_without_rounding() {
        let two_of_three = [Some(Present), Some(Late), Some(Absent)];
        assert!(check(66, ExcusedAbsence::LeavesCount, &two_of_three).is_eligible());
        assert!(!check(67, ExcusedAbsence::LeavesCount, &two_of_three).is_eligible());
    }

    #[test]
    fn nothing_is_earned_where_nothing_counts() {
        assert!(matches!(
            check(0, ExcusedAbsence::LeavesCount, &[]),
            Eligibility::NothingCounts(_)
        ));
        let all_excused = [Some(Excused)];
        assert!(matches!(
            check(0, ExcusedAbsence::LeavesCount, &all_excused),
            Eligibility::NothingCounts(_)
        ));
    }

    #[test]
    fn nobody_is_eligible_before_the_end_or_without_a_place() {
        let rule = CertificateRule {
            min_percent: 0,
            excused: ExcusedAbsence::LeavesCount,
        };
        let present = marks(&[Some(Present)]);
        let early = eligibility(rule, RegistrationState::Confirmed, false, &present);
        assert!(matches!(early, Eligibility::NotOver(_)));
        for &state in RegistrationState::ALL {
            let answer = eligibility(rule, state, true, &present);
            assert_eq!(answer.is_eligible(), state == RegistrationState::Confirmed);
        }
    }
}
