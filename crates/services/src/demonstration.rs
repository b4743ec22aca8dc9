//! What exists only in a demonstration: its mail is read here, its clock is set.

use crate::jobs::AFTER_THE_END;
use crate::{Error, Result, Services};
use maktab_domain::{EmailAddress, OutboxId, Span, Timestamp};
use maktab_store::{accounts, attempts, jobs, lifecycle, outbox, registrations};

/// A mail of the demonstration.
#[derive(Debug, Clone)]
pub struct DemoMail {
    /// Its id.
    pub id: OutboxId,
    /// What kind of mail it is.
    pub kind: String,
    /// To whom.
    pub to: String,
    /// Tag of its language.
    pub language: String,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub body: String,
    /// What is attached for calendars.
    pub calendar: Option<String>,
    /// When it was written.
    pub written: Timestamp,
    /// Whether it was handed on.
    pub sent: bool,
}

/// One page of mails, the newest first.
#[derive(Debug, Clone)]
pub struct DemoMails {
    /// The mails of this page.
    pub mails: Vec<DemoMail>,
    /// How many there are in all.
    pub count: i64,
    /// How many fit on a page.
    pub per_page: i64,
}

/// An event that the clock can travel to.
#[derive(Debug, Clone)]
pub struct Landmarks {
    /// Its part of the address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Name of its time zone.
    pub time_zone: String,
    /// When registration opens.
    pub opens: Timestamp,
    /// When registration closes.
    pub closes: Timestamp,
    /// Its start.
    pub starts: Timestamp,
    /// When its last session starts.
    pub last_session: Timestamp,
    /// Its end.
    pub ends: Timestamp,
}

const PER_PAGE: i64 = 50;

impl Services {
    /// Refuses everything of this module outside a demonstration, whatever the routes are.
    fn must_be_demonstration(&self) -> Result<()> {
        if self.settings().demo {
            Ok(())
        } else {
            Err(Error::NotFound)
        }
    }

    /// The mails, to this address where one is given; `page` counts from 1.
    ///
    /// # Errors
    /// [`Error::NotFound`] outside a demonstration, or the database failed.
    pub async fn demo_mails(&self, to: Option<&EmailAddress>, page: i64) -> Result<DemoMails> {
        self.must_be_demonstration()?;
        let to = to.map(EmailAddress::as_str);
        let skip = (page.max(1) - 1).saturating_mul(PER_PAGE);
        let mut tx = self.database().read().await?;
        let rows = outbox::latest(&mut tx, to, PER_PAGE, skip).await?;
        Ok(DemoMails {
            mails: rows.into_iter().map(demo_mail).collect(),
            count: outbox::count(&mut tx, to).await?,
            per_page: PER_PAGE,
        })
    }

    /// One mail.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none, or outside a demonstration, or the database failed.
    pub async fn demo_mail(&self, id: OutboxId) -> Result<DemoMail> {
        self.must_be_demonstration()?;
        let mut tx = self.database().read().await?;
        let row = outbox::by_id(&mut tx, id).await?;
        row.map(demo_mail).ok_or(Error::NotFound)
    }

    /// The events that the clock can travel to, in the order of their start.
    ///
    /// # Errors
    /// [`Error::NotFound`] outside a demonstration, or the database failed.
    pub async fn demo_landmarks(&self) -> Result<Vec<Landmarks>> {
        self.must_be_demonstration()?;
        let mut tx = self.database().read().await?;
        let rows = registrations::landmarks(&mut tx).await?.into_iter();
        let landmarks = rows.map(|row| Landmarks {
            title: row.title.unwrap_or_else(|| row.slug.clone()),
            slug: row.slug,
            time_zone: row.time_zone,
            opens: row.registration_opens,
            closes: row.registration_closes,
            starts: row.starts_at,
            last_session: row.last_session.unwrap_or(row.starts_at),
            ends: row.ends_at,
        });
        Ok(landmarks.collect())
    }

    /// Takes the signed-in browsers along on a journey of the clock, so that nobody is signed
    /// out by it, forgets the counted attempts, and lets all jobs look at the new time: what
    /// they have done to events in a future that is no more is taken back.
    ///
    /// # Errors
    /// [`Error::NotFound`] outside a demonstration, or the database failed.
    pub async fn demo_travelled(&self, by: Span) -> Result<()> {
        self.must_be_demonstration()?;
        let mut tx = self.database().write().await?;
        accounts::carry_sign_ins(&mut tx, by).await?;
        attempts::forget_all(&mut tx).await?;
        jobs::hasten_all(&mut tx, self.now()).await?;
        let now = self.now();
        lifecycle::rewind(&mut tx, now - AFTER_THE_END, now).await?;
        tx.commit().await?;
        self.wake_background();
        Ok(())
    }
}

fn demo_mail(row: outbox::MailRow) -> DemoMail {
    DemoMail {
        id: row.id,
        kind: row.kind,
        to: row.recipient,
        language: row.language,
        subject: row.subject,
        body: row.body,
        calendar: row.calendar,
        written: row.created_at,
        sent: row.sent_at.is_some(),
    }
}
