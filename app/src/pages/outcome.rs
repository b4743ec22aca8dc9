//! Lists whose forms post to the list's own address: what it asks for is kept, and what was just
//! done is said in it once.

use super::teach::query;
use crate::web::{Posted, Visit};
use axum::response::{IntoResponse, Redirect, Response};

/// What the address asks for, without what it says `once`.
pub(super) fn asked_but(visit: &Visit, once: &[&str]) -> Posted {
    let asked = query(visit);
    let kept = asked.iter().filter(|(name, _)| !once.contains(name));
    Posted::from_pairs(kept)
}

/// Back to the same list, with what has happened in the place of what was said `once` before.
pub(super) fn back<T: ToString>(
    visit: &Visit,
    once: &[&str],
    outcome: impl IntoIterator<Item = (&'static str, T)>,
) -> Response {
    Redirect::to(&address(visit, once, outcome)).into_response()
}

/// The address to which [`back`] leads.
pub(super) fn address<T: ToString>(
    visit: &Visit,
    once: &[&str],
    outcome: impl IntoIterator<Item = (&'static str, T)>,
) -> String {
    let said = outcome.into_iter();
    let said = said.map(|(name, what)| (name, what.to_string()));
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(asked_but(visit, once).iter())
        .extend_pairs(said)
        .finish();
    format!("{}?{query}", visit.path)
}
