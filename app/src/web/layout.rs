//! The document around every page: head, masthead, footer.

use super::DOT;
use super::once::with_keys;
use super::page::render;
use super::{Visit, encode};
use leptos::prelude::*;
use maktab_locale::{Locale, t};

/// The whole document. The loader of the islands is named only where there is one.
pub(super) fn document(
    visit: &Visit,
    title: &str,
    description: Option<&str>,
    content: AnyView,
) -> String {
    let body = render(|| body(visit, content).into_any());
    let body = with_keys(&body, || visit.services().new_request_key());
    let has_islands = body.contains("<leptos-island");
    let head = render(|| head(visit, title, description, has_islands).into_any());
    let (lang, dir) = (visit.locale.tag(), visit.locale.dir());
    format!("<!DOCTYPE html><html lang=\"{lang}\" dir=\"{dir}\"><head>{head}</head>{body}</html>")
}

fn head(
    visit: &Visit,
    title: &str,
    description: Option<&str>,
    has_islands: bool,
) -> impl IntoView + use<> {
    let l = visit.locale;
    let assets = &visit.web.assets;
    let home = visit.link("");
    let title = if visit.path == home {
        title.to_owned()
    } else {
        format!("{title} · {}", t!(l, "brand"))
    };
    let loader = has_islands.then(|| {
        view! { <script type="module" src=assets.address("loader")></script> }
    });
    let description =
        description.map(|text| view! { <meta name="description" content=text.to_owned() /> });
    let alternates = visit.path.starts_with(&home).then(|| {
        let public = &visit.services().settings().public_address;
        let links = Locale::ALL.iter().map(|&other| {
            let address = public.link(&visit.in_language(other));
            view! { <link rel="alternate" hreflang=other.tag() href=address /> }
        });
        links.collect_view()
    });
    view! {
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {description}
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href=assets.address("css") />
        <link rel="icon" type="image/svg+xml" href=assets.address("icon.svg") />
        {alternates}
        {loader}
    }
}

fn body(visit: &Visit, content: AnyView) -> impl IntoView + use<> {
    view! {
        <body>
            <a class="skip" href="#content">{t!(visit.locale, "skip-to-content")}</a>
            {masthead(visit)}
            <main id="content" class="wrap" tabindex="-1">{content}</main>
            {footer(visit)}
        </body>
    }
}

fn masthead(visit: &Visit) -> impl IntoView + use<> {
    let l = visit.locale;
    let is_at = |path: &str| {
        let href = visit.link(path);
        visit.path == href || visit.path.starts_with(&format!("{href}/"))
    };
    let marked = |path: &str, text: String, here: bool| {
        let href = visit.link(path);
        view! { <li><a href=href aria-current=here.then_some("page")>{text}</a></li> }
    };
    let link = |path: &str, text: String| marked(path, text, is_at(path));
    let own = visit.actor.as_ref().map(|actor| {
        let teach = actor
            .is_trainer()
            .then(|| link("/teach", t!(l, "nav-teach")));
        let manage = actor.is_coordinator().then(|| {
            // Attendance of an event is one of its pages for coordinators, too.
            let here = is_at("/manage") || !actor.is_trainer() && is_at("/teach");
            marked("/manage", t!(l, "nav-manage"), here)
        });
        let nominates = !actor.focal_point_of().is_empty();
        let nominate = nominates.then(|| link("/nominate", t!(l, "nav-nominate")));
        let administer = actor
            .is_administrator()
            .then(|| link("/admin", t!(l, "nav-admin")));
        view! {
            {teach}
            {manage}
            {nominate}
            {administer}
            {link("/my", t!(l, "nav-my"))}
            <li>
                <form method="post" action=visit.link("/sign-out")>
                    <button type="submit" class="as-link">{t!(l, "nav-sign-out")}</button>
                </form>
            </li>
        }
    });
    // Apart from the others: on a phone they scroll, and this one stays in sight.
    let sign_in = own.is_none().then(|| {
        let here = is_at("/sign-in").then_some("page");
        let href = visit.link("/sign-in");
        view! { <a class="sign-in" href=href aria-current=here>{t!(l, "nav-sign-in")}</a> }
    });
    view! {
        <header class="mast">
            <div class="wrap">
                <a class="brand" href=visit.link("")>
                    {t!(l, "brand")} " " <small>{t!(l, "brand-line")}</small>
                </a>
                <nav aria-label=t!(l, "nav-label")>
                    <ul>
                        {link("/events", t!(l, "nav-events"))}
                        {link("/courses", t!(l, "nav-courses"))}
                        {link("/verify", t!(l, "nav-verify"))}
                        {own}
                    </ul>
                </nav>
                {sign_in}
                {languages(visit)}
            </div>
        </header>
    }
}

fn languages(visit: &Visit) -> impl IntoView + use<> {
    let l = visit.locale;
    let others = Locale::ALL.iter().filter(|&&other| other != l);
    let choices = others.map(|&other| {
        let to = encode(&visit.in_language(other));
        let href = format!("/language/{}?to={to}", other.tag());
        let tag = other.tag();
        view! { <li><a href=href lang=tag hreflang=tag rel="nofollow">{other.autonym()}</a></li> }
    });
    let choices = choices.collect_view();
    view! {
        <details class="languages">
            <summary>
                <span class="hidden">{t!(l, "language-label")} " "</span>
                {l.autonym()}
            </summary>
            <ul>{choices}</ul>
        </details>
    }
}

fn footer(visit: &Visit) -> impl IntoView + use<> {
    let l = visit.locale;
    let demo = visit.services().settings().demo.then(|| {
        view! {
            <p>
                {t!(l, "footer-demo")} " "
                <a href="/dev/mail">{t!(l, "footer-demo-mail")}</a> {DOT}
                <a href="/dev/clock">{t!(l, "footer-demo-clock")}</a>
            </p>
        }
    });
    view! {
        <footer class="foot">
            <div class="wrap">
                <p>{t!(l, "footer-line")}</p>
                {demo}
            </div>
        </footer>
    }
}
