//! The words of the page in each of its languages, as data that the compiler
//! checks for completeness, and how numbers and dates are written in them.

mod dates;
mod en;
mod fa;
mod ru;
mod tr;

use crate::facts::{Attendance, EventKind, Field, Hours, Kind, Language};

/// The words of one language. Patterns name their places in braces.
pub struct Texts {
    language: Language,
    labels: Labels,
    participation: KindTexts,
    completion: KindTexts,
    appreciation: KindTexts,
    workshop: EventTexts,
    seminar: EventTexts,
    conference: EventTexts,
    training_course: EventTexts,
    online: &'static str,
    comma: &'static str,
    hours: Plural,
    attendance: &'static str,
    percent: &'static str,
    calendar: dates::Calendar,
    number: &'static str,
    issued: &'static str,
    expires: &'static str,
    verify: &'static str,
    qr_alt: &'static str,
    attachment: &'static str,
}

/// Names of the printed fields.
struct Labels {
    number: &'static str,
    kind: &'static str,
    holder: &'static str,
    native_name: &'static str,
    event_kind: &'static str,
    title: &'static str,
    second_title: &'static str,
    place: &'static str,
    dates: &'static str,
    hours: &'static str,
    attendance: &'static str,
    organisation: &'static str,
    signatory: &'static str,
    issued: &'static str,
    expires: &'static str,
}

/// One kind of certificate.
struct KindTexts {
    name: &'static str,
    /// The name in capitals, where the script has any.
    heading: &'static str,
    /// What stands above the holder's name.
    intro: &'static str,
}

/// One kind of event, inflected for the sentence in which it stands.
struct EventTexts {
    name: &'static str,
    participation: Around,
    completion: Around,
    appreciation: Around,
}

/// What stands before and after the title; either may be empty.
type Around = (&'static str, &'static str);

/// Plural forms by the CLDR categories that whole numbers need in our languages.
struct Plural {
    one: &'static str,
    few: &'static str,
    many: &'static str,
}

impl Texts {
    /// The words of `language`.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &en::TEXTS,
            Language::Ru => &ru::TEXTS,
            Language::Fa => &fa::TEXTS,
            Language::Tr => &tr::TEXTS,
        }
    }

    /// The name of a printed field.
    #[must_use]
    pub fn label(&self, field: Field) -> &'static str {
        let labels = &self.labels;
        match field {
            Field::Number => labels.number,
            Field::Kind => labels.kind,
            Field::Holder => labels.holder,
            Field::NativeName => labels.native_name,
            Field::EventKind => labels.event_kind,
            Field::Title => labels.title,
            Field::SecondTitle => labels.second_title,
            Field::Place => labels.place,
            Field::Dates => labels.dates,
            Field::Hours => labels.hours,
            Field::Attendance => labels.attendance,
            Field::Organisation => labels.organisation,
            Field::Signatory => labels.signatory,
            Field::Issued => labels.issued,
            Field::Expires => labels.expires,
        }
    }

    /// "Certificate of completion".
    #[must_use]
    pub fn kind(&self, kind: Kind) -> &'static str {
        self.kind_texts(kind).name
    }

    /// "CERTIFICATE OF COMPLETION".
    #[must_use]
    pub fn heading(&self, kind: Kind) -> &'static str {
        self.kind_texts(kind).heading
    }

    /// "This is to certify that".
    #[must_use]
    pub fn intro(&self, kind: Kind) -> &'static str {
        self.kind_texts(kind).intro
    }

    /// "training course".
    #[must_use]
    pub fn event_kind(&self, kind: EventKind) -> &'static str {
        self.event_texts(kind).name
    }

    /// What stands before and after the title: ("has completed the training
    /// course", "").
    #[must_use]
    pub fn around_title(&self, kind: Kind, event: EventKind) -> (&'static str, &'static str) {
        let event = self.event_texts(event);
        match kind {
            Kind::Participation => event.participation,
            Kind::Completion => event.completion,
            Kind::Appreciation => event.appreciation,
        }
    }

    /// "Online".
    #[must_use]
    pub fn online(&self) -> &'static str {
        self.online
    }

    /// What stands between the parts of a list, with its space.
    #[must_use]
    pub fn comma(&self) -> &'static str {
        self.comma
    }

    /// "21 hours".
    #[must_use]
    pub fn hours(&self, hours: Hours) -> String {
        let hours = hours.get();
        let pattern = self.hours.form(self.language, hours);
        pattern.replace("{n}", &self.digits(&hours.to_string()))
    }

    /// "9 of 10 sessions attended (90 %)".
    #[must_use]
    pub fn attendance(&self, attendance: Attendance) -> String {
        let number = |number: &dyn ToString| self.digits(&number.to_string());
        let percent = self.percent.replace("{n}", &number(&attendance.percent()));
        self.attendance
            .replace("{attended}", &number(&attendance.attended()))
            .replace("{counted}", &number(&attendance.counted()))
            .replace("{percent}", &percent)
    }

    /// "No. ECO-IOM-2026-773Q-9X5X".
    #[must_use]
    pub fn number(&self, number: &str) -> String {
        self.number.replace("{n}", number)
    }

    /// "Issued on 25 January 2027".
    #[must_use]
    pub fn issued(&self, date: jiff::civil::Date) -> String {
        self.issued.replace("{date}", &self.date(date))
    }

    /// "Valid until 25 January 2030".
    #[must_use]
    pub fn expires(&self, date: jiff::civil::Date) -> String {
        self.expires.replace("{date}", &self.date(date))
    }

    /// What stands before the address of the verification page.
    #[must_use]
    pub fn verify(&self) -> &'static str {
        self.verify
    }

    /// What a screen reader says for the QR code.
    #[must_use]
    pub fn qr_alt(&self, number: &str) -> String {
        self.qr_alt.replace("{n}", number)
    }

    /// What a PDF reader says about the attached credential.
    #[must_use]
    pub fn attachment(&self) -> &'static str {
        self.attachment
    }

    fn kind_texts(&self, kind: Kind) -> &KindTexts {
        match kind {
            Kind::Participation => &self.participation,
            Kind::Completion => &self.completion,
            Kind::Appreciation => &self.appreciation,
        }
    }

    fn event_texts(&self, kind: EventKind) -> &EventTexts {
        match kind {
            EventKind::Workshop => &self.workshop,
            EventKind::Seminar => &self.seminar,
            EventKind::Conference => &self.conference,
            EventKind::TrainingCourse => &self.training_course,
        }
    }

    /// The digits of the language's own script.
    fn digits(&self, number: &str) -> String {
        if self.language != Language::Fa {
            return number.to_owned();
        }
        let persian = |sign: char| {
            sign.to_digit(10)
                .and_then(|digit| char::from_u32(0x06F0 + digit))
                .unwrap_or(sign)
        };
        number.chars().map(persian).collect()
    }
}

impl Plural {
    /// The form for a whole number, by CLDR's rules.
    fn form(&self, language: Language, number: u16) -> &'static str {
        match language {
            Language::Ru => match (number % 10, number % 100) {
                (1, hundredth) if hundredth != 11 => self.one,
                (2..=4, hundredth) if !(12..=14).contains(&hundredth) => self.few,
                _ => self.many,
            },
            _ if number == 1 => self.one,
            _ => self.many,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_counted_as_each_language_does() {
        let cases = [
            (Language::En, 1, "1 hour"),
            (Language::En, 21, "21 hours"),
            (Language::Ru, 1, "1 час"),
            (Language::Ru, 11, "11 часов"),
            (Language::Ru, 12, "12 часов"),
            (Language::Ru, 21, "21 час"),
            (Language::Ru, 22, "22 часа"),
            (Language::Ru, 25, "25 часов"),
            (Language::Ru, 112, "112 часов"),
            (Language::Fa, 21, "۲۱ ساعت"),
            (Language::Tr, 21, "21 saat"),
        ];
        for (language, hours, text) in cases {
            let written = Texts::of(language).hours(Hours::new(hours).unwrap());
            assert_eq!(written.replace('\u{A0}', " "), text);
        }
    }

    #[test]
    fn attendance_is_written_in_the_languages_own_digits() {
        let attendance = Attendance::new(9, 10).unwrap();
        let written = Language::ALL.map(|language| Texts::of(language).attendance(attendance));
        assert_eq!(
            written.map(|text| text.replace('\u{A0}', " ")),
            [
                "9 of 10 sessions attended (90 %)",
                "посещено занятий: 9 из 10 (90 %)",
                "حضور در ۹ جلسه از ۱۰ جلسه (۹۰٪)",
                "katılınan oturum: 9 / 10 (%90)",
            ]
        );
    }

    #[test]
    fn every_pattern_names_its_places() {
        for texts in Language::ALL.map(Texts::of) {
            for (pattern, places) in [
                (
                    texts.attendance,
                    &["{attended}", "{counted}", "{percent}"][..],
                ),
                (texts.percent, &["{n}"]),
                (texts.number, &["{n}"]),
                (texts.issued, &["{date}"]),
                (texts.expires, &["{date}"]),
                (texts.qr_alt, &["{n}"]),
            ] {
                for place in places {
                    assert!(pattern.contains(place), "{pattern}: {place}");
                }
            }
        }
    }

    #[test]
    fn every_event_has_a_sentence_in_every_language() {
        for texts in Language::ALL.map(Texts::of) {
            for kind in [Kind::Participation, Kind::Completion, Kind::Appreciation] {
                for event in [
                    EventKind::Workshop,
                    EventKind::Seminar,
                    EventKind::Conference,
                    EventKind::TrainingCourse,
                ] {
                    let (before, after) = texts.around_title(kind, event);
                    assert!(before.len() + after.len() > 10, "{kind:?} {event:?}");
                }
            }
        }
    }
}
