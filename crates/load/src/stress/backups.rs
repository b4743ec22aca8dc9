//! A backup while people register, restored elsewhere.

use super::ledger::{Books, Faults};
use super::stream::Stream;
use super::{Finding, Scene, Stage};
use crate::connection::Connection;
use eyre::Result;
use maktab_store::testing::books;
use std::collections::BTreeSet;
use std::path::Path;
use tokio::task::JoinSet;

pub(super) const PROMISE: &str = "A backup while writing restores to a consistent state";

const SEATS: usize = 100;
const CONNECTIONS: usize = 8;

/// Registers before, during and after the backup; then restores it.
pub(super) async fn play(stage: &Stage<'_>) -> Result<Vec<Finding>> {
    let scene = stage.set(SEATS, &[]).await?;
    let servers = stage.start(&scene).await?;
    let stream = Stream::new(&scene.slug, stage.place.seed);
    let mut people = JoinSet::new();
    for server in &servers {
        stream.pour(server.address, CONNECTIONS, &mut people);
    }
    tokio::time::sleep(stage.scale.while_long).await;
    let before = stream.acknowledged();
    let file = scene.program.folder.join("backup.zip");
    let to = file.display().to_string();
    scene.program.run(&["backup", "--to", &to]).await?;
    let meanwhile = stream.count() - before.len();
    tokio::time::sleep(stage.scale.while_long).await;
    stream.stop(people).await?;
    for server in servers {
        server.stop().await?;
    }
    let mut faults = stream.faults();
    if meanwhile == 0 {
        faults.push("nobody registered while the backup was written".to_owned());
    }
    let mut kept = Vec::new();
    let engines = stage.place.engines();
    let several = engines.len() > 1;
    for engine in engines {
        if several && engine == stage.engine && !stage.scale.restore_everywhere {
            continue;
        }
        let name = format!("{}-restored", stage.on());
        let program = stage.place.bare(engine, &name).await?;
        let restored = restore(&scene, program, &file, &before).await?;
        kept.push(restored.0.to_string());
        faults.extend(restored.1);
    }
    let found = format!(
        "{} acknowledged before, {meanwhile} meanwhile, {} restored",
        before.len(),
        kept.join(" and ")
    );
    Ok(vec![Finding {
        promise: PROMISE,
        found,
        faults,
    }])
}

/// Restores, compares and serves; answers how many registrations there are, and what is wrong.
async fn restore(
    scene: &Scene,
    program: crate::program::Program,
    file: &Path,
    before: &BTreeSet<String>,
) -> Result<(usize, Vec<String>)> {
    let from = file.display().to_string();
    program.run(&["restore", "--from", &from]).await?;
    let database = program.open().await?;
    let books = Books::read(&database).await?;
    let mut faults = books.faults(before);
    faults.extend(books::damage(&database).await?);
    let original = Books::read(&scene.database).await?;
    let known: BTreeSet<&str> = original
        .booked
        .iter()
        .map(|one| one.email.as_str())
        .collect();
    let mut strange = Faults::default();
    let invented = books
        .booked
        .iter()
        .filter(|one| !known.contains(one.email.as_str()));
    strange.add(
        "people were restored who never were there",
        invented.map(|one| &one.email),
    );
    faults.extend(strange.0);
    database.close().await;
    let server = program.start().await?;
    let page = format!("/en/events/{}", scene.slug);
    let answer = Connection::new(server.address).get(&page).await?;
    if answer.status != 200 {
        faults.push(format!(
            "the restored event's page answers {}",
            answer.status
        ));
    }
    server.stop().await?;
    Ok((books.booked.len(), faults))
}
