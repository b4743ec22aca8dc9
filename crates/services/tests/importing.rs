//! Importing participants: from the file to the registrations, all or nothing.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use maktab_domain::{EventId, ImportId, Invalid, RegistrationState, Role, Span};
use maktab_locale::Locale;
use maktab_services::importing::{
    ChoicesForm, ImportConfirmed, ImportPreview, ImportState, Outcome, TakenBack, Uploaded,
};
use maktab_services::managing::Verdict;
use maktab_services::seating::{NewQuota, QuotaFor};
use maktab_services::testing::{BEGINNING, Fixture};
use maktab_services::{Actor, Error};
use maktab_store::imports;
use maktab_store::testing::count;
use maktab_tables::{Kind, Refusal};
use std::fmt::Write as _;

const HEADING: &str = "Name;E-mail;Country;Institution;Job title;Registered on\n";

/// A list of so many people of these countries in turn, numbered from row 2.
fn list(people: usize, countries: &[&str]) -> String {
    let mut text = HEADING.to_owned();
    for n in 0..people {
        let country = countries[n % countries.len()];
        let row = n + 2;
        writeln!(
            text,
            "Person No{row};p{row}@example.org;{country};Border Service;Inspector;18.12.2026"
        )
        .unwrap();
    }
    text
}

/// An event, and a coordinator of it.
struct Stage {
    f: Fixture,
    event: EventId,
    eco: Actor,
}

async fn stages(capacity: i64, mode: &str) -> Vec<Stage> {
    let mut stages = Vec::new();
    for f in Fixture::each().await {
        let mut plan = f.open_event("borders");
        plan.capacity = capacity;
        plan.registration_mode = mode.to_owned();
        plan.organisers = vec![f.eco];
        let (event, _) = f.add_event(&plan).await;
        let eco = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        stages.push(Stage { f, event, eco });
    }
    stages
}

impl Stage {
    async fn upload(&self, content: &[u8]) -> Uploaded {
        let services = &self.f.services;
        let mut file = services.begin_import(&self.eco, "borders").await.unwrap();
        for chunk in content.chunks(1000) {
            if let Err(refusal) = file.push(chunk) {
                return Uploaded::Refused(refusal);
            }
        }
        let name = "C:\\lists\\people.csv";
        let done = services.upload_import(&self.eco, "borders", name, file);
        done.await.unwrap()
    }

    async fn kept(&self, text: &str) -> ImportId {
        match self.upload(text.as_bytes()).await {
            Uploaded::Kept(id) => id,
            Uploaded::Refused(refusal) => unreachable!("{refusal}"),
        }
    }

    /// The choices as the page of the columns proposes them, with this outcome.
    async fn proposed(&self, id: ImportId, outcome: Outcome, tell: bool) -> ChoicesForm {
        let columns = self
            .f
            .services
            .import_columns(&self.eco, "borders", id, Locale::En);
        ChoicesForm {
            outcome: outcome.code().to_owned(),
            tell,
            ..columns.await.unwrap().form
        }
    }

    async fn choose(&self, id: ImportId, form: &ChoicesForm) -> Result<(), Error> {
        let services = &self.f.services;
        services.choose_import(&self.eco, "borders", id, form).await
    }

    /// Uploads a list and chooses what becomes of it.
    async fn read(&self, text: &str, outcome: Outcome, tell: bool) -> ImportId {
        let id = self.kept(text).await;
        let form = self.proposed(id, outcome, tell).await;
        self.choose(id, &form).await.unwrap();
        id
    }

    async fn preview(&self, id: ImportId) -> ImportPreview {
        let services = &self.f.services;
        let preview = services.import_preview(&self.eco, "borders", id, 1);
        preview.await.unwrap()
    }

    async fn confirm(&self, id: ImportId) -> Result<ImportConfirmed, Error> {
        let revision = self.preview(id).await.import.revision;
        let services = &self.f.services;
        services
            .confirm_import(&self.eco, "borders", id, revision)
            .await
    }

    async fn registrations(&self) -> i64 {
        self.f.count("SELECT count(*) FROM registrations").await
    }

    async fn taken(&self) -> i64 {
        self.f.count("SELECT taken FROM events").await
    }

    async fn mails(&self) -> i64 {
        self.f.count("SELECT count(*) FROM outbox").await
    }
}

#[tokio::test]
async fn everybody_on_the_list_is_offered_a_seat_and_can_accept_it() {
    for stage in stages(20, "approval").await {
        let Stage { f, event, eco } = &stage;
        let id = stage
            .read(
                &list(3, &["UZ", "Таджикистан", "ایران"]),
                Outcome::Offer,
                false,
            )
            .await;
        let preview = stage.preview(id).await;
        assert_eq!(
            (preview.to_add, preview.registered, preview.known),
            (3, 0, 0)
        );
        assert!(
            preview.can_confirm && preview.import.tell,
            "an offer is always told"
        );
        let countries: Vec<_> = preview
            .rows
            .iter()
            .map(|row| row.country.as_str())
            .collect();
        assert_eq!(countries, ["UZ", "TJ", "IR"]);
        assert_eq!(
            (preview.rows[2].number, stage.registrations().await),
            (4, 0)
        );
        assert_eq!(stage.confirm(id).await.unwrap(), ImportConfirmed::Added(3));

        let standing = "SELECT count(*) FROM registrations WHERE state = 'offered'
            AND consent_version = '' AND registered_at < 1799568000000";
        assert_eq!((f.count(standing).await, stage.taken().await), (3, 3));
        let mails = f.mails_to("p2@example.org").await;
        assert_eq!(mails.len(), 1);
        let waiting = "SELECT count(*) FROM outbox WHERE due_at > 1799568000000";
        assert_eq!(
            f.count(waiting).await,
            3,
            "the letters wait until it is too late to undo"
        );
        assert!(
            mails[0]
                .body
                .contains("The organisers have put you on their list")
        );
        let secret = f.secret_mailed("p2@example.org", "/offer/").await;
        let answered = f.services.offer_page(&secret).await.unwrap();
        assert!(matches!(
            answered,
            maktab_services::seating::OfferPage::Open(_)
        ));

        let audited = f.audited(event.0).await;
        assert_eq!(audited, ["event.imported"]);
        let each = "SELECT count(*) FROM audit_log a JOIN registrations r ON r.id = a.subject
            WHERE a.action = 'registration.imported'";
        assert_eq!(f.count(each).await, 3);

        // Doing it again does nothing again.
        let again = f.services.confirm_import(eco, "borders", id, 1).await;
        assert_eq!(again.unwrap(), ImportConfirmed::Before);
        assert_eq!((stage.registrations().await, stage.mails().await), (3, 3));
        let file = "SELECT count(*) FROM imports WHERE content IS NOT NULL";
        assert_eq!(f.count(file).await, 0, "the file is no longer kept");
    }
}

#[tokio::test]
async fn a_wrong_day_in_row_713_stores_nothing_and_is_named() {
    for stage in stages(2000, "approval").await {
        let text = list(800, &["UZ"]);
        let wrong: Vec<String> = text
            .lines()
            .enumerate()
            .map(|(at, line)| match at + 1 {
                713 => line.replace("18.12.2026", "31.02.2027"),
                _ => line.to_owned(),
            })
            .collect();
        let id = stage
            .read(&wrong.join("\r\n"), Outcome::Confirm, false)
            .await;
        let preview = stage.preview(id).await;
        assert_eq!((preview.import.problems, preview.import.rows), (1, 800));
        let [problem] = &preview.problems[..] else {
            unreachable!("{:?}", preview.problems)
        };
        assert_eq!((problem.row, problem.column.as_str()), (713, "F"));
        assert_eq!(problem.heading, "Registered on");
        assert_eq!(
            (problem.value.as_str(), problem.why.as_str()),
            ("31.02.2027", "date")
        );
        assert_eq!(problem.field, "registered_at");
        assert!(!preview.can_confirm);
        let done = stage.confirm(id).await.unwrap();
        assert_eq!(done, ImportConfirmed::Changed);
        assert_eq!((stage.registrations().await, stage.taken().await), (0, 0));
    }
}

#[tokio::test]
async fn every_problem_is_named_by_row_and_column() {
    for stage in stages(20, "approval").await {
        let text = format!(
            "{HEADING}Аброр Каримов;a@example.org;UZ;Border Service;Inspector;\n\
             Ana;nobody;Atlantis;;Inspector;2026-12-18\n\
             Oya;b@example.org;TR;Ministry;Clerk;\n\
             Oya Two;B@Example.org;TR;Ministry;Clerk;tomorrow\n"
        );
        let id = stage.read(&text, Outcome::List, false).await;
        let found = stage.preview(id).await.problems;
        let found: Vec<_> = found
            .iter()
            .map(|p| (p.row, p.column.as_str(), p.why.as_str(), p.same_as))
            .collect();
        let expected = [
            (2, "A", "not-latin", None),
            (3, "B", "email", None),
            (3, "C", "choice", None),
            (3, "D", "required", None),
            (5, "B", "taken", Some(4)),
            (5, "F", "date", None),
        ];
        assert_eq!(found, expected);
    }
}

#[tokio::test]
async fn what_cannot_be_read_is_refused_and_not_kept() {
    let stage = &stages(20, "approval").await[0];
    let refused = async |content: &[u8]| match stage.upload(content).await {
        Uploaded::Refused(refusal) => refusal,
        Uploaded::Kept(_) => unreachable!("it was kept"),
    };
    let ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    let named = |name: &str| {
        let wide = name.encode_utf16().flat_map(u16::to_le_bytes);
        [ole.clone(), vec![0; 600], wide.collect()].concat()
    };
    for (content, kind) in [
        (b"%PDF-1.7\n".to_vec(), Kind::Pdf),
        (b"\x89PNG\r\n\x1a\n".to_vec(), Kind::Picture),
        (b"<!DOCTYPE html><table>".to_vec(), Kind::WebPage),
        (named("Workbook"), Kind::OldExcel),
        (named("EncryptedPackage"), Kind::Encrypted),
    ] {
        assert_eq!(refused(&content).await, Refusal::WrongKind(kind));
    }
    assert_eq!(refused(b"").await, Refusal::Empty);
    assert_eq!(
        refused(HEADING.as_bytes()).await,
        Refusal::NoRows { heading: 1 }
    );
    let limit = 5 * 1024 * 1024;
    let large = vec![b'a'; limit + 1];
    assert_eq!(refused(&large).await, Refusal::Bytes { limit });
    assert_eq!(stage.f.count("SELECT count(*) FROM imports").await, 0);
}

#[tokio::test]
async fn the_columns_are_chosen_and_what_was_chosen_is_remembered() {
    for stage in stages(20, "approval").await {
        let text = "Who;Contact;From;Institution;Institution;x;Job title\n\
            Ana Bek;ana@example.org;Uzbekistan;Ministry;Other;;Clerk\n";
        let id = stage.kept(text).await;
        let services = &stage.f.services;
        let columns = async || {
            let columns = services.import_columns(&stage.eco, "borders", id, Locale::Tr);
            columns.await.unwrap()
        };
        let shown = columns().await;
        assert_eq!(shown.repeated, ["Institution"]);
        assert_eq!(shown.several, [("institution".to_owned(), vec![3, 4])]);
        assert_eq!(
            (shown.rows, shown.examples.len(), shown.columns.len()),
            (1, 1, 7)
        );
        assert_eq!(shown.form.language, "tr");
        let mut form = shown.form;
        form.outcome = "list".to_owned();
        let chosen = |form: &mut ChoicesForm, key: &str, column: &str| {
            let own = form.columns.iter_mut().find(|(own, _)| *own == key);
            column.clone_into(&mut own.unwrap().1);
        };
        let wrong = |error: Result<(), Error>| match error {
            Err(Error::Refused(errors)) => {
                let wrong = errors.iter().map(|(name, why)| (name.to_owned(), why));
                wrong.collect::<Vec<_>>()
            }
            other => unreachable!("{other:?}"),
        };
        let missing = |key: &str| (format!("column-{key}"), Invalid::Required);
        assert_eq!(
            wrong(stage.choose(id, &form).await),
            [missing("name"), missing("email"), missing("country")]
        );
        chosen(&mut form, "name", "0");
        chosen(&mut form, "email", "0");
        chosen(&mut form, "country", "99");
        let found = wrong(stage.choose(id, &form).await);
        assert!(
            found.contains(&("column-email".to_owned(), Invalid::Taken)),
            "{found:?}"
        );
        assert!(found.contains(&("column-country".to_owned(), Invalid::Choice)));
        chosen(&mut form, "email", "1");
        chosen(&mut form, "country", "2");
        chosen(&mut form, "institution", "4");
        form.role = "observer".to_owned();
        form.organisation = stage.f.iom.to_string();
        form.tell = false;
        stage.choose(id, &form).await.unwrap();
        assert_eq!(columns().await.form, form, "going back loses nothing");
        let preview = stage.preview(id).await;
        assert_eq!(preview.rows[0].institution, "Other");
        assert_eq!(preview.rows[0].organisation, Some(stage.f.iom));
        assert_eq!(preview.rows[0].role.code(), "observer");
        let unknown = ChoicesForm {
            outcome: "declined".to_owned(),
            ..form
        };
        let outcome = ("outcome".to_owned(), Invalid::Choice);
        assert_eq!(wrong(stage.choose(id, &unknown).await), [outcome]);
    }
}

#[tokio::test]
async fn a_file_can_be_read_in_another_encoding() {
    for stage in stages(20, "approval").await {
        let services = &stage.f.services;
        // «Имя» in Windows-1251, which no UTF-8 is.
        let heading = [
            &b"\xc8\xec\xff"[..],
            b";E-mail;Country;Institution;Job title\n",
        ]
        .concat();
        let file = [&heading[..], b"Ana;ana@example.org;UZ;Ministry;Clerk\n"].concat();
        let Uploaded::Kept(id) = stage.upload(&file).await else {
            unreachable!("it can be read")
        };
        let form = stage.proposed(id, Outcome::List, false).await;
        assert_eq!(form.columns[0], ("name", "0".to_owned()));
        stage.choose(id, &form).await.unwrap();
        let reread = async |encoding: &str, sheet: &str| {
            let done = services.reread_import(&stage.eco, "borders", id, encoding, sheet);
            done.await
        };
        for (encoding, sheet, field) in [("UTF-8", "", "encoding"), ("EBCDIC", "", "encoding")] {
            match reread(encoding, sheet).await {
                Err(Error::Refused(errors)) => assert!(errors.get(field).is_some()),
                other => unreachable!("{encoding}: {other:?}"),
            }
        }
        assert_eq!(stage.preview(id).await.import.state, ImportState::Read);
        let seen = stage.preview(id).await.import.revision;
        reread("Windows-1256", "").await.unwrap();
        let import = stage.preview(id).await.import;
        assert_eq!(
            (import.state, import.revision),
            (ImportState::Uploaded, seen + 1)
        );
        let form = stage.proposed(id, Outcome::List, false).await;
        assert_eq!(
            form.columns[0].1, "",
            "no heading says which column holds the name"
        );
        let done = services
            .confirm_import(&stage.eco, "borders", id, seen + 1)
            .await;
        assert_eq!(
            done.unwrap(),
            ImportConfirmed::Changed,
            "nothing was read to be confirmed"
        );
        assert_eq!(stage.registrations().await, 0);
    }
}

#[tokio::test]
async fn whoever_is_registered_is_passed_over() {
    for stage in stages(20, "approval").await {
        let Stage { f, event, .. } = &stage;
        for (email, state) in [
            ("p2@example.org", Some(RegistrationState::Confirmed)),
            ("p3@example.org", Some(RegistrationState::Pending)),
            ("p4@example.org", Some(RegistrationState::Cancelled)),
            ("p5@example.org", None),
        ] {
            let (person, _) = f.add_person("Known Person", email).await;
            if let Some(state) = state {
                f.add_registration(*event, person, state).await;
            }
        }
        let id = stage.read(&list(5, &["UZ"]), Outcome::Confirm, true).await;
        let preview = stage.preview(id).await;
        assert_eq!(
            (preview.to_add, preview.registered, preview.known),
            (3, 2, 2)
        );
        let over: Vec<_> = preview.passed_over.iter().map(|row| row.number).collect();
        assert_eq!(over, [2, 3]);
        assert_eq!(
            preview.passed_over[0].state,
            Some(RegistrationState::Confirmed)
        );
        assert_eq!(stage.confirm(id).await.unwrap(), ImportConfirmed::Added(3));
        // Details of people who are known stay their own.
        let name = "SELECT count(*) FROM people WHERE name_latin = 'Known Person'";
        assert_eq!((f.count(name).await, stage.taken().await), (4, 5));
        let letters = "SELECT count(*) FROM outbox WHERE kind = 'listed-place'";
        assert_eq!(f.count(letters).await, 3);
        let id = stage.read(&list(5, &["UZ"]), Outcome::Confirm, true).await;
        assert!(!stage.preview(id).await.can_confirm);
        assert!(matches!(
            stage.confirm(id).await,
            Err(Error::NotNow("import-nobody"))
        ));
    }
}

#[tokio::test]
async fn where_seats_are_missing_nothing_is_stored_and_the_number_is_said() {
    for stage in stages(6, "approval").await {
        let Stage { f, eco, .. } = &stage;
        let quota = NewQuota {
            whom: "country:UZ".to_owned(),
            seats: "2".to_owned(),
        };
        f.services.add_quota(eco, "borders", &quota).await.unwrap();
        let id = stage
            .read(&list(8, &["UZ", "TJ"]), Outcome::Offer, true)
            .await;
        let preview = stage.preview(id).await;
        let lines: Vec<_> = preview
            .seats
            .iter()
            .map(|line| (line.whom.clone(), line.seats, line.wanted, line.missing()))
            .collect();
        let uzbek = QuotaFor::Country("UZ".to_owned());
        assert_eq!(lines, [(None, 6, 8, 2), (Some(uzbek), 2, 4, 2)]);
        assert!(!preview.can_confirm);
        assert_eq!(stage.confirm(id).await.unwrap(), ImportConfirmed::NoSeats);
        let people = "SELECT count(*) FROM people WHERE email LIKE 'p%@example.org'";
        let nothing = (
            stage.registrations().await,
            stage.taken().await,
            stage.mails().await,
        );
        assert_eq!((nothing, f.count(people).await), ((0, 0, 0), 0));
        assert_eq!(stage.preview(id).await.import.state, ImportState::Read);
        // Two of Uzbekistan and four of Tajikistan fit.
        let id = stage
            .read(&list(6, &["UZ", "TJ", "TJ"]), Outcome::Offer, true)
            .await;
        assert_eq!(stage.confirm(id).await.unwrap(), ImportConfirmed::Added(6));
        let quota = "SELECT taken FROM quotas";
        assert_eq!((stage.taken().await, f.count(quota).await), (6, 2));
        // On the list for a decision nobody takes a seat.
        let later = list(12, &["UZ"]);
        let id = stage.read(&later, Outcome::List, false).await;
        assert_eq!(stage.confirm(id).await.unwrap(), ImportConfirmed::Added(6));
        assert_eq!((stage.taken().await, stage.mails().await), (6, 6));
    }
}

#[tokio::test]
async fn an_import_is_carried_out_once_whoever_confirms_it() {
    for stage in stages(20, "approval").await {
        let Stage { f, .. } = &stage;
        let other = f.actor_with(Role::Coordinator, Some(f.eco)).await;
        let id = stage.read(&list(5, &["UZ"]), Outcome::Offer, true).await;
        let revision = stage.preview(id).await.import.revision;
        let confirm = |who: Actor| {
            let services = f.services.clone();
            async move {
                let done = services.confirm_import(&who, "borders", id, revision);
                done.await.unwrap()
            }
        };
        let both = tokio::join!(
            tokio::spawn(confirm(stage.eco.clone())),
            tokio::spawn(confirm(other))
        );
        let mut both = [both.0.unwrap(), both.1.unwrap()];
        both.sort_by_key(|done| *done == ImportConfirmed::Before);
        assert_eq!(both, [ImportConfirmed::Added(5), ImportConfirmed::Before]);
        assert_eq!((stage.registrations().await, stage.taken().await), (5, 5));
        assert_eq!(stage.mails().await, 5);
    }
}

#[tokio::test]
async fn a_preview_that_is_out_of_date_is_not_carried_out() {
    for stage in stages(20, "approval").await {
        let id = stage.read(&list(5, &["UZ"]), Outcome::Offer, true).await;
        let seen = stage.preview(id).await.import.revision;
        let form = stage.proposed(id, Outcome::Confirm, false).await;
        stage.choose(id, &form).await.unwrap();
        let services = &stage.f.services;
        let done = services
            .confirm_import(&stage.eco, "borders", id, seen)
            .await;
        assert_eq!(done.unwrap(), ImportConfirmed::Changed);
        assert_eq!(stage.registrations().await, 0);
    }
}

#[tokio::test]
async fn an_import_is_taken_back_until_its_letters_leave() {
    for stage in stages(20, "open").await {
        let Stage { f, event, eco } = &stage;
        f.add_person("Known Person", "p2@example.org").await;
        let before = f.count("SELECT count(*) FROM people").await;
        let id = stage.read(&list(4, &["UZ"]), Outcome::Offer, true).await;
        stage.confirm(id).await.unwrap();
        assert!(stage.preview(id).await.can_take_back);
        let back = f.services.take_import_back(eco, "borders", id).await;
        assert_eq!(back.unwrap(), TakenBack { people: 4, stay: 0 });
        let gone = (
            stage.registrations().await,
            stage.taken().await,
            stage.mails().await,
        );
        assert_eq!(gone, (0, 0, 0));
        assert_eq!(f.count("SELECT count(*) FROM people").await, before);
        assert_eq!(f.count("SELECT count(*) FROM one_time_links").await, 0);
        assert_eq!(f.count("SELECT count(*) FROM import_rows").await, 0);
        let audited = f.audited(event.0).await;
        assert_eq!(audited, ["event.imported", "event.import-taken-back"]);
        let twice = f.services.take_import_back(eco, "borders", id).await;
        assert!(matches!(twice, Err(Error::NotNow("import-back-too-late"))));
        assert_eq!(stage.preview(id).await.import.state, ImportState::TakenBack);

        // The same list again; now the letters leave.
        let id = stage.read(&list(4, &["UZ"]), Outcome::Offer, true).await;
        assert_eq!(stage.confirm(id).await.unwrap(), ImportConfirmed::Added(4));
        f.clock.travel_to(BEGINNING + Span::minutes(5));
        let late = f.services.take_import_back(eco, "borders", id).await;
        assert!(matches!(late, Err(Error::NotNow("import-back-too-late"))));
        assert_eq!((stage.registrations().await, stage.mails().await), (4, 4));
    }
}

#[tokio::test]
async fn one_letter_on_its_way_keeps_the_whole_import() {
    for stage in stages(20, "open").await {
        let Stage { f, eco, .. } = &stage;
        let id = stage.read(&list(4, &["UZ"]), Outcome::Offer, true).await;
        stage.confirm(id).await.unwrap();
        f.change("UPDATE outbox SET attempts = 1 WHERE recipient = 'p3@example.org'")
            .await;
        let late = f.services.take_import_back(eco, "borders", id).await;
        assert!(matches!(late, Err(Error::NotNow("import-back-too-late"))));
        assert_eq!((stage.registrations().await, stage.mails().await), (4, 4));
        assert_eq!(stage.preview(id).await.import.state, ImportState::Done);
    }
}

#[tokio::test]
async fn whoever_has_moved_on_stays_when_an_import_is_taken_back() {
    for stage in stages(20, "approval").await {
        let Stage { f, eco, .. } = &stage;
        let id = stage.read(&list(3, &["UZ"]), Outcome::List, false).await;
        stage.confirm(id).await.unwrap();
        let rows = maktab_services::managing::RegistrationFilter::default();
        let rows = f.services.registrations(eco, "borders", &rows, Locale::En);
        let one = rows.await.unwrap().rows[0].id;
        let ids = [one];
        let approve = Verdict::Approve;
        let decided = f
            .services
            .decide_registrations(eco, "borders", &ids, approve, "");
        assert_eq!(decided.await.unwrap().done, 1);
        f.clock.travel_to(BEGINNING + Span::hours(20));
        let back = f.services.take_import_back(eco, "borders", id).await;
        assert_eq!(back.unwrap(), TakenBack { people: 2, stay: 1 });
        assert_eq!((stage.registrations().await, stage.taken().await), (1, 1));
    }
}

#[tokio::test]
async fn whoever_was_reminded_stays_when_an_import_is_taken_back() {
    for stage in stages(20, "approval").await {
        let Stage { f, eco, .. } = &stage;
        let id = stage.read(&list(3, &["UZ"]), Outcome::Confirm, false).await;
        stage.confirm(id).await.unwrap();
        f.change(
            "INSERT INTO reminders (registration_id, kind, about, reminded_at)
             SELECT r.id, 'day-before', 0, 0
             FROM registrations r JOIN people p ON p.id = r.person_id
             WHERE p.email = 'p3@example.org'",
        )
        .await;
        let back = f.services.take_import_back(eco, "borders", id).await;
        assert_eq!(back.unwrap(), TakenBack { people: 2, stay: 1 });
        assert_eq!((stage.registrations().await, stage.taken().await), (1, 1));
    }
}

#[tokio::test]
async fn seats_that_come_back_are_offered_to_those_who_wait() {
    for stage in stages(2, "open").await {
        let Stage { f, event, eco } = &stage;
        let id = stage.read(&list(2, &["UZ"]), Outcome::Confirm, true).await;
        stage.confirm(id).await.unwrap();
        let (person, _) = f.add_person("Who Waits", "waits@example.org").await;
        f.add_registration(*event, person, RegistrationState::Waitlisted)
            .await;
        f.services
            .take_import_back(eco, "borders", id)
            .await
            .unwrap();
        let offered = "SELECT count(*) FROM registrations WHERE state = 'offered'";
        assert_eq!((f.count(offered).await, stage.taken().await), (1, 1));
    }
}

#[tokio::test]
async fn a_letter_that_has_not_left_goes_with_a_place_that_is_withdrawn() {
    for stage in stages(20, "approval").await {
        let Stage { f, eco, .. } = &stage;
        let id = stage.read(&list(1, &["UZ"]), Outcome::Offer, true).await;
        stage.confirm(id).await.unwrap();
        let rows = maktab_services::managing::RegistrationFilter::default();
        let rows = f.services.registrations(eco, "borders", &rows, Locale::En);
        let one = rows.await.unwrap().rows[0].id;
        let why = "Another person comes instead.";
        let done = f.services.withdraw_registration(eco, "borders", one, why);
        done.await.unwrap();
        let kinds: Vec<_> = f.mails_to("p2@example.org").await;
        let kinds: Vec<_> = kinds.iter().map(|mail| mail.kind.as_str()).collect();
        assert_eq!(kinds, ["withdrawn"]);
    }
}

#[tokio::test]
async fn only_coordinators_of_the_event_see_its_imports() {
    for stage in stages(20, "approval").await {
        let Stage { f, .. } = &stage;
        let id = stage.read(&list(2, &["UZ"]), Outcome::Offer, true).await;
        let foreign = f.actor_with(Role::Coordinator, Some(f.iom)).await;
        let trainer = f.actor_with(Role::Trainer, None).await;
        let mut other = f.open_event("other");
        other.organisers = vec![f.iom];
        f.add_event(&other).await;
        for who in [&foreign, &trainer] {
            let s = &f.services;
            let form = ChoicesForm::default();
            let all = [
                s.imports(who, "borders").await.err(),
                s.begin_import(who, "borders").await.err(),
                s.import_columns(who, "borders", id, Locale::En).await.err(),
                s.choose_import(who, "borders", id, &form).await.err(),
                s.reread_import(who, "borders", id, "UTF-8", "").await.err(),
                s.import_preview(who, "borders", id, 1).await.err(),
                s.confirm_import(who, "borders", id, 1).await.err(),
                s.take_import_back(who, "borders", id).await.err(),
                s.discard_import(who, "borders", id).await.err(),
            ];
            assert!(
                all.iter()
                    .all(|error| matches!(error, Some(Error::Forbidden))),
                "{all:?}"
            );
        }
        // Under the address of an event of one's own, it is not there.
        let through = f.services.import_preview(&foreign, "other", id, 1).await;
        assert!(matches!(through, Err(Error::NotFound)));
        let through = f.services.confirm_import(&foreign, "other", id, 1).await;
        assert!(matches!(through, Err(Error::NotFound)));
        assert_eq!(stage.registrations().await, 0);
    }
}

#[tokio::test]
async fn files_that_nothing_is_done_with_are_forgotten() {
    for stage in stages(20, "approval").await {
        let Stage { f, eco, .. } = &stage;
        let done = stage.read(&list(2, &["UZ"]), Outcome::List, false).await;
        stage.confirm(done).await.unwrap();
        let mut last = stage.kept(&list(3, &["UZ"])).await;
        for _ in 0..6 {
            last = stage.read(&list(3, &["UZ"]), Outcome::Offer, true).await;
        }
        let files = "SELECT count(*) FROM imports WHERE content IS NOT NULL";
        assert_eq!(
            f.count(files).await,
            5,
            "nobody fills the database with files"
        );
        f.services
            .discard_import(eco, "borders", last)
            .await
            .unwrap();
        assert_eq!(f.count(files).await, 4);
        let gone = f.services.import_preview(eco, "borders", last, 1).await;
        assert!(matches!(gone, Err(Error::NotFound)));
        let kept = f.services.discard_import(eco, "borders", done).await;
        assert!(matches!(kept, Err(Error::NotNow(_))));
        f.clock.travel_to(BEGINNING + Span::days(3));
        assert_eq!(
            f.services
                .imports(eco, "borders")
                .await
                .unwrap()
                .imports
                .len(),
            1
        );
        let mut tx = f.services.database().write().await.unwrap();
        let now = f.services.now();
        let rows = "SELECT count(*) FROM import_rows";
        let before = count(&mut tx, rows).await.unwrap();
        imports::purge(&mut tx, now, 2).await.unwrap();
        let after = count(&mut tx, rows).await.unwrap();
        assert_eq!(after, before - 2, "no more than so many at once");
        drop(tx);
        f.services.run_due(&Nobody).await.unwrap();
        assert_eq!(f.count("SELECT count(*) FROM import_rows").await, 0);
        assert_eq!(
            f.count("SELECT count(*) FROM imports").await,
            1,
            "what was done stays known"
        );
    }
}

/// Sends nothing.
struct Nobody;

impl maktab_services::background::MailTransport for Nobody {
    fn send<'a>(
        &'a self,
        _: &'a maktab_services::background::OutgoingMail,
    ) -> maktab_services::background::Sending<'a> {
        Box::pin(async { Ok(()) })
    }
}

#[tokio::test]
async fn people_are_imported_only_while_seats_can_be_given() {
    for stage in stages(20, "approval").await {
        let Stage { f, eco, .. } = &stage;
        let id = stage.read(&list(2, &["UZ"]), Outcome::Offer, true).await;
        // Registration is over: nothing can be offered any more, but given.
        f.clock.travel_to(BEGINNING + Span::hours(23));
        f.change("UPDATE events SET registration_closes = 1799568000001")
            .await;
        assert!(!stage.preview(id).await.can_confirm);
        let late = stage.confirm(id).await;
        assert!(
            matches!(late, Err(Error::NotNow("manage-offers-over"))),
            "{late:?}"
        );
        let form = stage.proposed(id, Outcome::Offer, true).await;
        assert!(matches!(
            stage.choose(id, &form).await,
            Err(Error::Refused(_))
        ));
        let form = stage.proposed(id, Outcome::Confirm, true).await;
        stage.choose(id, &form).await.unwrap();
        f.change("UPDATE events SET state = 'completed'").await;
        let over = stage.confirm(id).await;
        assert!(
            matches!(over, Err(Error::NotNow("manage-not-published"))),
            "{over:?}"
        );
        let begun = f.services.begin_import(eco, "borders").await.err();
        assert!(matches!(begun, Some(Error::NotNow(_))));
        f.change("UPDATE events SET state = 'published'").await;
        assert_eq!(stage.confirm(id).await.unwrap(), ImportConfirmed::Added(2));
    }
}

#[tokio::test]
async fn ten_thousand_people_are_imported_at_once() {
    for stage in stages(20, "approval").await {
        let id = stage
            .read(&list(10_000, &["UZ", "TJ", "IR"]), Outcome::List, false)
            .await;
        let preview = stage.preview(id).await;
        assert_eq!(
            (preview.to_add, preview.rows.len(), preview.page),
            (10_000, 100, (1, 100))
        );
        assert_eq!(
            stage.confirm(id).await.unwrap(),
            ImportConfirmed::Added(10_000)
        );
        assert_eq!(stage.registrations().await, 10_000);
    }
}
