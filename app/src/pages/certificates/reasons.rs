//! Why somebody is eligible or not, in words.

use maktab_domain::{CertificateRule, Counted, Eligibility};
use maktab_locale::{Locale, t};
use maktab_services::eligible::Candidate;

/// The answer in words: "7 of 9 sessions, 78 %, below 80 %: missing sessions 3 and 5".
pub(super) fn answer(l: Locale, candidate: &Candidate, rule: CertificateRule) -> String {
    let percent = l.percent(candidate.percent.unwrap_or_default());
    match &candidate.eligibility {
        Eligibility::NotConfirmed(state) => {
            let state = l.text(&format!("state-registration-{state}"));
            t!(l, "certificate-no-place", state = state)
        }
        Eligibility::NotOver(counted) => t!(
            l,
            "certificate-so-far",
            attended = counted.attended,
            counted = counted.counted
        ),
        Eligibility::NothingCounts(_) => t!(l, "certificate-nothing-counts"),
        Eligibility::Eligible(counted) => match details(l, counted) {
            None => t!(
                l,
                "certificate-attended",
                attended = counted.attended,
                counted = counted.counted,
                percent = percent
            ),
            Some(details) => t!(
                l,
                "certificate-attended-but",
                attended = counted.attended,
                counted = counted.counted,
                percent = percent,
                details = details
            ),
        },
        Eligibility::BelowMinimum(counted) => t!(
            l,
            "certificate-below",
            attended = counted.attended,
            counted = counted.counted,
            percent = percent,
            minimum = l.percent(rule.min_percent),
            details = details(l, counted).unwrap_or_default()
        ),
    }
}

/// Which sessions are missing, and why; `None` where none is.
fn details(l: Locale, counted: &Counted) -> Option<String> {
    let sessions = |ordinals: &[u32]| {
        let numbers: Vec<String> = ordinals.iter().map(|&n| l.number(n)).collect();
        l.list(&numbers)
    };
    let missing = (!counted.missed.is_empty()).then(|| {
        t!(
            l,
            "certificate-missing",
            count = counted.missed.len(),
            sessions = sessions(&counted.missed)
        )
    });
    let open = (!counted.not_taken.is_empty()).then(|| {
        t!(
            l,
            "certificate-not-recorded",
            sessions = sessions(&counted.not_taken)
        )
    });
    let excused = (!counted.excused.is_empty()).then(|| {
        t!(
            l,
            "certificate-excused",
            sessions = sessions(&counted.excused)
        )
    });
    let all = [missing, open, excused].into_iter().flatten();
    all.reduce(|one, other| t!(l, "certificate-and", one = one, other = other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use maktab_domain::{ExcusedAbsence, RegistrationId, RegistrationState};
    use maktab_services::eligible::{Group, shown_percent};

    fn said(eligibility: Eligibility) -> [String; 4] {
        let rule = CertificateRule {
            min_percent: 80,
            excused: ExcusedAbsence::LeavesCount,
        };
        let percent = eligibility.counted().map(|c| shown_percent(c, 80));
        let candidate = Candidate {
            registration: RegistrationId(Default::default()),
            name: String::new(),
            native_name: None,
            country: String::new(),
            institution: String::new(),
            percent,
            eligibility,
            group: Group::NotEligible,
            certificate: None,
            revoked_before: false,
        };
        Locale::ALL.map(|l| answer(l, &candidate, rule).replace('\u{a0}', " "))
    }

    #[test]
    fn every_reason_is_given_in_words_and_figures() {
        let counted = Counted {
            attended: 7,
            counted: 10,
            missed: vec![3, 5],
            not_taken: vec![6],
            excused: vec![9],
        };
        assert_eq!(
            said(Eligibility::BelowMinimum(counted)),
            [
                "7 of 10 sessions, 70%, below 80%: missing sessions 3 and 5; not recorded: 6; excused: 9",
                "Занятия: 7 из 10, 70 %, меньше 80 %: пропущены занятия 3 и 5; не отмечено: 6; уважительная причина: 9",
                "۷ نشست از ۱۰، ۷۰٪، کمتر از ۸۰٪: غیبت در نشست‌های ۳ و ۵؛ ثبت‌نشده: ۶؛ غیبت موجه: ۹",
                "10 oturumdan 7, %70, gereken %80: katılmadığı oturumlar: 3 ve 5; kaydedilmeyen: 6; izinli: 9",
            ]
        );
    }

    #[test]
    fn who_missed_nothing_reads_nothing_of_it() {
        let counted = Counted {
            attended: 9,
            counted: 9,
            ..Counted::default()
        };
        assert_eq!(
            said(Eligibility::Eligible(counted))[0],
            "9 of 9 sessions, 100%"
        );
    }

    #[test]
    fn without_a_place_nothing_is_counted() {
        let [english, ..] = said(Eligibility::NotConfirmed(RegistrationState::Waitlisted));
        assert_eq!(english, "No confirmed place: On the waiting list");
    }
}
