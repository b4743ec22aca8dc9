//! Reading a workbook (Office Open XML, ECMA-376): the text of one worksheet and nothing else.
//!
//! The libraries for this trust the file: they reserve as much memory as it says, copy a style or a
//! text as often as it is used, or make a cell for every place between two. Here everything that is
//! kept is smaller than what was unpacked, and what is unpacked is counted while it happens.

mod date;
mod escape;
mod package;
mod sheet;
mod strings;
mod styles;
mod value;
mod workbook;

pub(crate) use escape::{escaped, meant};

use crate::read::{Origin, Reading, Refusal, Table};
use package::Package;
use strings::Strings;
use styles::Styles;
use workbook::Workbook;

/// Reads a table from a worksheet of a workbook.
pub(crate) fn read(bytes: &[u8], how: &Reading) -> Result<Table, Refusal> {
    let mut package = Package::open(bytes, &how.limits)?;
    let workbook = Workbook::read(&mut package)?;
    let sheet = workbook.sheet(how.sheet.as_deref())?;
    let styles = Styles::read(&mut package, workbook.styles.as_deref())?;
    let part = workbook.strings.as_deref();
    let strings = Strings::read(&mut package, part, how.limits.text)?;
    let table = sheet::read(
        &mut package,
        &sheet.part,
        &strings,
        &styles,
        workbook.dates_from_1904,
        &how.limits,
    )?;
    table.finish(Origin::Xlsx {
        sheet: sheet.name.clone(),
        sheets: workbook.sheets.iter().map(|s| s.name.clone()).collect(),
    })
}
