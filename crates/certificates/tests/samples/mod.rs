//! Sample certificates in several languages and scripts: plausible, nobody
//! real.

use std::error::Error;

use maktab_certificates::facts::CertificateFacts;
use maktab_certificates::{Issuance, Issuer, SigningKey, credential, issue};
use serde_json::{Value, json};

/// The issuer of the samples.
pub fn issuer() -> Result<Issuer, Box<dyn Error>> {
    Ok(Issuer {
        address: "https://maktab.example.org".parse()?,
        name: "Maktab: training of ECO and IOM".to_owned(),
        key: SigningKey::from_seed([1; 32]),
    })
}

/// The signed credential of a sample.
pub fn credential(facts: &CertificateFacts, issuer: &Issuer) -> Result<String, Box<dyn Error>> {
    let issuance = Issuance {
        facts,
        credential_id: [0xAB; 16],
        subject_id: [0xCD; 16],
        email: Some(credential::EmailAddress {
            address: "holder@example.org",
            salt: [9; 16],
        }),
        role: "participant",
        event_path: "/en/events/protecting-victims-2027",
        criteria: "At least 80 % of the sessions that count.",
        status_path: "/status/1",
        status_index: 94_567,
        signed_at: "2027-01-25T09:30:00Z".parse()?,
    };
    Ok(issue(&issuance, issuer)?)
}

/// All samples with a name for their files.
pub fn all() -> Result<Vec<(&'static str, CertificateFacts)>, Box<dyn Error>> {
    let samples = [
        ("english-kazakh", english_kazakh()),
        ("persian", persian()),
        ("urdu", urdu()),
        ("turkish-long", turkish_long()),
        ("russian-tajik", russian_tajik()),
        ("plain", plain()),
        ("crowded", crowded()),
    ];
    let read = |(name, changes): (&'static str, Value)| Ok((name, facts(&changes)?));
    samples.into_iter().map(read).collect()
}

/// The English sample with these fields changed.
pub fn facts(changes: &Value) -> Result<CertificateFacts, Box<dyn Error>> {
    let mut all = english_kazakh();
    for (key, value) in changes.as_object().into_iter().flatten() {
        all[key] = value.clone();
    }
    Ok(serde_json::from_value(all)?)
}

fn english_kazakh() -> Value {
    json!({
        "number": "ECO-IOM-2026-773Q-9X5X",
        "kind": "completion",
        "language": "en",
        "holder": "Gülnar Abdiqyzy",
        "native_name": {"text": "Гүлнар Әбдіқызы", "language": "kk"},
        "event_kind": "training_course",
        "title": "Protecting victims of trafficking at the crossing point",
        "second_title": null,
        "place": {"venue": {"city": "Mashhad", "country": "Iran"}},
        "period": {"start": "2027-01-18", "end": "2027-01-20"},
        "hours": 21,
        "attendance": {"attended": 9, "counted": 9},
        "organisations": [
            {"short": "ECO", "name": "Economic Cooperation Organization"},
            {"short": "IOM", "name": "International Organization for Migration"}
        ],
        "signatories": [
            {"name": "Rustam Yusupov", "office": "Secretary General", "organisation": "Economic Cooperation Organization"},
            {"name": "Helena Marques", "office": "Chief of Mission", "organisation": "International Organization for Migration"}
        ],
        "validity": {"issued": "2027-01-25"}
    })
}

fn persian() -> Value {
    json!({
        "language": "fa",
        "holder": "Maryam Hosseini Nejad",
        "native_name": {"text": "مریم حسینی‌نژاد", "language": "fa"},
        "title": "حمایت از قربانیان قاچاق انسان در گذرگاه‌های مرزی",
        "second_title": {"text": "Protecting victims of trafficking at the crossing point", "language": "en"},
        "place": {"venue": {"city": "مشهد", "country": "ایران"}},
        "attendance": {"attended": 8, "counted": 9},
        "organisations": [
            {"short": "اکو", "name": "سازمان همکاری اقتصادی"},
            {"short": "IOM", "name": "سازمان بین‌المللی مهاجرت"}
        ],
        "signatories": [
            {"name": "رستم یوسف‌اف", "office": "دبیرکل", "organisation": "سازمان همکاری اقتصادی"},
            {"name": "هلنا مارکز", "office": "رئیس نمایندگی", "organisation": "سازمان بین‌المللی مهاجرت"}
        ],
        "validity": {"issued": "2027-01-25", "expires": "2030-01-25"}
    })
}

fn urdu() -> Value {
    json!({
        "kind": "participation",
        "holder": "Muhammad Fahad Chaudhry",
        "native_name": {"text": "محمد فہد چوہدری", "language": "ur"},
        "event_kind": "workshop",
        "title": "Labour migration and the ethical recruitment of workers",
        "second_title": {"text": "مزدوروں کی ہجرت اور اخلاقی بھرتی", "language": "ur"},
        "place": {"venue": {"city": "Islamabad", "country": "Pakistan"}},
        "period": {"start": "2027-04-29", "end": "2027-05-02"},
        "validity": {"issued": "2027-05-03"}
    })
}

fn turkish_long() -> Value {
    json!({
        "language": "tr",
        "holder": "Şerife Gülbahar Çağlayangil Işıkoğlu",
        "native_name": null,
        "title": "Sınır geçiş noktalarında insan ticareti mağdurlarının belirlenmesi, korunması ve ilgili kurumlara yönlendirilmesi için bütünleşik yaklaşımlar ve ülkeler arası iş birliği örnekleri",
        "place": {"venue": {"city": "Gaziantep", "country": "Türkiye"}},
        "organisations": [
            {"short": "EİT", "name": "Ekonomik İşbirliği Teşkilatı"},
            {"short": "IOM", "name": "Uluslararası Göç Örgütü"}
        ],
        "signatories": [
            {"name": "Rustam Yusupov", "office": "Genel Sekreter", "organisation": "Ekonomik İşbirliği Teşkilatı"},
            {"name": "Helena Marques", "office": "Misyon Şefi", "organisation": "Uluslararası Göç Örgütü"}
        ]
    })
}

fn russian_tajik() -> Value {
    json!({
        "language": "ru",
        "kind": "participation",
        "event_kind": "seminar",
        "holder": "Ghafurjon Qurbonzoda",
        "native_name": {"text": "Ғафурҷон Қурбонзода", "language": "tg"},
        "title": "Управление границами и документы для поездок",
        "second_title": {"text": "Идоракунии сарҳад ва ҳуҷҷатҳои сафар", "language": "tg"},
        "place": {"venue": {"city": "Худжанд", "country": "Таджикистан"}},
        "hours": 22,
        "organisations": [
            {"short": "ОЭС", "name": "Организация экономического сотрудничества"},
            {"short": "МОМ", "name": "Международная организация по миграции"}
        ],
        "signatories": [
            {"name": "Рустам Юсупов", "office": "Генеральный секретарь", "organisation": "Организация экономического сотрудничества"},
            {"name": "Хелена Маркеш", "office": "Глава миссии", "organisation": "Международная организация по миграции"}
        ]
    })
}

fn plain() -> Value {
    json!({
        "kind": "appreciation",
        "native_name": null,
        "event_kind": "conference",
        "place": "online",
        "hours": null,
        "attendance": null,
        "organisations": [{"short": "ECO", "name": "Economic Cooperation Organization"}],
        "signatories": [{"name": "Rustam Yusupov", "office": "Secretary General", "organisation": "Economic Cooperation Organization"}]
    })
}

fn crowded() -> Value {
    let words = "Identification, referral and protection of victims of trafficking in persons among irregular migrants ";
    let title: String = words.chars().chain(words.chars()).take(179).collect();
    let office = "Deputy Regional Director for Operations, Programmes and Partnerships in Central Asia, the Caucasus and Western Asia";
    json!({
        "holder": "Muhammad-Abdurrahman Wahiduddin Nizamuddin Chaudhry-Khwarizmi Al-Samarqandi Bukh",
        "native_name": {"text": "محمد عبدالرحمن وحیدالدین نظام‌الدین چودھری خوارزمی السمرقندی البخاری الترمذی", "language": "ur"},
        "title": title,
        "second_title": {"text": "Выявление, перенаправление и защита жертв торговли людьми среди мигрантов с неурегулированным статусом: взаимодействие ведомств на границе и обмен сведениями", "language": "ru"},
        "place": {"venue": {"city": "Petropavlovsk-Kamchatsky and surroundings", "country": "Democratic and Federal Republic of Somewhere"}},
        "period": {"start": "2026-12-29", "end": "2027-01-20"},
        "organisations": [
            {"short": "ECO", "name": "Economic Cooperation Organization"},
            {"short": "IOM", "name": "International Organization for Migration"},
            {"short": "ICMPD", "name": "International Centre for Migration Policy Development"},
            {"short": "UNHCR", "name": "Office of the United Nations High Commissioner for Refugees"}
        ],
        "signatories": [
            {"name": "Rustam Yusupov", "office": "Secretary General", "organisation": "Economic Cooperation Organization"},
            {"name": "Helena Marques", "office": office, "organisation": "International Organization for Migration"},
            {"name": "Muhammad-Abdurrahman Wahiduddin Nizamuddin", "office": "Director", "organisation": "Office of the United Nations High Commissioner for Refugees"}
        ],
        "validity": {"issued": "2027-01-25", "expires": "2030-01-25"}
    })
}
