//! Passwords: which are good enough, and how they are kept (Argon2id, OWASP ASVS 5.0, 11.4.2).

use crate::{Error, Random, Result};
use argon2::password_hash::{CustomizedPasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use maktab_domain::Invalid;
use std::sync::LazyLock;
use std::time::Duration;
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

/// 46 MiB, one pass, one lane.
const MEMORY_KIB: u32 = 46 * 1024;
/// How many passwords are hashed at once: each takes its memory and a core.
const AT_ONCE: usize = 2;
/// How long one waits for one's turn.
const PATIENCE: Duration = Duration::from_secs(10);

static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);

/// The commonest passwords of eight or more characters, in lower case.
static COMMON: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("common_passwords.txt").lines();
    lines.filter(|line| !line.starts_with('#')).collect()
});

/// A password that is good enough to be set.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct NewPassword(String);

impl NewPassword {
    /// Takes a password of 8 to 128 characters that is not among the commonest and not
    /// the person's own address or name. Brought to NFC, else as typed.
    ///
    /// # Errors
    /// [`Invalid::Required`], [`Invalid::TooLong`] or [`Invalid::Password`].
    pub fn parse(raw: &str, own: &[&str]) -> Result<Self, Invalid> {
        let text: String = raw.nfc().collect();
        let length = text.chars().count();
        match length {
            0 => return Err(Invalid::Required),
            1..8 => return Err(Invalid::Password),
            129.. => return Err(Invalid::TooLong),
            _ => {}
        }
        let folded = text.to_lowercase();
        let plain = folded.trim_end_matches(|c: char| c.is_ascii_digit() || c == '!' || c == '.');
        let mut own = own.iter().map(|own| own.to_lowercase());
        let guessable = COMMON
            .iter()
            .any(|&common| common == folded || common == plain)
            || own.any(|own| own == folded || own.split('@').next() == Some(plain))
            || is_monotonous(&folded);
        if guessable {
            return Err(Invalid::Password);
        }
        Ok(Self(text))
    }
}

impl std::fmt::Debug for NewPassword {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NewPassword(…)")
    }
}

/// Whether a password is one character again and again, or a run such as `abcdefgh` or `87654321`.
fn is_monotonous(text: &str) -> bool {
    let codes: Vec<i64> = text.chars().map(|c| i64::from(u32::from(c))).collect();
    let mut steps = codes.windows(2).map(|pair| pair[1] - pair[0]);
    let first = steps.next();
    first.is_some_and(|first| (-1..=1).contains(&first) && steps.all(|step| step == first))
}

fn hasher() -> Result<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, 1, 1, None).map_err(|error| failed(&error))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn failed(error: &dyn std::fmt::Display) -> Error {
    Error::Failed(format!("hashing a password: {error}"))
}

/// Runs `work` on a thread for slow work, a few at a time.
async fn in_turn<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    let turn = tokio::time::timeout(PATIENCE, TURNS.acquire()).await;
    let Ok(Ok(turn)) = turn else {
        return Err(Error::TooMany(10));
    };
    let done = tokio::task::spawn_blocking(work).await;
    drop(turn);
    done.map_err(|error| failed(&error))?
}

/// The password as a PHC string.
pub(crate) async fn hash_password(password: NewPassword, random: &dyn Random) -> Result<String> {
    let mut salt = [0; 16];
    random.fill(&mut salt);
    in_turn(move || hash_now(&password.0, &salt)).await
}

fn hash_now(password: &str, salt: &[u8]) -> Result<String> {
    let hash: PasswordHash = hasher()?
        .hash_password_customized(
            password.as_bytes(),
            salt,
            None,
            None,
            Params::new(MEMORY_KIB, 1, 1, None).map_err(|error| failed(&error))?,
        )
        .map_err(|error| failed(&error))?;
    Ok(hash.to_string())
}

/// What is compared with where there is no password: nothing matches it, and it takes as long.
static NOBODY: LazyLock<Option<String>> =
    LazyLock::new(|| hash_now("nobody has this password", b"nobody's own salt").ok());

/// Whether a password matches a PHC string. Without one it does not, and it takes as long.
pub(crate) async fn verify_password(password: &str, hash: Option<String>) -> Result<bool> {
    let typed: String = password.nfc().take(256).collect();
    in_turn(move || {
        let known = hash.is_some();
        let hash = hash.or_else(|| NOBODY.clone());
        let hash = hash.ok_or_else(|| failed(&"no hash to compare with"))?;
        let hash = PasswordHash::new(&hash).map_err(|error| failed(&error))?;
        let matches = hasher()?.verify_password(typed.as_bytes(), &hash).is_ok();
        Ok(known && matches)
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SeededRandom;

    #[test]
    fn common_short_and_own_passwords_are_refused() {
        let own = ["aziza@example.org", "Aziza Karimova"];
        for (raw, why) in [
            ("", Invalid::Required),
            ("short", Invalid::Password),
            ("password", Invalid::Password),
            ("Password123!", Invalid::Password),
            ("qwertyuiop", Invalid::Password),
            ("aaaaaaaaaa", Invalid::Password),
            ("abcdefghij", Invalid::Password),
            ("987654321", Invalid::Password),
            ("aziza@example.org", Invalid::Password),
            ("Aziza Karimova", Invalid::Password),
            (&"x y".repeat(43), Invalid::TooLong),
        ] {
            assert_eq!(NewPassword::parse(raw, &own), Err(why), "{raw:?}");
        }
        for good in [
            "correct horse",
            "گذرواژهٔ خوب",
            &"x y".repeat(42),
            "tr0ub4dor&3",
        ] {
            assert!(NewPassword::parse(good, &own).is_ok(), "{good:?}");
        }
    }

    #[test]
    fn the_list_of_common_passwords_is_in_the_form_that_is_compared() {
        assert!(COMMON.len() > 150);
        for common in COMMON.iter() {
            assert!(common.chars().count() >= 8, "{common:?} is refused anyway");
            assert_eq!(*common, common.to_lowercase());
        }
    }

    #[tokio::test]
    async fn a_password_is_kept_as_argon2id_and_matches_only_itself() {
        let password = NewPassword::parse("e\u{301}cole de migration", &[]).unwrap();
        let hash = hash_password(password, &SeededRandom::new(1))
            .await
            .unwrap();
        assert!(
            hash.starts_with("$argon2id$v=19$m=47104,t=1,p=1$"),
            "{hash}"
        );
        // Typed composed or decomposed, it is the same password.
        let same = verify_password("\u{e9}cole de migration", Some(hash.clone()));
        assert!(same.await.unwrap());
        assert!(!verify_password("école", Some(hash)).await.unwrap());
    }

    #[tokio::test]
    async fn nobody_has_the_password_that_nobody_is_compared_with() {
        assert!(
            !verify_password("nobody has this password", None)
                .await
                .unwrap()
        );
    }
}
