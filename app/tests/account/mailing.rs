//! How mail leaves: once, after growing pauses, and without leaving its secrets behind.

use crate::site::{Site, filled};
use maktab_domain::Span;
use maktab_services::background::{Done, MailFailure, MailTransport, OutgoingMail, Sending};
use maktab_services::testing::Fixture;
use std::sync::Mutex;

const A: &str = "a@example.org";

/// A mail server that answers as it is told, and keeps what it took.
#[derive(Default)]
struct Post {
    refuses: Mutex<Option<MailFailure>>,
    took: Mutex<Vec<OutgoingMail>>,
}

impl Post {
    fn refusing(for_good: bool) -> Self {
        let failure = MailFailure {
            text: "450 not now".to_owned(),
            for_good,
        };
        Self {
            refuses: Mutex::new(Some(failure)),
            took: Mutex::default(),
        }
    }

    fn took(&self) -> usize {
        self.took.lock().unwrap().len()
    }
}

impl MailTransport for Post {
    fn send<'a>(&'a self, mail: &'a OutgoingMail) -> Sending<'a> {
        let answer = match self.refuses.lock().unwrap().clone() {
            Some(failure) => Err(failure),
            None => {
                self.took.lock().unwrap().push(mail.clone());
                Ok(())
            }
        };
        Box::pin(std::future::ready(answer))
    }
}

async fn run(site: &Site, post: &Post) -> Done {
    site.fixture.services.run_due(post).await.unwrap()
}

#[tokio::test]
async fn a_mail_is_handed_on_once_and_its_secret_is_forgotten() {
    for fixture in Fixture::each().await {
        let site = Site::on(fixture);
        site.event(|_| ()).await;
        site.browser().register(&filled(A)).await;
        let post = Post::default();
        assert_eq!(run(&site, &post).await.sent, 1);
        assert_eq!(run(&site, &post).await.sent, 0);
        let mail = post.took.lock().unwrap().remove(0);
        assert_eq!((mail.to.as_str(), mail.language.as_str()), (A, "en"));
        assert_eq!(mail.from, "Maktab <no-reply@127.0.0.1>");
        assert!(mail.body.contains("/en/confirm/"));
        let kept = site.fixture.mails_to(A).await.remove(0);
        assert_eq!(kept.id, mail.id);
        assert_eq!(kept.body, "");
        // The link itself still works.
        let path = mail
            .body
            .split_whitespace()
            .find(|w| w.contains("/confirm/"));
        let path = path.unwrap().strip_prefix("http://127.0.0.1:3000").unwrap();
        site.later(Span(1));
        assert_eq!(site.browser().post(path, &[]).await.status, 303);
        // A mail without a secret stays as it is.
        assert_eq!(run(&site, &post).await.sent, 1);
        let kept = site.fixture.mails_to(A).await.remove(0);
        assert!(kept.kind == "registered" && !kept.body.is_empty());
    }
}

#[tokio::test]
async fn a_mail_that_fails_is_tried_again_after_growing_pauses_and_given_up_at_last() {
    let site = Site::with_event().await;
    site.browser().register(&filled(A)).await;
    // So that no reminder of the hold is added meanwhile.
    let later = "UPDATE registrations SET hold_until = hold_until + 864000000";
    site.fixture.change(later).await;
    let post = Post::refusing(false);
    let mut pauses = Vec::new();
    for _ in 0..7 {
        assert_eq!(run(&site, &post).await.failed, 1);
        let due = site.fixture.count("SELECT due_at FROM outbox").await;
        let pause = due - site.fixture.services.now().millis();
        pauses.push(pause);
        // Nothing happens before the pause is over.
        site.later(Span(pause - 1));
        assert_eq!(run(&site, &post).await.failed, 0);
        site.later(Span(1));
    }
    assert_eq!(pauses[0], Span::minutes(1).0);
    assert!(
        pauses.windows(2).all(|pair| pair[0] < pair[1]),
        "{pauses:?}"
    );
    let done = run(&site, &post).await;
    assert_eq!((done.failed, done.dead), (0, 1));
    let kept = site.fixture.mails_to(A).await.remove(0);
    assert!(kept.dead_at.is_some() && kept.sent_at.is_none());
    assert_eq!(kept.last_error.as_deref(), Some("450 not now"));
    assert_eq!(
        kept.body, "",
        "a dead mail keeps no secret that has expired"
    );
    assert_eq!(run(&site, &Post::default()).await.sent, 0);
}

#[tokio::test]
async fn what_cannot_be_delivered_for_good_is_given_up_at_once() {
    let site = Site::with_event().await;
    site.browser().register(&filled(A)).await;
    let done = run(&site, &Post::refusing(true)).await;
    assert_eq!((done.failed, done.dead), (0, 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_processes_send_no_mail_twice() {
    for fixture in Fixture::each().await {
        let site = Site::on(fixture);
        site.event(|plan| plan.capacity = 60).await;
        for n in 0..60 {
            let form = filled(&format!("person{n}@example.org"));
            assert_eq!(site.browser().register(&form).await.status, 303);
        }
        let post = Post::default();
        let (one, other) = tokio::join!(run(&site, &post), run(&site, &post));
        assert_eq!(one.sent + other.sent, 60);
        assert_eq!(post.took(), 60);
        let mut ids: Vec<_> = post.took.lock().unwrap().iter().map(|m| m.id).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), 60);
    }
}

#[tokio::test]
async fn a_mail_on_lease_comes_back_when_the_process_that_had_it_died() {
    let site = Site::with_event().await;
    site.browser().register(&filled(A)).await;
    let leased = "UPDATE outbox SET attempts = 1, leased_until = created_at + 600000";
    site.fixture.change(leased).await;
    assert_eq!(run(&site, &Post::default()).await.sent, 0);
    site.later(Span::minutes(10));
    assert_eq!(run(&site, &Post::default()).await.sent, 1);
}

#[tokio::test]
async fn what_has_expired_is_forgotten_in_time() {
    let site = Site::with_event().await;
    site.browser().register(&filled(A)).await;
    site.later(Span::days(2));
    run(&site, &Post::default()).await;
    // The link is known for a month, so that its page can say what to do.
    assert_eq!(
        site.fixture
            .count("SELECT count(*) FROM one_time_links")
            .await,
        1
    );
    assert_eq!(site.fixture.count("SELECT count(*) FROM attempts").await, 0);
    site.later(Span::days(30));
    run(&site, &Post::default()).await;
    assert_eq!(
        site.fixture
            .count("SELECT count(*) FROM one_time_links")
            .await,
        0
    );
}
