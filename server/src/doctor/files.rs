//! The data folder, the signing key, the built site.

use super::Finding;
use crate::configuration::Configuration;
use crate::web::Site;
use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// Whether the program can write into its folder, and others cannot look into it.
pub(super) fn data_folder(settings: &Configuration) -> Finding {
    const TOPIC: &str = "data";
    let folder = &settings.data_dir;
    let shown = folder.display();
    let metadata = match fs::metadata(folder) {
        Ok(metadata) if metadata.is_dir() => metadata,
        Ok(_) => {
            let remedy = "Name a folder as data_dir.";
            return Finding::wrong(TOPIC, format!("{shown} is not a folder"), remedy);
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let remedy = "Run `maktab migrate`, which makes it, or correct data_dir.";
            return Finding::wrong(TOPIC, format!("{shown} does not exist"), remedy);
        }
        Err(error) => {
            let remedy = format!("Give this program's user the right to enter {shown}.");
            return Finding::wrong(TOPIC, format!("{shown}: {error}"), remedy);
        }
    };
    let trial = folder.join(format!(".doctor-{}", std::process::id()));
    let written = fs::write(&trial, b"maktab").and_then(|()| fs::remove_file(&trial));
    if let Err(error) = written {
        let remedy = format!("Give this program's user the right to write into {shown}.");
        return Finding::wrong(TOPIC, format!("{shown} cannot be written: {error}"), remedy);
    }
    let seen = format!("{shown} can be written");
    if metadata.mode() & 0o007 == 0 {
        return Finding::good(TOPIC, seen);
    }
    let seen = format!("{seen}, and every user of this machine can look into it");
    let remedy = format!("Take that right away: chmod o= {shown}");
    if settings.demo {
        Finding::note(TOPIC, seen, remedy)
    } else {
        Finding::wrong(TOPIC, seen, remedy)
    }
}

/// Whether certificates can be signed, and by nobody else.
pub(super) fn signing_key(settings: &Configuration) -> Finding {
    const TOPIC: &str = "key";
    let path = settings.data_dir.join("keys").join("issuer.pem");
    let shown = path.display();
    let mode = match fs::metadata(&path) {
        Ok(metadata) => metadata.mode() & 0o777,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let seen = format!("{shown} is not there yet");
            let remedy = "The first `maktab serve` makes it. If there was one, put it back from a \
                          copy:\ncertificates signed with a lost key can no longer be verified.";
            return Finding::note(TOPIC, seen, remedy);
        }
        Err(error) => {
            let remedy = format!("Give this program's user the right to read {shown}.");
            return Finding::wrong(TOPIC, format!("{shown}: {error}"), remedy);
        }
    };
    if mode != 0o600 && mode != 0o400 {
        let seen = format!("{shown} has the rights {mode:03o}");
        let remedy = format!(
            "Nobody but this program may read it: chmod 600 {shown}\n\
             If somebody could have read it, replace the key."
        );
        return Finding::wrong(TOPIC, seen, remedy);
    }
    match fs::read_to_string(&path).map(|text| maktab_certificates::SigningKey::from_pem(&text)) {
        Ok(Ok(key)) => Finding::good(TOPIC, format!("{shown} signs as {}", key.public())),
        Ok(Err(error)) => {
            let remedy = "Put the key back from a copy.";
            Finding::wrong(TOPIC, format!("{shown}: {error}"), remedy)
        }
        Err(error) => {
            let remedy = format!("Give this program's user the right to read {shown}.");
            Finding::wrong(TOPIC, format!("{shown}: {error}"), remedy)
        }
    }
}

/// Whether the style sheet, the scripts and what else pages name are there.
pub(super) fn site(folder: &Path) -> Finding {
    const TOPIC: &str = "site";
    let build = "Build it with `cargo xtask build-site`, or name its folder as site_dir.";
    match Site::load(folder) {
        Ok(site) => {
            let missing = site.missing();
            if missing.is_empty() {
                let seen = format!("{} files in {}", site.len(), folder.display());
                Finding::good(TOPIC, seen)
            } else {
                let seen = format!("{} lacks {}", folder.display(), missing.join(", "));
                Finding::wrong(TOPIC, seen, build)
            }
        }
        Err(error) => Finding::wrong(TOPIC, error.root_cause().to_string(), build)
            .seen_at(&folder.join("manifest.json")),
    }
}

/// Whether the fonts and the page of certificates are sound.
pub(super) fn renderer() -> Finding {
    const TOPIC: &str = "printing";
    match maktab_certificates::pdf::Renderer::new() {
        Ok(_) => Finding::good(TOPIC, "the fonts of certificates are there"),
        Err(error) => {
            let remedy = "The program is damaged: install it anew.";
            Finding::wrong(TOPIC, error.to_string(), remedy)
        }
    }
}
