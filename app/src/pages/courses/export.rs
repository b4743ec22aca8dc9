//! The list of courses, and the next runs of one, as files.

use super::course::Named;
use crate::pages::catalogue;
use crate::web::{Answer, Export, Visit};
use axum::extract::Path;
use axum::response::Response;
use maktab_locale::t;
use maktab_tables::Cell;

pub(super) async fn download(visit: Visit) -> Answer<Response> {
    let services = visit.services();
    let reference = services.reference().await;
    let reference = reference.map_err(|error| visit.failure(error))?;
    let courses = services.courses(visit.locale).await;
    let courses = courses.map_err(|error| visit.failure(error))?;
    let l = visit.locale;
    let columns = [
        ("title", t!(l, "manage-field-title")),
        ("address", t!(l, "export-address")),
        ("summary", t!(l, "manage-field-summary")),
        ("areas", t!(l, "manage-field-areas")),
        ("languages", t!(l, "manage-field-languages")),
        ("hours", t!(l, "manage-field-hours")),
        ("upcoming_runs", t!(l, "course-upcoming")),
    ];
    let mut table = Export::new(&visit, t!(l, "course-list-title"), columns);
    let public = &services.settings().public_address;
    for course in &courses {
        let address = visit.link(&format!("/courses/{}", course.slug));
        let areas = course.areas.iter().filter_map(|code| reference.area(code));
        let areas: Vec<&str> = areas.map(|area| area.names.best(l.tag()).1).collect();
        let languages = course.languages.iter().map(|tag| l.language_name(tag));
        let languages: Vec<String> = languages.collect();
        table.row([
            course.title.best(l.tag()).1.into(),
            public.link(&address).into(),
            course.summary.best(l.tag()).1.into(),
            Cell::Words {
                codes: course.areas.clone(),
                text: areas.join("; "),
            },
            Cell::Words {
                codes: course.languages.clone(),
                text: l.series(&languages),
            },
            course.hours.into(),
            course.runs.into(),
        ]);
    }
    table.download(&visit, "courses")
}

/// The next runs of a course, as the list of events has them.
pub(super) async fn runs(visit: Visit, Path(Named { slug }): Path<Named>) -> Answer<Response> {
    let services = visit.services();
    let course = services.course(visit.locale, &slug).await;
    let course = course.map_err(|error| visit.failure(error))?;
    let reference = services.reference().await;
    let reference = reference.map_err(|error| visit.failure(error))?;
    let file = catalogue::file(&visit, &reference, &course.runs);
    file.download(&visit, &format!("runs-{slug}"))
}
