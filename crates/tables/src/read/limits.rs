//! What a file may cost.

/// What a file may cost: nothing is read or kept beyond these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file as it is uploaded.
    pub bytes: usize,
    /// Rows with anything in them, the heading not counted.
    pub rows: usize,
    /// Columns up to the last with anything in it.
    pub columns: usize,
    /// Characters of one cell.
    pub cell: usize,
    /// Bytes of the text of all cells together: in a workbook, a thousand cells may show one long
    /// text that the file holds once.
    pub text: usize,
    /// Bytes of the unpacked parts of a workbook.
    pub unpacked: u64,
    /// Parts (files in the archive) of a workbook.
    pub parts: usize,
}

impl Default for Limits {
    fn default() -> Self {
        const MIB: usize = 1024 * 1024;
        Self {
            bytes: 5 * MIB,
            rows: 10_000,
            columns: 100,
            cell: 5_000,
            text: 32 * MIB,
            unpacked: 64 * 1024 * 1024,
            parts: 1_000,
        }
    }
}
