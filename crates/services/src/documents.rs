//! The files of certificates: the page as PDF and the signed credential, for the holder
//! and the event's coordinators.

use crate::signing::renderer;
use crate::{Actor, Error, Result, Services};
use maktab_certificates::{CertificateFacts, CertificateNumber};
use maktab_store::certificates::{self as store, CertificateRow};
use maktab_store::issuing;
use object_store::ObjectStoreExt;
use object_store::path::Path;

fn page_path(number: &str) -> Path {
    Path::from_iter(["certificates", &format!("{number}.pdf")])
}

fn failed(error: impl std::error::Error) -> Error {
    Error::Failed(error.to_string())
}

impl Services {
    /// The page of a certificate as PDF. It is set anew from what was frozen at issue where
    /// its file is missing; the bytes are the same.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown number, and for anybody but the holder and the
    /// event's coordinators.
    pub async fn certificate_pdf(&self, actor: &Actor, number: &str) -> Result<Vec<u8>> {
        let row = self.own_certificate(actor, number).await?;
        let files = &self.certificates()?.files;
        match files.get(&page_path(&row.number)).await {
            Ok(found) => Ok(found.bytes().await.map_err(failed)?.to_vec()),
            Err(object_store::Error::NotFound { .. }) => self.set_page_anew(row).await,
            Err(error) => Err(failed(error)),
        }
    }

    /// The signed credential of a certificate, JSON text.
    ///
    /// # Errors
    /// As [`Services::certificate_pdf`].
    pub async fn certificate_json(&self, actor: &Actor, number: &str) -> Result<String> {
        Ok(self.own_certificate(actor, number).await?.credential)
    }

    async fn own_certificate(&self, actor: &Actor, number: &str) -> Result<CertificateRow> {
        let number: CertificateNumber = number.parse().map_err(|_| Error::NotFound)?;
        let mut tx = self.database().read().await?;
        let row = store::by_number(&mut tx, number.as_str()).await?;
        let row = row.ok_or(Error::NotFound)?;
        if row.person_id == actor.person {
            return Ok(row);
        }
        let organisers = issuing::organisers(&mut tx, row.event_id).await?;
        let organisers: Vec<_> = organisers.iter().map(|o| o.id).collect();
        // Not even that the number exists is for others to know.
        actor
            .must_coordinate(&organisers)
            .map_err(|_| Error::NotFound)?;
        Ok(row)
    }

    async fn set_page_anew(&self, row: CertificateRow) -> Result<Vec<u8>> {
        let facts: CertificateFacts = serde_json::from_str(&row.facts).map_err(failed)?;
        let number = facts.number.clone();
        let page = tokio::task::spawn_blocking(move || {
            let page = renderer()?.render(&facts, &row.qr_text, row.credential.as_bytes());
            page.map_err(failed)
        });
        let page = page.await.map_err(failed)??;
        self.keep_page(&number, page.clone()).await?;
        Ok(page)
    }

    /// Keeps the page of a certificate among the files.
    pub(crate) async fn keep_page(&self, number: &CertificateNumber, page: Vec<u8>) -> Result<()> {
        let files = &self.certificates()?.files;
        let path = page_path(number.as_str());
        files.put(&path, page.into()).await.map_err(failed)?;
        Ok(())
    }

    /// Forgets the page of a certificate that came to nothing.
    pub(crate) async fn drop_page(&self, number: &CertificateNumber) {
        if let Ok(issuing) = self.certificates() {
            drop(issuing.files.delete(&page_path(number.as_str())).await);
        }
    }
}
