//! One turn: some connections register without a pause for some seconds.

use crate::clock::Stopwatch;
use crate::connection::Connection;
use crate::latencies::Latencies;
use crate::registrant::Registrant;
use crate::smtp::Sink;
use eyre::{Result, WrapErr, bail};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::task::JoinSet;

/// Who is loaded, and by how many.
#[derive(Debug, Clone, Copy)]
pub(super) struct Load {
    pub server: SocketAddr,
    pub connections: usize,
    pub seed: u64,
}

/// What came out.
#[derive(Debug, Clone)]
pub(super) struct Turn {
    pub per_second: f64,
    pub milliseconds: [f64; 3],
    pub mails_per_second: f64,
}

/// Registers new people, from number `next` on, for the events by turns.
///
/// # Errors
/// One was answered with anything but success.
pub(super) async fn run(
    load: &Load,
    slugs: &[String],
    time: Duration,
    next: &mut u64,
    sink: &Sink,
) -> Result<Turn> {
    let slugs: Arc<[String]> = slugs.into();
    let number = Arc::new(AtomicU64::new(*next));
    let mails = sink.count();
    let mut connections = JoinSet::new();
    let watch = Stopwatch::start();
    for _ in 0..load.connections {
        let (load, slugs, number) = (*load, Arc::clone(&slugs), Arc::clone(&number));
        connections.spawn(keep_registering(load, slugs, number, watch, time));
    }
    let mut all = Latencies::default();
    while let Some(ended) = connections.join_next().await {
        all.extend(ended??);
    }
    let seconds = watch.elapsed().as_secs_f64();
    let mails = sink.count() - mails;
    *next = number.load(Ordering::Relaxed);
    Ok(Turn {
        per_second: figure(all.len()) / seconds,
        milliseconds: [50, 95, 99].map(|percent| all.percentile(percent)),
        mails_per_second: figure(mails) / seconds,
    })
}

#[expect(
    clippy::cast_precision_loss,
    reason = "nobody counts that many registrations"
)]
fn figure(count: usize) -> f64 {
    count as f64
}

async fn keep_registering(
    load: Load,
    slugs: Arc<[String]>,
    number: Arc<AtomicU64>,
    since: Stopwatch,
    time: Duration,
) -> Result<Latencies> {
    let mut taken = Latencies::default();
    let mut connection = Connection::new(load.server);
    while since.elapsed() < time {
        let number = number.fetch_add(1, Ordering::Relaxed);
        let place = usize::try_from(number).unwrap_or_default() % slugs.len();
        let form = Registrant::new(number, load.seed).form(&slugs[place]);
        let watch = Stopwatch::start();
        let answer = connection.ask(&form).await.wrap_err("registering")?;
        if answer.status != 303 {
            let said = String::from_utf8_lossy(&answer.body).into_owned();
            bail!("a registration was answered with {}: {said}", answer.status);
        }
        taken.push(watch.elapsed());
    }
    Ok(taken)
}
