//! Organisations, countries and areas as pages show them.
