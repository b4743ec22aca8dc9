//! People, by id and by address.
