//! Taking attendance with the keyboard or by touch, and the button that prints.
//!
//! The sheet is a form of radio buttons that works by itself. The island adds keys,
//! a live count, one button for all, a guard for what is not saved, and posts the
//! same form in the background.

#[cfg(feature = "hydrate")]
mod sheet;

use leptos::prelude::*;

/// The tools above the attendance sheet. `form` is the id of the sheet; `digits`
/// are the ten digits of the language; `marks` pairs each key with what it sets.
/// What there is to say goes into the page's own `#sheet-message`, beside the button.
#[island]
pub fn AttendanceTools(
    form: String,
    marks: Vec<(String, String)>,
    all_present: String,
    moves: String,
    saving: String,
    unsaved: String,
    offline: String,
    signed_out: String,
    digits: String,
) -> impl IntoView {
    let ready = RwSignal::new(false);
    #[cfg(feature = "hydrate")]
    let fill = {
        let words = sheet::Words {
            saving,
            unsaved,
            offline,
            signed_out,
            digits,
        };
        let sheet = sheet::Sheet::find(&form, words);
        let at_work = sheet.clone();
        Effect::new(move |_| {
            if let Some(sheet) = &at_work {
                sheet.enhance();
                ready.set(true);
            }
        });
        move |_| {
            if let Some(sheet) = &sheet {
                sheet.fill_present();
            }
        }
    };
    #[cfg(not(feature = "hydrate"))]
    let fill = {
        let _ = (form, saving, unsaved, offline, signed_out, digits);
        move |_| {}
    };
    let keys = marks.into_iter().map(|(key, text)| {
        view! { <li><kbd>{key}</kbd> " " {text}</li> }
    });
    let keys = keys.collect_view();
    view! {
        <div class="sheet-tools awaits-script" inert=move || !ready.get()>
            <button type="button" class="quiet" on:click=fill>{all_present}</button>
            <ul class="keys">
                {keys} <li><kbd>"↑"</kbd> " " <kbd>"↓"</kbd> " " {moves}</li>
            </ul>
        </div>
    }
}

/// A button that opens the browser's print dialogue; there only where it works.
#[island]
pub fn PrintButton(label: String) -> impl IntoView {
    let ready = RwSignal::new(false);
    Effect::new(move |_| ready.set(true));
    let print = move |_| {
        #[cfg(feature = "hydrate")]
        if let Some(window) = web_sys::window() {
            // Refused only where printing is switched off; then there is nothing to say.
            let _ = window.print();
        }
    };
    view! {
        <button
            type="button"
            class="quiet awaits-script"
            inert=move || !ready.get()
            on:click=print
        >
            {label}
        </button>
    }
}
