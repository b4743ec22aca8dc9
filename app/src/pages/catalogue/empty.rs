//! What a list says that has nothing to show: what to do next.

use super::query;
use crate::web::{DOT, Visit};
use leptos::prelude::*;
use maktab_locale::t;
use maktab_services::catalogue::{Wanted, When};

/// Advice for a list in which nothing was found.
pub(super) fn advice(visit: &Visit, wanted: &Wanted) -> impl IntoView + use<> {
    let l = visit.locale;
    let events = visit.link("/events");
    if !wanted.is_narrowed() {
        let past = Wanted {
            when: When::Past,
            ..Wanted::default()
        };
        return view! {
            <div class="empty">
                <h2>{t!(l, "catalogue-none-title")}</h2>
                <p>{t!(l, "catalogue-none-advice")}</p>
                <p>
                    <a href=query::write(&events, &past, 1, None)>
                        {t!(l, "catalogue-see-past")}
                    </a>
                </p>
            </div>
        }
        .into_any();
    }
    let everywhere = (wanted.when != When::All || wanted.from.is_some() || wanted.until.is_some())
        .then(|| {
            let all = Wanted {
                when: When::All,
                from: None,
                until: None,
                ..wanted.clone()
            };
            let href = query::write(&events, &all, 1, None);
            view! { {DOT} <a href=href>{t!(l, "catalogue-all-dates")}</a> }
        });
    view! {
        <div class="empty">
            <h2>{t!(l, "catalogue-empty-title")}</h2>
            <p>{t!(l, "catalogue-empty-advice")}</p>
            <p>
                <a href=events>{t!(l, "catalogue-clear-filters")}</a>
                {everywhere}
            </p>
        </div>
    }
    .into_any()
}
