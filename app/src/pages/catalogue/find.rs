//! The form with the search and the filters. It works as a plain form; the island listens to it.

use crate::web::Visit;
use leptos::prelude::*;
use maktab_domain::{EventKind, EventMode};
use maktab_locale::{Locale, t};
use maktab_services::catalogue::{Wanted, When};
use maktab_services::reference::Reference;

/// A list of choices: value and text.
type Choices = Vec<(String, String)>;

pub(super) fn form(visit: &Visit, wanted: &Wanted, reference: &Reference) -> impl IntoView + use<> {
    let l = visit.locale;
    let area = wanted.area.as_ref().map(ToString::to_string);
    let country = wanted.country.map(|code| code.to_string());
    let mode = wanted.mode.map(|mode| mode.to_string());
    view! {
        <form class="find" action=visit.link("/events") role="search">
            <div>
                <label for="q">{t!(l, "catalogue-filter-search")}</label>
                <input id="q" name="q" type="search" value=wanted.words.clone() />
            </div>
            {select(
                "area",
                t!(l, "catalogue-filter-area"),
                Some(t!(l, "catalogue-all-areas")),
                areas(l, reference),
                area,
            )}
            {select(
                "country",
                t!(l, "catalogue-filter-country"),
                Some(t!(l, "catalogue-all-countries")),
                countries(l, reference),
                country,
            )}
            {select(
                "mode",
                t!(l, "catalogue-filter-mode"),
                Some(t!(l, "catalogue-any-mode")),
                modes(l),
                mode,
            )}
            <button type="submit">{t!(l, "catalogue-filter-search")}</button>
            {more(l, wanted, reference)}
        </form>
    }
}

/// The filters that fewer people need, folded away until one is used.
fn more(l: Locale, wanted: &Wanted, reference: &Reference) -> impl IntoView + use<> {
    let kind = wanted.kind.map(|kind| kind.to_string());
    let language = wanted.language.as_ref().map(ToString::to_string);
    let when = Some(wanted.when.code().to_owned());
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
    let is_used = kind.is_some()
        || language.is_some()
        || wanted.when != When::default()
        || wanted.from.is_some()
        || wanted.until.is_some();
    view! {
        <details open=is_used>
            <summary>{t!(l, "catalogue-more")}</summary>
            <div>
                {select(
                    "kind",
                    t!(l, "catalogue-filter-kind"),
                    Some(t!(l, "catalogue-all-kinds")),
                    kinds(l),
                    kind,
                )}
                {select(
                    "language",
                    t!(l, "catalogue-filter-language"),
                    Some(t!(l, "catalogue-all-languages")),
                    languages(l, reference),
                    language,
                )}
                {select("when", t!(l, "catalogue-filter-when"), None, parts(l), when)}
                <div>
                    <label for="from">{t!(l, "catalogue-filter-from")}</label>
                    <input id="from" name="from" type="date" value=day(wanted.from) />
                </div>
                <div>
                    <label for="until">{t!(l, "catalogue-filter-until")}</label>
                    <input id="until" name="until" type="date" value=day(wanted.until) />
                </div>
            </div>
        </details>
    }
}

fn select(
    name: &'static str,
    label: String,
    all: Option<String>,
    choices: Choices,
    chosen: Option<String>,
) -> impl IntoView + use<> {
    let all = all.map(|text| view! { <option value="">{text}</option> });
    let choices = choices.into_iter().map(|(value, text)| {
        let selected = chosen.as_ref() == Some(&value);
        view! { <option value=value selected=selected>{text}</option> }
    });
    let choices = choices.collect_view();
    view! {
        <div>
            <label for=name>{label}</label>
            <select id=name name=name>{all}{choices}</select>
        </div>
    }
}

fn areas(l: Locale, reference: &Reference) -> Choices {
    let areas = reference.areas.iter();
    let choice = areas.map(|area| {
        let name = area.short_names.best(l.tag()).1;
        (area.code.clone(), name.to_owned())
    });
    choice.collect()
}

fn countries(l: Locale, reference: &Reference) -> Choices {
    let codes = reference.countries.iter();
    codes
        .map(|code| (code.to_string(), l.country_name(code.as_str())))
        .collect()
}

fn languages(l: Locale, reference: &Reference) -> Choices {
    let tags = reference.languages.iter();
    tags.map(|tag| (tag.clone(), l.language_name(tag)))
        .collect()
}

fn kinds(l: Locale) -> Choices {
    let kinds = EventKind::ALL.iter();
    kinds
        .map(|kind| (kind.to_string(), t!(l, &format!("kind-{kind}"))))
        .collect()
}

fn modes(l: Locale) -> Choices {
    let modes = EventMode::ALL.iter();
    modes
        .map(|mode| (mode.to_string(), t!(l, &format!("mode-{mode}"))))
        .collect()
}

fn parts(l: Locale) -> Choices {
    let text = |part| match part {
        When::Upcoming => t!(l, "catalogue-when-upcoming"),
        When::Past => t!(l, "catalogue-when-past"),
        When::All => t!(l, "catalogue-when-all"),
    };
    let parts = When::ALL.into_iter();
    parts
        .map(|part| (part.code().to_owned(), text(part)))
        .collect()
}
