//! The catalogue as visitors see it: the list of events, one event, the text that is searched.
//!
//! A draft is never in the list; one event is found whatever its state, and the
//! use case decides who may see it.

mod event;
mod list;
mod search;

pub use event::{
    EventRow, OwnPlaceRow, SessionRow, TextRow, TrainerRow, areas, event, languages, organisers,
    own_place, sessions, texts, trainers,
};
pub use list::{Filter, ListedRow, Order, count, counts_by_area, page, public_addresses};
pub use search::{SearchedRow, put_search_text, searched};
