//! The page in Russian. The verbs carry both genders, as forms in Russian do;
//! names are never inflected.

use super::dates::Calendar;
use super::{EventTexts, KindTexts, Labels, Plural, Texts};
use crate::facts::Language;

pub(super) static TEXTS: Texts = Texts {
    language: Language::Ru,
    labels: Labels {
        number: "Номер сертификата",
        kind: "Сертификат",
        holder: "Имя",
        native_name: "Имя на родном языке",
        event_kind: "Вид мероприятия",
        title: "Название",
        second_title: "Название на другом языке",
        place: "Место проведения",
        dates: "Даты",
        hours: "Продолжительность",
        attendance: "Посещаемость",
        organisation: "Организация",
        signatory: "Подпись",
        issued: "Дата выдачи",
        expires: "Действителен до",
    },
    participation: KindTexts {
        name: "Сертификат об участии",
        heading: "СЕРТИФИКАТ ОБ УЧАСТИИ",
        intro: "Настоящим подтверждается, что",
    },
    completion: KindTexts {
        name: "Сертификат о завершении обучения",
        heading: "СЕРТИФИКАТ О ЗАВЕРШЕНИИ ОБУЧЕНИЯ",
        intro: "Настоящим подтверждается, что",
    },
    appreciation: KindTexts {
        name: "Благодарственная грамота",
        heading: "БЛАГОДАРСТВЕННАЯ ГРАМОТА",
        intro: "С искренней признательностью",
    },
    workshop: EventTexts {
        name: "семинар-практикум",
        participation: ("принял(а) участие в семинаре-практикуме", ""),
        completion: ("завершил(а) программу семинара-практикума", ""),
        appreciation: ("за ценный вклад в проведение семинара-практикума", ""),
    },
    seminar: EventTexts {
        name: "семинар",
        participation: ("принял(а) участие в семинаре", ""),
        completion: ("завершил(а) программу семинара", ""),
        appreciation: ("за ценный вклад в проведение семинара", ""),
    },
    conference: EventTexts {
        name: "конференция",
        participation: ("принял(а) участие в конференции", ""),
        completion: ("завершил(а) программу конференции", ""),
        appreciation: ("за ценный вклад в проведение конференции", ""),
    },
    training_course: EventTexts {
        name: "учебный курс",
        participation: ("принял(а) участие в учебном курсе", ""),
        completion: ("завершил(а) программу учебного курса", ""),
        appreciation: ("за ценный вклад в проведение учебного курса", ""),
    },
    online: "Онлайн",
    comma: ", ",
    hours: Plural {
        one: "{n}\u{A0}час",
        few: "{n}\u{A0}часа",
        many: "{n}\u{A0}часов",
    },
    attendance: "посещено занятий: {attended} из {counted} ({percent})",
    percent: "{n}\u{A0}%",
    calendar: Calendar {
        months: [
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
        ],
        solar_hijri: None,
        day: "{d}\u{A0}{month} {year}\u{A0}г.",
        same_month: "{d}–{e}\u{A0}{month} {year}\u{A0}г.",
        same_year: "{d}\u{A0}{month} – {e}\u{A0}{end_month} {year}\u{A0}г.",
        other: "{first} – {last}",
    },
    number: "№\u{A0}{n}",
    issued: "Выдан {date}",
    expires: "Действителен до {date}",
    verify: "Проверка:",
    qr_alt: "QR-код: открывает страницу проверки сертификата {n}",
    attachment: "Подписанное электронное свидетельство этого сертификата (Open Badges 3.0) для машинной проверки",
};
