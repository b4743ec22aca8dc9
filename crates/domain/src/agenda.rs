//! The default agenda of a course: what an event made from it begins with.

use crate::Texts;

/// One item, on its day and at its local time. A course keeps its items as JSON in
/// the order of time.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaItem {
    /// Day of the event, counted from 0.
    pub day: u16,
    /// Minutes after midnight, local time.
    pub starts: u16,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// Titles by language.
    pub titles: Texts,
    /// Whether attendance is taken: not for an opening or a break.
    pub tracked: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agenda_is_kept_as_written() {
        let kept =
            r#"[{"day":0,"starts":540,"minutes":90,"titles":{"en":"Opening"},"tracked":false}]"#;
        let read: Vec<AgendaItem> = serde_json::from_str(kept).unwrap();
        assert_eq!(
            (read[0].starts, read[0].titles.get("en")),
            (540, Some("Opening"))
        );
        assert_eq!(serde_json::to_string(&read).unwrap(), kept);
        assert!(serde_json::from_str::<AgendaItem>(&kept.replace("day", "tag")).is_err());
    }
}
