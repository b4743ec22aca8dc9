//! What is wrong with the fields of a form.

use maktab_domain::Invalid;

/// The fields that cannot be accepted, in the order of the form, each with its reason.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldErrors(Vec<(String, Invalid)>);

impl FieldErrors {
    /// No error yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// One field that cannot be accepted.
    #[must_use]
    pub fn of(field: &str, why: Invalid) -> Self {
        Self(vec![(field.to_owned(), why)])
    }

    /// Adds a field that cannot be accepted.
    pub fn push(&mut self, field: &str, why: Invalid) {
        self.0.push((field.to_owned(), why));
    }

    /// Takes the value, or notes the reason under the name of the field and gives `None`.
    pub fn take<T>(&mut self, field: &str, parsed: Result<T, Invalid>) -> Option<T> {
        parsed.map_err(|why| self.push(field, why)).ok()
    }

    /// Why the field was refused.
    #[must_use]
    pub fn get(&self, field: &str) -> Option<Invalid> {
        self.0
            .iter()
            .find(|(name, _)| name == field)
            .map(|&(_, why)| why)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Invalid)> {
        self.0.iter().map(|(field, why)| (field.as_str(), *why))
    }

    /// Whether nothing was refused.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
