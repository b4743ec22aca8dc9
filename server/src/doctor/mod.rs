//! The examination of an installation: one finding a check, each with what to do.

mod database;
mod files;
mod mail;
mod network;
mod work;

use crate::configuration::Configuration;
use eyre::Result;
use serde::Serialize;
use std::path::Path;

/// What one check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Finding {
    /// What was looked at.
    pub topic: &'static str,
    /// How it is.
    pub verdict: Verdict,
    /// What was seen.
    pub seen: String,
    /// What to do; empty where nothing is.
    pub remedy: String,
}

/// How it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Verdict {
    /// As it should be.
    Good,
    /// Not wrong, but worth knowing.
    Note,
    /// Wrong.
    Wrong,
}

impl Finding {
    pub fn is_wrong(&self) -> bool {
        self.verdict == Verdict::Wrong
    }

    fn good(topic: &'static str, seen: impl Into<String>) -> Self {
        Self::new(topic, Verdict::Good, seen, "")
    }

    fn wrong(topic: &'static str, seen: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::new(topic, Verdict::Wrong, seen, remedy)
    }

    fn note(topic: &'static str, seen: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self::new(topic, Verdict::Note, seen, remedy)
    }

    /// Says which file it was.
    fn seen_at(mut self, path: &Path) -> Self {
        self.seen = format!("{}: {}", path.display(), self.seen);
        self
    }

    fn new(
        topic: &'static str,
        verdict: Verdict,
        seen: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            topic,
            verdict,
            seen: seen.into(),
            remedy: remedy.into(),
        }
    }
}

/// Looks at everything; settings that cannot be read are the only finding then.
pub(crate) async fn examine(settings: Result<Configuration>) -> Vec<Finding> {
    let settings = match settings {
        Ok(settings) => settings,
        Err(error) => {
            let remedy = "Correct the setting; `maktab --help` lists them all.";
            return vec![Finding::wrong("settings", format!("{error:#}"), remedy)];
        }
    };
    let mut findings = vec![
        Finding::good("settings", "can be read"),
        network::demonstration(&settings),
        network::public_address(&settings),
        network::listening(&settings),
        files::data_folder(&settings),
    ];
    findings.extend(database::database(&settings).await);
    findings.push(files::signing_key(&settings));
    findings.push(files::renderer());
    findings.push(files::site(&settings.site()));
    findings.extend(mail::mail(&settings).await);
    findings
}

/// The findings as a list for people.
pub(crate) fn as_text(findings: &[Finding]) -> String {
    let mut text = String::new();
    for finding in findings {
        let mark = match finding.verdict {
            Verdict::Good => '✓',
            Verdict::Note => '·',
            Verdict::Wrong => '✗',
        };
        text += &format!("{mark} {:<10} {}\n", finding.topic, finding.seen);
        for line in finding.remedy.lines() {
            text += &format!("  {:<10} → {line}\n", "");
        }
    }
    let wrong = findings.iter().filter(|finding| finding.is_wrong()).count();
    text += &match wrong {
        0 => "\nNothing is wrong.".to_owned(),
        1 => "\nOne thing is wrong.".to_owned(),
        many => format!("\n{many} things are wrong."),
    };
    text
}

/// The findings as JSON.
pub(crate) fn as_json(findings: &[Finding]) -> String {
    serde_json::to_string_pretty(findings).unwrap_or_default()
}

#[cfg(test)]
mod tests;
