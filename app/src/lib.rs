//! The interface: pages, forms, islands, styles.
//!
//! Pages are rendered on the server, as HTML that needs no JavaScript; only the
//! islands reach the browser. With the feature `ssr` this crate is the web
//! half of the server, with `hydrate` it is what the browser loads.

#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
mod web;

#[cfg(feature = "ssr")]
pub use web::{Assets, Problem, Web, problem_page, router};

pub mod islands;
