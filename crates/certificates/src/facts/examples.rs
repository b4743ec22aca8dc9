//! Certificates to test with: plausible, nobody real.
use serde_json::{Value, json};

use super::CertificateFacts;

fn base() -> Value {
    json!({
        "number": "ECO-IOM-2026-773Q-9X5X",
        "kind": "completion",
        "language": "en",
        "holder": "Gülnar Abdiqyzy",
        "native_name": {"text": "Гүлнар Әбдіқызы", "language": "kk"},
        "event_kind": "training_course",
        "title": "Protecting victims of trafficking at the crossing point",
        "second_title": {"text": "Өткізу бекетінде адам саудасы құрбандарын қорғау", "language": "kk"},
        "place": {"venue": {"city": "Mashhad", "country": "Iran"}},
        "period": {"start": "2027-01-18", "end": "2027-01-20"},
        "hours": 21,
        "attendance": {"attended": 9, "counted": 10},
        "organisations": [
            {"short": "ECO", "name": "Economic Cooperation Organization"},
            {"short": "IOM", "name": "International Organization for Migration"}
        ],
        "signatories": [
            {"name": "Rustam Yusupov", "office": "Secretary General", "organisation": "Economic Cooperation Organization"},
            {"name": "Helena Marques", "office": "Chief of Mission", "organisation": "International Organization for Migration"}
        ],
        "validity": {"issued": "2027-01-25", "expires": "2030-01-25"}
    })
}

fn facts(changes: Value) -> CertificateFacts {
    let mut all = base();
    for (key, value) in changes.as_object().unwrap() {
        all[key] = value.clone();
    }
    serde_json::from_value(all).unwrap()
}

/// English, the name in Kazakh too, every optional field present.
pub fn english() -> CertificateFacts {
    facts(json!({}))
}

/// Turkish, with the optional fields left out.
pub fn turkish() -> CertificateFacts {
    facts(json!({
        "language": "tr",
        "kind": "participation",
        "event_kind": "workshop",
        "holder": "Şule Çağlayangil",
        "native_name": null,
        "title": "Sınır geçişlerinde insan ticareti mağdurlarının korunması",
        "second_title": null,
        "place": "online",
        "hours": null,
        "attendance": null,
        "validity": {"issued": "2027-01-25"}
    }))
}

/// Persian, right to left.
pub fn persian() -> CertificateFacts {
    facts(json!({
        "language": "fa",
        "holder": "Maryam Hosseini Nejad",
        "native_name": {"text": "مریم حسینی‌نژاد", "language": "fa"},
        "title": "حمایت از قربانیان قاچاق انسان در گذرگاه‌های مرزی",
        "second_title": {"text": "Protecting victims of trafficking at the crossing point", "language": "en"},
        "place": {"venue": {"city": "مشهد", "country": "ایران"}},
        "organisations": [
            {"short": "اکو", "name": "سازمان همکاری اقتصادی"},
            {"short": "IOM", "name": "سازمان بین‌المللی مهاجرت"}
        ],
        "signatories": [
            {"name": "رستم یوسف‌اف", "office": "دبیرکل", "organisation": "سازمان همکاری اقتصادی"},
            {"name": "هلنا مارکز", "office": "رئیس نمایندگی", "organisation": "سازمان بین‌المللی مهاجرت"}
        ],
        "validity": {"issued": "2027-01-25"}
    }))
}

/// One of each.
pub fn all() -> [CertificateFacts; 3] {
    [english(), turkish(), persian()]
}

/// Calls `visit` with the key and text of every string in a JSON value.
pub fn each_string(value: &Value, visit: &mut dyn FnMut(&str, &str)) {
    fn walk(key: &str, value: &Value, visit: &mut dyn FnMut(&str, &str)) {
        match value {
            Value::String(text) => visit(key, text),
            Value::Array(items) => items.iter().for_each(|item| walk(key, item, visit)),
            Value::Object(fields) => fields.iter().for_each(|(key, item)| walk(key, item, visit)),
            _ => {}
        }
    }
    walk("", value, visit);
}
