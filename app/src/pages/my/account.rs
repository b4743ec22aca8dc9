//! One's account: the password, and the browsers that are signed in.

use super::{JustDone, tabs};
use crate::pages::browser::{self, Browser};
use crate::web::{Answer, ErrorSummary, Export, Form, Page, Posted, TextField, Visit, exports};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use leptos::prelude::*;
use maktab_domain::Timestamp;
use maktab_locale::{LocalTime, Locale, t};
use maktab_services::my::{OwnAccount, OwnSignIn, PasswordForm};
use maktab_services::{Error, FieldErrors, Secret};

pub(super) async fn show(visit: Visit, browser: Browser, Query(done): Query<JustDone>) -> Answer {
    let own = load(&visit, secret(&visit, &browser)?).await?;
    let form = Form::new(visit.locale, Posted::default(), FieldErrors::new());
    Ok(page(&visit, form, own, &done))
}

/// The secret with which this browser is signed in.
fn secret<'a>(visit: &Visit, browser: &'a Browser) -> Answer<&'a Secret> {
    visit.signed_in()?;
    let secret = browser.secret();
    secret.ok_or_else(|| visit.failure(Error::SignInFirst))
}

async fn load(visit: &Visit, secret: &Secret) -> Answer<OwnAccount> {
    let actor = visit.signed_in()?;
    let own = visit.services().my_account(actor, secret).await;
    own.map_err(|error| visit.failure(error))
}

/// The browsers as a file.
pub(super) async fn download(visit: Visit, browser: Browser) -> Answer<Response> {
    let own = load(&visit, secret(&visit, &browser)?).await?;
    let l = visit.locale;
    let columns = [
        ("browser", t!(l, "account-browser")),
        ("signed_in_at", t!(l, "account-since")),
        ("last_used_at", t!(l, "account-seen")),
        ("this", t!(l, "account-this-browser")),
    ];
    let mut table = Export::new(&visit, t!(l, "account-browsers"), columns);
    let time = |at: Timestamp| LocalTime::or_utc(at.millis(), "UTC").iso_datetime();
    for own in own.sign_ins {
        table.row([
            browser_name(&own.user_agent)
                .unwrap_or_else(|| t!(l, "account-unknown-browser"))
                .into(),
            time(own.since).into(),
            time(own.seen).into(),
            i64::from(own.is_this).into(),
        ]);
    }
    table.download(&visit, "my-browsers")
}

pub(super) async fn submit(
    visit: Visit,
    browser: Browser,
    jar: CookieJar,
    posted: Posted,
) -> Answer<Response> {
    let actor = visit.signed_in()?;
    let secret = secret(&visit, &browser)?;
    let services = visit.services();
    let (result, done) = if posted.get("way") == "sign-out-elsewhere" {
        let result = services.sign_out_everywhere_else(actor, secret).await;
        (result, "signed-out")
    } else {
        let form = PasswordForm {
            current: posted.get("current-password").to_owned(),
            new: posted.get("new-password").to_owned(),
        };
        let result = services.change_password(actor, &browser.0, &form).await;
        (result, "password")
    };
    let errors = match result {
        Ok(new) => {
            let jar = jar.add(browser::cookie(services, &new.secret));
            let next = visit.link(&format!("/my/account?done={done}"));
            return Ok((jar, Redirect::to(&next)).into_response());
        }
        Err(Error::Refused(errors)) => errors,
        Err(error) => return Err(visit.failure(error)),
    };
    let own = load(&visit, secret).await?;
    // Passwords never go back to the page.
    let form = Form::new(visit.locale, Posted::default(), errors);
    let page = page(&visit, form, own, &JustDone { done: None });
    Ok(page
        .status(StatusCode::UNPROCESSABLE_ENTITY)
        .into_response())
}

fn page(visit: &Visit, form: Form, own: OwnAccount, done: &JustDone) -> Page {
    let l = visit.locale;
    let content = view! {
        <div class="lead"><h1>{t!(l, "my-account-title")}</h1></div>
        {tabs(visit)}
        {done.note(l)}
        <ErrorSummary form=form.clone() />
        <section aria-labelledby="password-title">
            <h2 id="password-title">{t!(l, "sign-in-password")}</h2>
            {password(visit, form, own.has_password)}
        </section>
        <section>
            <h2 id="browsers-title">{t!(l, "account-browsers")}</h2>
            {browsers(visit, own.sign_ins)}
        </section>
    };
    visit.page(t!(l, "my-account-title"), content)
}

fn password(visit: &Visit, form: Form, has_password: bool) -> impl IntoView + use<> {
    let l = visit.locale;
    let email = visit.actor.as_ref().map(|actor| actor.email.to_string());
    let current = has_password.then(|| {
        view! {
            <TextField
                form=form.clone() name="current-password" label=t!(l, "account-current-password")
                kind="password" autocomplete="current-password" dir="ltr"
            />
        }
    });
    let (text, button) = if has_password {
        (
            t!(l, "account-password-set"),
            t!(l, "account-password-change"),
        )
    } else {
        (
            t!(l, "account-password-none"),
            t!(l, "account-password-button"),
        )
    };
    view! {
        <p>{text}</p>
        <form method="post" action=visit.path.clone() novalidate=true>
            <input type="hidden" name="way" value="password" />
            // For programs that keep passwords: whose it is.
            <input type="hidden" name="username" autocomplete="username" value=email />
            {current}
            <TextField
                form name="new-password" label=t!(l, "account-new-password")
                hint=t!(l, "account-new-password-hint") kind="password"
                autocomplete="new-password" dir="ltr"
            />
            <div class="actions"><button type="submit">{button}</button></div>
        </form>
    }
}

fn browsers(visit: &Visit, own: Vec<OwnSignIn>) -> impl IntoView + use<> {
    let l = visit.locale;
    let others = own.iter().any(|own| !own.is_this);
    let files = visit.link("/my/browsers");
    let rows = own.into_iter().map(|own| row(l, own)).collect_view();
    let button = others.then(|| {
        view! {
            <form method="post" action=visit.path.clone()>
                <input type="hidden" name="way" value="sign-out-elsewhere" />
                <div class="actions">
                    <button type="submit" class="quiet">{t!(l, "account-sign-out-others")}</button>
                </div>
            </form>
        }
    });
    view! {
        <p class="soft">{exports(l, &files, "")}</p>
        <div class="table-wrap" tabindex="0">
            <table>
                <caption class="hidden">{t!(l, "account-browsers")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!(l, "account-browser")}</th>
                        <th scope="col">{t!(l, "account-since")}</th>
                        <th scope="col">{t!(l, "account-seen")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {button}
    }
}

fn row(l: Locale, own: OwnSignIn) -> impl IntoView + use<> {
    let time = |at: Timestamp| {
        let at = LocalTime::or_utc(at.millis(), "UTC");
        view! { <time datetime=at.iso_datetime()>{l.date_time(&at)} " UTC"</time> }
    };
    let name = browser_name(&own.user_agent).unwrap_or_else(|| t!(l, "account-unknown-browser"));
    let this = own.is_this.then(|| {
        view! { " " <span class="state good">{t!(l, "account-this-browser")}</span> }
    });
    view! {
        <tr>
            <td>{name}{this}</td>
            <td>{time(own.since)}</td>
            <td>{time(own.seen)}</td>
        </tr>
    }
}

/// Program and system out of what a browser says of itself, as `Firefox, Windows`.
fn browser_name(agent: &str) -> Option<String> {
    let find = |names: &[(&str, &'static str)]| {
        let found = names.iter().find(|(mark, _)| agent.contains(mark));
        found.map(|&(_, name)| name)
    };
    // Each of these pretends to be all that come after it.
    let program = find(&[
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("YaBrowser/", "Yandex"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ])?;
    let system = find(&[
        ("Windows", "Windows"),
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]);
    Some(match system {
        Some(system) => format!("{program}, {system}"),
        None => program.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::browser_name;

    #[test]
    fn a_browser_is_named_by_program_and_system() {
        for (agent, name) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) \
                 Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
                Some("Edge, Windows"),
            ),
            (
                "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) \
                 Chrome/140.0.0.0 Mobile Safari/537.36",
                Some("Chrome, Android"),
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 \
                 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
                Some("Safari, iPhone"),
            ),
            ("curl/8", None),
        ] {
            assert_eq!(browser_name(agent).as_deref(), name, "{agent}");
        }
    }
}
