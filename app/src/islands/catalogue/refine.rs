//! Fetches the page that the form would lead to, and shows its results in this one.

use leptos::prelude::{TimeoutHandle, document, set_timeout_with_handle, window};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    AbortController, Document, DomParser, Event, FormData, HtmlElement, HtmlFormElement,
    RequestInit, Response, SupportedType, UrlSearchParams,
};

/// How long a pause between two keys is taken for the end of typing.
const PAUSE: Duration = Duration::from_millis(250);

/// What is swapped: the results, and the links to this page in other languages.
const REGIONS: [&str; 2] = ["#results", ".languages ul"];

/// Listens to the form of this page, for as long as the page is there.
pub(super) fn start(status: &HtmlElement) {
    let form = document().query_selector("form.find").ok().flatten();
    let Some(form) = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) else {
        return;
    };
    let refiner = Rc::new(Refiner {
        form: form.clone(),
        status: status.clone(),
        shown: RefCell::default(),
        under_way: RefCell::default(),
        pause: Cell::default(),
    });
    let typing = Rc::clone(&refiner);
    listen(&form, "input", move |_| typing.after_pause());
    listen(&form, "submit", move |event| {
        event.prevent_default();
        refiner.now(true);
    });
}

fn listen(form: &HtmlFormElement, kind: &str, act: impl Fn(Event) + 'static) {
    let act = Closure::<dyn Fn(Event)>::new(act);
    // Only fails for a kind of event that is no string.
    let _ = form.add_event_listener_with_callback(kind, act.as_ref().unchecked_ref());
    act.forget();
}

struct Refiner {
    form: HtmlFormElement,
    /// Where the number found is announced.
    status: HtmlElement,
    /// The address whose results are shown, once it is not the page's first one.
    shown: RefCell<Option<String>>,
    /// Ends the request under way: its answer would be stale.
    under_way: RefCell<Option<AbortController>>,
    pause: Cell<Option<TimeoutHandle>>,
}

impl Refiner {
    fn after_pause(self: &Rc<Self>) {
        let own = Rc::clone(self);
        let handle = set_timeout_with_handle(move || own.now(false), PAUSE);
        if let Some(earlier) = self.pause.replace(handle.ok()) {
            earlier.clear();
        }
    }

    /// Shows what the form asks for. Where that fails although it was sent on purpose, the
    /// browser sends the form.
    fn now(self: &Rc<Self>, on_purpose: bool) {
        if let Some(waiting) = self.pause.take() {
            waiting.clear();
        }
        let own = Rc::clone(self);
        spawn_local(async move {
            let Some(address) = own.address() else { return };
            if own.shown.borrow().as_ref() == Some(&address) {
                return;
            }
            let failed = own.show(&address).await == Outcome::Failed;
            if failed && on_purpose {
                let _ = own.form.submit();
            }
        });
    }

    /// The address that the form leads to, without empty fields.
    fn address(&self) -> Option<String> {
        let fields = FormData::new_with_form(&self.form).ok()?;
        let query = UrlSearchParams::new().ok()?;
        for pair in js_sys::try_iter(&fields).ok()??.flatten() {
            let pair = js_sys::Array::from(&pair);
            let (name, value) = (pair.get(0).as_string()?, pair.get(1).as_string()?);
            let is_usual = name == "when" && value == "upcoming";
            if !value.trim().is_empty() && !is_usual {
                query.append(&name, value.trim());
            }
        }
        let path = window().location().pathname().ok()?;
        let query = String::from(query.to_string());
        Some(if query.is_empty() {
            path
        } else {
            format!("{path}?{query}")
        })
    }

    async fn show(&self, address: &str) -> Outcome {
        let Ok(current) = AbortController::new() else {
            return Outcome::Failed;
        };
        if let Some(earlier) = self.under_way.replace(Some(current.clone())) {
            earlier.abort();
        }
        busy(true);
        let page = fetch(address, &current).await;
        if current.signal().aborted() {
            return Outcome::Stale;
        }
        busy(false);
        let Some(page) = page else {
            return Outcome::Failed;
        };
        // Swapping takes the regions out of the other page.
        let count = page.get_element_by_id("count");
        let count = count.and_then(|count| count.text_content());
        for region in REGIONS {
            swap(region, &page);
        }
        self.status.set_text_content(count.as_deref());
        if let Ok(history) = window().history() {
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(address));
        }
        self.shown.replace(Some(address.to_owned()));
        Outcome::Shown
    }
}

#[derive(PartialEq)]
enum Outcome {
    Shown,
    /// Another request has taken its place.
    Stale,
    Failed,
}

async fn fetch(address: &str, abort: &AbortController) -> Option<Document> {
    let init = RequestInit::new();
    init.set_signal(Some(&abort.signal()));
    let response = window().fetch_with_str_and_init(address, &init);
    let response: Response = JsFuture::from(response).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let text = JsFuture::from(response.text().ok()?)
        .await
        .ok()?
        .as_string()?;
    let parser = DomParser::new().ok()?;
    parser
        .parse_from_string(&text, SupportedType::TextHtml)
        .ok()
}

fn swap(region: &str, page: &Document) {
    let old = document().query_selector(region).ok().flatten();
    let new = page.query_selector(region).ok().flatten();
    if let (Some(old), Some(new)) = (old, new) {
        let _ = old.replace_with_with_node_1(&new);
    }
}

/// Tells everybody that the results are about to change.
fn busy(is_busy: bool) {
    let results = document().get_element_by_id("results");
    let Some(results) = results else { return };
    let _ = if is_busy {
        results.set_attribute("aria-busy", "true")
    } else {
        results.remove_attribute("aria-busy")
    };
}
