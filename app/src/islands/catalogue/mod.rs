//! The catalogue while one types: the list follows the form without a new page.

use leptos::prelude::*;

#[cfg(feature = "hydrate")]
mod refine;

/// Listens to the form of the catalogue and shows what it finds. Without it the form is sent as
/// forms are. All that it renders is the place where the number found is announced.
#[island]
pub fn RefineCatalogue() -> impl IntoView {
    let status = NodeRef::<leptos::html::P>::new();
    #[cfg(feature = "hydrate")]
    Effect::new(move || {
        if let Some(status) = status.get() {
            refine::start(&status);
        }
    });
    view! { <p class="hidden" role="status" node_ref=status></p> }
}
