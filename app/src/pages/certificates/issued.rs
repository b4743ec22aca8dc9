//! The certificates of an event that were issued, with their files and what can be done.

use super::address;
use crate::web::{Visit, exports};
use leptos::prelude::*;
use maktab_domain::CertificateStanding;
use maktab_locale::{LocalTime, Locale, fold_for_search, t};
use maktab_services::eligible::{EventCertificates, IssuedCertificate};
use std::cmp::Reverse;

/// The list of issued certificates by name; of one person, the latest first.
pub(super) fn section(visit: &Visit, all: &EventCertificates) -> impl IntoView + use<> {
    let l = visit.locale;
    let heading = t!(l, "certificate-issued");
    if all.issued.is_empty() {
        return view! {
            <h2>{heading}</h2>
            <p class="empty">{t!(l, "certificate-issued-none")}</p>
        }
        .into_any();
    }
    let zone = &all.event.head.time_zone;
    let rows = by_name(all).into_iter();
    let rows = rows.map(|issued| row(visit, zone, issued));
    let rows = rows.collect_view();
    view! {
        <h2 id="issued">{heading.clone()}</h2>
        <p class="soft">{exports(l, &address(visit, &all.event.head.slug, ""), "")}</p>
        <div class="table-wrap" tabindex="0">
            <table class="issued stack">
                <caption class="hidden">{heading}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!(l, "certificate-column-number")}</th>
                        <th scope="col">{t!(l, "certificate-column-holder")}</th>
                        <th scope="col">{t!(l, "certificate-column-date")}</th>
                        <th scope="col">{t!(l, "certificate-column-state")}</th>
                        <th scope="col">{t!(l, "certificate-column-links")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The issued certificates by name; of one person, the latest first.
pub(super) fn by_name(all: &EventCertificates) -> Vec<&IssuedCertificate> {
    let mut sorted: Vec<_> = all.issued.iter().collect();
    sorted.sort_by_cached_key(|issued| {
        (
            fold_for_search(&issued.name),
            Reverse(issued.issued_at.millis()),
        )
    });
    sorted
}

fn row(visit: &Visit, zone: &str, issued: &IssuedCertificate) -> impl IntoView + use<> {
    let l = visit.locale;
    let at = LocalTime::or_utc(issued.issued_at.millis(), zone);
    let number = issued.number.as_str();
    let pdf = format!("/certificates/{number}.pdf");
    let json = format!("/certificates/{number}.json");
    let verify = visit.link(&format!("/verify/{number}"));
    let revoke = (issued.standing != CertificateStanding::Revoked).then(|| {
        let href = visit.link(&format!("/manage/certificates/{number}/revoke"));
        let label = t!(l, "certificate-revoke.label", number = number);
        view! { <li><a href=href aria-label=label>{t!(l, "certificate-revoke")}</a></li> }
    });
    view! {
        <tr>
            <th scope="row"><bdi class="number" dir="ltr">{number.to_owned()}</bdi></th>
            <td><bdi>{issued.name.clone()}</bdi></td>
            <td><time datetime=at.iso_datetime()>{l.date_medium(&at)}</time></td>
            <td>{badge(l, issued.standing)}</td>
            <td>
                <ul class="links">
                    <li>
                        <a href=pdf aria-label=t!(l, "certificate-pdf.label", number = number)>
                            {t!(l, "certificate-pdf")}
                        </a>
                    </li>
                    <li>
                        <a href=json aria-label=t!(l, "certificate-json.label", number = number)>
                            {t!(l, "certificate-json")}
                        </a>
                    </li>
                    <li>
                        <a href=verify aria-label=t!(l, "certificate-verify.label", number = number)>
                            {t!(l, "certificate-verify")}
                        </a>
                    </li>
                    {revoke}
                </ul>
            </td>
        </tr>
    }
}

/// Where a certificate stands, as a badge.
fn badge(l: Locale, standing: CertificateStanding) -> impl IntoView + use<> {
    let class = match standing {
        CertificateStanding::Valid => "state good",
        CertificateStanding::Expired | CertificateStanding::Replaced => "state warn",
        CertificateStanding::Revoked => "state bad",
    };
    let text = l.text(&format!("state-certificate-{standing}"));
    view! { <span class=class>{text}</span> }
}
