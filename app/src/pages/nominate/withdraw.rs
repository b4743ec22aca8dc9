//! Taking a nomination back: the page says what will happen before it does.

use super::{event_path, nomination_id};
use crate::pages::brief;
use crate::pages::manage::state_badge;
use crate::web::{Answer, Visit, trail};
use axum::extract::Path;
use axum::response::Redirect;
use leptos::prelude::*;
use maktab_domain::RegistrationState;
use maktab_locale::t;
use maktab_services::nominating::OneNomination;

type Address = Path<(String, String, String)>;

async fn load(visit: &Visit, slug: &str, id: &str) -> Answer<OneNomination> {
    let actor = visit.signed_in()?;
    let id = nomination_id(visit, id)?;
    let one = visit.services().one_nomination(actor, slug, id).await;
    one.map_err(|error| visit.failure(error))
}

pub(super) async fn show(visit: Visit, Path((_, slug, id)): Address) -> Answer {
    let l = visit.locale;
    let one = load(&visit, &slug, &id).await?;
    let country = one.country.as_str();
    let back = event_path(&visit, &slug, country);
    let nomination = &one.nomination;
    let name = nomination.details.name.as_str();
    let action = if nomination.can_withdraw {
        let held = (nomination.state == RegistrationState::Offered).then(|| {
            view! { <p>{t!(l, "nominate-withdraw-held")}</p> }
        });
        view! {
            <p>{t!(l, "nominate-withdraw-text", name = name)}</p>
            {held}
            <form method="post" action=visit.path.clone()>
                <div class="actions">
                    <button type="submit" class="danger">
                        {t!(l, "nominate-withdraw-button")}
                    </button>
                    <a href=back.clone()>{t!(l, "nominate-withdraw-keep")}</a>
                </div>
            </form>
        }
        .into_any()
    } else if nomination.withdrawn {
        view! {
            <p><span class="state quiet">{t!(l, "nominate-withdrawn")}</span></p>
            <p><a href=back.clone()>{t!(l, "action-back")}</a></p>
        }
        .into_any()
    } else {
        view! {
            <p>{state_badge(l, nomination.state)}</p>
            <p>{t!(l, "nominate-withdraw-too-late")}</p>
            <p><a href=back.clone()>{t!(l, "action-back")}</a></p>
        }
        .into_any()
    };
    let title = t!(l, "nominate-withdraw-title");
    let steps = vec![
        (visit.link("/nominate"), t!(l, "nominate-title").into_any()),
        (back, l.country_name(country).into_any()),
    ];
    let content = view! {
        <div class="lead">
            {trail(t!(l, "trail-label"), steps)}
            <h1>{title.clone()}</h1>
            <p>
                <strong><bdi>{nomination.details.name.clone()}</bdi></strong>
            </p>
        </div>
        <div class="two">
            <div>{action}</div>
            {brief::aside(l, &one.event)}
        </div>
    };
    Ok(visit.page(title, content))
}

pub(super) async fn submit(visit: Visit, Path((_, slug, id)): Address) -> Answer<Redirect> {
    let one = load(&visit, &slug, &id).await?;
    let actor = visit.signed_in()?;
    let id = one.nomination.id;
    let done = visit.services().withdraw_nomination(actor, &slug, id).await;
    done.map_err(|error| visit.failure(error))?;
    let back = event_path(&visit, &slug, one.country.as_str());
    Ok(Redirect::to(&format!("{back}&done=withdrawn")))
}
