//! A form with a file: taken in piece by piece, and refused at the first piece that is too much.

use axum::extract::multipart::{Multipart, MultipartError};
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, header};
use maktab_tables::{Refusal, Upload};

/// What a form may be larger than its file: names of fields, and what stands between them.
pub(crate) const AROUND: usize = 64 * 1024;

/// What has arrived.
pub(crate) enum Arrived {
    /// A file, and what it is called.
    File(String, Upload),
    /// The form without a file.
    Nothing,
    /// A file that is not read; what is left of it was not waited for.
    Refused(Refusal),
    /// Less than was announced, or no form with a file.
    Broken,
}

/// Takes in the file of this field. Other fields are passed over, whatever they are.
pub(crate) async fn take(request: Request, field: &str, mut file: Upload) -> Arrived {
    if let Some(length) = announced(&request)
        && let Err(refusal) = file.announced(length.saturating_sub(AROUND as u64))
    {
        return Arrived::Refused(refusal);
    }
    let Ok(mut form) = Multipart::from_request(request, &()).await else {
        return Arrived::Broken;
    };
    let mut name = None;
    loop {
        let mut part = match form.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => break,
            Err(error) => return not_read(&error, &file),
        };
        // Only the first file counts, and a browser sends an empty one where none was chosen.
        if name.is_some() || part.name() != Some(field) {
            continue;
        }
        let called = part.file_name().unwrap_or_default().to_owned();
        let mut is_empty = true;
        loop {
            match part.chunk().await {
                Ok(Some(chunk)) => {
                    is_empty &= chunk.is_empty();
                    if let Err(refusal) = file.push(&chunk) {
                        return Arrived::Refused(refusal);
                    }
                }
                Ok(None) => break,
                Err(error) => return not_read(&error, &file),
            }
        }
        if !(called.is_empty() && is_empty) {
            name = Some(called);
        }
    }
    match name {
        Some(name) => Arrived::File(name, file),
        None => Arrived::Nothing,
    }
}

/// The length that the request announces.
fn announced(request: &Request) -> Option<u64> {
    let length = request.headers().get(header::CONTENT_LENGTH)?;
    length.to_str().ok()?.parse().ok()
}

/// The form ended before its end: because it is too large, or because the line broke.
fn not_read(error: &MultipartError, file: &Upload) -> Arrived {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => match file.announced(u64::MAX) {
            Err(refusal) => Arrived::Refused(refusal),
            Ok(()) => Arrived::Broken,
        },
        _ => Arrived::Broken,
    }
}
