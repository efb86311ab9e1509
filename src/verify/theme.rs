//! Theme: what a document speaks of without naming it, and where a word can mean nothing else.
//!
//! A text that begins with "he" or "the film" speaks of him or it throughout, until it names somebody or something that the word may
//! mean as well.

use super::graph::Tie;
use super::passage::Passage;
use super::pointer::{self, PLACES, Pointer, Sort, pointers};
use super::sense::{Role, Sense};
use crate::language::{homeland, name, names_state};
use crate::text::Class;

/// The first pointer of the sentences up to `passage` that `fits` and that nothing named before it can be meant by; what a sentence is
/// told of goes first.
pub(super) fn theme<'s>(before: &[&'s Passage<'_>], passage: &'s Passage<'_>, fits: impl Fn(Sort<'_>) -> bool) -> Option<Sort<'s>> {
    let mut found = before.iter().copied().chain([passage]).enumerate().flat_map(|(at, sentence)| {
        let earlier = before.get(..at).unwrap_or(before);
        let fits = &fits;
        let open = move |it: &Pointer<'_>| fits(it.sort) && !contested(earlier, sentence, *it);
        pointers(&sentence.sense).filter(open).map(|it| (&sentence.sense, it))
    });
    let leads = |(sense, it): &(&Sense<'_>, Pointer<'_>)| !matches!(it.sort, Sort::Noun(_)) || pointer::is_subject(sense, it.at);
    let first = found.next()?;
    if leads(&first) { Some(first.1.sort) } else { Some(found.find(leads).unwrap_or(first).1.sort) }
}

/// Whether something that is named before the pointer may be what it points at.
pub(super) fn contested(before: &[&Passage<'_>], passage: &Passage<'_>, pointer: Pointer<'_>) -> bool {
    let sense = &passage.sense;
    let here = names(sense).filter(|it| *it < pointer.at).any(|it| may_be(sense, it, pointer.sort) && rivals(sense, it, pointer));
    let leads = pointer::is_subject(sense, pointer.at);
    here || before.iter().any(|it| {
        names(&it.sense).any(|at| {
            let next = it.sentence + 1 == passage.sentence && !leads;
            let told = || subject(&it.sense, at).is_some() && !led(&it.sense, at, pointer.sort);
            may_be(&it.sense, at, pointer.sort) && (told() || next && is_known(&it.sense, at, pointer.sort))
        })
    })
}

/// Whether a sentence is told of what the pointer points at, before it comes to the name at `at`: "it was sold when Borg bought the yard".
fn led(sense: &Sense<'_>, at: usize, sort: Sort<'_>) -> bool {
    let mut earlier = pointers(sense).take_while(|it| it.at < at);
    earlier.any(|it| it.sort.joins(sort) && pointer::is_subject(sense, it.at))
}

/// Whether a sentence names somebody or something that it tells of.
pub(super) fn names_a_subject(sense: &Sense<'_>) -> bool {
    names(sense).any(|it| subject(sense, it).is_some())
}

/// Whether a name before a pointer in its sentence is one that it may point at.
fn rivals(sense: &Sense<'_>, at: usize, pointer: Pointer<'_>) -> bool {
    if is_known(sense, at, pointer.sort) {
        return true;
    }
    let graph = sense.graph();
    let owner = matches!(sense.lower(pointer.at), "his" | "her" | "its" | "their");
    // "Star Meter gives the film 6 points": who does a thing to another is not that other.
    let apart = |verb: usize| !owner && graph.parts(verb).iter().any(|it| it.part == pointer.at && it.tie != Tie::Agent);
    subject(sense, at).is_some_and(|verb| !apart(verb)) || (!pointer::is_subject(sense, pointer.at) && object(sense, at))
}

/// Whether the name is, by what it is or is called, just what the pointer can mean.
fn is_known(sense: &Sense<'_>, at: usize, sort: Sort<'_>) -> bool {
    match sort {
        Sort::He | Sort::She => sex(sense, at).is_some(),
        Sort::Noun(noun) if PLACES.contains(&noun) => true,
        Sort::Noun(noun) => label(sense, at).is_some_and(|it| pointer::alike(it, noun)),
        Sort::It | Sort::They => false,
    }
}

/// Whether what the name at `at` names can be what a pointer of that sort points at.
fn may_be(sense: &Sense<'_>, at: usize, sort: Sort<'_>) -> bool {
    let place = names_state(sense.lower(at));
    let label = label(sense, at);
    match (sort, sex(sense, at)) {
        (Sort::He, Some(sex)) => sex == name::Sex::Male,
        (Sort::She, Some(sex)) => sex == name::Sex::Female,
        (Sort::He | Sort::She, None) => !place && label.is_none_or(pointer::is_person),
        (Sort::Noun(noun), sex) if pointer::is_person(noun) => !place && (sex.is_some() || label.is_none_or(pointer::is_person)),
        (Sort::It | Sort::Noun(_), Some(_)) => false,
        (Sort::Noun(noun), None) => label.is_none_or(|it| pointer::alike(it, noun)),
        (Sort::They, _) | (Sort::It, None) => true,
    }
}

/// The first words of the names of a sentence that are no days, months or peoples.
fn names<'s>(sense: &'s Sense<'_>) -> impl Iterator<Item = usize> + 's {
    let name = |at: usize| sense.words.get(at).is_some_and(|it| it.role == Role::Name);
    let plain = |at: usize| !sense.class(at).is(Class::WEEKDAY | Class::MONTH) && homeland(sense.lower(at)).is_none();
    (0..sense.words.len()).filter(move |at| name(*at) && plain(*at) && !at.checked_sub(1).is_some_and(name))
}

/// The sex of the person whom the name that begins at `at` names, where a forename tells.
fn sex(sense: &Sense<'_>, at: usize) -> Option<name::Sex> {
    name::sex(sense.wording(at, at + 1))
}

/// What the name that begins at `at` is called by the noun before it: "the website Star Meter".
fn label<'s>(sense: &'s Sense<'_>, at: usize) -> Option<&'s str> {
    let before = (0..at).rev().find(|it| !matches!(sense.lower(*it), "\"" | "“" | "‘" | "'"))?;
    let word = sense.words.get(before).filter(|it| it.role == Role::Content && it.noun)?;
    (!sense.graph().is_verb(before)).then_some(&*word.stem)
}

/// The verb that the name that begins at `at` is the subject of.
fn subject(sense: &Sense<'_>, at: usize) -> Option<usize> {
    tied(sense, at, |part, head| part < head)
}

/// The verb that the name that begins at `at` is the object of.
fn object(sense: &Sense<'_>, at: usize) -> bool {
    tied(sense, at, |part, head| head < part).is_some()
}

fn tied(sense: &Sense<'_>, at: usize, order: impl Fn(usize, usize) -> bool) -> Option<usize> {
    let end = (at..sense.words.len()).find(|it| sense.words[*it].role != Role::Name).unwrap_or(sense.words.len());
    let doings = sense.graph().links.iter().filter(|it| matches!(it.tie, Tie::Agent | Tie::Patient));
    doings.filter(|it| (at..end).contains(&it.part) && order(it.part, it.head)).map(|it| it.head).next()
}

#[cfg(test)]
mod tests {
    use crate::verify::tests::check_given as check;

    #[test]
    fn what_a_document_speaks_of_is_what_the_claim_names() {
        check(
            "The ship was built in 1911 and carried 480 passengers. Its owner sold the vessel to a bank.",
            &[
                "The MS Aurora was built in 1911",
                "The owner of the MS Aurora sold it to a bank",
                "The MS Aurora carried more than 400 passengers",
            ],
            &["The MS Aurora was built in 1912", "The MS Aurora sold its owner to a bank"],
        );
        check(
            "She was born in Lindvik, and moved to Norland at the age of nine. In 2011 she married the actor Per Dahl.",
            &["Ida Berg was born in Lindvik", "Per Dahl married Ida Berg in 2011", "Ida Berg got married in 2011"],
            &["Per Dahl was born in Lindvik", "Karl Berg was born in Lindvik", "Ida Berg was born in Norland"],
        );
        check(
            "The film stars Ada Lund and Jon Moe.",
            &["Ada Lund stars in Low Tide", "Jon Moe stars in the film Low Tide"],
            &["Ada Lund stars in the album Low Tide", "Low Tide stars in Ada Lund"],
        );
    }

    #[test]
    fn whoever_may_be_meant_as_well_ends_it() {
        check("Ada Lund directed the film. She won three prizes for it.", &[], &["Ida Berg won three prizes"]);
        check("Marstad is a town in Norland. It has 12,400 inhabitants.", &[], &["Lindvik has 12,400 inhabitants", "Lindvik is a town"]);
        // What it is told of before goes on being told of.
        check(
            "It was moved to May when Quayline bought the film. The film has a rating of 70%.",
            &["Low Tide has a rating of 70%"],
            &["Low Tide has a rating of 80%"],
        );
    }
}
