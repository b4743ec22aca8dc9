//! What the doctor finds in installations that are right, and in ones that are not.

use super::*;
use crate::configuration::{DatabaseUrl, Mail, Password, Tls};
use maktab_domain::{CountryCode, EmailAddress, Role};
use maktab_services::granting::Granting;
use maktab_services::{PublicAddress, Random, SystemRandom};
use maktab_store::Database;
use std::fs;
use std::net::IpAddr;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

/// An installation in which nothing is wrong, in a folder that is removed with it.
struct Sound {
    folder: PathBuf,
    settings: Configuration,
}

impl Drop for Sound {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.folder));
    }
}

fn administrator() -> Granting {
    Granting {
        email: EmailAddress::parse("admin@example.org").unwrap(),
        role: Role::Administrator,
        organisation: None,
        country: Some(CountryCode::parse("TR").unwrap()),
        name: Some("An Administrator".to_owned()),
        language: "en".to_owned(),
    }
}

fn rights(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

impl Sound {
    async fn new(name: &str) -> Self {
        let folder = format!("maktab-doctor-{}-{name}", std::process::id());
        let folder = std::env::temp_dir().join(folder);
        let (site, keys) = (folder.join("site"), folder.join("keys"));
        fs::create_dir_all(site.join("pkg")).unwrap();
        fs::create_dir_all(&keys).unwrap();
        rights(&folder, 0o700);
        let manifest =
            r#"{"css": "/pkg/a", "loader": "/pkg/a", "wasm": "/pkg/a", "wasm_js": "/pkg/a"}"#;
        fs::write(site.join("manifest.json"), manifest).unwrap();
        fs::write(site.join("pkg/a"), "a").unwrap();
        let mut seed = [0; 32];
        SystemRandom.fill(&mut seed);
        let key = maktab_certificates::SigningKey::from_seed(seed);
        fs::write(keys.join("issuer.pem"), key.to_pem().unwrap()).unwrap();
        rights(&keys.join("issuer.pem"), 0o600);
        let settings = Configuration {
            data_dir: folder.clone(),
            site_dir: Some(site),
            public_address: Some(PublicAddress::parse("https://training.example.org").unwrap()),
            trusted_proxies: vec![IpAddr::from([127, 0, 0, 1])],
            mail: Mail {
                from: Some("Training <training@example.org>".to_owned()),
                smtp_host: Some("127.0.0.1".to_owned()),
                smtp_port: Some(mail_server().await),
                tls: Tls::None,
                ..Mail::default()
            },
            ..Configuration::default()
        };
        let database = Database::open(settings.database().reveal()).await.unwrap();
        database.migrate().await.unwrap();
        let services = crate::commands::services_for_tests(&settings, database);
        services.seed_reference().await.unwrap();
        for code in ["eco", "iom"] {
            services.name_signatory(code, "A. Signatory").await.unwrap();
        }
        services.grant(&administrator()).await.unwrap();
        Self { folder, settings }
    }

    async fn wrong(&self) -> Vec<Finding> {
        let findings = examine(Ok(self.settings.clone())).await;
        findings.into_iter().filter(Finding::is_wrong).collect()
    }

    /// The only thing that is wrong.
    async fn only(&self) -> Finding {
        let mut wrong = self.wrong().await;
        assert_eq!(wrong.len(), 1, "{wrong:#?}");
        let found = wrong.remove(0);
        assert!(!found.remedy.is_empty(), "{found:?}");
        found
    }
}

/// A mail server that says what is needed for one greeting.
async fn mail_server() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let mut stream = BufReader::new(stream);
            stream.write_all(b"220 test\r\n").await.unwrap();
            let mut line = String::new();
            while stream.read_line(&mut line).await.is_ok_and(|read| read > 0) {
                stream.write_all(b"250 test\r\n").await.unwrap();
                line.clear();
            }
        }
    });
    port
}

#[tokio::test]
async fn nothing_is_wrong_with_a_sound_installation() {
    let sound = Sound::new("sound").await;
    let findings = examine(Ok(sound.settings.clone())).await;
    assert_eq!(sound.wrong().await, []);
    let text = as_text(&findings);
    assert!(text.ends_with("Nothing is wrong."), "{text}");
    for topic in ["database", "key", "site", "mail", "clock", "printing"] {
        assert!(text.contains(&format!("✓ {topic}")), "{topic} in {text}");
    }
    let json: serde_json::Value = serde_json::from_str(&as_json(&findings)).unwrap();
    assert_eq!(json[0]["topic"], "settings");
}

#[tokio::test]
async fn settings_that_cannot_be_read_are_the_only_finding() {
    let findings = examine(Err(eyre::eyre!("in maktab.toml: unknown key `lisen`"))).await;
    assert_eq!(findings.len(), 1);
    assert!(as_text(&findings).contains("✗ settings"));
    assert!(as_text(&findings).ends_with("One thing is wrong."));
}

#[tokio::test]
async fn an_address_that_visitors_cannot_use_is_found() {
    let mut sound = Sound::new("address").await;
    for address in ["http://127.0.0.1:3000", "http://training.example.org"] {
        sound.settings.public_address = Some(PublicAddress::parse(address).unwrap());
        assert_eq!(sound.only().await.topic, "address", "{address}");
    }
    sound.settings.public_address = None;
    assert_eq!(sound.only().await.topic, "address");
}

#[tokio::test]
async fn a_proxy_that_is_not_named_is_found_where_there_must_be_one() {
    let mut sound = Sound::new("proxy").await;
    sound.settings.trusted_proxies.clear();
    let found = sound.only().await;
    assert_eq!(found.topic, "listening");
    assert!(found.remedy.contains("trusted_proxies"), "{found:?}");
    // Reached from other machines, there may be a proxy or none: that is for people to judge.
    sound.settings.listen = ([0, 0, 0, 0], 3000).into();
    assert_eq!(sound.wrong().await, []);
}

#[tokio::test]
async fn files_that_others_can_read_are_found() {
    let sound = Sound::new("rights").await;
    let key = sound.folder.join("keys/issuer.pem");
    rights(&key, 0o644);
    let found = sound.only().await;
    assert_eq!(found.topic, "key");
    assert!(found.remedy.contains("chmod 600"), "{found:?}");
    rights(&key, 0o600);
    rights(&sound.folder, 0o755);
    assert_eq!(sound.only().await.topic, "data");
}

#[tokio::test]
async fn a_key_that_is_none_is_found() {
    let sound = Sound::new("key").await;
    fs::write(sound.folder.join("keys/issuer.pem"), "-----BEGIN").unwrap();
    assert_eq!(sound.only().await.topic, "key");
}

#[tokio::test]
async fn a_site_without_a_file_is_found() {
    let sound = Sound::new("site").await;
    fs::remove_file(sound.folder.join("site/pkg/a")).unwrap();
    let found = sound.only().await;
    assert!(found.seen.contains("/pkg/a") && found.remedy.contains("build-site"));
    fs::remove_file(sound.folder.join("site/manifest.json")).unwrap();
    assert!(sound.only().await.seen.contains("manifest.json"));
}

#[tokio::test]
async fn a_database_that_is_missing_empty_or_a_demonstration_s_is_found() {
    let mut sound = Sound::new("database").await;
    let missing = sound.folder.join("missing.db");
    sound.settings.database_url = Some(DatabaseUrl::sqlite(&missing));
    assert!(sound.only().await.remedy.contains("maktab migrate"));
    assert!(!missing.exists(), "looking changes nothing");
    let empty = Database::open(sound.settings.database().reveal())
        .await
        .unwrap();
    empty.close().await;
    assert!(sound.only().await.seen.contains("is empty"));
    let empty = Database::open(sound.settings.database().reveal())
        .await
        .unwrap();
    empty.migrate().await.unwrap();
    assert_eq!(sound.only().await.topic, "reference");
    let services = crate::commands::services_for_tests(&sound.settings, empty);
    services.seed_demonstration().await.unwrap();
    assert_eq!(sound.only().await.topic, "demo");
}

#[tokio::test]
async fn an_organisation_without_signatory_or_staff_is_found() {
    let mut sound = Sound::new("signatory").await;
    sound.settings.database_url = Some(DatabaseUrl::sqlite(&sound.folder.join("two.db")));
    let database = Database::open(sound.settings.database().reveal())
        .await
        .unwrap();
    database.migrate().await.unwrap();
    let services = crate::commands::services_for_tests(&sound.settings, database);
    services.seed_reference().await.unwrap();
    services
        .name_signatory("eco", "A. Signatory")
        .await
        .unwrap();
    services.grant(&administrator()).await.unwrap();
    let found = sound.only().await;
    assert!(
        found.remedy.contains("--signatory \"iom=NAME\""),
        "{found:?}"
    );
    services
        .name_signatory("iom", "B. Signatory")
        .await
        .unwrap();
    services.withdraw_grant(&administrator()).await.unwrap();
    assert_eq!(sound.only().await.topic, "staff", "nobody coordinates");
}

#[tokio::test]
async fn mail_that_cannot_leave_is_found() {
    let mut sound = Sound::new("mail").await;
    sound.settings.mail.from = None;
    assert_eq!(sound.only().await.topic, "sender");
    sound.settings.mail.from = Some("a@example.org".to_owned());
    // Nobody listens on a port that was free a moment ago.
    let free = TcpListener::bind("127.0.0.1:0").await.unwrap();
    sound.settings.mail.smtp_port = Some(free.local_addr().unwrap().port());
    drop(free);
    assert_eq!(sound.only().await.topic, "mail");
    sound.settings.mail.smtp_user = Some("user".to_owned());
    assert!(sound.only().await.seen.contains("belong together"));
    sound.settings.mail.smtp_password = Some(Password::new("hunter2"));
    assert!(!format!("{:?}", sound.only().await).contains("hunter2"));
    sound.settings.mail.smtp_host = Some("mail.example.org".to_owned());
    assert!(sound.only().await.seen.contains("without TLS"));
    sound.settings.mail.smtp_host = None;
    assert!(sound.only().await.seen.contains("no mail server"));
}

#[tokio::test]
async fn a_demonstration_in_the_open_is_found() {
    let mut sound = Sound::new("demo").await;
    sound.settings.demo = true;
    assert_eq!(sound.only().await.topic, "demo", "its public address");
    sound.settings.demo_on_public_address = true;
    assert_eq!(sound.wrong().await, []);
}
