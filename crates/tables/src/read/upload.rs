//! The bytes of a file as they arrive: refused at the first that is one too many, or as soon as
//! they show another kind of file.

use super::kind::{self, Content};
use super::{Reading, Refusal};

/// A file that is being uploaded.
#[derive(Debug)]
pub struct Upload {
    how: Reading,
    bytes: Vec<u8>,
    looked: bool,
}

impl Upload {
    /// Nothing has arrived yet.
    #[must_use]
    pub fn new(how: Reading) -> Self {
        Self {
            how,
            bytes: Vec::new(),
            looked: false,
        }
    }

    /// Looks at the announced length (`Content-Length`) before anything arrives.
    ///
    /// # Errors
    /// The file would be too large.
    pub fn announced(&self, length: u64) -> Result<(), Refusal> {
        let limit = self.how.limits.bytes;
        if usize::try_from(length).is_ok_and(|length| length <= limit) {
            Ok(())
        } else {
            Err(Refusal::Bytes { limit })
        }
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// The file is too large or of a kind that is not read; what follows need not be received.
    pub fn push(&mut self, chunk: &[u8]) -> Result<(), Refusal> {
        let limit = self.how.limits.bytes;
        if chunk.len() > limit.saturating_sub(self.bytes.len()) {
            // What is wrong with the kind helps more than that it is large.
            self.look(chunk)?;
            return Err(Refusal::Bytes { limit });
        }
        self.bytes.extend_from_slice(chunk);
        if self.bytes.len() >= kind::LOOKED_AT {
            self.look(&[])?;
        }
        Ok(())
    }

    /// Looks once at the kind.
    fn look(&mut self, more: &[u8]) -> Result<(), Refusal> {
        if self.looked {
            return Ok(());
        }
        self.looked = true;
        let start = self.bytes.iter().chain(more).copied();
        let start: Vec<u8> = start.take(kind::LOOKED_AT).collect();
        match kind::content(&start) {
            Content::Wrong(kind) => Err(Refusal::WrongKind(kind)),
            Content::Text | Content::Zip | Content::Compound => Ok(()),
        }
    }

    /// What has arrived.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}
