//! Inviting, and what the link of an invitation does.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use maktab_domain::{Invalid, InvitationId, RegistrationState as State, Role, Span};
use maktab_locale::Locale;
use maktab_services::background::KeptMail;
use maktab_services::inviting::{
    Accepted, Invitation, InvitationPage, InvitationState, InvitedPeople, InvitingForm,
};
use maktab_services::managing::RegistrationFilter;
use maktab_services::registration::{Confirmed, DetailsForm, RegistrationForm};
use maktab_services::seating::NewQuota;
use maktab_services::sign_in::Browser;
use maktab_services::testing::{Fixture, PlannedEvent};
use maktab_services::{Actor, Error, Result};

const AZIZA: &str = "aziza@example.org";
const OTHER: &str = "other@example.org";

fn by_invitation(f: &Fixture, slug: &str) -> PlannedEvent {
    PlannedEvent {
        registration_mode: "invited".to_owned(),
        ..f.open_event(slug)
    }
}

async fn with_event(f: &Fixture) -> Actor {
    f.add_event(&by_invitation(f, "borders")).await;
    f.actor_with(Role::Coordinator, Some(f.eco)).await
}

fn to(addresses: &str) -> InvitingForm {
    InvitingForm {
        addresses: addresses.to_owned(),
        role: "participant".to_owned(),
        organisation: String::new(),
        language: "en".to_owned(),
        forwarding: false,
        uses: String::new(),
        days: "14".to_owned(),
    }
}

fn forwarded(addresses: &str, uses: &str) -> InvitingForm {
    InvitingForm {
        forwarding: true,
        uses: uses.to_owned(),
        ..to(addresses)
    }
}

async fn invite(f: &Fixture, actor: &Actor, form: &InvitingForm) -> InvitedPeople {
    f.services.invite(actor, "borders", form).await.unwrap()
}

/// Invites one person; the secret of the link.
async fn invited(f: &Fixture, actor: &Actor, form: &InvitingForm) -> String {
    assert_eq!(invite(f, actor, form).await.sent, 1);
    f.secret_mailed(&form.addresses, "/invitation/").await
}

async fn rows(f: &Fixture, actor: &Actor) -> Vec<Invitation> {
    let found = f.services.invitations(actor, "borders").await;
    found.unwrap().rows
}

fn filled(email: &str) -> RegistrationForm {
    RegistrationForm {
        details: DetailsForm {
            name: "Aziza Karimova".to_owned(),
            country: "UZ".to_owned(),
            institution: "State Border Committee".to_owned(),
            job_title: "Inspector".to_owned(),
            language: "en".to_owned(),
            ..DetailsForm::default()
        },
        email: email.to_owned(),
        consent: true,
    }
}

async fn accept(f: &Fixture, who: Option<&Actor>, token: &str, email: &str) -> Accepted {
    let (form, browser) = (filled(email), Browser::default());
    let done = f
        .services
        .accept_invitation(who, Locale::En, token, &form, &browser);
    done.await.unwrap()
}

/// Where the registration stands, and whether the browser was signed in.
fn done(accepted: &Accepted) -> Option<(State, bool)> {
    match accepted {
        Accepted::Done { state, sign_in, .. } => Some((*state, sign_in.is_some())),
        _ => None,
    }
}

async fn page(f: &Fixture, token: &str) -> InvitationPage {
    f.services.invitation_page(None, token).await.unwrap()
}

async fn confirm(f: &Fixture, email: &str) -> Option<(State, bool)> {
    let secret = f.secret_mailed(email, "/confirm/").await;
    let browser = Browser::default();
    let done = f.services.confirm_registration(&secret, &browser);
    match done.await.unwrap() {
        Confirmed::Done { state, sign_in, .. } => Some((state, sign_in.is_some())),
        Confirmed::Not(_) => None,
    }
}

async fn taken(f: &Fixture) -> i64 {
    f.count("SELECT taken FROM events").await
}

const STORED: &str = "SELECT (SELECT count(*) FROM registrations) + (SELECT count(*) FROM people)
    + (SELECT count(*) FROM outbox) + (SELECT count(*) FROM invitations)
    + (SELECT count(*) FROM audit_log) + (SELECT count(*) FROM one_time_links)";

#[tokio::test]
async fn an_invitation_is_used_once_and_signs_the_person_in() {
    for f in Fixture::each().await {
        let coordinator = with_event(&f).await;
        let form = to("Aziza Karimova <aziza@example.org>");
        assert_eq!(invite(&f, &coordinator, &form).await.sent, 1);
        let mail = f.mails_to(AZIZA).await.remove(0);
        assert_eq!(mail.kind, "invited");
        for part in [
            "Dear Aziza Karimova",
            "Economic Cooperation Organization",
            "for you alone",
        ] {
            assert!(mail.body.contains(part), "{part}: {}", mail.body);
        }
        let secret = f.secret_mailed(AZIZA, "/invitation/").await;
        let before = f.count(STORED).await;
        let InvitationPage::Open(open) = page(&f, &secret).await else {
            panic!("not open");
        };
        assert_eq!(open.email.as_deref(), Some(AZIZA));
        assert_eq!(open.known.name, "Aziza Karimova");
        assert!(open.can_decline && !open.forwarding);
        assert_eq!(f.count(STORED).await, before, "to look changes nothing");
        // Whatever address is typed, it is the invited one.
        let accepted = accept(&f, None, &secret, OTHER).await;
        assert_eq!(done(&accepted), Some((State::Confirmed, true)));
        assert_eq!(taken(&f).await, 1);
        assert_eq!(f.mails_to(AZIZA).await[0].kind, "registered");
        assert_eq!(f.mails_to(OTHER).await.len(), 0);
        let proven = "SELECT count(*) FROM people WHERE email = 'aziza@example.org'
            AND email_verified_at IS NOT NULL AND institution = 'State Border Committee'";
        assert_eq!(f.count(proven).await, 1);
        // Again, with whatever address: nothing.
        let before = f.count(STORED).await;
        let again = accept(&f, None, &secret, OTHER).await;
        assert!(
            matches!(again, Accepted::Not(InvitationPage::Used(_))),
            "{again:?}"
        );
        assert!(matches!(page(&f, &secret).await, InvitationPage::Used(_)));
        assert_eq!((f.count(STORED).await, taken(&f).await), (before, 1));
        let row = rows(&f, &coordinator).await.remove(0);
        assert_eq!((row.state, row.uses), (InvitationState::Used, (1, 1)));
        let unknown = accept(&f, None, &"0".repeat(64), AZIZA).await;
        assert!(matches!(unknown, Accepted::Not(InvitationPage::Unknown)));
        assert!(matches!(page(&f, "short").await, InvitationPage::Unknown));
    }
}

#[tokio::test]
async fn what_is_typed_by_the_invited_is_checked() {
    for f in Fixture::each().await {
        let coordinator = with_event(&f).await;
        let secret = invited(&f, &coordinator, &to(AZIZA)).await;
        let before = f.count(STORED).await;
        let mut form = filled(AZIZA);
        form.consent = false;
        form.details.country = "US".to_owned();
        let browser = Browser::default();
        let refused = f
            .services
            .accept_invitation(None, Locale::En, &secret, &form, &browser)
            .await;
        let Err(Error::Refused(errors)) = refused else {
            panic!("{refused:?}");
        };
        let errors: Vec<_> = errors.iter().collect();
        assert_eq!(
            errors,
            [("country", Invalid::Choice), ("consent", Invalid::Consent)]
        );
        assert_eq!(f.count(STORED).await, before);
        assert!(matches!(page(&f, &secret).await, InvitationPage::Open(_)));
    }
}

#[tokio::test]
async fn an_invitation_ends_with_its_time_with_being_taken_back_and_with_the_event() {
    for f in Fixture::each().await {
        let coordinator = with_event(&f).await;
        let s = &f.services;
        let short = InvitingForm {
            days: "3".to_owned(),
            ..to(AZIZA)
        };
        let old = invited(&f, &coordinator, &short).await;
        let id = rows(&f, &coordinator).await[0].id;
        f.clock.travel(Span(Span::days(3).0 - 1));
        assert!(matches!(page(&f, &old).await, InvitationPage::Open(_)));
        f.clock.travel(Span(1));
        let late = accept(&f, None, &old, AZIZA).await;
        assert!(
            matches!(late, Accepted::Not(InvitationPage::Over(_))),
            "{late:?}"
        );
        assert_eq!(
            rows(&f, &coordinator).await[0].state,
            InvitationState::Expired
        );
        // Sent again it is good for as long as before, and the former link is not.
        s.send_invitation_again(&coordinator, "borders", id)
            .await
            .unwrap();
        let new = f.secret_mailed(AZIZA, "/invitation/").await;
        assert!(matches!(page(&f, &old).await, InvitationPage::Unknown));
        assert!(matches!(page(&f, &new).await, InvitationPage::Open(_)));
        let row = rows(&f, &coordinator).await.remove(0);
        assert_eq!(row.expires, f.services.now() + Span::days(3));
        s.revoke_invitation(&coordinator, "borders", id)
            .await
            .unwrap();
        let revoked = accept(&f, None, &new, AZIZA).await;
        assert!(
            matches!(revoked, Accepted::Not(InvitationPage::Over(_))),
            "{revoked:?}"
        );
        for again in [
            s.revoke_invitation(&coordinator, "borders", id).await,
            s.send_invitation_again(&coordinator, "borders", id).await,
        ] {
            assert!(matches!(again, Err(Error::NotNow(_))), "{again:?}");
        }
        // It is never good for longer than the event.
        let long = InvitingForm {
            days: "365".to_owned(),
            ..to(AZIZA)
        };
        let secret = invited(&f, &coordinator, &long).await;
        let ends = by_invitation(&f, "x").ends;
        assert_eq!(rows(&f, &coordinator).await[0].expires, ends);
        f.change("UPDATE events SET state = 'cancelled', cancellation_reason = 'test'")
            .await;
        let off = accept(&f, None, &secret, AZIZA).await;
        assert!(
            matches!(off, Accepted::Not(InvitationPage::EventCancelled(_))),
            "{off:?}"
        );
        let more = s.invite(&coordinator, "borders", &to(OTHER)).await;
        assert!(matches!(more, Err(Error::NotNow(_))), "{more:?}");
        assert_eq!(f.count("SELECT count(*) FROM registrations").await, 0);
    }
}

#[tokio::test]
async fn declining_is_final_and_frees_the_address_for_a_new_invitation() {
    for f in Fixture::each().await {
        let coordinator = with_event(&f).await;
        let secret = invited(&f, &coordinator, &to(AZIZA)).await;
        let declined = f.services.decline_invitation(&secret).await.unwrap();
        assert!(matches!(declined, InvitationPage::Declined(_)));
        let again = accept(&f, None, &secret, AZIZA).await;
        assert!(
            matches!(again, Accepted::Not(InvitationPage::Declined(_))),
            "{again:?}"
        );
        let row = rows(&f, &coordinator).await.remove(0);
        assert_eq!(row.state, InvitationState::Declined);
        let s = &f.services;
        let sent = s
            .send_invitation_again(&coordinator, "borders", row.id)
            .await;
        assert!(matches!(sent, Err(Error::NotNow(_))), "{sent:?}");
        f.clock.travel(Span(1));
        let new = invited(&f, &coordinator, &to(AZIZA)).await;
        assert_eq!(
            done(&accept(&f, None, &new, AZIZA).await),
            Some((State::Confirmed, true))
        );
        // Who is registered declines nothing by it any more.
        let used = f.services.decline_invitation(&new).await.unwrap();
        assert!(matches!(used, InvitationPage::Used(_)), "{used:?}");
        assert_eq!(rows(&f, &coordinator).await[0].state, InvitationState::Used);
    }
}

#[tokio::test]
async fn a_link_that_is_passed_on_proves_nobodys_address() {
    for f in Fixture::each().await {
        let coordinator = with_event(&f).await;
        let secret = invited(&f, &coordinator, &forwarded(AZIZA, "2")).await;
        assert!(f.mails_to(AZIZA).await[0].body.contains("pass the link on"));
        let InvitationPage::Open(open) = page(&f, &secret).await else {
            panic!("not open");
        };
        assert_eq!((open.email.as_deref(), open.forwarding), (None, true));
        // Not even the invited one: whoever has the link could type it.
        for email in [AZIZA, OTHER] {
            let accepted = accept(&f, None, &secret, email).await;
            assert!(matches!(accepted, Accepted::CheckMail), "{accepted:?}");
        }
        let proven = "SELECT count(*) FROM people WHERE email_verified_at IS NOT NULL
            AND email IN ('aziza@example.org', 'other@example.org')";
        assert_eq!(f.count(proven).await, 0);
        let sign_ins = "SELECT count(*) FROM sign_ins s JOIN accounts a ON a.id = s.account_id
            JOIN people p ON p.id = a.person_id WHERE p.email = 'aziza@example.org'";
        assert_eq!(f.count(sign_ins).await, 0);
        assert_eq!(taken(&f).await, 2, "held until they confirm");
        let third = accept(&f, None, &secret, "third@example.org").await;
        assert!(
            matches!(third, Accepted::Not(InvitationPage::Used(_))),
            "{third:?}"
        );
        f.clock.travel(Span(1));
        assert_eq!(confirm(&f, OTHER).await, Some((State::Confirmed, true)));
        let late = f.secret_mailed(AZIZA, "/confirm/").await;
        // Who does not confirm in time gives the seat and the use back.
        f.clock.travel(f.services.settings().hold);
        f.services.run_due(&KeptMail).await.unwrap();
        assert_eq!(
            (taken(&f).await, rows(&f, &coordinator).await[0].uses),
            (1, (1, 2))
        );
        let browser = Browser::default();
        let late = f.services.confirm_registration(&late, &browser).await;
        assert!(matches!(late.unwrap(), Confirmed::Not(_)));
        // With a use gone it can no longer be declined for the others.
        let InvitationPage::Open(open) = page(&f, &secret).await else {
            panic!("not open");
        };
        assert!(!open.can_decline);
        f.services.decline_invitation(&secret).await.unwrap();
        // Whoever is signed in has proven the address already.
        let (_, account) = f.add_person("Third One", "third@example.org").await;
        let actor = f.actor(account).await;
        let accepted = accept(&f, Some(&actor), &secret, "not-looked-at").await;
        assert_eq!(done(&accepted), Some((State::Confirmed, false)));
        assert_eq!(rows(&f, &coordinator).await[0].state, InvitationState::Used);
    }
}

#[tokio::test]
async fn a_registered_address_takes_no_use_and_answers_like_a_new_one() {
    for f in Fixture::each().await {
        let coordinator = with_event(&f).await;
        let secret = invited(&f, &coordinator, &forwarded(AZIZA, "5")).await;
        accept(&f, None, &secret, OTHER).await;
        f.clock.travel(Span(1));
        confirm(&f, OTHER).await;
        let uses = async || rows(&f, &coordinator).await[0].uses;
        assert_eq!((uses().await, taken(&f).await), ((1, 5), 1));
        f.clock.travel(Span(1));
        let again = accept(&f, None, &secret, OTHER).await;
        assert!(matches!(again, Accepted::CheckMail), "{again:?}");
        assert_eq!((uses().await, taken(&f).await), ((1, 5), 1));
        assert_eq!(f.mails_to(OTHER).await[0].kind, "already-registered");
        // One that waits is replaced, with a fresh link and no more time, and no second use.
        accept(&f, None, &secret, "slow@example.org").await;
        let old = f.secret_mailed("slow@example.org", "/confirm/").await;
        let until = "SELECT min(hold_until) FROM registrations WHERE state = 'pending'";
        let first = f.count(until).await;
        f.clock.travel(Span::hours(1));
        accept(&f, None, &secret, "slow@example.org").await;
        assert_eq!((uses().await, taken(&f).await), ((2, 5), 2));
        assert_eq!(f.count(until).await, first);
        let browser = Browser::default();
        let stale = f.services.confirm_registration(&old, &browser).await;
        assert!(matches!(stale.unwrap(), Confirmed::Not(_)));
        assert_eq!(
            confirm(&f, "slow@example.org").await,
            Some((State::Confirmed, true))
        );
        // Who is registered and signed in is told so, and a personal link tells it too.
        let personal = invite(&f, &coordinator, &to(OTHER)).await;
        assert_eq!((personal.sent, personal.registered.len()), (0, 1));
    }
}

#[tokio::test]
async fn a_personal_link_tells_the_registered_so_and_replaces_what_was_never_confirmed() {
    for f in Fixture::each().await {
        let (event, _) = f.add_event(&f.open_event("borders")).await;
        let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        // A stranger has typed the address: that is no registration of the person's.
        let (person, _) = f.add_person("Aziza Karimova", AZIZA).await;
        f.add_registration(event, person, State::Pending).await;
        let observer = InvitingForm {
            role: "observer".to_owned(),
            ..to(AZIZA)
        };
        let secret = invited(&f, &coordinator, &observer).await;
        assert_eq!(taken(&f).await, 1);
        assert_eq!(
            done(&accept(&f, None, &secret, AZIZA).await),
            Some((State::Confirmed, true))
        );
        assert_eq!(
            taken(&f).await,
            0,
            "an observer takes no participant's seat"
        );
        // Registered meanwhile by the open form: the invitation is not used up.
        let (other, _) = f.add_person("Other One", OTHER).await;
        let secret = invited(&f, &coordinator, &to(OTHER)).await;
        f.add_registration(event, other, State::Confirmed).await;
        let before = f.count(STORED).await;
        let already = accept(&f, None, &secret, OTHER).await;
        assert!(
            matches!(already, Accepted::Already(State::Confirmed)),
            "{already:?}"
        );
        assert_eq!(f.count(STORED).await, before);
        assert!(matches!(page(&f, &secret).await, InvitationPage::Open(_)));
    }
}

#[tokio::test]
async fn the_seat_of_a_registration_that_an_observer_replaces_is_offered_to_who_waits() {
    for passed_on in [false, true] {
        for f in Fixture::each().await {
            let plan = PlannedEvent {
                capacity: 1,
                ..f.open_event("borders")
            };
            let (event, _) = f.add_event(&plan).await;
            let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
            let (person, _) = f.add_person("Other One", OTHER).await;
            f.add_registration(event, person, State::Pending).await;
            let (waiting, _) = f.add_person("Botir", "botir@example.org").await;
            let waiting = f.add_registration(event, waiting, State::Waitlisted).await;
            let state = async || {
                let one = f
                    .services
                    .one_registration(&coordinator, "borders", waiting);
                one.await.unwrap().registration.state
            };
            let invite_as = async |role: &str| {
                let form = match passed_on {
                    true => forwarded(AZIZA, "1"),
                    false => to(OTHER),
                };
                let role = role.to_owned();
                let secret = invited(&f, &coordinator, &InvitingForm { role, ..form }).await;
                accept(&f, None, &secret, OTHER).await
            };
            if passed_on {
                // A participant in the place of a participant frees nothing.
                let again = invite_as("participant").await;
                assert!(matches!(again, Accepted::CheckMail), "{again:?}");
                assert_eq!((state().await, taken(&f).await), (State::Waitlisted, 1));
                f.clock.travel(Span(1));
            }
            invite_as("observer").await;
            assert_eq!((state().await, taken(&f).await), (State::Offered, 1));
        }
    }
}

#[tokio::test]
async fn who_registers_openly_after_an_invitation_comes_as_a_participant() {
    for f in Fixture::each().await {
        f.add_event(&f.open_event("borders")).await;
        let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        let observer = InvitingForm {
            role: "observer".to_owned(),
            ..forwarded(AZIZA, "1")
        };
        let secret = invited(&f, &coordinator, &observer).await;
        accept(&f, None, &secret, OTHER).await;
        assert_eq!(
            (taken(&f).await, rows(&f, &coordinator).await[0].uses),
            (0, (1, 1))
        );
        let (form, browser) = (filled(OTHER), Browser::default());
        let done = f
            .services
            .register(None, Locale::En, "borders", &form, &browser);
        done.await.unwrap();
        assert_eq!(
            (taken(&f).await, rows(&f, &coordinator).await[0].uses),
            (1, (0, 1))
        );
        f.clock.travel(f.services.settings().hold);
        f.services.run_due(&KeptMail).await.unwrap();
        assert_eq!(
            (taken(&f).await, rows(&f, &coordinator).await[0].uses),
            (0, (0, 1))
        );
    }
}

#[tokio::test]
async fn a_use_that_is_given_back_stands_behind_a_newer_invitation() {
    for f in Fixture::each().await {
        let coordinator = with_event(&f).await;
        let secret = invited(&f, &coordinator, &forwarded(AZIZA, "1")).await;
        accept(&f, None, &secret, OTHER).await;
        // It is used, so the address can be invited anew before the other one has confirmed.
        f.clock.travel(Span(1));
        invited(&f, &coordinator, &to(AZIZA)).await;
        f.clock.travel(f.services.settings().hold);
        f.services.run_due(&KeptMail).await.unwrap();
        assert_eq!(taken(&f).await, 0, "the hold has ended all the same");
        let open = rows(&f, &coordinator).await.into_iter();
        let open = open.filter(|row| row.state == InvitationState::Open);
        assert_eq!(open.count(), 1);
    }
}

#[tokio::test]
async fn roles_have_their_own_seats_and_organisations_count() {
    for f in Fixture::each().await {
        let mut plan = by_invitation(&f, "borders");
        plan.capacity = 1;
        f.add_event(&plan).await;
        let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        for (whom, seats) in [
            ("role:observer".to_owned(), "1"),
            (format!("organisation:{}", f.iom), "0"),
        ] {
            let seats = seats.to_owned();
            let quota = NewQuota { whom, seats };
            f.services
                .add_quota(&coordinator, "borders", &quota)
                .await
                .unwrap();
        }
        let come = async |name: &str, role: &str, organisation: &str| {
            let email = format!("{name}@example.org");
            let form = InvitingForm {
                role: role.to_owned(),
                organisation: organisation.to_owned(),
                ..to(&email)
            };
            let secret = invited(&f, &coordinator, &form).await;
            let accepted = accept(&f, None, &secret, &email).await;
            done(&accepted).unwrap().0
        };
        assert_eq!(come("o1", "observer", "").await, State::Confirmed);
        assert_eq!(come("o2", "observer", "").await, State::Waitlisted);
        assert_eq!(come("s1", "speaker", "").await, State::Confirmed);
        let iom = f.iom.to_string();
        assert_eq!(come("p1", "participant", &iom).await, State::Waitlisted);
        assert_eq!(
            taken(&f).await,
            0,
            "none of them takes a participant's seat"
        );
        assert_eq!(come("p2", "participant", "").await, State::Confirmed);
        assert_eq!(come("p3", "participant", "").await, State::Waitlisted);
        assert_eq!(taken(&f).await, 1);
        // Where nobody may wait, the invitation is not used up.
        f.change("UPDATE events SET waiting_list = FALSE WHERE waiting_list")
            .await;
        for form in [to(AZIZA), forwarded(AZIZA, "1")] {
            f.clock.travel(Span(1));
            let secret = invited(&f, &coordinator, &form).await;
            let before = f.count(STORED).await;
            let full = accept(&f, None, &secret, AZIZA).await;
            assert!(matches!(full, Accepted::Full), "{full:?}");
            assert_eq!((f.count(STORED).await, taken(&f).await), (before, 1));
            let id = rows(&f, &coordinator).await[0].id;
            let revoked = f.services.revoke_invitation(&coordinator, "borders", id);
            revoked.await.unwrap();
        }
    }
}

#[tokio::test]
async fn who_is_invited_is_decided_on_already_whatever_the_event_asks_of_others() {
    for f in Fixture::each().await {
        let mut plan = f.open_event("borders");
        plan.registration_mode = "approval".to_owned();
        f.add_event(&plan).await;
        let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        let secret = invited(&f, &coordinator, &to(AZIZA)).await;
        assert_eq!(
            done(&accept(&f, None, &secret, AZIZA).await),
            Some((State::Confirmed, true))
        );
        f.clock.travel(Span(1));
        let secret = invited(&f, &coordinator, &forwarded("c@example.org", "1")).await;
        accept(&f, None, &secret, OTHER).await;
        f.clock.travel(Span(1));
        assert_eq!(confirm(&f, OTHER).await, Some((State::Confirmed, true)));
        assert_eq!(taken(&f).await, 2);
    }
}

#[tokio::test]
async fn staff_are_never_signed_in_by_a_link_nor_anybody_by_an_old_one() {
    for f in Fixture::each().await {
        let coordinator = with_event(&f).await;
        let (_, trainer) = f.add_person("Tara Trainer", "tara@example.org").await;
        f.grant(trainer, Role::Trainer, None).await;
        f.add_person("Aziza Karimova", AZIZA).await;
        let new = "new@example.org";
        let three = format!("tara@example.org\n{AZIZA}\n{new}");
        assert_eq!(invite(&f, &coordinator, &to(&three)).await.sent, 3);
        let staff = f.secret_mailed("tara@example.org", "/invitation/").await;
        let staff = accept(&f, None, &staff, "").await;
        assert_eq!(done(&staff), Some((State::Confirmed, false)));
        f.clock.travel(f.services.settings().link_life);
        let known = f.secret_mailed(AZIZA, "/invitation/").await;
        let known = accept(&f, None, &known, "").await;
        assert_eq!(
            done(&known),
            Some((State::Confirmed, false)),
            "the link is old"
        );
        let first = f.secret_mailed(new, "/invitation/").await;
        let first = accept(&f, None, &first, "").await;
        assert_eq!(
            done(&first),
            Some((State::Confirmed, true)),
            "nobody had it before"
        );
        // A disabled account gets no place by an invitation either.
        let (_, gone) = f.add_person("Gone", "gone@example.org").await;
        let secret = invited(&f, &coordinator, &to("gone@example.org")).await;
        f.disable(gone).await;
        let (form, browser) = (filled(""), Browser::default());
        let refused = f
            .services
            .accept_invitation(None, Locale::En, &secret, &form, &browser);
        assert!(matches!(refused.await, Err(Error::Forbidden)));
        assert_eq!(taken(&f).await, 3);
    }
}

#[tokio::test]
async fn strangers_cannot_make_a_link_send_mails_without_end() {
    for f in Fixture::each().await {
        let coordinator = with_event(&f).await;
        let secret = invited(&f, &coordinator, &forwarded(AZIZA, "100")).await;
        let (form, browser) = (filled(OTHER), Browser::default());
        let mut sent = 0;
        loop {
            let s = &f.services;
            let accepted = s.accept_invitation(None, Locale::En, &secret, &form, &browser);
            match accepted.await {
                Ok(Accepted::CheckMail) => sent += 1,
                Err(Error::TooMany(_)) => break,
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(sent, 10);
        assert_eq!(f.mails_to(OTHER).await.len(), 10);
    }
}

#[tokio::test]
async fn whom_one_invites_is_named_where_passed_over() {
    for f in Fixture::each().await {
        let coordinator = with_event(&f).await;
        let first = invite(&f, &coordinator, &to("a@example.org\nb@example.org")).await;
        assert_eq!((first.sent, first.already.len()), (2, 0));
        let again = "a@example.org; A@Example.org\nc@example.org";
        let second = invite(&f, &coordinator, &to(again)).await;
        assert_eq!((second.sent, second.already.len()), (1, 1));
        let row = rows(&f, &coordinator).await;
        let named = row.iter().find(|row| row.id == second.already[0]);
        assert_eq!(named.unwrap().email, "a@example.org");
        assert_eq!(f.mails_to("a@example.org").await.len(), 1);
        // One whose time has run out makes room for a new one.
        f.clock.travel(Span::days(15));
        assert_eq!(invite(&f, &coordinator, &to(again)).await.sent, 2);
        let bad = InvitingForm {
            role: "guest".to_owned(),
            organisation: "nobody".to_owned(),
            language: "xx".to_owned(),
            forwarding: true,
            uses: "0".to_owned(),
            days: "366".to_owned(),
            addresses: "a@example.org\nnobody".to_owned(),
        };
        let before = f.count(STORED).await;
        let refused = f.services.invite(&coordinator, "borders", &bad).await;
        let Err(Error::Refused(errors)) = refused else {
            panic!("{refused:?}");
        };
        let fields: Vec<_> = errors.iter().map(|(field, _)| field).collect();
        let all = [
            "addresses",
            "role",
            "organisation",
            "language",
            "uses",
            "days",
        ];
        assert_eq!(fields, all);
        assert_eq!(f.count(STORED).await, before, "all or nothing");
    }
}

#[tokio::test]
async fn only_coordinators_of_an_organiser_invite_and_ids_are_good_for_their_event() {
    for f in Fixture::each().await {
        let mut own = by_invitation(&f, "borders");
        own.organisers = vec![f.eco];
        f.add_event(&own).await;
        f.add_event(&by_invitation(&f, "joint")).await;
        let eco = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        let secret = invited(&f, &eco, &to(AZIZA)).await;
        let id: InvitationId = rows(&f, &eco).await[0].id;
        let before = f.count(STORED).await;
        let s = &f.services;
        let iom = f.actor_with(Role::Coordinator, Some(f.iom)).await;
        let focal = f.focal_point(&["UZ"]).await;
        let trainer = f.actor_with(Role::Trainer, Some(f.eco)).await;
        let made = f.count(STORED).await - before;
        let forbidden = |answer: Result<()>| {
            assert!(matches!(answer, Err(Error::Forbidden)), "{answer:?}");
        };
        for actor in [&iom, &focal, &trainer] {
            forbidden(s.invitations(actor, "borders").await.map(drop));
            forbidden(s.invite(actor, "borders", &to(OTHER)).await.map(drop));
            forbidden(s.send_invitation_again(actor, "borders", id).await);
            forbidden(s.revoke_invitation(actor, "borders", id).await);
            forbidden(s.addresses_of(actor, "borders", &[]).await.map(drop));
        }
        // The same id below another event of one's own.
        for actor in [&eco, &iom] {
            for answer in [
                s.send_invitation_again(actor, "joint", id).await,
                s.revoke_invitation(actor, "joint", id).await,
            ] {
                assert!(matches!(answer, Err(Error::NotFound)), "{answer:?}");
            }
        }
        assert_eq!(f.count(STORED).await, before + made);
        assert!(matches!(page(&f, &secret).await, InvitationPage::Open(_)));
    }
}

#[tokio::test]
async fn a_place_that_a_coordinator_takes_back_is_not_had_again_by_the_same_link() {
    for f in Fixture::each().await {
        let coordinator = with_event(&f).await;
        let secret = invited(&f, &coordinator, &to(AZIZA)).await;
        accept(&f, None, &secret, AZIZA).await;
        let all = RegistrationFilter::default();
        let id = f
            .services
            .registrations(&coordinator, "borders", &all, Locale::En);
        let id = id.await.unwrap().rows[0].id;
        let s = &f.services;
        let done = s.withdraw_registration(&coordinator, "borders", id, "Not you.");
        done.await.unwrap();
        let again = accept(&f, None, &secret, AZIZA).await;
        assert!(
            matches!(again, Accepted::Not(InvitationPage::Used(_))),
            "{again:?}"
        );
        assert_eq!(taken(&f).await, 0);
        // A new invitation can be sent.
        f.clock.travel(Span(1));
        invited(&f, &coordinator, &to(AZIZA)).await;
    }
}

#[tokio::test]
async fn a_link_that_is_used_again_after_its_time_asks_with_a_link_that_is_good() {
    for f in Fixture::each().await {
        let coordinator = with_event(&f).await;
        let secret = invited(&f, &coordinator, &forwarded(AZIZA, "2")).await;
        let asked = accept(&f, None, &secret, OTHER).await;
        assert!(matches!(asked, Accepted::CheckMail), "{asked:?}");
        // Nobody has ended the hold yet.
        f.clock.travel(f.services.settings().hold);
        let asked = accept(&f, None, &secret, OTHER).await;
        assert!(matches!(asked, Accepted::CheckMail), "{asked:?}");
        assert_eq!(confirm(&f, OTHER).await, Some((State::Confirmed, true)));
    }
}

#[tokio::test]
async fn whose_country_changes_frees_no_seat_of_the_event() {
    for f in Fixture::each().await {
        let plan = PlannedEvent {
            capacity: 3,
            ..by_invitation(&f, "borders")
        };
        let (event, _) = f.add_event(&plan).await;
        let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        let (person, _) = f.add_person("Other One", OTHER).await;
        f.add_registration(event, person, State::Pending).await;
        f.change("UPDATE registrations SET country = 'TJ'").await;
        let (waiting, _) = f.add_person("Botir", "botir@example.org").await;
        f.add_registration(event, waiting, State::Waitlisted).await;
        let secret = invited(&f, &coordinator, &to(OTHER)).await;
        let accepted = accept(&f, None, &secret, OTHER).await;
        assert_eq!(
            done(&accepted).map(|(state, _)| state),
            Some(State::Confirmed)
        );
        assert_eq!(
            taken(&f).await,
            1,
            "the reserve of the coordinators is theirs to give"
        );
    }
}
