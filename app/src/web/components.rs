//! Small pieces that several pages show.

use leptos::prelude::*;
use maktab_domain::Texts;
use maktab_locale::{Language, Locale};

/// Content in the reader's language, else in another, marked with its language and direction.
#[component]
pub(crate) fn Content(l: Locale, texts: Texts) -> impl IntoView {
    let (language, text) = texts.best(l.tag());
    let text = text.to_owned();
    if language == l.tag() {
        return text.into_any();
    }
    let (lang, dir) = (language.to_owned(), Language::dir_of(language));
    view! { <span lang=lang dir=dir>{text}</span> }.into_any()
}
