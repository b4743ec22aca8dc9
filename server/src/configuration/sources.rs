//! Where settings come from: the file, then the environment, then the flags.
//!
//! Each single setting is read on its own first, so that a mistake is reported
//! with the place where it stands.

use super::Configuration;
use crate::cli::Flags;
use config::builder::DefaultState;
use config::{Config, ConfigBuilder, ConfigError, File, FileFormat};
use eyre::{Result, WrapErr, eyre};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

const PREFIX: &str = "MAKTAB_";
/// The file that is read where it is there and no other is named.
const USUAL_FILE: &str = "maktab.toml";

/// Everything that can hold a setting.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    /// The file, where there is one.
    pub file: Option<PathBuf>,
    /// The environment; what does not begin with `MAKTAB_` is passed over.
    pub variables: Vec<(OsString, OsString)>,
    /// Key, value, and how the flag is called.
    pub flags: Vec<(String, String, String)>,
}

impl Sources {
    /// The sources of this process.
    pub fn of_process(flags: &Flags) -> Self {
        let usual = || Some(PathBuf::from(USUAL_FILE)).filter(|path| path.is_file());
        Self {
            file: flags.config.clone().or_else(usual),
            variables: std::env::vars_os().collect(),
            flags: given(flags),
        }
    }
}

/// The flags that were given, as keys and values.
pub(crate) fn given(flags: &Flags) -> Vec<(String, String, String)> {
    let path = |path: &PathBuf| path.to_string_lossy().into_owned();
    let named = [
        ("data_dir", flags.data_dir.as_ref().map(path)),
        ("database_url", flags.database_url.clone()),
        ("listen", flags.listen.map(|listen| listen.to_string())),
        ("public_address", flags.public_address.clone()),
        ("site_dir", flags.site_dir.as_ref().map(path)),
        ("demo", flags.demo.then(|| "true".to_owned())),
        (
            "demo_on_public_address",
            flags.demo_on_public_address.then(|| "true".to_owned()),
        ),
    ];
    let own = named.into_iter().filter_map(|(key, value)| {
        let flag = format!("--{}", key.replace('_', "-"));
        value.map(|value| (key.to_owned(), value, flag))
    });
    let set = flags.set.iter().map(|(key, value)| {
        let flag = format!("--set {key}");
        (key.clone(), value.clone(), flag)
    });
    own.chain(set).collect()
}

/// Reads and joins the sources.
///
/// # Errors
/// A key that does not exist or a value that cannot be read: named, with its place.
pub(crate) fn load(sources: &Sources) -> Result<Configuration> {
    let mut all = Config::builder();
    if let Some(path) = &sources.file {
        let text = std::fs::read_to_string(path)
            .wrap_err_with(|| format!("cannot read the settings in {}", path.display()))?;
        let file = File::from_str(&text, FileFormat::Toml);
        check(Config::builder().add_source(file.clone()), &place(path))?;
        all = all.add_source(file);
    }
    for (name, value) in own_variables(&sources.variables) {
        let name = name.to_string_lossy();
        let key = name[PREFIX.len()..].to_lowercase().replace("__", ".");
        let place = format!("the variable {name}");
        let value = value
            .to_str()
            .ok_or_else(|| eyre!("in {place}: not Unicode"))?;
        all = set(all, &key, value, &place)?;
    }
    for (key, value, flag) in &sources.flags {
        all = set(all, key, value, flag)?;
    }
    let joined: Configuration = all.build()?.try_deserialize()?;
    joined.checked()
}

fn place(path: &Path) -> String {
    path.display().to_string()
}

/// The variables that are settings: named so, not empty, and not one of the two exceptions.
fn own_variables(all: &[(OsString, OsString)]) -> impl Iterator<Item = (&OsString, &OsString)> {
    let own = |name: &OsString| {
        let name = name.to_string_lossy();
        name.starts_with(PREFIX) && !name.starts_with("MAKTAB_TEST_") && name != "MAKTAB_CONFIG"
    };
    let pairs = all.iter().map(|(name, value)| (name, value));
    pairs.filter(move |(name, value)| own(name) && !value.is_empty())
}

/// Adds one setting after it has been read by itself.
fn set(
    all: ConfigBuilder<DefaultState>,
    key: &str,
    value: &str,
    place: &str,
) -> Result<ConfigBuilder<DefaultState>> {
    let add = |builder: ConfigBuilder<DefaultState>| {
        builder
            .set_override(key, value)
            .map_err(|error| complaint(&error, place))
    };
    check(add(Config::builder())?, place)?;
    add(all)
}

/// Reads one source alone, for the sake of what is wrong with it.
fn check(builder: ConfigBuilder<DefaultState>, place: &str) -> Result<()> {
    builder
        .build()
        .and_then(Config::try_deserialize::<Configuration>)
        .map(drop)
        .map_err(|error| complaint(&error, place))
}

fn complaint(error: &ConfigError, place: &str) -> eyre::Report {
    let text = error.to_string().replace("unknown field", "unknown key");
    eyre!("in {place}: {text}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(variables: &[(&str, &str)], flags: &[(&str, &str)]) -> Sources {
        let own = |(a, b): &(&str, &str)| (OsString::from(*a), OsString::from(*b));
        let flag = |(key, value): &(&str, &str)| {
            (String::from(*key), String::from(*value), format!("--{key}"))
        };
        Sources {
            file: None,
            variables: variables.iter().map(own).collect(),
            flags: flags.iter().map(flag).collect(),
        }
    }

    /// A file of settings that is removed again.
    struct Written(PathBuf);

    impl Written {
        fn new(name: &str, text: &str) -> Self {
            let name = format!("maktab-settings-{}-{name}.toml", std::process::id());
            let path = std::env::temp_dir().join(name);
            std::fs::write(&path, text).unwrap();
            Self(path)
        }
    }

    impl Drop for Written {
        fn drop(&mut self) {
            drop(std::fs::remove_file(&self.0));
        }
    }

    fn with_file(name: &str, text: &str, mut sources: Sources) -> Result<Configuration> {
        let written = Written::new(name, text);
        sources.file = Some(written.0.clone());
        load(&sources)
    }

    fn refused(result: Result<Configuration>) -> String {
        format!("{:#}", result.unwrap_err())
    }

    #[test]
    fn flags_outweigh_the_environment_and_that_outweighs_the_file() {
        let file = "listen = '127.0.0.1:1'\ndata_dir = 'from-file'\nsite_dir = 'from-file'\n";
        let environment = [
            ("MAKTAB_LISTEN", "127.0.0.1:2"),
            ("MAKTAB_SITE_DIR", "from-environment"),
        ];
        let settings = with_file(
            "weight",
            file,
            sources(&environment, &[("listen", "127.0.0.1:3")]),
        );
        let settings = settings.unwrap();
        assert_eq!(settings.listen.port(), 3);
        assert_eq!(settings.site_dir, Some("from-environment".into()));
        assert_eq!(settings.data_dir, PathBuf::from("from-file"));
        assert_eq!(settings.limits.body_bytes, 262_144);
    }

    #[test]
    fn two_underscores_lead_into_a_section_which_keeps_its_other_keys() {
        let file = "[mail]\nsmtp_host = 'mail.example.org'\nsmtp_user = 'u'\n";
        let environment = [
            ("MAKTAB_MAIL__SMTP_PORT", "2525"),
            ("MAKTAB_MAIL__SMTP_PASSWORD", "1e5"),
            ("MAKTAB_DEMO", "true"),
        ];
        let settings = with_file("section", file, sources(&environment, &[])).unwrap();
        assert_eq!(settings.mail.smtp_host.as_deref(), Some("mail.example.org"));
        assert_eq!(settings.mail.smtp_port, Some(2525));
        assert_eq!(settings.mail.smtp_password.unwrap().reveal(), "1e5");
        assert!(settings.demo);
    }

    #[test]
    fn proxies_are_a_list_in_a_file_and_a_text_in_a_variable() {
        let file = with_file(
            "proxies",
            "trusted_proxies = ['10.0.0.1']\n",
            Sources::default(),
        );
        assert_eq!(file.unwrap().trusted_proxies.len(), 1);
        let named = sources(&[("MAKTAB_TRUSTED_PROXIES", "10.0.0.1, ::1")], &[]);
        assert_eq!(load(&named).unwrap().trusted_proxies.len(), 2);
        let named = sources(&[("MAKTAB_TRUSTED_PROXIES", "10.0.0.0/8")], &[]);
        assert!(refused(load(&named)).contains("10.0.0.0/8"));
    }

    #[test]
    fn an_unknown_key_is_named_with_its_place() {
        let text = refused(with_file("key", "lisen = '1'\n", Sources::default()));
        assert!(
            text.contains("unknown key `lisen`") && text.contains("key.toml"),
            "{text}"
        );
        let text = refused(with_file(
            "deep",
            "[mail]\nhost = 'x'\n",
            Sources::default(),
        ));
        assert!(
            text.contains("unknown key `host`") && text.contains("deep.toml"),
            "{text}"
        );
        let text = refused(load(&sources(&[("MAKTAB_DATA", "x")], &[])));
        assert!(
            text.contains("unknown key `data`") && text.contains("MAKTAB_DATA"),
            "{text}"
        );
        let text = refused(load(&sources(&[], &[("mail.port", "1")])));
        assert!(
            text.contains("unknown key `port`") && text.contains("--mail.port"),
            "{text}"
        );
    }

    #[test]
    fn a_value_that_cannot_be_read_is_named_with_its_place() {
        for (name, value) in [
            ("MAKTAB_LISTEN", "everywhere"),
            ("MAKTAB_DEMO", "perhaps"),
            ("MAKTAB_PUBLIC_ADDRESS", "maktab.example"),
            ("MAKTAB_MAIL__TLS", "ssl"),
            ("MAKTAB_MAIL__SMTP_PORT", "99999"),
            ("MAKTAB_DATABASE_URL", "mysql://u:s3cret@h"),
        ] {
            let text = refused(load(&sources(&[(name, value)], &[])));
            assert!(text.contains(name) && !text.contains("s3cret"), "{text}");
        }
        let text = refused(load(&sources(
            &[("MAKTAB_LOG__FILTER", "info=loud=x")],
            &[],
        )));
        assert!(text.contains("log.filter"), "{text}");
        let text = refused(load(&sources(&[("MAKTAB_MAIL__FROM", "nobody")], &[])));
        assert!(text.contains("mail.from"), "{text}");
    }

    #[test]
    fn other_variables_and_those_of_the_tests_are_passed_over() {
        let variables = [
            ("MAKTAB_TEST_POSTGRES", "postgres://x"),
            ("MAKTAB_CONFIG", "elsewhere.toml"),
            ("MAKTABX", "1"),
            ("MAKTAB_LISTEN", ""),
        ];
        let settings = load(&sources(&variables, &[])).unwrap();
        assert_eq!(settings.listen.port(), 3000);
    }

    #[test]
    fn every_flag_reaches_its_key() {
        let flags = Flags {
            data_dir: Some("d".into()),
            database_url: Some("sqlite:x".into()),
            listen: Some(([127, 0, 0, 1], 9).into()),
            public_address: Some("https://maktab.example".into()),
            site_dir: Some("s".into()),
            demo: true,
            demo_on_public_address: true,
            set: vec![("mail.tls".into(), "none".into())],
            config: None,
        };
        let sources = Sources {
            flags: given(&flags),
            ..Sources::default()
        };
        let read = load(&sources).unwrap();
        assert_eq!((read.data_dir, read.listen.port()), ("d".into(), 9));
        assert_eq!(read.database_url.unwrap().reveal(), "sqlite:x");
        assert_eq!(read.public_address.unwrap().host(), "maktab.example");
        assert_eq!(read.site_dir, Some("s".into()));
        assert!(read.demo && read.demo_on_public_address);
        assert_eq!(read.mail.tls, super::super::Tls::None);
    }
}
