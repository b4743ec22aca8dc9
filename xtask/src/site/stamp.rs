//! Stamps: the digest of what an output was made from, so that an unchanged input costs nothing.

use std::fs;
use std::path::{Path, PathBuf};

use eyre::{Result, WrapErr};
use sha2::{Digest, Sha256};

/// The digest of a list of inputs, as hexadecimal digits.
pub fn digest<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        // The length keeps ["ab", "c"] and ["a", "bc"] apart.
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// A folder of outputs together with the digest of the inputs they were made from.
pub struct Stage {
    folder: PathBuf,
    inputs: String,
}

impl Stage {
    /// The stage in `folder` for inputs of this digest.
    pub fn new(folder: PathBuf, inputs: String) -> Self {
        Self { folder, inputs }
    }

    /// The folder of the outputs.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether the outputs were made from these very inputs.
    pub fn is_fresh(&self) -> bool {
        fs::read_to_string(self.stamp()).is_ok_and(|stamp| stamp == self.inputs)
    }

    /// Empties the folder for new outputs.
    pub fn clear(&self) -> Result<()> {
        if self.folder.exists() {
            fs::remove_dir_all(&self.folder).wrap_err_with(|| self.folder.display().to_string())?;
        }
        fs::create_dir_all(&self.folder).wrap_err_with(|| self.folder.display().to_string())
    }

    /// Remembers that the outputs are complete.
    pub fn seal(&self) -> Result<()> {
        fs::write(self.stamp(), &self.inputs).wrap_err("cannot write a stamp")
    }

    fn stamp(&self) -> PathBuf {
        self.folder.join(".inputs")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_tells_the_same_bytes_cut_differently_apart() {
        let one = digest([b"ab".as_slice(), b"c"]);
        let other = digest([b"a".as_slice(), b"bc"]);
        assert_ne!(one, other);
    }

    #[test]
    fn a_stage_is_fresh_only_when_sealed_with_the_same_inputs() {
        let folder = std::env::temp_dir().join(format!("maktab-stage-{}", std::process::id()));
        let stage = Stage::new(folder.clone(), "one".to_owned());
        stage.clear().unwrap();
        assert!(!stage.is_fresh(), "not sealed yet");
        stage.seal().unwrap();
        assert!(stage.is_fresh());
        assert!(!Stage::new(folder.clone(), "two".to_owned()).is_fresh());
        fs::remove_dir_all(folder).unwrap();
    }
}
