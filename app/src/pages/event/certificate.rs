//! How a certificate is earned, in words.

use crate::web::Visit;
use leptos::prelude::*;
use maktab_domain::ExcusedAbsence;
use maktab_locale::t;
use maktab_services::catalogue::CertificateTerms;

pub(super) fn terms(visit: &Visit, terms: &CertificateTerms) -> impl IntoView + use<> {
    let l = visit.locale;
    let title = view! { <h2>{t!(l, "event-certificate")}</h2> };
    // Without attendance nobody is eligible: there is nothing to count.
    if terms.tracked == 0 {
        return view! { {title} <p>{t!(l, "event-certificate-none")}</p> }.into_any();
    }
    let kind = t!(l, &format!("kind-certificate-{}", terms.kind));
    let rule = if terms.rule.min_percent == 0 {
        t!(l, "event-certificate-all", kind = kind)
    } else {
        let percent = l.percent(terms.rule.min_percent);
        t!(
            l,
            "event-certificate-share",
            kind = kind,
            percent = percent,
            sessions = terms.tracked
        )
    };
    let excused = match terms.rule.excused {
        ExcusedAbsence::LeavesCount => t!(l, "event-excused-leaves"),
        ExcusedAbsence::CountsAsAbsent => t!(l, "event-excused-counts"),
    };
    let excused = (terms.rule.min_percent > 0).then_some(excused);
    view! {
        {title}
        <p>{rule} " " {excused}</p>
        <p>
            <a href=visit.link("/verify")>{t!(l, "event-certificate-verify")}</a>
        </p>
    }
    .into_any()
}
