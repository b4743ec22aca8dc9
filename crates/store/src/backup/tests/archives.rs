//! Archives that are not as they were written, or that somebody made.

use super::*;
use crate::backup::BackupError;
use crate::backup::write::apply_seal;
use sha2::Digest as _;
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn open(path: &Path) -> Result<(), BackupError> {
    Archive::open(path).map(drop)
}

#[tokio::test]
async fn one_changed_byte_anywhere_is_noticed() {
    let source = Place::filled().await;
    source.back_up().await;
    let whole = fs::read(source.archive()).unwrap();
    let damaged = source.data.join("damaged.zip");
    let ends = (0..60).chain(whole.len() - 400..whole.len());
    for place in ends.chain((0..whole.len()).step_by(101)) {
        let mut bytes = whole.clone();
        bytes[place] ^= 0x10;
        fs::write(&damaged, &bytes).unwrap();
        let refused = open(&damaged).unwrap_err();
        let text = refused.to_string();
        assert!(
            text.contains("damaged") || text.contains("not a backup"),
            "{place}: {text}"
        );
    }
    fs::write(&damaged, &whole).unwrap();
    open(&damaged).unwrap();
}

#[tokio::test]
async fn a_missing_end_and_one_too_many_are_noticed() {
    let source = Place::filled().await;
    source.back_up().await;
    let whole = fs::read(source.archive()).unwrap();
    let damaged = source.data.join("damaged.zip");
    for length in [
        0,
        1,
        4,
        30,
        whole.len() / 2,
        whole.len() - 64,
        whole.len() - 1,
    ] {
        fs::write(&damaged, &whole[..length]).unwrap();
        assert!(open(&damaged).is_err(), "{length} bytes");
    }
    fs::write(&damaged, [&whole[..], b"0"].concat()).unwrap();
    assert!(open(&damaged).is_err());
}

#[tokio::test]
async fn a_damaged_backup_changes_nothing_even_by_force() {
    let source = Place::filled().await;
    source.back_up().await;
    let there = Place::filled().await;
    let before = there.everything().await;
    let mut bytes = fs::read(source.archive()).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(source.archive(), bytes).unwrap();
    assert!(there.restore(&source.archive(), true).await.is_err());
    assert_eq!(there.everything().await, before);
    assert_eq!(there.names(), ["files", "keys"]);
}

#[test]
fn another_file_is_no_backup() {
    let folder = std::env::temp_dir().join(format!("maktab-other-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("other");
    for bytes in [&b""[..], b"PK", b"SQLite format 3\0", &[0; 1000]] {
        fs::write(&path, bytes).unwrap();
        let refused = open(&path).unwrap_err();
        assert!(matches!(refused, BackupError::NotABackup(_)), "{refused}");
    }
    make(&path, &[("a.txt", b"another archive".to_vec())]);
    let refused = open(&path).unwrap_err();
    assert!(matches!(refused, BackupError::NotABackup(_)), "{refused}");
    assert!(matches!(
        open(&folder.join("missing")),
        Err(BackupError::File { .. })
    ));
    fs::remove_dir_all(&folder).unwrap();
}

/// Writes a sealed archive of these members.
fn make(path: &Path, members: &[(&str, Vec<u8>)]) {
    let mut zip = ZipWriter::new(File::create(path).unwrap());
    for (name, bytes) in members {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.set_comment("0".repeat(64)).unwrap();
    drop(zip.finish().unwrap());
    let mut file = OpenOptions::new()
        .read(true)
        .write(true)
        .open(path)
        .unwrap();
    apply_seal(&mut file).unwrap();
}

/// The members of an archive.
fn members(path: &Path) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(File::open(path).unwrap()).unwrap();
    let mut all = Vec::new();
    for place in 0..zip.len() {
        let mut member = zip.by_index(place).unwrap();
        let mut bytes = Vec::new();
        member.read_to_end(&mut bytes).unwrap();
        all.push((member.name().unwrap().into_owned(), bytes));
    }
    all
}

/// The archive with its table of contents changed, and sealed again.
fn forge(path: &Path, change: impl Fn(&mut serde_json::Value), more: &[(&str, &[u8])]) {
    let mut all = members(path);
    for (name, bytes) in &mut all {
        if name == "manifest.json" {
            let mut json = serde_json::from_slice(bytes).unwrap();
            change(&mut json);
            *bytes = serde_json::to_vec(&json).unwrap();
        }
    }
    let more = more.iter().map(|(name, bytes)| (*name, bytes.to_vec()));
    let all: Vec<_> = all
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.clone()))
        .chain(more)
        .collect();
    make(path, &all);
}

/// A good archive, to be changed.
struct Good {
    source: Place,
    bytes: Vec<u8>,
}

impl Good {
    async fn new() -> Self {
        let source = Place::filled().await;
        source.back_up().await;
        forge(&source.archive(), |_| (), &[]);
        open(&source.archive()).unwrap();
        let bytes = fs::read(source.archive()).unwrap();
        Self { source, bytes }
    }

    /// What is said to it when its table of contents is changed like this.
    fn said(&self, change: impl Fn(&mut serde_json::Value), more: &[(&str, &[u8])]) -> BackupError {
        let path = self.source.archive();
        fs::write(&path, &self.bytes).unwrap();
        forge(&path, change, more);
        open(&path).unwrap_err()
    }
}

#[tokio::test]
async fn a_newer_format_and_a_newer_schema_are_refused_by_name() {
    let good = Good::new().await;
    let newer = good.said(|json| json["version"] = 2.into(), &[]);
    assert!(matches!(newer, BackupError::Newer { .. }), "{newer}");
    let newer = good.said(
        |json| {
            json["program"] = "7.0.0".into();
            json["schema"].as_array_mut().unwrap().push(9999.into());
        },
        &[],
    );
    let text = newer.to_string();
    assert!(text.contains("newer version of Maktab (7.0.0)"), "{text}");
    let other = good.said(|json| json["format"] = "other".into(), &[]);
    assert!(matches!(other, BackupError::Damaged(_)), "{other}");
}

#[tokio::test]
async fn nothing_lands_outside_the_folder_of_data() {
    let good = Good::new().await;
    for path in [
        "../evil",
        "files/../../evil",
        "/tmp/evil",
        "evil",
        "maktab.db",
        "keys",
    ] {
        let listed = |json: &mut serde_json::Value| {
            let sha256 = hex::encode(sha2::Sha256::digest(b"evil"));
            let entry = serde_json::json!({ "path": path, "bytes": 4, "sha256": sha256 });
            json["files"].as_array_mut().unwrap().push(entry);
        };
        let refused = good.said(listed, &[(path, b"evil")]);
        assert!(
            matches!(refused, BackupError::Outside(_)),
            "{path}: {refused}"
        );
        assert!(refused.to_string().contains(path), "{refused}");
        let refused = good.said(|_| (), &[(path, b"evil")]);
        assert!(
            matches!(refused, BackupError::Outside(_)),
            "{path}: {refused}"
        );
    }
    let table = |json: &mut serde_json::Value| json["tables"][0]["name"] = "../areas".into();
    let refused = good.said(table, &[]);
    assert!(matches!(refused, BackupError::Outside(_)), "{refused}");
    // A path inside is not refused, so that it is the path that decides.
    let inside = |json: &mut serde_json::Value| {
        let sha256 = hex::encode(sha2::Sha256::digest(b"good"));
        let entry = serde_json::json!({ "path": "files/good", "bytes": 4, "sha256": sha256 });
        json["files"].as_array_mut().unwrap().push(entry);
    };
    let path = good.source.archive();
    fs::write(&path, &good.bytes).unwrap();
    forge(&path, inside, &[("files/good", b"good")]);
    open(&path).unwrap();
}

#[tokio::test]
async fn what_the_table_of_contents_says_has_to_be_true() {
    let lies: [fn(&mut serde_json::Value); 6] = [
        |json| json["tables"][0]["rows"] = 5.into(),
        |json| json["tables"][0]["sha256"] = "0".repeat(64).into(),
        |json| json["files"][0]["bytes"] = 1.into(),
        |json| json["files"][0]["sha256"] = "0".repeat(64).into(),
        |json| drop(json["files"].as_array_mut().unwrap().remove(0)),
        |json| json["tables"][0] = json["tables"][1].clone(),
    ];
    let good = Good::new().await;
    for (place, lie) in lies.into_iter().enumerate() {
        let refused = good.said(lie, &[]).to_string();
        let told = refused.contains("damaged") || refused.contains("leads out");
        assert!(told, "{place}: {refused}");
    }
}
