//! The addresses of the style sheet, the scripts and the pictures, as built.

use std::collections::BTreeMap;
use std::sync::Arc;

/// The addresses of the built files, with the hash of their content in the name.
#[derive(Debug, Clone, Default)]
pub struct Assets(Arc<BTreeMap<String, String>>);

impl Assets {
    /// Reads the `manifest.json` that the build of the site writes.
    ///
    /// # Errors
    /// Not an object of strings.
    pub fn from_manifest(json: &str) -> serde_json::Result<Self> {
        serde_json::from_str(json).map(|addresses| Self(Arc::new(addresses)))
    }

    /// The address of a file by its name in the manifest (`css`, `loader`, …).
    #[must_use]
    pub fn address(&self, name: &str) -> String {
        let built = self.0.get(name).cloned();
        built.unwrap_or_else(|| format!("/pkg/{name}"))
    }
}
