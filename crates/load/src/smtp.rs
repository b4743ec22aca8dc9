//! A mail server of one's own, which keeps what it is sent and answers everything kindly.

use std::io::Result;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// Within this, all that was sent over a connection that is dead has been read.
const READ_OUT: Duration = Duration::from_millis(50);

/// A mail that arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Arrived {
    /// The Message-ID up to the `@`: the id of the mail in the outbox.
    pub id: String,
    /// To whom.
    pub to: String,
    /// The secret of the link that confirms a registration, where there is one.
    pub confirms: Option<String>,
    /// In which era of [`Sink::new_era`] it came.
    pub era: usize,
}

#[derive(Debug, Default)]
struct Kept {
    mails: Vec<Arrived>,
    era: usize,
}

/// The mail server; it ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Sink {
    /// Where it listens.
    pub port: u16,
    kept: Arc<Mutex<Kept>>,
    listening: JoinHandle<()>,
}

impl Sink {
    /// Starts listening on a free port of the loopback interface.
    ///
    /// # Errors
    /// There is no free port.
    pub async fn start() -> Result<Self> {
        let listener = TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0))).await?;
        let port = listener.local_addr()?.port();
        let kept = Arc::new(Mutex::new(Kept::default()));
        let keep = Arc::clone(&kept);
        let listening = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(converse(stream, Arc::clone(&keep)));
            }
        });
        Ok(Self {
            port,
            kept,
            listening,
        })
    }

    /// How many mails have arrived.
    pub fn count(&self) -> usize {
        self.with(|kept| kept.mails.len())
    }

    /// All mails that have arrived.
    pub fn mails(&self) -> Vec<Arrived> {
        self.with(|kept| kept.mails.clone())
    }

    /// Begins a new era: to be told when the program has been killed, and before it is started
    /// again. What it had sent before it died is read first, and belongs to the old era.
    pub async fn new_era(&self) {
        tokio::time::sleep(READ_OUT).await;
        self.with(|kept| kept.era += 1);
    }

    fn with<T>(&self, work: impl FnOnce(&mut Kept) -> T) -> T {
        work(&mut self.kept.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

/// One connection; whoever breaks it off has sent nothing that counts.
async fn converse(stream: TcpStream, kept: Arc<Mutex<Kept>>) -> Result<()> {
    stream.set_nodelay(true)?;
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 load.example\r\n").await?;
    let (mut line, mut mail, mut in_mail) = (String::new(), String::new(), false);
    while stream.read_line(&mut line).await? > 0 {
        let answer: &[u8] = if in_mail {
            if line == ".\r\n" {
                in_mail = false;
                let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                let era = kept.era;
                kept.mails.extend(read(&mail, era));
                mail.clear();
                b"250 2.0.0 kept\r\n"
            } else {
                mail.push_str(&line);
                b""
            }
        } else if line.starts_with("DATA") {
            in_mail = true;
            b"354 go on\r\n"
        } else if line.starts_with("QUIT") {
            b"221 2.0.0 bye\r\n"
        } else {
            b"250 2.0.0 fine\r\n"
        };
        line.clear();
        if !answer.is_empty() {
            stream.write_all(answer).await?;
        }
    }
    Ok(())
}

/// What counts of a mail; nothing where it has no id or nobody to go to.
fn read(mail: &str, era: usize) -> Option<Arrived> {
    let (head, body) = mail.split_once("\r\n\r\n")?;
    let header = |name: &str| head.lines().find_map(|line| line.strip_prefix(name));
    let id = header("Message-ID: <")?.split('@').next()?;
    // Long lines of quoted-printable text (RFC 2045) are put together again.
    let body = body.replace("=\r\n", "");
    let link = body.split_once("/confirm/").map(|(_, rest)| rest);
    let secret = link.and_then(|rest| {
        let part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        rest.split(|c| !part(c)).next()
    });
    Some(Arrived {
        id: id.to_owned(),
        to: header("To: ")?.trim().to_owned(),
        confirms: secret.map(str::to_owned),
        era,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_found_across_the_end_of_a_line() {
        let mail = "Message-ID: <0193@load.example>\r\nTo: r1@load.example\r\n\r\n\
                    Confirm:\r\nhttp://load.example/en/confirm/Abc-=\r\n_9\r\n\r\nBye\r\n";
        let arrived = read(mail, 3).unwrap();
        assert_eq!((arrived.id.as_str(), arrived.era), ("0193", 3));
        assert_eq!(arrived.to, "r1@load.example");
        assert_eq!(arrived.confirms.as_deref(), Some("Abc-_9"));
        assert_eq!(read("To: x\r\n\r\nno id", 0), None);
    }

    #[tokio::test]
    async fn only_a_finished_mail_has_arrived() {
        let sink = Sink::start().await.unwrap();
        let talk = async |ending: &str| {
            let mut stream = TcpStream::connect(("127.0.0.1", sink.port)).await.unwrap();
            let said = format!(
                "EHLO x\r\nMAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\n\
                 Message-ID: <1@x>\r\nTo: c@d\r\n\r\ntext\r\n{ending}"
            );
            stream.write_all(said.as_bytes()).await.unwrap();
            stream.shutdown().await.unwrap();
            let mut heard = String::new();
            let mut stream = BufReader::new(stream);
            while stream.read_line(&mut heard).await.unwrap() > 0 {}
        };
        talk("half of").await;
        assert_eq!(sink.count(), 0);
        talk(".\r\n").await;
        sink.new_era().await;
        talk(".\r\nQUIT\r\n").await;
        let eras: Vec<usize> = sink.mails().iter().map(|mail| mail.era).collect();
        assert_eq!(eras, [0, 1]);
    }
}
