//! Addresses that change with the content, so that a browser may keep a file for ever.

use super::stamp::digest;

const DIGITS: usize = 10;

/// `maktab.css` with its content becomes `maktab.3f9a0c12be.css`.
pub fn hashed_name(name: &str, content: &[u8]) -> String {
    let mut hash = digest([content]);
    hash.truncate(DIGITS);
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
        None => format!("{name}.{hash}"),
    }
}

/// The address under which the server gives out the file of this hashed name.
pub fn address(hashed_name: &str) -> String {
    format!("/pkg/{hashed_name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_stands_before_the_extension_and_follows_the_content() {
        let name = hashed_name("maktab.css", b"a{}");
        let parts: Vec<&str> = name.split('.').collect();
        assert_eq!((parts[0], parts[1].len(), parts[2]), ("maktab", 10, "css"));
        assert_eq!(name, hashed_name("maktab.css", b"a{}"));
        assert_ne!(name, hashed_name("maktab.css", b"b{}"));
    }
}
