//! The key files: `issuer.pem`, which only the program may read, and a public half
//! `issuer-NAME.pub` for every key of former times.

use crate::Random;
use maktab_certificates::key::KeyError;
use maktab_certificates::{PublicKey, SigningKey};
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

const SIGNING_KEY: &str = "issuer.pem";

/// Why the keys cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// A file cannot be read or written.
    #[error("{}: {error}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// A file holds no key.
    #[error("{}: {error}", path.display())]
    Key {
        /// Which.
        path: PathBuf,
        /// What is wrong with it.
        error: KeyError,
    },
    /// Others than the program could sign.
    #[error("{}: others may read this private key; take their rights away (chmod 600)", .0.display())]
    Open(PathBuf),
}

/// The signing key; it is made where there is none yet.
pub(super) fn load_or_make(folder: &Path, random: &dyn Random) -> Result<SigningKey, KeyFileError> {
    let path = folder.join(SIGNING_KEY);
    let missing = || !path.try_exists().unwrap_or(true);
    if missing() {
        make(folder, &path, random)?;
    }
    let failed = |error| KeyFileError::File {
        path: path.clone(),
        error,
    };
    let mode = std::fs::metadata(&path).map_err(failed)?.mode();
    if mode & 0o077 != 0 {
        return Err(KeyFileError::Open(path));
    }
    let text = std::fs::read_to_string(&path).map_err(failed)?;
    SigningKey::from_pem(&text).map_err(|error| KeyFileError::Key { path, error })
}

/// Writes a new key under another name and links it to its own only when it is whole:
/// of two processes that start at once, one wins and both read the same.
fn make(folder: &Path, path: &Path, random: &dyn Random) -> Result<(), KeyFileError> {
    let failed = |error| KeyFileError::File {
        path: path.to_owned(),
        error,
    };
    let mut builder = DirBuilder::new();
    builder.recursive(true).mode(0o700);
    builder.create(folder).map_err(failed)?;
    let mut seed = [0; 32];
    random.fill(&mut seed);
    let key = SigningKey::from_seed(seed);
    let text = key.to_pem().map_err(|error| KeyFileError::Key {
        path: path.to_owned(),
        error,
    })?;
    let draft = folder.join(format!("{SIGNING_KEY}.{}", std::process::id()));
    let written =
        write_private(&draft, &text).and_then(|()| match std::fs::hard_link(&draft, path) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
            _ => File::open(folder)?.sync_all(),
        });
    drop(std::fs::remove_file(&draft));
    written.map_err(failed)?;
    tracing::info!(key = %key.public(), "a signing key was made; keep a copy of the key folder");
    Ok(())
}

fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    let mut file = options
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// The keys of former times, by file name.
pub(super) fn former(folder: &Path) -> Result<Vec<PublicKey>, KeyFileError> {
    let failed = |error| KeyFileError::File {
        path: folder.to_owned(),
        error,
    };
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with("issuer-") && name.ends_with(".pub") {
            paths.push(entry.path());
        }
    }
    paths.sort();
    paths.into_iter().map(public_key).collect()
}

fn public_key(path: PathBuf) -> Result<PublicKey, KeyFileError> {
    match std::fs::read_to_string(&path) {
        Ok(text) => PublicKey::from_multibase(text.trim())
            .map_err(|error| KeyFileError::Key { path, error }),
        Err(error) => Err(KeyFileError::File { path, error }),
    }
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::SeededRandom;
    use std::os::unix::fs::PermissionsExt;

    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path =
                std::env::temp_dir().join(format!("maktab-keys-{name}-{}", std::process::id()));
            drop(std::fs::remove_dir_all(&path));
            Self(path)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            drop(std::fs::remove_dir_all(&self.0));
        }
    }

    #[test]
    fn a_key_is_made_once_and_only_its_owner_may_read_it() {
        let folder = Folder::new("made");
        let random = SeededRandom::new(1);
        let first = load_or_make(&folder.0, &random).unwrap().public();
        let again = load_or_make(&folder.0, &random).unwrap().public();
        assert_eq!(first, again, "the second start reads the key of the first");
        let mode = |name: &str| std::fs::metadata(folder.0.join(name)).unwrap().mode() & 0o777;
        assert_eq!((mode(SIGNING_KEY), mode(".")), (0o600, 0o700));
        let files = std::fs::read_dir(&folder.0).unwrap().count();
        assert_eq!(files, 1, "no draft is left behind");
    }

    #[test]
    fn a_key_that_others_may_read_is_refused() {
        let folder = Folder::new("open");
        load_or_make(&folder.0, &SeededRandom::new(2)).unwrap();
        let path = folder.0.join(SIGNING_KEY);
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
        let refused = load_or_make(&folder.0, &SeededRandom::new(2)).unwrap_err();
        assert!(matches!(refused, KeyFileError::Open(_)), "{refused}");
    }

    #[test]
    fn a_broken_key_is_refused_and_not_replaced_nor_quoted() {
        let folder = Folder::new("broken");
        std::fs::create_dir_all(&folder.0).unwrap();
        let path = folder.0.join(SIGNING_KEY);
        write_private(&path, "SECRET nonsense").unwrap();
        let refused = load_or_make(&folder.0, &SeededRandom::new(3)).unwrap_err();
        assert!(!format!("{refused} {refused:?}").contains("SECRET"));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "SECRET nonsense");
    }

    #[test]
    fn former_keys_are_read_and_a_broken_one_is_named() {
        let folder = Folder::new("former");
        load_or_make(&folder.0, &SeededRandom::new(4)).unwrap();
        let old = SigningKey::from_seed([9; 32]).public();
        let file = |name: &str| folder.0.join(name);
        std::fs::write(file("issuer-2025.pub"), format!("{old}\n")).unwrap();
        assert_eq!(former(&folder.0).unwrap(), [old]);
        std::fs::write(file("issuer-2026.pub"), "nothing").unwrap();
        let refused = former(&folder.0).unwrap_err().to_string();
        assert!(refused.contains("issuer-2026.pub"), "{refused}");
    }
}
