//! Many people at once, each with a form to send: all at the same moment, each trying again when
//! told to, as a person with a browser does.

use crate::clock::Stopwatch;
use crate::connection::{Answer, Connection};
use eyre::Result;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::sync::Barrier;
use tokio::task::JoinSet;

/// Nobody waits longer for an answer.
const PATIENCE: Duration = Duration::from_secs(300);
/// So many connections are opened at once.
const OPENING: usize = 200;

/// What became of one person's form.
#[derive(Debug, Clone)]
pub(super) struct Sent {
    /// The person's place in the crowd.
    pub place: usize,
    /// The last answer, or why there is none.
    pub answer: Result<Answer, String>,
    /// When the form was first sent, counted from the common start.
    pub began: Duration,
    /// When the last answer was there.
    pub ended: Duration,
    /// How many times the answer was to try again later.
    pub put_off: usize,
}

impl Sent {
    /// Whether the answer was that it is done.
    pub fn done(&self) -> bool {
        self.answer
            .as_ref()
            .is_ok_and(|answer| answer.status == 303)
    }

    /// What the answer was, for people.
    pub fn told(&self) -> String {
        match &self.answer {
            Ok(answer) => format!("answer {}", answer.status),
            Err(why) => why.clone(),
        }
    }
}

/// Everybody has a connection open to one of the servers; then all send at the same moment.
///
/// # Errors
/// A task ended by itself.
pub(super) async fn all_at_once(servers: &[SocketAddr], forms: Vec<Vec<u8>>) -> Result<Vec<Sent>> {
    let start = Arc::new(Barrier::new(forms.len()));
    let opening = Arc::new(tokio::sync::Semaphore::new(OPENING));
    let watch = Stopwatch::start();
    let mut people = JoinSet::new();
    for (place, form) in forms.into_iter().enumerate() {
        let server = servers[place % servers.len()];
        let (start, opening) = (Arc::clone(&start), Arc::clone(&opening));
        people.spawn(async move {
            let mut connection = Connection::new(server);
            let opened = {
                let _turn = opening.acquire().await;
                connection.open().await.map(drop)
            };
            start.wait().await;
            vec![timed(watch, place, &mut connection, opened, &form).await]
        });
    }
    gathered(people).await
}

/// Everybody comes to one of the servers in a line: as many lines as there are counters.
///
/// # Errors
/// A task ended by itself.
pub(super) async fn in_lines(
    servers: &[SocketAddr],
    forms: Vec<Vec<u8>>,
    counters: usize,
) -> Result<Vec<Sent>> {
    let forms: Arc<Vec<Vec<u8>>> = Arc::new(forms);
    let next = Arc::new(AtomicUsize::new(0));
    let watch = Stopwatch::start();
    let mut lines = JoinSet::new();
    for counter in 0..counters {
        let server = servers[counter % servers.len()];
        let (forms, next) = (Arc::clone(&forms), Arc::clone(&next));
        lines.spawn(async move {
            let mut connection = Connection::new(server);
            let mut all = Vec::new();
            loop {
                let place = next.fetch_add(1, Ordering::Relaxed);
                let Some(form) = forms.get(place) else {
                    return all;
                };
                all.push(timed(watch, place, &mut connection, Ok(()), form).await);
            }
        });
    }
    gathered(lines).await
}

/// Sends one form over a connection that is open, or says why it is not.
async fn timed(
    watch: Stopwatch,
    place: usize,
    connection: &mut Connection,
    opened: std::io::Result<()>,
    form: &[u8],
) -> Sent {
    let began = watch.elapsed();
    let (answer, put_off) = match opened {
        Ok(()) => send(connection, form).await,
        Err(error) => (Err(format!("no connection: {error}")), 0),
    };
    Sent {
        place,
        answer,
        began,
        ended: watch.elapsed(),
        put_off,
    }
}

/// What all have sent, in the order of their places.
async fn gathered(mut people: JoinSet<Vec<Sent>>) -> Result<Vec<Sent>> {
    let mut all = Vec::new();
    while let Some(sent) = people.join_next().await {
        all.extend(sent?);
    }
    all.sort_by_key(|sent| sent.place);
    Ok(all)
}

/// Sends a form until it is answered with anything but 503.
async fn send(connection: &mut Connection, form: &[u8]) -> (Result<Answer, String>, usize) {
    let watch = Stopwatch::start();
    let mut put_off = 0;
    loop {
        let left = PATIENCE.saturating_sub(watch.elapsed());
        let answer = match tokio::time::timeout(left, connection.ask(form)).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(error)) => return (Err(format!("no answer: {error}")), put_off),
            Err(_) => return (Err("no answer in five minutes".to_owned()), put_off),
        };
        match (answer.status, answer.retry_after) {
            (503, Some(seconds)) => {
                put_off += 1;
                tokio::time::sleep(Duration::from_secs(seconds)).await;
            }
            _ => return (Ok(answer), put_off),
        }
    }
}

/// What is wrong with the answers: everybody is answered, and with success.
pub(super) fn unanswered(all: &[Sent]) -> Vec<String> {
    let mut faults = super::ledger::Faults::default();
    let bad = all.iter().filter(|sent| !sent.done());
    faults.add("people were not answered with success", bad.map(Sent::told));
    faults.0
}
