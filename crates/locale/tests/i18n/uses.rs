//! Where a source uses which message, with which arguments.

use std::collections::BTreeSet;

use crate::lexer::{Kind, Token, tokens};

/// One use of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    pub line: usize,
    pub id: Id,
    /// Names of the arguments; `None` where they are given elsewhere (`msg!`).
    pub arguments: Option<BTreeSet<String>>,
}

/// How the message is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Id {
    /// In full, with its attribute if it has one.
    Whole(String),
    /// By `format!`: what stands before the first and after the last hole.
    Composed { prefix: String, suffix: String },
}

/// All uses in a source: `t!(…, "id", name = …)`, `msg!("id")`, `.text("id")`, `.has("id")`,
/// `.text_with("id", …)`, `NotNow("id")`. What is compiled for tests only is not looked at. An id that is a plain
/// variable is not a use: it came from `msg!`, or its message is reported as unused.
pub fn uses(source: &str) -> Vec<Use> {
    let tokens = without_tests(&tokens(source));
    let mut found = Vec::new();
    for place in 0..tokens.len() {
        let (before, here) = tokens.split_at(place);
        let call = |sign: usize| {
            here.get(sign)
                .is_some_and(|t| t.is('(') || t.is('[') || t.is('{'))
        };
        let is_macro = here.get(1).is_some_and(|t| t.is('!')) && call(2);
        let is_method = before.last().is_some_and(|t| t.is('.')) && call(1);
        match here[0].word() {
            Some("t") if is_macro => {
                let parts = parts(&here[2..]);
                let arguments = parts.iter().skip(2).filter_map(|part| name(part)).collect();
                found.extend(ids(parts.get(1).copied(), Some(&arguments)));
            }
            Some("msg") if is_macro => found.extend(ids(parts(&here[2..]).first().copied(), None)),
            // The use cases' answer that something is not possible now, by the id of the reason.
            Some("NotNow") if call(1) => {
                found.extend(ids(
                    parts(&here[1..]).first().copied(),
                    Some(&BTreeSet::new()),
                ));
            }
            Some("text" | "has") if is_method => {
                let none = BTreeSet::new();
                found.extend(ids(parts(&here[1..]).first().copied(), Some(&none)));
            }
            Some("text_with") if is_method => {
                found.extend(ids(parts(&here[1..]).first().copied(), None));
            }
            _ => {}
        }
    }
    found
}

/// The string literals of a source.
pub fn texts(source: &str) -> BTreeSet<String> {
    let tokens = without_tests(&tokens(source)).into_iter();
    let texts = tokens.filter_map(|token| match token.kind {
        Kind::Text(text) => Some(text),
        _ => None,
    });
    texts.collect()
}

/// The tokens without the items under `#[cfg(test)]`.
fn without_tests(tokens: &[Token]) -> Vec<Token> {
    const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let is_mark = |tokens: &[Token]| {
        tokens.len() >= MARK.len()
            && tokens
                .iter()
                .zip(MARK)
                .all(|(token, mark)| match &token.kind {
                    Kind::Word(word) => word == mark,
                    Kind::Sign(sign) => mark.chars().eq([*sign]),
                    Kind::Text(_) => false,
                })
    };
    let mut kept = Vec::new();
    let mut place = 0;
    while place < tokens.len() {
        if is_mark(&tokens[place..]) {
            place += MARK.len();
            let end = |t: &Token| t.is(';') || t.is('{');
            place += tokens[place..]
                .iter()
                .position(end)
                .unwrap_or(tokens.len() - place);
            place += extent(&tokens[place..]);
        } else {
            kept.push(tokens[place].clone());
            place += 1;
        }
    }
    kept
}

/// How many tokens a bracket that opens here encloses, with its end; one for any other token.
fn extent(tokens: &[Token]) -> usize {
    let mut depth = 0_usize;
    for (place, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Sign('(' | '[' | '{') => depth += 1,
            Kind::Sign(')' | ']' | '}') => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return place + 1;
        }
    }
    tokens.len()
}

/// What stands between the commas of the brackets that open here.
fn parts(call: &[Token]) -> Vec<&[Token]> {
    let inner = &call[1..extent(call).saturating_sub(1).max(1)];
    let mut found = Vec::new();
    let (mut start, mut place) = (0, 0);
    while place < inner.len() {
        if inner[place].is(',') {
            found.push(&inner[start..place]);
            start = place + 1;
            place += 1;
        } else {
            place += extent(&inner[place..]);
        }
    }
    found.push(&inner[start..]);
    found.retain(|part| !part.is_empty());
    found
}

/// The name of an argument, `name = value`.
fn name(part: &[Token]) -> Option<String> {
    let assigned = part.get(1)?.is('=') && !part.get(2)?.is('=');
    let name = part.first()?.word()?;
    assigned.then(|| name.trim_start_matches("r#").to_owned())
}

/// The uses that an expression for an id amounts to: every literal in it, or its `format!`.
fn ids(expression: Option<&[Token]>, arguments: Option<&BTreeSet<String>>) -> Vec<Use> {
    let Some(expression) = expression else {
        return Vec::new();
    };
    let composed = expression
        .iter()
        .any(|token| token.word() == Some("format"));
    let texts = expression.iter().filter_map(|token| match &token.kind {
        Kind::Text(text) => Some((token.line, text)),
        _ => None,
    });
    let found = texts.map(|(line, text)| {
        let id = match (text.split_once('{'), text.rsplit_once('}')) {
            (Some((prefix, _)), Some((_, suffix))) if composed => Id::Composed {
                prefix: prefix.to_owned(),
                suffix: suffix.to_owned(),
            },
            _ => Id::Whole(text.clone()),
        };
        Use {
            line,
            id,
            arguments: arguments.cloned(),
        }
    });
    if composed {
        found.take(1).collect()
    } else {
        found.collect()
    }
}

#[test]
fn every_way_of_naming_a_message_is_seen() {
    let whole = |line: usize, id: &str, arguments: Option<&[&str]>| Use {
        line,
        id: Id::Whole(id.to_owned()),
        arguments: arguments.map(|names| names.iter().map(|name| (*name).to_owned()).collect()),
    };
    let source = r#"
view! { <p>{t!(loc, "a")}</p> <b title=t!(loc(), "a.b",)>{ maktab_locale::t!(page.locale(), "c",
    n = list(&[1, 2]).len(), name = &f(|x, y| x == y, "not-an-id")) }</b> }
let x = if late { t!(l, if y { "d" } else { "e" }) } else { l.text("f") };
let y = msg!("g"); let z = t!(l, id); // t!(l, "comment")
t!(l, &format!("area-{}", area.code("not-an-id"))); t![l, &format!("mode-{mode}.inline"), k = 1];
locale.text_with("h", [("n", 1.into())]); assert!(cat!(l, "i")); text("j"); a.text(b);
return Err(Error::NotNow("m"));
#[cfg(test)] mod tests { fn f() { t!(l, "k") } } #[cfg(test)] mod other; fn g() { t!(l, "l") }
"#;
    let composed = |line, prefix: &str, suffix: &str, names: &[&str]| Use {
        id: Id::Composed {
            prefix: prefix.to_owned(),
            suffix: suffix.to_owned(),
        },
        ..whole(line, "", Some(names))
    };
    assert_eq!(
        uses(source),
        [
            whole(2, "a", Some(&[])),
            whole(2, "a.b", Some(&[])),
            whole(2, "c", Some(&["n", "name"])),
            whole(4, "d", Some(&[])),
            whole(4, "e", Some(&[])),
            whole(4, "f", Some(&[])),
            whole(5, "g", None),
            composed(6, "area-", "", &[]),
            composed(6, "mode-", ".inline", &["k"]),
            whole(7, "h", None),
            whole(8, "m", Some(&[])),
            whole(9, "l", Some(&[])),
        ]
    );
}
