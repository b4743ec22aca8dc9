//! How the signs of a text file are written.

use super::{Kind, Refusal};
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1254, WINDOWS_1256};
use std::borrow::Cow;

/// How the signs of a text file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a mark.
    Utf8,
    /// UTF-16 with a mark, as Excel's “Unicode text”.
    Utf16,
    /// Cyrillic, as Excel writes CSV on Russian systems.
    Windows1251,
    /// Turkish and Azerbaijani.
    Windows1254,
    /// Arabic and Persian.
    Windows1256,
}

impl Encoding {
    /// All, for somebody to choose from.
    pub const ALL: [Self; 5] = [
        Self::Utf8,
        Self::Utf16,
        Self::Windows1251,
        Self::Windows1254,
        Self::Windows1256,
    ];

    /// The name of the encoding, the same in all languages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16 => "UTF-16",
            Self::Windows1251 => "Windows-1251",
            Self::Windows1254 => "Windows-1254",
            Self::Windows1256 => "Windows-1256",
        }
    }
}

/// Text with the encoding that it was written in.
pub(super) struct Decoded<'a> {
    pub text: Cow<'a, str>,
    pub encoding: Encoding,
    /// Nothing in the file says so.
    pub guessed: bool,
}

/// Decodes text in the wanted encoding, else in the one that it says or that it seems to have.
pub(super) fn decode(bytes: &[u8], wanted: Option<Encoding>) -> Result<Decoded<'_>, Refusal> {
    let (encoding, guessed) = match wanted {
        Some(encoding) => (encoding, false),
        None => recognise(bytes),
    };
    let text = in_encoding(bytes, encoding).ok_or(Refusal::Encoding)?;
    // A text file has no such signs; one stands at the end of files from DOS.
    let odd = |c: char| matches!(c, '\0'..='\x08' | '\x0e'..='\x19' | '\x1b'..='\x1f');
    if text.contains(odd) {
        return Err(Refusal::WrongKind(Kind::Binary));
    }
    Ok(Decoded {
        text,
        encoding,
        guessed,
    })
}

const UTF_8_MARK: &[u8] = b"\xef\xbb\xbf";
const LITTLE_MARK: &[u8] = b"\xff\xfe";
const BIG_MARK: &[u8] = b"\xfe\xff";

fn recognise(bytes: &[u8]) -> (Encoding, bool) {
    if bytes.starts_with(LITTLE_MARK) || bytes.starts_with(BIG_MARK) {
        (Encoding::Utf16, false)
    } else if bytes.starts_with(UTF_8_MARK) || std::str::from_utf8(bytes).is_ok() {
        (Encoding::Utf8, false)
    } else {
        (of_one_byte(bytes), true)
    }
}

fn in_encoding(bytes: &[u8], encoding: Encoding) -> Option<Cow<'_, str>> {
    let old = |encoding: &'static encoding_rs::Encoding| {
        let (text, damaged) = encoding.decode_without_bom_handling(bytes);
        (!damaged).then_some(text)
    };
    match encoding {
        Encoding::Utf8 => {
            let bytes = bytes.strip_prefix(UTF_8_MARK).unwrap_or(bytes);
            std::str::from_utf8(bytes).ok().map(Cow::Borrowed)
        }
        Encoding::Utf16 => {
            let (bytes, order) = match bytes.strip_prefix(BIG_MARK) {
                Some(rest) => (rest, UTF_16BE),
                None => (bytes.strip_prefix(LITTLE_MARK).unwrap_or(bytes), UTF_16LE),
            };
            let (text, damaged) = order.decode_without_bom_handling(bytes);
            (!damaged).then_some(text)
        }
        Encoding::Windows1251 => old(WINDOWS_1251),
        Encoding::Windows1254 => old(WINDOWS_1254),
        Encoding::Windows1256 => old(WINDOWS_1256),
    }
}

/// Which of the encodings of one byte for a sign it seems to be.
///
/// In Turkish, special letters stand among Latin ones; in Cyrillic and Arabic, words are of special
/// letters only. What is Arabic looks in Cyrillic as if small and capital letters were thrown
/// together, which no Cyrillic word does.
fn of_one_byte(bytes: &[u8]) -> Encoding {
    let is_letter = |byte: &u8| byte.is_ascii_alphabetic() || *byte >= 0x80;
    let words = bytes.split(|byte| !is_letter(byte));
    let (mut mixed, mut special) = (0_usize, 0_usize);
    for word in words {
        let own = word.iter().filter(|byte| **byte >= 0x80).count();
        if own > 0 && own < word.len() {
            mixed += 1;
        } else if own > 1 {
            special += 1;
        }
    }
    if mixed > special {
        return Encoding::Windows1254;
    }
    let (cyrillic, _) = WINDOWS_1251.decode_without_bom_handling(bytes);
    let mut pairs = 0_usize;
    let mut sudden = 0_usize;
    let mut before = ' ';
    for sign in cyrillic.chars() {
        if before.is_alphabetic() && sign.is_alphabetic() && !sign.is_ascii() {
            pairs += 1;
            if before.is_lowercase() && sign.is_uppercase() {
                sudden += 1;
            }
        }
        before = sign;
    }
    if sudden * 20 > pairs {
        Encoding::Windows1256
    } else {
        Encoding::Windows1251
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(bytes: &[u8]) -> (String, Encoding, bool) {
        let decoded = decode(bytes, None).unwrap();
        (decoded.text.into_owned(), decoded.encoding, decoded.guessed)
    }

    #[test]
    fn what_a_file_says_is_believed() {
        let text = "نام;ФИО\nعلی;Анна\n";
        let told = |encoding| (text.to_owned(), encoding, false);
        assert_eq!(seen(text.as_bytes()), told(Encoding::Utf8));
        let marked = [UTF_8_MARK, text.as_bytes()].concat();
        assert_eq!(seen(&marked), told(Encoding::Utf8));
        let little = text.encode_utf16().flat_map(u16::to_le_bytes);
        let little: Vec<u8> = LITTLE_MARK.iter().copied().chain(little).collect();
        assert_eq!(seen(&little), told(Encoding::Utf16));
        let big = text.encode_utf16().flat_map(u16::to_be_bytes);
        let big: Vec<u8> = BIG_MARK.iter().copied().chain(big).collect();
        assert_eq!(seen(&big), told(Encoding::Utf16));
    }

    #[test]
    fn old_encodings_are_guessed_and_said_to_be() {
        let cases = [
            (
                "ФИО;Организация;E-mail\nИванова Анна;ПОГРАНИЧНАЯ СЛУЖБА;anna@example.org\n",
                WINDOWS_1251,
                Encoding::Windows1251,
            ),
            ("ФИО\nСИДОРОВ\n", WINDOWS_1251, Encoding::Windows1251),
            (
                "نام,سازمان\nعلي رضايي,وزارت امور خارجه\n",
                WINDOWS_1256,
                Encoding::Windows1256,
            ),
            (
                "Ad;Kurum;Görev\nAyşe Yılmaz;Göç İdaresi Başkanlığı;Müdür\n",
                WINDOWS_1254,
                Encoding::Windows1254,
            ),
        ];
        for (text, written, expected) in cases {
            let (bytes, _, lost) = written.encode(text);
            assert!(!lost, "the test's text exists in {written:?}");
            assert_eq!(seen(&bytes), (text.to_owned(), expected, true));
            // A person who looks can choose.
            for chosen in Encoding::ALL {
                if let Ok(decoded) = decode(&bytes, Some(chosen)) {
                    assert_eq!((decoded.encoding, decoded.guessed), (chosen, false));
                }
            }
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [
            &b"a,b\0c"[..],
            b"\x01\x02\x03\x04",
            b"a\x00b\x00,\x00",
            b"\xc0\x01\xff",
        ] {
            let refused = decode(bytes, None).err();
            assert_eq!(refused, Some(Refusal::WrongKind(Kind::Binary)), "{bytes:?}");
        }
        let damaged = [
            [UTF_8_MARK, b"a\xffb"].concat(),
            [LITTLE_MARK, b"a\0\x00\xd8b\0"].concat(),
        ];
        for bytes in damaged {
            assert_eq!(decode(&bytes, None).err(), Some(Refusal::Encoding));
        }
    }
}
