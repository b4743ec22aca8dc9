//! The participants of an event: eligible or not, and why.

use super::address;
use super::reasons::answer;
use crate::pages::teach::{PersonName, person_text, query};
use crate::web::{Visit, exports};
use leptos::prelude::*;
use maktab_locale::{Locale, t};
use maktab_services::eligible::{Candidate, EventCertificates, Group};

/// Which of the participants are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Filter {
    All,
    Only(Group),
}

const FILTERS: [Filter; 4] = [
    Filter::All,
    Filter::Only(Group::Eligible),
    Filter::Only(Group::NotEligible),
    Filter::Only(Group::Issued),
];

impl Filter {
    /// The one in the address (`show`).
    pub fn chosen(visit: &Visit) -> Self {
        let asked = query(visit);
        let chosen = FILTERS.iter().find(|f| f.code() == asked.get("show"));
        chosen.copied().unwrap_or(Self::All)
    }

    const fn code(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Only(Group::Eligible) => "eligible",
            Self::Only(Group::NotEligible) => "not-eligible",
            Self::Only(Group::Issued) => "issued",
        }
    }

    fn name(self, l: Locale) -> String {
        match self {
            Self::All => t!(l, "certificate-filter-all"),
            Self::Only(Group::Eligible) => t!(l, "certificate-filter-eligible"),
            Self::Only(Group::NotEligible) => t!(l, "certificate-filter-not-eligible"),
            Self::Only(Group::Issued) => t!(l, "certificate-filter-issued"),
        }
    }

    pub fn takes(self, candidate: &Candidate) -> bool {
        match self {
            Self::All => true,
            Self::Only(group) => candidate.group == group,
        }
    }
}

/// The participants, by the filter in the address (`show`).
pub(super) fn section(visit: &Visit, all: &EventCertificates) -> impl IntoView + use<> {
    let l = visit.locale;
    let chosen = Filter::chosen(visit);
    let heading = view! { <h2 id="participants">{t!(l, "certificate-people")}</h2> };
    if all.candidates.is_empty() {
        return view! { {heading} <p class="empty">{t!(l, "certificate-people-none")}</p> }
            .into_any();
    }
    let rows: Vec<_> = all.candidates.iter().filter(|c| chosen.takes(c)).collect();
    let list = if rows.is_empty() {
        view! { <p class="empty">{t!(l, "certificate-people-none-here")}</p> }.into_any()
    } else {
        table(visit, all, rows).into_any()
    };
    let path = address(visit, &all.event.head.slug, "/participants");
    let asked = match chosen {
        Filter::All => String::new(),
        Filter::Only(_) => format!("show={}", chosen.code()),
    };
    view! {
        {heading}
        {filters(visit, all, chosen)}
        <p class="soft">{exports(l, &path, &asked)}</p>
        {list}
    }
    .into_any()
}

fn filters(visit: &Visit, all: &EventCertificates, chosen: Filter) -> impl IntoView + use<> {
    let l = visit.locale;
    let items = FILTERS.iter().map(|&filter| {
        let count = all.candidates.iter().filter(|c| filter.takes(c)).count();
        let text = t!(
            l,
            "certificate-filter",
            name = filter.name(l),
            count = count
        );
        let query = match filter {
            Filter::All => String::new(),
            Filter::Only(_) => format!("?show={}", filter.code()),
        };
        let href = format!("{}{query}#participants", visit.path);
        let here = (filter == chosen).then_some("page");
        view! { <li><a href=href aria-current=here>{text}</a></li> }
    });
    let items = items.collect_view();
    view! {
        <nav aria-label=t!(l, "certificate-filter-label")>
            <ul class="tabs">{items}</ul>
        </nav>
    }
}

fn table(visit: &Visit, all: &EventCertificates, rows: Vec<&Candidate>) -> impl IntoView + use<> {
    let l = visit.locale;
    let rows = rows.into_iter().map(|candidate| row(visit, all, candidate));
    let rows = rows.collect_view();
    view! {
        <div class="table-wrap" tabindex="0">
            <table class="candidates stack">
                <caption class="hidden">{t!(l, "certificate-people")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!(l, "certificate-column-person")}</th>
                        <th scope="col">{t!(l, "certificate-column-answer")}</th>
                        <th scope="col">{t!(l, "certificate-column-certificate")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(visit: &Visit, all: &EventCertificates, candidate: &Candidate) -> impl IntoView + use<> {
    let l = visit.locale;
    let (native, language) = candidate.native_name.clone().unzip();
    let institution = candidate.institution.clone();
    let eligible = candidate.eligibility.is_eligible();
    let (class, badge) = if eligible {
        ("state good", t!(l, "certificate-eligible"))
    } else {
        ("state quiet", t!(l, "certificate-not-eligible-badge"))
    };
    let why = answer(l, candidate, all.event.rule);
    let again = candidate
        .revoked_before
        .then(|| view! { <p class="why">{t!(l, "certificate-revoked-before")}</p> });
    let issue = (candidate.group == Group::Eligible && all.obstacle.is_none()).then(|| {
        let path = format!("/issue/{}", candidate.registration);
        let href = address(visit, &all.event.head.slug, &path);
        let label = t!(
            l,
            "certificate-issue-one.label",
            name = candidate.name.as_str()
        );
        view! { <a href=href aria-label=label>{t!(l, "certificate-issue-one")}</a> }
    });
    let held = candidate.certificate.clone().map(|number| {
        let href = visit.link(&format!("/verify/{number}"));
        view! { <a class="number" dir="ltr" href=href>{number}</a> }
    });
    view! {
        <tr>
            <th scope="row">
                <PersonName
                    latin=candidate.name.clone() native=native language=language.flatten()
                />
                <span class="from">{person_text(l, &candidate.country, institution)}</span>
            </th>
            <td>
                <span class=class>{badge}</span>
                <p class="why">{why}</p>
                {again}
            </td>
            <td>{held} {issue}</td>
        </tr>
    }
}
