//! People, accounts, links and counted attempts.

use crate::world::{NOW, details, each, id, person};
use maktab_domain::{AccountId, PersonId, Role, RoleGrantId, SignInId, Span};
use maktab_store::links::Purpose;
use maktab_store::{accounts, attempts, audit, links, people};

#[tokio::test]
async fn a_person_is_added_once_per_address_and_changed() {
    for test in each().await {
        let mut tx = test.database.write().await.unwrap();
        let one = person(&mut tx, 10, "a@example.org").await;
        let again = PersonId(id(11));
        let other = details("B");
        let added = people::insert(&mut tx, again, "a@example.org", None, &other, NOW);
        assert!(!added.await.unwrap());
        people::update(&mut tx, one, &details("Aziza Karim"), NOW)
            .await
            .unwrap();
        people::verify_email(&mut tx, one, NOW).await.unwrap();
        let later = NOW + Span(1);
        people::verify_email(&mut tx, one, later).await.unwrap();
        let found = people::by_email(&mut tx, "a@example.org").await.unwrap();
        let found = found.unwrap();
        assert_eq!((found.id, found.details), (one, details("Aziza Karim")));
        assert_eq!(found.email_verified_at, Some(NOW));
        assert!(people::by_id(&mut tx, again).await.unwrap().is_none());
        assert!(people::certificates(&mut tx, one).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn an_account_signs_in_and_out() {
    for test in each().await {
        let mut tx = test.database.write().await.unwrap();
        let person = person(&mut tx, 10, "a@example.org").await;
        let account = AccountId(id(20));
        let ensured = accounts::ensure(&mut tx, account, person, NOW).await;
        assert_eq!(ensured.unwrap(), account);
        let again = accounts::ensure(&mut tx, AccountId(id(21)), person, NOW).await;
        assert_eq!(again.unwrap(), account);
        accounts::set_password(&mut tx, account, "$hash")
            .await
            .unwrap();
        let found = accounts::by_email(&mut tx, "a@example.org").await.unwrap();
        assert_eq!(found.unwrap().password_hash.as_deref(), Some("$hash"));
        assert!(!accounts::is_staff(&mut tx, account).await.unwrap());
        let grant = accounts::GrantRow {
            role: Role::FocalPoint,
            organisation_id: None,
            country: Some("UZ".to_owned()),
        };
        accounts::grant(&mut tx, RoleGrantId(id(30)), account, &grant, NOW)
            .await
            .unwrap();
        assert!(accounts::is_staff(&mut tx, account).await.unwrap());
        let until = NOW + Span(100);
        for (n, token) in [(40, [1_u8; 32]), (41, [2; 32]), (42, [3; 32])] {
            let id = SignInId(id(n));
            accounts::sign_in(&mut tx, id, &token, account, NOW, until, "test")
                .await
                .unwrap();
        }
        let at = NOW + Span(50);
        accounts::seen(&mut tx, &[2; 32], at, at + Span(100))
            .await
            .unwrap();
        let own = accounts::sign_ins(&mut tx, account, NOW).await.unwrap();
        assert_eq!(own.len(), 3);
        assert_eq!(
            (own[0].token_hash.as_slice(), own[0].seen_at),
            (&[2_u8; 32][..], at)
        );
        let found = accounts::signed_in(&mut tx, &[2; 32], until).await.unwrap();
        assert_eq!(found.unwrap().account_id, account);
        let expired = accounts::signed_in(&mut tx, &[1; 32], until).await.unwrap();
        assert!(expired.is_none());
        assert_eq!(accounts::sign_out(&mut tx, &[1; 32]).await.unwrap(), 1);
        let others = accounts::sign_out_others(&mut tx, account, &[2; 32]).await;
        assert_eq!(others.unwrap(), 1);
        assert_eq!(
            accounts::carry_sign_ins(&mut tx, Span(1000)).await.unwrap(),
            1
        );
        assert_eq!(
            accounts::purge_sign_ins(&mut tx, at + Span(1000), 100)
                .await
                .unwrap(),
            0
        );
        let again = SignInId(id(43));
        accounts::sign_in(&mut tx, again, &[4; 32], account, NOW, until, "test")
            .await
            .unwrap();
        assert_eq!(
            accounts::purge_sign_ins(&mut tx, until, 100).await.unwrap(),
            1
        );
        for (former, changed) in [([2; 32], true), ([2; 32], false), ([4; 32], false)] {
            let done = accounts::change_secret(&mut tx, &former, &[5; 32]).await;
            assert_eq!(done.unwrap(), changed);
        }
        let found = accounts::signed_in(&mut tx, &[2; 32], at).await.unwrap();
        assert!(found.is_none());
        let found = accounts::signed_in(&mut tx, &[5; 32], at).await.unwrap();
        assert_eq!(found.unwrap().account_id, account);
        accounts::disable(&mut tx, account, NOW).await.unwrap();
        let found = accounts::signed_in(&mut tx, &[5; 32], at).await.unwrap();
        assert!(found.is_none());
        let left = accounts::sign_ins(&mut tx, account, NOW).await.unwrap();
        assert!(left.is_empty(), "{left:?}");
        let disabled = accounts::by_id(&mut tx, account).await.unwrap().unwrap();
        assert_eq!(disabled.disabled_at, Some(NOW));
    }
}

#[tokio::test]
async fn a_link_is_used_once_in_its_time_for_its_purpose() {
    for test in each().await {
        let mut tx = test.database.write().await.unwrap();
        let (subject, until) = (id(50), NOW + Span(10));
        for hash in [[1_u8; 32], [2; 32], [3; 32]] {
            links::insert(&mut tx, &hash, Purpose::SignIn, subject, NOW, until)
                .await
                .unwrap();
        }
        let confirm = Purpose::ConfirmRegistration;
        let other = links::use_up(&mut tx, &[1; 32], confirm, NOW).await;
        assert_eq!(other.unwrap(), None);
        let late = links::use_up(&mut tx, &[1; 32], Purpose::SignIn, until).await;
        assert_eq!(late.unwrap(), None);
        let good = links::use_up(&mut tx, &[1; 32], Purpose::SignIn, NOW).await;
        assert_eq!(good.unwrap(), Some(subject));
        let again = links::use_up(&mut tx, &[1; 32], Purpose::SignIn, NOW).await;
        assert_eq!(again.unwrap(), None);
        let all = links::use_up_all(&mut tx, subject, Purpose::SignIn, NOW).await;
        assert_eq!(all.unwrap(), 2);
        let found = links::find(&mut tx, &[2; 32], Purpose::SignIn)
            .await
            .unwrap();
        assert_eq!(found.unwrap().used_at, Some(NOW));
        assert!(
            links::find(&mut tx, &[2; 32], confirm)
                .await
                .unwrap()
                .is_none()
        );
        assert_eq!(links::purge(&mut tx, until, 100).await.unwrap(), 0);
        assert_eq!(
            links::purge(&mut tx, until + Span(1), 100).await.unwrap(),
            3
        );
    }
}

#[tokio::test]
async fn attempts_are_counted_within_a_window() {
    for test in each().await {
        let mut tx = test.database.write().await.unwrap();
        let (bucket, until) = ([7_u8; 32], NOW + Span(100));
        for n in 1..=3 {
            let found = attempts::count(&mut tx, &bucket, NOW, until).await.unwrap();
            assert_eq!((found.attempts, found.resets_at), (n, until));
        }
        attempts::take_back(&mut tx, &bucket).await.unwrap();
        let next = attempts::count(&mut tx, &bucket, until, until + Span(100)).await;
        assert_eq!(next.unwrap().attempts, 1, "a new window");
        attempts::forget(&mut tx, &bucket).await.unwrap();
        let next = attempts::count(&mut tx, &bucket, NOW, until).await.unwrap();
        assert_eq!(next.attempts, 1);
        assert_eq!(attempts::purge(&mut tx, NOW, 100).await.unwrap(), 0);
        assert_eq!(attempts::purge(&mut tx, until, 100).await.unwrap(), 1);
        attempts::count(&mut tx, &bucket, NOW, until).await.unwrap();
        assert_eq!(attempts::forget_all(&mut tx).await.unwrap(), 1);
    }
}

#[tokio::test]
async fn the_audit_log_is_only_added_to() {
    for test in each().await {
        let mut tx = test.database.write().await.unwrap();
        let detail = serde_json::json!({ "n": 1 });
        for (n, action) in [(60, "first"), (61, "second")] {
            let entry = audit::Entry {
                id: id(n),
                at: NOW,
                account: None,
                action,
                subject: Some(id(70)),
                detail: &detail,
            };
            audit::record(&mut tx, &entry).await.unwrap();
        }
        let actions = audit::actions_on(&mut tx, id(70)).await.unwrap();
        assert_eq!(actions, ["first", "second"]);
        tx.commit().await.unwrap();
        for sql in ["UPDATE audit_log SET action = 'x'", "DELETE FROM audit_log"] {
            let mut tx = test.database.write().await.unwrap();
            assert!(
                maktab_store::testing::change(&mut tx, sql).await.is_err(),
                "{sql}"
            );
        }
    }
}
