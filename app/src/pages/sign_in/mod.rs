//! Signing in, by a link that is mailed or by a password, and signing out.

mod link;

use super::browser::{self, Browser};
use super::written_to;
use crate::Web;
use crate::web::{Answer, ErrorSummary, Form, Page, Posted, TextField, Visit, is_own_path};
use axum::Router;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum_extra::extract::CookieJar;
use leptos::prelude::*;
use maktab_locale::t;
use maktab_services::{Error, FieldErrors};
use serde::Deserialize;

/// The addresses of these pages.
pub(super) fn routes() -> Router<Web> {
    Router::new()
        .route("/{lang}/sign-in", get(show).post(submit))
        .route("/{lang}/sign-in/sent", get(sent))
        .route(
            "/{lang}/sign-in/{token}",
            get(link::show).post(link::submit),
        )
        .route("/{lang}/sign-out", post(sign_out))
}

/// Where to go on to; only ever a path of ours.
#[derive(Deserialize)]
struct Next {
    next: Option<String>,
}

impl Next {
    fn own(self) -> Option<String> {
        self.next.filter(|path| is_own_path(path))
    }

    fn or_my(self, visit: &Visit) -> Redirect {
        let next = self.own().unwrap_or_else(|| visit.link("/my"));
        Redirect::to(&next)
    }
}

async fn show(visit: Visit, Query(next): Query<Next>) -> Response {
    if visit.actor.is_some() {
        return next.or_my(&visit).into_response();
    }
    let form = Form::new(visit.locale, Posted::default(), FieldErrors::new());
    page(&visit, form).into_response()
}

async fn submit(
    visit: Visit,
    Query(next): Query<Next>,
    browser: Browser,
    jar: CookieJar,
    posted: Posted,
) -> Answer<Response> {
    let services = visit.services();
    let errors = if posted.get("way") == "password" {
        let (login, password) = (posted.get("login"), posted.get("password"));
        match services
            .sign_in_by_password(login, password, &browser.0)
            .await
        {
            Ok(new) => {
                let jar = jar.add(browser::cookie(services, &new.secret));
                return Ok((jar, next.or_my(&visit)).into_response());
            }
            Err(Error::Refused(errors)) => errors,
            Err(error) => return Err(visit.failure(error)),
        }
    } else {
        let (email, next) = (posted.get("email"), next.own());
        let asked = services.request_sign_in_link(visit.locale, email, next.as_deref(), &browser.0);
        match asked.await {
            Ok(()) => {
                let jar = written_to::keep(&visit, jar, email);
                return Ok((jar, Redirect::to(&visit.link("/sign-in/sent"))).into_response());
            }
            Err(Error::Refused(errors)) => errors,
            Err(error) => return Err(visit.failure(error)),
        }
    };
    // A password never goes back to the page.
    let kept = posted.iter().filter(|(name, _)| *name != "password");
    let form = Form::new(visit.locale, Posted::from_pairs(kept), errors);
    let page = page(&visit, form).status(StatusCode::UNPROCESSABLE_ENTITY);
    Ok(page.into_response())
}

fn page(visit: &Visit, form: Form) -> Page {
    let l = visit.locale;
    let action = visit.address();
    let content = view! {
        <div class="lead">
            <h1>{t!(l, "sign-in-title")}</h1>
            <p>{t!(l, "sign-in-lead")}</p>
        </div>
        <ErrorSummary form=form.clone() />
        <div class="ways">
            <section class="box" aria-labelledby="by-link">
                <h2 id="by-link">{t!(l, "sign-in-by-link")}</h2>
                <form method="post" action=action.clone() novalidate=true>
                    <input type="hidden" name="way" value="link" />
                    <TextField
                        form=form.clone() name="email" label=t!(l, "person-email")
                        hint=t!(l, "sign-in-by-link-hint") kind="email" autocomplete="email"
                        dir="ltr"
                    />
                    <button type="submit">{t!(l, "sign-in-by-link-button")}</button>
                </form>
            </section>
            <section class="box" aria-labelledby="by-password">
                <h2 id="by-password">{t!(l, "sign-in-by-password")}</h2>
                <form method="post" action=action novalidate=true>
                    <input type="hidden" name="way" value="password" />
                    <TextField
                        form=form.clone() name="login" label=t!(l, "person-email") kind="email"
                        autocomplete="username" dir="ltr"
                    />
                    <TextField
                        form name="password" label=t!(l, "sign-in-password") kind="password"
                        autocomplete="current-password" dir="ltr"
                    />
                    <button type="submit" class="quiet">{t!(l, "sign-in-button")}</button>
                </form>
            </section>
        </div>
        <p class="soft">{t!(l, "sign-in-no-account")}</p>
    };
    visit.page(t!(l, "sign-in-title"), content)
}

/// The page after asking for a link: the same for everybody.
async fn sent(visit: Visit, jar: CookieJar) -> Page {
    let l = visit.locale;
    let back = visit.link("/sign-in");
    let settings = visit.services().settings();
    let minutes = settings.link_life.as_seconds() / 60;
    let demo = settings.demo.then(|| {
        view! { <p><a href="/dev/mail">{t!(l, "footer-demo-mail")}</a></p> }
    });
    let content = view! {
        <div class="lead">
            <h1>{t!(l, "sign-in-sent-title")}</h1>
            {written_to::shown(&visit, &jar, back)}
            <p>{t!(l, "sign-in-sent-text", minutes = minutes)}</p>
        </div>
        {demo}
    };
    visit.page(t!(l, "sign-in-sent-title"), content)
}

async fn sign_out(visit: Visit, browser: Browser, jar: CookieJar) -> Answer<Response> {
    if let Some(secret) = browser.secret() {
        let done = visit.services().sign_out(secret).await;
        done.map_err(|error| visit.failure(error))?;
    }
    let jar = browser::without_cookie(visit.services(), jar);
    Ok((jar, Redirect::to(&visit.link(""))).into_response())
}
