//! Killed again and again while people register.

use super::ledger::Books;
use super::stream::Stream;
use super::{Finding, Scene, Stage, post};
use crate::clock::Stopwatch;
use crate::random::Random;
use eyre::Result;
use maktab_store::testing::books;
use std::time::Duration;
use tokio::task::JoinSet;

pub(super) const PROMISE: &str = "Nothing acknowledged is lost";
const MAIL: &str = "Every mail arrives, twice only around a kill";
const READY: &str = "Ready again after a kill";

/// More people than seats, so that some wait.
const SEATS: usize = 500;
const CONNECTIONS: usize = 16;
/// Milliseconds from being ready to being killed.
const LIFE: (u64, u64) = (100, 500);
/// So many are acknowledged between two kills, if it takes this long.
const AT_LEAST: usize = 10;
const PATIENCE: Duration = Duration::from_secs(10);
/// How long the mails that are left may take in the end.
const MAILS: Duration = Duration::from_secs(600);

/// Kills one process at a time; with several, the others go on.
pub(super) async fn play(stage: &Stage<'_>) -> Result<Vec<Finding>> {
    let scene = stage.set(SEATS, &[]).await?;
    let stream = Stream::new(&scene.slug, stage.place.seed);
    let mut random = Random::new(stage.place.seed);
    let mut servers = stage.start(&scene).await?;
    let mut slowest = Duration::ZERO;
    let mut faults = Vec::new();
    for _ in 0..stage.scale.kills {
        let mut people = JoinSet::new();
        for server in &servers {
            stream.pour(server.address, CONNECTIONS, &mut people);
        }
        let life = Duration::from_millis(random.within(LIFE.0, LIFE.1));
        under_load(&stream, life).await;
        let unlucky = usize::try_from(random.next())? % servers.len();
        servers.remove(unlucky).kill()?;
        stream.stop(people).await?;
        scene.sink.new_era().await;
        let server = scene.program.start_as(unlucky).await?;
        slowest = slowest.max(server.ready_after);
        servers.insert(unlucky, server);
        let books = Books::read(&scene.database).await?;
        faults.extend(books.faults(&stream.acknowledged()));
        if !faults.is_empty() {
            break;
        }
    }
    faults.extend(stream.faults());
    for server in servers {
        server.kill()?;
    }
    scene.sink.new_era().await;
    let mail = mails(stage, &scene).await?;
    let books = Books::read(&scene.database).await?;
    faults.extend(books.faults(&stream.acknowledged()));
    faults.extend(books::damage(&scene.database).await?);
    faults.dedup();
    let acknowledged = stream.count();
    if acknowledged < stage.scale.kills * AT_LEAST {
        faults.push(format!(
            "only {acknowledged} registered: too few to lose any"
        ));
    }
    let found = format!(
        "{} kills: {acknowledged} acknowledged, {} there, {} of them with a seat",
        stage.scale.kills,
        books.booked.len(),
        books.seated()
    );
    Ok(vec![
        Finding {
            promise: PROMISE,
            found,
            faults,
        },
        ready(stage, slowest),
        mail,
    ])
}

/// Waits so long, and on a slow machine until some more have been acknowledged: a program that
/// is killed before it did anything cannot lose anything.
async fn under_load(stream: &Stream, life: Duration) {
    let (watch, before) = (Stopwatch::start(), stream.count());
    tokio::time::sleep(life).await;
    while stream.count() < before + AT_LEAST && watch.elapsed() < PATIENCE {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

fn ready(stage: &Stage<'_>, slowest: Duration) -> Finding {
    let late = slowest > stage.scale.ready;
    let promised = stage.scale.ready.as_secs();
    Finding {
        promise: READY,
        found: format!("{:.2} s at most", slowest.as_secs_f64()),
        faults: late
            .then(|| format!("{promised} s are promised"))
            .into_iter()
            .collect(),
    }
}

/// All that is owed leaves once nothing is killed any more and the leases of the dead are over.
async fn mails(stage: &Stage<'_>, scene: &Scene) -> Result<Finding> {
    let mut tx = scene.database.write().await?;
    books::end_leases(&mut tx).await?;
    tx.commit().await?;
    let servers = stage.start(scene).await?;
    let mut faults = Vec::new();
    if let Err(error) = post::all_sent(&scene.database, MAILS).await {
        faults.push(error.to_string());
    }
    for server in servers {
        server.stop().await?;
    }
    let owed = Books::read(&scene.database).await?.posted;
    let arrived = scene.sink.mails();
    let (twice, wrong) = post::compare(&owed, &arrived);
    faults.extend(wrong);
    Ok(Finding {
        promise: MAIL,
        found: format!(
            "{} owed, {} arrived, {twice} of them again",
            owed.len(),
            arrived.len()
        ),
        faults,
    })
}
