//! What a list of participants usually holds, and how it is headed in the languages of the house.

use crate::Field;

/// The fields of a participant, with the keys that the form of registration gives them. The names
/// are those of our own lists and forms, and of lists as they come.
pub const PARTICIPANT: [Field<'static>; 11] = [
    Field {
        key: "name",
        required: true,
        names: &[
            "Name",
            "Full name",
            "Name in Latin letters",
            "Full name in Latin letters",
            "Participant",
            "Name and surname",
            "First and last name",
            "ФИО",
            "Ф.И.О.",
            "Имя",
            "Имя латиницей",
            "ФИО латиницей",
            "Полное имя",
            "Полное имя латиницей",
            "Участник",
            "Фамилия, имя",
            "Имя и фамилия",
            "Фамилия и имя",
            "نام",
            "نام کامل",
            "نام و نام خانوادگی",
            "نام لاتین",
            "نام به لاتین",
            "نام به حروف لاتین",
            "نام کامل با حروف لاتین",
            "شرکت‌کننده",
            "Ad",
            "Ad soyad",
            "Adı soyadı",
            "Ad ve soyad",
            "İsim",
            "Katılımcı",
            "Latin harfleriyle ad",
            "Latin harfleriyle tam ad",
            "Tam ad",
        ],
    },
    Field {
        key: "native_name",
        required: false,
        names: &[
            "Native name",
            "Local name",
            "Name in own script",
            "Name in native script",
            "Full name in your own script",
            "Имя на родном языке",
            "ФИО на родном языке",
            "Полное имя на вашей письменности",
            "نام به خط بومی",
            "نام به خط محلی",
            "نام به زبان مادری",
            "نام کامل به خط خودتان",
            "نام به فارسی",
            "نام فارسی",
            "Ana dilde ad",
            "Kendi yazısıyla adı",
            "Kendi yazısıyla ad",
            "Kendi yazınızla tam ad",
        ],
    },
    Field {
        key: "native_language",
        required: false,
        names: &[
            "Language of that name",
            "Language of the native name",
            "Язык этого имени",
            "Язык имени",
            "زبان این نام",
            "زبان نام",
            "Bu adın dili",
            "Adın dili",
        ],
    },
    Field {
        key: "email",
        required: true,
        names: &[
            "E-mail",
            "Email",
            "Email address",
            "E-mail address",
            "Mail",
            "Почта",
            "Эл. почта",
            "Электронная почта",
            "Адрес электронной почты",
            "Эл. адрес",
            "Имейл",
            "ایمیل",
            "رایانامه",
            "پست الکترونیک",
            "نشانی ایمیل",
            "نشانی رایانامه",
            "E-posta",
            "Eposta",
            "E-posta adresi",
        ],
    },
    Field {
        key: "country",
        required: true,
        names: &[
            "Country",
            "Country of residence",
            "Nationality",
            "Страна",
            "Государство",
            "Гражданство",
            "کشور",
            "ملیت",
            "Ülke",
            "Uyruk",
        ],
    },
    Field {
        key: "institution",
        required: true,
        names: &[
            "Institution",
            "Organisation",
            "Organization",
            "Employer",
            "Agency",
            "Учреждение",
            "Организация",
            "Ведомство",
            "Место работы",
            "نهاد",
            "سازمان",
            "مؤسسه",
            "محل کار",
            "محل خدمت",
            "Kurum",
            "Kuruluş",
        ],
    },
    Field {
        key: "job_title",
        required: true,
        names: &[
            "Job title",
            "Job",
            "Position",
            "Title",
            "Function",
            "Должность",
            "سمت",
            "عنوان شغلی",
            "پست سازمانی",
            "Görev",
            "Unvan",
            "Pozisyon",
        ],
    },
    Field {
        key: "language",
        required: false,
        names: &[
            "Language",
            "Language of mails",
            "Language for mail",
            "Language of our mails to you",
            "Preferred language",
            "Язык",
            "Язык общения",
            "Язык писем",
            "Язык наших писем вам",
            "زبان",
            "زبان نامه‌ها",
            "زبان نامه‌های ما به شما",
            "Dil",
            "Yazışma dili",
            "Size yazacağımız dil",
            "Tercih edilen dil",
        ],
    },
    Field {
        key: "role",
        required: false,
        names: &[
            "Role",
            "As",
            "Comes as",
            "Роль",
            "В качестве",
            "Кем участвует",
            "نقش",
            "به‌عنوان",
            "Rol",
            "Sıfatı",
            "Sıfat",
        ],
    },
    Field {
        key: "organisation",
        required: false,
        names: &[
            "For which organisation",
            "On behalf of",
            "Sent by",
            "От какой организации",
            "Направляющая организация",
            "Кем направлен",
            "از سوی کدام سازمان",
            "از سوی",
            "سازمان اعزام‌کننده",
            "Hangi kuruluş adına",
            "Gönderen kuruluş",
        ],
    },
    Field {
        key: "registered_at",
        required: false,
        names: &[
            "Registered",
            "Registered on",
            "Date of registration",
            "Registration date",
            "Подана",
            "Дата подачи",
            "Дата заявки",
            "Дата регистрации",
            "زمان ثبت‌نام",
            "تاریخ ثبت‌نام",
            "Kayıt tarihi",
            "Kayıt günü",
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::PARTICIPANT;
    use crate::Guess;
    use maktab_locale::{Locale, fold_for_search, t};

    #[test]
    fn our_own_lists_and_forms_can_be_read_again() {
        for l in Locale::ALL {
            let of_list = [
                ("name", t!(l, "teach-column-name")),
                ("native_name", t!(l, "teach-column-native")),
                ("email", t!(l, "manage-column-email")),
                ("country", t!(l, "teach-column-country")),
                ("institution", t!(l, "teach-column-institution")),
                ("job_title", t!(l, "manage-column-job")),
                ("language", t!(l, "manage-column-language")),
                ("role", t!(l, "invite-column-role")),
                ("organisation", t!(l, "invite-organisation")),
                ("registered_at", t!(l, "manage-column-registered")),
            ];
            let of_form = [
                ("email", t!(l, "person-email")),
                ("name", t!(l, "person-name")),
                ("native_name", t!(l, "person-native-name")),
                ("native_language", t!(l, "person-native-language")),
                ("country", t!(l, "person-country")),
                ("institution", t!(l, "person-institution")),
                ("job_title", t!(l, "person-job-title")),
                ("language", t!(l, "person-language")),
            ];
            for headings in [&of_list[..], &of_form[..]] {
                let texts: Vec<String> = headings.iter().map(|(_, text)| text.clone()).collect();
                let guess = Guess::of(&texts, &PARTICIPANT);
                for (column, (key, text)) in headings.iter().enumerate() {
                    let found = guess.mapping.column(key);
                    assert_eq!(found, Some(column), "{l:?}: {text}");
                }
                assert!(guess.several.is_empty() && guess.missing.is_empty());
            }
        }
    }

    #[test]
    fn no_name_means_two_fields() {
        let mut seen = std::collections::BTreeMap::new();
        for field in &PARTICIPANT {
            for name in field.names {
                let other = seen.insert(fold_for_search(name), field.key);
                assert!(
                    other.is_none_or(|other| other == field.key),
                    "{name} is a name of {other:?} and {}",
                    field.key
                );
            }
        }
    }
}
