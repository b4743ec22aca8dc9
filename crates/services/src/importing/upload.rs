//! Taking a file in: it is read once, so that what cannot be read is refused at once, and kept.

use super::choices::Kept;
use super::turn::Turn;
use super::{KEPT, must_import};
use crate::editing::coordinated;
use crate::{Actor, Result, Services};
use maktab_domain::{ImportId, Line, RegistrationState};
use maktab_store::imports as store;
use maktab_tables::{Reading, Refusal, Upload, read};
use sha2::{Digest, Sha256};

/// How many files somebody can have in preparation for one event; older ones go.
const IN_PREPARATION: usize = 5;
/// The most characters of a file's name that are kept.
const LONGEST_NAME: usize = 120;

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Uploaded {
    /// It is kept under this id.
    Kept(ImportId),
    /// It is not read, and was not kept.
    Refused(Refusal),
}

impl Services {
    /// Whether somebody may import into an event now: to be asked before a file arrives. Gives
    /// what takes the file in piece by piece, and refuses what is too large or of a wrong kind.
    ///
    /// # Errors
    /// [`Error::NotNow`]; not found, or out of scope.
    pub async fn begin_import(&self, actor: &Actor, slug: &str) -> Result<Upload> {
        let mut tx = self.database().read().await?;
        let event = coordinated(&mut tx, actor, slug).await?;
        must_import(&event)?;
        Ok(Upload::new(Reading::default()))
    }

    /// Keeps a file that has arrived, if it can be read.
    ///
    /// # Errors
    /// [`Error::NotNow`]; not found, or out of scope.
    pub async fn upload_import(
        &self,
        actor: &Actor,
        slug: &str,
        file_name: &str,
        file: Upload,
    ) -> Result<Uploaded> {
        let content = file.into_bytes();
        let ((content, hash, table), _turn) = Turn::come()
            .await?
            .work(move || {
                let hash: [u8; 32] = Sha256::digest(&content).into();
                let table = read(&content, &Reading::default());
                (content, hash, table.map(drop))
            })
            .await?;
        if let Err(refusal) = table {
            return Ok(Uploaded::Refused(refusal));
        }
        let now = self.now();
        let mut tx = self.database().write().await?;
        let event = coordinated(&mut tx, actor, slug).await?;
        must_import(&event)?;
        let begun = store::begun_by(&mut tx, event.row.id, actor.account).await?;
        for &old in begun.iter().skip(IN_PREPARATION - 1) {
            store::discard(&mut tx, event.row.id, old).await?;
        }
        let id = self.new_id(ImportId);
        let new = store::NewImport {
            id,
            event: event.row.id,
            by: actor.account,
            file_name: &name(file_name),
            file_hash: &hash,
            content: &content,
            choices: &Kept::default().to_json()?,
            outcome: RegistrationState::Offered,
            now,
            expires: now + KEPT,
        };
        store::insert(&mut tx, &new).await?;
        tx.commit().await?;
        Ok(Uploaded::Kept(id))
    }
}

/// The name of a file without its folders and without what does not belong into a line.
fn name(raw: &str) -> String {
    let last = raw.rsplit(['/', '\\']).next().unwrap_or_default();
    let line: String = last.chars().filter(|c| !c.is_control()).collect();
    let line: String = line.chars().take(LONGEST_NAME).collect();
    Line::parse(&line).map_or_else(|_| "list".to_owned(), Line::into_string)
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn the_name_of_a_file_is_one_line_without_folders() {
        for (raw, kept) in [
            ("people.csv", "people.csv"),
            ("C:\\Users\\a\\people.xlsx", "people.xlsx"),
            ("../../etc/passwd", "passwd"),
            ("a\r\nb\u{202e}.csv", "list"),
            ("شرکت‌کنندگان.xlsx", "شرکت‌کنندگان.xlsx"),
            ("", "list"),
            ("folder/", "list"),
        ] {
            assert_eq!(name(raw), kept, "{raw:?}");
        }
        assert_eq!(name(&"x".repeat(500)).len(), 120);
    }
}
