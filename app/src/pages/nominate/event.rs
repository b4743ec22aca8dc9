//! The nominations of a country for an event, in their order, and the form for one more.

use super::{event_path, form, nomination_id};
use crate::pages::brief;
use crate::pages::manage::state_badge;
use crate::pages::outcome;
use crate::pages::teach::{PersonName, query};
use crate::web::{Answer, Content, DOT, Form, Page, Posted, Visit, exports, trail};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use maktab_domain::{Invalid, RegistrationGate, RegistrationId, RegistrationState};
use maktab_locale::{Locale, t};
use maktab_services::nominating::{Nomination, NominationsPage, Turn};
use maktab_services::{Error, FieldErrors};

type Address = Path<(String, String)>;

/// What the address says once, of what was just done.
const ONCE: [&str; 2] = ["done", "moved"];

pub(super) async fn show(visit: Visit, Path((_, slug)): Address) -> Answer {
    let page = load(&visit, &slug).await?;
    let values = Posted::from_pairs([("language", visit.locale.tag())]);
    let form = Form::new(visit.locale, values, FieldErrors::new());
    Ok(render(&visit, &page, form))
}

/// The country that the address names.
fn country(visit: &Visit) -> Option<String> {
    let asked = query(visit);
    Some(asked.get("country").to_owned()).filter(|code| !code.is_empty())
}

pub(super) async fn load(visit: &Visit, slug: &str) -> Answer<NominationsPage> {
    let actor = visit.signed_in()?;
    let country = country(visit);
    let page = visit
        .services()
        .nominations(actor, slug, country.as_deref());
    page.await.map_err(|error| visit.failure(error))
}

pub(super) async fn submit(
    visit: Visit,
    Path((_, slug)): Address,
    posted: Posted,
) -> Answer<Response> {
    let turn = match posted.get("turn") {
        "" => None,
        "earlier" => Some(Turn::Earlier),
        "later" => Some(Turn::Later),
        _ => {
            let unknown = FieldErrors::of("turn", Invalid::Choice);
            return Err(visit.failure(Error::Refused(unknown)));
        }
    };
    match turn {
        Some(turn) => move_one(&visit, &slug, &posted, turn).await,
        None => nominate(&visit, &slug, posted).await,
    }
}

/// Moves a nomination. The focus comes back to the button that was pressed, or to the other
/// one where there is nowhere further to go.
async fn move_one(visit: &Visit, slug: &str, posted: &Posted, turn: Turn) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let id = nomination_id(visit, posted.get("nomination"))?;
    let moved = visit.services().move_nomination(actor, slug, id, turn);
    let (place, all) = moved.await.map_err(|error| visit.failure(error))?;
    let button = match turn {
        Turn::Earlier if place > 1 => "earlier",
        Turn::Later if place < all => "later",
        Turn::Earlier => "later",
        Turn::Later => "earlier",
    };
    let back = outcome::address(visit, &ONCE, [("moved", id)]);
    Ok(Redirect::to(&format!("{back}#{button}-{id}")).into_response())
}

async fn nominate(visit: &Visit, slug: &str, posted: Posted) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let typed = form::typed(visit.locale, &posted);
    let country = country(visit);
    let services = visit.services();
    let done = services.nominate(actor, slug, country.as_deref(), &typed);
    let errors = match done.await {
        Ok(_) => return Ok(outcome::back(visit, &ONCE, [("done", "nominated")])),
        Err(Error::Refused(errors)) => errors,
        Err(error) => return Err(visit.failure(error)),
    };
    let page = load(visit, slug).await?;
    let page = render(visit, &page, Form::new(visit.locale, posted, errors));
    Ok(page
        .status(StatusCode::UNPROCESSABLE_ENTITY)
        .into_response())
}

fn render(visit: &Visit, page: &NominationsPage, form: Form) -> Page {
    let l = visit.locale;
    let event = &page.event;
    let steps = vec![(visit.link("/nominate"), t!(l, "nominate-title").into_any())];
    let own = event_path(visit, &event.slug, page.country.as_str());
    let form = page
        .is_open
        .then(|| form::view(form, page.country, own.clone()));
    let files = (!page.nominations.is_empty()).then(|| {
        let path = visit.link(&format!("/nominate/{}/nominations", event.slug));
        let country = format!("country={}", page.country);
        view! { <p class="soft">{exports(l, &path, &country)}</p> }
    });
    let content = view! {
        <div class="lead">
            {trail(t!(l, "trail-label"), steps)}
            <h1><Content l texts=event.titles.clone() /></h1>
            <p>{brief::days(l, event)} {DOT} {brief::place(l, event)}</p>
        </div>
        {countries(visit, page)}
        {done(visit, page)}
        <div class="two">
            <div>
                {window(visit, page)}
                {list(visit, page, &own)}
                {files}
                {form}
            </div>
            {brief::aside(l, event)}
        </div>
    };
    let title = event.titles.best(l.tag()).1;
    visit.page(t!(l, "nominate-page-title", event = title), content)
}

/// The pages of the person's other countries; nothing where there is one only.
fn countries(visit: &Visit, page: &NominationsPage) -> impl IntoView + use<> {
    let l = visit.locale;
    (!page.others.is_empty()).then(|| {
        let mut all = page.others.clone();
        all.push(page.country);
        all.sort_by_key(|country| l.country_name(country.as_str()));
        let tabs = all.into_iter().map(|country| {
            let here = (country == page.country).then_some("page");
            let href = event_path(visit, &page.event.slug, country.as_str());
            let name = l.country_name(country.as_str());
            view! { <li><a href=href aria-current=here>{name}</a></li> }
        });
        let tabs = tabs.collect_view();
        view! {
            <nav aria-label=t!(l, "nominate-countries")><ul class="tabs">{tabs}</ul></nav>
        }
    })
}

/// What has just been done, to be said once.
fn done(visit: &Visit, page: &NominationsPage) -> impl IntoView + use<> {
    let l = visit.locale;
    let asked = query(visit);
    let moved: Option<RegistrationId> = asked.get("moved").parse().ok();
    let moved = page.nominations.iter().find(|one| Some(one.id) == moved);
    let place = moved.and_then(|one| Some((one, one.place?)));
    let text = match (asked.get("done"), place) {
        ("nominated", _) => t!(l, "nominate-done"),
        ("withdrawn", _) => t!(l, "nominate-done-withdrawn"),
        (_, Some((one, place))) => {
            let all = page.nominations.iter().filter(|one| one.place.is_some());
            t!(
                l,
                "nominate-done-moved",
                name = one.details.name.as_str(),
                place = place,
                all = all.count()
            )
        }
        _ => return None,
    };
    Some(view! { <p class="note good" role="status">{text}</p> })
}

/// The seats of the country, and until when one can nominate.
fn window(visit: &Visit, page: &NominationsPage) -> impl IntoView + use<> {
    let l = visit.locale;
    let event = &page.event;
    let now = visit.services().now();
    let name = l.country_name(page.country.as_str());
    let seats = match page.quota {
        Some((seats, taken)) => t!(
            l,
            "nominate-quota",
            country = name.as_str(),
            seats = seats,
            taken = taken
        ),
        None => t!(l, "nominate-no-quota", country = name.as_str()),
    };
    let closes = event.window.closes.min(event.ends);
    let (class, when) = if event.gate == RegistrationGate::Cancelled {
        ("note bad", t!(l, "register-cancelled"))
    } else if page.is_open {
        let until = brief::moment(l, event, closes);
        ("", t!(l, "nominate-open-until", until = until))
    } else if now < event.window.opens {
        let at = brief::moment(l, event, event.window.opens);
        ("note", t!(l, "nominate-opens", at = at))
    } else {
        let at = brief::moment(l, event, closes);
        ("note", t!(l, "nominate-closed", at = at))
    };
    let class = Some(class).filter(|class| !class.is_empty());
    view! {
        <p>{seats}</p>
        <p class=class>{when}</p>
    }
}

fn list(visit: &Visit, page: &NominationsPage, action: &str) -> impl IntoView + use<> {
    let l = visit.locale;
    let standing = page.nominations.iter().filter(|one| one.place.is_some());
    let standing: Vec<_> = standing.collect();
    let withdrawn = page.nominations.iter().filter(|one| one.withdrawn);
    let withdrawn: Vec<_> = withdrawn.collect();
    let all = standing.len();
    let items = |ones: &[&Nomination]| {
        let items = ones.iter();
        let items = items.map(|one| item(visit, page, one, all, action));
        items.collect_view()
    };
    let order = if standing.is_empty() {
        view! { <p class="empty">{t!(l, "nominate-nobody")}</p> }.into_any()
    } else {
        view! {
            <p class="soft">{t!(l, "nominate-list-hint")}</p>
            <ol class="nominations">{items(&standing)}</ol>
        }
        .into_any()
    };
    let withdrawn = (!withdrawn.is_empty()).then(|| {
        view! {
            <section aria-labelledby="withdrawn">
                <h2 id="withdrawn">{t!(l, "nominate-withdrawn-list")}</h2>
                <ul class="nominations">{items(&withdrawn)}</ul>
            </section>
        }
    });
    view! {
        <section aria-labelledby="nominated">
            <h2 id="nominated">{t!(l, "nominate-list")}</h2>
            {order}
        </section>
        {withdrawn}
    }
}

fn item(
    visit: &Visit,
    page: &NominationsPage,
    one: &Nomination,
    all: usize,
    action: &str,
) -> impl IntoView + use<> {
    let l = visit.locale;
    let details = &one.details;
    let native = Some(details.native_name.clone()).filter(|name| !name.is_empty());
    let language = Some(details.native_language.clone()).filter(|tag| !tag.is_empty());
    let badge = if one.withdrawn {
        view! { <span class="state quiet">{t!(l, "nominate-withdrawn")}</span> }.into_any()
    } else {
        state_badge(l, one.state).into_any()
    };
    let place = one.place.map(|place| {
        let place = l.number(i64::try_from(place).unwrap_or(i64::MAX));
        view! { <span class="place num">{place}</span> }
    });
    let offered = one
        .hold_until
        .filter(|_| one.state == RegistrationState::Offered);
    let offered = offered.map(|until| {
        let until = brief::moment(l, &page.event, until);
        view! { <p><strong>{t!(l, "nominate-answer-until", until = until)}</strong></p> }
    });
    let ended = ended(l, one).map(|text| view! { <p>{text}</p> });
    let reason = one.reason.clone().map(|reason| {
        view! { <p>{t!(l, "nominate-reason", reason = reason)}</p> }
    });
    let note = Some(one.note.clone()).filter(|note| !note.is_empty());
    let note = note.map(|note| view! { <p class="own-words" dir="auto">{note}</p> });
    let at = brief::local(&page.event, one.at);
    let by = t!(
        l,
        "nominate-by",
        name = one.by.as_str(),
        at = l.date_medium(&at)
    );
    view! {
        <li id=format!("nomination-{}", one.id)>
            {place}
            <div>
                <h3>
                    <PersonName latin=details.name.clone() native=native language=language />
                </h3>
                <p>{badge}</p>
                <p>
                    <bdi>{details.job_title.clone()}</bdi> {DOT}
                    <bdi>{details.institution.clone()}</bdi>
                </p>
                <p>
                    <bdi dir="ltr">{one.email.clone()}</bdi>
                </p>
                {offered}
                {ended}
                {reason}
                {note}
                <p class="soft">{by}</p>
                {buttons(visit, page, one, all, action)}
            </div>
        </li>
    }
}

/// Why a nomination is over that nobody took back.
fn ended(l: Locale, one: &Nomination) -> Option<String> {
    let over = one.state == RegistrationState::Cancelled && !one.withdrawn;
    over.then(|| match one.ended_by.as_deref() {
        Some("person") => t!(l, "nominate-ended-person"),
        Some("deadline") => t!(l, "nominate-ended-deadline"),
        _ => t!(l, "nominate-ended-coordinator"),
    })
}

/// Up and down in the order, and the way to take it back.
fn buttons(
    visit: &Visit,
    page: &NominationsPage,
    one: &Nomination,
    all: usize,
    action: &str,
) -> impl IntoView + use<> {
    let l = visit.locale;
    let name = one.details.name.as_str();
    let button = |turn: &'static str, text: String, label: String| {
        let id = format!("{turn}-{}", one.id);
        view! {
            <button type="submit" class="quiet small" name="turn" value=turn id=id aria-label=label>
                {text}
            </button>
        }
    };
    let waits = matches!(
        one.state,
        RegistrationState::Submitted | RegistrationState::Waitlisted
    );
    let place = one.place.filter(|_| page.can_order && waits).unwrap_or(0);
    let earlier = (place > 1).then(|| {
        let label = t!(l, "nominate-earlier-name", name = name);
        button("earlier", t!(l, "nominate-earlier"), label)
    });
    let later = (place > 0 && place < all).then(|| {
        let label = t!(l, "nominate-later-name", name = name);
        button("later", t!(l, "nominate-later"), label)
    });
    let order = (earlier.is_some() || later.is_some()).then(|| {
        view! {
            <form method="post" action=action.to_owned()>
                <input type="hidden" name="nomination" value=one.id.to_string() />
                {earlier}
                {later}
            </form>
        }
    });
    let withdraw = one.can_withdraw.then(|| {
        let path = format!("/nominate/{}/{}/withdraw", page.event.slug, one.id);
        let label = t!(l, "nominate-withdraw-name", name = name);
        let href = visit.link(&path);
        view! { <a href=href aria-label=label>{t!(l, "nominate-withdraw")}</a> }
    });
    (order.is_some() || withdraw.is_some())
        .then(|| view! { <div class="actions">{order} {withdraw}</div> })
}
