//! The page: A4 landscape, PDF/A-3a and PDF/UA-1 at once, with the signed
//! credential attached. Typst sets it, from a template that is part of the
//! program; what people have typed reaches the template only as values.

mod girih;
mod page;
mod world;

use std::sync::atomic::{AtomicUsize, Ordering};

use fast_qr::convert::Builder;
use fast_qr::convert::svg::SvgBuilder;
use fast_qr::{ECL, QRBuilder};
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::facts::CertificateFacts;
use world::{Fonts, PageWorld};

/// After so many pages Typst's memory of earlier ones is thinned out.
const EVICT_EVERY: usize = 32;
/// White modules around the QR code inside its picture; the paper around it
/// makes up the four that its standard demands (ISO/IEC 18004).
const QR_MARGIN: usize = 2;

/// Why a page cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// Characters that none of the fonts has.
    #[error("the fonts have no form for {}", listed(.0))]
    MissingGlyphs(Vec<char>),
    /// The texts do not fit on one page, even in the smallest size.
    #[error("the texts do not fit on one page")]
    DoesNotFit,
    /// The text for the QR code is too long for any.
    #[error("the text is too long for a QR code")]
    QrCode,
    /// The typesetter has failed; its own words, for the log.
    #[error("the page could not be set: {0}")]
    Typesetting(String),
}

fn listed(signs: &[char]) -> String {
    let signs = signs.iter();
    let named: Vec<String> = signs
        .map(|sign| format!("{sign} (U+{:04X})", u32::from(*sign)))
        .collect();
    named.join(", ")
}

/// Makes pages. Holds the fonts; cheap to share, dear to make.
pub struct Renderer {
    fonts: Fonts,
    options: PdfStandards,
    rendered: AtomicUsize,
}

impl Renderer {
    /// Loads the fonts that are part of the program.
    ///
    /// # Errors
    /// [`RenderError::Typesetting`] where a font cannot be read or the two
    /// standards exclude each other, which is a fault of the program.
    pub fn new() -> Result<Self, RenderError> {
        let options = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
            .map_err(|error| RenderError::Typesetting(error.message().to_string()))?;
        Ok(Self {
            fonts: Fonts::load()
                .ok_or_else(|| RenderError::Typesetting("a font is broken".to_owned()))?,
            options,
            rendered: AtomicUsize::new(0),
        })
    }

    /// Characters of the facts that none of the fonts has, each once.
    #[must_use]
    pub fn missing_glyphs(&self, facts: &CertificateFacts) -> Vec<char> {
        let mut missing: Vec<char> = facts
            .printed_text()
            .chars()
            .filter(|sign| !self.fonts.have(*sign))
            .collect();
        missing.sort_unstable();
        missing.dedup();
        missing
    }

    /// The PDF file of a certificate. `qr_text` is what the QR code says (see
    /// [`crate::token::qr_text`]); the part before its `#` is also printed.
    /// `credential` is attached as it is.
    ///
    /// The same input always gives the same bytes.
    ///
    /// # Errors
    /// [`RenderError`].
    pub fn render(
        &self,
        facts: &CertificateFacts,
        qr_text: &str,
        credential: &[u8],
    ) -> Result<Vec<u8>, RenderError> {
        let missing = self.missing_glyphs(facts);
        if !missing.is_empty() {
            return Err(RenderError::MissingGlyphs(missing));
        }
        let (qr_code, qr_modules) = qr_code(qr_text)?;
        let page = page::Page::new(facts, qr_text, qr_modules);
        let data = serde_json::to_vec(&page)
            .map_err(|error| RenderError::Typesetting(error.to_string()))?;
        let world = PageWorld::new(&self.fonts, data, qr_code, credential.to_vec())
            .ok_or_else(|| RenderError::Typesetting("a file name is not valid".to_owned()))?;
        let pdf = self.typeset(&world, facts);
        if self.rendered.fetch_add(1, Ordering::Relaxed) % EVICT_EVERY == EVICT_EVERY - 1 {
            typst::comemo::evict(4);
        }
        pdf
    }

    fn typeset(
        &self,
        world: &PageWorld<'_>,
        facts: &CertificateFacts,
    ) -> Result<Vec<u8>, RenderError> {
        let document: PagedDocument = typst::compile(world)
            .output
            .map_err(|errors| failure(&errors))?;
        if document.pages().len() != 1 {
            return Err(RenderError::DoesNotFit);
        }
        let options = PdfOptions {
            ident: Smart::Custom(facts.number.to_string()),
            creator: Smart::Custom(Some("Maktab".to_owned())),
            standards: self.options.clone(),
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&document, &options).map_err(|errors| failure(&errors))
    }
}

fn failure(errors: &[SourceDiagnostic]) -> RenderError {
    let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    if messages
        .iter()
        .any(|message| message.contains(page::DOES_NOT_FIT))
    {
        return RenderError::DoesNotFit;
    }
    RenderError::Typesetting(messages.join("; "))
}

/// The QR code as SVG, and its modules on a side. At the lowest level of error
/// correction, since larger modules help a camera more than redundancy does:
/// paper in a frame is not scratched.
fn qr_code(text: &str) -> Result<(String, usize), RenderError> {
    let code = QRBuilder::new(text)
        .ecl(ECL::L)
        .build()
        .map_err(|_| RenderError::QrCode)?;
    let ink = [0x17, 0x20, 0x2B, 0xFF];
    let svg = SvgBuilder::default()
        .margin(QR_MARGIN)
        .module_color(ink)
        .to_str(&code);
    Ok((svg, code.size + 2 * QR_MARGIN))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Text, examples};

    #[test]
    fn characters_without_a_form_are_named_before_anything_is_printed() {
        let mut facts = examples::english();
        facts.holder = Text::new("Gülnar 王 ሀ").unwrap();
        let refused = Renderer::new()
            .unwrap()
            .render(&facts, "https://h/v/n#t", b"{}");
        assert_eq!(refused, Err(RenderError::MissingGlyphs(vec!['ሀ', '王'])));
    }

    #[test]
    fn a_qr_text_beyond_every_version_is_refused() {
        assert_eq!(qr_code(&"x".repeat(3000)), Err(RenderError::QrCode));
    }
}
