//! Limits on what can be tried: passwords, and mails that anybody can cause.
//!
//! They are counted in the database, so that they hold across replicas and
//! restarts; by whom something is tried stands there only as a hash.

use crate::{Error, Result, Services};
use maktab_domain::{EmailAddress, Span};
use maktab_store::attempts;
use sha2::{Digest, Sha256};
use std::net::IpAddr;

/// How often something may be tried within a window of time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limit {
    name: &'static str,
    most: i64,
    window: Span,
}

/// Wrong passwords for one address of mail.
pub(crate) const PASSWORDS: Limit = Limit {
    name: "password",
    most: 10,
    window: Span::minutes(15),
};
/// Wrong passwords, and mails asked for, from one network address. It is wide: a ministry
/// may stand behind one address.
pub(crate) const FROM_ADDRESS: Limit = Limit {
    name: "address",
    most: 100,
    window: Span::minutes(15),
};
/// Mails that anybody can cause to be sent to one address.
pub(crate) const MAILS: Limit = Limit {
    name: "mail",
    most: 10,
    window: Span::minutes(15),
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

    /// Counted by an address of mail, whether anybody has it or not.
    pub fn by_email(self, email: &EmailAddress) -> Bucket {
        self.bucket(email.as_str().as_bytes())
    }

    /// Counted by a network address; IPv6 by its network of 64 bits, which one household has.
    pub fn by_network(self, address: IpAddr) -> Bucket {
        match address.to_canonical() {
            IpAddr::V4(v4) => self.bucket(&v4.octets()),
            IpAddr::V6(v6) => self.bucket(&v6.octets()[..8]),
        }
    }
}

impl Services {
    /// Counts an attempt, durably, and refuses it where there were too many.
    pub(crate) async fn count_attempt(&self, bucket: Bucket) -> Result<()> {
        let now = self.now();
        let mut tx = self.database().write().await?;
        let found = attempts::count(&mut tx, &bucket.hash, now, now + bucket.limit.window).await?;
        tx.commit().await?;
        if found.attempts <= bucket.limit.most {
            return Ok(());
        }
        let wait = (found.resets_at - now).as_seconds().max(1);
        Err(Error::TooMany(u32::try_from(wait).unwrap_or(u32::MAX)))
    }

    /// Forgets the attempts of a bucket, and takes one back from another: it was a good one.
    pub(crate) async fn good_attempt(
        &self,
        forget: Bucket,
        take_back: Option<Bucket>,
    ) -> Result<()> {
        let mut tx = self.database().write().await?;
        attempts::forget(&mut tx, &forget.hash).await?;
        if let Some(bucket) = take_back {
            attempts::take_back(&mut tx, &bucket.hash).await?;
        }
        Ok(tx.commit().await?)
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
