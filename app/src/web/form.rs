//! The fields of forms: each shows its value, its label, its hint and what is wrong with it.

use super::Posted;
use leptos::prelude::*;
use maktab_domain::Invalid;
use maktab_locale::{Locale, t};
use maktab_services::FieldErrors;
use std::sync::{Arc, Mutex, PoisonError};

/// What the boxes of a list are called, each with the id of its row behind: browsers that go back
/// put their ticks where the names are, whatever stands there by then.
pub(crate) const CHOSEN: &str = "chosen";

/// The ids of the rows of a list whose boxes were ticked.
pub(crate) fn chosen(posted: &Posted) -> impl Iterator<Item = &str> {
    let ticked = posted.iter().filter(|(name, _)| name.starts_with(CHOSEN));
    ticked.map(|(_, id)| id)
}

/// A form on its way to the page: its values and what is wrong with them.
#[derive(Clone)]
pub(crate) struct Form(Arc<Parts>);

struct Parts {
    locale: Locale,
    values: Posted,
    errors: FieldErrors,
    /// The fields that the page has shown so far, with their labels.
    shown: Mutex<Vec<(&'static str, String)>>,
}

impl Form {
    /// A form with values, and the errors found in them.
    pub fn new(locale: Locale, values: Posted, errors: FieldErrors) -> Self {
        Self(Arc::new(Parts {
            locale,
            values,
            errors,
            shown: Mutex::default(),
        }))
    }

    pub fn locale(&self) -> Locale {
        self.0.locale
    }

    /// The value of a field; empty where there is none.
    pub fn value(&self, name: &str) -> String {
        self.0.values.get(name).to_owned()
    }

    /// Whether `value` is among the values of a field.
    pub fn is_chosen(&self, name: &str, value: &str) -> bool {
        self.0.values.all(name).any(|v| v == value)
    }

    /// Whether the box of this one of a list was ticked.
    pub fn is_ticked(&self, id: &str) -> bool {
        chosen(&self.0.values).any(|ticked| ticked == id)
    }

    /// What is wrong with a field, in words: the field's own message
    /// (`error-FIELD-CODE`) where there is one, else the general one (`error-CODE`). It tells the
    /// number that the field was refused with, where there is one.
    pub fn error(&self, name: &str) -> Option<String> {
        self.words(name).map(|(words, _)| words)
    }

    /// What is wrong with a field, and whether that tells which field is meant.
    fn words(&self, name: &str) -> Option<(String, bool)> {
        let why = self.0.errors.get(name)?;
        let code = why.code();
        let own = format!("error-{name}-{code}");
        let l = self.0.locale;
        let has_own = l.has(&own);
        let id = if has_own {
            own
        } else {
            format!("error-{code}")
        };
        let words = match self.0.errors.number(name) {
            Some(number) => t!(l, &id, number = number),
            None => l.text(&id),
        };
        let telling = has_own || matches!(why, Invalid::Email | Invalid::Consent);
        Some((words, telling))
    }

    /// Why a field was refused.
    pub fn refused(&self, name: &str) -> Option<Invalid> {
        self.0.errors.get(name)
    }

    /// Notes that the page shows a field, under this label.
    fn show(&self, name: &'static str, label: &str) {
        let mut shown = self.0.shown.lock().unwrap_or_else(PoisonError::into_inner);
        shown.push((name, label.to_owned()));
    }

    /// The fields that were refused, in the order of the page, and what is wrong with each: where
    /// that does not tell which is meant, with the label of the field.
    fn refused_in_order(&self) -> Vec<(String, String)> {
        let shown = self.0.shown.lock().unwrap_or_else(PoisonError::into_inner);
        let place = |name: &str| shown.iter().position(|(known, _)| *known == name);
        let mut all: Vec<_> = self.0.errors.iter().map(|(name, _)| name).collect();
        all.sort_by_key(|name| place(name).unwrap_or(usize::MAX));
        let entry = |name: &str| {
            let (words, telling) = self.words(name)?;
            let label = place(name).map(|at| shown[at].1.as_str());
            let words = match label.filter(|_| !telling) {
                Some(label) => t!(self.locale(), "problem-item", label = label, text = words),
                None => words,
            };
            Some((name.to_owned(), words))
        };
        all.into_iter().filter_map(entry).collect()
    }
}

fn described_by(name: &str, hint: bool, error: bool) -> Option<String> {
    let hint = hint.then(|| format!("{name}-hint"));
    let error = error.then(|| format!("{name}-error"));
    let ids: Vec<String> = hint.into_iter().chain(error).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

fn frame_class(base: &str, refused: bool) -> String {
    if refused {
        format!("{base} refused")
    } else {
        base.to_owned()
    }
}

/// The hint and the error of a field.
fn remarks(form: &Form, name: &str, hint: Option<String>) -> impl IntoView + use<> {
    let hint_id = format!("{name}-hint");
    let error_id = format!("{name}-error");
    (
        hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> }),
        form.error(name)
            .map(|error| view! { <p class="error" id=error_id>{error}</p> }),
    )
}

/// All errors of a form at its top, each leading to its field.
#[component]
pub(crate) fn ErrorSummary(form: Form) -> impl IntoView {
    // Asked for when the page is written: only then its fields are known.
    move || summary(form.locale(), form.refused_in_order())
}

/// What is wrong, at the top of a form, each with the field that it leads to. It takes the focus.
pub(crate) fn summary(l: Locale, wrong: Vec<(String, String)>) -> impl IntoView + use<> {
    (!wrong.is_empty()).then(|| {
        let items = wrong.into_iter().map(|(field, text)| {
            view! { <li><a href=format!("#{field}")>{text}</a></li> }
        });
        let items = items.collect_view();
        view! {
            <div
                class="summary" id="errors" role="alert" tabindex="-1" autofocus=true
                aria-labelledby="errors-title"
            >
                <h2 id="errors-title">{t!(l, "problem-title")}</h2>
                <ul>{items}</ul>
            </div>
        }
    })
}

#[component]
fn Field(
    form: Form,
    name: &'static str,
    label: String,
    hint: Option<String>,
    optional: bool,
    children: Children,
) -> impl IntoView {
    form.show(name, &label);
    let mark = optional.then(|| {
        let text = t!(form.locale(), "field-optional");
        view! { " " <span class="optional">{text}</span> }
    });
    view! {
        <div class=frame_class("field", form.error(name).is_some())>
            <label for=name>{label}{mark}</label>
            {remarks(&form, name, hint)}
            {children()}
        </div>
    }
}

/// One line of text.
#[component]
pub(crate) fn TextField(
    form: Form,
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    /// The type of the input.
    #[prop(default = "text")]
    kind: &'static str,
    #[prop(optional)] autocomplete: Option<&'static str>,
    #[prop(optional)] optional: bool,
    #[prop(optional, into)] dir: Option<String>,
    #[prop(optional)] inputmode: Option<&'static str>,
    #[prop(optional)] maxlength: Option<u32>,
    #[prop(optional, into)] min: Option<String>,
    #[prop(optional, into)] max: Option<String>,
    #[prop(optional)] readonly: bool,
    /// Whether another field decides if this one may stay empty; the server says so then.
    #[prop(optional)]
    conditional: bool,
    /// The id of a `datalist` with suggestions.
    #[prop(optional)]
    list: Option<&'static str>,
) -> impl IntoView {
    // An empty hint is none.
    let hint = hint.filter(|hint| !hint.is_empty());
    let refused = form.error(name).is_some();
    let described = described_by(name, hint.is_some(), refused);
    let value = form.value(name);
    let invalid = refused.then_some("true");
    view! {
        <Field form name label hint optional>
            <input
                id=name name=name type=kind value=value dir=dir autocomplete=autocomplete
                inputmode=inputmode maxlength=maxlength min=min max=max readonly=readonly list=list
                required=!optional && !conditional aria-invalid=invalid aria-describedby=described
            />
        </Field>
    }
}

/// Several lines of text.
#[component]
pub(crate) fn TextArea(
    form: Form,
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional)] optional: bool,
    #[prop(optional, into)] dir: Option<String>,
    #[prop(default = 5)] rows: u32,
    /// Whether another field decides if this one may stay empty; the server says so then.
    #[prop(optional)]
    conditional: bool,
) -> impl IntoView {
    let refused = form.error(name).is_some();
    let described = described_by(name, hint.is_some(), refused);
    let value = form.value(name);
    let invalid = refused.then_some("true");
    view! {
        <Field form name label hint optional>
            <textarea
                id=name name=name rows=rows dir=dir required=!optional && !conditional
                aria-invalid=invalid aria-describedby=described
            >{value}</textarea>
        </Field>
    }
}

/// The languages of the site, each in its own words, to choose from.
pub(crate) fn languages() -> Vec<(String, String)> {
    let all = Locale::ALL.iter();
    all.map(|one| (one.tag().to_owned(), one.autonym().to_owned()))
        .collect()
}

/// One choice out of a list of value and text. With `blank`, nothing is chosen at first.
#[component]
pub(crate) fn SelectField(
    form: Form,
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    options: Vec<(String, String)>,
    #[prop(optional, into)] blank: Option<String>,
    #[prop(optional)] optional: bool,
    #[prop(optional)] autocomplete: Option<&'static str>,
) -> impl IntoView {
    let refused = form.error(name).is_some();
    let described = described_by(name, hint.is_some(), refused);
    let chosen = form.value(name);
    let invalid = refused.then_some("true");
    let blank = blank.map(|text| view! { <option value="">{text}</option> });
    let options = options.into_iter().map(|(value, text)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{text}</option> }
    });
    let options = options.collect_view();
    view! {
        <Field form name label hint optional>
            <select
                id=name name=name required=!optional autocomplete=autocomplete
                aria-invalid=invalid aria-describedby=described
            >{blank}{options}</select>
        </Field>
    }
}

/// One box to tick; its value is `yes`.
#[component]
pub(crate) fn CheckBox(
    form: Form,
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional)] optional: bool,
) -> impl IntoView {
    let refused = form.error(name).is_some();
    let described = described_by(name, hint.is_some(), refused);
    form.show(name, &label);
    let hint_id = format!("{name}-hint");
    let ticked = form.is_chosen(name, "yes");
    let invalid = refused.then_some("true");
    view! {
        <div class=frame_class("field", refused)>
            {remarks(&form, name, None)}
            <label class="tick">
                <input
                    id=name name=name type="checkbox" value="yes" checked=ticked
                    required=!optional aria-invalid=invalid aria-describedby=described
                />
                <span>{label}</span>
            </label>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
        </div>
    }
}

/// Several boxes under one heading, of value and text.
#[component]
pub(crate) fn CheckBoxes(
    form: Form,
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    options: Vec<(String, String)>,
) -> impl IntoView {
    form.show(name, &label);
    let refused = form.error(name).is_some();
    let described = described_by(name, hint.is_some(), refused);
    let boxes = options
        .into_iter()
        .enumerate()
        .map(|(place, (value, text))| {
            let ticked = form.is_chosen(name, &value);
            // The first box bears the name as its id: the summary of errors leads there.
            let id = if place == 0 {
                name.to_owned()
            } else {
                format!("{name}-{place}")
            };
            view! {
                <label class="tick">
                    <input id=id name=name type="checkbox" value=value checked=ticked />
                    <span>{text}</span>
                </label>
            }
        });
    let boxes = boxes.collect_view();
    view! {
        <fieldset class=frame_class("field", refused) aria-describedby=described>
            <legend>{label}</legend>
            {remarks(&form, name, hint)}
            <div class="ticks">{boxes}</div>
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_names_the_fields_in_the_order_of_the_page() {
        let mut errors = FieldErrors::new();
        errors.push("email", Invalid::Required);
        errors.push("venue", Invalid::TooLong);
        errors.push("city", Invalid::TooLong);
        let form = Form::new(Locale::En, Posted::default(), errors);
        let html = view! {
            <ErrorSummary form=form.clone() />
            <TextField form=form.clone() name="city" label="City" />
            <TextField form=form.clone() name="venue" label="Venue" />
            <TextField form name="email" label="Email address" />
        };
        let html = html.to_html();
        let items: Vec<&str> = html.split("<li>").skip(1).collect();
        for (item, expected) in items.iter().zip([
            "<a href=\"#city\">City: This is too long<",
            "<a href=\"#venue\">Venue: This is too long<",
            "<a href=\"#email\">Enter the email address<",
        ]) {
            assert!(item.starts_with(expected), "{item}");
        }
        assert_eq!(items.len(), 3);
    }
}
