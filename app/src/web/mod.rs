//! What all pages share: the request as a visit, the page around the content,
//! forms, failures, and the table of addresses.

mod assets;
mod components;
mod export;
mod failure;
mod form;
mod layout;
mod once;
mod page;
mod posted;
mod problem;
mod routes;
mod upload;
mod visit;

pub use assets::Assets;
pub(crate) use components::{Content, DOT, Room, foreign, numbered, trail};
pub(crate) use export::{Export, Piece, export_routes, exports, note_export};
pub(crate) use failure::Failure;
pub(crate) use form::{
    CHOSEN, CheckBox, CheckBoxes, ErrorSummary, Form, SelectField, TextArea, TextField, chosen,
    languages, summary,
};
pub(crate) use page::Page;
pub(crate) use posted::{Posted, encode};
pub use problem::{Problem, problem_page};
pub(crate) use routes::is_own_path;
pub use routes::router;
pub(crate) use upload::{AROUND, Arrived, take};
pub use visit::Web;
pub(crate) use visit::{Answer, Visit, sign_in_cookie};
