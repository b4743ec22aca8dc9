//! The promises of the reliability table, held against rushes, crashes, replays and overload.
//!
//! Each scenario loads the program as it is shipped, in processes of its own, and then compares
//! what people were told over HTTP, what stands in the database and what a mail server received.
//! A scenario that cannot find a fault where there is one proves nothing: the books and the mails
//! are compared by functions whose tests spoil something, and the rush is run once more with the
//! guard of the seats switched off, which must be found out.

mod backups;
mod crashes;
mod crowd;
mod ledger;
mod overload;
mod post;
mod replays;
mod rush;
mod stream;

use crate::clock::Stopwatch;
use crate::fixture::{Place, add_event, code};
use crate::program::{Program, Server};
use crate::smtp::Sink;
use eyre::Result;
use maktab_store::{Database, Engine};
use serde::Serialize;
use std::time::Duration;

/// How much of everything.
#[derive(Debug, Clone, Copy)]
pub struct Scale {
    /// How many people want a seat at once.
    pub people: usize,
    /// How many seats there are.
    pub seats: usize,
    /// How many people come where the guard is switched off.
    pub unguarded: usize,
    /// How many times the program is killed.
    pub kills: usize,
    /// How many times the same form is sent.
    pub replays: usize,
    /// How long people register before and after a backup is begun, and overload lasts.
    pub while_long: Duration,
    /// How many connections overload comes on.
    pub overload: usize,
    /// For how many requests at once there is room then.
    pub room: usize,
    /// Whether a backup is restored into every engine, or only into the other one.
    pub restore_everywhere: bool,
    /// Within how many seconds the program is ready after it was killed.
    pub ready: Duration,
}

impl Scale {
    /// The promises as they are given.
    pub const LONG: Self = Self {
        people: 10_000,
        seats: 100,
        unguarded: 2_000,
        kills: 100,
        replays: 1_000,
        while_long: Duration::from_secs(5),
        overload: 2_000,
        room: 256,
        restore_everywhere: true,
        ready: Duration::from_secs(2),
    };

    /// Seconds of each, for a program that was compiled quickly and runs slowly.
    pub const SHORT: Self = Self {
        people: 80,
        seats: 12,
        unguarded: 40,
        kills: 3,
        replays: 60,
        while_long: Duration::from_millis(500),
        overload: 100,
        room: 24,
        restore_everywhere: false,
        ready: Duration::from_secs(10),
    };
}

/// One promise on one engine.
#[derive(Debug, Clone, Serialize)]
pub struct Outcome {
    /// What is promised.
    pub promise: String,
    /// `sqlite` or `postgres`, and how many processes where there are several.
    pub on: String,
    /// The figures.
    pub found: String,
    /// What is wrong; nothing where the promise is kept.
    pub faults: Vec<String>,
    /// How long the scenario took that looks at this promise and perhaps others.
    pub seconds: f64,
}

/// What a scenario found out about one promise.
#[derive(Debug, Default)]
struct Finding {
    promise: &'static str,
    found: String,
    faults: Vec<String>,
}

/// Where a scenario takes place.
struct Stage<'a> {
    place: &'a Place,
    scale: &'a Scale,
    engine: Engine,
    /// How many processes serve the one database.
    processes: usize,
    name: String,
}

/// An installation with an event, servers and a mail server.
struct Scene {
    program: Program,
    database: Database,
    slug: String,
    sink: Sink,
}

impl Stage<'_> {
    /// Installs the program, with an event of so many seats and these settings.
    async fn set(&self, seats: usize, settings: &[String]) -> Result<Scene> {
        let mut program = self.place.installed(self.engine, &self.name).await?;
        program.settings.extend_from_slice(settings);
        let sink = Sink::start().await?;
        program.mail_to(sink.port);
        let database = program.open().await?;
        let slug = add_event(&database, 0, i64::try_from(seats)?).await?;
        Ok(Scene {
            program,
            database,
            slug,
            sink,
        })
    }

    /// Starts all the processes.
    async fn start(&self, scene: &Scene) -> Result<Vec<Server>> {
        let mut servers = Vec::new();
        for number in 0..self.processes {
            servers.push(scene.program.start_as(number).await?);
        }
        Ok(servers)
    }
}

type Played<'a> = std::pin::Pin<Box<dyn Future<Output = Result<Vec<Finding>>> + 'a>>;

/// A scenario: its name, what it is about in case it cannot be played, and the play.
struct Scenario {
    name: &'static str,
    about: &'static str,
    /// Whether it is also played with two processes on one PostgreSQL.
    replicas: bool,
    play: for<'a> fn(&'a Stage<'a>) -> Played<'a>,
}

const SCENARIOS: [Scenario; 6] = [
    Scenario {
        name: "rush",
        about: rush::PROMISE,
        replicas: true,
        play: |stage| Box::pin(rush::play(stage)),
    },
    Scenario {
        name: "unguarded",
        about: rush::CONTROL,
        replicas: false,
        play: |stage| Box::pin(rush::play_unguarded(stage)),
    },
    Scenario {
        name: "crashes",
        about: crashes::PROMISE,
        replicas: true,
        play: |stage| Box::pin(crashes::play(stage)),
    },
    Scenario {
        name: "replays",
        about: replays::PROMISE,
        replicas: true,
        play: |stage| Box::pin(replays::play(stage)),
    },
    Scenario {
        name: "backup",
        about: backups::PROMISE,
        replicas: false,
        play: |stage| Box::pin(backups::play(stage)),
    },
    Scenario {
        name: "overload",
        about: overload::PROMISE,
        replicas: false,
        play: |stage| Box::pin(overload::play(stage)),
    },
];

/// The names of the scenarios.
#[must_use]
pub fn names() -> Vec<&'static str> {
    SCENARIOS.iter().map(|scenario| scenario.name).collect()
}

/// Plays the scenarios of these names, all where none is named; `say` is told what is going on.
pub async fn run(
    place: &Place,
    engines: &[Engine],
    scale: &Scale,
    named: &[String],
    say: &mut dyn FnMut(String),
) -> Vec<Outcome> {
    let mut all = Vec::new();
    let chosen =
        |scenario: &&Scenario| named.is_empty() || named.iter().any(|name| name == scenario.name);
    for scenario in SCENARIOS.iter().filter(chosen) {
        for engine in engines {
            let both = scenario.replicas && *engine == Engine::Postgres;
            for processes in 1..=if both { 2 } else { 1 } {
                let stage = Stage {
                    place,
                    scale,
                    engine: *engine,
                    processes,
                    name: format!("{}-{processes}", scenario.name),
                };
                say(format!("{} on {}", scenario.about, stage.on()));
                let watch = Stopwatch::start();
                let played = (scenario.play)(&stage).await;
                all.extend(outcomes(scenario, &stage, played, watch.elapsed()));
            }
        }
    }
    all
}

fn outcomes(
    scenario: &Scenario,
    stage: &Stage<'_>,
    played: Result<Vec<Finding>>,
    taken: Duration,
) -> Vec<Outcome> {
    let findings = played.unwrap_or_else(|error| {
        vec![Finding {
            promise: scenario.about,
            found: "could not be played".to_owned(),
            faults: vec![format!("{error:#}")],
        }]
    });
    let outcomes = findings.into_iter().map(|finding| Outcome {
        promise: finding.promise.to_owned(),
        on: stage.on(),
        found: finding.found,
        faults: finding.faults,
        seconds: taken.as_secs_f64(),
    });
    outcomes.collect()
}

impl Stage<'_> {
    fn on(&self) -> String {
        match self.processes {
            1 => code(self.engine).to_owned(),
            several => format!("{}, {several} processes", code(self.engine)),
        }
    }
}
