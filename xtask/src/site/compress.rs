//! Compression done once, at its best, so that the server only picks a file.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use brotli::enc::BrotliEncoderParams;
use eyre::{Result, WrapErr};
use flate2::Compression;
use flate2::write::GzEncoder;

const THREADS: usize = 2;
const TEXTUAL: [&str; 10] = [
    "css",
    "html",
    "js",
    "json",
    "mjs",
    "svg",
    "txt",
    "wasm",
    "webmanifest",
    "xml",
];

/// Writes `content` to each path, and beside it `.br` and `.gz` where the kind of file profits.
pub fn write_all(files: Vec<(PathBuf, Vec<u8>)>) -> Result<()> {
    let queue = Mutex::new(files);
    let next = || queue.lock().ok().and_then(|mut files| files.pop());
    let work = || -> Result<()> {
        while let Some((path, content)) = next() {
            write_one(&path, &content).wrap_err_with(|| path.display().to_string())?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..THREADS).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| {
            worker
                .join()
                .unwrap_or_else(|_| Err(eyre::eyre!("compression panicked")))
        })
    })
}

/// The compressed forms come first and the plain file last: where it stands, all of them do.
fn write_one(path: &Path, content: &[u8]) -> Result<()> {
    let textual = path
        .extension()
        .is_some_and(|extension| TEXTUAL.iter().any(|textual| extension == *textual));
    if textual {
        for (suffix, compressed) in [("br", brotli(content)?), ("gz", gzip(content)?)] {
            if compressed.len() < content.len() {
                put(&suffixed(path, suffix), &compressed)?;
            }
        }
    }
    put(path, content)
}

/// `maktab.css` with suffix `br` becomes `maktab.css.br`.
pub fn suffixed(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    name.into()
}

/// Writes beside the goal and renames, so that no reader sees half a file.
fn put(path: &Path, content: &[u8]) -> Result<()> {
    let unfinished = suffixed(path, "new");
    fs::write(&unfinished, content)?;
    fs::rename(&unfinished, path)?;
    Ok(())
}

fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: content.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_was_compressed_is_read_back_whole() {
        let content = "the same words, the same words, ".repeat(50).into_bytes();
        let mut from_brotli = Vec::new();
        brotli::BrotliDecompress(&mut &brotli(&content).unwrap()[..], &mut from_brotli).unwrap();
        let mut from_gzip = Vec::new();
        let compressed = gzip(&content).unwrap();
        flate2::read::GzDecoder::new(&compressed[..])
            .read_to_end(&mut from_gzip)
            .unwrap();
        assert_eq!(from_brotli, content);
        assert_eq!(from_gzip, content);
    }
}
