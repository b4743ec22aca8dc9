//! Areas of cooperation: data, known by a stable code.

use crate::Invalid;

/// The code of an area, for example `ii`: 1 to 16 lower-case ASCII letters, digits and hyphens.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AreaCode(String);

impl AreaCode {
    /// Reads a code.
    ///
    /// # Errors
    /// Empty, or not of this form.
    pub fn parse(raw: &str) -> Result<Self, Invalid> {
        let shape = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        match raw {
            "" => Err(Invalid::Required),
            _ if raw.len() <= 16 && raw.bytes().all(shape) => Ok(Self(raw.to_owned())),
            _ => Err(Invalid::Choice),
        }
    }

    /// The code itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for AreaCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
