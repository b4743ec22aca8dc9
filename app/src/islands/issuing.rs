//! How far an issue run is, without reloading the page.
//!
//! The page reloads itself by a header. The island stops that, fetches the same page every
//! second, and puts the region with the numbers in place, until it says that the run ended.

use leptos::prelude::*;

/// Keeps the region with this id up to date.
#[island]
pub fn RunProgress(region: String) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| poll::start(&region));
    #[cfg(not(feature = "hydrate"))]
    let _ = region;
}

#[cfg(feature = "hydrate")]
mod poll {
    use leptos::prelude::*;
    use std::cell::Cell;
    use std::rc::Rc;
    use std::time::Duration;
    use wasm_bindgen::JsCast;
    use wasm_bindgen::JsValue;
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{DomParser, Response, SupportedType, Window};

    const PAUSE: Duration = Duration::from_secs(1);

    /// Polls until the region says that the run ended.
    pub fn start(region: &str) {
        let Some(window) = web_sys::window() else {
            return;
        };
        // What the header has scheduled is called off; where a browser does not, it reloads.
        let _ = window.stop();
        let region = region.to_owned();
        let (asking, ended) = (Rc::new(Cell::new(false)), Rc::new(Cell::new(false)));
        let timer = Rc::new(Cell::new(None::<IntervalHandle>));
        let held = Rc::clone(&timer);
        let tick = move || {
            if ended.get() {
                if let Some(timer) = held.take() {
                    timer.clear();
                }
                return;
            }
            if asking.replace(true) {
                return;
            }
            let (window, region) = (window.clone(), region.clone());
            let (asking, ended) = (Rc::clone(&asking), Rc::clone(&ended));
            leptos::task::spawn_local(async move {
                // A failed attempt is made again at the next tick.
                if let Ok(over) = renew(&window, &region).await {
                    ended.set(over);
                }
                asking.set(false);
            });
        };
        if let Ok(handle) = set_interval_with_handle(tick, PAUSE) {
            timer.set(Some(handle));
        }
    }

    /// Fetches the page and puts its region in place; whether the run ended.
    async fn renew(window: &Window, region: &str) -> Result<bool, JsValue> {
        let address = window.location().href()?;
        let answer = JsFuture::from(window.fetch_with_str(&address)).await?;
        let answer: Response = answer.dyn_into()?;
        if !answer.ok() {
            return Ok(false);
        }
        let html = JsFuture::from(answer.text()?).await?;
        let html = html.as_string().unwrap_or_default();
        let page = DomParser::new()?.parse_from_string(&html, SupportedType::TextHtml)?;
        let document = window.document().ok_or(JsValue::NULL)?;
        let (old, new) = (
            document.get_element_by_id(region),
            page.get_element_by_id(region),
        );
        let (Some(old), Some(new)) = (old, new) else {
            return Ok(false);
        };
        let over = new.has_attribute("data-ended");
        document.set_title(&page.title());
        old.replace_with_with_node_1(&new)?;
        Ok(over)
    }
}
