//! Filling a new installation with reference and demonstration data.
