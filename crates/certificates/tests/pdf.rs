//! The finished PDF file, looked at with other people's programs: qpdf,
//! poppler's tools and zbar (Debian: qpdf, poppler-utils, zbar-tools).

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed unwrap is a failed test"
)]

use std::path::{Path, PathBuf};
use std::process::Command;

use maktab_certificates::facts::CertificateFacts;
use maktab_certificates::{KeySet, Renderer, token, verify};
use serde_json::json;

mod samples;

/// A rendered certificate in a file of its own.
struct Rendered {
    facts: CertificateFacts,
    qr_text: String,
    credential: String,
    path: PathBuf,
}

fn render(name: &str, facts: CertificateFacts) -> Rendered {
    let issuer = samples::issuer().unwrap();
    let credential = samples::credential(&facts, &issuer).unwrap();
    let qr_text = token::qr_text(&facts, &issuer.address, &issuer.key).unwrap();
    let pdf = Renderer::new()
        .unwrap()
        .render(&facts, &qr_text, credential.as_bytes());
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.pdf"));
    std::fs::write(&path, pdf.unwrap()).unwrap();
    Rendered {
        facts,
        qr_text,
        credential,
        path,
    }
}

fn keys() -> KeySet {
    samples::issuer().unwrap().key_set(&[])
}

/// Runs a tool that must be there and succeed; gives what it prints.
fn run(tool: &str, arguments: &[&str]) -> String {
    let output = Command::new(tool)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| {
            panic!("{tool} (Debian: qpdf, poppler-utils, zbar-tools): {error}")
        });
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let complaints = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "{tool} {arguments:?}: {printed}{complaints}"
    );
    printed
}

impl Rendered {
    fn path(&self) -> &str {
        self.path.to_str().unwrap()
    }

    /// What a scanner reads from the page at this many dots to the inch.
    fn scanned(&self, dots: u32) -> String {
        let picture = self.path.with_extension(format!("{dots}"));
        let picture = picture.to_str().unwrap();
        run(
            "pdftoppm",
            &[
                "-r",
                &dots.to_string(),
                "-singlefile",
                "-png",
                self.path(),
                picture,
            ],
        );
        let read = run(
            "zbarimg",
            &[
                "--quiet",
                "--raw",
                "-Sdisable",
                "-Sqrcode.enable",
                &format!("{picture}.png"),
            ],
        );
        read.trim_end().to_owned()
    }
}

#[test]
fn every_sample_is_one_page_that_a_scanner_reads_and_the_token_is_what_is_printed() {
    for (name, facts) in samples::all().unwrap() {
        let page = render(&format!("scan-{name}"), facts);
        assert!(
            run("pdfinfo", &[page.path()]).contains("Pages:           1\n"),
            "{name}"
        );
        for dots in [100, 150] {
            assert_eq!(page.scanned(dots), page.qr_text, "{name} at {dots} dpi");
        }
        let (address, token) = page.qr_text.split_once('#').unwrap();
        assert!(address.ends_with(page.facts.number.as_str()));
        let checked = token::verify(token, &page.facts.number, &keys()).unwrap();
        assert!(checked.fits(&page.facts), "{name}");
    }
}

#[test]
fn the_file_is_sound_and_every_font_is_embedded() {
    for (name, facts) in samples::all().unwrap() {
        let page = render(&format!("sound-{name}"), facts);
        let checked = run("qpdf", &["--check", page.path()]);
        assert!(
            checked.contains("No syntax or stream encoding errors found"),
            "{checked}"
        );
        let fonts = run("pdffonts", &[page.path()]);
        let fonts: Vec<&str> = fonts.lines().skip(2).collect();
        assert!(fonts.len() >= 3, "{fonts:?}");
        for font in fonts {
            // Columns from the right: object and generation, uni, sub, emb.
            let embedded = font.split_whitespace().rev().nth(4);
            assert_eq!(embedded, Some("yes"), "{font}");
        }
    }
}

#[test]
fn the_file_says_that_it_is_pdf_a_3a_and_pdf_ua_1() {
    let (_, facts) = samples::all().unwrap().remove(1);
    let page = render("standards", facts);
    let metadata = run("pdfinfo", &["-meta", page.path()]);
    for mark in [
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ] {
        assert!(metadata.contains(mark), "{mark}: {metadata}");
    }
    let about = run("pdfinfo", &[page.path()]);
    assert!(about.contains("Tagged:          yes"), "{about}");
    assert!(
        about.contains("مریم") || about.contains("Maryam Hosseini Nejad"),
        "{about}"
    );
    let inside = run("qpdf", &["--json", "--json-key=qpdf", page.path()]);
    for mark in [
        "\"/Lang\": \"u:fa",
        "\"/AFRelationship\": \"/Source\"",
        "\"/DisplayDocTitle\": true",
    ] {
        assert!(inside.contains(mark), "{mark}");
    }
    assert!(
        inside.contains("\"/Alt\": \"u:رمزینه"),
        "the QR code has no alternative text"
    );
}

#[test]
fn the_attached_credential_is_the_issued_one_and_verifies() {
    let (_, facts) = samples::all().unwrap().remove(0);
    let page = render("attachment", facts);
    let saved = page.path.with_extension("json");
    run(
        "pdfdetach",
        &["-save", "1", "-o", saved.to_str().unwrap(), page.path()],
    );
    let attached = std::fs::read_to_string(saved).unwrap();
    assert_eq!(attached, page.credential);
    assert_eq!(
        verify(&attached, &keys()).unwrap().number,
        page.facts.number
    );
}

#[test]
fn what_people_type_is_printed_as_it_is_and_never_run() {
    let hostile = r#"#panic() $x$ \u{1} @a *b* _c_ "q" 'r' ] ) } // <l> = `d` {{e}}"#;
    let facts = samples::facts(&json!({
        "holder": hostile,
        "native_name": {"text": format!("N {hostile}"), "language": "kk"},
        "title": format!("T {hostile}"),
        "second_title": {"text": format!("S {hostile}"), "language": "ru"},
        "place": {"venue": {"city": format!("P {hostile}"), "country": format!("C {hostile}")}},
        "organisations": [{"short": "#O", "name": format!("O {hostile}")}],
        "signatories": [{"name": format!("G {hostile}"), "office": format!("F {hostile}"), "organisation": format!("A {hostile}")}],
    }));
    let page = render("hostile", facts.unwrap());
    let text = run("pdftotext", &["-raw", page.path(), "-"]);
    let squeezed: String = text.split_whitespace().collect();
    let expected: String = hostile.split_whitespace().collect();
    for start in ["", "N", "T", "S", "P", "C", "O", "G", "F", "A"] {
        let line = format!("{start}{expected}");
        assert!(squeezed.contains(&line), "{line} in {text}");
    }
}

#[test]
fn names_and_titles_of_the_greatest_length_stay_on_one_page() {
    let words =
        |word: &str, length: usize| -> String { word.chars().cycle().take(length).collect() };
    for language in ["en", "ru", "fa", "tr"] {
        let facts = samples::facts(&json!({
            "language": language,
            "holder": words("Wilhelmina-Wanda ", 80),
            "native_name": {"text": words("Щепкина-Жуковская ", 80), "language": "ru"},
            "title": words("WORKSHOP ON MIGRATION ", 179),
            "second_title": {"text": words("УПРАВЛЕНИЕ МИГРАЦИЕЙ ", 179), "language": "ru"},
        }));
        let page = render(&format!("longest-{language}"), facts.unwrap());
        let about = run("pdfinfo", &[page.path()]);
        assert!(about.contains("Pages:           1\n"), "{about}");
        assert_eq!(page.scanned(100), page.qr_text, "{language}");
    }
}

#[test]
fn every_kind_of_certificate_and_event_is_set_in_every_language() {
    let renderer = Renderer::new().unwrap();
    let mut pages = Vec::new();
    for language in ["en", "ru", "fa", "tr"] {
        for kind in ["participation", "completion", "appreciation"] {
            for event in ["workshop", "conference"] {
                let changes = json!({"language": language, "kind": kind, "event_kind": event});
                let facts = samples::facts(&changes).unwrap();
                pages.push(
                    renderer
                        .render(&facts, "https://h.example/v/n#t", b"{}")
                        .unwrap(),
                );
            }
        }
    }
    pages.sort();
    pages.dedup();
    assert_eq!(
        pages.len(),
        24,
        "two different certificates gave the same page"
    );
}

#[test]
fn the_same_certificate_always_gives_the_same_bytes() {
    let facts = samples::facts(&json!({})).unwrap();
    let once = || {
        Renderer::new()
            .unwrap()
            .render(&facts, "https://h.example/v/n#t", b"{}")
            .unwrap()
    };
    assert!(once() == once());
}
