//! Lists in a sentence.

use crate::{Locale, bidi};

impl Locale {
    /// Items joined as in a sentence: "a, b and c"; empty for no item.
    ///
    /// The joints are ours: CLDR's Persian list has a comma before «و» that nobody writes.
    #[must_use]
    pub fn list<T: AsRef<str>>(self, items: &[T]) -> String {
        let (comma, and) = self.row().list;
        match items {
            [] => String::new(),
            [only] => only.as_ref().to_owned(),
            [first @ .., last] => {
                let last = bidi::isolated(self, last.as_ref());
                format!("{}{and}{last}", self.joined(first, comma))
            }
        }
    }

    /// Items side by side, as in a line of facts: "a, b, c".
    #[must_use]
    pub fn series<T: AsRef<str>>(self, items: &[T]) -> String {
        match items {
            [only] => only.as_ref().to_owned(),
            _ => self.joined(items, self.row().list.0),
        }
    }

    fn joined<T: AsRef<str>>(self, items: &[T], between: &str) -> String {
        let items: Vec<_> = items
            .iter()
            .map(|item| bidi::isolated(self, item.as_ref()))
            .collect();
        items.join(between)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_any_length_in_every_language() {
        let list = |items: &[&str]| Locale::ALL.map(|l| l.list(items));
        assert_eq!(list(&[]), [""; 4]);
        assert_eq!(list(&["1"]), ["1"; 4]);
        assert_eq!(list(&["1", "2"]), ["1 and 2", "1 и 2", "1 و 2", "1 ve 2"]);
        assert_eq!(
            list(&["1", "2", "3"]),
            ["1, 2 and 3", "1, 2 и 3", "1، 2 و 3", "1, 2 ve 3"]
        );
        assert_eq!(Locale::Fa.series(&["دری", "فارسی"]), "دری، فارسی");
        assert_eq!(Locale::En.series::<&str>(&[]), "");
    }

    #[test]
    fn an_item_of_the_other_direction_is_kept_apart() {
        assert_eq!(
            Locale::Fa.list(&["اکو", "IOM"]),
            "اکو و \u{2068}IOM\u{2069}"
        );
        assert_eq!(Locale::Fa.list(&["IOM"]), "IOM", "alone it needs nothing");
    }
}
