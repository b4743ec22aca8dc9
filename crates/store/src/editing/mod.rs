//! Writing events and their agenda.

mod agenda;
mod course;
mod event;
mod organisers;
mod parts;
mod trainers;

pub use agenda::{
    AgendaRow, NewSession, agenda, change_session, delete_session, fit_to_sessions, insert_session,
};
pub use course::{CourseAgendaRow, course_agenda, course_choices};
pub use event::{
    EventColumns, EventRow, by_slug, insert_event, lock_event, moved, set_state, update_event,
};
pub use organisers::organisers_of_event;
pub use parts::{
    TextRow, areas, languages, replace_areas, replace_languages, replace_organisers, replace_texts,
    texts,
};
pub use trainers::{
    BusyRow, SessionTrainerRow, TrainerRow, busy_elsewhere, replace_trainers, trainer_by_email,
    trainer_choices, trainers_of_event,
};
