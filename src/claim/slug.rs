//! Ids made of claims: `Rudskoi: 64% retaken` becomes `rudskoi-64-retaken`.

use any_ascii::any_ascii;
use sha2::{Digest, Sha256};

/// The most characters that a made id has; what is longer is cut and told apart by a few digits of its hash.
const LONGEST: usize = 72;

/// `claim` in lower-case letters and digits of ASCII, with hyphens between its words.
pub(super) fn slug(claim: &str) -> String {
    let folded = any_ascii(claim).to_lowercase();
    let mut slug = String::with_capacity(folded.len());
    let mut characters = folded.chars().peekable();
    while let Some(character) = characters.next() {
        let grouping =
            character == ',' && slug.ends_with(|it: char| it.is_ascii_digit()) && characters.peek().is_some_and(char::is_ascii_digit);
        if character.is_ascii_alphanumeric() {
            slug.push(character);
        } else if character != '\'' && !grouping && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.len() <= LONGEST { slug.to_owned() } else { cut(slug) }
}

fn cut(slug: &str) -> String {
    let hash = format!("{:x}", Sha256::digest(slug));
    let mark = hash.get(..6).unwrap_or_default();
    let room = slug.get(..LONGEST - mark.len()).unwrap_or(slug);
    let whole_words = room.rfind('-').and_then(|it| room.get(..it)).unwrap_or(room);
    format!("{whole_words}-{mark}")
}

/// What keeps `id` from being the name of a file and of a test, if anything does.
pub(super) fn flaw(id: &str) -> Option<&'static str> {
    let plain = |it: char| it.is_ascii_alphanumeric() || matches!(it, '-' | '_' | '.');
    if id.len() > 120 {
        Some("is longer than 120 characters")
    } else if !id.chars().all(plain) {
        Some("has characters other than letters, digits, `-`, `_` and `.`")
    } else if id.starts_with(['.', '-']) || id.ends_with('.') {
        Some("begins or ends with a mark")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(claim: &str, expected: &str) {
        assert_eq!(slug(claim), expected);
        assert_eq!(flaw(&slug(claim)), None);
    }

    #[test]
    fn an_id_is_the_claim_in_plain_letters() {
        check("Holm: 64% rebuilt on 2025-02-20", "holm-64-rebuilt-on-2025-02-20");
        check("Łódź's port: at least 1,300 km² – closed.", "lodzs-port-at-least-1300-km2-closed");
    }

    #[test]
    fn a_long_claim_is_cut_between_words_and_stays_apart_from_its_like() {
        let long = |end: &str| format!("{} {end}", "the harbour of the northern district reported again that ".repeat(2));
        let (one, other) = (slug(&long("one")), slug(&long("two")));
        assert!(one.starts_with("the-harbour-of-the-northern-district-reported-again-that-the-"), "{one}");
        assert!(one.len() <= LONGEST);
        assert_ne!(one, other);
    }
}
