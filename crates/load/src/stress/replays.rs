//! The same form, sent again and again.

use super::crowd::{self, Sent};
use super::ledger::{Books, Faults};
use super::{Finding, Stage};
use crate::connection::Connection;
use crate::registrant::Registrant;
use eyre::Result;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const PROMISE: &str = "A form sent again counts once";
const CHANGED: &str = "Another form under the same key is refused";

/// The field that makes a form known again.
const FIELD: &str = "name=\"request-key\"";

/// All copies arrive at the same moment, at every process; then one more arrives late, and one
/// that says something else.
pub(super) async fn play(stage: &Stage<'_>) -> Result<Vec<Finding>> {
    let copies = stage.scale.replays;
    let scene = stage.set(stage.scale.seats, &[]).await?;
    let servers = stage.start(&scene).await?;
    let addresses: Vec<_> = servers.iter().map(|server| server.address).collect();
    let slug = &scene.slug;
    let mut faults = Vec::new();
    let page = format!("/en/events/{slug}/register");
    let shown = Connection::new(addresses[0]).get(&page).await?;
    if !String::from_utf8_lossy(&shown.body).contains(FIELD) {
        faults.push("the form has no field request-key".to_owned());
    }
    let person = Registrant::new(0, stage.place.seed);
    let form = person.form(slug);
    let mut sent = crowd::all_at_once(&addresses, vec![form.clone(); copies]).await?;
    sent.extend(crowd::all_at_once(&addresses, vec![form]).await?);
    let answers = answers(&sent);
    let mut different = Faults::default();
    different.add("answers are different", answers.keys().skip(1));
    faults.extend(different.0);
    let one_success = answers.keys().any(|answer| answer.starts_with("303 "));
    if !one_success {
        faults.push("nobody was answered with success".to_owned());
    }
    let books = Books::read(&scene.database).await?;
    faults.extend(books.faults(&BTreeSet::from([person.email()])));
    let (rows, mails) = (books.booked.len(), books.posted.len());
    if (rows, mails) != (1, 1) {
        faults.push(format!(
            "{rows} registrations and {mails} mails instead of one"
        ));
    }
    let mut changed = Vec::new();
    let other = person.form_with(slug, &person.key(), "Director");
    let refused = crowd::all_at_once(&addresses, vec![other; 2 * addresses.len()]).await?;
    let mut wrong = Faults::default();
    let not_409 = |sent: &&Sent| {
        !sent
            .answer
            .as_ref()
            .is_ok_and(|answer| answer.status == 409)
    };
    wrong.add(
        "were not refused with 409",
        refused.iter().filter(not_409).map(Sent::told),
    );
    changed.extend(wrong.0);
    if Books::read(&scene.database).await?.booked != books.booked {
        changed.push("what was refused has changed something".to_owned());
    }
    for server in servers {
        server.stop().await?;
    }
    let answers: Vec<String> = answers
        .iter()
        .map(|(answer, count)| format!("{count} × {answer}"))
        .collect();
    Ok(vec![
        Finding {
            promise: PROMISE,
            found: format!(
                "sent {} times: {rows} registration, {mails} mail; {}",
                copies + 1,
                answers.join(", ")
            ),
            faults,
        },
        Finding {
            promise: CHANGED,
            found: format!("sent {} times", refused.len()),
            faults: changed,
        },
    ])
}

/// How many times each answer was given, as status and where to go on; the most frequent is not
/// known to be the right one.
fn answers(sent: &[Sent]) -> BTreeMap<String, usize> {
    let mut answers = BTreeMap::new();
    for sent in sent {
        let told = match &sent.answer {
            Ok(answer) => format!(
                "{} {}",
                answer.status,
                answer.location.as_deref().unwrap_or("nowhere")
            ),
            Err(why) => why.clone(),
        };
        *answers.entry(told).or_default() += 1;
    }
    answers
}
