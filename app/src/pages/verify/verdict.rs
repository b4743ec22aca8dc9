//! The answer for a certificate that was issued: where it stands, everything that is printed
//! on it, and who has signed.

use super::{form, icons, page_of};
use crate::web::{Content, DOT, Page, Visit};
use leptos::prelude::*;
use maktab_domain::Timestamp;
use maktab_locale::{Language, LocalTime, t};
use maktab_services::verification::{PrintedLine, Standing, Verdict};

pub(super) fn page(visit: &Visit, verdict: &Verdict) -> Page {
    let l = visit.locale;
    let (title, answer) = answer(visit, verdict);
    let printed = (!verdict.printed.is_empty()).then(|| printed(visit, verdict));
    let content = view! {
        {answer}
        {printed}
        {signature(visit, verdict)}
        <section class="again">
            <h2>{t!(l, "verify-another")}</h2>
            {form::fields(visit, "", None)}
        </section>
    };
    visit.page(format!("{title}: {}", verdict.number), content)
}

/// An instant in the event's zone, with the zone's name.
fn moment(visit: &Visit, verdict: &Verdict, at: Timestamp) -> String {
    let l = visit.locale;
    let at = LocalTime::or_utc(at.millis(), &verdict.time_zone);
    l.series(&[l.date_time(&at), l.zone_name(&at)])
}

/// Where the certificate stands: a word, a sign and a colour of its own for every answer.
fn answer(visit: &Visit, verdict: &Verdict) -> (String, impl IntoView + use<>) {
    let l = visit.locale;
    let day = |at: Timestamp| l.date_medium(&LocalTime::or_utc(at.millis(), &verdict.time_zone));
    let (code, icon, title, text) = match &verdict.standing {
        Standing::Valid => (
            "valid",
            icons::valid(),
            t!(l, "verify-valid-title"),
            t!(l, "verify-valid"),
        ),
        Standing::Expired { since } => (
            "expired",
            icons::expired(),
            t!(l, "verify-expired-title"),
            t!(l, "verify-expired", date = day(*since)),
        ),
        Standing::Revoked { at, .. } => (
            "revoked",
            icons::revoked(),
            t!(l, "verify-revoked-title"),
            t!(l, "verify-revoked", date = day(*at)),
        ),
        Standing::Replaced { .. } => (
            "replaced",
            icons::replaced(),
            t!(l, "verify-replaced-title"),
            t!(l, "verify-replaced"),
        ),
        Standing::Altered => (
            "altered",
            icons::altered(),
            t!(l, "verify-altered-title"),
            t!(l, "verify-altered"),
        ),
    };
    let word = l.text(&format!("state-certificate-{code}"));
    let more = match &verdict.standing {
        Standing::Revoked { reason, .. } => {
            let text = t!(l, "verify-revoked-reason", reason = reason.as_str());
            Some(view! { <p class="reason">{text}</p> }.into_any())
        }
        Standing::Replaced { by } => {
            let href = page_of(visit, by);
            Some(view! { <p><a class="number" dir="ltr" href=href>{by.clone()}</a></p> }.into_any())
        }
        _ => None,
    };
    let as_of = t!(
        l,
        "verify-as-of",
        at = moment(visit, verdict, verdict.as_of)
    );
    let view = view! {
        <section class=format!("verdict {code}")>
            {icon}
            <div>
                <p class="word">{word}</p>
                <h1>{title.clone()}</h1>
                <p>{text}</p>
                {more}
                <p class="as-of">
                    <bdi class="number" dir="ltr">{verdict.number.clone()}</bdi>
                    {DOT}
                    {as_of}
                </p>
            </div>
        </section>
    };
    (title, view)
}

/// Every line that is printed, under its name in the reader's language.
fn printed(visit: &Visit, verdict: &Verdict) -> impl IntoView + use<> {
    let l = visit.locale;
    let rows = verdict.printed.iter().map(|line| row(visit, line));
    let rows = rows.collect_view();
    let caption = t!(l, "verify-caption", number = verdict.number.as_str());
    view! {
        <section>
            <h2>{t!(l, "verify-printed")}</h2>
            <p>{t!(l, "verify-compare")}</p>
            <table class="printed">
                <caption class="hidden">{caption}</caption>
                <thead class="hidden">
                    <tr>
                        <th scope="col">{t!(l, "verify-column-field")}</th>
                        <th scope="col">{t!(l, "verify-column-value")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

fn row(visit: &Visit, line: &PrintedLine) -> impl IntoView + use<> {
    let l = visit.locale;
    let class = line.is_name().then_some("holder");
    let value = line.value.clone();
    let value = if line.language.as_deref() == Some(l.tag()) {
        view! { <span class=class>{value}</span> }.into_any()
    } else {
        let lang = line.language.clone();
        let dir = lang.as_deref().map_or("auto", Language::dir_of);
        view! { <bdi class=class lang=lang dir=dir>{value}</bdi> }.into_any()
    };
    view! {
        <tr>
            <th scope="row">{line.label(l)}</th>
            <td>{value}</td>
        </tr>
    }
}

/// Who has signed, when, and with which key.
fn signature(visit: &Visit, verdict: &Verdict) -> impl IntoView + use<> {
    let l = visit.locale;
    let (key, at) = (verdict.key.clone()?, verdict.signed_at?);
    let by = verdict.organisations.iter().map(|names| {
        let texts = names.clone();
        view! { <li><Content l texts /></li> }
    });
    let by = by.collect_view();
    Some(view! {
        <section>
            <h2>{t!(l, "verify-signature")}</h2>
            <p>{t!(l, "verify-fits")}</p>
            <dl class="facts">
                <dt>{t!(l, "verify-signed-by")}</dt>
                <dd><ul class="plain">{by}</ul></dd>
                <dt>{t!(l, "verify-signed-at")}</dt>
                <dd>{moment(visit, verdict, at)}</dd>
                <dt>{t!(l, "verify-key")}</dt>
                <dd><code class="key" dir="ltr">{key}</code></dd>
            </dl>
        </section>
    })
}
