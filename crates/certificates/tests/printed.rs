//! The words on certificates stay what they are. An issued certificate is verified by printing
//! its facts again and comparing them with what was signed: another word, even a better one, would
//! make every certificate of former times look altered.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![expect(
    dead_code,
    reason = "the samples also make credentials, for other tests"
)]

#[path = "samples/mod.rs"]
mod samples;

/// What the samples say, each below its name.
fn printed() -> String {
    let mut text = String::new();
    for (name, facts) in samples::all().unwrap() {
        text += &format!("[{name}]\n{}\n\n", facts.printed_text());
    }
    text
}

#[test]
fn the_words_of_issued_certificates_never_change() {
    let now = printed();
    let ever = include_str!("samples/printed.txt");
    let differing = now
        .lines()
        .zip(ever.lines())
        .find(|(now, ever)| now != ever);
    assert!(
        now == ever,
        "{differing:?}: certificates that were issued say it in the old words. Leave them, or give \
         the facts a version of the texts and keep the old version for what was issued under it."
    );
}
