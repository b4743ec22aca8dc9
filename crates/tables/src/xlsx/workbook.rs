//! What a workbook holds: its worksheets and where the parts are.

use super::package::Package;
use crate::read::Refusal;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

/// The most worksheets, and the most parts that one part may name: each is looked for among all.
const MOST: usize = 2_000;

/// What a workbook holds, as far as it matters here.
pub(super) struct Workbook {
    /// The worksheets that are shown.
    pub sheets: Vec<Sheet>,
    /// The part with the shared texts.
    pub strings: Option<String>,
    /// The part with the styles.
    pub styles: Option<String>,
    /// Days are counted from 1904, as old Macintosh programs did.
    pub dates_from_1904: bool,
}

/// A worksheet.
pub(super) struct Sheet {
    pub name: String,
    /// Its part.
    pub part: String,
}

/// A part that another one names.
struct Relation {
    id: String,
    /// The last word of its type: `worksheet`.
    kind: String,
    part: String,
}

impl Workbook {
    pub fn read(package: &mut Package<'_>) -> Result<Self, Refusal> {
        let top = relations(package, "_rels/.rels", "")?;
        let own = top.into_iter().find(|top| top.kind == "officeDocument");
        let own = own.ok_or(Refusal::Damaged("there is no workbook"))?.part;
        let (folder, name) = own.rsplit_once('/').unwrap_or(("", &own));
        let list = format!("{folder}/_rels/{name}.rels");
        let relations = relations(package, &list, folder)?;
        if relations.iter().any(|other| other.kind == "externalLink") {
            return Err(Refusal::OutsideReferences);
        }
        let of_kind = |kind: &str| {
            let found = relations.iter().find(|relation| relation.kind == kind);
            found.map(|relation| relation.part.clone())
        };
        let mut workbook = Self {
            sheets: Vec::new(),
            strings: of_kind("sharedStrings"),
            styles: of_kind("styles"),
            dates_from_1904: false,
        };
        let mut xml = package
            .part(&own)?
            .ok_or(Refusal::Damaged("there is no workbook"))?;
        let mut listed = 0;
        loop {
            match xml.event()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "sheet" => {
                        listed += 1;
                        if listed > MOST {
                            return Err(Refusal::Damaged("too many worksheets"));
                        }
                        workbook.sheets.extend(shown(&element, &relations)?);
                    }
                    "workbookPr" => {
                        let value = attribute(&element, "date1904")?;
                        workbook.dates_from_1904 |= matches!(value.as_deref(), Some("1" | "true"));
                    }
                    _ => {}
                },
                Event::Eof => return Ok(workbook),
                _ => {}
            }
        }
    }

    /// The worksheet of this name, else the first.
    pub fn sheet(&self, name: Option<&str>) -> Result<&Sheet, Refusal> {
        let mut sheets = self.sheets.iter();
        match name {
            Some(name) => sheets.find(|sheet| sheet.name == name),
            None => sheets.next(),
        }
        .ok_or(Refusal::NoSheet)
    }
}

/// The worksheet that a workbook lists; nothing where it is hidden, or a chart.
fn shown(element: &BytesStart<'_>, relations: &[Relation]) -> Result<Option<Sheet>, Refusal> {
    if attribute(element, "state")?.is_some_and(|state| state != "visible") {
        return Ok(None);
    }
    let id = attribute(element, "id")?;
    let relation = relations
        .iter()
        .find(|relation| relation.kind == "worksheet" && Some(&relation.id) == id.as_ref());
    let name = attribute(element, "name")?.unwrap_or_default();
    Ok(relation.map(|relation| Sheet {
        name,
        part: relation.part.clone(),
    }))
}

/// The parts that a part names, in `folder`; those outside the workbook are left out unless they
/// are links to other workbooks.
fn relations(
    package: &mut Package<'_>,
    list: &str,
    folder: &str,
) -> Result<Vec<Relation>, Refusal> {
    let mut relations = Vec::new();
    let Some(mut xml) = package.part(list)? else {
        return Ok(relations);
    };
    loop {
        match xml.event()? {
            Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                let of = |name| attribute(&element, name).map(Option::unwrap_or_default);
                let (id, kind, target) = (of("Id")?, of("Type")?, of("Target")?);
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                if of("TargetMode")? == "External" && kind != "externalLink" {
                    continue;
                }
                let part = resolve(folder, &target);
                relations.push(Relation { id, kind, part });
                if relations.len() > MOST {
                    return Err(Refusal::Damaged("too many relations"));
                }
            }
            Event::Eof => return Ok(relations),
            _ => {}
        }
    }
}

/// The name of the part that `target` is in a folder. It is only looked up among the parts.
fn resolve(folder: &str, target: &str) -> String {
    let mut path: Vec<&str> = if target.starts_with('/') {
        Vec::new()
    } else {
        folder.split('/').collect()
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            step => path.push(step),
        }
    }
    path.retain(|step| !step.is_empty());
    path.join("/")
}

/// The value of an attribute, whatever the namespace's prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, Refusal> {
    let damaged = Refusal::Damaged("an attribute");
    for attribute in element.attributes().with_checks(false) {
        let Ok(attribute) = attribute else {
            return Err(damaged);
        };
        if attribute.key.local_name().as_ref() == name {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            let Ok(value) = value else {
                return Err(damaged);
            };
            return Ok(Some(value.into_owned()));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn parts_are_found_from_where_they_are_named() {
        for (folder, target, part) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "/xl/styles.xml", "xl/styles.xml"),
            ("xl/a", "../b/c.xml", "xl/b/c.xml"),
            ("", "xl/workbook.xml", "xl/workbook.xml"),
            ("xl", "../../../../etc/passwd", "etc/passwd"),
        ] {
            assert_eq!(resolve(folder, target), part);
        }
    }
}
