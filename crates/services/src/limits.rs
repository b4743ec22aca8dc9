//! Limits on what can be tried: passwords, registrations, and mails that anybody can cause.
//!
//! They are counted in the database, so that they hold across replicas and
//! restarts; by whom something is tried stands there only as a hash. What concerns an
//! address of mail is counted by whoever asks, and in all: nobody alone can shut the
//! person out to whom it belongs, and many together cannot try without end.

use crate::{Error, Result, Services};
use maktab_domain::{EmailAddress, Span, Timestamp};
use maktab_store::{Tx, attempts};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::net::IpAddr;

/// How often something may be tried within a window of time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limit {
    name: &'static str,
    most: i64,
    window: Span,
}

/// A limit for one address of mail: for each network that asks, and in all.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MailLimit {
    each: Limit,
    all: Limit,
}

/// Wrong passwords for one address of mail.
pub(crate) const PASSWORDS: MailLimit = MailLimit {
    each: Limit {
        name: "password",
        most: 10,
        window: Span::minutes(15),
    },
    all: Limit {
        name: "password-all",
        most: 50,
        window: Span::minutes(15),
    },
};
/// Wrong passwords, and mails asked for, from one network address. It is wide: a ministry
/// may stand behind one address.
pub(crate) const FROM_ADDRESS: Limit = Limit {
    name: "address",
    most: 100,
    window: Span::minutes(15),
};
/// Registrations by people who are not signed in, from one network address. A class behind one
/// address registers within minutes; nobody fills the seats of a programme from there.
pub(crate) const REGISTRATIONS: Limit = Limit {
    name: "registration",
    most: 60,
    window: Span::minutes(15),
};
/// Mails that anybody can cause to be sent to one address.
pub(crate) const MAILS: MailLimit = MailLimit {
    each: Limit {
        name: "mail",
        most: 10,
        window: Span::minutes(15),
    },
    all: Limit {
        name: "mail-all",
        most: 50,
        window: Span::minutes(15),
    },
};

/// What is counted: a limit for one address of mail or one network address.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bucket {
    limit: Limit,
    hash: [u8; 32],
}

impl Limit {
    fn bucket(self, by: &[u8]) -> Bucket {
        let hash = Sha256::new()
            .chain_update(self.name)
            .chain_update([0])
            .chain_update(by)
            .finalize();
        Bucket {
            limit: self,
            hash: hash.into(),
        }
    }

    /// Counted by a network address.
    pub fn by_network(self, address: IpAddr) -> Bucket {
        self.bucket(&network(address))
    }
}

impl MailLimit {
    /// Counted by an address of mail, whether anybody has it or not: for the network that asks,
    /// and in all.
    pub fn by_email(self, email: &EmailAddress, from: Option<IpAddr>) -> [Bucket; 2] {
        let email = email.as_str().as_bytes();
        let asking = from.map(network).unwrap_or_default();
        // No address of mail holds a zero.
        let each = [email, &[0], &asking].concat();
        [self.each.bucket(&each), self.all.bucket(email)]
    }
}

/// A network address as it is counted; IPv6 by its network of 64 bits, which one household has.
fn network(address: IpAddr) -> Vec<u8> {
    match address.to_canonical() {
        IpAddr::V4(v4) => v4.octets().to_vec(),
        IpAddr::V6(v6) => v6.octets()[..8].to_vec(),
    }
}

/// What is told to whoever has to wait until then.
fn wait(until: Timestamp, now: Timestamp) -> Error {
    let seconds = (until - now).as_seconds().max(1);
    Error::TooMany(u32::try_from(seconds).unwrap_or(u32::MAX))
}

impl Services {
    /// Counts an attempt in one bucket after the other, durably, and refuses it at the first in
    /// which there were too many. What was refused counts in none of the rest.
    pub(crate) async fn count_attempt(
        &self,
        buckets: impl IntoIterator<Item = Bucket>,
    ) -> Result<()> {
        let now = self.now();
        let mut refused = None;
        let mut tx = self.database().write().await?;
        for Bucket { limit, hash } in buckets {
            let found = attempts::count(&mut tx, &hash, now, now + limit.window).await?;
            if found.attempts > limit.most {
                refused = Some(found.resets_at);
                break;
            }
        }
        tx.commit_apart().await?;
        let Some(resets_at) = refused else {
            return Ok(());
        };
        Err(wait(resets_at, now))
    }

    /// Counts each attempt in its bucket; for each why it is refused, where it is.
    pub(crate) async fn count_each(
        &self,
        tx: &mut Tx,
        buckets: &[Bucket],
    ) -> Result<Vec<Option<Error>>> {
        let now = self.now();
        // In one order everywhere, so that of two transactions neither waits for the other.
        let mut tallies = BTreeMap::<[u8; 32], (i64, Timestamp)>::new();
        for Bucket { limit, hash } in buckets {
            tallies.entry(*hash).or_insert((0, now + limit.window)).0 += 1;
        }
        let rows: Vec<_> = tallies
            .iter()
            .map(|(hash, (number, resets_at))| (*hash, *number, *resets_at))
            .collect();
        let found = attempts::count_many(tx, &rows, now).await?;
        let mut refused = Vec::with_capacity(buckets.len());
        for Bucket { limit, hash } in buckets {
            let (found, tally) = (found.get(hash.as_slice()), tallies.get_mut(hash));
            let (Some(found), Some((left, _))) = (found, tally) else {
                return Err(Error::Failed("an attempt was not counted".to_owned()));
            };
            *left -= 1;
            let own = found.attempts - *left;
            refused.push((own > limit.most).then(|| wait(found.resets_at, now)));
        }
        Ok(refused)
    }

    /// Forgets the attempts of a bucket, and takes one back from others: it was a good one.
    pub(crate) async fn good_attempt(
        &self,
        forget: Bucket,
        take_back: impl IntoIterator<Item = Bucket>,
    ) -> Result<()> {
        let mut tx = self.database().write().await?;
        attempts::forget(&mut tx, &forget.hash).await?;
        for bucket in take_back {
            attempts::take_back(&mut tx, &bucket.hash).await?;
        }
        Ok(tx.commit_apart().await?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ipv6_network_is_one_address_and_a_mapped_one_is_its_ipv4() {
        let bucket = |text: &str| text.parse().ok().map(|ip| FROM_ADDRESS.by_network(ip).hash);
        assert!(bucket("2001:db8::1").is_some());
        assert_eq!(bucket("2001:db8::1"), bucket("2001:db8::ffff:1"));
        assert_ne!(bucket("2001:db8::1"), bucket("2001:db8:0:1::1"));
        assert_eq!(bucket("::ffff:192.0.2.1"), bucket("192.0.2.1"));
    }
}
