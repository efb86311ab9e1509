//! Every rule over its own examples, and what must hold of any text.

use proptest::prelude::*;

use super::*;
use crate::extract::lexicon;

/// What is read off a sentence, in short: `~[3, 4] day`, `5 % down`; a conversion names its original behind `=`.
fn read(source: &str) -> String {
    let read = quantities(&Text::new(source, lexicon()), &[]);
    let lines: Vec<_> =
        read.iter().map(|it| written(it) + &it.converts.map(|at| format!(" = {}", written(&read[at]))).unwrap_or_default()).collect();
    lines.join("; ")
}

fn written(quantity: &Quantity) -> String {
    let sign = match quantity.qualifier {
        Qualifier::Exact => "",
        Qualifier::About => "~",
        Qualifier::More => ">",
        Qualifier::AtLeast => ">=",
        Qualifier::Less => "<",
        Qualifier::AtMost => "<=",
    };
    let value = match quantity.value {
        Value::One(value) => value.normalize().to_string(),
        Value::Range(low, high) => format!("[{}, {}]", low.normalize(), high.normalize()),
    };
    let trend = match quantity.trend {
        Some(Trend::Up) => " up",
        Some(Trend::Down) => " down",
        None => "",
    };
    format!("{sign}{value} {}{trend}", quantity.unit.symbol()).trim_end().replace("  ", " ")
}

#[test]
fn every_rule_reads_its_examples_and_ignores_the_others() {
    let mut wrong = Vec::new();
    for rule in rules() {
        for (source, expected) in rule.reads {
            let read = read(source);
            if read != *expected {
                wrong.push(format!("{}: {source}\n    reads  {read}\n    should {expected}", rule.name));
            }
        }
        for source in rule.ignores {
            let read = read(source);
            if !read.is_empty() {
                wrong.push(format!("{}: {source}\n    reads  {read}\n    should nothing", rule.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_rules_stand_in_the_order_of_the_work() {
    for (at, rule) in rules().iter().enumerate() {
        let growing = matches!(rule.read, Read::Grow(_) | Read::Refuse(_));
        let joining = matches!(rule.read, Read::Join(_) | Read::Relate(_));
        assert_eq!((growing, joining), ((GROWING..JOINING).contains(&at), at >= JOINING), "{}", rule.name);
    }
}

#[test]
fn every_rule_has_examples_and_a_name_of_its_own() {
    let names: std::collections::BTreeSet<_> = rules().iter().map(|it| it.name).collect();
    assert_eq!(names.len(), rules().len());
    assert!(rules().iter().all(|it| !it.reads.is_empty() || !it.ignores.is_empty()));
}

fn check_interval(source: &str, low: Option<&str>, high: Option<&str>) {
    let text = Text::new(source, lexicon());
    let read = quantities(&text, &[]);
    let interval = read.first().expect("an amount is read").interval;
    let shown = |it: Option<Decimal>| it.map(|it| it.normalize().to_string());
    assert_eq!((shown(interval.low).as_deref(), shown(interval.high).as_deref()), (low, high), "{source}");
}

#[test]
fn hedges_open_an_interval() {
    check_interval("It is nearly 1,300 acres.", Some("1170"), Some("1300"));
    check_interval("It is about 500 acres.", Some("450"), Some("550"));
    check_interval("It is more than 800 acres.", Some("800"), None);
    check_interval("It is up to 60 acres.", None, Some("60"));
    check_interval("Hundreds of acres burned.", Some("100"), Some("1000"));
    check_interval("It fell from 90 to 70 acres.", Some("70"), Some("90"));
}

fn check_noun(source: &str, expected: Option<&str>) {
    let text = Text::new(source, lexicon());
    let read = quantities(&text, &[]);
    let noun = read.last().expect("an amount is read").noun.map(|it| it.of(source));
    assert_eq!(noun, expected, "{source}");
}

#[test]
fn the_noun_is_what_is_counted_with_its_modifiers() {
    check_noun("It sent 70,000 Russian troops north.", Some("Russian troops"));
    check_noun("Some 24 villages fell.", Some("villages"));
    check_noun("They hold 64% of the marsh.", Some("marsh"));
    check_noun("They hold 800 square kilometers of farmland.", Some("farmland"));
    check_noun("A 30-day ceasefire holds.", Some("ceasefire"));
    check_noun("Some 300 miners died and another 2,700 were hurt.", Some("miners"));
    check_noun("Crews hold \"around 75%\" of the previously flooded area.", Some("previously flooded area"));
    check_noun("They hold 400 acres (162 hectares) of marsh.", Some("marsh"));
    check_noun("The number of ruined and burned mills stood at 40.", Some("ruined and burned mills"));
    check_noun("It paid $5 million.", None);
}

proptest! {
    #[test]
    fn spans_lie_on_character_boundaries_of_any_text(source in "\\PC{0,80}") {
        sound(&source);
    }

    #[test]
    fn spans_lie_on_character_boundaries_of_texts_full_of_numbers(
        source in "(([0-9]{1,3}|\\$|€|%|-|–|/|\\.|,|:|\\(|\\[|½|million|bn|two|half|a|of|in|between|and|to|from|more|than|nearly|dozens|year|old|km²|feet|Y=|US|USD5|'s|x10\\^)[ ]?){0,30}"
    ) {
        sound(&source);
    }
}

fn sound(source: &str) {
    let text = Text::new(source, lexicon());
    let read = quantities(&text, &[]);
    for (at, quantity) in read.iter().enumerate() {
        for span in [Some(quantity.span), Some(quantity.number), quantity.noun].into_iter().flatten() {
            assert!(source.get(span.range()).is_some_and(|it| !it.is_empty()), "{source:?}: {quantity:?}");
        }
        assert!(quantity.span.contains(quantity.number), "{source:?}: {quantity:?}");
        assert!(quantity.converts.is_none_or(|it| it < at));
    }
}
