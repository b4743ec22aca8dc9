//! Why a backup could not be made, read, or put back.

use crate::transfer::{TransferError, listed};
use std::path::{Path, PathBuf};

/// Why a backup could not be made, read, or put back.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The database, or carrying rows out of it or into it.
    #[error(transparent)]
    Transfer(#[from] TransferError),
    /// A file or folder.
    #[error("{}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The archive cannot be written or read as a zip archive.
    #[error("the archive cannot be used")]
    Zip(#[from] zip::result::ZipError),
    /// Nothing is written over.
    #[error("{} exists already: name a file that does not", .0.display())]
    Exists(PathBuf),
    /// A backup cannot hold itself.
    #[error("{} lies in a folder that is backed up: name another place", .0.display())]
    Within(PathBuf),
    /// Only files and folders can be carried.
    #[error("{} is neither a file nor a folder, and cannot be backed up", .0.display())]
    Odd(PathBuf),
    /// Another kind of file.
    #[error("{} is not a backup of Maktab", .0.display())]
    NotABackup(PathBuf),
    /// The archive is not as it was written.
    #[error("the backup is damaged or incomplete, and nothing was changed: {0}")]
    Damaged(String),
    /// The archive was written by a newer program.
    #[error(
        "the backup was made by a newer version of Maktab ({program}): update the program, then \
         restore; nothing was changed"
    )]
    Newer {
        /// Its version.
        program: String,
    },
    /// The archive holds something that could land outside the folder of data.
    #[error("the backup holds {0:?}, which leads out of the data folder: nothing was changed")]
    Outside(String),
    /// There is something where the backup would go.
    #[error("{}", living(.0))]
    Living(Present),
    /// A newer program made tables that this one cannot take away.
    #[error(
        "the database was changed by a newer version of this program, which made {}: restore into \
         an empty database",
        .0.join(", ")
    )]
    Strangers(Vec<String>),
    /// An earlier restoring was killed at its last step.
    #[error(
        "an earlier restoring was killed while it put files in place: what was there before lies \
         in {}; move it back or delete it, then restore again",
        .0.display()
    )]
    Interrupted(PathBuf),
    /// What was read back is not what was written.
    #[error("these tables did not arrive as they are in the backup, and nothing was changed: {}",
        .0.join(", "))]
    Differs(Vec<String>),
}

/// What is there already where a backup would be restored to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Present {
    /// The tables that hold rows, and how many.
    pub rows: Vec<(String, u64)>,
    /// The names of key files.
    pub keys: Vec<String>,
    /// How many files there are.
    pub files: usize,
}

impl Present {
    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn living(present: &Present) -> String {
    let mut found = Vec::new();
    if !present.rows.is_empty() {
        found.push(format!(
            "the database has rows in {}",
            listed(&present.rows)
        ));
    }
    if !present.keys.is_empty() {
        found.push(format!("there are keys ({})", present.keys.join(", ")));
    }
    if present.files > 0 {
        found.push(format!("there are {} files", present.files));
    }
    format!(
        "this would replace what is here: {}. Make a backup of it first; --force then replaces it",
        found.join("; ")
    )
}

/// Names the file that an operation failed on.
pub(super) fn at(path: &Path) -> impl FnOnce(std::io::Error) -> BackupError {
    let path = path.to_owned();
    move |source| BackupError::File { path, source }
}

impl From<crate::Error> for BackupError {
    fn from(error: crate::Error) -> Self {
        Self::Transfer(error.into())
    }
}
