//! Importing participants over HTTP: the steps, and whatever may be uploaded instead of a list.

use crate::site::{Reply, Site};
use axum::body::{Body, Bytes};
use axum::http::{Request, StatusCode, header};
use futures_util::stream;
use maktab_domain::Role;
use maktab_services::Secret;
use maktab_tables::{Guess, PARTICIPANT, Reading, read};
use std::convert::Infallible;
use std::io::{Cursor, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const PATH: &str = "/en/manage/events/borders/import";
const REFUSED: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;
const TOO_LARGE: StatusCode = StatusCode::PAYLOAD_TOO_LARGE;
const DONE: StatusCode = StatusCode::SEE_OTHER;
const MULTIPART: &str = "multipart/form-data; boundary=line";

const LIST: &str = "ФИО;Почта;Страна;Учреждение;Должность;Дата подачи\r\n\
    Aziza Karimova;aziza@example.org;Узбекистан;Пограничная служба;Инспектор;01.12.2026\r\n\
    Bek Aliyev;bek@example.org;Казахстан;Министерство;Советник;2026-12-02\r\n";

async fn with_event() -> (Site, Option<Secret>) {
    let site = Site::new().await;
    let f = &site.fixture;
    let mut plan = f.open_event("borders");
    plan.registration_mode = "approval".to_owned();
    plan.organisers = vec![f.eco];
    f.add_event(&plan).await;
    let eco = site.role(Role::Coordinator, Some(f.eco)).await;
    (site, eco)
}

/// What stands before and after a file in a form.
fn around(name: &str) -> (String, &'static str) {
    let before = format!(
        "--line\r\ncontent-disposition: form-data; name=\"request-key\"\r\n\r\nabc\r\n\
         --line\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
         content-type: text/csv\r\n\r\n"
    );
    (before, "\r\n--line--\r\n")
}

fn request() -> axum::http::request::Builder {
    Request::builder()
        .method("POST")
        .uri(PATH)
        .header(header::CONTENT_TYPE, MULTIPART)
}

async fn upload(site: &Site, who: Option<&Secret>, name: &str, file: &[u8]) -> Reply {
    let (before, after) = around(name);
    let body = [before.as_bytes(), file, after.as_bytes()].concat();
    site.send(who, request(), Body::from(body)).await
}

/// A mebibyte of a list, again and again; counts how often it is asked for.
fn endless(chunks: usize, asked: &Arc<AtomicUsize>) -> Body {
    let (before, after) = around("large.csv");
    let row = "Aziza Karimova;aziza@example.org;Uzbekistan;Border Service;Inspector\n";
    let chunk = Bytes::from(row.repeat(1024 * 1024 / row.len() + 1));
    let asked = Arc::clone(asked);
    let middle = (0..chunks).map(move |_| {
        asked.fetch_add(1, Ordering::SeqCst);
        chunk.clone()
    });
    let all = [Bytes::from(before)].into_iter().chain(middle);
    let all = all.chain([Bytes::from_static(after.as_bytes())]);
    Body::from_stream(stream::iter(all.map(Ok::<_, Infallible>)))
}

/// The value of a hidden field.
fn hidden(page: &Reply, name: &str) -> String {
    let inputs = page.all_between("<input", ">").into_iter();
    let mut inputs = inputs.filter(|input| input.contains(&format!("name=\"{name}\"")));
    let input = inputs.next().unwrap_or_default();
    let value = input.split("value=\"").nth(1).unwrap_or_default();
    value.split('"').next().unwrap_or_default().to_owned()
}

/// The choices that the page of the columns proposes.
fn proposed(page: &Reply) -> Vec<(String, String)> {
    let selects = page.all_between("<select", "</select>");
    let chosen = selects.iter().filter_map(|select| {
        let name = select.split("name=\"").nth(1)?.split('"').next()?;
        let options = select.split("<option").skip(1);
        let option = options.clone().find(|option| {
            let tag = option.split('>').next().unwrap_or_default();
            tag.contains("selected")
        });
        let option = option.or(options.clone().next())?;
        let value = option.split("value=\"").nth(1)?.split('"').next()?;
        Some((name.to_owned(), value.to_owned()))
    });
    chosen.collect()
}

async fn post(site: &Site, who: Option<&Secret>, path: &str, fields: &[(String, String)]) -> Reply {
    let fields: Vec<_> = fields
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    site.post(who, path, &fields).await
}

fn says(page: &Reply, text: &str) {
    assert!(page.body.contains(text), "{text} is not on:\n{}", page.body);
}

#[tokio::test]
async fn a_list_goes_from_the_file_to_the_registrations() {
    let (site, eco) = with_event().await;
    let who = eco.as_ref();
    let registrations = site
        .get(who, "/en/manage/events/borders/registrations")
        .await;
    says(&registrations, "href=\"/en/manage/events/borders/import\"");
    let first = site.get(who, PATH).await;
    says(&first, "enctype=\"multipart/form-data\"");
    says(&first, "At most 5 MB and 10,000 rows below the headings.");

    let kept = upload(&site, who, "a <b>list.csv", LIST.as_bytes()).await;
    assert_eq!(kept.status, DONE, "{}", kept.body);
    let columns = kept.location.clone();
    let page = site.get(who, &columns).await;
    for text in [
        "a &lt;b&gt;list.csv",
        "holds 2 rows below its headings",
        "A · ФИО",
        "Пограничная служба",
    ] {
        says(&page, text);
    }
    let mut choices = proposed(&page);
    let chosen = |name: &str| {
        let found = choices.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    for (name, column) in [
        ("name", "0"),
        ("email", "1"),
        ("country", "2"),
        ("job_title", "4"),
    ] {
        assert_eq!(chosen(&format!("column-{name}")), column, "{name}");
    }
    assert_eq!(
        (chosen("column-registered_at"), chosen("outcome")),
        ("5".into(), "offer".into())
    );
    choices.push(("tell".to_owned(), "yes".to_owned()));
    // A column is taken away: the page says which, and keeps the rest.
    let without = choices.iter().map(|(name, value)| match name.as_str() {
        "column-email" => (name.clone(), String::new()),
        "role" => (name.clone(), "observer".to_owned()),
        _ => (name.clone(), value.clone()),
    });
    let without: Vec<_> = without.collect();
    let refused = post(&site, who, &columns, &without).await;
    assert_eq!(refused.status, REFUSED);
    says(&refused, "Choose the column for “Email”");
    says(&refused, "href=\"#column-email\"");
    assert!(proposed(&refused).contains(&("role".to_owned(), "observer".to_owned())));

    // Nothing is chosen by a form that only reads the file anew.
    let reread = [("action", "reread"), ("encoding", "utf-7")];
    let refused = site.post(who, &columns, &reread).await;
    assert_eq!(refused.status, REFUSED);
    says(&refused, "href=\"#encoding\"");
    let mut kept = proposed(&refused);
    kept.retain(|(name, _)| name != "encoding");
    assert_eq!(kept, proposed(&page));

    let checked = post(&site, who, &columns, &choices).await;
    let preview = checked.location.clone();
    assert_eq!(format!("{preview}/columns"), columns);
    let page = site.get(who, &preview).await;
    for text in [
        "Add 2 people",
        "Aziza Karimova",
        "aziza@example.org",
        "Kazakhstan",
    ] {
        says(&page, text);
    }
    assert_eq!(
        site.fixture
            .count("SELECT count(*) FROM registrations")
            .await,
        0
    );
    let revision = hidden(&page, "revision");
    let confirm = [("action", "confirm"), ("revision", revision.as_str())];
    let done = site.post(who, &preview, &confirm).await;
    assert_eq!(
        (done.status, done.location.as_str()),
        (DONE, preview.as_str())
    );
    let page = site.get(who, &preview).await;
    for text in [
        "2 people were added and are offered a seat.",
        "Take the import back",
        "SHA-256",
    ] {
        says(&page, text);
    }
    // The same button again, and the pages before: nothing more happens.
    let again = site.post(who, &preview, &confirm).await;
    assert_eq!(
        (again.status, again.location.as_str()),
        (DONE, preview.as_str())
    );
    let before = site.get(who, &columns).await;
    assert_eq!(
        (before.status, before.location.as_str()),
        (DONE, preview.as_str())
    );
    assert_eq!(
        site.fixture
            .count("SELECT count(*) FROM registrations")
            .await,
        2
    );
    let list = site
        .get(who, "/en/manage/events/borders/registrations")
        .await;
    says(&list, "Bek Aliyev");
    let first = site.get(who, PATH).await;
    says(&first, "2 people added");

    let back = site.post(who, &preview, &[("action", "back")]).await;
    assert_eq!(back.location, format!("{preview}?back=2&stay=0"));
    let page = site.get(who, &back.location).await;
    says(&page, "This import was taken back");
    says(&page, "2 people were taken back.");
    assert_eq!(
        site.fixture
            .count("SELECT count(*) FROM registrations")
            .await,
        0
    );
}

#[tokio::test]
async fn what_is_wrong_in_row_713_stands_on_the_page_and_in_a_file() {
    let (site, eco) = with_event().await;
    let who = eco.as_ref();
    let mut text = "Name,E-mail,Country,Institution,Job title,Registered on\n".to_owned();
    for row in 2..=800 {
        let day = if row == 713 {
            "31.02.2027"
        } else {
            "2026-12-01"
        };
        text += &format!("Person No{row},p{row}@example.org,UZ,Border Service,Clerk,{day}\n");
    }
    let kept = upload(&site, who, "people.csv", text.as_bytes()).await;
    let page = site.get(who, &kept.location).await;
    let checked = post(&site, who, &kept.location, &proposed(&page)).await;
    let preview = checked.location;
    let page = site.get(who, &preview).await;
    for text in [
        "1 problem in the file",
        ">713<",
        "Registered on",
        "31.02.2027",
        "A day that is not in the future, as 2026-09-18 or 18.09.2026",
        "/problems.csv",
    ] {
        says(&page, text);
    }
    assert!(
        !page.body.contains("value=\"confirm\""),
        "there is nothing to confirm"
    );
    let revision = hidden(&page, "revision");
    let confirm = [("action", "confirm"), ("revision", revision.as_str())];
    let forced = site.post(who, &preview, &confirm).await;
    assert_eq!(forced.status, StatusCode::CONFLICT);
    assert_eq!(
        site.fixture
            .count("SELECT count(*) FROM registrations")
            .await,
        0
    );
    let file = site.get(who, &format!("{preview}/problems.csv")).await;
    says(
        &file,
        "\"713\",\"F\",\"Registered on\",\"Registered\",\"31.02.2027\",\"A day that is not",
    );
    let json = site.get(who, &format!("{preview}/problems.json")).await;
    says(&json, "\"row\":713");
    says(&json, "\"field\":\"registered_at\"");
    says(&json, "\"expected\":\"date\"");
}

#[tokio::test]
async fn what_is_no_list_is_named_and_not_kept() {
    let (site, eco) = with_event().await;
    let who = eco.as_ref();
    let ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    let compound = |name: &str| {
        let wide = name.encode_utf16().flat_map(u16::to_le_bytes);
        [ole.clone(), vec![0; 600], wide.collect()].concat()
    };
    for (name, file, text) in [
        ("a.csv", b"%PDF-1.7\nabc".to_vec(), "This is a PDF."),
        (
            "a.csv",
            b"\x89PNG\r\n\x1a\nabc".to_vec(),
            "This is a picture.",
        ),
        ("a.csv", b"<html><table>".to_vec(), "This is a web page."),
        (
            "a.xlsx",
            compound("Workbook"),
            "This is an old Excel file (.xls).",
        ),
        (
            "a.xlsx",
            compound("EncryptedPackage"),
            "protected with a password",
        ),
        ("a.csv", Vec::new(), "There is nothing in this file."),
        (
            "a.csv",
            b"Name,E-mail\n".to_vec(),
            "nothing below the headings in row 1",
        ),
        (
            "a.csv",
            b"Name,E-mail\n\"Ana,a@x\n".to_vec(),
            "quotation mark in row 2",
        ),
        (
            "a.xlsx",
            b"PK\x03\x04 nothing".to_vec(),
            "This file is damaged.",
        ),
        (
            "a.csv",
            b"a\0b,c\n1,2\n".to_vec(),
            "neither an Excel workbook",
        ),
        ("", Vec::new(), "Choose a file"),
    ] {
        let refused = upload(&site, who, name, &file).await;
        assert_eq!(refused.status, REFUSED, "{text}");
        says(&refused, text);
        says(&refused, "enctype=\"multipart/form-data\"");
    }
    let broken = site
        .send(who, request(), Body::from("--line\r\nhalf"))
        .await;
    assert_eq!(broken.status, REFUSED);
    says(&broken, "did not arrive completely");
    let plain = site.post(who, PATH, &[("file", "Name,E-mail")]).await;
    assert_eq!(plain.status, REFUSED);
    assert_eq!(site.fixture.count("SELECT count(*) FROM imports").await, 0);
}

/// An archive of these parts, each so many times as long as its text.
fn archive(parts: &[(&str, &str, usize)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text, times) in parts {
        let options = SimpleFileOptions::default();
        archive.start_file(*name, options).unwrap();
        for _ in 0..*times {
            archive.write_all(text.as_bytes()).unwrap();
        }
    }
    archive.finish().unwrap().into_inner()
}

#[tokio::test]
async fn an_archive_that_is_no_workbook_or_a_bomb_is_named() {
    const TYPE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let (site, eco) = with_event().await;
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"r\" Type=\"{TYPE}/{kind}\" Target=\"{target}\"/>\
             </Relationships>"
        )
    };
    let (first, second) = (
        relation("officeDocument", "xl/w.xml"),
        relation("worksheet", "s.xml"),
    );
    let workbook = "<workbook><sheets><sheet name=\"a\" r:id=\"r\"/></sheets></workbook>";
    let blank = format!("<row{}/>", " ".repeat(1_018)).repeat(1024);
    let bomb = archive(&[
        ("_rels/.rels", &first, 1),
        ("xl/_rels/w.xml.rels", &second, 1),
        ("xl/w.xml", workbook, 1),
        ("xl/s.xml", &blank, 80),
    ]);
    assert!(bomb.len() < 1024 * 1024, "{} bytes", bomb.len());
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    let ods = archive(&[("mimetype", kind, 1), ("content.xml", "<x/>", 1)]);
    for (name, file, text) in [
        ("a.xlsx", bomb, "larger than 64 MB when it is unpacked"),
        ("a.xlsx", ods, "This is an OpenDocument file."),
        (
            "a.csv",
            archive(&[("a.csv", "Name,E-mail", 1)]),
            "This is an archive.",
        ),
    ] {
        let refused = upload(&site, eco.as_ref(), name, &file).await;
        assert_eq!(refused.status, REFUSED, "{text}");
        says(&refused, text);
    }
    assert_eq!(site.fixture.count("SELECT count(*) FROM imports").await, 0);
}

#[tokio::test]
async fn two_hundred_megabytes_are_refused_before_they_have_arrived() {
    let (site, eco) = with_event().await;
    let who = eco.as_ref();
    let text = "This file is larger than 5 MB.";
    // Where the length is announced, nothing of it is read.
    let asked = Arc::new(AtomicUsize::new(0));
    let announced = request().header(header::CONTENT_LENGTH, 200 * 1024 * 1024);
    let refused = site.send(who, announced, endless(200, &asked)).await;
    assert_eq!(
        (refused.status, asked.load(Ordering::SeqCst)),
        (TOO_LARGE, 0)
    );
    says(&refused, text);
    says(&refused, "divide the list into several files");
    // Where it is not, no more than the limit.
    let refused = site.send(who, request(), endless(200, &asked)).await;
    assert_eq!(refused.status, TOO_LARGE);
    says(&refused, text);
    let read = asked.load(Ordering::SeqCst);
    assert!((5..=6).contains(&read), "{read} MiB were read");
    // Neither is anything of a file of somebody who may not import.
    let foreign = site.role(Role::Coordinator, Some(site.fixture.iom)).await;
    for (who, status) in [(None, DONE), (foreign.as_ref(), StatusCode::FORBIDDEN)] {
        let asked = Arc::new(AtomicUsize::new(0));
        let refused = site.send(who, request(), endless(200, &asked)).await;
        assert_eq!((refused.status, asked.load(Ordering::SeqCst)), (status, 0));
    }
    assert_eq!(site.fixture.count("SELECT count(*) FROM imports").await, 0);
}

#[tokio::test]
async fn an_import_is_there_only_for_coordinators_of_its_event() {
    let (site, eco) = with_event().await;
    let f = &site.fixture;
    let kept = upload(&site, eco.as_ref(), "people.csv", LIST.as_bytes()).await;
    let import = kept.location.trim_end_matches("/columns");
    let foreign = site.role(Role::Coordinator, Some(f.iom)).await;
    let trainer = site.role(Role::Trainer, None).await;
    let focal = f.focal_point(&["UZ"]).await;
    let focal = site.sign_in(focal.account).await;
    let pages = [
        PATH.to_owned(),
        import.to_owned(),
        format!("{import}/columns"),
        format!("{import}/problems.csv"),
    ];
    for who in [&foreign, &trainer, &focal] {
        for page in &pages {
            let got = site.get(who.as_ref(), page).await;
            assert_eq!(got.status, StatusCode::FORBIDDEN, "{page}");
        }
        for page in &pages[1..3] {
            let fields = [("action", "discard")];
            let posted = site.post(who.as_ref(), page, &fields).await;
            assert_eq!(posted.status, StatusCode::FORBIDDEN, "{page}");
        }
        let example = site.get(who.as_ref(), &format!("{PATH}/example.csv")).await;
        assert_eq!(example.status, StatusCode::NOT_FOUND);
    }
    for page in &pages {
        let got = site.get(None, page).await;
        assert_eq!(got.status, DONE, "{page}");
        assert!(got.location.starts_with("/en/sign-in"));
    }
    // Of one's own event, a file that is gone is told so where the next one is chosen.
    let who = eco.as_ref();
    let gone = site.post(who, import, &[("action", "discard")]).await;
    assert_eq!(gone.location, format!("{PATH}?discarded=1"));
    for page in &pages[1..] {
        let got = site.get(who, page).await;
        assert_eq!(got.status, StatusCode::NOT_FOUND, "{page}");
        says(&got, "This file is no longer here. Choose it again.");
        says(&got, "enctype=\"multipart/form-data\"");
    }
    let nonsense = site.get(who, &format!("{PATH}/nonsense")).await;
    assert_eq!(nonsense.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_empty_list_is_recognised_in_every_language() {
    let (site, eco) = with_event().await;
    for language in ["en", "ru", "fa", "tr"] {
        let path = format!("/{language}/manage/events/borders/import/example.csv");
        let file = site.get(eco.as_ref(), &path).await;
        assert_eq!(file.kind, "text/csv; charset=utf-8");
        let row = "\r\nAna,,,a@example.org,UZ,Ministry,Clerk,,,,\r\n";
        let file = format!("{}{row}", file.body.trim_end());
        let table = read(file.as_bytes(), &Reading::default()).unwrap();
        let guess = Guess::of(&table.heading.cells, &PARTICIPANT);
        assert!(
            guess.missing.is_empty() && guess.several.is_empty(),
            "{language}"
        );
        for (column, field) in PARTICIPANT.iter().enumerate() {
            assert_eq!(
                guess.mapping.column(field.key),
                Some(column),
                "{language}: {}",
                field.key
            );
        }
    }
}
