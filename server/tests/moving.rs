//! Backing up, restoring and moving a deployment, as an administrator does it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of its own that is removed with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let name = format!("maktab-moving-{}-{name}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn path(&self) -> &Path {
        &self.0
    }

    /// The program with nothing of this process's settings, on the data in `data`.
    fn run(&self, data: &str, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_maktab"));
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("MAKTAB_") {
                command.env_remove(name);
            }
        }
        command.current_dir(self.path()).args(arguments);
        command.args(["--data-dir", data]).output().unwrap()
    }

    fn done(&self, data: &str, arguments: &[&str]) -> String {
        let output = self.run(data, arguments);
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn refused(&self, data: &str, arguments: &[&str]) -> String {
        let output = self.run(data, arguments);
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    /// A small deployment with a key.
    fn deployment(&self, data: &str) {
        self.done(data, &["migrate"]);
        self.done(data, &["seed", "--reference"]);
        fs::create_dir_all(self.0.join(data).join("keys")).unwrap();
        fs::write(self.0.join(data).join("keys/issuer.pem"), b"a key").unwrap();
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

#[test]
fn a_deployment_is_backed_up_and_restored() {
    let folder = Folder::new("backup");
    let said = folder.refused("none", &["backup", "--to", "a.zip"]);
    assert!(
        said.contains("there is no database none/maktab.db"),
        "{said}"
    );
    assert!(!folder.path().join("none").exists());
    folder.deployment("data");
    fs::create_dir(folder.path().join("backups")).unwrap();
    let said = folder.done("data", &["backup", "--to", "backups"]);
    for part in [
        "1 key of sqlite:data/maktab.db",
        "0 files",
        "every checksum agrees",
        "It is secret",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let name = fs::read_dir(folder.path().join("backups")).unwrap().next();
    let name = name.unwrap().unwrap().path();
    assert!(
        name.to_string_lossy().ends_with("Z.zip"),
        "{}",
        name.display()
    );
    assert_eq!(
        fs::metadata(&name).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let archive = name.to_str().unwrap();
    let said = folder.refused("data", &["backup", "--to", archive]);
    assert!(said.contains("exists already"), "{said}");

    let said = folder.done("other", &["restore", "--from", archive]);
    assert!(said.contains("every count and checksum agrees"), "{said}");
    assert!(said.contains("Everybody has to sign in again"), "{said}");
    let key = fs::read(folder.path().join("other/keys/issuer.pem")).unwrap();
    assert_eq!(key, b"a key");
    let said = folder.refused("other", &["restore", "--from", archive]);
    for part in [
        "has rows in",
        "countries (10)",
        "keys (issuer.pem)",
        "--force",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    fs::write(folder.path().join("other/keys/issuer.pem"), b"another").unwrap();
    let said = folder.done("other", &["restore", "--from", archive, "--force"]);
    assert!(said.contains("other/keys.replaced-1"), "{said}");
    // The restored deployment works: what is seeded again is brought up to date.
    folder.done("other", &["seed", "--reference"]);
}

#[test]
fn a_damaged_backup_makes_not_even_an_empty_database() {
    let folder = Folder::new("damaged");
    folder.deployment("data");
    folder.done("data", &["backup", "--to", "a.zip"]);
    let path = folder.path().join("a.zip");
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&path, bytes).unwrap();
    let said = folder.refused("other", &["restore", "--from", "a.zip"]);
    assert!(said.contains("damaged or incomplete"), "{said}");
    assert!(!folder.path().join("other").exists());
}

#[test]
fn a_database_is_copied_and_the_copy_proven() {
    let folder = Folder::new("copy");
    folder.deployment("data");
    let mut targets = vec!["sqlite:second.db".to_owned()];
    targets.extend(postgres());
    for target in targets {
        let copy = ["copy", "--from", "sqlite:data/maktab.db", "--to", &target];
        let said = folder.done("data", &copy);
        let countries = said.lines().find(|line| line.starts_with("countries "));
        let words: Vec<&str> = countries.unwrap().split_whitespace().collect();
        assert_eq!(
            (words[1], words[3], words[5]),
            ("10", "10", "equal"),
            "{said}"
        );
        assert_eq!((words[2].len(), words[2]), (16, words[4]), "{said}");
        assert!(!said.contains("DIFFERS"), "{said}");
        let said = folder.refused("data", &copy);
        assert!(said.contains("the target is not empty"), "{said}");
        folder.done("data", &["seed", "--reference", "--database-url", &target]);
    }
    let copy = ["copy", "--from", "sqlite:no.db", "--to", "sqlite:third.db"];
    let said = folder.refused("data", &copy);
    assert!(said.contains("there is no database no.db"), "{said}");
    assert!(!folder.path().join("third.db").exists());
}

/// The address of an empty schema on PostgreSQL, where there is a server for tests.
fn postgres() -> Option<String> {
    let address = std::env::var("MAKTAB_TEST_POSTGRES").ok()?;
    let schema = format!("maktab_moving_{}", std::process::id());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let made = runtime
        .unwrap()
        .block_on(maktab_store::testing::own_schema(&address, &schema));
    Some(made)
}

#[test]
fn the_help_warns_that_a_backup_is_secret() {
    let folder = Folder::new("help");
    let said = folder.done("data", &["backup", "--help"]);
    assert!(said.contains("SECRET") && said.contains("keys"), "{said}");
    let said = folder.done("data", &["copy", "--help"]);
    assert!(said.contains("PGPASSWORD"), "{said}");
}
