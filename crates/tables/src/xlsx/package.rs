//! The parts of a workbook: a ZIP archive that is not believed.

use crate::read::{Kind, Limits, Refusal};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::cell::Cell;
use std::collections::HashMap;
use std::io::{self, BufReader, Cursor, Read};
use std::rc::Rc;
use zip::ZipArchive;

/// What is said of a part with a wrong size, a wrong sum, or packed in a way that nobody knows.
const OTHERWISE: &str = "a part is not what the archive says";

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// The most bytes from one event of the XML to the next: several times the longest text that Excel
/// allows, however it is escaped.
const LONGEST_EVENT: usize = 1024 * 1024;

/// The parts of a workbook.
pub(super) struct Package<'a> {
    archive: Archive<'a>,
    /// The places of the parts by their names in small letters: writers differ in them.
    places: HashMap<String, usize>,
    /// How many more bytes may be unpacked.
    left: u64,
    limit: u64,
}

impl<'a> Package<'a> {
    /// Opens the archive and looks at its directory.
    ///
    /// # Errors
    /// It is damaged, has too many parts, says that it is too large, or is no workbook.
    pub fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes));
        let mut archive = archive.map_err(|_| Refusal::Damaged("the archive"))?;
        if archive.len() > limits.parts {
            let limit = limits.parts;
            return Err(Refusal::Parts { limit });
        }
        let mut places = HashMap::new();
        let mut unpacked = 0_u64;
        for place in 0..archive.len() {
            let part = archive.by_index_raw(place);
            let part = part.map_err(|_| Refusal::Damaged("the archive's directory"))?;
            unpacked = unpacked.saturating_add(part.size());
            if let Ok(name) = part.name() {
                places.insert(normal(&name), place);
            }
        }
        let limit = limits.unpacked;
        if unpacked > limit {
            return Err(Refusal::Unpacked { limit });
        }
        match kind(&places) {
            Some(kind) => Err(Refusal::WrongKind(kind)),
            None => Ok(Self {
                archive,
                places,
                left: limit,
                limit,
            }),
        }
    }

    /// The XML of a part; nothing where there is no such part.
    pub fn part(&mut self, name: &str) -> Result<Option<Xml<'_>>, Refusal> {
        let Some(&place) = self.places.get(&normal(name)) else {
            return Ok(None);
        };
        let part = self.archive.by_index(place);
        let part = part.map_err(|_| Refusal::Damaged(OTHERWISE))?;
        let since_event = Rc::new(Cell::new(0));
        let counted: Box<dyn Read> = Box::new(Counted {
            part,
            left: &mut self.left,
            since_event: Rc::clone(&since_event),
        });
        let mut reader = Reader::from_reader(BufReader::new(counted));
        reader.config_mut().expand_empty_elements = true;
        Ok(Some(Xml {
            reader,
            buffer: Vec::new(),
            since_event,
            limit: self.limit,
        }))
    }
}

fn normal(name: &str) -> String {
    let name = name.replace('\\', "/").to_ascii_lowercase();
    name.trim_start_matches('/').to_owned()
}

/// What an archive is that is no workbook.
fn kind(places: &HashMap<String, usize>) -> Option<Kind> {
    let has = |name: &str| places.contains_key(name);
    let within = |folder: &str| places.keys().any(|name| name.starts_with(folder));
    if has("xl/workbook.bin") {
        Some(Kind::BinaryExcel)
    } else if has("_rels/.rels") && within("word/") {
        Some(Kind::Word)
    } else if has("_rels/.rels") && within("ppt/") {
        Some(Kind::PowerPoint)
    } else if has("_rels/.rels") {
        None
    } else if has("mimetype") && has("content.xml") {
        Some(Kind::OpenDocument)
    } else {
        Some(Kind::Archive)
    }
}

/// Nothing more may be unpacked.
#[derive(Debug, thiserror::Error)]
enum Exceeded {
    #[error("the limit of unpacked bytes is reached")]
    Part,
    #[error("a text is longer than any may be")]
    Event,
}

/// Counts what is really unpacked, whatever the directory says. (The library stops where a part
/// grows beyond the size that was named; this holds for all parts together, and without it.)
struct Counted<'p, R> {
    part: R,
    left: &'p mut u64,
    since_event: Rc<Cell<usize>>,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.part.read(buffer)?;
        let since_event = self.since_event.get().saturating_add(length);
        if since_event > LONGEST_EVENT {
            return Err(io::Error::other(Exceeded::Event));
        }
        self.since_event.set(since_event);
        let cost = u64::try_from(length).unwrap_or(u64::MAX);
        let left = self.left.checked_sub(cost);
        *self.left = left.ok_or_else(|| io::Error::other(Exceeded::Part))?;
        Ok(length)
    }
}

/// The XML of a part. Entities of its own are not resolved but refused.
pub(super) struct Xml<'p> {
    reader: Reader<BufReader<Box<dyn Read + 'p>>>,
    buffer: Vec<u8>,
    since_event: Rc<Cell<usize>>,
    limit: u64,
}

impl Xml<'_> {
    /// The next event.
    ///
    /// # Errors
    /// The part is damaged or too large, or has a document type.
    pub fn event(&mut self) -> Result<Event<'_>, Refusal> {
        self.buffer.clear();
        self.since_event.set(0);
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(Event::DocType(_)) => Err(Refusal::OutsideReferences),
            Ok(event) => Ok(event),
            Err(quick_xml::Error::Io(error)) => Err(match exceeded(&error) {
                Some(Exceeded::Part) => Refusal::Unpacked { limit: self.limit },
                Some(Exceeded::Event) => Refusal::Damaged("a text has no end"),
                None => Refusal::Damaged(OTHERWISE),
            }),
            Err(_) => Err(Refusal::Damaged("the XML of a part")),
        }
    }
}

fn exceeded(error: &io::Error) -> Option<&Exceeded> {
    error.get_ref()?.downcast_ref()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_unpacked_is_counted_over_all_parts_and_since_the_last_event() {
        let mut left = 3 * 1024 * 1024;
        let since_event = Rc::new(Cell::new(0));
        let mut unpack = |length: u64| {
            let mut counted = Counted {
                part: io::repeat(b' ').take(length),
                left: &mut left,
                since_event: Rc::clone(&since_event),
            };
            let mut taken = 0;
            loop {
                match counted.read(&mut [0; 4096]) {
                    Ok(0) => return Ok(taken),
                    Ok(length) => taken += length,
                    Err(error) => return Err(exceeded(&error).map(ToString::to_string)),
                }
            }
        };
        assert_eq!(unpack(1024 * 1024), Ok(1024 * 1024));
        let long = unpack(1);
        assert_eq!(
            long,
            Err(Some("a text is longer than any may be".to_owned()))
        );
        since_event.set(0);
        assert_eq!(unpack(1024 * 1024), Ok(1024 * 1024));
        since_event.set(0);
        assert_eq!(unpack(1024 * 1024 - 1), Ok(1024 * 1024 - 1));
        since_event.set(0);
        let much = unpack(2);
        assert_eq!(
            much,
            Err(Some("the limit of unpacked bytes is reached".to_owned()))
        );
    }
}
