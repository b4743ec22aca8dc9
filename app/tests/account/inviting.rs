//! The link of an invitation: registering by it, and declining.

use crate::site::{Answer, Site, filled, filled_but};
use axum::http::header::{CACHE_CONTROL, SET_COOKIE};
use maktab_domain::{Role, Span};
use maktab_services::inviting::InvitingForm;

const A: &str = "a@example.org";
const B: &str = "b@example.org";

fn to(address: &str, role: &str) -> InvitingForm {
    InvitingForm {
        addresses: address.to_owned(),
        role: role.to_owned(),
        language: "en".to_owned(),
        days: "14".to_owned(),
        ..InvitingForm::default()
    }
}

fn forwarded(address: &str) -> InvitingForm {
    InvitingForm {
        forwarding: true,
        uses: "2".to_owned(),
        ..to(address, "participant")
    }
}

/// The path of the link of an invitation to `borders`.
async fn invited(site: &Site, form: InvitingForm) -> String {
    let f = &site.fixture;
    let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
    f.clock.travel(Span(1));
    let done = f.services.invite(&coordinator, "borders", &form).await;
    assert_eq!(done.unwrap().sent, 1);
    site.link(&form.addresses, "/invitation/").await
}

async fn site() -> Site {
    let site = Site::new().await;
    site.event(|plan| plan.registration_mode = "invited".to_owned())
        .await;
    site
}

fn pairs<'a>(form: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    form.iter().map(|(n, v)| (*n, v.as_str())).collect()
}

fn says(answer: &Answer, text: &str) -> bool {
    answer.body.contains(text)
}

const DECLINE: [(&str, &str); 1] = [("answer", "decline")];

#[tokio::test]
async fn the_page_says_what_one_is_invited_to_and_changes_nothing() {
    let site = site().await;
    for (email, role, text) in [
        (
            A,
            "participant",
            "You are invited to take part in this event.",
        ),
        (B, "observer", "as an observer"),
        ("c@example.org", "speaker", "to speak at this event"),
    ] {
        let path = invited(&site, to(email, role)).await;
        let before = site.stored().await;
        for _ in 0..2 {
            let page = site.browser().get(&path).await;
            assert_eq!(page.status, 200);
            assert_eq!(page.header(CACHE_CONTROL), "no-store");
            for text in [
                text,
                email,
                "Border management",
                "24 January 2027",
                "for you alone",
            ] {
                assert!(says(&page, text), "{text}: {}", page.body);
            }
            assert!(says(&page, "Decline the invitation"));
            assert!(
                !says(&page, "name=\"email\""),
                "the address is the invited one"
            );
        }
        assert_eq!(site.stored().await, before);
    }
    let declined = "SELECT count(*) FROM invitations WHERE declined_at IS NOT NULL OR uses > 0";
    assert_eq!(site.fixture.count(declined).await, 0);
}

#[tokio::test]
async fn who_registers_by_it_is_signed_in_and_the_link_is_used_up() {
    let site = site().await;
    let path = invited(&site, to(A, "participant")).await;
    let browser = site.browser();
    // What is refused is kept.
    let refused = browser
        .post(&path, &pairs(&filled_but("x", "consent", "")))
        .await;
    assert_eq!(refused.status, 422);
    assert!(refused.refuses("consent") && says(&refused, "Азиза Каримова"));
    assert_eq!(refused.header(CACHE_CONTROL), "no-store");
    // Another address that is posted besides is not looked at.
    let done = browser.post(&path, &pairs(&filled("x@example.org"))).await;
    assert_eq!(
        (done.status.as_u16(), done.location()),
        (303, "/en/my?done=confirmed")
    );
    assert!(done.header(SET_COOKIE).contains("HttpOnly"));
    let my = browser.get(done.location()).await;
    assert!(says(&my, "You have a place.") && says(&my, "Border management"));
    assert_eq!(site.fixture.mails_to("x@example.org").await.len(), 0);
    let other = site.browser();
    for answer in [
        other.get(&path).await,
        other.post(&path, &pairs(&filled(A))).await,
        other.post(&path, &DECLINE).await,
    ] {
        assert_eq!(answer.status, 410);
        assert_eq!(answer.header(CACHE_CONTROL), "no-store");
        assert!(says(&answer, "This invitation was used"), "{}", answer.body);
        assert!(!says(&answer, A) && !says(&answer, "Aziza"));
    }
    assert_eq!(other.cookie(), None);
}

#[tokio::test]
async fn declining_takes_a_button() {
    let site = site().await;
    let path = invited(&site, to(A, "participant")).await;
    let browser = site.browser();
    let done = browser.post(&path, &DECLINE).await;
    assert_eq!(
        (done.status.as_u16(), done.location()),
        (303, &*format!("{path}?done=declined"))
    );
    let page = browser.get(done.location()).await;
    assert_eq!(page.status, 200);
    assert!(says(&page, "You have declined the invitation"));
    for answer in [
        browser.get(&path).await,
        browser.post(&path, &pairs(&filled(A))).await,
    ] {
        assert_eq!(answer.status, 410);
        assert!(says(&answer, "You have declined"), "{}", answer.body);
    }
    assert_eq!(
        site.fixture
            .count("SELECT count(*) FROM registrations")
            .await,
        0
    );
    // What is said after declining is said only where it was declined.
    let path = invited(&site, to(A, "participant")).await;
    let page = browser.get(&format!("{path}?done=declined")).await;
    assert!(says(&page, "name=\"consent\""), "{}", page.body);
}

#[tokio::test]
async fn a_link_that_is_no_longer_good_says_why() {
    let site = site().await;
    let f = &site.fixture;
    let path = invited(&site, to(A, "participant")).await;
    site.later(Span::days(14));
    let form = filled(A);
    let stored = site.stored().await;
    let both = async |path: &str, text: &str| {
        for answer in [
            site.browser().get(path).await,
            site.browser().post(path, &pairs(&form)).await,
            site.browser().post(path, &DECLINE).await,
        ] {
            assert_eq!(answer.status, 410);
            assert_eq!(answer.header(CACHE_CONTROL), "no-store");
            assert!(says(&answer, text), "{text}: {}", answer.body);
        }
    };
    both(&path, "This invitation is no longer good").await;
    let unknown = format!("/en/invitation/{}", "0".repeat(64));
    both(&unknown, "We do not know this link").await;
    both("/en/invitation/short", "We do not know this link").await;
    f.change("UPDATE events SET state = 'cancelled', cancellation_reason = 'test'")
        .await;
    both(&path, "This event will not take place.").await;
    assert_eq!(site.stored().await, stored);
}

#[tokio::test]
async fn a_link_that_may_be_passed_on_asks_for_an_address_and_proves_none() {
    let site = site().await;
    let path = invited(&site, forwarded(A)).await;
    let browser = site.browser();
    let page = browser.get(&path).await;
    assert!(says(&page, "name=\"email\"") && says(&page, "You may pass the link on"));
    assert!(!says(&page, A), "nor does it say to whom it was sent");
    let refused = browser.post(&path, &pairs(&filled("nobody"))).await;
    assert!(refused.status == 422 && refused.refuses("email"));
    for email in [A, B] {
        let sent = browser.post(&path, &pairs(&filled(email))).await;
        assert_eq!(sent.location(), format!("{path}?done=sent"));
        assert_eq!(browser.cookie(), None, "nobody is signed in by it");
    }
    let page = browser.get(&format!("{path}?done=sent")).await;
    assert_eq!(
        (page.status.as_u16(), page.header(CACHE_CONTROL)),
        (200, "no-store")
    );
    assert!(says(&page, "Check your mail"));
    let proven = "SELECT count(*) FROM people WHERE email_verified_at IS NOT NULL
        AND email IN ('a@example.org', 'b@example.org')";
    assert_eq!(site.fixture.count(proven).await, 0);
    site.later(Span(1));
    let confirm = site.link(B, "/confirm/").await;
    let done = browser.post(&confirm, &[]).await;
    assert_eq!(done.location(), "/en/my?done=confirmed");
}

#[tokio::test]
async fn who_is_signed_in_uses_a_link_with_the_own_address() {
    let site = site().await;
    let (_, account) = site.fixture.add_person("Bahrom Aliev", B).await;
    let path = invited(&site, forwarded(A)).await;
    let browser = site.signed_in(account).await;
    let page = browser.get(&path).await;
    assert!(says(&page, B) && says(&page, "value=\"Bahrom Aliev\""));
    assert!(!says(&page, "name=\"email\""));
    let done = browser.post(&path, &pairs(&filled("x@example.org"))).await;
    assert_eq!(done.location(), "/en/my?done=confirmed");
    // A second time the person is told that there is a registration.
    let again = browser.post(&path, &pairs(&filled(B))).await;
    assert_eq!(again.status, 422);
    assert!(
        says(&again, "You are registered already."),
        "{}",
        again.body
    );
    // A link for somebody else shows nothing of either.
    let other = invited(&site, to("c@example.org", "observer")).await;
    let page = browser.get(&other).await;
    assert!(says(&page, "c@example.org") && !says(&page, "Bahrom"));
}

#[tokio::test]
async fn staff_are_told_and_not_signed_in() {
    let site = site().await;
    let (_, trainer) = site.fixture.add_person("Tara Trainer", A).await;
    site.fixture.grant(trainer, Role::Trainer, None).await;
    let path = invited(&site, to(A, "speaker")).await;
    let browser = site.browser();
    let done = browser.post(&path, &pairs(&filled(A))).await;
    assert_eq!(done.location(), format!("{path}?done=confirmed"));
    assert_eq!(browser.cookie(), None);
    let page = browser.get(done.location()).await;
    assert_eq!(
        (page.status.as_u16(), page.header(CACHE_CONTROL)),
        (200, "no-store")
    );
    assert!(says(&page, "You are registered") && says(&page, "/en/sign-in?next=/en/my"));
}

#[tokio::test]
async fn a_full_event_keeps_what_was_typed_and_the_invitation() {
    let site = Site::new().await;
    site.event(|plan| {
        plan.registration_mode = "invited".to_owned();
        plan.capacity = 1;
    })
    .await;
    let first = invited(&site, to(A, "participant")).await;
    site.browser().post(&first, &pairs(&filled(A))).await;
    let path = invited(&site, to(B, "participant")).await;
    site.fixture
        .change("UPDATE events SET waiting_list = FALSE WHERE waiting_list")
        .await;
    let full = site.browser().post(&path, &pairs(&filled(B))).await;
    assert_eq!(full.status, 422);
    assert!(says(&full, "Every seat is taken") && says(&full, "Азиза Каримова"));
    site.fixture
        .change("UPDATE events SET waiting_list = TRUE WHERE NOT waiting_list")
        .await;
    let browser = site.browser();
    let waits = browser.post(&path, &pairs(&filled(B))).await;
    assert_eq!(waits.location(), "/en/my?done=waitlisted");
    assert!(says(
        &browser.get(waits.location()).await,
        "You are on the waiting list."
    ));
}

#[tokio::test]
async fn the_link_speaks_every_language_whatever_became_of_it() {
    let site = site().await;
    let open = invited(&site, to(A, "observer")).await;
    let passed_on = invited(&site, forwarded(B)).await;
    let used = invited(&site, to("c@example.org", "speaker")).await;
    site.browser().post(&used, &pairs(&filled(""))).await;
    let declined = invited(&site, to("d@example.org", "participant")).await;
    site.browser().post(&declined, &DECLINE).await;
    let revoked = invited(&site, to("e@example.org", "participant")).await;
    site.fixture
        .change("UPDATE invitations SET revoked_at = 1 WHERE email = 'e@example.org'")
        .await;
    let unknown = "/en/invitation/nothing".to_owned();
    for language in ["en", "ru", "fa", "tr"] {
        let own = |path: &str| path.replacen("/en/", &format!("/{language}/"), 1);
        for (path, status) in [
            (own(&open), 200),
            (own(&passed_on), 200),
            (format!("{}?done=sent", own(&passed_on)), 200),
            (format!("{}?done=confirmed", own(&used)), 200),
            (format!("{}?done=waitlisted", own(&used)), 200),
            (format!("{}?done=declined", own(&declined)), 200),
            (own(&used), 410),
            (own(&declined), 410),
            (own(&revoked), 410),
            (own(&unknown), 410),
        ] {
            let page = site.browser().get(&path).await;
            assert_eq!(page.status, status, "{path}");
        }
        let refused = site.browser().post(&own(&open), &[]).await;
        assert_eq!(refused.status, 422);
    }
}
