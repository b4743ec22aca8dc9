//! Everybody wants one of few seats at the same moment.

use super::crowd::{self, Sent};
use super::ledger::{Books, Faults};
use super::{Finding, Scene, Stage, post};
use crate::program::Server;
use crate::registrant::Registrant;
use eyre::Result;
use maktab_store::testing::books::{self, Booked};
use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::time::Duration;

pub(super) const PROMISE: &str = "No overbooking";
const ORDER: &str = "Waiting list in order";
pub(super) const CONTROL: &str = "No overbooking, guard switched off: must be found out";

/// So many confirm at the same moment.
const COUNTERS: usize = 16;
/// How long all the mails of a rush may take.
const MAILS: Duration = Duration::from_secs(600);

/// The rush, and then everybody confirms the address, some at the same moment.
pub(super) async fn play(stage: &Stage<'_>) -> Result<Vec<Finding>> {
    let (people, seats) = (stage.scale.people, stage.scale.seats);
    let scene = stage.set(seats, &[]).await?;
    let servers = stage.start(&scene).await?;
    let (sent, mut faults) = register(&scene, &servers, people, stage.place.seed).await?;
    let registered = Books::read(&scene.database).await?;
    let emails: BTreeSet<String> = everybody(people, stage.place.seed)
        .map(|person| person.email())
        .collect();
    faults.extend(registered.faults(&emails));
    exactly(
        &mut faults,
        "hold a seat",
        registered.seated(),
        seats.min(people),
    );
    exactly(
        &mut faults,
        "are registered",
        registered.booked.len(),
        people,
    );
    post::arrived(&scene.sink, people, MAILS).await?;
    let confirmed = confirm(&scene, &servers, people, stage.place.seed).await?;
    faults.extend(crowd::unanswered(&confirmed));
    let books = Books::read(&scene.database).await?;
    exactly(
        &mut faults,
        "are confirmed",
        books.in_state("confirmed"),
        seats.min(people),
    );
    let waiting: Vec<&Booked> = books
        .booked
        .iter()
        .filter(|one| one.state == "waitlisted")
        .collect();
    exactly(
        &mut faults,
        "wait",
        waiting.len(),
        people.saturating_sub(seats),
    );
    faults.extend(seats_agree(&books));
    let emails: Vec<&str> = waiting.iter().map(|one| one.email.as_str()).collect();
    let order = out_of_order(&emails, &times(&confirmed, stage.place.seed));
    for server in servers {
        server.stop().await?;
    }
    let put_off: usize = sent.iter().map(|sent| sent.put_off).sum();
    let found = format!(
        "{people} at once for {seats} seats: {} confirmed, {} wait, {} registered; {put_off} times \
         told to come later",
        books.in_state("confirmed"),
        waiting.len(),
        registered.booked.len(),
    );
    Ok(vec![
        Finding {
            promise: PROMISE,
            found,
            faults,
        },
        Finding {
            promise: ORDER,
            found: format!(
                "{} confirmed, {COUNTERS} at a time, and wait",
                waiting.len()
            ),
            faults: order,
        },
    ])
}

/// The same rush where the guard is switched off: the faults of the books are what is expected.
pub(super) async fn play_unguarded(stage: &Stage<'_>) -> Result<Vec<Finding>> {
    let (people, seats) = (stage.scale.unguarded, stage.scale.seats);
    let scene = stage.set(seats, &[]).await?;
    books::switch_guard_off(&scene.database).await?;
    let servers = stage.start(&scene).await?;
    let (_, mut faults) = register(&scene, &servers, people, stage.place.seed).await?;
    let books = Books::read(&scene.database).await?;
    let noticed = books.faults(&BTreeSet::new());
    if !noticed.iter().any(|fault| fault.starts_with("overbooked")) {
        faults.push("nothing was overbooked, or nobody noticed it".to_owned());
    }
    let found = format!(
        "{} hold {seats} seats: the same check finds it",
        books.seated()
    );
    Ok(vec![Finding {
        promise: CONTROL,
        found,
        faults,
    }])
}

fn everybody(people: usize, seed: u64) -> impl Iterator<Item = Registrant> {
    (0..people).map(move |number| Registrant::new(number as u64, seed))
}

async fn register(
    scene: &Scene,
    servers: &[Server],
    people: usize,
    seed: u64,
) -> Result<(Vec<Sent>, Vec<String>)> {
    let forms = everybody(people, seed).map(|person| person.form(&scene.slug));
    let sent = crowd::all_at_once(&addresses(servers), forms.collect()).await?;
    let faults = crowd::unanswered(&sent);
    Ok((sent, faults))
}

/// Everybody opens the link of the mail and presses the button; so many at the same moment that
/// the order is tried, and not all, or there would be none.
async fn confirm(scene: &Scene, servers: &[Server], people: usize, seed: u64) -> Result<Vec<Sent>> {
    let mails = scene.sink.mails();
    let secrets: BTreeMap<&str, &str> = mails
        .iter()
        .filter_map(|mail| Some((mail.to.as_str(), mail.confirms.as_deref()?)))
        .collect();
    let forms = everybody(people, seed).map(|person| {
        let secret = secrets.get(person.email().as_str()).copied();
        let path = format!("/en/confirm/{}", secret.unwrap_or("no-mail-came"));
        person.post(&path, "")
    });
    crowd::in_lines(&addresses(servers), forms.collect(), COUNTERS).await
}

fn addresses(servers: &[Server]) -> Vec<SocketAddr> {
    servers.iter().map(|server| server.address).collect()
}

fn exactly(faults: &mut Vec<String>, what: &str, found: usize, promised: usize) {
    if found != promised {
        faults.push(format!("{found} {what} instead of {promised}"));
    }
}

/// After confirming, only the seats are compared: who waits has got a second mail.
fn seats_agree(books: &Books) -> Vec<String> {
    let about_seats = |fault: &String| fault.contains("seat");
    let faults = books.faults(&BTreeSet::new()).into_iter();
    faults.filter(about_seats).collect()
}

/// When each person's confirmation was sent, and when it was answered.
fn times(sent: &[Sent], seed: u64) -> BTreeMap<String, (Duration, Duration)> {
    let times = sent.iter().map(|sent| {
        let email = Registrant::new(sent.place as u64, seed).email();
        (email, (sent.began, sent.ended))
    });
    times.collect()
}

/// Those who stand behind somebody who came only after they had been answered. People who came
/// at the same time may stand either way.
fn out_of_order(waiting: &[&str], times: &BTreeMap<String, (Duration, Duration)>) -> Vec<String> {
    let mut faults = Faults::default();
    let mut latest = Duration::ZERO;
    let mut late = Vec::new();
    for email in waiting {
        let Some((began, ended)) = times.get(*email) else {
            late.push(*email);
            continue;
        };
        if *ended < latest {
            late.push(*email);
        }
        latest = latest.max(*began);
    }
    faults.add("people stand behind somebody who came later", late.iter());
    faults.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_who_was_answered_before_another_came_stands_before_him() {
        let at = |began, ended| (Duration::from_millis(began), Duration::from_millis(ended));
        let times = [("a", at(0, 10)), ("b", at(5, 20)), ("c", at(30, 40))];
        let times = times.map(|(name, times)| (name.to_owned(), times)).into();
        for fine in [["a", "b", "c"], ["b", "a", "c"]] {
            assert_eq!(out_of_order(&fine, &times), Vec::<String>::new());
        }
        for wrong in [["a", "c", "b"], ["c", "a", "b"]] {
            assert_eq!(out_of_order(&wrong, &times).len(), 1, "{wrong:?}");
        }
        assert_eq!(out_of_order(&["stranger"], &times).len(), 1);
    }
}
