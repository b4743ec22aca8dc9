//! Just enough of HTTP to ask a server on this machine whether it is ready.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

use eyre::{Result, WrapErr};

/// A port of the loopback interface that nobody listens on right now.
pub fn free_port() -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).wrap_err("no free port")?;
    Ok(listener.local_addr()?.port())
}

/// The status code that the server answers a GET of `path` with.
pub fn status(server: SocketAddr, path: &str) -> Result<u16> {
    let patience = Duration::from_secs(10);
    let mut stream = TcpStream::connect_timeout(&server, patience)?;
    stream.set_read_timeout(Some(patience))?;
    stream.set_write_timeout(Some(patience))?;
    write!(stream, "GET {path} HTTP/1.0\r\nHost: {server}\r\n\r\n")?;
    let mut answer = [0; 12];
    stream.read_exact(&mut answer)?;
    parse_status(&answer).ok_or_else(|| eyre::eyre!("{server} does not speak HTTP"))
}

fn parse_status(answer: &[u8]) -> Option<u16> {
    let line = std::str::from_utf8(answer).ok()?;
    let (version, code) = line.split_once(' ')?;
    version.starts_with("HTTP/1.").then(|| code.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_is_the_number_behind_the_version() {
        assert_eq!(parse_status(b"HTTP/1.1 503"), Some(503));
        assert_eq!(parse_status(b"SSH-2.0-Open"), None);
    }
}
