//! The ten areas of cooperation of the memorandum (Article V.1, i to x).

use crate::code::codes;

codes! {
    /// An area of cooperation; the code is its Roman numeral in the memorandum.
    Area, "area" {
        /// Benefits of migration, easing emigration pressure.
        Benefits = "i",
        /// Border management.
        BorderManagement = "ii",
        /// Labour migration.
        LabourMigration = "iii",
        /// Migration health.
        Health = "iv",
        /// Irregular labour mobility and legal avenues.
        LegalAvenues = "v",
        /// Counter-trafficking and protection of victims.
        CounterTrafficking = "vi",
        /// Voluntary return and reintegration.
        Return = "vii",
        /// Systems, technology, law, policy and dialogue.
        Systems = "viii",
        /// Research and capacity building.
        Research = "ix",
        /// Workshops, seminars, conferences and training courses.
        Training = "x",
    }
}
