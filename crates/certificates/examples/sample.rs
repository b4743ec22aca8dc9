//! Writes sample certificates (PDF) with their credentials (JSON) into the
//! folder named on the command line, to be looked at.

use std::error::Error;
use std::path::PathBuf;

use maktab_certificates::{Renderer, token};

#[path = "../tests/samples/mod.rs"]
mod samples;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).ok_or("name a folder")?;
    let folder = PathBuf::from(folder);
    std::fs::create_dir_all(&folder)?;
    let renderer = Renderer::new()?;
    let issuer = samples::issuer()?;
    for (name, facts) in samples::all()? {
        let credential = samples::credential(&facts, &issuer)?;
        let qr_text = token::qr_text(&facts, &issuer.address, &issuer.key)?;
        let pdf = renderer.render(&facts, &qr_text, credential.as_bytes())?;
        std::fs::write(folder.join(format!("{name}.pdf")), pdf)?;
        std::fs::write(folder.join(format!("{name}.json")), credential)?;
    }
    let did_document = issuer.key_set(&[]).to_did_document()?;
    std::fs::write(folder.join("did.json"), did_document)?;
    Ok(())
}
