//! As much of Rust's grammar as it takes to find macro calls and string literals safely.

/// A word of the source and the line it begins on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub line: usize,
    pub kind: Kind,
}

/// What a word is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// An identifier, keyword or number.
    Word(String),
    /// A string literal, without quotes; escapes are left as they are.
    Text(String),
    /// Any other sign.
    Sign(char),
}

impl Token {
    pub fn is(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }

    pub fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }
}

/// The tokens of a source without comments, character literals and lifetimes.
pub fn tokens(source: &str) -> Vec<Token> {
    let mut lexer = Lexer {
        rest: source,
        line: 1,
    };
    let mut found = Vec::new();
    while let Some(token) = lexer.next() {
        found.extend(token);
    }
    found
}

struct Lexer<'a> {
    rest: &'a str,
    line: usize,
}

impl<'a> Lexer<'a> {
    /// Takes so many bytes off the rest.
    fn take(&mut self, bytes: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(bytes.min(self.rest.len()));
        self.line += taken.matches('\n').count();
        self.rest = rest;
        taken
    }

    /// Takes everything up to and with `end`.
    fn take_past(&mut self, end: &str) -> &'a str {
        let bytes = self
            .rest
            .find(end)
            .map_or(self.rest.len(), |at| at + end.len());
        self.take(bytes)
    }

    /// The next token, `Some(None)` for what is skipped, `None` at the end.
    fn next(&mut self) -> Option<Option<Token>> {
        let line = self.line;
        let first = self.rest.chars().next()?;
        let kind = if self.rest.starts_with("//") {
            self.take_past("\n");
            None
        } else if self.rest.starts_with("/*") {
            self.block_comment();
            None
        } else if let Some(hashes) = raw_string(self.rest) {
            Some(self.raw_string(hashes))
        } else if first == '"' || self.rest.starts_with("b\"") {
            Some(self.string())
        } else if first == '\'' {
            self.character_or_lifetime();
            None
        } else if first.is_alphanumeric() || first == '_' {
            let end = |c: char| !(c.is_alphanumeric() || c == '_');
            let bytes = self.rest.find(end).unwrap_or(self.rest.len());
            Some(Kind::Word(self.take(bytes).to_owned()))
        } else {
            self.take(first.len_utf8());
            (!first.is_whitespace()).then_some(Kind::Sign(first))
        };
        Some(kind.map(|kind| Token { line, kind }))
    }

    fn block_comment(&mut self) {
        let mut depth = 0_usize;
        loop {
            if self.rest.starts_with("/*") {
                depth += 1;
                self.take(2);
            } else if self.rest.starts_with("*/") {
                depth -= 1;
                self.take(2);
            } else {
                let Some(c) = self.rest.chars().next() else {
                    return;
                };
                self.take(c.len_utf8());
            }
            if depth == 0 {
                return;
            }
        }
    }

    fn raw_string(&mut self, hashes: usize) -> Kind {
        self.take_past("\"");
        let end = format!("\"{}", "#".repeat(hashes));
        let text = self.take_past(&end);
        Kind::Text(text.strip_suffix(&end).unwrap_or(text).to_owned())
    }

    fn string(&mut self) -> Kind {
        self.take_past("\"");
        let mut escaped = false;
        let end = self.rest.char_indices().find(|(_, c)| {
            let ends = *c == '"' && !escaped;
            escaped = *c == '\\' && !escaped;
            ends
        });
        let text = self.take(end.map_or(self.rest.len(), |(at, _)| at));
        self.take(1);
        Kind::Text(text.to_owned())
    }

    fn character_or_lifetime(&mut self) {
        self.take(1);
        if self.rest.starts_with('\\') {
            self.take(2);
            self.take_past("'");
            return;
        }
        let Some(c) = self.rest.chars().next() else {
            return;
        };
        if self.rest[c.len_utf8()..].starts_with('\'') {
            self.take(c.len_utf8() + 1);
        }
    }
}

/// How many hash signs a raw string literal that begins here has.
fn raw_string(text: &str) -> Option<usize> {
    let after = text.strip_prefix('b').unwrap_or(text).strip_prefix('r')?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].starts_with('"').then_some(hashes)
}

#[test]
fn strings_comments_characters_and_lifetimes_are_told_apart() {
    let source = r####"
// t!(l, "a")
/* "b" /* "c" */ "d" */ f::<'x>('"', '\'', '\u{22}', "e \" f", r#"g " h"#, b"i", 'ж', 10)
"####;
    let found = tokens(source);
    let texts: Vec<_> = found
        .iter()
        .filter_map(|token| match &token.kind {
            Kind::Text(text) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(texts, ["e \\\" f", "g \" h", "i"]);
    assert!(found.iter().all(|token| token.line == 3), "{found:?}");
    assert_eq!(
        found.last(),
        Some(&Token {
            line: 3,
            kind: Kind::Sign(')')
        })
    );
}

#[test]
fn an_unfinished_source_ends() {
    for source in ["\"abc", "/* abc", "r#\"abc", "'", "'\\", "b\""] {
        tokens(source);
    }
}
