//! The mails that a mail server got against those that the database owes.

use super::ledger::Faults;
use crate::clock::Stopwatch;
use crate::smtp::{Arrived, Sink};
use eyre::{Result, bail};
use maktab_store::Database;
use maktab_store::testing::books::{self, Posted};
use std::collections::BTreeMap;
use std::time::Duration;

/// So many mails a process that was killed may have handed on without having noted it: those that
/// it was trying side by side.
const UNNOTED: usize = 10;
const PAUSE: Duration = Duration::from_millis(50);

/// Waits until no mail is owed any more.
///
/// # Errors
/// Some are still owed after so long, or the database failed.
pub(super) async fn all_sent(database: &Database, patience: Duration) -> Result<()> {
    let watch = Stopwatch::start();
    loop {
        let mut tx = database.read().await?;
        let owed = books::left_over(&mut tx).await?.1;
        drop(tx);
        if owed == 0 {
            return Ok(());
        }
        if watch.elapsed() > patience {
            bail!("{owed} mails have not left after {} s", patience.as_secs());
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Waits until so many mails have arrived.
///
/// # Errors
/// They have not after so long.
pub(super) async fn arrived(sink: &Sink, count: usize, patience: Duration) -> Result<()> {
    let watch = Stopwatch::start();
    while sink.count() < count {
        if watch.elapsed() > patience {
            bail!("only {} of {count} mails arrived", sink.count());
        }
        tokio::time::sleep(PAUSE).await;
    }
    Ok(())
}

/// How many mails came more than once, and what is wrong: a mail that never came, one that nobody
/// owes, or one that came twice without its process having been killed in between.
pub(super) fn compare(owed: &[Posted], arrived: &[Arrived]) -> (usize, Vec<String>) {
    let mut faults = Faults::default();
    let mut eras = BTreeMap::<&str, Vec<usize>>::new();
    for mail in arrived {
        eras.entry(&mail.id).or_default().push(mail.era);
    }
    let ids: BTreeMap<String, &str> = owed
        .iter()
        .map(|mail| (mail.id.to_string(), mail.recipient.as_str()))
        .collect();
    let missing = ids.iter().filter(|(id, _)| !eras.contains_key(id.as_str()));
    faults.add("mails never arrived", missing.map(|(_, to)| to));
    let unknown = eras.keys().filter(|id| !ids.contains_key(**id));
    faults.add("mails arrived that nobody owes", unknown);
    let to = arrived
        .iter()
        .filter(|mail| ids.get(&mail.id).is_some_and(|to| *to != mail.to));
    faults.add("mails went to somebody else", to.map(|mail| &mail.id));
    let mut after_kill = BTreeMap::<usize, usize>::new();
    let mut without_kill = Vec::new();
    for (id, eras) in &eras {
        for pair in eras.windows(2) {
            if pair[0] == pair[1] {
                without_kill.push(format!("{id} in {eras:?}"));
            } else {
                *after_kill.entry(pair[0]).or_default() += 1;
            }
        }
    }
    faults.add(
        "mails arrived twice though nothing was killed",
        without_kill.iter(),
    );
    let many = after_kill.iter().filter(|(_, count)| **count > UNNOTED);
    faults.add(
        "kills made more mails come twice than were on their way",
        many.map(|(era, _)| era),
    );
    let twice = after_kill.values().sum::<usize>() + without_kill.len();
    (twice, faults.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use maktab_domain::OutboxId;

    fn mails() -> (Vec<Posted>, Vec<Arrived>) {
        let ids = (1..=12).map(|number| OutboxId(uuid::Uuid::from_u128(number)));
        let owed = ids.map(|id| Posted {
            id,
            recipient: format!("{id}@load.example"),
            kind: "confirm-registration".to_owned(),
            sent: true,
        });
        let owed: Vec<Posted> = owed.collect();
        let arrived = owed.iter().map(|mail| Arrived {
            id: mail.id.to_string(),
            to: mail.recipient.clone(),
            confirms: None,
            era: 0,
        });
        let arrived = arrived.collect();
        (owed, arrived)
    }

    fn compared(spoil: impl FnOnce(&mut Vec<Arrived>)) -> (usize, String) {
        let (owed, mut arrived) = mails();
        spoil(&mut arrived);
        let (twice, faults) = compare(&owed, &arrived);
        (twice, faults.join("; "))
    }

    fn again(arrived: &mut Vec<Arrived>, count: usize, era: usize) {
        let more: Vec<Arrived> = arrived.iter().take(count).cloned().collect();
        arrived.extend(more.into_iter().map(|mail| Arrived { era, ..mail }));
    }

    #[test]
    fn a_mail_may_come_twice_only_around_a_kill() {
        assert_eq!(compared(|_| ()), (0, String::new()));
        assert_eq!(
            compared(|arrived| again(arrived, 10, 1)),
            (10, String::new())
        );
        let (twice, said) = compared(|arrived| again(arrived, 1, 0));
        assert_eq!(twice, 1);
        assert!(
            said.contains("1 mails arrived twice though nothing was killed"),
            "{said}"
        );
        let (_, said) = compared(|arrived| again(arrived, 11, 1));
        assert!(
            said.contains("more mails come twice than were on their way"),
            "{said}"
        );
    }

    #[test]
    fn a_lost_or_strange_mail_is_noticed() {
        let (_, said) = compared(|arrived| drop(arrived.pop()));
        assert!(said.contains("1 mails never arrived"), "{said}");
        let (_, said) = compared(|arrived| arrived[3].id = "x".to_owned());
        assert!(
            said.contains("1 mails arrived that nobody owes, as x"),
            "{said}"
        );
        let (_, said) = compared(|arrived| arrived[3].to = "x".to_owned());
        assert!(said.contains("1 mails went to somebody else"), "{said}");
    }
}
