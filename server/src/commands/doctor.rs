//! `maktab doctor`: what is misconfigured, and what to do about it.

use crate::cli::Form;
use crate::configuration::Configuration;
use crate::{doctor, output};
use eyre::Result;
use std::process::ExitCode;

pub(super) async fn run(settings: Result<Configuration>, form: Form) -> ExitCode {
    let findings = doctor::examine(settings).await;
    match form {
        Form::Text => output::line(&doctor::as_text(&findings)),
        Form::Json => output::line(&doctor::as_json(&findings)),
    }
    if findings.iter().any(doctor::Finding::is_wrong) {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}
