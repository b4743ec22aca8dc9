//! What administrators see and do, and that nobody else does.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use maktab_domain::{Job, MailState, OutboxId, RegistrationState as State, Role, Span};
use maktab_locale::Locale;
use maktab_services::administering::{MailFilter, Resendable, Resent};
use maktab_services::background::{KeptMail, MailFailure, MailTransport, OutgoingMail, Sending};
use maktab_services::managing::Verdict;
use maktab_services::sign_in::Browser;
use maktab_services::testing::Fixture;
use maktab_services::{Actor, Error, FieldErrors};
use uuid::Uuid;

/// A mail server that refuses everything for good.
struct Refusing;

impl MailTransport for Refusing {
    fn send<'a>(&'a self, _: &'a OutgoingMail) -> Sending<'a> {
        Box::pin(std::future::ready(Err(MailFailure {
            text: "550 no such user".to_owned(),
            for_good: true,
        })))
    }
}

async fn administrator(f: &Fixture) -> Actor {
    f.actor_with(Role::Administrator, None).await
}

/// Owes a mail without a secret to each of so many people, `person0@example.org` and so on, and
/// returns when they may leave.
async fn owe(f: &Fixture, slug: &str, people: usize) {
    let mut plan = f.open_event(slug);
    plan.registration_mode = "approval".to_owned();
    plan.capacity = 1_000;
    let (event, _) = f.add_event(&plan).await;
    let mut ids = Vec::new();
    for n in 0..people {
        let email = format!("person{n}.{slug}@example.org");
        let (person, _) = f.add_person("Aziza Karimova", &email).await;
        ids.push(f.add_registration(event, person, State::Submitted).await);
    }
    let coordinator = f.actor_with(Role::Coordinator, Some(f.eco)).await;
    let decided = f
        .services
        .decide_registrations(&coordinator, slug, &ids, Verdict::Approve, "");
    decided.await.unwrap();
    f.clock.travel(f.services.settings().undo);
}

async fn sign_in_link(f: &Fixture, email: &str) {
    let browser = Browser::default();
    let asked = f
        .services
        .request_sign_in_link(Locale::En, email, None, &browser);
    asked.await.unwrap();
}

fn in_state(state: MailState) -> MailFilter {
    MailFilter {
        state: Some(state),
        page: 1,
        ..MailFilter::default()
    }
}

#[tokio::test]
async fn only_administrators_see_and_do_anything() {
    let f = Fixture::new().await;
    let s = &f.services;
    owe(&f, "borders", 1).await;
    s.run_due(&Refusing).await.unwrap();
    let admin = administrator(&f).await;
    let mail = s.outbox(&admin, &in_state(MailState::Dead)).await.unwrap();
    let id = mail.mails[0].id;
    let mut others = vec![f.focal_point(&["TJ"]).await];
    for (role, scope) in [
        (Role::Coordinator, None),
        (Role::Coordinator, Some(f.eco)),
        (Role::Trainer, None),
    ] {
        others.push(f.actor_with(role, scope).await);
    }
    let (_, trainee) = f.add_person("Trainee", "trainee@example.org").await;
    others.push(f.actor(trainee).await);
    let all = MailFilter::default();
    for actor in &others {
        let refused = [
            s.administration(actor).await.err(),
            s.jobs(actor).await.err(),
            s.run_job_now(actor, Job::Purge).await.err(),
            s.outbox(actor, &all).await.err(),
            s.outbox_after(actor, &all, None, 10).await.err(),
            s.outbox_mail(actor, id).await.err(),
            s.resend_mails(actor, &[id]).await.err(),
            s.resend_all_mails(actor, &all).await.err(),
            s.discard_mails(actor, &[id], "No.").await.err(),
            s.undo_discarding(actor, id).await.err(),
        ];
        for error in refused {
            assert!(matches!(error, Some(Error::Forbidden)), "{error:?}");
        }
    }
    let unchanged = s.outbox(&admin, &in_state(MailState::Dead)).await.unwrap();
    assert_eq!(unchanged.mails.len(), 1);
    assert!(s.administration(&admin).await.is_ok());
    let missing = s.outbox_mail(&admin, OutboxId(Uuid::nil())).await;
    assert!(matches!(missing, Err(Error::NotFound)));
}

#[tokio::test]
async fn mails_are_counted_and_found() {
    for f in Fixture::each().await {
        let s = &f.services;
        let admin = administrator(&f).await;
        owe(&f, "borders", 3).await;
        s.run_due(&Refusing).await.unwrap();
        owe(&f, "customs", 2).await;
        s.run_due(&KeptMail).await.unwrap();
        owe(&f, "visas", 4).await;
        f.change("UPDATE outbox SET attempts = 2, last_error = '450 later' WHERE recipient = 'person0.visas@example.org'")
            .await;
        f.change("UPDATE outbox SET attempts = 1, leased_until = due_at + 600000 WHERE recipient = 'person1.visas@example.org'")
            .await;
        let seen = s.administration(&admin).await.unwrap().mails;
        assert_eq!(
            (
                seen.waiting,
                seen.leased,
                seen.retrying,
                seen.dead,
                seen.sent
            ),
            (2, 1, 1, 3, 2)
        );
        assert_eq!(seen.overdue_since, Some(s.now()));
        let found = async |state: Option<MailState>, kind: &str, address: &str| {
            let filter = MailFilter {
                state,
                kind: kind.to_owned(),
                address: address.to_owned(),
                page: 1,
            };
            s.outbox(&admin, &filter).await.unwrap().mails
        };
        for (state, count) in [
            (MailState::Waiting, 2),
            (MailState::Leased, 1),
            (MailState::Retrying, 1),
            (MailState::Dead, 3),
            (MailState::Discarded, 0),
            (MailState::Sent, 2),
        ] {
            let mails = found(Some(state), "", "").await;
            assert_eq!(mails.len(), count, "{state}");
            assert!(mails.iter().all(|mail| mail.state == state));
            assert_eq!(found(Some(state), "approved", "").await.len(), count);
            assert_eq!(found(Some(state), "", "person").await.len(), count);
            assert!(found(Some(state), "sign-in", "").await.is_empty());
        }
        let all = found(None, "", "").await;
        assert_eq!(all.len(), 9);
        assert!(all.is_sorted_by(|a, b| a.id >= b.id), "the newest first");
        assert_eq!(found(None, "approved", "").await.len(), 9);
        assert!(found(None, "invited", "").await.is_empty());
        assert_eq!(found(None, "", " PERSON0.").await.len(), 3);
        assert_eq!(found(None, "", "person0.visas@example.org").await.len(), 1);
        assert!(found(None, "", "%").await.is_empty(), "no pattern");
        let dead = &found(Some(MailState::Dead), "", "person1.borders").await[0];
        assert_eq!(dead.error.as_deref(), Some("550 no such user"));
        assert_eq!((dead.tried, dead.dead.is_some()), (1, true));
        f.clock.travel(Span::days(1));
        assert_eq!(s.administration(&admin).await.unwrap().mails.sent, 0);
    }
}

#[tokio::test]
async fn a_list_has_pages_and_comes_piece_by_piece_for_a_file() {
    for f in Fixture::each().await {
        let admin = administrator(&f).await;
        owe(&f, "borders", 101).await;
        let mut seen = Vec::new();
        for (page, length, has_more) in [(1, 50, true), (2, 50, true), (3, 1, false), (4, 0, false)]
        {
            let filter = MailFilter {
                page,
                ..MailFilter::default()
            };
            let found = f.services.outbox(&admin, &filter).await.unwrap();
            assert_eq!(
                (found.mails.len(), found.has_more),
                (length, has_more),
                "{page}"
            );
            seen.extend(found.mails.iter().map(|mail| mail.id));
        }
        for (filter, whole) in [
            (MailFilter::default(), 101),
            (in_state(MailState::Waiting), 101),
            (in_state(MailState::Dead), 0),
            (of_person("person1"), 12),
        ] {
            let mut pieces: Vec<Vec<OutboxId>> = Vec::new();
            loop {
                let after = pieces.last().and_then(|piece| piece.last()).copied();
                let piece = f.services.outbox_after(&admin, &filter, after, 40);
                let piece = piece.await.unwrap();
                if piece.is_empty() {
                    break;
                }
                pieces.push(piece.iter().map(|mail| mail.id).collect());
            }
            assert!(pieces.iter().all(|piece| piece.len() <= 40));
            let found = pieces.concat();
            assert_eq!(found.len(), whole);
            let kept = seen.iter().filter(|id| found.contains(id));
            assert!(kept.eq(&found), "in the order of the pages");
        }
    }
}

fn of_person(address: &str) -> MailFilter {
    MailFilter {
        address: address.to_owned(),
        page: 2,
        ..MailFilter::default()
    }
}

#[tokio::test]
async fn dead_mails_are_sent_again_one_chosen_or_all() {
    for f in Fixture::each().await {
        let s = &f.services;
        let admin = administrator(&f).await;
        owe(&f, "borders", 5).await;
        owe(&f, "customs", 300).await;
        s.run_due(&Refusing).await.unwrap();
        let dead = s.outbox(&admin, &in_state(MailState::Dead)).await.unwrap();
        assert_eq!(dead.counts.dead, 305);
        let one = dead.mails[0].id;
        let unknown = OutboxId(Uuid::nil());
        let resent = s.resend_mails(&admin, &[one, one, unknown]).await.unwrap();
        let expected = Resent {
            done: 1,
            refused: 2,
        };
        assert_eq!(resent, expected, "once, whatever was posted");
        assert_eq!(f.audited(one.0).await, ["mail.resent"]);
        let mail = s.outbox_mail(&admin, one).await.unwrap();
        assert_eq!((mail.mail.state, mail.mail.tried), (MailState::Retrying, 1));
        assert_eq!(mail.resendable, Resendable::NotDead);
        // It fails again, this time not for good: there are pauses anew, and the count goes on.
        s.run_due(&Refusing).await.unwrap();
        let mail = s.outbox_mail(&admin, one).await.unwrap();
        assert_eq!((mail.mail.state, mail.mail.tried), (MailState::Dead, 2));
        // All that fit.
        let some = MailFilter {
            address: "person1".to_owned(),
            kind: "approved".to_owned(),
            ..MailFilter::default()
        };
        let resent = s.resend_all_mails(&admin, &some).await.unwrap();
        let fit = f
            .count("SELECT count(*) FROM outbox WHERE recipient LIKE 'person1%'")
            .await;
        assert_eq!(i64::try_from(resent.done).unwrap(), fit);
        assert_eq!(
            s.run_due(&KeptMail).await.unwrap().sent,
            u64::try_from(fit).unwrap()
        );
        let rest = s.resend_all_mails(&admin, &MailFilter::default()).await;
        assert_eq!(i64::try_from(rest.unwrap().done).unwrap(), 305 - fit);
        s.run_due(&KeptMail).await.unwrap();
        assert_eq!(
            f.count("SELECT count(*) FROM outbox WHERE sent_at IS NULL")
                .await,
            0
        );
        let audited = "SELECT count(*) FROM audit_log WHERE action = 'mail.resent'";
        assert_eq!(f.count(audited).await, 306);
        assert_eq!(
            s.resend_mails(&admin, &[one]).await.unwrap().refused,
            1,
            "it was sent"
        );
    }
}

#[tokio::test]
async fn a_decision_whose_mail_was_tried_is_not_undone_after_it_is_sent_again() {
    for f in Fixture::each().await {
        let s = &f.services;
        let admin = administrator(&f).await;
        owe(&f, "borders", 1).await;
        s.run_due(&Refusing).await.unwrap();
        let dead = s.outbox(&admin, &in_state(MailState::Dead)).await.unwrap();
        s.resend_mails(&admin, &[dead.mails[0].id]).await.unwrap();
        let waits = f
            .count("SELECT count(*) FROM outbox WHERE attempts = 0")
            .await;
        assert_eq!(waits, 0, "a mail that was tried may have arrived");
    }
}

#[tokio::test]
async fn mails_are_put_aside_with_a_note_and_taken_back() {
    for f in Fixture::each().await {
        let s = &f.services;
        let admin = administrator(&f).await;
        owe(&f, "borders", 2).await;
        s.run_due(&Refusing).await.unwrap();
        let dead = s.outbox(&admin, &in_state(MailState::Dead)).await.unwrap();
        let ids: Vec<_> = dead.mails.iter().map(|mail| mail.id).collect();
        for note in ["", "  ", &"x".repeat(501)] {
            let refused = s.discard_mails(&admin, &ids, note).await;
            let about = |errors: &FieldErrors| errors.get("note").is_some();
            assert!(matches!(refused, Err(Error::Refused(errors)) if about(&errors)));
        }
        let aside = s.discard_mails(&admin, &ids, " Left the service. ").await;
        assert_eq!(aside.unwrap(), 2);
        assert_eq!(s.discard_mails(&admin, &ids, "Again.").await.unwrap(), 0);
        let mail = s.outbox_mail(&admin, ids[0]).await.unwrap();
        assert_eq!(mail.mail.state, MailState::Discarded);
        assert_eq!(mail.mail.note.as_deref(), Some("Left the service."));
        assert_eq!(mail.discarded_by.as_deref(), Some("Role Holder"));
        assert_eq!(s.administration(&admin).await.unwrap().mails.dead, 0);
        let all = s.resend_all_mails(&admin, &MailFilter::default()).await;
        assert_eq!(
            all.unwrap(),
            Resent::default(),
            "what is put aside stays there"
        );
        s.undo_discarding(&admin, ids[0]).await.unwrap();
        let twice = s.undo_discarding(&admin, ids[0]).await;
        assert!(matches!(twice, Err(Error::NotNow(_))));
        assert_eq!(s.administration(&admin).await.unwrap().mails.dead, 1);
        let mut noted = f.audited(ids[0].0).await;
        // All at the same time.
        noted.sort();
        assert_eq!(noted, ["mail.discarded", "mail.read", "mail.taken-back"]);
        // One that is put aside can be sent again all the same.
        assert_eq!(s.resend_mails(&admin, &[ids[1]]).await.unwrap().done, 1);
        assert!(
            s.outbox_mail(&admin, ids[1])
                .await
                .unwrap()
                .mail
                .note
                .is_none()
        );
    }
}

#[tokio::test]
async fn a_secret_is_shown_to_nobody_and_sent_again_only_while_it_is_good() {
    for f in Fixture::each().await {
        let s = &f.services;
        let admin = administrator(&f).await;
        f.add_person("Aziza", "aziza@example.org").await;
        sign_in_link(&f, "aziza@example.org").await;
        s.run_due(&Refusing).await.unwrap();
        let dead = s.outbox(&admin, &in_state(MailState::Dead)).await.unwrap();
        let id = dead.mails[0].id;
        let mail = s.outbox_mail(&admin, id).await.unwrap();
        assert_eq!(mail.text, None);
        assert_eq!(mail.secret_until, Some(s.now() + s.settings().link_life));
        assert_eq!(mail.resendable, Resendable::Yes);
        assert_eq!(s.resend_mails(&admin, &[id]).await.unwrap().done, 1);
        s.run_due(&Refusing).await.unwrap();
        f.clock.travel(s.settings().link_life);
        let mail = s.outbox_mail(&admin, id).await.unwrap();
        assert_eq!(mail.resendable, Resendable::Expired);
        assert_eq!(s.resend_mails(&admin, &[id]).await.unwrap().refused, 1);
        let all = s
            .resend_all_mails(&admin, &MailFilter::default())
            .await
            .unwrap();
        assert_eq!((all.done, all.refused), (0, 1));
        // The text goes with the next purge.
        let kept = "SELECT count(*) FROM outbox WHERE body <> ''";
        assert_eq!(f.count(kept).await, 1);
        s.run_job_now(&admin, Job::Purge).await.unwrap();
        s.run_due(&KeptMail).await.unwrap();
        assert_eq!(f.count(kept).await, 0);
        let mail = s.outbox_mail(&admin, id).await.unwrap();
        assert_eq!(mail.resendable, Resendable::Expired);
        // A mail without a secret is shown.
        owe(&f, "borders", 1).await;
        let mails = s
            .outbox(&admin, &in_state(MailState::Waiting))
            .await
            .unwrap();
        let mail = s.outbox_mail(&admin, mails.mails[0].id).await.unwrap();
        assert!(mail.text.unwrap().contains("Border management"));
    }
}

#[tokio::test]
async fn it_is_noted_who_reads_a_mail_or_takes_a_list_of_people_along() {
    for f in Fixture::each().await {
        let s = &f.services;
        let admin = administrator(&f).await;
        owe(&f, "borders", 1).await;
        sign_in_link(&f, "person0.borders@example.org").await;
        let mails = s.outbox(&admin, &MailFilter::default()).await.unwrap();
        for mail in &mails.mails {
            let shown = s.outbox_mail(&admin, mail.id).await.unwrap().text;
            let noted = f.audited(mail.id.0).await;
            assert_eq!(noted.contains(&"mail.read".to_owned()), shown.is_some());
        }
        assert_eq!(mails.mails.len(), 2);
        let read = "SELECT count(*) FROM audit_log WHERE action = 'mail.read'";
        assert_eq!(f.count(read).await, 1);
        s.note_export(&admin, Some("borders"), "registrations-borders")
            .await
            .unwrap();
        s.note_export(&admin, None, "mail").await.unwrap();
        let unknown = s.note_export(&admin, Some("nothing"), "roster").await;
        assert!(matches!(unknown, Err(Error::NotFound)));
        let noted = "SELECT count(*) FROM audit_log l JOIN events e ON e.id = l.subject
            WHERE l.action = 'list.exported'";
        assert_eq!(f.count(noted).await, 1);
        assert_eq!(f.audited(admin.account.0).await, ["list.exported"]);
    }
}

#[tokio::test]
async fn the_text_of_a_mail_of_an_unknown_kind_is_taken_for_a_secret() {
    for f in Fixture::each().await {
        let s = &f.services;
        let admin = administrator(&f).await;
        owe(&f, "borders", 1).await;
        f.change("UPDATE outbox SET kind = 'of-a-later-version'")
            .await;
        let all = MailFilter::default();
        let id = s.outbox(&admin, &all).await.unwrap().mails[0].id;
        assert_eq!(s.outbox_mail(&admin, id).await.unwrap().text, None);
        s.run_due(&KeptMail).await.unwrap();
        let sent = f.mails_to("person0.borders@example.org").await;
        assert_eq!(
            (sent[0].sent_at.is_some(), sent[0].body.as_str()),
            (true, "")
        );
    }
}

#[tokio::test]
async fn a_job_is_run_at_once_where_nobody_works_on_it() {
    for f in Fixture::each().await {
        let s = &f.services;
        let admin = administrator(&f).await;
        // Even one that was never looked for.
        s.run_job_now(&admin, Job::Purge).await.unwrap();
        s.run_due(&KeptMail).await.unwrap();
        let purge = async || {
            let jobs = s.jobs(&admin).await.unwrap();
            jobs.into_iter().find(|job| job.job == Job::Purge).unwrap()
        };
        assert_eq!(purge().await.runs, 1);
        f.clock.travel(Span::seconds(1));
        s.run_due(&KeptMail).await.unwrap();
        assert_eq!(purge().await.runs, 1);
        s.run_job_now(&admin, Job::Purge).await.unwrap();
        s.run_due(&KeptMail).await.unwrap();
        assert_eq!(purge().await.runs, 2);
        let audited = "SELECT count(*) FROM audit_log WHERE action = 'job.hastened'";
        assert_eq!(f.count(audited).await, 2);
        f.add_event(&f.open_event("borders")).await;
        f.change(
            "UPDATE jobs SET lease = (SELECT id FROM events), leased_by = 'other',
                leased_until = due_at WHERE name = 'purge'",
        )
        .await;
        let busy = s.run_job_now(&admin, Job::Purge).await;
        assert!(matches!(busy, Err(Error::NotNow("admin-job-is-running"))));
        assert!(!purge().await.is_overdue, "somebody works on it");
        // Long after the lease has ended nobody has taken it: no server is there.
        f.clock.travel(Span::hours(2));
        assert!(purge().await.is_overdue && purge().await.is_in_trouble());
    }
}
