//! Lists as files: what stands on a page, as CSV, a workbook or JSON.

use super::{Answer, DOT, Visit, Web};
use axum::Router;
use axum::handler::Handler;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use leptos::prelude::*;
use maktab_locale::{LocalTime, Locale, t};
use maktab_services::Error;
use maktab_tables::{Cell, Column, Format, Layout, TableWriter};
use std::io;

/// A list on its way into a file. It holds no more than the bytes of the file.
pub(crate) struct Export {
    format: Format,
    table: io::Result<TableWriter<Vec<u8>>>,
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
        let table = TableWriter::new(format, Vec::new(), &layout);
        Self { format, table }
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
        let written = self.table.and_then(TableWriter::finish);
        let written = written.map_err(|error| visit.failure(Error::Failed(error.to_string())))?;
        let today = LocalTime::or_utc(visit.services().now().millis(), "UTC").iso_date();
        let end = self.format.extension();
        let disposition = format!("attachment; filename=\"{name}-{today}.{end}\"");
        let disposition = HeaderValue::from_str(&disposition);
        let fixed = HeaderValue::from_static;
        let headers = [
            (header::CONTENT_TYPE, fixed(self.format.media_type())),
            (
                header::CONTENT_DISPOSITION,
                disposition.unwrap_or(fixed("attachment")),
            ),
            (header::CONTENT_LANGUAGE, fixed(visit.locale.tag())),
            (header::CACHE_CONTROL, fixed("no-store")),
            (header::X_CONTENT_TYPE_OPTIONS, fixed("nosniff")),
        ];
        Ok((headers, written).into_response())
    }
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
