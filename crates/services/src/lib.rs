//! Use cases: what people do with Maktab, one function each.
//!
//! A use case checks itself who asks ([`Actor`]) and whether they may, opens the
//! transaction, and writes what the change owes the world into the outbox within
//! it. It knows no HTTP and no page; it answers with plain view data.

mod actor;
mod audit;
mod clock;
mod error;
mod limits;
mod outcome;
mod random;
mod secret;
mod settings;

pub mod accounts;
pub mod administering;
pub mod attendance;
pub mod background;
pub mod calendar;
pub mod catalogue;
pub mod courses;
pub mod demonstration;
pub mod documents;
pub mod editing;
pub mod eligible;
mod exporting;
pub mod granting;
pub mod importing;
pub mod inviting;
pub mod issuing;
mod jobs;
pub mod mail;
pub mod managing;
pub mod my;
pub mod nominating;
pub mod reference;
pub mod registration;
pub mod requests;
pub mod revoking;
pub mod seating;
pub mod seed;
pub mod sign_in;
pub mod signing;
#[cfg(feature = "testing")]
pub mod testing;
pub mod verification;

pub use actor::Actor;
pub use clock::{Clock, SystemClock, TravelClock};
pub use error::{Error, Result};
pub use outcome::FieldErrors;
pub use random::{Random, SeededRandom, SystemRandom};
pub use secret::{Secret, SecretHash};
pub use settings::{PublicAddress, Settings};

use maktab_domain::Timestamp;
use maktab_store::Database;
use std::sync::{Arc, OnceLock};

/// Everything that the use cases stand on. Cloning shares it.
#[derive(Clone)]
pub struct Services {
    inner: Arc<Inner>,
}

struct Inner {
    database: Database,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
    settings: Settings,
    background: background::Waking,
    reference: reference::Cache,
    answers: requests::Answers,
    under_way: requests::UnderWay,
    queue: registration::together::Queue,
    issuing: OnceLock<Arc<signing::Issuing>>,
}

impl Services {
    /// Puts the use cases on a database, a clock, a source of randomness and the settings.
    pub fn new(
        database: Database,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
        settings: Settings,
    ) -> Self {
        let inner = Inner {
            database,
            clock,
            random,
            settings,
            background: background::Waking::default(),
            reference: reference::Cache::default(),
            answers: requests::Answers::default(),
            under_way: requests::UnderWay::default(),
            queue: registration::together::Queue::default(),
            issuing: OnceLock::new(),
        };
        Self {
            inner: Arc::new(inner),
        }
    }

    /// The time now.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.inner.clock.now()
    }

    /// The settings.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.inner.settings
    }

    /// The database; for use cases and for the program's own commands, never for a page.
    #[must_use]
    pub fn database(&self) -> &Database {
        &self.inner.database
    }

    /// A new id (UUID version 7: the time, then random bits) in any of the id newtypes.
    pub(crate) fn new_id<Id>(&self, wrap: impl FnOnce(uuid::Uuid) -> Id) -> Id {
        wrap(random::uuid_v7(self.now(), self.inner.random.as_ref()))
    }

    /// The source of randomness.
    pub(crate) fn random(&self) -> &dyn Random {
        self.inner.random.as_ref()
    }

    /// A new secret of 256 random bits.
    pub(crate) fn new_secret(&self) -> Secret {
        Secret::draw(self.inner.random.as_ref())
    }
}
