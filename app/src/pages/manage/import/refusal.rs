//! Why a file is not read, in the reader's language.

use maktab_locale::{Locale, t};
use maktab_tables::{Kind, Refusal, column_letters};

const MIB: usize = 1024 * 1024;

/// What is wrong with a file, and what to do.
pub(super) fn text(l: Locale, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Empty => t!(l, "import-refused-empty"),
        Refusal::NoRows { heading } => t!(l, "import-refused-no-rows", row = *heading),
        Refusal::WrongKind(kind) => wrong_kind(l, *kind),
        Refusal::Bytes { limit } => t!(l, "import-refused-bytes", megabytes = limit / MIB),
        Refusal::Rows { limit } => t!(l, "import-refused-rows", rows = *limit),
        Refusal::Columns { row, limit } => {
            t!(l, "import-refused-columns", row = *row, columns = *limit)
        }
        Refusal::Cell { row, column, limit } => t!(
            l,
            "import-refused-cell",
            row = *row,
            column = column_letters(*column),
            characters = *limit
        ),
        Refusal::Text { limit } => t!(l, "import-refused-text", megabytes = limit / MIB),
        Refusal::Unpacked { limit } => {
            let megabytes = limit / (MIB as u64);
            t!(l, "import-refused-unpacked", megabytes = megabytes)
        }
        Refusal::Parts { .. } => t!(l, "import-refused-parts"),
        Refusal::OutsideReferences => t!(l, "import-refused-links"),
        Refusal::NoSheet => t!(l, "import-refused-sheet"),
        Refusal::Encoding => t!(l, "import-refused-encoding"),
        Refusal::UnclosedQuote { row } => t!(l, "import-refused-quote", row = *row),
        Refusal::Damaged(_) => t!(l, "import-refused-damaged"),
    }
}

fn wrong_kind(l: Locale, kind: Kind) -> String {
    let resave = |kind: String| t!(l, "import-refused-resave", kind = kind);
    let copy = |kind: String| t!(l, "import-refused-copy", kind = kind);
    match kind {
        Kind::OldExcel => resave(t!(l, "import-kind-xls")),
        Kind::BinaryExcel => resave(t!(l, "import-kind-xlsb")),
        Kind::OpenDocument => resave(t!(l, "import-kind-ods")),
        Kind::WebPage => resave(t!(l, "import-kind-web")),
        Kind::Xml => resave(t!(l, "import-kind-xml")),
        Kind::OldOffice => copy(t!(l, "import-kind-office")),
        Kind::Word => copy(t!(l, "import-kind-word")),
        Kind::PowerPoint => copy(t!(l, "import-kind-slides")),
        Kind::Pdf => copy(t!(l, "import-kind-pdf")),
        Kind::Picture => copy(t!(l, "import-kind-picture")),
        Kind::RichText => copy(t!(l, "import-kind-rtf")),
        Kind::Encrypted => t!(l, "import-refused-encrypted"),
        Kind::Archive => t!(l, "import-refused-archive"),
        Kind::Binary => t!(l, "import-refused-binary"),
    }
}
