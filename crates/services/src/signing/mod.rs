//! What certificates are signed with, and where their files lie.
//!
//! [`Issuing`] holds the issuer's key and the keys of former times, the folder of
//! finished pages, and the status lists signed last. It is handed to [`Services`] once,
//! at the start; use cases that need it fail where it was not.

mod keys;

pub use keys::KeyFileError;

use crate::{Error, PublicAddress, Random, Result, Services};
use maktab_certificates::pdf::Renderer;
use maktab_certificates::{Issuer, KeySet, PublicKey, SigningKey};
use maktab_domain::Timestamp;
use object_store::ObjectStore;
use object_store::local::LocalFileSystem;
use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};

/// The issuer, its keys, and its files.
pub struct Issuing {
    /// Signs.
    pub(crate) issuer: Issuer,
    /// What verifying trusts: today's key and the former ones.
    pub(crate) keys: KeySet,
    /// Where the finished pages lie.
    pub(crate) files: Arc<dyn ObjectStore>,
    /// The status lists as they were signed last, by number.
    pub(crate) lists: Mutex<HashMap<i64, SignedList>>,
}

/// A status list as it was signed.
pub(crate) struct SignedList {
    /// The places that are set in it.
    pub ended: Vec<i64>,
    /// When it was signed.
    pub signed_at: Timestamp,
    /// The signed credential, JSON text.
    pub json: Arc<str>,
}

/// Why certificates cannot be issued by this installation.
#[derive(Debug, thiserror::Error)]
pub enum IssuingError {
    /// The public address cannot name an issuer.
    #[error("the public address cannot stand in a certificate")]
    Address(#[from] maktab_certificates::issuer::IssuerError),
    /// The key files.
    #[error(transparent)]
    Keys(#[from] KeyFileError),
    /// The folder for finished pages.
    #[error("the folder for certificates cannot be used")]
    Files(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl Issuing {
    /// Loads the keys from `folder/keys`, making the signing key at the first start, and
    /// opens `folder/files`. `name` is how verifiers show the issuer.
    ///
    /// # Errors
    /// [`IssuingError`]; no message holds anything of a private key.
    pub fn open(
        folder: &Path,
        address: &PublicAddress,
        name: &str,
        random: &dyn Random,
    ) -> Result<Self, IssuingError> {
        let keys = folder.join("keys");
        let key = keys::load_or_make(&keys, random)?;
        let former = keys::former(&keys)?;
        let files = folder.join("files");
        std::fs::create_dir_all(&files).map_err(|error| IssuingError::Files(error.into()))?;
        let files = LocalFileSystem::new_with_prefix(files)
            .map_err(|error| IssuingError::Files(error.into()))?
            .with_fsync(true);
        Self::new(key, &former, address, name, Arc::new(files))
    }

    /// With a key made of `seed`, and files that live as long as it does: for tests.
    ///
    /// # Errors
    /// [`IssuingError::Address`].
    #[cfg(feature = "testing")]
    pub fn in_memory(address: &PublicAddress, seed: [u8; 32]) -> Result<Self, IssuingError> {
        let files = Arc::new(object_store::memory::InMemory::new());
        let key = SigningKey::from_seed(seed);
        Self::new(key, &[], address, "Maktab", files)
    }

    fn new(
        key: SigningKey,
        former: &[PublicKey],
        address: &PublicAddress,
        name: &str,
        files: Arc<dyn ObjectStore>,
    ) -> Result<Self, IssuingError> {
        let issuer = Issuer {
            address: address.as_str().parse()?,
            name: name.to_owned(),
            key,
        };
        Ok(Self {
            keys: issuer.key_set(former),
            issuer,
            files,
            lists: Mutex::default(),
        })
    }

    /// The public key that belongs to today's signatures.
    #[must_use]
    pub fn public_key(&self) -> String {
        self.issuer.key.public().to_multibase()
    }
}

impl std::fmt::Debug for Issuing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Issuing({})", self.keys.did)
    }
}

/// The fonts are part of the program: one renderer serves everybody, made when the first
/// page is needed.
pub(crate) fn renderer() -> Result<&'static Renderer> {
    static RENDERER: OnceLock<Option<Renderer>> = OnceLock::new();
    let renderer = RENDERER.get_or_init(|| Renderer::new().ok()).as_ref();
    renderer.ok_or_else(|| Error::Failed("the fonts of certificates cannot be read".to_owned()))
}

impl Services {
    /// Lets the use cases issue and verify certificates. To be called once, before they
    /// are shared.
    #[must_use]
    pub fn with_certificates(self, issuing: Issuing) -> Self {
        if self.inner.issuing.set(Arc::new(issuing)).is_err() {
            tracing::error!("certificates were set up twice; the first one stays");
        }
        self
    }

    /// The issuer, its keys and files.
    pub(crate) fn certificates(&self) -> Result<&Arc<Issuing>> {
        let issuing = self.inner.issuing.get();
        issuing.ok_or_else(|| Error::Failed("no signing key was set up".to_owned()))
    }

    /// The document at `/.well-known/did.json`: the keys to verify certificates with.
    ///
    /// # Errors
    /// There is no signing key.
    pub fn did_document(&self) -> Result<String> {
        let document = self.certificates()?.keys.to_did_document();
        document.map_err(|error| Error::Failed(error.to_string()))
    }
}
