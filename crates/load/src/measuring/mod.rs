//! Registrations per second over HTTP, the time each takes, and how that grows with what is there
//! already.
//!
//! Some connections register without a pause for some seconds: everybody a new person with an own
//! network address, as a browser sends the form. Each answer says that seat and mail are stored
//! durably. The program runs with its usual settings, and hands its mails on to a mail server
//! meanwhile. Servers with few and with many registrations take turns, so that a disturbance of
//! the machine meets both; the medians of all turns count.

mod turn;

use crate::clock;
use crate::fixture::{Place, add_event, code};
use crate::latencies::median;
use crate::program::Program;
use crate::smtp::Sink;
use eyre::Result;
use maktab_store::Engine;
use maktab_store::testing::load;
use serde::Serialize;
use std::time::Duration;
use turn::{Load, Turn};

/// Over so many events the registrations are spread, where they are.
const EVENTS: u32 = 20;
/// Seats enough for everybody.
const SEATS: i64 = 1_000_000_000;
/// The server gets warm for so long before a turn is counted.
const WARM_UP: Duration = Duration::from_millis(700);
/// How many registrations are there already, for each series.
const EXISTING: [i64; 2] = [1_000, 1_000_000];
/// How many turns each series has.
const TURNS: usize = 5;
/// How long a turn takes.
const TURN: Duration = Duration::from_secs(4);
/// How many connections register at once.
const CONNECTIONS: usize = 64;

/// What was measured of one series: medians over all turns.
#[derive(Debug, Clone, Serialize)]
pub struct Measured {
    /// `sqlite` or `postgres`.
    pub engine: &'static str,
    /// How many registrations were there already.
    pub existing: i64,
    /// Over how many events the new ones were spread.
    pub events: usize,
    /// Registrations answered per second.
    pub per_second: f64,
    /// Milliseconds within which 50, 95 and 99 % were answered.
    pub milliseconds: [f64; 3],
    /// Mails that arrived at the mail server meanwhile, per second.
    pub mails_per_second: f64,
}

/// One server that is measured in turns.
struct Series {
    program: Program,
    sink: Sink,
    existing: i64,
    spread: Vec<String>,
    next: u64,
}

/// Measures on one engine; `say` is told what is going on.
///
/// # Errors
/// A registration was refused, or something that should run does not.
pub async fn measure(
    place: &Place,
    engine: Engine,
    say: &mut dyn FnMut(String),
) -> Result<Vec<Measured>> {
    let mut all = Vec::new();
    for existing in EXISTING {
        say(format!(
            "{}: filling in {existing} registrations",
            code(engine)
        ));
        all.push(prepare(place, engine, existing).await?);
    }
    let mut turns: Vec<[Vec<Turn>; 2]> = all.iter().map(|_| [Vec::new(), Vec::new()]).collect();
    for number in 1..=TURNS {
        for (series, kept) in all.iter_mut().zip(&mut turns) {
            let [spread, single] = take_turn(place, series).await?;
            say(format!(
                "{} turn {number}, {} there: {:.0}/s spread, {:.0}/s for one event",
                code(engine),
                series.existing,
                spread.per_second,
                single.per_second
            ));
            kept[0].push(spread);
            kept[1].push(single);
        }
    }
    let mut measured = Vec::new();
    for (series, kept) in all.iter().zip(turns) {
        for (turns, events) in kept.into_iter().zip([series.spread.len(), 1]) {
            measured.push(medians(engine, series.existing, events, &turns));
        }
    }
    Ok(measured)
}

async fn prepare(place: &Place, engine: Engine, existing: i64) -> Result<Series> {
    let name = format!("bench-{existing}");
    let mut program = place.installed(engine, &name).await?;
    let sink = Sink::start().await?;
    program.mail_to(sink.port);
    let database = program.open().await?;
    let mut spread = Vec::new();
    for number in 0..EVENTS {
        spread.push(add_event(&database, number, SEATS).await?);
    }
    load::fill(&database, EVENTS, existing, clock::now()).await?;
    database.close().await;
    Ok(Series {
        program,
        sink,
        existing,
        spread,
        next: 0,
    })
}

/// The same server for both: first for all events, then for one.
async fn take_turn(place: &Place, series: &mut Series) -> Result<[Turn; 2]> {
    let server = series.program.start().await?;
    let load = Load {
        server: server.address,
        connections: CONNECTIONS,
        seed: place.seed,
    };
    let all = &series.spread;
    turn::run(&load, all, WARM_UP, &mut series.next, &series.sink).await?;
    let spread = turn::run(&load, all, TURN, &mut series.next, &series.sink).await?;
    let one = &all[..1];
    let single = turn::run(&load, one, TURN, &mut series.next, &series.sink).await?;
    server.stop().await?;
    Ok([spread, single])
}

fn medians(engine: Engine, existing: i64, events: usize, turns: &[Turn]) -> Measured {
    let of = |figure: &dyn Fn(&Turn) -> f64| median(turns.iter().map(figure).collect());
    Measured {
        engine: code(engine),
        existing,
        events,
        per_second: of(&|turn| turn.per_second),
        milliseconds: [0, 1, 2].map(|place| of(&|turn| turn.milliseconds[place])),
        mails_per_second: of(&|turn| turn.mails_per_second),
    }
}
