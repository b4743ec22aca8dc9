//! The signs of the answers: each has a shape of its own, so that none depends on its colour.

use leptos::prelude::*;

fn icon(path: &'static str) -> AnyView {
    view! {
        <svg class="sign" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
            <path d=path fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round"
                stroke-linejoin="round" />
        </svg>
    }
    .into_any()
}

/// A seal with a tick.
pub(super) fn valid() -> AnyView {
    icon(
        "M24 3l6 5 8-1 1 8 6 5-4 7 1 8-8 2-4 7-6-4-7 4-4-7-8-2 1-8-3-7 5-5 1-8 8 1zM15 24l7 7 12-14",
    )
}

/// A clock.
pub(super) fn expired() -> AnyView {
    icon("M24 4a20 20 0 1 1 0 40a20 20 0 1 1 0-40zM24 13v12l8 5")
}

/// A crossed circle.
pub(super) fn revoked() -> AnyView {
    icon("M24 4a20 20 0 1 1 0 40a20 20 0 1 1 0-40zM16 16l16 16M32 16L16 32")
}

/// One sheet in the place of another.
pub(super) fn replaced() -> AnyView {
    icon("M6 6h22v10M6 6v26h8M20 16h22v26H20zM26 29h10m-4-5l5 5-5 5")
}

/// A question in an open circle.
pub(super) fn unknown() -> AnyView {
    icon("M24 4a20 20 0 1 1 0 40a20 20 0 1 1 0-40zM18 19c0-9 13-8 13 0 0 5-7 5-7 10M24 36v.5")
}

/// A warning triangle.
pub(super) fn altered() -> AnyView {
    icon("M24 5l21 37H3zM24 18v12M24 36v.5")
}
