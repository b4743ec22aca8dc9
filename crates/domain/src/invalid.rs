//! Why something that was typed cannot be accepted.

use crate::code::codes;

codes! {
    /// What is wrong with an input; the code names the message that says so (`error-…`).
    Invalid, "kind of invalid input" {
        /// Nothing was typed or chosen.
        Required = "required",
        /// Too few characters.
        TooShort = "too-short",
        /// Too many characters.
        TooLong = "too-long",
        /// Not an email address.
        Email = "email",
        /// A control character or a line break where none may be.
        Character = "character",
        /// The name in Latin script holds no Latin letter.
        NotLatin = "not-latin",
        /// Not one of the choices offered.
        Choice = "choice",
        /// Not a whole number, or outside its range.
        Number = "number",
        /// Not a date or a time.
        Date = "date",
        /// The end lies before the start.
        Order = "order",
        /// A box that has to be ticked is not.
        Consent = "consent",
        /// The password is too short or too easily guessed.
        Password = "password",
        /// Another thing has this name already.
        Taken = "taken",
        /// No seat is left for it.
        Full = "full",
    }
}

impl std::error::Error for Invalid {}
