//! The form for a number, and what to do where there is no such certificate.

use super::icons;
use crate::web::{Page, Visit, numbered};
use leptos::prelude::*;
use maktab_locale::t;

/// A number as it is printed, to show its shape.
const EXAMPLE: &str = "ECO-IOM-2026-7K3Q-9XM7";

/// Why what was typed leads nowhere.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Problem {
    /// Nothing was typed.
    Missing,
    /// It has not the shape of a number.
    NoNumber,
    /// A sign of it is wrong.
    Mistyped,
}

/// The form, with what was typed and what is wrong with it.
pub(super) fn page(visit: &Visit, typed: &str, problem: Option<Problem>) -> Page {
    let l = visit.locale;
    let title = match problem {
        None | Some(Problem::Missing) => t!(l, "verify-title"),
        Some(Problem::NoNumber) => t!(l, "verify-no-number-title"),
        Some(Problem::Mistyped) => t!(l, "verify-mistyped-title"),
    };
    let content = view! {
        <div class="lead">
            <h1>{title.clone()}</h1>
            <p>{t!(l, "verify-lead")}</p>
        </div>
        {fields(visit, typed, problem)}
    };
    let page = visit.page(title, content);
    page.description(t!(l, "verify-lead"))
}

/// The field and its button. It asks with GET: nothing is stored, and the address can be kept.
pub(super) fn fields(
    visit: &Visit,
    typed: &str,
    problem: Option<Problem>,
) -> impl IntoView + use<> {
    let l = visit.locale;
    let error = problem.map(|problem| match problem {
        Problem::Missing => t!(l, "error-required"),
        Problem::NoNumber => t!(l, "verify-no-number"),
        Problem::Mistyped => t!(l, "verify-mistyped"),
    });
    let refused = error.is_some();
    let described = if refused {
        "number-hint number-error"
    } else {
        "number-hint"
    };
    let error = error.map(|text| view! { <p class="error" id="number-error">{text}</p> });
    let class = if refused { "field refused" } else { "field" };
    view! {
        <form method="get" action=visit.link("/verify") class="verify-form" novalidate>
            <div class=class>
                <label for="number">{t!(l, "verify-number")}</label>
                <p class="hint" id="number-hint">
                    {numbered(&t!(l, "verify-number-hint", example = EXAMPLE), EXAMPLE)}
                </p>
                {error}
                <input
                    id="number" name="number" type="text" value=typed.to_owned() dir="ltr"
                    required=true maxlength="60" autocomplete="off" autocapitalize="characters"
                    spellcheck="false" aria-describedby=described
                    aria-invalid=refused.then_some("true")
                />
            </div>
            <button type="submit">{t!(l, "verify-submit")}</button>
        </form>
    }
}

/// No certificate was issued under this number: what to check.
pub(super) fn unknown(visit: &Visit, number: &str) -> Page {
    let l = visit.locale;
    let title = t!(l, "verify-unknown-title");
    let host = visit.services().settings().public_address.host().to_owned();
    let content = view! {
        <section class="verdict unknown">
            {icons::unknown()}
            <div>
                <p class="word">{t!(l, "state-certificate-unknown")}</p>
                <h1>{title.clone()}</h1>
                <p>{numbered(&t!(l, "verify-unknown", number = number), number)}</p>
            </div>
        </section>
        <h2>{t!(l, "verify-check-title")}</h2>
        <ol>
            <li>{t!(l, "verify-check-number")}</li>
            <li>{t!(l, "verify-check-host", host = host)}</li>
            <li>{t!(l, "verify-check-ask")}</li>
        </ol>
        {fields(visit, number, None)}
    };
    visit.page(title, content)
}
