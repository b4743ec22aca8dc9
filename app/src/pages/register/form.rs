//! The form of registration, and the fields of a person that other forms share.

use crate::islands::registration::RegistrationChecks;
use crate::web::{CheckBox, ErrorSummary, Form, Posted, SelectField, TextField, Visit};
use leptos::prelude::*;
use maktab_domain::Invalid;
use maktab_locale::{Language, Locale, t};
use maktab_services::registration::{DetailsForm, RegistrationPage};

/// What was typed of a person, by the names of the fields; `language` stands in where the form
/// does not ask for one.
pub(in crate::pages) fn details_form(posted: &Posted, language: &str) -> DetailsForm {
    let asked = posted.get("language");
    DetailsForm {
        name: posted.get("name").to_owned(),
        native_name: posted.get("native-name").to_owned(),
        native_language: posted.get("native-language").to_owned(),
        country: posted.get("country").to_owned(),
        institution: posted.get("institution").to_owned(),
        job_title: posted.get("job-title").to_owned(),
        language: if asked.is_empty() { language } else { asked }.to_owned(),
    }
}

/// The values of the fields of a person, to fill a form with.
pub(in crate::pages) fn person_values(known: &DetailsForm, email: &str) -> Posted {
    Posted::from_pairs([
        ("email", email),
        ("name", &known.name),
        ("native-name", &known.native_name),
        ("native-language", &known.native_language),
        ("country", &known.country),
        ("institution", &known.institution),
        ("job-title", &known.job_title),
        ("language", &known.language),
    ])
}

/// What was typed of a person, to be looked at before it counts.
pub(in crate::pages) fn typed_details(l: Locale, typed: &DetailsForm) -> impl IntoView + use<> {
    let language = Some(typed.native_language.clone()).filter(|tag| !tag.is_empty());
    let rows = [
        (t!(l, "person-name"), typed.name.clone(), None),
        (
            t!(l, "person-native-name"),
            typed.native_name.clone(),
            language,
        ),
        (
            t!(l, "person-country"),
            l.country_name(&typed.country),
            None,
        ),
        (t!(l, "person-institution"), typed.institution.clone(), None),
        (t!(l, "person-job-title"), typed.job_title.clone(), None),
    ];
    let rows = rows.into_iter().filter(|(_, value, _)| !value.is_empty());
    let rows = rows.map(|(name, value, language)| {
        view! {
            <dt>{name}</dt>
            <dd>
                <bdi lang=language>{value}</bdi>
            </dd>
        }
    });
    let rows = rows.collect_view();
    view! { <dl class="facts">{rows}</dl> }
}

/// The fields of a person: names, country, work. Without countries the country is not asked for.
/// With `of_another`, whoever fills them in is not the person, and the browser knows nothing of
/// them.
#[component]
pub(in crate::pages) fn PersonFields(
    form: Form,
    countries: Vec<String>,
    #[prop(optional)] of_another: bool,
) -> impl IntoView {
    let l = form.locale();
    let languages = Language::ALL
        .iter()
        .map(|language| (language.tag().to_owned(), l.language_name(language.tag())));
    let languages: Vec<_> = languages.collect();
    let (name_hint, native_name, institution_hint) = match of_another {
        true => (
            t!(l, "nominate-name-hint"),
            t!(l, "nominate-native-name"),
            t!(l, "nominate-institution-hint"),
        ),
        false => (
            t!(l, "person-name-hint"),
            t!(l, "person-native-name"),
            t!(l, "person-institution-hint"),
        ),
    };
    let known = |field: &'static str| if of_another { "off" } else { field };
    view! {
        <TextField
            form=form.clone() name="name" label=t!(l, "person-name") hint=name_hint
            autocomplete=known("name") dir="ltr"
        />
        <TextField
            form=form.clone() name="native-name" label=native_name
            hint=t!(l, "person-native-name-hint") optional=true dir="auto"
        />
        <SelectField
            form=form.clone() name="native-language" label=t!(l, "person-native-language")
            options=languages blank=t!(l, "person-choose") optional=true
        />
        {country_field(&form, countries)}
        <TextField
            form=form.clone() name="institution" label=t!(l, "person-institution")
            hint=institution_hint autocomplete=known("organization") dir="auto"
        />
        <TextField
            form name="job-title" label=t!(l, "person-job-title")
            autocomplete=known("organization-title") dir="auto"
        />
    }
}

fn country_field(form: &Form, countries: Vec<String>) -> impl IntoView + use<> {
    let l = form.locale();
    (!countries.is_empty()).then(|| {
        let countries = countries.into_iter();
        let countries = countries.map(|code| (code.clone(), l.country_name(&code)));
        view! {
            <SelectField
                form=form.clone() name="country" label=t!(l, "person-country")
                options=countries.collect() blank=t!(l, "person-choose") autocomplete="country"
            />
        }
    })
}

/// The form. Where somebody is signed in, the address is theirs and fixed.
/// With `waiting`, what is sent puts the person on the waiting list.
pub(super) fn view(
    visit: &Visit,
    page: &RegistrationPage,
    form: Form,
    waiting: bool,
) -> impl IntoView + use<> {
    let l = visit.locale;
    let sign_in = format!("{}?next={}", visit.link("/sign-in"), visit.path);
    let address = match &visit.actor {
        Some(actor) => {
            let email = actor.email.to_string();
            view! {
                <p class="field">
                    {t!(l, "register-as")} " " <strong dir="ltr">{email}</strong>
                </p>
            }
            .into_any()
        }
        None => view! {
            <p class="soft">
                {t!(l, "register-known")} " "
                <a href=sign_in rel="nofollow">{t!(l, "nav-sign-in")}</a>
            </p>
            <TextField
                form=form.clone() name="email" label=t!(l, "person-email")
                hint=t!(l, "person-email-hint") kind="email" autocomplete="email" dir="ltr"
            />
        }
        .into_any(),
    };
    let countries = page.countries.clone();
    view! {
        <ErrorSummary form=form.clone() />
        <form method="post" action=visit.path.clone() id="registration" novalidate=true>
            {address}
            <PersonFields form=form.clone() countries />
            <p class="soft">
                {t!(l, "register-privacy")} " "
                <a href=visit.link("/privacy")>{t!(l, "privacy-title")}</a>
            </p>
            <CheckBox form name="consent" label=t!(l, "register-consent") />
            <div class="actions">
                <button type="submit">
                    {match waiting {
                        true => t!(l, "register-button-waiting"),
                        false => t!(l, "register-button"),
                    }}
                </button>
            </div>
        </form>
        <RegistrationChecks messages=messages(l) />
    }
}

/// What the island says of what cannot be accepted: `FIELD-CODE` or `CODE`, and the text.
fn messages(l: Locale) -> Vec<(String, String)> {
    let general = Invalid::ALL.iter().map(|why| {
        let code = why.code();
        (code.to_owned(), t!(l, &format!("error-{code}")))
    });
    let own = [
        ("name-required", t!(l, "error-name-required")),
        ("email-required", t!(l, "error-email-required")),
        ("name-not-latin", t!(l, "error-name-not-latin")),
        ("country-required", t!(l, "error-country-required")),
        ("institution-required", t!(l, "error-institution-required")),
        ("job-title-required", t!(l, "error-job-title-required")),
    ];
    let own = own.into_iter().map(|(id, text)| (id.to_owned(), text));
    general.chain(own).collect()
}
