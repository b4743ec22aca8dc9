//! The catalogue's courses.

use super::{Plan, texts};
use maktab_demo::{AgendaItem as DemoItem, Course};
use maktab_domain::{AgendaItem, CourseId, Span};
use maktab_store::seeding as store;

/// So long before the reference date the catalogue was there.
const IN_CATALOGUE_FOR: Span = Span::days(800);

/// Every course; the plan knows them afterwards.
pub(super) fn rows(plan: &mut Plan<'_>) -> Vec<store::Course> {
    let mut rows = Vec::new();
    for course in &plan.dataset.courses {
        let id = plan.id(CourseId);
        plan.courses.insert(&course.slug, id);
        rows.push(store::Course {
            id,
            slug: course.slug.clone(),
            hours: i64::from(course.hours),
            agenda: course.agenda.iter().map(item).collect(),
            texts: in_languages(course),
            areas: course.areas.clone(),
            languages: course.languages.clone(),
            created_at: plan.as_of - IN_CATALOGUE_FOR,
        });
    }
    rows
}

fn item(item: &DemoItem) -> AgendaItem {
    let after_midnight = i16::from(item.starts.hour()) * 60 + i16::from(item.starts.minute());
    AgendaItem {
        day: u16::try_from(item.day).unwrap_or(u16::MAX),
        starts: after_midnight.unsigned_abs(),
        minutes: item.minutes,
        titles: texts(&item.texts),
        tracked: item.tracked,
    }
}

fn in_languages(course: &Course) -> Vec<store::CourseTexts> {
    let in_language = |(language, own): (&String, &maktab_demo::CourseTexts)| store::CourseTexts {
        language: language.clone(),
        title: own.title.clone(),
        summary: own.summary.clone(),
        objectives: own.objectives.join("\n"),
        audience: own.audience.clone(),
        prerequisites: own.prerequisites.clone(),
        criteria: own.criteria.clone(),
    };
    course.texts.iter().map(in_language).collect()
}
