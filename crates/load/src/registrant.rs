//! One of many who register: an address of mail, a network of one's own, and the form as a
//! browser sends it.

use crate::random::Random;

/// The networks that registrants come from: 10.0.0.0/8, a different address for each, because the
/// program lets only so many register from one.
const NETWORKS: u64 = 1 << 24;

/// Somebody who registers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Registrant {
    number: u64,
    key: uuid::Uuid,
}

impl Registrant {
    /// The registrant of this number, which is used once in a database; the seed is the run's.
    pub fn new(number: u64, seed: u64) -> Self {
        let mut random = Random::new(seed ^ number.rotate_left(32));
        let key = random.uuid();
        Self { number, key }
    }

    /// Her address of mail.
    pub fn email(&self) -> String {
        format!("r{}@load.example", self.number)
    }

    /// The key of the form that she fills in: sent again, the form counts once.
    pub fn key(&self) -> String {
        self.key.to_string()
    }

    fn network(&self) -> String {
        let [_, a, b, c] = u32::try_from(self.number % NETWORKS)
            .unwrap_or_default()
            .to_be_bytes();
        format!("10.{a}.{b}.{c}")
    }

    /// The form for an event, as it goes over the line; by a proxy that says whose it is.
    pub fn form(&self, slug: &str) -> Vec<u8> {
        self.form_with(slug, &self.key(), "Officer")
    }

    /// The same with another key, or with something else typed.
    pub fn form_with(&self, slug: &str, key: &str, job_title: &str) -> Vec<u8> {
        let body = format!(
            "request-key={key}&email=r{number}%40load.example&name=Aziza+Karimova&native-name=\
             &native-language=&country=UZ&institution=Ministry+of+Transport&job-title={job_title}\
             &consent=yes",
            number = self.number
        );
        self.post(&format!("/en/events/{slug}/register"), &body)
    }

    /// A form of hers at any address of the site.
    pub fn post(&self, path: &str, body: &str) -> Vec<u8> {
        format!(
            "POST {path} HTTP/1.1\r\nHost: load.example\r\nX-Forwarded-For: {network}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n\
             {body}",
            network = self.network(),
            length = body.len()
        )
        .into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_has_an_own_address_network_and_key() {
        let (one, other) = (Registrant::new(258, 7), Registrant::new(259, 7));
        assert_eq!(one, Registrant::new(258, 7));
        assert_ne!(one.key(), other.key());
        let form = String::from_utf8(one.form("rush")).unwrap();
        assert!(form.starts_with("POST /en/events/rush/register HTTP/1.1\r\n"));
        assert!(form.contains("X-Forwarded-For: 10.0.1.2\r\n"), "{form}");
        assert!(form.contains("email=r258%40load.example&"), "{form}");
        assert_eq!(one.email(), "r258@load.example");
        let (head, body) = form.split_once("\r\n\r\n").unwrap();
        assert!(head.contains(&format!("Content-Length: {}", body.len())));
    }
}
