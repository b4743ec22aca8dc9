//! What is wrong with the fields of a form.

use maktab_domain::Invalid;

/// The fields that cannot be accepted, in the order of the form, each with its reason.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldErrors(Vec<FieldError>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct FieldError {
    field: String,
    why: Invalid,
    /// What the message tells besides, as how many seats are taken.
    number: Option<i64>,
}

impl FieldErrors {
    /// No error yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// One field that cannot be accepted.
    #[must_use]
    pub fn of(field: &str, why: Invalid) -> Self {
        let mut errors = Self::new();
        errors.push(field, why);
        errors
    }

    /// One field that cannot be accepted, with a number that the message tells, as how many
    /// seats are taken.
    #[must_use]
    pub fn with_number(field: &str, why: Invalid, number: i64) -> Self {
        let mut errors = Self::new();
        errors.push_with_number(field, why, number);
        errors
    }

    /// Adds a field that cannot be accepted.
    pub fn push(&mut self, field: &str, why: Invalid) {
        let field = field.to_owned();
        self.0.push(FieldError {
            field,
            why,
            number: None,
        });
    }

    /// Adds a field that cannot be accepted, with a number that the message tells.
    pub fn push_with_number(&mut self, field: &str, why: Invalid, number: i64) {
        self.0.push(FieldError {
            field: field.to_owned(),
            why,
            number: Some(number),
        });
    }

    /// Takes the value, or notes the reason under the name of the field and gives `None`.
    pub fn take<T>(&mut self, field: &str, parsed: Result<T, Invalid>) -> Option<T> {
        parsed.map_err(|why| self.push(field, why)).ok()
    }

    /// Why the field was refused.
    #[must_use]
    pub fn get(&self, field: &str) -> Option<Invalid> {
        self.find(field).map(|error| error.why)
    }

    /// What the message of the field tells besides, where it was refused with a number.
    #[must_use]
    pub fn number(&self, field: &str) -> Option<i64> {
        self.find(field).and_then(|error| error.number)
    }

    fn find(&self, field: &str) -> Option<&FieldError> {
        self.0.iter().find(|error| error.field == field)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Invalid)> {
        self.0.iter().map(|error| (error.field.as_str(), error.why))
    }

    /// Whether nothing was refused.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
