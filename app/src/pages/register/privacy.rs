//! What is done with what people tell us, in plain words.

use crate::web::{Page, Visit};
use leptos::prelude::*;
use maktab_locale::t;
use maktab_services::registration::CONSENT_VERSION;

pub(super) async fn show(visit: Visit) -> Page {
    let l = visit.locale;
    let content = view! {
        <div class="lead">
            <h1>{t!(l, "privacy-title")}</h1>
            <p>{t!(l, "privacy-lead")}</p>
        </div>
        <div class="prose">
            <h2>{t!(l, "privacy-what-title")}</h2>
            <p>{t!(l, "privacy-what")}</p>
            <h2>{t!(l, "privacy-why-title")}</h2>
            <p>{t!(l, "privacy-why")}</p>
            <h2>{t!(l, "privacy-who-title")}</h2>
            <p>{t!(l, "privacy-who")}</p>
            <h2>{t!(l, "privacy-long-title")}</h2>
            <p>{t!(l, "privacy-long")}</p>
            <h2>{t!(l, "privacy-cookies-title")}</h2>
            <p>{t!(l, "privacy-cookies")}</p>
            <h2>{t!(l, "privacy-rights-title")}</h2>
            <p>{t!(l, "privacy-rights")}</p>
            <p class="soft">{t!(l, "privacy-version", version = CONSENT_VERSION)}</p>
        </div>
    };
    visit.page(t!(l, "privacy-title"), content)
}
