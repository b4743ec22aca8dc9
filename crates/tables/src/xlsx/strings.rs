//! The texts that the cells of a workbook share.

use super::meant;
use super::package::{Package, Xml};
use crate::read::Refusal;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, Event};

/// The texts that cells share, one behind the other: a text costs no more than it did in the file.
#[derive(Default)]
pub(super) struct Strings {
    text: String,
    /// Where each text ends.
    ends: Vec<u32>,
}

impl Strings {
    /// Reads them; more than `limit` bytes of text are refused.
    pub fn read(
        package: &mut Package<'_>,
        part: Option<&str>,
        limit: usize,
    ) -> Result<Self, Refusal> {
        let mut strings = Self::default();
        let xml = match part {
            Some(part) => package.part(part)?,
            None => None,
        };
        let Some(mut xml) = xml else {
            return Ok(strings);
        };
        loop {
            match xml.event()? {
                Event::Start(element) if element.local_name().as_ref() == "si" => {
                    append_text(&mut xml, "si", &mut strings.text)?;
                    if strings.text.len() > limit {
                        return Err(Refusal::Text { limit });
                    }
                    let end = u32::try_from(strings.text.len());
                    let end = end.map_err(|_| Refusal::Damaged("the shared texts"))?;
                    strings.ends.push(end);
                }
                Event::Eof => return Ok(strings),
                _ => {}
            }
        }
    }

    /// The text of this number.
    pub fn get(&self, number: usize) -> Option<&str> {
        let place = |end: u32| usize::try_from(end).unwrap_or(usize::MAX);
        let end = place(*self.ends.get(number)?);
        let start = match number.checked_sub(1) {
            Some(before) => place(*self.ends.get(before)?),
            None => 0,
        };
        self.text.get(start..end)
    }
}

/// Appends the text within an element (`si`, `is`), whose start was just read: of all its runs, but
/// not how to pronounce it.
pub(super) fn append_text(
    xml: &mut Xml<'_>,
    closing: &str,
    to: &mut String,
) -> Result<(), Refusal> {
    let mut written = String::new();
    let (mut in_text, mut in_phonetic) = (false, false);
    loop {
        match xml.event()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "t" => in_text = true,
                "rPh" => in_phonetic = true,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "t" => in_text = false,
                "rPh" => in_phonetic = false,
                name if name == closing => {
                    to.push_str(&meant(&written));
                    return Ok(());
                }
                _ => {}
            },
            Event::Eof => return Err(Refusal::Damaged("a text has no end")),
            event if in_text && !in_phonetic => append(event, &mut written)?,
            _ => {}
        }
    }
}

/// Appends what an event says, if it is text.
pub(super) fn append(event: Event<'_>, to: &mut String) -> Result<(), Refusal> {
    match event {
        Event::Text(text) => to.push_str(&text.xml10_content()),
        Event::CData(text) => to.push_str(&text.xml10_content()),
        Event::GeneralRef(reference) => to.push_str(&resolved(&reference)?),
        _ => {}
    }
    Ok(())
}

/// The sign that a reference stands for: a number, or one of the five that XML itself knows.
fn resolved(reference: &BytesRef<'_>) -> Result<String, Refusal> {
    let unknown = Refusal::Damaged("an unknown entity");
    match reference.resolve_char_ref() {
        Ok(Some(sign)) => Ok(sign.to_string()),
        Ok(None) => match resolve_xml_entity(reference) {
            Some(text) => Ok(text.to_owned()),
            None => Err(unknown),
        },
        Err(_) => Err(unknown),
    }
}
