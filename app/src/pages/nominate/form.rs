//! The form to nominate somebody.

use crate::pages::register::{PersonFields, details_form};
use crate::web::{ErrorSummary, Form, Posted, SelectField, TextArea, TextField, languages};
use leptos::prelude::*;
use maktab_domain::CountryCode;
use maktab_locale::{Locale, t};
use maktab_services::nominating::NominationForm;

/// What was typed. A country that is posted besides is not looked at: it is the focal point's.
pub(super) fn typed(l: Locale, posted: &Posted) -> NominationForm {
    NominationForm {
        details: details_form(posted, l.tag()),
        email: posted.get("email").to_owned(),
        note: posted.get("note").to_owned(),
    }
}

/// The form, posted to `action`.
pub(super) fn view(form: Form, country: CountryCode, action: String) -> impl IntoView + use<> {
    let l = form.locale();
    view! {
        <section aria-labelledby="nominate-form">
            <h2 id="nominate-form">{t!(l, "nominate-form")}</h2>
            <p>{t!(l, "nominate-form-lead")}</p>
            <ErrorSummary form=form.clone() />
            <form method="post" action=action novalidate=true>
                <p class="field">
                    {t!(l, "person-country")} ": "
                    <strong>{l.country_name(country.as_str())}</strong>
                </p>
                <PersonFields form=form.clone() countries=Vec::new() of_another=true />
                <TextField
                    form=form.clone() name="email" label=t!(l, "nominate-email")
                    hint=t!(l, "nominate-email-hint") kind="email" autocomplete="off" dir="ltr"
                />
                <SelectField
                    form=form.clone() name="language" label=t!(l, "nominate-language")
                    options=languages()
                />
                <TextArea
                    form name="note" label=t!(l, "nominate-note")
                    hint=t!(l, "nominate-note-hint") optional=true rows=3 dir="auto"
                />
                <div class="actions">
                    <button type="submit">{t!(l, "nominate-button")}</button>
                </div>
            </form>
        </section>
    }
}
