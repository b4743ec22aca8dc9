//! Messages: Project Fluent, one bundle per language, built once, shared by all threads.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::{Locale, bidi, number};

/// The files of messages that every language has: `i18n/{language}/{topic}.ftl`.
///
/// The list stands a second time in `sources!` (file names have to be literals to be embedded);
/// a test holds the two and the folders together.
pub const TOPICS: [&str; 19] = [
    "common",
    "words",
    "catalogue",
    "event",
    "course",
    "home",
    "registration",
    "account",
    "my",
    "teach",
    "manage",
    "nominate",
    "invite",
    "admin",
    "import",
    "certificate",
    "verify",
    "mail",
    "errors",
];

/// The texts of the files of one language, with their topics.
macro_rules! sources {
    ($language:literal) => {
        $crate::messages::sources!($language:
            "common" "words" "catalogue" "event" "course" "home"
            "registration" "account" "my" "teach" "manage" "nominate" "invite" "admin" "import" "certificate" "verify" "mail"
            "errors")
    };
    ($language:literal: $($topic:literal)+) => {
        &[$((
            $topic,
            include_str!(concat!("../i18n/", $language, "/", $topic, ".ftl")),
        )),+]
    };
}
pub(crate) use sources;

pub(crate) type Bundle = FluentBundle<FluentResource>;

/// Lets a bundle print its arguments as the language at this place of [`Locale::ALL`] does.
/// Fluent takes a plain function, so the language has to be in the function's type.
pub(crate) fn print_as<const PLACE: usize>(bundle: &mut Bundle) {
    bundle.set_formatter(Some(print::<PLACE, _>));
}

/// Prints numbers with the digits and grouping of the language and isolates texts of the other
/// direction.
fn print<const PLACE: usize, M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    let locale = Locale::ALL[PLACE];
    match value {
        FluentValue::Number(figure) => Some(number::fluent(locale, figure)),
        FluentValue::String(text) => match bidi::isolated(locale, text) {
            Cow::Owned(isolated) => Some(isolated),
            Cow::Borrowed(_) => None,
        },
        _ => None,
    }
}

static BUNDLES: LazyLock<[Bundle; Locale::ALL.len()]> =
    LazyLock::new(|| Locale::ALL.map(|locale| bundle(locale).0));

/// The bundle of a language, and what is wrong with its messages (nothing, says a test).
fn bundle(locale: Locale) -> (Bundle, Vec<String>) {
    let row = locale.row();
    let mut problems = Vec::new();
    let mut bundle = Bundle::new_concurrent(row.tag.parse().into_iter().collect());
    // Isolation is decided per argument, in `print`.
    bundle.set_use_isolating(false);
    (row.print_as)(&mut bundle);
    if let Err(error) = bundle.add_builtins() {
        problems.push(error.to_string());
    }
    for (topic, text) in row.messages {
        let resource =
            FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(rest, errors)| {
                problems.extend(
                    errors
                        .iter()
                        .map(|e| format!("{}/{topic}.ftl: {e}", row.tag)),
                );
                rest
            });
        if let Err(errors) = bundle.add_resource(resource) {
            problems.extend(
                errors
                    .iter()
                    .map(|e| format!("{}/{topic}.ftl: {e}", row.tag)),
            );
        }
    }
    (bundle, problems)
}

/// The text of a file of messages; `None` where there is no such topic. For tests and tools.
#[must_use]
pub fn source(locale: Locale, topic: &str) -> Option<&'static str> {
    let mut files = locale.row().messages.iter();
    files
        .find(|(name, _)| *name == topic)
        .map(|(_, text)| *text)
}

impl Locale {
    /// The text of a message without arguments. Also takes an attribute: `id.attribute`.
    ///
    /// A message that the language lacks appears in English; one that does not exist at all as
    /// its id in brackets, `⟦id⟧`. Both fail the tests.
    #[must_use]
    pub fn text(self, id: &str) -> String {
        self.text_with(id, [])
    }

    /// The text of a message with its arguments; usually written [`t!`](crate::t).
    #[must_use]
    pub fn text_with<'a>(
        self,
        id: &str,
        arguments: impl IntoIterator<Item = (&'static str, FluentValue<'a>)>,
    ) -> String {
        let mut named = FluentArgs::new();
        for (name, value) in arguments {
            named.set(name, value);
        }
        self.own_text(id, &named)
            .or_else(|| Self::En.own_text(id, &named))
            .unwrap_or_else(|| format!("⟦{id}⟧"))
    }

    /// Whether the message (or `id.attribute`) exists in this very language.
    #[must_use]
    pub fn has(self, id: &str) -> bool {
        self.own_text(id, &FluentArgs::new()).is_some()
    }

    fn own_text(self, id: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        let bundle = &BUNDLES[self as usize];
        let (id, attribute) = match id.split_once('.') {
            None => (id, None),
            Some((id, attribute)) => (id, Some(attribute)),
        };
        let message = bundle.get_message(id)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(attribute) => message.get_attribute(attribute)?.value(),
        };
        // Errors are missing arguments: Fluent prints `{$name}`, and a test compares the
        // arguments used in the sources with those of the messages.
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(arguments), &mut errors);
        Some(text.into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::t;

    #[test]
    fn the_messages_of_every_language_are_free_of_errors() {
        for locale in Locale::ALL {
            assert_eq!(bundle(locale).1, Vec::<String>::new());
        }
    }

    #[test]
    fn the_list_of_topics_is_the_list_of_embedded_files() {
        for locale in Locale::ALL {
            let topics: Vec<_> = locale
                .row()
                .messages
                .iter()
                .map(|(topic, _)| *topic)
                .collect();
            assert_eq!(topics, TOPICS);
        }
    }

    #[test]
    fn an_unknown_message_is_visible_as_such() {
        assert_eq!(Locale::Fa.text("no-such-message"), "⟦no-such-message⟧");
        assert_eq!(
            Locale::Fa.text("nav-events.no-such"),
            "⟦nav-events.no-such⟧"
        );
        assert!(!Locale::Fa.has("no-such-message"));
        assert!(Locale::Fa.has("nav-events"));
    }

    #[test]
    fn numbers_choose_the_plural_and_are_printed_in_the_language() {
        for (locale, count, expected) in [
            (Locale::En, 1, "1 event"),
            (Locale::En, 1234, "1,234 events"),
            (Locale::Ru, 1, "1 мероприятие"),
            (Locale::Ru, 2, "2 мероприятия"),
            (Locale::Ru, 5, "5 мероприятий"),
            (Locale::Ru, 21, "21 мероприятие"),
            (Locale::Ru, 111, "111 мероприятий"),
            (Locale::Ru, 12_304, "12\u{a0}304 мероприятия"),
            (Locale::Fa, 4, "۴ رویداد"),
            (Locale::Fa, 1234, "۱٬۲۳۴ رویداد"),
            (Locale::Tr, 1234, "1.234 etkinlik"),
        ] {
            assert_eq!(t!(locale, "catalogue-count", count = count), expected);
        }
    }

    #[test]
    fn bundles_are_shared_between_threads() {
        let texts: Vec<String> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4)
                .map(|_| scope.spawn(|| t!(Locale::Ru, "catalogue-count", count = 3)))
                .collect();
            threads.into_iter().filter_map(|t| t.join().ok()).collect()
        });
        assert_eq!(texts, ["3 мероприятия"; 4]);
    }
}
