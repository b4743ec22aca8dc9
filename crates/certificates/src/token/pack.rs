//! Makes short texts shorter: raw DEFLATE (RFC 1951) primed with a dictionary
//! of words that are frequent on certificates.

use std::io::Read;

use flate2::read::DeflateDecoder;
use flate2::{Compress, Compression, FlushCompress};

/// Frozen: tokens already printed can only be read with these very bytes. A
/// better dictionary needs a form of its own.
const DICTIONARY: &[u8] = include_bytes!("dictionary.txt");
/// The greatest length of unpacked content; facts within their limits need
/// less.
const MAX_UNPACKED: u64 = 16 * 1024;

/// Packs `content`; `None` where the compressor fails.
pub(super) fn pack(content: &[u8]) -> Option<Vec<u8>> {
    let mut deflate = Compress::new(Compression::best(), false);
    let mut primed = Vec::with_capacity(DICTIONARY.len() * 2);
    deflate
        .compress_vec(DICTIONARY, &mut primed, FlushCompress::Sync)
        .ok()?;
    let mut packed = Vec::with_capacity(content.len() + 64);
    deflate
        .compress_vec(content, &mut packed, FlushCompress::Finish)
        .ok()?;
    Some(packed)
}

/// Unpacks what [`pack`] has packed. After the flush in `pack` the stream goes
/// on at a byte's boundary, so any other blocks that unpack to the dictionary
/// can stand before it: here, one that is not compressed.
pub(super) fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let length = u16::try_from(DICTIONARY.len()).ok()?;
    let mut stream = vec![0];
    stream.extend(length.to_le_bytes());
    stream.extend((!length).to_le_bytes());
    stream.extend(DICTIONARY);
    stream.extend(packed);
    let mut content = Vec::new();
    let mut inflate = DeflateDecoder::new(&stream[..]).take(u64::from(length) + MAX_UNPACKED + 1);
    inflate.read_to_end(&mut content).ok()?;
    let content = content.split_off(DICTIONARY.len().min(content.len()));
    (content.len() as u64 <= MAX_UNPACKED).then_some(content)
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    #[test]
    fn the_dictionary_is_never_edited() {
        let sum: String = Sha256::digest(DICTIONARY)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        assert_eq!(
            sum,
            "b563a7d5a9f83558c6e83efd43ef0be4c4f8c87fe50a4b1ecb1e94efd8df936a"
        );
    }

    #[test]
    fn content_survives_packing_and_known_words_shrink() {
        for content in [
            "",
            "x",
            "International Organization for Migration",
            "Ғ#$\\@*\"]",
        ] {
            let packed = pack(content.as_bytes()).unwrap();
            assert_eq!(unpack(&packed).unwrap(), content.as_bytes());
        }
        let packed = pack("International Organization for Migration".as_bytes()).unwrap();
        assert!(packed.len() < 12, "{} bytes", packed.len());
    }

    #[test]
    fn content_that_unpacks_to_too_much_is_refused() {
        let packed = pack(&vec![0; 1_000_000]).unwrap();
        assert_eq!(unpack(&packed), None);
        assert_eq!(unpack(&[0xFF, 0xFF]), None);
    }
}
