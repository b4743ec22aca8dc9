//! Lists as files: what stands on a page, as CSV, a workbook or JSON.

use super::{Answer, DOT, Visit, Web};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::handler::Handler;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream;
use leptos::prelude::*;
use maktab_locale::{LocalTime, Locale, t};
use maktab_services::Error;
use maktab_tables::{Cell, Column, Format, Layout, TableWriter};
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

/// A list on its way into a file. It holds no more than those bytes of the file that nobody has
/// taken yet.
pub(crate) struct Export {
    format: Format,
    table: io::Result<TableWriter<Written>>,
    written: Written,
}

/// What was written and not taken yet.
#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Written {
    fn take(&self) -> Bytes {
        let mut bytes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Bytes::from(std::mem::take(&mut *bytes))
    }
}

impl io::Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut written = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        written.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A piece of a list that is too long to be held: its rows, and after what the next piece begins;
/// nothing at the end.
pub(crate) struct Piece<Key> {
    pub rows: Vec<Vec<Cell>>,
    pub after: Option<Key>,
}

impl Export {
    /// A list with these columns, each with its key for programs and its heading for people. Its
    /// format is the end of the visit's address. The title is that of the worksheet.
    pub fn new(
        visit: &Visit,
        title: String,
        columns: impl IntoIterator<Item = (impl Into<String>, String)>,
    ) -> Self {
        let format = format_of(&visit.path);
        let columns = columns.into_iter();
        let layout = Layout {
            title,
            columns: columns
                .map(|(key, heading)| Column::new(key, heading))
                .collect(),
            right_to_left: visit.locale.is_right_to_left(),
        };
        let written = Written::default();
        let table = TableWriter::new(format, written.clone(), &layout);
        Self {
            format,
            table,
            written,
        }
    }

    /// Adds a row: a cell for each column.
    pub fn row(&mut self, cells: impl IntoIterator<Item = Cell>) {
        let cells: Vec<Cell> = cells.into_iter().collect();
        if let Ok(table) = &mut self.table
            && let Err(error) = table.row(&cells)
        {
            self.table = Err(error);
        }
    }

    /// The answer that saves the file as `name` and today's date. The name is of ASCII letters,
    /// digits and hyphens.
    pub fn download(self, visit: &Visit, name: &str) -> Answer<Response> {
        let headers = headers(visit, self.format, name);
        let written = self.table.and_then(TableWriter::finish);
        let written = written.map_err(|error| visit.failure(Error::Failed(error.to_string())))?;
        Ok((headers, written.take()).into_response())
    }

    /// The same of a list with people in it, of the event of this name: it is noted who takes it
    /// along.
    pub async fn download_people(self, visit: &Visit, event: &str, name: &str) -> Answer<Response> {
        note_export(visit, Some(event), name).await?;
        self.download(visit, name)
    }

    /// The same of a list that is fetched piece by piece while it is sent. What forbids it is
    /// answered as such; a failure later on breaks the file off.
    pub async fn download_in_pieces<Key, Fetch, Fetched>(
        self,
        visit: &Visit,
        name: &str,
        mut fetch: Fetch,
    ) -> Answer<Response>
    where
        Key: Send + 'static,
        Fetch: FnMut(Option<Key>) -> Fetched + Send + 'static,
        Fetched: Future<Output = Result<Piece<Key>, Error>> + Send,
    {
        let headers = headers(visit, self.format, name);
        let first = fetch(None).await;
        let first = first.map_err(|error| visit.failure(error))?;
        let begun = Some((self, fetch, first));
        let pieces = stream::try_unfold(begun, |begun| async {
            let Some((mut export, mut fetch, piece)) = begun else {
                return Ok(None);
            };
            for row in piece.rows {
                export.row(row);
            }
            let written = export.written.clone();
            let next = match (piece.after, export.table) {
                (_, Err(error)) => return Err(broken_off(error.into())),
                (None, Ok(table)) => {
                    table.finish().map_err(|error| broken_off(error.into()))?;
                    None
                }
                (Some(after), Ok(table)) => {
                    let next = fetch(Some(after)).await;
                    let next = next.map_err(|error| broken_off(error.into()))?;
                    let table = Ok(table);
                    Some((Self { table, ..export }, fetch, next))
                }
            };
            Ok(Some((written.take(), next)))
        });
        Ok((headers, Body::from_stream(pieces)).into_response())
    }
}

/// Notes who takes a list with people in it along.
pub(crate) async fn note_export(visit: &Visit, event: Option<&str>, list: &str) -> Answer<()> {
    let actor = visit.signed_in()?;
    let noted = visit.services().note_export(actor, event, list).await;
    noted.map_err(|error| visit.failure(error))
}

/// A failure after the beginning of the file was sent.
fn broken_off(error: Box<dyn std::error::Error + Send + Sync>) -> io::Error {
    tracing::error!(
        error = error.as_ref() as &dyn std::error::Error,
        "an export was broken off"
    );
    io::Error::other(error)
}

fn headers(visit: &Visit, format: Format, name: &str) -> [(HeaderName, HeaderValue); 5] {
    let today = LocalTime::or_utc(visit.services().now().millis(), "UTC").iso_date();
    let end = format.extension();
    let disposition = format!("attachment; filename=\"{name}-{today}.{end}\"");
    let disposition = HeaderValue::from_str(&disposition);
    let fixed = HeaderValue::from_static;
    [
        (header::CONTENT_TYPE, fixed(format.media_type())),
        (
            header::CONTENT_DISPOSITION,
            disposition.unwrap_or(fixed("attachment")),
        ),
        (header::CONTENT_LANGUAGE, fixed(visit.locale.tag())),
        (header::CACHE_CONTROL, fixed("no-store")),
        (header::X_CONTENT_TYPE_OPTIONS, fixed("nosniff")),
    ]
}

/// The format that the end of an address names.
fn format_of(path: &str) -> Format {
    let end = path.rsplit_once('.').map_or("", |(_, end)| end);
    Format::from_extension(end).unwrap_or(Format::Csv)
}

/// The addresses of a list in all formats: `path` with `.csv`, `.xlsx` and `.json`.
pub(crate) fn export_routes<H, T>(path: &str, handler: H) -> Router<Web>
where
    H: Handler<T, Web>,
    T: 'static,
{
    let mut router = Router::new();
    for format in Format::ALL {
        let path = format!("{path}.{}", format.extension());
        router = router.route(&path, get(handler.clone()));
    }
    router
}

/// “Export: CSV · Excel · JSON”: the list at `path` (without its end) as files, with this query.
pub(crate) fn exports(l: Locale, path: &str, query: &str) -> impl IntoView + use<> {
    let links = Format::ALL.into_iter().enumerate().map(|(place, format)| {
        let name = match format {
            Format::Csv => "CSV",
            Format::Xlsx => "Excel",
            Format::Json => "JSON",
        };
        let sign = if query.is_empty() { "" } else { "?" };
        let href = format!("{path}.{}{sign}{query}", format.extension());
        let label = t!(l, "export-as", format = name);
        let dot = (place > 0).then_some(DOT);
        view! { {dot} <a href=href download="" aria-label=label>{name}</a> }
    });
    let links = links.collect_view();
    view! { <span class="exports">{t!(l, "export-label")} " " {links}</span> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::page::render;

    #[test]
    fn the_end_of_the_address_names_the_format() {
        for (path, format) in [
            ("/en/teach/a/roster.csv", Format::Csv),
            ("/en/teach/a.b/roster.xlsx", Format::Xlsx),
            ("/fa/events.json", Format::Json),
            ("/en/events", Format::Csv),
        ] {
            assert_eq!(format_of(path), format);
        }
    }

    #[test]
    fn a_list_is_offered_as_it_stands() {
        let shown = render(|| exports(Locale::En, "/en/events", "q=a&area=ii").into_any());
        assert!(shown.starts_with("<span class=\"exports\">Export: <a "));
        for (end, name) in [("csv", "CSV"), ("xlsx", "Excel"), ("json", "JSON")] {
            assert!(shown.contains(&format!("href=\"/en/events.{end}?q=a&amp;area=ii\"")));
            assert!(shown.contains(&format!("aria-label=\"Export as {name}\">{name}</a>")));
        }
        let plain = render(|| exports(Locale::En, "/en/events", "").into_any());
        assert!(plain.contains("href=\"/en/events.csv\""));
    }
}
