//! The mails: their texts in the language of the reader.
