//! Small pieces that several pages show.

use leptos::prelude::*;
use maktab_domain::Texts;
use maktab_locale::{Language, Locale, t};

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

/// What stands between two facts of a line. It never begins a line.
pub(crate) const DOT: &str = "\u{a0}· ";

/// The way back from a page: to the pages above it, the highest first.
pub(crate) fn trail(label: String, steps: Vec<(String, AnyView)>) -> impl IntoView {
    let steps = steps.into_iter().map(|(href, text)| {
        view! { <li><a href=href>{text}</a></li> }
    });
    let steps = steps.collect_view();
    view! { <nav class="trail" aria-label=label><ul>{steps}</ul></nav> }
}

/// A text in which the number of a certificate stands: it is not broken at its hyphens.
pub(crate) fn numbered(text: &str, number: &str) -> impl IntoView + use<> {
    match text.split_once(number) {
        Some((before, after)) => {
            let (before, after) = (before.to_owned(), after.to_owned());
            let number = number.to_owned();
            view! { {before} <bdi class="number" dir="ltr">{number}</bdi> {after} }.into_any()
        }
        None => text.to_owned().into_any(),
    }
}

/// A room as it is named; a figure stays on the line of the word before it.
#[component]
pub(crate) fn Room(name: String) -> impl IntoView {
    let mut kept = String::with_capacity(name.len());
    let mut signs = name.chars().peekable();
    while let Some(sign) = signs.next() {
        let before_figure = sign == ' ' && signs.peek().is_some_and(|next| next.is_numeric());
        kept.push(if before_figure { '\u{a0}' } else { sign });
    }
    view! { <bdi>{kept}</bdi> }
}

/// Names the language of content that is not in the reader's; nothing where it is.
pub(crate) fn foreign(l: Locale, texts: &Texts) -> Option<impl IntoView + use<>> {
    let (language, text) = texts.best(l.tag());
    (language != l.tag() && !text.is_empty()).then(|| {
        let language = l.language_name(language);
        view! { <span class="tag k">{t!(l, "content-in", language = language)}</span> }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::page::render;

    fn shown(view: impl IntoAny + 'static) -> String {
        render(|| view.into_any())
    }

    #[test]
    fn a_number_in_a_text_is_kept_whole() {
        assert_eq!(
            shown(numbered("Revoke ECO-1?", "ECO-1")),
            "Revoke <bdi dir=\"ltr\" class=\"number\">ECO-1</bdi>?"
        );
        assert_eq!(shown(numbered("Nothing", "ECO-1")), "Nothing");
    }

    #[test]
    fn the_figure_of_a_room_stays_with_its_word() {
        let room = |name: &str| {
            let name = name.to_owned();
            shown(view! { <Room name /> })
        };
        assert_eq!(room("Hall 2"), "<bdi>Hall\u{a0}2</bdi>");
        assert_eq!(room("تالار ۲ شمالی"), "<bdi>تالار\u{a0}۲ شمالی</bdi>");
    }

    #[test]
    fn only_what_is_in_another_language_says_in_which() {
        let texts = Texts::new([("en", "Hall"), ("ru", "Зал")]);
        assert!(foreign(Locale::Ru, &texts).is_none());
        let tag = foreign(Locale::Fa, &texts).map(shown);
        assert!(tag.is_some_and(|tag| tag.contains("انگلیسی")));
        assert!(foreign(Locale::Fa, &Texts::default()).is_none());
    }
}
