//! Judgement: words by which a writer wonders at something or brings it as news, which the passage need not repeat beside the thing itself.

use super::asked::Wanted;
use super::context::Context;
use super::sense::{Role, Sense};
use crate::text::Class;

/// Words of wonder, of which one says what another says.
const WONDER: [&str; 16] = [
    "amazing",
    "astonishing",
    "astounding",
    "breathtaking",
    "extraordinary",
    "fascinating",
    "impressive",
    "incredible",
    "marvellous",
    "marvelous",
    "remarkable",
    "spectacular",
    "striking",
    "stunning",
    "surprising",
    "wondrous",
];

/// Nouns of what is made public, and so is new where a document tells of it.
const PUBLISHED: [&str; 16] = [
    "analysis",
    "data",
    "estimate",
    "figure",
    "finding",
    "footage",
    "image",
    "paper",
    "photo",
    "photograph",
    "picture",
    "poll",
    "report",
    "research",
    "study",
    "survey",
];

/// Where the document says what the claim's word of judgement at `at` says of a thing, for a person.
pub(super) fn told(wanted: &Wanted<'_>, at: usize, context: &Context<'_, '_>) -> Option<String> {
    if !context.is_about() || !describes(&wanted.sense, at) {
        return None;
    }
    if is_news(&wanted.sense, at) {
        return Some("the document, which brings it as news".to_owned());
    }
    let wonders = |sense: &Sense<'_>| (0..sense.words.len()).any(|it| WONDER.contains(&sense.lower(it)) && !denied(sense, it));
    let near = WONDER.contains(&wanted.sense.lower(at)) && context.around().any(|it| wonders(&it.sense));
    near.then(|| "what the document says beside it".to_owned())
}

/// Whether a word stands before the noun that it describes, and is not denied.
fn describes(sense: &Sense<'_>, at: usize) -> bool {
    let next = sense.words.get(at + 1).is_some_and(|it| it.role == Role::Content);
    next && !sense.graph().is_verb(at + 1) && !denied(sense, at)
}

fn denied(sense: &Sense<'_>, at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|it| sense.class(it).is(Class::NEGATION) || sense.lower(it) == "nothing")
}

/// Whether "new" is told of something that was made public.
fn is_news(sense: &Sense<'_>, at: usize) -> bool {
    sense.lower(at) == "new" && PUBLISHED.contains(&&*sense.words[at + 1].stem)
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::{check, check_given};

    #[test]
    fn what_the_document_wonders_at_is_remarkable() {
        check_given(
            "The images show how the crabs carve tunnels into the quay. “It is just remarkable,” Ada Lund said.",
            &[
                "New images show how the crabs carve tunnels into the quay",
                "The images show how the crabs carve surprising tunnels into the quay",
            ],
            &[
                "The images show how the crabs carve unsurprising tunnels into the quay",
                "Old images show how the crabs carve tunnels into the quay",
                "The images show how the crabs carve new tunnels into the quay",
            ],
        );
        check_given("The crabs carve tunnels into the quay.", &[], &["The crabs carve surprising tunnels into the quay"]);
        check("A study says that crabs carve tunnels.", &[], &["A new study says that crabs carve tunnels"]);
    }
}
