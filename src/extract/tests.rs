//! What holds of any reading.

use proptest::prelude::*;

use super::*;
use crate::text::Span;

proptest! {
    #[test]
    fn every_span_lies_inside_of_any_text(source in text(), published in 0..3_usize) {
        let published = ["2025-03-13", "2024", ""][published];
        let setting = Setting { published: Period::parse(published), language: String::new() };
        let reading = read(&source, &setting);
        let inside = |it: Span| source.get(it.range()).is_some();
        for it in &reading.quantities {
            prop_assert!(inside(it.span) && inside(it.number) && it.noun.is_none_or(inside), "{it:?}");
            prop_assert!(it.interval.low.zip(it.interval.high).is_none_or(|(low, high)| low <= high), "{it:?}");
        }
        for it in &reading.dates {
            prop_assert!(inside(it.span) && it.period.contains(it.within), "{it:?}");
        }
        for it in &reading.attributions {
            prop_assert!(inside(it.content) && it.cue.is_none_or(inside) && it.mention.is_none_or(inside), "{it:?}");
        }
        for it in &reading.statements {
            prop_assert!(inside(it.span) && it.span.contains(it.content), "{it:?}");
        }
    }

    #[test]
    fn a_text_reads_the_same_whatever_was_read_before(source in text(), other in text()) {
        let setting = Setting { published: Period::parse("2025-03-13"), language: String::new() };
        let alone = format!("{:?}", read(&source, &setting));
        read(&other, &setting);
        prop_assert_eq!(alone, format!("{:?}", read(&source, &setting)));
    }
}

/// Texts of words that the rules look for, with any characters among them.
fn text() -> impl Strategy<Value = String> {
    const KNOWN: &[&str] = &[
        "Holm", "said", "that", "he", "“", "”", "\"", "not", "will", "if", ",", ".", "\n\n", "between", "and", "to", "of", "5", "1,200",
        "%", "$", "m", "-", "million", "half", "two", "quarters", "a", "week", "or", "years", "old", "May", "2024", "last", "ago",
        "Friday", "by", "(", ")", "km²", "below", "zero", "boats", "'s", "6", "'", "°", "C", "€", "bn", "1/2", "Norway", "US", "dozens",
        "several", "more", "than",
    ];
    let word = prop_oneof![
        8 => prop::sample::select(KNOWN).prop_map(|it| format!("{it} ")),
        4 => prop::sample::select(KNOWN).prop_map(String::from),
        1 => any::<String>()
    ];
    prop::collection::vec(word, 0..40).prop_map(|it| it.concat())
}
