//! The attendance sheet in the browser: a form of radio buttons, one group per person.

use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::convert::FromWasmAbi;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Document, DomParser, Element, EventTarget, FormData, HtmlElement, HtmlFormElement,
    HtmlInputElement, KeyboardEvent, Request, RequestInit, Response, SupportedType,
    UrlSearchParams, Window,
};

/// What the sheet says while it is used.
#[derive(Clone)]
pub(super) struct Words {
    pub saving: String,
    pub unsaved: String,
    pub offline: String,
    pub signed_out: String,
    pub digits: String,
}

/// The form, and where its messages go. Cloning shares it.
#[derive(Clone)]
pub(super) struct Sheet {
    window: Window,
    document: Document,
    form: HtmlFormElement,
    words: Words,
    /// Whether what was set is on its way to the server.
    saving: Rc<Cell<bool>>,
}

/// What can be set, by its code, with the physical key that sets it.
const STATUSES: [(&str, &str, &str); 4] = [
    ("present", "p", "KeyP"),
    ("late", "l", "KeyL"),
    ("excused", "e", "KeyE"),
    ("absent", "a", "KeyA"),
];

impl Sheet {
    /// The form of this id.
    pub fn find(id: &str, words: Words) -> Option<Self> {
        let window = web_sys::window()?;
        let document = window.document()?;
        let form = document.get_element_by_id(id)?.dyn_into().ok()?;
        Some(Self {
            window,
            document,
            form,
            words,
            saving: Rc::default(),
        })
    }

    /// Listens, and hides the button for browsers without scripts.
    pub fn enhance(&self) {
        if let Some(rest) = self.document.get_element_by_id("sheet-rest") {
            // A failure would leave the button visible, and it works.
            let _ = rest.set_attribute("hidden", "");
        }
        let sheet = self.clone();
        listen(&self.form, "keydown", move |event| sheet.key(&event));
        let sheet = self.clone();
        listen(&self.form, "change", move |_: web_sys::Event| {
            sheet.changed();
        });
        let sheet = self.clone();
        listen(&self.form, "submit", move |event: web_sys::Event| {
            event.prevent_default();
            // The second click of two comes while the first is saved, or just after it: it
            // would only find that nothing has changed since.
            if !sheet.has_said_saved() && !sheet.saving.replace(true) {
                spawn_local(sheet.clone().save());
            }
        });
        let sheet = self.clone();
        listen(
            &self.window,
            "beforeunload",
            move |event: web_sys::Event| {
                if sheet.is_dirty() {
                    event.prevent_default();
                }
            },
        );
        // A browser that comes back to the page may have kept what was set.
        self.changed();
    }

    /// Marks everybody present for whom nothing is set.
    pub fn fill_present(&self) {
        for row in self.rows() {
            if checked(&row).is_none() {
                set(&row, "present");
            }
        }
        self.changed();
    }

    fn rows(&self) -> Vec<Element> {
        elements(&self.form, "[data-person]")
    }

    /// Arrows go from person to person; a letter sets and goes on.
    fn key(&self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let row = target.and_then(|t| t.closest("[data-person]").ok().flatten());
        let Some(row) = row else { return };
        let step = match event.key().as_str() {
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            key => {
                let Some(status) = status_of(key, &event.code()) else {
                    return;
                };
                set(&row, status);
                self.changed();
                1
            }
        };
        event.prevent_default();
        let rows = self.rows();
        let here = rows.iter().position(|other| *other == row).unwrap_or(0);
        let next = here.saturating_add_signed(step).min(rows.len() - 1);
        if let Some(next) = rows.get(next) {
            focus(next);
        }
    }

    /// Counts anew, and says whether something is not saved.
    fn changed(&self) {
        let rows = self.rows();
        let set: Vec<_> = rows.iter().map(checked).collect();
        let count = |wanted: Option<&str>| set.iter().filter(|s| s.as_deref() == wanted).count();
        for (code, ..) in STATUSES {
            self.show_count(code, count(Some(code)));
        }
        self.show_count("none", count(None));
        let text = if self.is_dirty() {
            self.words.unsaved.as_str()
        } else {
            ""
        };
        self.say(text, "sheet-message");
    }

    /// Whether everything is stored, and the last thing said is that it was.
    fn has_said_saved(&self) -> bool {
        let place = self.document.get_element_by_id("sheet-message");
        place.is_some_and(|place| place.class_name().ends_with("good")) && !self.is_dirty()
    }

    /// Says something beside the button, as the class that is named.
    fn say(&self, text: &str, class: &str) {
        if let Some(place) = self.document.get_element_by_id("sheet-message") {
            place.set_class_name(class);
            place.set_text_content(Some(text));
        }
    }

    fn show_count(&self, code: &str, count: usize) {
        let digits: Vec<char> = self.words.digits.chars().collect();
        let digit = |c: char| {
            let place = c.to_digit(10).and_then(|d| usize::try_from(d).ok());
            place.and_then(|at| digits.get(at)).copied().unwrap_or(c)
        };
        let text: String = count.to_string().chars().map(digit).collect();
        for figure in elements(&self.form, &format!("[data-count={code}]")) {
            figure.set_text_content(Some(&text));
        }
    }

    fn is_dirty(&self) -> bool {
        let changed = |row: &Element| checked(row).unwrap_or_default() != seen(row);
        self.rows().iter().any(changed)
    }

    async fn save(self) {
        self.say(&self.words.saving, "sheet-message");
        let sent: Vec<_> = self.rows().iter().map(checked).collect();
        let outcome = self.post().await;
        self.saving.set(false);
        let refused = match &outcome {
            Ok(Outcome::Saved(answer)) => return self.take_over(answer, &sent),
            Ok(Outcome::SignedOut) => &self.words.signed_out,
            Ok(Outcome::Refused(why)) => why,
            Err(_) => &self.words.offline,
        };
        self.say(refused, "sheet-message bad");
    }

    /// Posts the form as the browser would, and follows to the page that answers.
    async fn post(&self) -> Result<Outcome, JsValue> {
        let data = FormData::new_with_form(&self.form)?;
        // The same page saves many times; what it saw of each mark guards against a repetition.
        data.delete("request-key");
        let body = UrlSearchParams::new_with_str_sequence_sequence(&data)?;
        let init = RequestInit::new();
        init.set_method("POST");
        init.set_body(&body);
        let request = Request::new_with_str_and_init(&self.form.action(), &init)?;
        let answer = JsFuture::from(self.window.fetch_with_request(&request)).await?;
        let answer: Response = answer.dyn_into()?;
        let html = JsFuture::from(answer.text()?).await?;
        let html = html.as_string().unwrap_or_default();
        let page = DomParser::new()?.parse_from_string(&html, SupportedType::TextHtml)?;
        if !answer.ok() {
            let text = |selector| {
                let found = page.query_selector(selector).ok().flatten();
                found.and_then(|e| e.text_content()).unwrap_or_default()
            };
            return Ok(Outcome::Refused(format!(
                "{} – {}",
                text("main h1"),
                text("main h1 ~ p")
            )));
        }
        // Led elsewhere, to the sign-in page: nothing was stored.
        let here = page.get_element_by_id(&self.form.id()).is_some();
        Ok(if here {
            Outcome::Saved(page)
        } else {
            Outcome::SignedOut
        })
    }

    /// Takes over from the answer what stands now, except where somebody went on marking.
    fn take_over(&self, answer: &Document, sent: &[Option<String>]) {
        for (row, sent) in self.rows().iter().zip(sent) {
            let id = row.get_attribute("data-person").unwrap_or_default();
            let there = answer.query_selector(&format!("[data-person=\"{id}\"]"));
            let Some(there) = there.ok().flatten() else {
                continue;
            };
            let stands = seen(&there);
            if let Some(field) = input(row, "input[name^=seen-]") {
                field.set_value(&stands);
            }
            if checked(row) == *sent && !stands.is_empty() {
                set(row, &stands);
            }
            copy(&there, row, ".past");
        }
        if let Some(page) = answer.document_element() {
            for id in ["#sheet-last", "#sheet-badge"] {
                if let Some(own) = self.document.document_element() {
                    copy(&page, &own, id);
                }
            }
        }
        self.changed();
        if !self.is_dirty() {
            let note = answer.get_element_by_id("saved");
            let good = note
                .as_ref()
                .is_some_and(|note| note.class_name().ends_with("good"));
            let text = note.and_then(|note| note.text_content());
            let class = if good {
                "sheet-message good"
            } else {
                "sheet-message"
            };
            self.say(&text.unwrap_or_default(), class);
        }
    }
}

enum Outcome {
    Saved(Document),
    SignedOut,
    Refused(String),
}

/// The status that a key sets: by its letter where it is a Latin one, else by its place,
/// so that it works on keyboards of every script.
fn status_of(key: &str, code: &str) -> Option<&'static str> {
    let latin = key.len() == 1 && key.as_bytes()[0].is_ascii_alphabetic();
    let key = key.to_ascii_lowercase();
    let found = STATUSES.iter().find(|(_, letter, place)| {
        if latin {
            *letter == key
        } else {
            *place == code
        }
    });
    found.map(|&(status, ..)| status)
}

fn elements(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = root.query_selector_all(selector) else {
        return Vec::new();
    };
    let items = (0..list.length()).filter_map(|place| list.item(place));
    items.filter_map(|node| node.dyn_into().ok()).collect()
}

fn input(row: &Element, selector: &str) -> Option<HtmlInputElement> {
    row.query_selector(selector).ok()??.dyn_into().ok()
}

/// What is set for the person of this row.
fn checked(row: &Element) -> Option<String> {
    input(row, "input[type=radio]:checked").map(|radio| radio.value())
}

/// What the server said last of the person of this row; empty for nothing.
fn seen(row: &Element) -> String {
    let field = row.query_selector("input[name^=seen-]").ok().flatten();
    let value = field.and_then(|field| {
        // In a parsed answer, too, the value is there.
        field
            .dyn_ref::<HtmlInputElement>()
            .map(HtmlInputElement::value)
    });
    value.unwrap_or_default()
}

fn set(row: &Element, status: &str) {
    if let Some(radio) = input(row, &format!("input[type=radio][value={status}]")) {
        radio.set_checked(true);
    }
}

/// Goes to what is set for the person of this row, else to the first choice.
fn focus(row: &Element) {
    let chosen = input(row, "input[type=radio]:checked");
    let radio = chosen.or_else(|| input(row, "input[type=radio]"));
    if let Some(radio) = radio {
        let radio: &HtmlElement = radio.as_ref();
        // Refused only for what cannot take the focus.
        let _ = radio.focus();
    }
}

/// Copies what the server rendered for this selector.
fn copy(from: &Element, to: &Element, selector: &str) {
    let find = |root: &Element| root.query_selector(selector).ok().flatten();
    if let (Some(from), Some(to)) = (find(from), find(to)) {
        to.set_inner_html(&from.inner_html());
    }
}

/// Listens as long as the page is there.
fn listen<E: FromWasmAbi + 'static>(target: &EventTarget, name: &str, act: impl Fn(E) + 'static) {
    let closure = Closure::<dyn Fn(E)>::new(act);
    // Fails only for a null listener.
    let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    closure.forget();
}
