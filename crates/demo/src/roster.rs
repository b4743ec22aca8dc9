//! Everybody: the people with accounts, focal points, staff, trainers and
//! trainees of the ten countries.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    DataError, Organisation, OrganisationKind, Person, PersonKind, Role, Texts,
    account::Named,
    data,
    names::{self, Names},
    stream::Stream,
};

/// Country, trainees, trainers.
const COUNTRIES: [(&str, usize, usize); 10] = [
    ("AF", 36, 2),
    ("AZ", 40, 2),
    ("IR", 54, 3),
    ("KG", 42, 3),
    ("KZ", 48, 3),
    ("PK", 50, 3),
    ("TJ", 50, 3),
    ("TM", 36, 2),
    ("TR", 40, 3),
    ("UZ", 50, 3),
];

/// Staff of the parties without an account: organisation and country.
const STAFF: [(&str, &str); 6] = [
    ("eco", "IR"),
    ("eco", "PK"),
    ("eco", "TR"),
    ("iom", "KZ"),
    ("iom", "TJ"),
    ("iom", "AF"),
];

struct Maker<'a> {
    organisations: &'a [Organisation],
    names: BTreeMap<&'static str, Names>,
    positions: BTreeMap<String, Vec<Texts>>,
    taken: BTreeSet<String>,
    emails: BTreeSet<String>,
}

/// Makes everybody, accounts first.
pub(crate) fn people(
    named: &[Named],
    organisations: &[Organisation],
) -> Result<Vec<Person>, DataError> {
    let names = COUNTRIES.map(|(country, _, _)| Names::of(country).map(|names| (country, names)));
    let mut maker = Maker {
        organisations,
        names: names.into_iter().collect::<Result<_, _>>()?,
        positions: data::parse("positions", include_str!("../data/positions.toml"))?,
        taken: named.iter().map(|entry| entry.name.clone()).collect(),
        emails: named.iter().map(|entry| entry.email.clone()).collect(),
    };
    let mut people: Vec<Person> = named.iter().map(from_account).collect();
    for (country, _, _) in COUNTRIES {
        let key = format!("focal-{}", country.to_lowercase());
        if people.iter().all(|person| person.key != key) {
            people.push(maker.focal_point(&key, country)?);
        }
    }
    for (number, (party, country)) in (1..).zip(STAFF) {
        people.push(maker.staff(&format!("staff-{party}-{number}"), party, country)?);
    }
    for (country, _, trainers) in COUNTRIES {
        people.extend(maker.trainers(country, trainers)?);
    }
    for (country, trainees, _) in COUNTRIES {
        people.extend(maker.trainees(country, trainees)?);
    }
    Ok(people)
}

fn from_account(named: &Named) -> Person {
    Person {
        key: named.key.clone(),
        kind: match named.role {
            Role::Trainee => PersonKind::Trainee,
            Role::Trainer => PersonKind::Trainer,
            Role::FocalPoint => PersonKind::FocalPoint,
            Role::Coordinator | Role::Administrator => PersonKind::Staff,
        },
        name_latin: named.name.clone(),
        name_native: named.native.clone(),
        email: named.email.clone(),
        country: named.country.clone(),
        institution: named.organisation.clone(),
        position: named.position.clone(),
        language: named.language.clone(),
        verified: true,
    }
}

impl<'a> Maker<'a> {
    fn focal_point(&mut self, key: &str, country: &str) -> Result<Person, DataError> {
        let office = |kind| {
            self.organisations.iter().find(|found| {
                found.kind == kind && found.country.as_deref().is_some_and(|code| code == country)
            })
        };
        // Where no foreign ministry is among the institutions, the migration
        // service is the country's contact.
        let office = office(OrganisationKind::ForeignAffairs)
            .or_else(|| office(OrganisationKind::Migration))
            .ok_or_else(|| DataError::unknown("focal points", country))?;
        let mut stream = Stream::named(key);
        self.person(
            &mut stream,
            key,
            country,
            PersonKind::FocalPoint,
            office,
            "focal-point",
        )
    }

    fn staff(&mut self, key: &str, party: &str, country: &str) -> Result<Person, DataError> {
        let office = self.organisations.iter().find(|found| found.key == party);
        let office = office.ok_or_else(|| DataError::unknown("staff", party))?;
        let mut stream = Stream::named(key);
        self.person(
            &mut stream,
            key,
            country,
            PersonKind::Staff,
            office,
            "intergovernmental",
        )
    }

    fn trainers(&mut self, country: &str, count: usize) -> Result<Vec<Person>, DataError> {
        let mut stream = Stream::named(&format!("trainers/{country}"));
        let parties = self.of_country(None);
        let mut trainers = Vec::new();
        for number in 1..=count {
            let key = format!("trainer-{}-{number}", country.to_lowercase());
            let office = stream.pick(&parties).copied();
            let office = office.ok_or_else(|| DataError::TooFew("parties".to_owned()))?;
            trainers.push(self.person(
                &mut stream,
                &key,
                country,
                PersonKind::Trainer,
                office,
                "trainer",
            )?);
        }
        Ok(trainers)
    }

    fn trainees(&mut self, country: &str, count: usize) -> Result<Vec<Person>, DataError> {
        let mut stream = Stream::named(&format!("trainees/{country}"));
        let offices = self.of_country(Some(country));
        // Border and migration services send most of the participants.
        let main: Vec<&Organisation> = offices
            .iter()
            .copied()
            .filter(|office| {
                matches!(
                    office.kind,
                    OrganisationKind::Border | OrganisationKind::Migration
                )
            })
            .collect();
        let mut trainees = Vec::new();
        for number in 1..=count {
            let key = format!("{}-{number:03}", country.to_lowercase());
            let pool = if stream.chance(35) { &main } else { &offices };
            let office = stream.pick(pool).copied();
            let office = office.ok_or_else(|| DataError::unknown("institutions", country))?;
            let kind = kind_key(office.kind);
            let mut person = self.person(
                &mut stream,
                &key,
                country,
                PersonKind::Trainee,
                office,
                kind,
            )?;
            // The last of each country has not confirmed the address yet.
            person.verified = number < count;
            trainees.push(person);
        }
        Ok(trainees)
    }

    /// The institutions of `country`; the parties where it is nothing.
    fn of_country(&self, country: Option<&str>) -> Vec<&'a Organisation> {
        let all = self.organisations.iter();
        all.filter(|found| found.country.as_deref() == country)
            .collect()
    }

    fn person(
        &mut self,
        stream: &mut Stream,
        key: &str,
        country: &str,
        kind: PersonKind,
        office: &Organisation,
        positions: &str,
    ) -> Result<Person, DataError> {
        let names = self.names.get(country);
        let names = names.ok_or_else(|| DataError::unknown("names", country))?;
        let name = names.draw(stream, &mut self.taken)?;
        let positions = self.positions.get(positions);
        let position = positions.and_then(|list| stream.pick(list)).cloned();
        Ok(Person {
            key: key.to_owned(),
            kind,
            email: self.address(&name, &office.domain),
            name_latin: name.latin,
            name_native: name.native,
            country: country.to_owned(),
            institution: office.key.clone(),
            position: position.ok_or_else(|| DataError::unknown("positions", key))?,
            language: language(country, stream).to_owned(),
            verified: true,
        })
    }

    /// An address that nobody has yet.
    fn address(&mut self, name: &names::FullName, domain: &str) -> String {
        let local = format!("{}.{}", names::ascii(&name.given), names::ascii(&name.last));
        let mut address = format!("{local}@{domain}");
        let mut number = 2;
        while !self.emails.insert(address.clone()) {
            address = format!("{local}{number}@{domain}");
            number += 1;
        }
        address
    }
}

/// The name of the list of positions for a kind of institution.
fn kind_key(kind: OrganisationKind) -> &'static str {
    match kind {
        OrganisationKind::Intergovernmental => "intergovernmental",
        OrganisationKind::Border => "border",
        OrganisationKind::Migration => "migration",
        OrganisationKind::Labour => "labour",
        OrganisationKind::ForeignAffairs => "foreign-affairs",
        OrganisationKind::Health => "health",
        OrganisationKind::University => "university",
        OrganisationKind::Civil => "civil",
    }
}

/// The language of the interface that somebody from `country` chooses.
fn language(country: &str, stream: &mut Stream) -> &'static str {
    let roll = stream.below(100);
    match country {
        "IR" => "fa",
        "AF" if roll < 85 => "fa",
        "TR" => "tr",
        "AZ" if roll < 45 => "tr",
        "AZ" if roll < 85 => "ru",
        "TJ" | "KZ" | "KG" | "TM" if roll < 92 => "ru",
        "UZ" if roll < 75 => "ru",
        _ => "en",
    }
}
