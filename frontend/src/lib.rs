//! The browser's entry point: it hydrates the islands, nothing else.

// The islands are found through linkage.
use maktab_app as _;

/// Called by the loader once the WebAssembly is there.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
