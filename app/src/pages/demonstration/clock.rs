//! The clock of the demonstration: it travels through the life of an event.

use super::page;
use crate::pages::teach::query;
use crate::web::{Answer, ErrorSummary, Form, Page, Posted, SelectField, TextField, Visit};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use maktab_domain::{Invalid, Span, Timestamp};
use maktab_locale::{LocalTime, Locale};
use maktab_services::demonstration::Landmarks;
use maktab_services::{Clock, Error, FieldErrors, TravelClock};

/// Where in the life of an event to travel to.
const MOMENTS: [(&str, &str); 5] = [
    ("opens", "Registration opens"),
    ("starts", "The event starts"),
    ("last-session", "The last session starts"),
    ("ends", "The event has just ended"),
    ("closes", "Registration has just closed"),
];
const UNITS: [(&str, &str); 3] = [("minutes", "minutes"), ("hours", "hours"), ("days", "days")];
/// How far one step may go: ten years, in days.
const FARTHEST: i64 = 3650;

/// A journey.
enum Journey {
    To(Timestamp),
    By(Span),
    Back,
}

pub(super) async fn show(visit: Visit) -> Answer {
    let landmarks = load(&visit).await?;
    let asked = query(&visit);
    let values = Posted::from_pairs([
        ("event", asked.get("event")),
        ("moment", "starts"),
        ("amount", "1"),
        ("unit", "hours"),
    ]);
    let form = Form::new(Locale::En, values, FieldErrors::new());
    render(&visit, form, &landmarks)
}

async fn load(visit: &Visit) -> Answer<Vec<Landmarks>> {
    let found = visit.services().demo_landmarks().await;
    found.map_err(|error| visit.failure(error))
}

fn clock(visit: &Visit) -> Answer<&TravelClock> {
    let clock = visit.web.travel.as_deref();
    clock.ok_or_else(|| visit.failure(Error::NotFound))
}

pub(super) async fn submit(visit: Visit, posted: Posted) -> Answer<Response> {
    let landmarks = load(&visit).await?;
    let clock = clock(&visit)?;
    let journey = match journey(&posted, &landmarks) {
        Ok(journey) => journey,
        Err(errors) => {
            let form = Form::new(Locale::En, posted, errors);
            let page = render(&visit, form, &landmarks)?;
            return Ok(page
                .status(StatusCode::UNPROCESSABLE_ENTITY)
                .into_response());
        }
    };
    let before = clock.now();
    match journey {
        Journey::To(at) => clock.travel_to(at),
        Journey::By(span) => clock.travel(span),
        Journey::Back => clock.travel(Span(-clock.offset().0)),
    }
    let done = visit.services().demo_travelled(clock.now() - before).await;
    done.map_err(|error| visit.failure(error))?;
    let chosen = crate::web::encode(posted.get("event"));
    Ok(Redirect::to(&format!("/dev/clock?event={chosen}")).into_response())
}

fn journey(posted: &Posted, landmarks: &[Landmarks]) -> Result<Journey, FieldErrors> {
    match posted.get("way") {
        "back" => Ok(Journey::Back),
        "by" => by(posted).map(Journey::By),
        _ => to(posted, landmarks).map(Journey::To),
    }
}

fn to(posted: &Posted, landmarks: &[Landmarks]) -> Result<Timestamp, FieldErrors> {
    let slug = posted.get("event");
    let event = landmarks.iter().find(|event| event.slug == slug);
    let event = event.ok_or_else(|| FieldErrors::of("event", Invalid::Choice))?;
    match posted.get("moment") {
        "opens" => Ok(event.opens),
        "closes" => Ok(event.closes),
        "starts" => Ok(event.starts),
        "last-session" => Ok(event.last_session),
        "ends" => Ok(event.ends),
        _ => Err(FieldErrors::of("moment", Invalid::Choice)),
    }
}

fn by(posted: &Posted) -> Result<Span, FieldErrors> {
    let amount = posted.get("amount").trim().parse::<i64>().ok();
    let amount = amount.filter(|amount| amount.abs() <= FARTHEST);
    let amount = amount.ok_or_else(|| FieldErrors::of("amount", Invalid::Number))?;
    match posted.get("unit") {
        "minutes" => Ok(Span::minutes(amount)),
        "hours" => Ok(Span::hours(amount)),
        "days" => Ok(Span::days(amount)),
        _ => Err(FieldErrors::of("unit", Invalid::Choice)),
    }
}

fn pairs(from: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = from.iter();
    owned
        .map(|(value, text)| ((*value).to_owned(), (*text).to_owned()))
        .collect()
}

fn render(visit: &Visit, form: Form, landmarks: &[Landmarks]) -> Answer<Page> {
    let clock = clock(visit)?;
    let now = LocalTime::or_utc(clock.now().millis(), "UTC");
    let l = Locale::En;
    let travelled = clock.offset() != Span(0);
    let events = landmarks.iter().map(|event| {
        let start = LocalTime::or_utc(event.starts.millis(), &event.time_zone);
        let text = format!("{} · {}", l.date_short(&start), event.title);
        (event.slug.clone(), text)
    });
    let events: Vec<_> = events.collect();
    let back = travelled.then(|| {
        view! {
            <form method="post" action="/dev/clock">
                <input type="hidden" name="way" value="back" />
                <button type="submit" class="quiet">"Back to the real time"</button>
            </form>
        }
    });
    let content = view! {
        <div class="lead">
            <h1>"Clock"</h1>
            <p>"This demonstration can travel in time: to register, to take attendance, to issue."</p>
        </div>
        <ErrorSummary form=form.clone() />
        <p class="note" id="now">
            "It is now "
            <time datetime=now.iso_datetime()>{l.date_long(&now)} ", " {l.time(&now)} " UTC"</time>
            {travelled.then_some(", not the real time")} "."
        </p>
        {back}
        <div class="ways">
            <section class="box" aria-labelledby="to-event">
                <h2 id="to-event">"To a moment of an event"</h2>
                <form method="post" action="/dev/clock" novalidate=true>
                    <input type="hidden" name="way" value="to" />
                    <SelectField
                        form=form.clone() name="event" label="Event" options=events
                        blank="Choose"
                    />
                    <SelectField
                        form=form.clone() name="moment" label="Moment" options=pairs(&MOMENTS)
                    />
                    <button type="submit">"Travel there"</button>
                </form>
            </section>
            <section class="box" aria-labelledby="by-span">
                <h2 id="by-span">"Forwards or backwards"</h2>
                <form method="post" action="/dev/clock" novalidate=true>
                    <input type="hidden" name="way" value="by" />
                    <TextField
                        form=form.clone() name="amount" label="How far"
                        hint="A whole number; with a minus sign, backwards." dir="ltr"
                    />
                    <SelectField form name="unit" label="Unit" options=pairs(&UNITS) />
                    <button type="submit">"Travel"</button>
                </form>
            </section>
        </div>
    };
    Ok(page(visit, "Clock", content.into_any()))
}
