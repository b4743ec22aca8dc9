//! Content in the reader's language or another, marked so where it is another.

use leptos::prelude::*;
use maktab_domain::Texts;
use maktab_locale::{Language, Locale};

/// A text with the attributes of the element around it: none where it is in the page's language.
pub(in crate::pages) struct Marked {
    pub text: String,
    pub lang: Option<String>,
    pub dir: Option<&'static str>,
}

impl Marked {
    /// The text inside a block of the page's own direction: another one moves no edge of it.
    pub fn inline(self) -> AnyView {
        match self.lang {
            Some(lang) => view! { <span lang=lang dir=self.dir>{self.text}</span> }.into_any(),
            None => self.text.into_any(),
        }
    }
}

/// The text that suits the reader best. Unlike `Content` it needs no element of its own.
pub(in crate::pages) fn marked(l: Locale, texts: &Texts) -> Marked {
    let (language, text) = texts.best(l.tag());
    let foreign = language != l.tag();
    Marked {
        text: text.to_owned(),
        lang: foreign.then(|| language.to_owned()),
        dir: foreign.then(|| Language::dir_of(language)),
    }
}

/// The lines of the text that suits the reader best, without empty ones.
pub(in crate::pages) fn lines(l: Locale, texts: &Texts) -> Vec<Marked> {
    let whole = marked(l, texts);
    let lines = whole.text.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty());
    lines
        .map(|line| Marked {
            text: line.to_owned(),
            lang: whole.lang.clone(),
            dir: whole.dir,
        })
        .collect()
}
