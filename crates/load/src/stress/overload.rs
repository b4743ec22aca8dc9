//! More requests at once than there is room for.

use super::ledger::Faults;
use super::{Finding, Stage};
use crate::clock::Stopwatch;
use crate::connection::Connection;
use crate::registrant::Registrant;
use eyre::Result;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::task::JoinSet;

pub(super) const PROMISE: &str = "Overload is shed, and over when it is over";

/// So long somebody waits before trying again who does not do as told.
const IMPATIENCE: Duration = Duration::from_millis(20);
/// Within this the first request afterwards is answered.
const AT_ONCE: Duration = Duration::from_millis(500);
/// The most memory that the program may hold, in MiB.
const MEMORY: f64 = 512.0;
/// How much more it may hold after a second wave than after the first, at most.
const GROWTH: f64 = 1.25;

/// What people were told.
#[derive(Debug, Default)]
struct Told {
    /// How many times each status was answered.
    statuses: BTreeMap<u16, usize>,
    /// What should not have happened.
    wrong: Vec<String>,
}

/// Two waves, so that memory which is not given back shows.
pub(super) async fn play(stage: &Stage<'_>) -> Result<Vec<Finding>> {
    let room = format!("limits.concurrent={}", stage.scale.room);
    let scene = stage.set(stage.scale.seats, &[room]).await?;
    let server = scene.program.start().await?;
    let number = Arc::new(AtomicU64::new(0));
    let mut faults = Vec::new();
    let (mut peaks, mut told, mut first) = (Vec::new(), Told::default(), Duration::ZERO);
    for _ in 0..2 {
        let mut people = JoinSet::new();
        for _ in 0..stage.scale.overload {
            let (slug, number) = (scene.slug.clone(), Arc::clone(&number));
            let (seed, time) = (stage.place.seed, stage.scale.while_long);
            people.spawn(insist(server.address, slug, number, seed, time));
        }
        while let Some(ended) = people.join_next().await {
            let one = ended?;
            for (status, count) in one.statuses {
                *told.statuses.entry(status).or_default() += count;
            }
            told.wrong.extend(one.wrong);
        }
        peaks.push(server.peak_memory()?);
        let watch = Stopwatch::start();
        let page = format!("/en/events/{}", scene.slug);
        let answer = Connection::new(server.address).get(&page).await?;
        first = first.max(watch.elapsed());
        if answer.status != 200 {
            faults.push(format!(
                "the first page afterwards answers {}",
                answer.status
            ));
        }
    }
    if first > AT_ONCE {
        faults.push(format!(
            "the first page afterwards took {} ms",
            first.as_millis()
        ));
    }
    let mut wrong = Faults::default();
    wrong.add(
        "requests were answered neither with success nor with 503",
        told.wrong.iter(),
    );
    faults.extend(wrong.0);
    let count = |status| told.statuses.get(&status).copied().unwrap_or_default();
    let (served, shed) = (count(303), count(503));
    if served == 0 || shed == 0 {
        faults.push("both are promised: some are served, some are shed".to_owned());
    }
    if peaks[1] > MEMORY || peaks[1] > peaks[0] * GROWTH {
        faults.push("memory grows".to_owned());
    }
    server.stop().await?;
    let found = format!(
        "{} at once: {served} served, {shed} shed; {:.0} then {:.0} MiB; then a page in {} ms",
        stage.scale.overload,
        peaks[0],
        peaks[1],
        first.as_millis()
    );
    Ok(vec![Finding {
        promise: PROMISE,
        found,
        faults,
    }])
}

/// Registers again and again, however often the answer is to come later.
async fn insist(
    server: SocketAddr,
    slug: String,
    number: Arc<AtomicU64>,
    seed: u64,
    time: Duration,
) -> Told {
    let mut told = Told::default();
    let mut connection = Connection::new(server);
    let watch = Stopwatch::start();
    while watch.elapsed() < time {
        let number = number.fetch_add(1, Ordering::Relaxed);
        let form = Registrant::new(number, seed).form(&slug);
        match connection.ask(&form).await {
            Ok(answer) => {
                *told.statuses.entry(answer.status).or_default() += 1;
                match (answer.status, answer.retry_after) {
                    (303, _) => {}
                    (503, Some(1..)) => tokio::time::sleep(IMPATIENCE).await,
                    (status, _) => told.wrong.push(format!("answer {status}")),
                }
            }
            Err(error) => {
                told.wrong.push(format!("no answer: {error}"));
                tokio::time::sleep(IMPATIENCE).await;
            }
        }
    }
    told
}
