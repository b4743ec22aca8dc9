//! Email addresses, as they are compared: trimmed, the domain and the local part in lower case.

use crate::Invalid;

/// An email address in the form in which it is stored and compared.
///
/// Accepted is the common part of RFC 5321: one `@`, a local part of at most 64
/// ASCII characters without quotes or spaces, and a domain of letters, digits,
/// hyphens and dots with at least one dot; 254 characters in all. Whether a
/// mailbox stands behind it is found out by writing to it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Reads an address.
    ///
    /// # Errors
    /// Empty, or not an address.
    pub fn parse(raw: &str) -> Result<Self, Invalid> {
        let address = raw.trim().to_lowercase();
        if address.is_empty() {
            return Err(Invalid::Required);
        }
        let (local, domain) = address.rsplit_once('@').ok_or(Invalid::Email)?;
        if address.len() > 254 || !is_local_part(local) || !is_domain(domain) {
            return Err(Invalid::Email);
        }
        Ok(Self(address))
    }

    /// The address in its compared form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

fn is_local_part(local: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&b);
    !local.is_empty()
        && local.len() <= 64
        && local.bytes().all(allowed)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
}

fn is_domain(domain: &str) -> bool {
    let label = |l: &str| {
        (1..=63).contains(&l.len())
            && !l.starts_with('-')
            && !l.ends_with('-')
            && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    domain.contains('.')
        && domain.split('.').all(label)
        && domain
            .rsplit('.')
            .next()
            .is_some_and(|tld| !tld.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_and_refused() {
        for good in [
            "a@example.org",
            " Gulnar.Abdi+x@Mail.Example.ORG ",
            "o'brien@xn--p1ai.example",
        ] {
            assert!(EmailAddress::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "a",
            "a@b",
            "@example.org",
            "a b@example.org",
            "a@exa_mple.org",
            "a@.org",
            "a@example.org\r\nBcc: x@example.org",
            "a..b@example.org",
            "a@-x.org",
            "a@1.2.3.4",
        ] {
            assert_eq!(EmailAddress::parse(bad), Err(Invalid::Email), "{bad}");
        }
        assert_eq!(EmailAddress::parse(" "), Err(Invalid::Required));
    }

    #[test]
    fn two_spellings_of_one_mailbox_compare_equal() {
        assert_eq!(
            EmailAddress::parse("A@Example.org"),
            EmailAddress::parse("a@example.ORG ")
        );
    }
}
