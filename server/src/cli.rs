//! The command line: commands, flags, and the help that explains them.

use crate::configuration::DatabaseUrl;
use clap::{Args, Parser, Subcommand, ValueEnum};
use maktab_domain::{CountryCode, EmailAddress, Role};
use std::net::SocketAddr;
use std::path::PathBuf;

/// Everything on the command line.
#[derive(Debug, Parser)]
#[command(
    name = "maktab",
    version,
    about = "Maktab: workshops and trainings from the catalogue to the verified certificate",
    long_about = LONG,
    after_long_help = SETTINGS,
    disable_help_subcommand = true,
    arg_required_else_help = true
)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub settings: Flags,
    #[command(subcommand)]
    pub command: Command,
}

const LONG: &str = "\
Maktab: workshops and trainings from the catalogue to the verified certificate.

One program does it all: it serves the site, keeps the database, sends the mail and issues the
certificates. A first installation takes four commands:

  maktab migrate             create the database
  maktab seed --reference    organisations, countries and areas of cooperation
  maktab doctor              say what is still missing, and what to do about it
  maktab serve               serve the site until Ctrl-C or SIGTERM

To look around without installing anything, with invented people and events:

  maktab migrate --demo && maktab seed --demo && maktab serve --demo";

const SETTINGS: &str = "\
All settings
  A setting can stand in a file, in the environment and on the command line; the later one wins.
  The file is TOML: `maktab.toml` in the current folder, or the one named by --config. A variable is
  MAKTAB_ and the key in capitals, two underscores between a section and its key. On the command
  line the common keys have a flag of their own, and every key can be given as --set KEY=VALUE.
  A key that does not exist is an error that names it and where it stands.

  Key                      Default                 What
  data_dir                 data                    folder of the database, the keys and the files
  database_url             sqlite:DATA/maktab.db   or postgres://USER:PASSWORD@HOST/NAME
  listen                   127.0.0.1:3000          address and port of the server
  public_address           http://LISTEN           address in all links: mails, certificates, QR codes
  site_dir                 `site` beside the       folder that `cargo xtask build-site` fills
                           program, target/site
  trusted_proxies          none                    addresses of reverse proxies whose
                                                   X-Forwarded-For is believed
  demo                     false                   demonstration: no mail leaves, /dev exists
  demo_on_public_address   false                   lets a demonstration be reached from elsewhere
  mail.from                no-reply@HOST           sender, `Name <address>`
  mail.smtp_host           none                    mail server; without one no mail leaves
  mail.smtp_port           465, 587 or 25          follows from mail.tls
  mail.smtp_user           none                    name to sign in with at the mail server
  mail.smtp_password       none                    and its password
  mail.tls                 starttls                starttls, implicit, or none (loopback only)
  log.format               pretty                  pretty or json
  log.filter               info                    as RUST_LOG: `info,maktab_services=debug`
  limits.body_bytes        262144                  largest form that is read
  limits.request_seconds   30                      longest time that one request may take
  limits.concurrent        256                     requests at once; further ones are told to wait

  MAKTAB_LISTEN=127.0.0.1:8080 and MAKTAB_MAIL__SMTP_HOST=mail.example.org are two variables.
  MAKTAB_CONFIG names the file. Variables beginning with MAKTAB_TEST_ belong to the tests and are
  passed over.

Answer codes
  0 done    1 it did not happen, or doctor found something    2 the command line cannot be read";

/// Settings that have a flag of their own; they weigh more than the environment and the file.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Settings")]
pub(crate) struct Flags {
    /// File of settings instead of ./maktab.toml
    #[arg(long, global = true, value_name = "FILE", env = "MAKTAB_CONFIG")]
    pub config: Option<PathBuf>,
    /// Folder of the database, the keys and the files
    #[arg(long, global = true, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// Database: sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME
    #[arg(long, global = true, value_name = "URL")]
    pub database_url: Option<String>,
    /// Address and port to listen on
    #[arg(long, global = true, value_name = "ADDRESS:PORT")]
    pub listen: Option<SocketAddr>,
    /// Address under which the world reaches this server, as in https://training.example.org
    #[arg(long, global = true, value_name = "URL")]
    pub public_address: Option<String>,
    /// Folder of the built site
    #[arg(long, global = true, value_name = "DIR")]
    pub site_dir: Option<PathBuf>,
    /// Be a demonstration: no mail leaves this server, /dev exists, passwords are known
    #[arg(long, global = true)]
    pub demo: bool,
    /// Let the demonstration be reached from other machines as well
    #[arg(long, global = true)]
    pub demo_on_public_address: bool,
    /// Any setting by its key, as in --set mail.smtp_host=mail.example.org; may come repeatedly
    #[arg(long, global = true, value_name = "KEY=VALUE", value_parser = key_value)]
    pub set: Vec<(String, String)>,
}

fn key_value(text: &str) -> Result<(String, String), String> {
    let (key, value) = text.split_once('=').ok_or("it has to be KEY=VALUE")?;
    Ok((key.trim().to_owned(), value.to_owned()))
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve the site until Ctrl-C or SIGTERM
    ///
    /// Requests under way have ten seconds to be finished before the program ends. The database has
    /// to be up to date: an outdated one is refused, so that two versions never disagree about it
    /// unnoticed; a demonstration brings its own up to date by itself.
    #[command(verbatim_doc_comment)]
    Serve {
        /// Bring the database up to date first
        #[arg(long)]
        migrate: bool,
    },
    /// Create the database, or bring it up to date
    ///
    /// Harmless where nothing is to be done. Make a backup before you update a running
    /// installation.
    #[command(verbatim_doc_comment)]
    Migrate,
    /// Fill in what a new installation starts with: --reference or --demo
    ///
    /// `seed --reference` puts in the organisations, countries and areas of the memorandum, or
    /// brings them up to date; whoever signs certificates for an organisation is named with
    /// --signatory. `seed --demo` puts in the same, and invented courses, events,
    /// people and certificates around today's date; it fills only an empty database, and a server
    /// that is no demonstration refuses to serve such a database, since its passwords are known.
    #[command(verbatim_doc_comment)]
    Seed(Seed),
    /// Give somebody a role: coordinator, trainer, focal-point, administrator
    ///
    /// The first coordinators and administrators of an installation come from here. A person who
    /// is not known yet needs --name and --country; she then signs in by a link that is sent to
    /// her address.
    #[command(verbatim_doc_comment)]
    Grant(Grant),
    /// Write everything into one file: the database, the files, the keys
    ///
    /// The server may go on working: the backup is one consistent picture. It is read back and
    /// compared before it gets its name. It restores into SQLite and PostgreSQL alike.
    ///
    /// A backup is SECRET: it holds the data of people and, unencrypted, the keys that sign
    /// certificates. Only its owner may read the file; keep it so wherever you take it.
    #[command(verbatim_doc_comment)]
    Backup {
        /// File to write, which must not exist; or a folder, where it is named after the time
        #[arg(long, value_name = "FILE-OR-FOLDER")]
        to: PathBuf,
    },
    /// Put a backup back: everything or nothing
    ///
    /// The backup is verified before anything is touched; afterwards every table is read back and
    /// compared. Stop the server first. A backup of an older version is brought up to date. Mail
    /// that was waiting when the backup was made leaves once the server starts.
    #[command(verbatim_doc_comment)]
    Restore {
        /// The backup
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
        /// Replace what is there: rows, files and keys
        #[arg(long)]
        force: bool,
    },
    /// Copy the database to another one, as from SQLite to PostgreSQL
    ///
    /// The target is migrated and has to be empty. Counts and checksums of every table are
    /// compared at the end; where one differs, nothing stays in the target. Stop the server first:
    /// what it writes after the copy has begun is not copied. Files and keys stay where they are,
    /// in the data folder. A password that stands in an address can be seen in the list of
    /// processes; PGPASSWORD in the environment cannot.
    #[command(verbatim_doc_comment)]
    Copy {
        /// Database to read: sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME
        #[arg(long, value_name = "URL", value_parser = DatabaseUrl::parse)]
        from: DatabaseUrl,
        /// Empty database to fill
        #[arg(long, value_name = "URL", value_parser = DatabaseUrl::parse)]
        to: DatabaseUrl,
    },
    /// Say what is misconfigured, and what to do about it
    ///
    /// Looks at the settings, the database, the data folder, the keys, the built site, the public
    /// address, the mail server (it connects and sends nothing), the clock, jobs that fail or do not
    /// run, and mail that could not be delivered. Leaves nothing behind.
    #[command(verbatim_doc_comment)]
    Doctor {
        /// How to print what was found
        #[arg(long, value_enum, default_value_t = Form::Text)]
        format: Form,
    },
}

/// `maktab seed`. The third choice, `--demo`, is the flag that all commands share.
#[derive(Debug, Args)]
pub(crate) struct Seed {
    /// The organisations, countries and areas of the memorandum; what is there is brought up to date
    #[arg(long, conflicts_with_all = ["demo", "list_accounts"])]
    pub reference: bool,
    /// Who signs certificates for an organisation, as in --signatory "eco=Name Surname"; may come
    /// repeatedly
    #[arg(long, requires = "reference", value_name = "CODE=NAME", value_parser = key_value)]
    pub signatory: Vec<(String, String)>,
    /// Only print the accounts of the demonstration, with their passwords
    #[arg(long)]
    pub list_accounts: bool,
}

/// `maktab grant`.
#[derive(Debug, Args)]
pub(crate) struct Grant {
    /// The person's email address
    #[arg(long, value_name = "ADDRESS", value_parser = address)]
    pub email: EmailAddress,
    /// coordinator, trainer, focal-point or administrator
    #[arg(long)]
    pub role: Role,
    /// Code of the organisation within which the role holds, as in eco; everywhere without
    #[arg(long, value_name = "CODE")]
    pub organisation: Option<String>,
    /// The country of a focal point, or where a new person is from, as in TJ
    #[arg(long, value_name = "CODE", value_parser = country)]
    pub country: Option<CountryCode>,
    /// Name of a person who is not known yet, in Latin script
    #[arg(long)]
    pub name: Option<String>,
    /// Language in which to write to a person who is not known yet: en, ru, fa or tr
    #[arg(long, default_value = "en", value_name = "TAG")]
    pub language: String,
    /// Take the role away instead
    #[arg(long)]
    pub withdraw: bool,
}

fn country(text: &str) -> Result<CountryCode, String> {
    CountryCode::parse(text).map_err(|_| "a country has two letters, as in TJ".to_owned())
}

fn address(text: &str) -> Result<EmailAddress, String> {
    EmailAddress::parse(text).map_err(|_| "it has to be an address, as in name@host".to_owned())
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    /// A list for people
    Text,
    /// One JSON document
    Json,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn the_help_names_every_setting() {
        let help = Cli::command().render_long_help().to_string();
        for key in crate::configuration::KEYS {
            assert!(help.contains(key), "{key}");
        }
    }

    #[test]
    fn demo_may_stand_before_and_behind_the_command() {
        let cli = Cli::parse_from(["maktab", "seed", "--demo"]);
        assert!(cli.settings.demo);
        assert!(matches!(cli.command, Command::Seed(seed) if !seed.reference));
        assert!(Cli::parse_from(["maktab", "serve", "--demo"]).settings.demo);
        assert!(Cli::try_parse_from(["maktab", "seed", "--demo", "--reference"]).is_err());
    }
}
