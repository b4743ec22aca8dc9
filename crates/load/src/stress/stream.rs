//! A stream of new people who register one after the other on some connections, until they are
//! told to stop or the server is gone.

use super::ledger::Faults;
use crate::connection::Connection;
use crate::registrant::Registrant;
use eyre::Result;
use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::task::JoinSet;

/// So long somebody waits who was told to come later; the program says longer, but nothing is
/// gained here by waiting.
const LATER: Duration = Duration::from_millis(50);

/// What all the connections share; the numbers of people go on from one stream to the next.
#[derive(Debug, Clone)]
pub(super) struct Stream {
    slug: Arc<str>,
    seed: u64,
    next: Arc<AtomicU64>,
    stopped: Arc<AtomicBool>,
    told: Arc<Mutex<Told>>,
}

#[derive(Debug, Default)]
struct Told {
    acknowledged: BTreeSet<String>,
    other: Vec<String>,
}

impl Stream {
    /// A stream of people for one event.
    pub fn new(slug: &str, seed: u64) -> Self {
        Self {
            slug: slug.into(),
            seed,
            next: Arc::default(),
            stopped: Arc::default(),
            told: Arc::default(),
        }
    }

    /// Lets people register at a server on so many connections.
    pub fn pour(&self, server: SocketAddr, connections: usize, into: &mut JoinSet<()>) {
        for _ in 0..connections {
            into.spawn(self.clone().register(server));
        }
    }

    async fn register(self, server: SocketAddr) {
        let mut connection = Connection::new(server);
        while !self.stopped.load(Ordering::Relaxed) {
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            let person = Registrant::new(number, self.seed);
            let form = person.form(&self.slug);
            loop {
                // The server is gone, and nobody knows what became of this form.
                let Ok(answer) = connection.ask(&form).await else {
                    return;
                };
                match answer.status {
                    503 => tokio::time::sleep(LATER).await,
                    303 => {
                        self.with(|told| told.acknowledged.insert(person.email()));
                        break;
                    }
                    status => {
                        self.with(|told| told.other.push(format!("answer {status}")));
                        break;
                    }
                }
            }
        }
    }

    /// Everybody finishes the form that is under way, and comes no more.
    ///
    /// # Errors
    /// A task ended by itself.
    pub async fn stop(&self, mut people: JoinSet<()>) -> Result<()> {
        self.stopped.store(true, Ordering::Relaxed);
        while let Some(ended) = people.join_next().await {
            ended?;
        }
        self.stopped.store(false, Ordering::Relaxed);
        Ok(())
    }

    /// The addresses of all whose registration was acknowledged so far.
    pub fn acknowledged(&self) -> BTreeSet<String> {
        self.with(|told| told.acknowledged.clone())
    }

    /// How many registrations were acknowledged so far.
    pub fn count(&self) -> usize {
        self.with(|told| told.acknowledged.len())
    }

    /// What is wrong with the answers: none but success and "come later" is right.
    pub fn faults(&self) -> Vec<String> {
        self.with(|told| {
            let mut faults = Faults::default();
            faults.add("people were refused", told.other.iter());
            faults.0
        })
    }

    fn with<T>(&self, work: impl FnOnce(&mut Told) -> T) -> T {
        work(&mut self.told.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
