//! The page in Turkish: the verb stands after the title. Numbers carry no
//! suffixes, whose vowels would depend on how the number is spoken.

use super::dates::Calendar;
use super::{EventTexts, KindTexts, Labels, Plural, Texts};
use crate::facts::Language;

pub(super) static TEXTS: Texts = Texts {
    language: Language::Tr,
    labels: Labels {
        number: "Belge numarası",
        kind: "Belge",
        holder: "Ad soyad",
        native_name: "Kendi yazısıyla adı",
        event_kind: "Etkinlik türü",
        title: "Başlık",
        second_title: "Başka dilde başlık",
        place: "Yer",
        dates: "Tarih",
        hours: "Süre",
        attendance: "Devam",
        organisation: "Kuruluş",
        signatory: "İmza",
        issued: "Veriliş tarihi",
        expires: "Son geçerlilik tarihi",
    },
    participation: KindTexts {
        name: "Katılım belgesi",
        heading: "KATILIM BELGESİ",
        intro: "Sayın",
    },
    completion: KindTexts {
        name: "Bitirme belgesi",
        heading: "BİTİRME BELGESİ",
        intro: "Sayın",
    },
    appreciation: KindTexts {
        name: "Teşekkür belgesi",
        heading: "TEŞEKKÜR BELGESİ",
        intro: "Sayın",
    },
    workshop: EventTexts {
        name: "çalıştay",
        participation: (
            "",
            "başlıklı çalıştaya katılarak bu belgeyi almaya hak kazanmıştır",
        ),
        completion: (
            "",
            "başlıklı çalıştayı tamamlayarak bu belgeyi almaya hak kazanmıştır",
        ),
        appreciation: (
            "",
            "başlıklı çalıştaya değerli katkılarınız için teşekkür ederiz",
        ),
    },
    seminar: EventTexts {
        name: "seminer",
        participation: (
            "",
            "başlıklı seminere katılarak bu belgeyi almaya hak kazanmıştır",
        ),
        completion: (
            "",
            "başlıklı semineri tamamlayarak bu belgeyi almaya hak kazanmıştır",
        ),
        appreciation: (
            "",
            "başlıklı seminere değerli katkılarınız için teşekkür ederiz",
        ),
    },
    conference: EventTexts {
        name: "konferans",
        participation: (
            "",
            "başlıklı konferansa katılarak bu belgeyi almaya hak kazanmıştır",
        ),
        completion: (
            "",
            "başlıklı konferansın tamamına katılarak bu belgeyi almaya hak kazanmıştır",
        ),
        appreciation: (
            "",
            "başlıklı konferansa değerli katkılarınız için teşekkür ederiz",
        ),
    },
    training_course: EventTexts {
        name: "eğitim kursu",
        participation: (
            "",
            "başlıklı eğitim kursuna katılarak bu belgeyi almaya hak kazanmıştır",
        ),
        completion: (
            "",
            "başlıklı eğitim kursunu tamamlayarak bu belgeyi almaya hak kazanmıştır",
        ),
        appreciation: (
            "",
            "başlıklı eğitim kursuna değerli katkılarınız için teşekkür ederiz",
        ),
    },
    online: "Çevrim içi",
    comma: ", ",
    hours: Plural {
        one: "{n}\u{A0}saat",
        few: "{n}\u{A0}saat",
        many: "{n}\u{A0}saat",
    },
    attendance: "katılınan oturum: {attended} / {counted} ({percent})",
    percent: "%{n}",
    calendar: Calendar {
        months: [
            "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül",
            "Ekim", "Kasım", "Aralık",
        ],
        solar_hijri: None,
        day: "{d}\u{A0}{month} {year}",
        same_month: "{d}–{e}\u{A0}{month} {year}",
        same_year: "{d}\u{A0}{month} – {e}\u{A0}{end_month} {year}",
        other: "{first} – {last}",
    },
    number: "No:\u{A0}{n}",
    issued: "Veriliş tarihi: {date}",
    expires: "Son geçerlilik tarihi: {date}",
    verify: "Doğrulama:",
    qr_alt: "Karekod: {n} numaralı belgenin doğrulama sayfasını açar",
    attachment: "Bu belgenin imzalı elektronik biçimi (Open Badges 3.0), makineyle doğrulama için",
};
