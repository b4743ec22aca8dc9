//! For which organisation somebody comes: the part of the page of a registration that sets it.

use crate::web::{ErrorSummary, Form, Posted, SelectField, Visit};
use leptos::prelude::*;
use maktab_domain::EventState;
use maktab_locale::{Locale, t};
use maktab_services::FieldErrors;
use maktab_services::managing::OneRegistration;
use maktab_services::reference::Reference;

/// The value of `action` by which the form is told from the others of the page.
pub(super) const ACTION: &str = "organisation";

/// The name of the organisation that somebody comes for.
pub(super) fn name(l: Locale, one: &OneRegistration, reference: &Reference) -> Option<String> {
    let organisation = one.registration.organisation?;
    let organisation = reference.organisation(organisation)?;
    Some(organisation.names.best(l.tag()).1.to_owned())
}

/// The organisations to choose from.
pub(super) fn options(l: Locale, reference: &Reference) -> Vec<(String, String)> {
    let all = reference.organisations.iter();
    all.map(|one| (one.id.to_string(), one.names.best(l.tag()).1.to_owned()))
        .collect()
}

/// The form, while the registration is live; `errors` say why it was refused.
pub(super) fn form(
    visit: &Visit,
    one: &OneRegistration,
    reference: &Reference,
    values: &Posted,
    errors: FieldErrors,
) -> impl IntoView + use<> {
    let l = visit.locale;
    let row = &one.registration;
    let is_possible = one.head.state == EventState::Published && row.state.is_live();
    let current = row.organisation.map(|id| id.to_string());
    let values = match errors.is_empty() {
        true => Posted::from_pairs([("organisation", current.unwrap_or_default())]),
        false => values.clone(),
    };
    let form = Form::new(l, values, errors);
    let options = options(l, reference);
    is_possible.then(|| {
        view! {
            <ErrorSummary form=form.clone() />
            <form method="post" action=visit.path.clone() class="assign" novalidate>
                <input type="hidden" name="action" value=ACTION />
                <SelectField
                    form=form
                    name="organisation"
                    label=t!(l, "invite-organisation")
                    hint=t!(l, "invite-organisation-hint")
                    options=options
                    blank=t!(l, "invite-organisation-none")
                    optional=true
                />
                <button type="submit" class="quiet">{t!(l, "action-save")}</button>
            </form>
        }
    })
}
