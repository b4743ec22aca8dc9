//! The fields of an event: of a new one and of one that is changed.

use crate::web::{CheckBoxes, DOT, ErrorSummary, Form, SelectField, TextArea, TextField};
use leptos::prelude::*;
use maktab_domain::{
    CertificateKind, EventKind, EventMode, ExcusedAbsence, RegistrationMode, Timestamp,
};
use maktab_locale::{Language, LocalTime, Locale, t};
use maktab_services::reference::Reference;

/// What the fields need to know besides their values.
pub(super) struct Around<'a> {
    pub reference: &'a Reference,
    /// Start, end and zone, where they follow from the sessions.
    pub span: Option<(Timestamp, Timestamp, String)>,
    /// Seats taken or held.
    pub taken: i64,
}

/// The names of the fields in each language of the interface.
const CONTENTS: [(Locale, [&str; 4]); 4] = [
    (
        Locale::En,
        ["title-en", "summary-en", "city-en", "venue-en"],
    ),
    (
        Locale::Ru,
        ["title-ru", "summary-ru", "city-ru", "venue-ru"],
    ),
    (
        Locale::Fa,
        ["title-fa", "summary-fa", "city-fa", "venue-fa"],
    ),
    (
        Locale::Tr,
        ["title-tr", "summary-tr", "city-tr", "venue-tr"],
    ),
];

/// Time zones to suggest: of the ten countries and of the seats of the organisations. Any other
/// one of the IANA database can be typed.
const ZONES: [&str; 14] = [
    "Asia/Almaty",
    "Asia/Ashgabat",
    "Asia/Baku",
    "Asia/Bishkek",
    "Asia/Dushanbe",
    "Asia/Kabul",
    "Asia/Karachi",
    "Asia/Samarkand",
    "Asia/Tashkent",
    "Asia/Tehran",
    "Europe/Istanbul",
    "Europe/Zurich",
    "Europe/Vienna",
    "UTC",
];

/// All fields, under their headings.
pub(super) fn fields(form: &Form, around: &Around<'_>) -> impl IntoView + use<> {
    let l = form.locale();
    view! {
        <ErrorSummary form=form.clone() />
        <section class="part">
            <h2>{t!(l, "manage-part-texts")}</h2>
            <p class="hint">{t!(l, "manage-part-texts-hint")}</p>
            {contents(form)}
        </section>
        <section class="part">
            <h2>{t!(l, "manage-part-kind")}</h2>
            {kind(form, around)}
        </section>
        <section class="part">
            <h2>{t!(l, "manage-part-time")}</h2>
            {time(form, around)}
        </section>
        <section class="part">
            <h2>{t!(l, "manage-part-registration")}</h2>
            {registration(form, around)}
        </section>
        <section class="part">
            <h2>{t!(l, "manage-part-certificate")}</h2>
            {certificate(form)}
        </section>
    }
}

/// A block for each language: English open, the others where there is something in them.
fn contents(form: &Form) -> impl IntoView + use<> {
    let blocks = CONTENTS.map(|(locale, names)| {
        let inner = content(form, locale, names);
        if locale == Locale::En {
            return inner.into_any();
        }
        let filled = names.iter().any(|name| !form.value(name).is_empty());
        let refused = names.iter().any(|name| form.error(name).is_some());
        let heading = form.locale().language_name(locale.tag());
        let autonym = (form.locale() != locale).then(|| {
            view! { {DOT} <span lang=locale.tag()>{locale.autonym()}</span> }
        });
        view! {
            <details class="language" open=filled || refused>
                <summary>
                    {heading} {autonym}
                </summary>
                {inner}
            </details>
        }
        .into_any()
    });
    blocks.into_iter().collect_view()
}

fn content(
    form: &Form,
    locale: Locale,
    [title, summary, city, venue]: [&'static str; 4],
) -> impl IntoView + use<> {
    let l = form.locale();
    let dir = locale.dir();
    let optional = locale != Locale::En;
    let city_field = if optional {
        view! {
            <TextField
                form=form.clone()
                name=city
                label=t!(l, "manage-field-city")
                dir=dir
                maxlength=200
                optional=true
            />
        }
        .into_any()
    } else {
        view! {
            <TextField
                form=form.clone()
                name=city
                label=t!(l, "manage-field-city")
                hint=t!(l, "manage-field-city-hint")
                dir=dir
                maxlength=200
                conditional=true
            />
        }
        .into_any()
    };
    view! {
        <TextField
            form=form.clone()
            name=title
            label=t!(l, "manage-field-title")
            dir=dir
            maxlength=200
            optional=optional
        />
        <TextArea
            form=form.clone()
            name=summary
            label=t!(l, "manage-field-summary")
            hint=t!(l, "manage-field-summary-hint")
            dir=dir
            optional=true
        />
        <div class="pair">
            {city_field}
            <TextField
                form=form.clone()
                name=venue
                label=t!(l, "manage-field-venue")
                dir=dir
                maxlength=200
                optional=true
            />
        </div>
    }
}

/// Value and text of each member of a closed set.
fn options<T: std::fmt::Display>(all: &[T], text: impl Fn(&T) -> String) -> Vec<(String, String)> {
    let pair = |one: &T| (one.to_string(), text(one));
    all.iter().map(pair).collect()
}

fn kind(form: &Form, around: &Around<'_>) -> impl IntoView + use<> {
    let l = form.locale();
    let reference = around.reference;
    let countries = reference.countries.iter();
    let countries = countries.map(|c| (c.to_string(), l.country_name(c.as_str())));
    let areas = reference.areas.iter();
    let areas = areas.map(|a| (a.code.clone(), a.names.best(l.tag()).1.to_owned()));
    let areas: Vec<_> = areas.collect();
    let languages = Language::ALL.iter();
    let languages = languages.map(|one| (one.tag().to_owned(), l.language_name(one.tag())));
    let languages: Vec<_> = languages.collect();
    let organisers = reference.organisations.iter().map(|o| {
        let name = o.names.best(l.tag()).1;
        (
            o.id.to_string(),
            format!("{} – {name}", o.code.to_uppercase()),
        )
    });
    let organisers: Vec<_> = organisers.collect();
    let countries: Vec<_> = countries.collect();
    view! {
        <SelectField
            form=form.clone()
            name="kind"
            label=t!(l, "manage-field-kind")
            options=options(EventKind::ALL, |one| l.text(&format!("kind-{one}")))
            blank=t!(l, "manage-choose")
        />
        <div class="pair">
            <SelectField
                form=form.clone()
                name="mode"
                label=t!(l, "manage-field-mode")
                options=options(EventMode::ALL, |one| l.text(&format!("mode-{one}")))
            />
            <SelectField
                form=form.clone()
                name="country"
                label=t!(l, "manage-field-country")
                options=countries
                blank=t!(l, "manage-choose")
            />
        </div>
        <CheckBoxes
            form=form.clone()
            name="organisers"
            label=t!(l, "manage-field-organisers")
            hint=t!(l, "manage-field-organisers-hint")
            options=organisers
        />
        <CheckBoxes
            form=form.clone()
            name="areas"
            label=t!(l, "manage-field-areas")
            options=areas
        />
        <CheckBoxes
            form=form.clone()
            name="languages"
            label=t!(l, "manage-field-languages")
            options=languages
        />
    }
}

fn time(form: &Form, around: &Around<'_>) -> impl IntoView + use<> {
    let l = form.locale();
    let zones = ZONES.iter().map(|&zone| {
        let at = LocalTime::or_utc(0, zone);
        view! { <option value=zone>{l.zone_name(&at)}</option> }
    });
    let zones = zones.collect_view();
    let dates = match &around.span {
        Some((starts, ends, zone)) => {
            let from = LocalTime::or_utc(starts.millis(), zone);
            let until = LocalTime::or_utc(ends.millis(), zone);
            let (from, until) = (l.date_time(&from), l.date_time(&until));
            let text = t!(l, "manage-span", from = from, until = until);
            view! { <p class="note">{text}</p> }.into_any()
        }
        None => view! {
            <div class="pair">
                <TextField
                    form=form.clone()
                    name="starts"
                    label=t!(l, "manage-field-starts")
                    kind="datetime-local"
                />
                <TextField
                    form=form.clone()
                    name="ends"
                    label=t!(l, "manage-field-ends")
                    kind="datetime-local"
                />
            </div>
            <p class="hint">{t!(l, "manage-dates-hint")}</p>
        }
        .into_any(),
    };
    view! {
        <TextField
            form=form.clone()
            name="time-zone"
            label=t!(l, "manage-field-time-zone")
            hint=t!(l, "manage-field-time-zone-hint")
            dir="ltr"
            list="zones"
        />
        <datalist id="zones">{zones}</datalist>
        {dates}
    }
}

fn registration(form: &Form, around: &Around<'_>) -> impl IntoView + use<> {
    let l = form.locale();
    let taken = match around.taken {
        0 => String::new(),
        taken => t!(l, "manage-field-capacity-hint", taken = taken),
    };
    view! {
        <TextField
            form=form.clone()
            name="capacity"
            label=t!(l, "manage-field-capacity")
            hint=taken
            kind="number"
            inputmode="numeric"
            min=around.taken.max(1).to_string()
        />
        <SelectField
            form=form.clone()
            name="registration-mode"
            label=t!(l, "manage-field-admission")
            options=options(RegistrationMode::ALL, |one| l.text(&format!("admission-{one}")))
        />
        <div class="pair">
            <TextField
                form=form.clone()
                name="registration-opens"
                label=t!(l, "manage-field-opens")
                kind="datetime-local"
            />
            <TextField
                form=form.clone()
                name="registration-closes"
                label=t!(l, "manage-field-closes")
                kind="datetime-local"
            />
        </div>
        <p class="hint">{t!(l, "manage-times-hint")}</p>
    }
}

fn certificate(form: &Form) -> impl IntoView + use<> {
    let l = form.locale();
    let excused = vec![
        (
            ExcusedAbsence::LeavesCount.code().to_owned(),
            t!(l, "manage-excused-leaves"),
        ),
        (
            ExcusedAbsence::CountsAsAbsent.code().to_owned(),
            t!(l, "manage-excused-absent"),
        ),
    ];
    view! {
        <div class="pair">
            <TextField
                form=form.clone()
                name="hours"
                label=t!(l, "manage-field-hours")
                kind="number"
                inputmode="numeric"
                min="1"
            />
            <SelectField
                form=form.clone()
                name="certificate-kind"
                label=t!(l, "manage-field-certificate")
                options=options(CertificateKind::ALL, |one| l.text(&format!("kind-certificate-{one}")))
            />
        </div>
        <TextField
            form=form.clone()
            name="min-percent"
            label=t!(l, "manage-field-percent")
            hint=t!(l, "manage-field-percent-hint")
            kind="number"
            inputmode="numeric"
            min="0"
            max="100"
        />
        <SelectField
            form=form.clone()
            name="excused-absence"
            label=t!(l, "manage-field-excused")
            options=excused
        />
    }
}
