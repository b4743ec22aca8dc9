//! A PostgreSQL cluster of our own for the time of a command: in a temporary folder, on a free
//! port of the loopback interface.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use eyre::{Result, WrapErr};
use nix::sys::signal::Signal;

use crate::http::free_port;
use crate::interrupt;
use crate::progress::{Step, Stopwatch};
use crate::project::Project;
use crate::setup::debian;
use crate::tool;

const SUPERUSER: &str = "maktab";
const PATIENCE: Duration = Duration::from_secs(30);

/// How much a cluster cares about its data.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// A power cut may lose everything: quick, for tests that begin anew each time.
    None,
    /// What is committed is on the disk, as PostgreSQL is set up by itself.
    Full,
}

impl Durability {
    fn settings(self) -> &'static [&'static str] {
        match self {
            Self::None => &[
                "fsync=off",
                "synchronous_commit=off",
                "full_page_writes=off",
            ],
            Self::Full => &["fsync=on", "synchronous_commit=on", "full_page_writes=on"],
        }
    }
}

/// A running cluster; it is stopped and removed when this is dropped.
pub struct Cluster {
    folder: PathBuf,
    port: u16,
    password: String,
    child: Option<Child>,
}

impl Cluster {
    /// Creates and starts the cluster.
    pub fn start(project: &Project, step: &mut Step, durability: Durability) -> Result<Self> {
        let programs = debian::postgres_programs()
            .ok_or_else(|| eyre::eyre!("the PostgreSQL server is not installed (initdb)"))?;
        let folder = std::env::temp_dir().join(format!("maktab-postgres-{}", std::process::id()));
        let mut cluster = Self {
            folder,
            port: free_port()?,
            password: password()?,
            child: None,
        };
        cluster.create(project, step, &programs)?;
        cluster.run(project, &programs, durability)?;
        Ok(cluster)
    }

    /// What the tests connect to; they create databases of their own there.
    pub fn url(&self) -> String {
        format!(
            "postgres://{SUPERUSER}:{}@127.0.0.1:{}/postgres",
            self.password, self.port
        )
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    fn create(&self, project: &Project, step: &mut Step, programs: &Path) -> Result<()> {
        let password_file = self.folder.join("password");
        fs::create_dir(&self.folder).wrap_err_with(|| self.folder.display().to_string())?;
        fs::set_permissions(&self.folder, fs::Permissions::from_mode(0o700))?;
        fs::write(&password_file, &self.password)?;
        if debian::is_root() {
            let mut chown = project.command("chown");
            tool::ask(chown.args(["--recursive", "postgres:"]).arg(&self.folder))?;
        }
        let mut initdb = self.as_its_user(project, &programs.join("initdb"));
        initdb.arg("--pgdata").arg(self.data());
        initdb.arg("--pwfile").arg(&password_file);
        initdb.args(["--username", SUPERUSER, "--auth", "scram-sha-256"]);
        initdb.args(["--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"]);
        tool::run(project, step, "postgres-initdb", &mut initdb)?.require()
    }

    fn run(&mut self, project: &Project, programs: &Path, durability: Durability) -> Result<()> {
        let log = project.target("xtask/logs/postgres.log");
        let output = fs::File::create(&log).wrap_err_with(|| log.display().to_string())?;
        let mut postgres = self.as_its_user(project, &programs.join("postgres"));
        postgres
            .arg("-D")
            .arg(self.data())
            .arg("-k")
            .arg(&self.folder);
        postgres.args(["-p", &self.port.to_string()]);
        let own = ["listen_addresses=127.0.0.1", "max_connections=300"];
        for setting in own.iter().chain(durability.settings()) {
            postgres.args(["-c", setting]);
        }
        postgres
            .stdin(Stdio::null())
            .stdout(output.try_clone()?)
            .stderr(output);
        let child = postgres
            .process_group(0)
            .spawn()
            .wrap_err("cannot run postgres")?;
        let child = self.child.insert(child);
        let watch = Stopwatch::start();
        while !fs::read_to_string(&log)
            .unwrap_or_default()
            .contains("ready to accept connections")
        {
            interrupt::check()?;
            if child.try_wait()?.is_some() || watch.elapsed() > PATIENCE {
                let said = fs::read_to_string(&log).unwrap_or_default();
                eyre::bail!("PostgreSQL does not start:\n{}", said.trim());
            }
            thread::sleep(Duration::from_millis(30));
        }
        Ok(())
    }

    /// PostgreSQL refuses to run as root.
    fn as_its_user(&self, project: &Project, program: &Path) -> Command {
        let mut command = if debian::is_root() {
            let mut command = project.command("setpriv");
            command.args([
                "--reuid",
                "postgres",
                "--regid",
                "postgres",
                "--init-groups",
            ]);
            command.arg(program);
            command
        } else {
            project.command(program)
        };
        // The checkout may lie where the other user cannot go.
        command.current_dir(&self.folder).env("LC_ALL", "C.UTF-8");
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            // SIGINT is PostgreSQL's quick and clean end.
            interrupt::end_group(child, Signal::SIGINT, PATIENCE);
        }
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Not guessable by another user of this machine.
fn password() -> Result<String> {
    use std::io::Read;
    let mut bytes = [0; 16];
    fs::File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
