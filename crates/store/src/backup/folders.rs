//! The folders beside the database: finding what lies in them, and putting others in their place.

use super::BackupError;
use super::error::at;
use std::fs::{self, DirBuilder, File};
use std::io::ErrorKind;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

/// The folders below the folder of data that belong to a backup.
pub(super) const KEPT: [&str; 2] = ["files", KEYS];
/// The folder of keys.
pub(super) const KEYS: &str = "keys";
/// Where restored folders wait for their place.
const STAGE: &str = ".restoring";

/// The files of the folders that belong to a backup, by name, as paths below `data`.
pub(super) fn list(data: &Path) -> Result<Vec<String>, BackupError> {
    let mut found = Vec::new();
    for folder in KEPT {
        gather(data, folder, &mut found)?;
    }
    found.sort();
    Ok(found)
}

fn gather(data: &Path, folder: &str, found: &mut Vec<String>) -> Result<(), BackupError> {
    let path = data.join(folder);
    let entries = match fs::read_dir(&path) {
        Ok(entries) => entries,
        // There is none yet, or it was just removed.
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(at(&path)(error)),
    };
    for entry in entries {
        let entry = entry.map_err(at(&path))?;
        let name = entry.file_name();
        let Some(name) = name.to_str() else {
            return Err(BackupError::Odd(entry.path()));
        };
        let below = format!("{folder}/{name}");
        let kind = entry.file_type().map_err(at(&entry.path()))?;
        if kind.is_dir() {
            gather(data, &below, found)?;
        } else if !kind.is_file() {
            return Err(BackupError::Odd(entry.path()));
        } else if !is_draft(name) {
            found.push(below);
        }
    }
    Ok(())
}

/// Whether a place is inside one of the folders that belong to a backup.
pub(super) fn hold(data: &Path, place: &Path) -> Result<bool, BackupError> {
    let place = place.canonicalize().map_err(at(place))?;
    let kept = KEPT
        .iter()
        .filter_map(|folder| data.join(folder).canonicalize().ok());
    Ok(kept.into_iter().any(|folder| place.starts_with(folder)))
}

/// Whether this is a file that the object store is still writing: `NAME#1`, renamed when whole.
fn is_draft(name: &str) -> bool {
    let number = name.rsplit_once('#').map(|(_, number)| number);
    number.is_some_and(|n| !n.is_empty() && n.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Makes a folder that only its owner may enter, and those above it.
pub(super) fn make(folder: &Path) -> Result<(), BackupError> {
    let mut builder = DirBuilder::new();
    builder.recursive(true).mode(0o700);
    builder.create(folder).map_err(at(folder))
}

/// Makes what was done to the names in a folder durable.
pub(super) fn sync(folder: &Path) -> Result<(), BackupError> {
    let opened = File::open(folder).and_then(|folder| folder.sync_all());
    opened.map_err(at(folder))
}

/// Folders that wait for their place. Dropped before they are put there, they are removed.
pub(super) struct Stage {
    data: PathBuf,
    stage: PathBuf,
    folders: Vec<&'static str>,
    swapped: bool,
}

impl Stage {
    /// An empty stage for these folders.
    pub(super) fn new(data: &Path, folders: Vec<&'static str>) -> Result<Self, BackupError> {
        let stage = data.join(STAGE);
        let old = stage.join("old");
        if old.exists() {
            return Err(BackupError::Interrupted(old));
        }
        match fs::remove_dir_all(&stage) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(at(&stage)(error)),
            _ => {}
        }
        let made = Self {
            data: data.to_owned(),
            stage,
            folders,
            swapped: false,
        };
        for folder in &made.folders {
            make(&made.new_folder().join(folder))?;
        }
        Ok(made)
    }

    /// Where the new folders are filled.
    pub(super) fn new_folder(&self) -> PathBuf {
        self.stage.join("new")
    }

    fn old_folder(&self) -> PathBuf {
        self.stage.join("old")
    }

    /// Puts the new folders in place, and what was there aside.
    pub(super) fn swap(&mut self) -> Result<(), BackupError> {
        sync_all(&self.new_folder())?;
        make(&self.old_folder())?;
        self.swapped = true;
        let folders = self.folders.clone();
        let moved = folders.iter().try_for_each(|folder| {
            let place = self.data.join(folder);
            shift(&place, &self.old_folder().join(folder))?;
            shift(&self.new_folder().join(folder), &place)
        });
        match moved.and_then(|()| sync(&self.data)) {
            Ok(()) => Ok(()),
            Err(error) => {
                self.undo()?;
                Err(error)
            }
        }
    }

    /// Puts everything back as it was before [`Stage::swap`].
    pub(super) fn undo(&mut self) -> Result<(), BackupError> {
        for folder in &self.folders {
            let (place, old) = (self.data.join(folder), self.old_folder().join(folder));
            let new = self.new_folder().join(folder);
            if !new.exists() {
                shift(&place, &new)?;
            }
            shift(&old, &place)?;
        }
        self.swapped = false;
        sync(&self.data)
    }

    /// Where the folders wait.
    pub(super) fn place(&self) -> PathBuf {
        self.stage.clone()
    }

    /// The new folders stay. Of the old ones, keys that are not among the new are kept aside: a
    /// signing key cannot be made again. Answers where.
    pub(super) fn finish(mut self) -> Result<Option<PathBuf>, BackupError> {
        let old = self.old_folder().join(KEYS);
        let mut kept = None;
        if old.exists() && !holds_all(&self.data.join(KEYS), &old)? {
            let free = (1..).map(|n| self.data.join(format!("{KEYS}.replaced-{n}")));
            if let Some(aside) = free.into_iter().find(|path| !path.exists()) {
                shift(&old, &aside)?;
                kept = Some(aside);
            }
        }
        self.swapped = false;
        fs::remove_dir_all(&self.stage).map_err(at(&self.stage))?;
        sync(&self.data)?;
        Ok(kept)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // After a failed undo what was there before still lies in it.
        if !self.swapped {
            drop(fs::remove_dir_all(&self.stage));
        }
    }
}

/// Renames what is there; what is not there is left alone.
fn shift(from: &Path, to: &Path) -> Result<(), BackupError> {
    match fs::rename(from, to) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(at(from)(error)),
        _ => Ok(()),
    }
}

/// Whether every file of `old` is in `new` with the same bytes.
fn holds_all(new: &Path, old: &Path) -> Result<bool, BackupError> {
    for entry in fs::read_dir(old).map_err(at(old))? {
        let path = entry.map_err(at(old))?.path();
        let name = path.file_name().unwrap_or_default();
        let there = fs::read(new.join(name)).ok();
        if there != Some(fs::read(&path).map_err(at(&path))?) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Makes the names in a folder and in those below it durable.
fn sync_all(folder: &Path) -> Result<(), BackupError> {
    for entry in fs::read_dir(folder).map_err(at(folder))? {
        let entry = entry.map_err(at(folder))?;
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            sync_all(&entry.path())?;
        }
    }
    sync(folder)
}
