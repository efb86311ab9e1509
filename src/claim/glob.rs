//! Globs over document ids.

use globset::{GlobBuilder, GlobMatcher, GlobSet, GlobSetBuilder};

/// One glob: `*` stays within a folder, `**` does not.
pub(super) fn source_glob(glob: &str) -> Result<GlobMatcher, globset::Error> {
    Ok(GlobBuilder::new(glob).literal_separator(true).build()?.compile_matcher())
}

/// The document ids that one of `globs` matches; those that cannot be read, which loading has found, match nothing.
pub fn source_globs(globs: &[String]) -> GlobSet {
    let mut set = GlobSetBuilder::new();
    for glob in globs {
        if let Ok(glob) = GlobBuilder::new(glob).literal_separator(true).build() {
            set.add(glob);
        }
    }
    set.build().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stays_within_its_folder() {
        let globs = source_globs(&["coast-news-*".to_owned(), "archive/**".to_owned(), "[".to_owned()]);
        assert!(globs.is_match("coast-news-2025"));
        assert!(globs.is_match("archive/2024/ferry"));
        assert!(!globs.is_match("coast-news-2025/ferry"));
        assert!(!globs.is_match("other"));
    }
}
