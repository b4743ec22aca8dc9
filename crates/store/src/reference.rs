//! Organisations, countries and areas: data that every installation chooses.
