//! The statements that are sent to the database, as sqlx tells of them.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::sync::{Mutex, PoisonError};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

static TOLD: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// Notes every statement from now on, in this process.
pub fn note() {
    drop(tracing::subscriber::set_global_default(Notes));
}

/// The statements since the last time, each once.
pub fn take() -> BTreeSet<String> {
    std::mem::take(&mut TOLD.lock().unwrap_or_else(PoisonError::into_inner))
}

struct Notes;

impl Subscriber for Notes {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "sqlx::query"
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut told = Told::default();
        event.record(&mut told);
        // A short statement stands in its summary alone.
        let text = [told.statement, told.summary];
        let text = text.into_iter().find(|text| !text.trim().is_empty());
        let mut all = TOLD.lock().unwrap_or_else(PoisonError::into_inner);
        all.extend(text.map(|text| text.trim().to_owned()));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[derive(Default)]
struct Told {
    statement: String,
    summary: String,
}

impl Visit for Told {
    fn record_str(&mut self, field: &Field, value: &str) {
        match field.name() {
            "db.statement" => self.statement = value.to_owned(),
            "summary" => self.summary = value.to_owned(),
            _ => {}
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn Debug) {}
}
