//! One connection to the program: HTTP/1.1 that is kept open, and not a byte of work more than
//! needed, because the load and what is loaded share the machine.

use std::io::{Error, ErrorKind, Result};
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// What the program answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Answer {
    /// The status code.
    pub status: u16,
    /// Where to go on.
    pub location: Option<String>,
    /// After how many seconds to try again.
    pub retry_after: Option<u64>,
    /// What follows the head.
    pub body: Vec<u8>,
    /// Whether the program closes the connection.
    closes: bool,
}

/// A connection.
#[derive(Debug)]
pub(crate) struct Connection {
    to: SocketAddr,
    stream: Option<TcpStream>,
    unread: Vec<u8>,
}

impl Connection {
    /// One that is opened with the first request.
    pub const fn new(to: SocketAddr) -> Self {
        Self {
            to,
            stream: None,
            unread: Vec::new(),
        }
    }

    /// Opens the connection, where it is not.
    ///
    /// # Errors
    /// Nobody listens there.
    pub async fn open(&mut self) -> Result<&mut TcpStream> {
        if self.stream.is_none() {
            let stream = TcpStream::connect(self.to).await?;
            stream.set_nodelay(true)?;
            self.unread.clear();
            self.stream = Some(stream);
        }
        self.stream.as_mut().ok_or(ErrorKind::NotConnected.into())
    }

    /// Sends a whole request and reads the whole answer. After an error the next request opens a
    /// new connection.
    ///
    /// # Errors
    /// The connection broke, or what came is not HTTP. Whether the program did what it was asked
    /// to is not known then.
    pub async fn ask(&mut self, request: &[u8]) -> Result<Answer> {
        let answer = self.exchange(request).await;
        if answer.as_ref().map_or(true, |answer| answer.closes) {
            self.stream = None;
        }
        answer
    }

    async fn exchange(&mut self, request: &[u8]) -> Result<Answer> {
        self.open().await?.write_all(request).await?;
        let head = loop {
            if let Some(end) = self.unread.windows(4).position(|four| four == b"\r\n\r\n") {
                break end;
            }
            self.read_more().await?;
        };
        let (mut answer, length) = parse(&self.unread[..head])?;
        let end = head + 4 + length;
        while self.unread.len() < end {
            self.read_more().await?;
        }
        answer.body.extend_from_slice(&self.unread[head + 4..end]);
        self.unread.drain(..end);
        Ok(answer)
    }

    async fn read_more(&mut self) -> Result<()> {
        let stream = self.stream.as_mut().ok_or(ErrorKind::NotConnected)?;
        match stream.read_buf(&mut self.unread).await? {
            0 => Err(ErrorKind::UnexpectedEof.into()),
            _ => Ok(()),
        }
    }

    /// Asks for a page.
    ///
    /// # Errors
    /// As [`Connection::ask`].
    pub async fn get(&mut self, path: &str) -> Result<Answer> {
        let request = format!("GET {path} HTTP/1.1\r\nHost: load.example\r\n\r\n");
        self.ask(request.as_bytes()).await
    }
}

/// Reads the head of an answer, and how long the rest is.
fn parse(head: &[u8]) -> Result<(Answer, usize)> {
    let wrong = |what| Error::new(ErrorKind::InvalidData, what);
    let head = std::str::from_utf8(head).map_err(|_| wrong("a head that is no text"))?;
    let mut lines = head.split("\r\n");
    let status = lines.next().and_then(|line| line.strip_prefix("HTTP/1.1 "));
    let status = status.and_then(|rest| rest.get(..3)?.parse().ok());
    let mut answer = Answer {
        status: status.ok_or_else(|| wrong("no status"))?,
        ..Answer::default()
    };
    let mut length = None;
    for line in lines {
        let Some((name, value)) = line.split_once(':') else {
            continue;
        };
        let value = value.trim();
        if name.eq_ignore_ascii_case("content-length") {
            length = value.parse().ok();
        } else if name.eq_ignore_ascii_case("location") {
            answer.location = Some(value.to_owned());
        } else if name.eq_ignore_ascii_case("retry-after") {
            answer.retry_after = value.parse().ok();
        } else if name.eq_ignore_ascii_case("connection") {
            answer.closes = value.eq_ignore_ascii_case("close");
        } else if name.eq_ignore_ascii_case("transfer-encoding") {
            // The program sends whole pages; if that changes, this has to.
            return Err(wrong("an answer in pieces, which is not understood here"));
        }
    }
    let empty = matches!(answer.status, 204 | 304);
    let length = length.or(empty.then_some(0));
    Ok((answer, length.ok_or_else(|| wrong("no length"))?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::net::TcpListener;

    #[test]
    fn a_head_is_read_as_it_is_written() {
        let head = "HTTP/1.1 303 See Other\r\nLocation: /en/sent\r\ncontent-length: 12";
        let (answer, length) = parse(head.as_bytes()).unwrap();
        assert_eq!((answer.status, length), (303, 12));
        assert_eq!(answer.location.as_deref(), Some("/en/sent"));
        let busy = "HTTP/1.1 503 Busy\r\nretry-after: 2\r\ncontent-length: 0\r\nconnection: close";
        let (answer, _) = parse(busy.as_bytes()).unwrap();
        assert_eq!(answer.retry_after, Some(2));
        assert!(answer.closes);
        for wrong in [
            "SSH-2.0",
            "HTTP/1.1 200 OK",
            "HTTP/1.1 ok\r\ncontent-length: 1",
        ] {
            assert!(parse(wrong.as_bytes()).is_err(), "{wrong}");
        }
    }

    #[tokio::test]
    async fn answers_that_come_in_pieces_and_together_are_told_apart() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let to = listener.local_addr().unwrap();
        let server = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut request = [0; 64];
            assert!(stream.read(&mut request).await.unwrap() > 0);
            for piece in ["HTTP/1.1 200 OK\r\nContent-", "Length: 5\r\n\r\nhe", "llo"] {
                stream.write_all(piece.as_bytes()).await.unwrap();
                tokio::task::yield_now().await;
            }
            assert!(stream.read(&mut request).await.unwrap() > 0);
            let last = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: close\r\n\r\nbye";
            stream.write_all(last.as_bytes()).await.unwrap();
        });
        let mut connection = Connection::new(to);
        assert_eq!(connection.get("/").await.unwrap().body, b"hello");
        assert_eq!(connection.get("/").await.unwrap().body, b"bye");
        server.await.unwrap();
        assert!(connection.get("/").await.is_err(), "nobody is there");
    }
}
