//! Roles given by whoever runs the program: to whom, where, once, and taken away again.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use maktab_domain::{CountryCode, EmailAddress, Grant, Role, Scope};
use maktab_services::granting::{Granting, GrantingError};
use maktab_services::testing::Fixture;

fn coordinator(email: &str) -> Granting {
    Granting {
        email: EmailAddress::parse(email).unwrap(),
        role: Role::Coordinator,
        organisation: Some("eco".to_owned()),
        country: None,
        name: None,
        language: "en".to_owned(),
    }
}

#[tokio::test]
async fn a_known_person_coordinates_from_then_on_until_it_is_taken_away() {
    for fixture in Fixture::each().await {
        let (_, account) = fixture
            .add_person("Aziza Karimova", "aziza@example.org")
            .await;
        let services = &fixture.services;
        let what = coordinator("aziza@example.org");
        assert!(services.grant(&what).await.unwrap());
        assert!(!services.grant(&what).await.unwrap(), "given once");
        let expected = Grant {
            role: Role::Coordinator,
            scope: Scope::Organisation(fixture.eco),
        };
        assert_eq!(fixture.actor(account).await.grants, [expected]);
        let recorded = "SELECT count(*) FROM audit_log WHERE action = 'role.granted'";
        assert_eq!(fixture.count(recorded).await, 1);
        services.withdraw_grant(&what).await.unwrap();
        assert!(fixture.actor(account).await.grants.is_empty());
        let again = services.withdraw_grant(&what).await;
        assert!(matches!(again, Err(GrantingError::NotGiven)), "{again:?}");
    }
}

#[tokio::test]
async fn a_new_person_is_described_or_refused() {
    let fixture = Fixture::new().await;
    let services = &fixture.services;
    let unknown = coordinator("new@example.org");
    let refused = services.grant(&unknown).await;
    assert!(
        matches!(refused, Err(GrantingError::Unknown)),
        "{refused:?}"
    );
    let people = "SELECT count(*) FROM people";
    let before = fixture.count(people).await;
    let described = Granting {
        name: Some("Farid Rahmonov".to_owned()),
        country: Some(CountryCode::parse("TJ").unwrap()),
        ..unknown
    };
    for wrong in [
        Granting {
            organisation: Some("un".to_owned()),
            ..described.clone()
        },
        Granting {
            country: Some(CountryCode::parse("FR").unwrap()),
            ..described.clone()
        },
        Granting {
            language: "de".to_owned(),
            ..described.clone()
        },
        Granting {
            role: Role::Trainee,
            ..described.clone()
        },
        Granting {
            role: Role::FocalPoint,
            country: None,
            ..described.clone()
        },
    ] {
        assert!(services.grant(&wrong).await.is_err(), "{wrong:?}");
    }
    assert_eq!(fixture.count(people).await, before, "nothing was stored");
    assert!(services.grant(&described).await.unwrap());
    let focal_point = Granting {
        role: Role::FocalPoint,
        ..described
    };
    assert!(services.grant(&focal_point).await.unwrap());
    assert_eq!(fixture.count(people).await, before + 1);
    let scoped = "SELECT count(*) FROM role_grants WHERE role = 'focal-point' AND country = 'TJ'";
    assert_eq!(fixture.count(scoped).await, 1);
}
