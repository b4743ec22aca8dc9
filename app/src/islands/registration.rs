//! Says at once what is wrong with a field of the registration form, by the very
//! rules of the domain that the server applies. Without it the server says so.

use leptos::prelude::*;

/// Watches the form `#registration`. `messages` are pairs of `FIELD-CODE` or `CODE` and text.
#[island]
pub fn RegistrationChecks(messages: Vec<(String, String)>) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    Effect::new(move || watching::watch(&messages));
    #[cfg(not(feature = "hydrate"))]
    let _ = messages;
}

/// What is wrong with the value of a field; `None` where nothing is, or the field is not known.
#[cfg(any(feature = "hydrate", test))]
fn wrong(field: &str, value: &str) -> Option<maktab_domain::Invalid> {
    use maktab_domain::{CountryCode, EmailAddress, Line, NativeName, PersonName};
    match field {
        "email" => EmailAddress::parse(value).err(),
        "name" => PersonName::parse(value).err(),
        "native-name" => NativeName::parse_optional(value).err(),
        "country" => CountryCode::parse(value).err(),
        "institution" | "job-title" => Line::parse(value).err(),
        _ => None,
    }
}

#[cfg(feature = "hydrate")]
mod watching {
    use super::wrong;
    use leptos::prelude::set_timeout;
    use leptos::wasm_bindgen::JsCast;
    use leptos::wasm_bindgen::closure::Closure;
    use std::cell::{Cell, RefCell};
    use std::rc::Rc;
    use std::time::Duration;
    use web_sys::{Document, Element, Event, EventTarget, HtmlInputElement, HtmlSelectElement};

    /// Looks at a field when it is left, and while it is typed into once it was wrong.
    pub fn watch(messages: &[(String, String)]) {
        let Some(form) = document().and_then(|d| d.get_element_by_id("registration")) else {
            return;
        };
        let messages: Rc<[_]> = messages.into();
        let pointer = Rc::new(Pointer::default());
        for (kind, only_refused) in [("focusout", false), ("input", true)] {
            let (messages, pointer) = (Rc::clone(&messages), Rc::clone(&pointer));
            on(&form, kind, move |event| {
                let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
                let Some(field) = target else { return };
                let refused = field.get_attribute("aria-invalid").is_some();
                if !refused && only_refused {
                    return;
                }
                if pointer.is_down.get() {
                    pointer.left.replace(Some(field));
                } else {
                    check(&field, &messages, refused);
                }
            });
        }
        let Some(page) = document() else { return };
        let down = Rc::clone(&pointer);
        on(&page, "pointerdown", move |_| down.is_down.set(true));
        for kind in ["pointerup", "pointercancel"] {
            let (messages, pointer) = (Rc::clone(&messages), Rc::clone(&pointer));
            on(&page, kind, move |_| {
                pointer.is_down.set(false);
                let Some(field) = pointer.left.take() else {
                    return;
                };
                let messages = Rc::clone(&messages);
                // The click comes before.
                let later = move || {
                    let refused = field.get_attribute("aria-invalid").is_some();
                    check(&field, &messages, refused);
                };
                set_timeout(later, Duration::ZERO);
            });
        }
    }

    /// While a button is being pressed nothing moves under the finger: what is wrong with the
    /// field that it leaves is said once it is up.
    #[derive(Default)]
    struct Pointer {
        is_down: Cell<bool>,
        left: RefCell<Option<Element>>,
    }

    /// The form lives as long as the page, and so does what listens to it.
    fn on(target: &EventTarget, kind: &str, act: impl Fn(Event) + 'static) {
        let listener = Closure::<dyn Fn(Event)>::new(act);
        let function = listener.as_ref().unchecked_ref();
        let _ = target.add_event_listener_with_callback(kind, function);
        listener.forget();
    }

    fn document() -> Option<Document> {
        web_sys::window()?.document()
    }

    fn value(field: &Element) -> Option<String> {
        if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
            return Some(input.value());
        }
        field.dyn_ref::<HtmlSelectElement>().map(|s| s.value())
    }

    fn check(field: &Element, messages: &[(String, String)], refused: bool) {
        let name = field.id();
        let Some(value) = value(field) else { return };
        // Whoever only passes through an empty field is not scolded.
        if value.is_empty() && !refused {
            return;
        }
        match wrong(&name, &value) {
            Some(why) => show(field, &name, message(messages, &name, why.code())),
            None => clear(field, &name),
        }
    }

    fn message<'a>(messages: &'a [(String, String)], field: &str, code: &str) -> &'a str {
        let find = |id: &str| messages.iter().find(|(known, _)| known == id);
        find(&format!("{field}-{code}"))
            .or_else(|| find(code))
            .map_or("", |(_, text)| text)
    }

    fn show(field: &Element, name: &str, text: &str) {
        let id = format!("{name}-error");
        let known = document().and_then(|d| d.get_element_by_id(&id));
        let place = known.or_else(|| {
            let new = document()?.create_element("p").ok()?;
            new.set_class_name("error");
            new.set_id(&id);
            field
                .parent_element()?
                .insert_before(&new, Some(field))
                .ok()?;
            Some(new)
        });
        let Some(place) = place else { return };
        place.set_text_content(Some(text));
        if let Some(frame) = field.parent_element() {
            frame.set_class_name("field refused");
        }
        let _ = field.set_attribute("aria-invalid", "true");
        describe(field, name, true);
    }

    fn clear(field: &Element, name: &str) {
        if let Some(error) = document().and_then(|d| d.get_element_by_id(&format!("{name}-error")))
        {
            error.remove();
        }
        if let Some(frame) = field.parent_element() {
            frame.set_class_name("field");
        }
        let _ = field.remove_attribute("aria-invalid");
        describe(field, name, false);
    }

    /// Ties hint and error to the field.
    fn describe(field: &Element, name: &str, with_error: bool) {
        let hint = format!("{name}-hint");
        let has_hint = document().is_some_and(|d| d.get_element_by_id(&hint).is_some());
        let mut ids = Vec::new();
        if has_hint {
            ids.push(hint);
        }
        if with_error {
            ids.push(format!("{name}-error"));
        }
        let _ = if ids.is_empty() {
            field.remove_attribute("aria-describedby")
        } else {
            field.set_attribute("aria-describedby", &ids.join(" "))
        };
    }
}

#[cfg(test)]
mod tests {
    use super::wrong;
    use maktab_domain::Invalid;

    #[test]
    fn the_fields_of_the_form_are_checked_by_the_rules_of_the_domain() {
        for (field, value, expected) in [
            ("name", "", Some(Invalid::Required)),
            ("name", "Азиза", Some(Invalid::NotLatin)),
            ("name", "Aziza", None),
            ("email", "aziza@", Some(Invalid::Email)),
            ("email", "aziza@example.org", None),
            ("native-name", "", None),
            ("country", "", Some(Invalid::Required)),
            ("institution", " ", Some(Invalid::Required)),
            ("job-title", "Inspector", None),
            ("consent", "", None),
        ] {
            assert_eq!(wrong(field, value), expected, "{field} {value:?}");
        }
    }
}
