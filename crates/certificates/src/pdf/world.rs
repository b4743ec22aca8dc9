//! What Typst may see while it sets a page: our fonts, our template, and four
//! files that exist only in memory. No system fonts, no network, no packages,
//! no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use super::girih;

const TEMPLATE: &str = include_str!("certificate.typ");

/// Regular faces before heavier ones; sources and licence in `fonts/`.
const FONTS: [&[u8]; 7] = [
    include_bytes!("../../fonts/NotoSerif-Regular.ttf"),
    include_bytes!("../../fonts/NotoSerif-SemiBold.ttf"),
    include_bytes!("../../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../../fonts/NotoSans-SemiBold.ttf"),
    include_bytes!("../../fonts/NotoNaskhArabic-Regular.ttf"),
    include_bytes!("../../fonts/NotoNaskhArabic-SemiBold.ttf"),
    include_bytes!("../../fonts/NotoNastaliqUrdu-Regular.ttf"),
];

/// The fonts and what is known about them.
pub struct Fonts {
    faces: Vec<Font>,
    book: LazyHash<FontBook>,
}

impl Fonts {
    /// Reads the fonts; `None` where one is broken.
    pub fn load() -> Option<Self> {
        let faces: Option<Vec<Font>> = FONTS
            .iter()
            .map(|bytes| Font::new(Bytes::new(*bytes), 0))
            .collect();
        let faces = faces?;
        let book = LazyHash::new(FontBook::from_fonts(&faces));
        Some(Self { faces, book })
    }

    /// Whether a font has a form for the character, or it needs none.
    pub fn have(&self, sign: char) -> bool {
        let invisible =
            sign.is_whitespace() || matches!(sign, '\u{200B}'..='\u{200D}' | '\u{2060}');
        invisible
            || self
                .faces
                .iter()
                .any(|face| face.info().coverage.contains(u32::from(sign)))
    }
}

/// The standard library is the same for every page.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// The files a page is made of. Their names are interned by Typst for good, so
/// they must not differ from page to page.
struct Files {
    main: Source,
    data: FileId,
    qr_code: FileId,
    girih: FileId,
    credential: FileId,
}

static FILES: LazyLock<Option<Files>> = LazyLock::new(|| {
    Some(Files {
        main: Source::new(file("main.typ")?, TEMPLATE.to_owned()),
        data: file("certificate.json")?,
        qr_code: file("qr.svg")?,
        girih: file("girih.svg")?,
        credential: file("credential.json")?,
    })
});

static GIRIH: LazyLock<Bytes> = LazyLock::new(|| Bytes::from_string(girih::frame()));

fn file(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// One page's world.
pub struct PageWorld<'a> {
    fonts: &'a Fonts,
    files: &'static Files,
    data: Bytes,
    qr_code: Bytes,
    credential: Bytes,
}

impl<'a> PageWorld<'a> {
    /// Makes the world of a page; `None` where the file names are not valid,
    /// which is a fault of the program.
    pub fn new(
        fonts: &'a Fonts,
        data: Vec<u8>,
        qr_code: String,
        credential: Vec<u8>,
    ) -> Option<Self> {
        Some(Self {
            fonts,
            files: FILES.as_ref()?,
            data: Bytes::new(data),
            qr_code: Bytes::from_string(qr_code),
            credential: Bytes::new(credential),
        })
    }
}

impl World for PageWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.files.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.files.main.id() {
            Ok(self.files.main.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let files = self.files;
        let known = [
            (files.data, &self.data),
            (files.qr_code, &self.qr_code),
            (files.girih, &*GIRIH),
            (files.credential, &self.credential),
        ];
        let found = known.into_iter().find(|(file, _)| *file == id);
        found
            .map(|(_, bytes)| bytes.clone())
            .ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.faces.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
