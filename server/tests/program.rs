//! The program as an administrator runs it: what it refuses, what it says, how it ends.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// A folder of its own that is removed with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let name = format!("maktab-program-{}-{name}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let site = folder.join("site");
        std::fs::create_dir_all(site.join("pkg")).unwrap();
        std::fs::write(site.join("manifest.json"), "{}").unwrap();
        Self(folder)
    }

    fn path(&self) -> &Path {
        &self.0
    }

    /// The program with nothing of this process's settings.
    fn maktab(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_maktab"));
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("MAKTAB_") {
                command.env_remove(name);
            }
        }
        command.current_dir(self.path()).args(arguments);
        command.args(["--data-dir", "data", "--site-dir", "site"]);
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.maktab(arguments).output().unwrap()
    }

    /// Runs it and answers what it said when it refused.
    fn refused(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(text.starts_with("error: "), "{text}");
        text
    }

    fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{output:?}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// A running server; killed with it where it still runs.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(folder: &Folder, arguments: &[&str]) -> Self {
        let mut command = folder.maktab(arguments);
        command.args(["--listen", "127.0.0.1:0", "--set", "log.format=json"]);
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = lines.find_map(|line| {
            let line: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
            let listen = line["fields"]["listen"].as_str();
            listen.map(str::to_owned)
        });
        // What else is logged is read, so that the server never waits for a reader.
        std::thread::spawn(move || lines.count());
        Self {
            child,
            address: address.unwrap(),
        }
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.0\r\nHost: x\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

#[test]
fn a_new_installation_is_set_up_step_by_step() {
    let folder = Folder::new("steps");
    let text = folder.refused(&["serve", "--listen", "127.0.0.1:0"]);
    assert!(text.contains("maktab migrate"), "{text}");
    let text = folder.refused(&["seed", "--reference"]);
    assert!(text.contains("maktab migrate"), "{text}");
    assert!(
        folder
            .done(&["migrate"])
            .contains("has been brought up to date")
    );
    assert!(folder.done(&["migrate"]).contains("is up to date"));
    assert!(folder.refused(&["seed"]).contains("--reference"));
    let said = folder.done(&["seed", "--reference", "--signatory", "eco=A. Signatory"]);
    assert!(said.contains("A. Signatory signs for eco."), "{said}");
    assert!(said.contains("Nobody signs for iom yet"), "{said}");
    let grant = ["grant", "--email", "a@example.org", "--role", "coordinator"];
    assert!(folder.refused(&grant).contains("--name"));
    let whole = [&grant[..], &["--name", "A. Coordinator", "--country", "tj"]].concat();
    assert!(folder.done(&whole).contains("/en/sign-in"));
    assert!(folder.done(&grant).contains("already"));
    let mut server = Server::start(&folder, &["serve"]);
    assert!(server.get("/readyz").starts_with("HTTP/1.0 200"));
    assert!(server.get("/dev/mail").starts_with("HTTP/1.0 404"));
    let ended = Command::new("kill")
        .args(["-TERM", &server.child.id().to_string()])
        .status();
    assert!(ended.unwrap().success());
    assert_eq!(server.child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_demonstration_stays_on_this_machine_and_in_demo_mode() {
    let folder = Folder::new("demo");
    let text = folder.refused(&["serve", "--demo", "--listen", "0.0.0.0:0"]);
    assert!(text.contains("--demo-on-public-address"), "{text}");
    folder.done(&["migrate", "--demo"]);
    let said = folder.done(&["seed", "--demo"]);
    assert!(said.contains("all of them invented"), "{said}");
    assert!(folder.done(&["seed", "--demo"]).contains("already"));
    let text = folder.refused(&["serve", "--listen", "127.0.0.1:0"]);
    assert!(text.contains("passwords are known"), "{text}");
    let server = Server::start(&folder, &["serve", "--demo"]);
    assert!(server.get("/en").contains("<html lang=\"en\""));
    drop(server);
    let told = folder.done(&["seed", "--list-accounts"]);
    assert!(told.contains("trainee@example.org"), "{told}");
}

#[test]
fn a_mistake_in_the_settings_is_named() {
    let folder = Folder::new("mistake");
    std::fs::write(folder.path().join("maktab.toml"), "lisen = 'x'\n").unwrap();
    let text = folder.refused(&["migrate"]);
    assert!(text.contains("maktab.toml: unknown key `lisen`"), "{text}");
    std::fs::write(folder.path().join("maktab.toml"), "demo = true\n").unwrap();
    let mut command = folder.maktab(&["migrate"]);
    let output = command.env("MAKTAB_DATA", "x").output().unwrap();
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        text.contains("the variable MAKTAB_DATA: unknown key `data`"),
        "{text}"
    );
    let doctor = folder.run(&["doctor", "--set", "mail.port=1"]);
    assert_eq!(doctor.status.code(), Some(1));
    let text = String::from_utf8_lossy(&doctor.stdout).into_owned();
    assert!(
        text.contains("✗ settings") && text.contains("--set mail.port"),
        "{text}"
    );
    let named = folder.run(&["migrate", "--config", "elsewhere.toml"]);
    let text = String::from_utf8_lossy(&named.stderr).into_owned();
    assert!(text.contains("elsewhere.toml"), "{text}");
}
