//! The messages of one language as data: ids, attributes, variables, texts.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use maktab_locale::{Locale, TOPICS, source};

/// The value of a message or of an attribute.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Value {
    /// Names of the variables, without the dollar sign.
    pub variables: BTreeSet<String>,
    /// Every alternative text, placeables left out.
    pub texts: Vec<String>,
    /// For every choice by plural category: the categories it knows.
    pub plurals: Vec<BTreeSet<String>>,
}

/// Messages by id; attributes as `id.attribute`.
pub type Catalogue = BTreeMap<String, Value>;

/// All messages of a language as the library embeds them.
pub fn of(locale: Locale) -> Catalogue {
    let files = TOPICS.iter().map(|topic| source(locale, topic).unwrap());
    files.flat_map(parse).collect()
}

/// The messages of one file.
pub fn parse(text: &str) -> Catalogue {
    let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(_, e)| panic!("{e:?}"));
    let mut found = Catalogue::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let id = message.id.name;
        if let Some(pattern) = &message.value {
            found.insert(id.to_owned(), value(pattern));
        }
        for attribute in &message.attributes {
            found.insert(
                format!("{id}.{}", attribute.id.name),
                value(&attribute.value),
            );
        }
    }
    found
}

fn value(pattern: &Pattern<&str>) -> Value {
    let mut value = Value::default();
    read_pattern(pattern, &mut value);
    value
}

fn read_pattern(pattern: &Pattern<&str>, into: &mut Value) {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression } => {
                text.push('\u{fffc}');
                read_expression(expression, into);
            }
        }
    }
    into.texts.push(text);
}

fn read_expression(expression: &Expression<&str>, into: &mut Value) {
    match expression {
        Expression::Inline(inline) => read_inline(inline, into),
        Expression::Select { selector, variants } => {
            read_inline(selector, into);
            let categories: BTreeSet<_> = variants
                .iter()
                .filter_map(|variant| match &variant.key {
                    VariantKey::Identifier { name } => Some((*name).to_owned()),
                    VariantKey::NumberLiteral { .. } => None,
                })
                .collect();
            into.plurals.push(categories);
            for variant in variants {
                read_pattern(&variant.value, into);
            }
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, into: &mut Value) {
    match inline {
        InlineExpression::VariableReference { id } => {
            into.variables.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => read_call(arguments, into),
        InlineExpression::TermReference {
            arguments: Some(arguments),
            ..
        } => {
            read_call(arguments, into);
        }
        InlineExpression::Placeable { expression } => read_expression(expression, into),
        _ => {}
    }
}

fn read_call(arguments: &CallArguments<&str>, into: &mut Value) {
    for argument in &arguments.positional {
        read_inline(argument, into);
    }
}
