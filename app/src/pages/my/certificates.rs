//! One's own certificates.

use crate::web::{Content, DOT};
use leptos::prelude::*;
use maktab_domain::CertificateStanding;
use maktab_locale::{LocalTime, Locale, t};
use maktab_services::my::OwnCertificate;

/// The certificates, or what they are for.
pub(super) fn list(l: Locale, own: Vec<OwnCertificate>) -> impl IntoView + use<> {
    if own.is_empty() {
        return view! { <p class="empty">{t!(l, "my-certificates-empty")}</p> }.into_any();
    }
    let cards = own.into_iter().map(|own| card(l, own)).collect_view();
    view! { <ul class="own">{cards}</ul> }.into_any()
}

fn card(l: Locale, own: OwnCertificate) -> impl IntoView + use<> {
    let issued = LocalTime::or_utc(own.issued.millis(), &own.time_zone);
    let date = l.date_medium(&issued);
    let class = match own.standing {
        CertificateStanding::Valid => "state good",
        CertificateStanding::Expired => "state quiet",
        CertificateStanding::Revoked | CertificateStanding::Replaced => "state bad",
    };
    let base = format!("/certificates/{}", own.number);
    let verify = format!("/v/{}", own.number);
    view! {
        <li class="box">
            <h3><Content l texts=own.titles /></h3>
            <p>
                {t!(l, &format!("kind-certificate-{}", own.kind))} " "
                <span class=class>{t!(l, &format!("state-certificate-{}", own.standing))}</span>
            </p>
            <p class="soft">
                <time datetime=issued.iso_date()>{t!(l, "my-issued", date = date)}</time> {DOT}
                <bdi class="number" dir="ltr">{own.number}</bdi>
            </p>
            <div class="actions">
                <a class="btn small" href=format!("{base}.pdf")>{t!(l, "my-certificate-pdf")}</a>
                <a href=format!("{base}.json")>{t!(l, "my-certificate-json")}</a>
                <a href=verify>{t!(l, "my-certificate-verify")}</a>
            </div>
        </li>
    }
}
