//! What was likely meant by a word that nobody knows.

/// The one of `known` that is nearest to `word`, where it is near enough to be a slip.
pub fn suggestion<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let word = word.to_lowercase();
    // Two slips in a word, one in a short one.
    let limit = if word.chars().count() > 4 { 2 } else { 1 };
    let near = |it: &&str| {
        let it = it.to_lowercase();
        strsim::osa_distance(&word, &it) <= limit || word.replace(['_', ' '], "-") == it || it.strip_suffix('s') == Some(&*word)
    };
    known.into_iter().filter(near).min_by_key(|it| (strsim::osa_distance(&word, it), *it))
}

/// `, did you mean …?` where something near is known, else nothing.
pub fn did_you_mean<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> String {
    suggestion(word, known).map_or_else(String::new, |it| format!(", did you mean `{it}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_slip_of_the_pen_is_suggested() {
        let known = ["claim", "expect", "min-sources", "on", "sources"];
        assert_eq!(suggestion("expct", known), Some("expect"));
        assert_eq!(suggestion("min_sources", known), Some("min-sources"));
        assert_eq!(suggestion("source", known), Some("sources"));
        assert_eq!(suggestion("Claim", known), Some("claim"));
        assert_eq!(suggestion("when", known), None);
        assert_eq!(suggestion("no", known), Some("on"));
    }
}
